// Numbers as people read them: grouped by a narrow space that never breaks, so that 12 500 stays one word.

const kThin = "\u202f";

export function number(value: number): string {
  const digits = String(Math.abs(Math.round(value)));
  const grouped = digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, kThin) : digits;
  return value < 0 ? `\u2212${grouped}` : grouped;
}

/** "1 report", "12 reports". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: string[], last = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
