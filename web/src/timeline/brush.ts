// The arithmetic of the brush, on whole days since 1970. A range holds its first day and ends before its last.

import type { Days } from "../state/url";

export type Step = "day" | "week" | "month" | "year";
export interface Range {
  start: number;
  end: number;
}

const DAY = 86_400_000;

export function toDay(text: string): number {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / DAY);
}

export function fromDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The first day of the next bucket. */
export function nextBucket(day: number, step: Step): number {
  if (step === "day") return day + 1;
  if (step === "week") return day + 7;
  const date = new Date(day * DAY);
  if (step === "month") date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCFullYear(date.getUTCFullYear() + 1);
  return Math.round(date.getTime() / DAY);
}

/** Where buckets begin, and where the last one ends. */
export function edges(from: string[], step: Step): number[] {
  const starts = from.map(toDay);
  return starts.length ? [...starts, nextBucket(starts[starts.length - 1]!, step)] : [];
}

export function daysOf(range: Range): Days {
  return { from: fromDay(range.start), to: fromDay(range.end - 1) };
}

/** The part of the timeline that these days cover; an open side reaches its end. */
export function rangeOf(days: Days | null, whole: Range): Range | null {
  if (!days) return null;
  const start = days.from ? Math.max(whole.start, toDay(days.from)) : whole.start;
  const end = days.to ? Math.min(whole.end, toDay(days.to) + 1) : whole.end;
  return end > start ? { start, end } : null;
}

/** The edge nearest to a day. */
export function snap(day: number, marks: number[]): number {
  return marks.reduce((best, mark) => (Math.abs(mark - day) < Math.abs(best - day) ? mark : best), marks[0] ?? day);
}

/** The edge `steps` buckets away. */
export function stepEdge(day: number, steps: number, marks: number[]): number {
  const at = marks.indexOf(snap(day, marks));
  return marks[Math.max(0, Math.min(marks.length - 1, at + steps))] ?? day;
}

/** A drag from one day to another: whole buckets, at least one. */
export function dragged(from: number, to: number, marks: number[]): Range {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  let first = 0;
  while (first < marks.length - 2 && marks[first + 1]! <= low) ++first;
  let last = first + 1;
  while (last < marks.length - 1 && marks[last]! < high) ++last;
  return { start: marks[first]!, end: marks[last]! };
}

/** A range moved as a whole, kept inside. */
export function moved(range: Range, by: number, marks: number[]): Range {
  const first = marks[0]!;
  const last = marks[marks.length - 1]!;
  const kept = Math.max(first - range.start, Math.min(last - range.end, by));
  const start = snap(range.start + kept, marks);
  const end = snap(range.end + kept, marks);
  return end > start ? { start, end } : { start, end: stepEdge(start, 1, marks) };
}

/** Round places for labels of the axis: years, then months, then days, about `most` of them. */
export function ticks(whole: Range, most: number): { day: number; text: string }[] {
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const length = whole.end - whole.start;
  const found: { day: number; text: string }[] = [];
  const months = length / 30.44;
  if (months < 2.5) {
    const every = [1, 2, 5, 10, 15].find((n) => length / n <= most) ?? 30;
    for (let day = whole.start; day < whole.end; ++day) {
      const date = new Date(day * DAY);
      if ((date.getUTCDate() - 1) % every === 0 && date.getUTCDate() < 30) found.push({ day, text: `${date.getUTCDate()} ${names[date.getUTCMonth()]}` });
    }
    return found;
  }
  const every = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((n) => months / n <= most) ?? 1200;
  const first = new Date(whole.start * DAY);
  for (let month = first.getUTCFullYear() * 12 + first.getUTCMonth(); ; ++month) {
    const day = Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY);
    if (day >= whole.end) return found;
    if (day < whole.start || (every >= 12 ? month % 12 !== 0 || Math.floor(month / 12) % (every / 12) !== 0 : month % every !== 0)) continue;
    const year = String(Math.floor(month / 12));
    found.push({ day, text: month % 12 === 0 ? year : names[month % 12]! });
  }
}
