// Acts on their way to the server. The page shows them at once; a refusal takes them back and says why, also when
// the reviewer has long gone on to the next incident. Acts on one incident are sent one after the other.

import { ApiError } from "../api/client";
import type { Act, Evidence, Problem } from "../api/types";
import { foreseen, told, type Draft } from "./acts";
import { Observable } from "./observable";
import { postAct, undoAct, type Done } from "./server";

interface Sent {
  draft: Draft;
  by: string;
  seq: number | null;  // once the server has kept it
}

export interface Trouble {
  incident: string;
  draft: Draft | null;  // null: an undoing
  problem: Problem;
}

export interface Outbox {
  sent: Sent[];
  trouble: Trouble | null;
  said: string; // for screen readers
  gone: readonly string[]; // incidents that merging or splitting has replaced
}

export const outbox = new Observable<Outbox>({ sent: [], trouble: null, said: "", gone: [] });

const queues = new Map<string, Promise<unknown>>();
const known = new Map<string, number>();

function inTurn<T>(incident: string, work: () => Promise<T>): Promise<T> {
  const next = (queues.get(incident) ?? Promise.resolve()).then(work, work);
  queues.set(incident, next.catch(() => undefined));
  return next;
}

function kept(involved: string[], done: Done): void {
  for (const id of [...involved, ...done.incidents]) known.set(id, done.act.seq);
  const gone = done.incidents.length ? involved.filter((id) => !done.incidents.includes(id)) : [];
  const { gone: before } = outbox.get();
  outbox.change({ gone: [...before, ...gone].filter((id) => !done.incidents.includes(id)), said: `Kept: ${told(done.act)}.` });
}

function refused(incident: string, draft: Draft | null, error: unknown): void {
  const problem = error instanceof ApiError ? error.problem
    : { type: "about:blank", title: "Error", status: 0, detail: String(error) };
  outbox.change({ trouble: { incident, draft, problem }, said: `Not kept: ${problem.detail || problem.title}` });
}

/** Sends an act; null if it was refused. */
export async function send(draft: Draft, by: string): Promise<Done | null> {
  const entry: Sent = { draft, by, seq: null };
  outbox.change({ sent: [...outbox.get().sent, entry], trouble: null });
  try {
    const done = await inTurn(draft.incident, () => {
      const expects = Math.max(draft.expects ?? 0, known.get(draft.incident) ?? 0);
      return postAct({ ...draft, expects });
    });
    const settled = { ...entry, seq: done.act.seq };
    outbox.change({ sent: outbox.get().sent.map((one) => (one === entry ? settled : one)).slice(-50) });
    kept([draft.incident, ...(draft.incidents ?? [])], done);
    return done;
  } catch (error) {
    outbox.change({ sent: outbox.get().sent.filter((one) => one !== entry) });
    refused(draft.incident, draft, error);
    return null;
  }
}

/** Takes an act back, by another act. */
export async function takeBack(act: Act, incident: string, reason: string): Promise<Done | null> {
  outbox.change({ trouble: null });
  try {
    const done = await inTurn(incident, () => undoAct(act.seq, reason));
    const stillShown = outbox.get().sent.filter((one) => one.seq !== act.seq);
    outbox.change({ sent: stillShown });
    kept([incident], done);
    return done;
  } catch (error) {
    refused(incident, null, error);
    return null;
  }
}

/** The evidence with what is on its way, and with what the server has kept since it was asked. */
export function withSent(evidence: Evidence, { sent }: Outbox): Evidence {
  const has = (seq: number | null) => seq !== null && evidence.acts.some((act) => act.seq === seq);
  return sent.filter((one) => one.draft.incident === evidence.incident.id && !has(one.seq))
    .reduce((shown, one) => foreseen(shown, one.draft, one.by, one.seq ?? undefined), evidence);
}
