// Where the bars of a range plot lie: a scale from nought, round ticks, and how an open side is drawn.

import type { Bounds, HistoryStep } from "../api/types";
import { dayNumber } from "../words/days";

export interface Scale {
  max: number;
  ticks: number[];
}

/** An open upper side needs room to go on. */
const kRoom = 1.3;

/** From nought to a round number that holds every value; few ticks, whole numbers. */
export function scaleFor(ranges: Bounds[]): Scale {
  const tops = ranges.map(({ low, best, high }) => high ?? Math.max(low ?? 0, best ?? 0) * kRoom);
  const top = Math.max(1, ...tops, ...ranges.map(({ best }) => best ?? 0));
  const power = 10 ** Math.floor(Math.log10(top));
  const step = Math.max(1, [0.2, 0.5, 1, 2].map((share) => share * power).find((one) => top / one <= 5) ?? 2 * power);
  const max = Math.ceil(top / step) * step;
  const ticks = Array.from({ length: Math.round(max / step) + 1 }, (_, i) => Math.round(i * step));
  return { max, ticks };
}

export interface Bar {
  /** Shares of the plot, 0 to 1. An open side has no end: the bar goes on to the border and fades. */
  from: number;
  to: number;
  best: number | null;
  openLow: boolean;
  openHigh: boolean;
}

export function barOf({ low, best, high }: Bounds, { max }: Scale): Bar | null {
  if (low === null && best === null && high === null) return null;
  const at = (value: number) => Math.min(1, Math.max(0, value / max));
  return {
    from: low === null ? 0 : at(low),
    to: high === null ? 1 : at(high),
    best: best === null ? null : at(best),
    openLow: low === null,
    openHigh: high === null,
  };
}

/** One population of one harm, through time. */
export interface Track {
  steps: HistoryStep[];
  /** Share of the width, one a step: in proportion to days, but never nearer than `gap`. */
  at: number[];
}

/** Steps by day; those without one come last, at equal distance. */
export function track(steps: HistoryStep[], gap: number): Track {
  const known = steps.flatMap(({ published }) => (published ? [dayNumber(published)] : []));
  const first = Math.min(...known);
  const span = Math.max(...known) - first;
  let last = -Infinity;
  const raw = steps.map(({ published }) => {
    const wished = published && span > 0 ? (dayNumber(published) - first) / span : Math.max(0, last + gap);
    last = Math.max(wished, last + gap);
    return last;
  });
  const [start, end] = [raw[0] ?? 0, raw[raw.length - 1] ?? 0];
  return { steps, at: raw.map((one) => (end > start ? (one - start) / (end - start) : 0.5)) };
}
