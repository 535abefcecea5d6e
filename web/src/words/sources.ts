// Who says it, and through whom it came: the chain from the innermost voice to the report that was read.
import type { Claim, ReportBrief, SourceWords } from "../api/types";
import { sourceKindWords } from "./vocabulary";

export interface ChainLink {
  /** How the name joins what is before it: "quoted by", "in"; empty for the first. */
  joint: string;
  name: string;
  /** "aid or rights organisation"; null for reports. */
  kind: string | null;
  /** Speaks for a side of the conflict. */
  party: boolean;
}

type Told = Pick<Claim, "source" | "via">;
type Carrier = Pick<ReportBrief, "outlet" | "agency" | "name" | "title">;

const same = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

const voice = (source: SourceWords, joint: string): ChainLink => ({
  joint,
  name: source.name,
  kind: sourceKindWords(source.kind),
  party: source.party,
});

/** "residents, quoted by Harbour Wire, in The Meridian Post": each voice once, outwards. */
export function sourceChain(claim: Told, report: Carrier): ChainLink[] {
  const chain: ChainLink[] = [];
  const add = (link: ChainLink) => {
    if (!chain.some((known) => same(known.name, link.name))) chain.push(link);
  };
  if (claim.source) add(voice(claim.source, ""));
  for (const passed of claim.via) add(voice(passed, "quoted by"));
  if (report.agency) add({ joint: chain.length > 0 ? "quoted by" : "", name: report.agency, kind: null, party: false });
  const outlet = report.outlet ?? report.title ?? report.name;
  add({ joint: chain.length > 0 ? "in" : "", name: outlet, kind: null, party: false });
  return chain;
}

export function chainWords(chain: ChainLink[]): string {
  return chain.map((link, i) => (i === 0 ? link.name : `${link.joint} ${link.name}`)).join(", ");
}
