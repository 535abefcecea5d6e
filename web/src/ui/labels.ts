// What the value lists of docs/output.md and docs/incidents.md are called on the page.

const NAMES: Record<string, string> = {
  un: "UN", ngo: "NGO", ied_or_mine: "IED or mine", official_unnamed: "Unnamed official",
  women_and_children: "Women and children", any: "Any group", aid: "Aid", conflict: "In conflict",
  open: "Not reviewed",
};

/** "human_shield" → "Human shield". Names of actors, which are not of a list, pass as they are. */
export function label(value: string): string {
  if (NAMES[value]) return NAMES[value];
  if (!/^[a-z_]+$/.test(value)) return value;
  return value.charAt(0).toUpperCase() + value.slice(1).replaceAll("_", " ");
}

let regions: Intl.DisplayNames | null = null;

/** The name of an ISO 3166-1 alpha-2 code. */
export function countryName(code: string | null): string {
  if (!code) return "";
  try {
    regions ??= new Intl.DisplayNames(["en"], { type: "region" });
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

const GRADES: Record<string, string> = {
  confirmed: "A side to the conflict says so itself",
  fair: "Two independent origins or more",
  weak: "One independent origin",
  contested: "Several sides are blamed",
  discounted: "Only fighters are said to be hit",
};

export function gradeMeaning(grade: string): string {
  return GRADES[grade] ?? "";
}
