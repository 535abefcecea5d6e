// Figures and days as people read them. The thin space does not break and sets no locale's mark.

import type { Bounds } from "../api/types";

const THIN = "\u202f";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 1234567 → "1 234 567"; four digits stay together unless beside longer ones. */
export function formatNumber(value: number): string {
  const [whole, part] = String(value).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, THIN);
  return part ? `${grouped}.${part}` : grouped;
}

/** For labels with little room: 1 234 567 → "1.2 M". */
export function formatShort(value: number): string {
  if (value < 10_000) return formatNumber(value);
  if (value < 1_000_000) return `${Math.round(value / 1000)}${THIN}k`;
  return `${(value / 1e6).toFixed(1).replace(/\.0$/, "")}${THIN}M`;
}

/** "8–12" of a range, "12" of one figure, "12+" where the upper side is open, "–" of nothing. */
export function formatRange({ low, high }: Pick<Bounds, "low" | "high">): string {
  if (low === null && high === null) return "–";
  if (low === null) return `≤${THIN}${formatNumber(high!)}`;
  if (high === null) return `${formatNumber(low)}+`;
  return low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
}

export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** "2017-03-09" → "9 Mar 2017". */
export function formatDay(day: string | null): string {
  if (!day) return "undated";
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}

function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The shortest form of two days, both included: "9 Mar 2017", "9–12 Mar 2017", "Mar 2017", "2017". */
export function formatSpan(from: string | null, to: string | null): string {
  if (!from || !to) return from ? `from ${formatDay(from)}` : to ? `until ${formatDay(to)}` : "undated";
  if (from === to) return formatDay(from);
  const [y1, m1, d1] = from.split("-").map(Number) as [number, number, number];
  const [y2, m2, d2] = to.split("-").map(Number) as [number, number, number];
  const whole = d1 === 1 && d2 === lastOfMonth(y2, m2);
  if (y1 === y2 && whole && m1 === 1 && m2 === 12) return String(y1);
  if (y1 === y2 && m1 === m2) return whole ? `${MONTHS[m1 - 1]} ${y1}` : `${d1}–${d2} ${MONTHS[m1 - 1]} ${y1}`;
  if (whole && m1 === 1 && m2 === 12) return `${y1}–${y2}`;
  if (whole) return `${MONTHS[m1 - 1]}${y1 === y2 ? "" : ` ${y1}`} – ${MONTHS[m2 - 1]} ${y2}`;
  if (y1 === y2) return `${d1} ${MONTHS[m1 - 1]} – ${formatDay(to)}`;
  return `${formatDay(from)} – ${formatDay(to)}`;
}

/** A title without the country and the days, where these stand beside it: "Airstrike in Marib". */
export function shortTitle(title: string): string {
  return title.replace(/(, [A-Z]{2})?, (no date|[\d/-]+)$/, "");
}
