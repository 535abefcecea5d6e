// The map's colours are those of src/style/tokens.css, read when it is drawn and when the theme changes.

const NAMES = [
  "sea", "land", "border", "map-ink", "map-halo", "paper", "ink", "ink-3", "accent",
  "killed-0", "killed-1", "killed-2", "killed-3", "killed-4",
  "killed-text-0", "killed-text-1", "killed-text-2", "killed-text-3", "killed-text-4",
] as const;
export type Colors = Record<(typeof NAMES)[number], string>;

/** From this many killed on a class begins; the legend says so. */
export const KILLED_CLASSES = [0, 1, 10, 100, 1000] as const;

export function readColors(): Colors {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Colors;
}
