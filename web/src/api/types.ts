// What the server answers, as docs/api.md defines it. Days are "2017-03-09"; an open side of a figure is null.

export type Role = "read" | "review" | "admin";
export type ReviewState = "open" | "accepted" | "rejected";

export interface Session {
  role: Role;
  name: string | null;
  masked: boolean;
  version: string;
  ledger: string;
  counts: { incidents: number; claims: number; reports: number; series: number };
  snapshot: string;
  building: boolean;
  tiles: string | null;
}

export interface Bounds {
  low: number | null;
  best: number | null;
  high: number | null;
}

export interface Figure extends Bounds {
  harm: string;
  unit: string;
  status: string | null;
  group: string | null;
  origins: number;
  impossible: boolean;
}

export interface Blame {
  actor: string;
  said_by: string[];
  denied_by: string[];
  admitted: boolean;
}

export interface ReviewSummary {
  state: ReviewState;
  sensitive: boolean;
  edited: boolean;
  conflicts: number;
}

export interface IncidentProperties {
  id: string;
  title: string;
  kinds: string[];
  means: string | null;
  place: string | null;
  country: string | null;
  place_precision: number | null;
  from: string | null;
  to: string | null;
  time_precision: number | null;
  first_published: string | null;
  last_published: string | null;
  reports: number;
  origins: number;
  grade: string;
  responsibility: string;
  strike: string | null;
  blame: Blame[];
  figures: Figure[];
  killed: number | null;
  injured: number | null;
  review: ReviewSummary;
  matching_rule: string;
  figure_rule: string;
}

export interface Feature<P> {
  type: "Feature";
  id: string;
  geometry: { type: "Point"; coordinates: [number, number] } | null;
  properties: P;
}

export interface Link {
  href: string;
  rel: string;
  type?: string;
  title?: string;
}

export interface FeaturePage<P> {
  type: "FeatureCollection";
  numberMatched: number;
  numberReturned: number;
  features: Feature<P>[];
  links: Link[];
}

export interface Facet {
  value: string;
  count: number;
}

export interface Summary {
  total: number;
  killed: Bounds;
  injured: Bounds;
  extent: [number, number, number, number] | null;
  histogram: { step: "day" | "week" | "month" | "year"; buckets: { from: string; incidents: number; killed: number }[] };
  facets: Record<string, Facet[]>;
}

/** Words of a report, by code points. */
export interface Words {
  text: string;
  start: number;
  end: number;
}

export interface ReportBrief {
  id: string;
  name: string;
  title: string | null;
  outlet: string | null;
  agency: string | null;
  published: string | null;
  url: string | null;
}

/** A source, or one who passed its words on. */
export interface SourceWords {
  text: Words;
  name: string;
  kind: string;
  party: boolean;
}

/** A claim as docs/output.md defines it; only what the page reads is named here. */
export interface Claim {
  id: string;
  kind: string;
  certainty: string;
  scope: string;
  sentence: Words;
  trigger: Words;
  count: { text: Words; min: number | null; max: number | null; unit: string } | null;
  victims: { text: Words; status: string; group: string } | null;
  actor: { text: Words; name: string } | null;
  opponent: { text: Words; name: string } | null;
  means: string | null;
  object: string | null;
  place: {
    text: Words;
    name: string;
    country: string | null;
    latitude: number | null;
    longitude: number | null;
    precision: number | null;
  } | null;
  /** `text` is null where no words of the report give the days. */
  time: { text: Words | null; value: string | null; from: string | null; to: string | null; precision: number | null } | null;
  source: SourceWords | null;
  via: SourceWords[];
  unverified: boolean;
  subset_of: string | null;
  /** Field to the rule by which it was derived, where its words are not in the sentence. */
  derived: Record<string, string>;
  rule: string;
}

export interface Correction {
  field: string;
  before: unknown;
  after: unknown;
  by: string;
  at: string;
  reason: string;
  conflict: string | null;
  seq: number;
}

export interface EvidenceClaim extends Claim {
  key: string;
  report: ReportBrief;
  role: string;
  reason: string;
  origin: number;
  corrections: Correction[];
  excluded: boolean;
}

export interface HistoryStep {
  published: string | null;
  figure: Figure;
  because: { report: string; claim: string } | null;
}

export interface Act {
  seq: number;
  at: string;
  by: string;
  role: Role;
  act: string;
  incident: string | null;
  incidents: string[];
  claims: string[];
  field: string | null;
  before: unknown;
  after: unknown;
  reason: string;
  undoes: number | null;
  undone_by: number | null;
  conflict: string | null;
  hash: string;
  previous: string;
}

export interface Evidence {
  incident: IncidentProperties & { latitude: number | null; longitude: number | null };
  claims: EvidenceClaim[];
  history: HistoryStep[];
  acts: Act[];
  masked: boolean;
}

export interface ReportText extends Omit<ReportBrief, "agency"> {
  language: string | null;
  text: string;
  blocks: { kind: string; start: number; end: number }[];
  claims: (Claim & { incident: string | null })[];
  masked: boolean;
  names: { start: number; end: number }[];
  original: { type: string; bytes: number; url: string; allowed: boolean };
  /** Each fact with where it was read: "metadata file", "byline". */
  metadata?: { field: string; value: string; from: string | null }[];
}

export interface SeriesPoint {
  since: string | null;
  as_of: string | null;
  published: string | null;
  min: number | null;
  max: number | null;
  alarms: string[];
  report: string;
  claim: string;
}

export interface Series {
  id: string;
  source: string | null;
  kind: string;
  unit: string;
  status: string | null;
  group: string | null;
  place: string | null;
  country: string | null;
  actor: string | null;
  scope: string;
  points: SeriesPoint[];
}

/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
}
