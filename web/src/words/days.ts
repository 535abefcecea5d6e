// Days in words. They are calendar days without a zone, so they are read as UTC and never shifted.

const kMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

interface Day {
  year: number;
  month: number;
  day: number;
}

function read(iso: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : null;
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** "9 March 2017". */
export function day(iso: string): string {
  const d = read(iso);
  return d ? `${d.day} ${kMonths[d.month - 1]} ${d.year}` : iso;
}

/** "9 Mar 2017". */
export function shortDay(iso: string): string {
  const d = read(iso);
  return d ? `${d.day} ${kMonths[d.month - 1].slice(0, 3)} ${d.year}` : iso;
}

/** "9 March 2017", "9 to 11 March 2017", "March 2017", "2017", "since …"; null where neither side is known. */
export function days(from: string | null, to: string | null): string | null {
  if (!from && !to) return null;
  if (!from) return `until ${day(to!)}`;
  if (!to) return `since ${day(from)}`;
  if (from === to) return day(from);
  const a = read(from);
  const b = read(to);
  if (!a || !b) return `${from} to ${to}`;
  const whole = a.day === 1 && b.day === lastDay(b.year, b.month);
  if (whole && a.year === b.year) {
    if (a.month === b.month) return `${kMonths[a.month - 1]} ${a.year}`;
    if (a.month === 1 && b.month === 12) return String(a.year);
  }
  if (a.year === b.year && a.month === b.month) return `${a.day} to ${b.day} ${kMonths[a.month - 1]} ${a.year}`;
  if (a.year === b.year) return `${a.day} ${kMonths[a.month - 1]} to ${b.day} ${kMonths[b.month - 1]} ${a.year}`;
  return `${day(from)} to ${day(to)}`;
}

/** When it happened, with its vagueness said: "some day in March 2017", "between 9 and 11 March 2017". */
export function happened(from: string | null, to: string | null): string {
  const span = days(from, to);
  if (span === null) return "day not known";
  if (from === to || !from || !to) return span;
  return /^\d{4}$|^[A-Z]/.test(span) ? `in ${span}` : span;
}

/** "9 March 2017, 14:05 UTC" of a moment. */
export function moment(iso: string): string {
  const clock = /T(\d{2}:\d{2})/.exec(iso);
  return clock ? `${day(iso)}, ${clock[1]} UTC` : day(iso);
}

/** Days since 1970, for scales. */
export function dayNumber(iso: string): number {
  const d = read(iso);
  return d ? Date.UTC(d.year, d.month - 1, d.day) / 86_400_000 : NaN;
}
