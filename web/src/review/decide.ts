// A decision on the incident that is open: sent, shown at once, and followed where it leads.

import type { Evidence } from "../api/types";
import { getState, go } from "../state/store";
import { lastSeq, type Draft } from "./acts";
import { close, tellDecided } from "./desk";
import { send } from "./outbox";

export async function decide(evidence: Evidence, me: string, draft: Partial<Draft>): Promise<void> {
  const { id } = evidence.incident;
  close();
  const whole = { incident: id, expects: lastSeq(evidence), reason: "", ...draft } as Draft;
  const answer = send(whole, me);
  if (whole.act === "accept" || whole.act === "reject") tellDecided(id);
  const done = await answer;
  const [now] = done?.incidents ?? [];
  if (now && getState().incident === id && !done!.incidents.includes(id)) go({ incident: now }, "replace");
}
