// Figures in words. An open side is said ("26 or more"), never filled in; a part is named for the people whom it counts.
import type { Bounds, Claim } from "../api/types";
import { formatCount, formatNumber } from "../ui/format";
import { groupWords, kindWords, meansWords, objectsWords, objectWords } from "./vocabulary";

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "26", "26 or more", "24 to 99", "600 000 or fewer", "no figure". */
export function bounds(min: number | null, max: number | null): string {
  if (min === null && max === null) return "no figure";
  if (min === null) return `${formatNumber(max!)} or fewer`;
  if (max === null) return `${formatNumber(min)} or more`;
  return min === max ? formatNumber(min) : `${formatNumber(min)} to ${formatNumber(max)}`;
}

/** The range of an incident's figure, with the best where it is neither end: "24 to 99, best 31". */
export function range({ low, best, high }: Bounds): string {
  const ends = bounds(low, high);
  if (best === null || (low === best && (high === best || high === null))) return ends;
  return `${ends}, best ${formatNumber(best)}`;
}

export interface Population {
  unit: string;
  status: string | null;
  group: string | null;
}

const statusWords: Record<string, string> = { civilian: "civilians", combatant: "fighters", mixed: "civilians and fighters" };

/** "everyone", "civilians", "fighters", "children", "civilian women", "families". */
export function population({ unit, status, group }: Population): string {
  const who = status === null || status === "unknown" ? "" : statusWords[status] ?? status;
  const which = group === null || group === "any" ? "" : groupWords(group);
  const people = !which ? who : status === "civilian" ? `civilian ${which}` : who ? `${who}: ${which}` : which;
  if (unit === "families") return people && people !== "civilians" ? `families (${people})` : "families";
  if (unit === "objects") return people || "objects";
  return people || "everyone";
}

const kSingular: Record<string, string> = {
  people: "person", civilians: "civilian", fighters: "fighter", families: "family", objects: "object", children: "child",
  women: "woman", men: "man", "aid workers": "aid worker", journalists: "journalist", detainees: "detainee", officials: "official",
  "elderly people": "elderly person", "medical staff": "medical worker",
};

/** "civilian women" → "civilian woman": the last word that has a singular. */
function singular(who: string): string {
  const [, before = "", last = who] = /^(civilian )(.*)$/.exec(who) ?? [];
  return before + (kSingular[last] ?? last);
}

/** People of a claim, as the figure counts them: "civilians", "1 child", "people". */
function counts(claim: Claim): string {
  const unit = claim.count?.unit ?? "persons";
  const one = claim.count?.min === 1 && claim.count.max === 1;
  if (unit === "objects" && claim.object) return one ? objectWords(claim.object) : objectsWords(claim.object);
  const people = population({ unit, status: claim.victims?.status ?? null, group: claim.victims?.group ?? null });
  const who = people === "everyone" ? "people" : people;
  return one ? singular(who) : who;
}

/** One claim in a line: "26 or more civilians killed", "hospital damaged", "attack: airstrike". */
export function claimWords(claim: Claim): string {
  const means = claim.means ? meansWords(claim.means) : "";
  switch (claim.kind) {
    case "attack":
      return capital(means ? `attack: ${means}` : claim.object ? `attack on ${objectWords(claim.object)}` : "attack");
    case "clash":
      return claim.actor && claim.opponent ? `Fighting: ${claim.actor.name} and ${claim.opponent.name}` : "Fighting";
    case "control":
      return `Control of ${claim.place?.name ?? "a place"}${claim.actor ? `: ${claim.actor.name}` : ""}`;
    default: {
      const what = kindWords(claim.kind);
      if (claim.count && (claim.count.min !== null || claim.count.max !== null))
        return `${bounds(claim.count.min, claim.count.max)} ${counts(claim)} ${what}`;
      if (claim.kind === "damaged") return capital(`${claim.object ? objectWords(claim.object) : "object"} damaged`);
      return claim.victims ? capital(`${counts(claim)} ${what}`) : capital(what);
    }
  }
}

/** "3 reports of 2 independent origins". */
export function told(reports: number, origins: number): string {
  return `${formatCount(reports, "report")} of ${formatCount(origins, "independent origin")}`;
}
