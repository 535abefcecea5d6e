// The closed lists of docs/output.md and docs/methodology.md in plain words, each value with its meaning where people ask
// for it. A value that a newer server adds is shown as it is written, with its underscores as spaces.

import { gradeMeaning, label } from "../ui/labels";

export interface Meaning {
  words: string;
  meaning: string;
}

export const plain = (value: string): string => value.replace(/[_-]/g, " ");

const word = (table: Record<string, string>) => (value: string) => table[value] ?? plain(value);

export const kindWords = word({
  human_shield: "used as human shields",
  deprived: "left without food, water, medicine or aid",
  sheltered: "in camps or shelters",
  clash: "fighting",
  control: "control of a place",
  recruited: "forced to fight",
});

export const meansWords = word({
  ied_or_mine: "mine or improvised bomb",
  suicide_bombing: "suicide bombing",
  car_bomb: "car bomb",
  airstrike: "airstrike",
  drone: "drone strike",
  missile: "missile",
  artillery: "shelling",
  naval: "fire from the sea",
  chemical: "chemical weapon",
  ground_assault: "ground assault",
  abuse: "abuse",
  other: "other means",
});

export const objectWords = word({
  place_of_worship: "place of worship",
  energy: "energy supply",
  industry: "industrial site",
  aid: "aid",
  media: "media office",
  other: "object",
  bridge_or_road: "bridge or road",
});

const objects: Record<string, string> = {
  place_of_worship: "places of worship", energy: "energy supplies", industry: "industrial sites", bridge_or_road: "bridges or roads",
  cultural_property: "cultural objects", media: "media offices", aid: "aid stores", other: "objects",
};

export const objectsWords = (value: string): string => objects[value] ?? `${plain(value)}s`;

export const groupWords = word({ women_and_children: "women and children", elderly: "elderly people", medical: "medical staff", any: "people" });

export const sourceKindWords = word({
  un: "United Nations",
  ngo: "aid or rights organisation",
  monitor: "monitoring group",
  armed_group: "armed group",
  medical: "medical staff",
  official_unnamed: "unnamed official",
  other: "other source",
});

export const blockWords = word({ list_item: "list item", cell: "table cell", boilerplate: "the page’s own words" });

const responsibilities: Record<string, Meaning> = {
  unclaimed: { words: "Nobody blamed", meaning: "No report says who did it." },
  accused: { words: "Accused", meaning: "A side is said to have done it; it has not said so itself." },
  claimed: { words: "Claimed", meaning: "An armed group says that it did it." },
  admitted: { words: "Admitted", meaning: "A state’s forces say that they did it." },
  denied: { words: "Denied", meaning: "The side that is blamed denies it." },
  contested: { words: "Contested", meaning: "Several sides are blamed, or a side both says and denies that it did it." },
};

const strikes: Record<string, Meaning> = {
  declared_strike: { words: "Declared strike", meaning: "A side says that it struck here." },
  likely_strike: { words: "Likely strike", meaning: "Two or more independent origins tell of a strike." },
  contested_strike: { words: "Contested strike", meaning: "It is denied, or several sides are blamed for it." },
  single_source_claim: { words: "Strike told by one source", meaning: "One independent origin tells of a strike." },
};

const roles: Record<string, Meaning> = {
  recommended: { words: "Recommended", meaning: "The best figures rest on these claims." },
  triangulation: { words: "Triangulation", meaning: "Other claims about the same thing: they support it, widen the range or add detail." },
  superseded: { words: "Superseded", meaning: "The same voice has said another figure since." },
  excluded: { words: "Excluded", meaning: "These count for nothing: denied, not yet happened, taken back, or left out by a reviewer." },
};

const reasons: Record<string, string> = {
  "best-figure": "its figure is the best one: the middle of what independent origins say last",
  agrees: "another origin with the same figure",
  "other-figure": "another origin with another figure, which low and high take in",
  "same-origin": "its origin speaks already through another claim",
  vague: "gives words where others give figures",
  early: "early: two or more origins have told on a later day",
  outlier: "far from what most origins say, so left out of the range",
  "no-figure": "tells of it without a figure",
  part: "a part of another figure, never added to it",
  "impossible-part": "larger than the whole of which it is a part: flagged, not repaired",
  "later-toll": "its source has said another figure on a later day",
  denied: "says that it did not happen",
  "not-occurred": "says that it may happen, or will",
  withdrawn: "its report was taken back",
  "excluded-by-reviewer": "left out by a reviewer",
};

const certainties: Record<string, Meaning> = {
  asserted: { words: "Said as fact", meaning: "Said as fact by the reporter or by the source named." },
  hedged: { words: "Hedged", meaning: "Said with reserve: allegedly, reportedly, could not be verified." },
  denied: { words: "Denied", meaning: "Said not to have happened." },
  possible: { words: "Possible", meaning: "May, might or could have happened." },
  future: { words: "Expected", meaning: "Will happen, is expected or is threatened." },
};

const scopes: Record<string, Meaning> = {
  incident: { words: "One event", meaning: "One event, or one short series of them." },
  cumulative: { words: "In all", meaning: "A total over a period or over many events; never added to incidents." },
  state: { words: "At a moment", meaning: "What stands at a moment, such as the people in a camp." },
};

const alarms: Record<string, Meaning> = {
  fell: { words: "Fell", meaning: "This total is less than the one before it, counted from the same day. Totals do not fall unless they are corrected." },
  jumped: { words: "Jumped", meaning: "Three times the figure before it or more, within thirty days." },
  "less-than-sum": { words: "Less than its incidents", meaning: "The incidents of its place and time add up to more than this total, even by their lowest figures." },
};

const look = (table: Record<string, Meaning>) => (value: string): Meaning =>
  table[value] ?? { words: plain(value), meaning: "" };

export const grade = (value: string): Meaning => ({ words: label(value), meaning: gradeMeaning(value) });
export const responsibility = look(responsibilities);
export const strike = look(strikes);
export const role = look(roles);
export const certainty = look(certainties);
export const scope = look(scopes);
export const alarm = look(alarms);
export const reason = (value: string): string => reasons[value] ?? plain(value);
export const kRoles = Object.keys(roles);
