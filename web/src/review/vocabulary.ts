// The words that a field of a claim may hold, as docs/output.md lists them, and what a reviewer may correct.

export const CHOICES: Record<string, readonly string[]> = {
  kind: ["killed", "injured", "detained", "human_shield", "recruited", "missing", "trapped", "displaced", "sheltered",
    "returned", "abused", "deprived", "attack", "damaged", "clash", "control"],
  "victims.status": ["civilian", "combatant", "mixed", "unknown"],
  "victims.group": ["children", "women", "women_and_children", "men", "elderly", "medical", "aid_workers", "journalists",
    "detainees", "officials", "any"],
  means: ["airstrike", "drone", "missile", "artillery", "naval", "suicide_bombing", "car_bomb", "ied_or_mine", "gunfire",
    "execution", "chemical", "siege", "ground_assault", "arson", "looting", "abuse", "other"],
  object: ["hospital", "clinic", "school", "place_of_worship", "water_system", "energy", "industry",
    "government_building", "detention_site", "farm", "vehicle", "home", "market", "aid", "cultural_property",
    "bridge_or_road", "camp", "media", "other"],
  certainty: ["asserted", "hedged", "denied", "possible", "future"],
  scope: ["incident", "cumulative", "state"],
};

/** Fields that may be left without a value. */
export const EMPTY_ALLOWED = new Set(["actor", "opponent", "means", "object", "place", "time", "count",
  "victims.status", "victims.group"]);

export const FIELDS: readonly { name: string; label: string }[] = [
  { name: "count", label: "Count" },
  { name: "kind", label: "Kind" },
  { name: "victims.status", label: "Victims: status" },
  { name: "victims.group", label: "Victims: group" },
  { name: "actor", label: "Actor" },
  { name: "opponent", label: "Opponent" },
  { name: "means", label: "Means" },
  { name: "object", label: "Object" },
  { name: "place", label: "Place" },
  { name: "time", label: "Days" },
  { name: "certainty", label: "Certainty" },
  { name: "scope", label: "Scope" },
];

export const STATE_NAMES = { open: "Not reviewed", accepted: "Accepted", rejected: "Rejected" } as const;
export const STATE_TONES = { open: "plain", accepted: "good", rejected: "warn" } as const;

/** UCDP's where_prec, in words. */
export const PRECISIONS: readonly string[] = [
  "the exact place", "within 25 km of it", "the district", "the province", "a part of the country or a line",
  "the country", "sea or air outside a country",
];

export function fieldLabel(name: string): string {
  return FIELDS.find((field) => field.name === name)?.label ?? name;
}
