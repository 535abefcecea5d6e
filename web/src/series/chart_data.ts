// Several series on one axis of days, which uPlot counts in seconds.

import type { Series, SeriesPoint } from "../api/types";
import { dayNumber } from "../words/days";
import { dated, dayOf } from "./subjects";

export const secondsOf = (day: string): number => dayNumber(day) * 86_400;

/** Each day on which any series has a figure, in order. */
export function daysOf(all: Series[]): number[] {
  const days = all.flatMap((series) => dated(series).map((point) => secondsOf(dayOf(point)!)));
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Points that may be joined by a line: one after the other, counted from the same day. */
export function runsOf(series: Series): SeriesPoint[][] {
  const runs: SeriesPoint[][] = [];
  for (const point of dated(series)) {
    const last = runs[runs.length - 1];
    if (last && last[0].since === point.since) last.push(point);
    else runs.push([point]);
  }
  return runs;
}

const kMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Labels of the axis of days: the year only where it begins or changes. */
export function dayLabels(ticks: number[], step: number): string[] {
  let year = 0;
  return ticks.map((tick) => {
    const at = new Date(tick * 1000);
    const now = at.getUTCFullYear();
    if (step >= 360 * 86_400) return String(now);
    const short = step >= 27 * 86_400 ? kMonths[at.getUTCMonth()] : `${at.getUTCDate()} ${kMonths[at.getUTCMonth()]}`;
    const label = now === year ? short : `${short}\n${now}`;
    year = now;
    return label;
  });
}

/** The greatest bound of all, for the axis. */
export function greatest(all: Series[]): number {
  return Math.max(1, ...all.flatMap(({ points }) => points.flatMap(({ min, max }) => [min ?? 0, max ?? 0])));
}

/** Days with some room at both ends, so that a single point does not lie on the border. */
export function spanOf(days: number[]): [number, number] {
  const [first, last] = [days[0] ?? 0, days[days.length - 1] ?? 0];
  const room = Math.max((last - first) * 0.05, 7 * 86_400);
  return [first - room, last + room];
}
