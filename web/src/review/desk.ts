// What lies on the reviewer's desk: the claim that keys speak of, the ticked claims, and the form that is open.

import { Observable } from "./observable";
import type { Found } from "./server";

export type Form = "accept" | "reject" | "correct" | "exclude" | "merge" | "split" | "note" | "sensitive" | "undo";

export interface Desk {
  incident: string | null;
  claim: string | null;
  ticked: readonly string[];
  form: Form | null;
  field: string;
  seq: number | null;  // the act that is to be taken back
}

const EMPTY: Desk = { incident: null, claim: null, ticked: [], form: null, field: "count", seq: null };

export const desk = new Observable<Desk>(EMPTY);

/** The incidents of the queue, for those who look for another one. */
export const listed = new Observable<Found[]>([]);

/** Another incident clears the desk. */
export function lay(incident: string): void {
  if (desk.get().incident !== incident) desk.set({ ...EMPTY, incident });
}

export function open(form: Form, more: Partial<Desk> = {}): void {
  desk.change({ form, ...more });
}

export function close(): void {
  desk.change({ form: null, seq: null });
}

export function tick(key: string): void {
  const { ticked } = desk.get();
  desk.change({ claim: key, ticked: ticked.includes(key) ? ticked.filter((one) => one !== key) : [...ticked, key] });
}

/** Moves the cursor over the claims as they are shown, from none to the first, and stays at the ends. */
export function moveClaim(by: 1 | -1): void {
  const shown = [...document.querySelectorAll<HTMLElement>("[data-claim]")];
  const at = shown.findIndex((element) => element.dataset.claim === desk.get().claim);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by));
  const element = shown[next];
  if (!element) return;
  const folded = element.closest("details");
  if (folded) folded.open = true;
  desk.change({ claim: element.dataset.claim ?? null });
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

let decided: ((incident: string) => void) | null = null;

/** The queue hears of each decision as soon as it is on its way, and goes on. */
export function onDecided(hear: ((incident: string) => void) | null): void {
  decided = hear;
}

export function tellDecided(incident: string): void {
  decided?.(incident);
}
