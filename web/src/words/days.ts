// When, in words that keep the vagueness of a span; and days as numbers, for scales. Days have no zone: they are never shifted.

import { formatDay, formatSpan } from "../ui/format";

/** When it happened: "9 Mar 2017", "some day in Mar 2017", "some time from 9–12 Mar 2017", "day not known". */
export function happened(from: string | null, to: string | null): string {
  if (!from && !to) return "Day not known";
  if (!from || !to || from === to) return formatSpan(from, to);
  const span = formatSpan(from, to);
  return /^\d{1,2}[ –]/.test(span) ? `Within ${span}` : `In ${span}`;
}

/** "20 Nov 2026, 10:02 UTC" of a moment. */
export function moment(iso: string): string {
  const clock = /T(\d{2}:\d{2})/.exec(iso);
  return clock ? `${formatDay(iso.slice(0, 10))}, ${clock[1]} UTC` : formatDay(iso);
}

/** Days since 1970. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000;
}
