// Series of one subject together: the same harm, people, place and kind of total, by whoever says it.

import type { Series, SeriesPoint } from "../api/types";
import { formatDay } from "../ui/format";
import { countryName } from "../ui/labels";
import { bounds, capital, population } from "../words/figures";
import { kindWords } from "../words/vocabulary";

export interface Subject {
  key: string;
  series: Series[];
}

const keyOf = ({ kind, unit, status, group, place, country, scope }: Series) =>
  [kind, unit, status, group, place, country, scope].map((one) => one ?? "").join("|");

/** In the order in which their first series came. */
export function subjectsOf(all: Series[]): Subject[] {
  const subjects = new Map<string, Subject>();
  for (const series of all) {
    const key = keyOf(series);
    const known = subjects.get(key);
    if (known) known.series.push(series);
    else subjects.set(key, { key, series: [series] });
  }
  return [...subjects.values()];
}

/** "Civilians displaced", "Families in camps or shelters". */
export function subjectWords(series: Series): string {
  const who = population(series);
  return capital(`${who === "everyone" ? "people" : who} ${kindWords(series.kind)}`);
}

export function placeWords({ place, country }: Series): string {
  const land = countryName(country);
  if (!place) return land || "Place not known";
  return land && land !== place ? `${place}, ${land}` : place;
}

export function sourceWords({ source, actor }: Series): string {
  return `${source ?? "Source not named"}${actor ? ` (by ${actor})` : ""}`;
}

export const dayOf = (point: SeriesPoint): string | null => point.as_of ?? point.published;

/** The figure that a line goes through: the lower bound, or the upper where the lower is open. */
export const valueOf = (point: SeriesPoint): number | null => point.min ?? point.max;

export function pointWords(point: SeriesPoint): string {
  const day = dayOf(point);
  const since = point.since ? ` since ${formatDay(point.since)}` : "";
  return `${bounds(point.min, point.max)}${since}${day ? `, as of ${formatDay(day)}` : ""}`;
}

/** Points that have a day, in order; those without are only in the table. */
export function dated(series: Series): SeriesPoint[] {
  return series.points
    .filter((point) => dayOf(point) !== null && valueOf(point) !== null)
    .sort((a, b) => dayOf(a)!.localeCompare(dayOf(b)!));
}
