// What a reviewer does, as the server takes it, and what the page shows of it before the server has answered.

import type { Act, Evidence, EvidenceClaim } from "../api/types";
import { inWords, valueOf, withValue, type Value } from "./values";
import { fieldLabel } from "./vocabulary";

export type ActName = "accept" | "reject" | "correct" | "merge" | "split" | "exclude" | "note" | "sensitive";

export interface Draft {
  act: ActName;
  incident: string;
  incidents?: string[];
  claims?: string[];
  field?: string;
  value?: Value | boolean;
  reason: string;
  expects?: number;
}

/** These say enough by themselves; all others need a reason. */
const PLAIN = new Set<ActName>(["accept"]);

export function needsReason(act: ActName): boolean {
  return !PLAIN.has(act);
}

/** The number of the last act that the page knows of: the server refuses what was drafted on older knowledge. */
export function lastSeq(evidence: Evidence): number {
  return evidence.acts.reduce((last, act) => Math.max(last, act.seq), 0);
}

function pendingAct(evidence: Evidence, draft: Draft, by: string, seq: number): Act {
  const claim = draft.field ? evidence.claims.find((one) => one.key === draft.claims?.[0]) : undefined;
  return {
    seq, at: new Date().toISOString(), by, role: "review", act: draft.act, incident: draft.incident,
    incidents: draft.incidents ?? [], claims: draft.claims ?? [], field: draft.field ?? null,
    before: claim && draft.field ? valueOf(claim, draft.field) : null, after: draft.value ?? null,
    reason: draft.reason, undoes: null, undone_by: null, conflict: null, hash: "", previous: "",
  };
}

function changedClaim(claim: EvidenceClaim, draft: Draft, act: Act): EvidenceClaim {
  if (!draft.claims?.includes(claim.key)) return claim;
  if (draft.act === "exclude") return { ...claim, excluded: true, role: "excluded", reason: draft.reason };
  if (draft.act !== "correct" || !draft.field) return claim;
  const correction = {
    field: draft.field, before: act.before, after: draft.value, by: act.by, at: act.at, reason: draft.reason,
    conflict: null, seq: act.seq,
  };
  return {
    ...withValue(claim, draft.field, draft.value as Value),
    corrections: [...claim.corrections.filter((one) => one.field !== draft.field), correction],
  };
}

/**
 * The evidence as it will probably be. Figures are the server's to work out.
 * `seq` is the act's number once the server has kept it.
 */
export function foreseen(evidence: Evidence, draft: Draft, by: string, seq = -1): Evidence {
  const act = pendingAct(evidence, draft, by, seq);
  const review = { ...evidence.incident.review };
  if (draft.act === "accept") review.state = "accepted";
  if (draft.act === "reject") review.state = "rejected";
  if (draft.act === "sensitive") review.sensitive = draft.value !== false;
  if (draft.act === "correct" || draft.act === "exclude") review.edited = true;
  return {
    ...evidence,
    incident: { ...evidence.incident, review },
    claims: evidence.claims.map((claim) => changedClaim(claim, draft, act)),
    acts: [...evidence.acts, act],
  };
}

/** Acts that were undone stay undone, an undoing is answered by a new act, and a look at names cannot be unseen. */
export function mayBeUndone(act: Act): boolean {
  return act.seq > 0 && act.undoes === null && act.undone_by === null && act.act !== "unmasked-view";
}

/** Whether an act is shown that the server has not kept yet. */
export const isUnderWay = (acts: Act[]) => acts.some((act) => act.seq < 0);

/** What `u` takes back: the last act, and nothing while that is still on its way. */
export function lastUndoable(acts: Act[]): Act | undefined {
  return isUnderWay(acts) ? undefined : [...acts].reverse().find(mayBeUndone);
}

const claimNumbers = (keys: string[]) => keys.map((key) => key.split("/").pop()).join(", ");

/** An act as a sentence's predicate: "corrected the count of c3". */
export function told(act: Pick<Act, "act" | "undoes" | "incidents" | "claims" | "field" | "after">): string {
  if (act.undoes !== null) return `took back act ${act.undoes}`;
  switch (act.act) {
    case "accept": return "accepted the incident";
    case "reject": return "rejected the incident";
    case "note": return "noted";
    case "sensitive": return act.after === false ? "no longer marks it sensitive" : "marked it sensitive";
    case "merge": return `merged ${act.incidents.join(" and ")}`;
    case "split": return `split off ${claimNumbers(act.claims)}`;
    case "exclude": return `excluded ${claimNumbers(act.claims)}`;
    case "correct":
      return `corrected ${fieldLabel(act.field ?? "").toLowerCase()} of ${claimNumbers(act.claims)}`;
    case "unmasked-view": return "looked at names unmasked";
    default: return act.act;
  }
}

/** "24 → 27 or more", for acts that changed a value. */
export function change(act: Act): string | null {
  return act.field ? `${inWords(act.before)} → ${inWords(act.after)}` : null;
}
