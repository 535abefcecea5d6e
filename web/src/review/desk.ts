// What lies on the reviewer's desk: the claim that keys speak of, the ticked claims, and the form that is open.

import { Observable } from "./observable";
import type { Found } from "./server";

export type Form = "accept" | "reject" | "correct" | "exclude" | "merge" | "split" | "note" | "sensitive" | "undo";

/** These open at the claim, all others at the head of the incident. */
export const CLAIM_FORMS: ReadonlySet<Form> = new Set(["correct", "exclude"]);

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

const shownClaims = () => [...document.querySelectorAll<HTMLElement>("[data-claim]")];

/** Puts the cursor on a claim, and brings it into view. */
export function pointAt(key: string): void {
  desk.change({ claim: key });
  const element = shownClaims().find((one) => one.dataset.claim === key);
  const folded = element?.closest("details");
  if (folded) folded.open = true;
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}

/** Moves the cursor over the claims as they are shown, from none to the first, and stays at the ends. */
export function moveClaim(by: 1 | -1): void {
  const keys = shownClaims().map((element) => element.dataset.claim!);
  const at = keys.indexOf(desk.get().claim ?? "");
  const next = at < 0 ? (by > 0 ? 0 : keys.length - 1) : Math.min(keys.length - 1, Math.max(0, at + by));
  if (keys.length) pointAt(keys[next]!);
}

let decided: ((incident: string) => void) | null = null;

/** The queue hears of each decision as soon as it is on its way, and goes on. */
export function onDecided(hear: ((incident: string) => void) | null): void {
  decided = hear;
}

export function tellDecided(incident: string): void {
  decided?.(incident);
}
