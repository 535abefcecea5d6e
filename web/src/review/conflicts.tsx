// Where the machine has since read something else than what a decision was made on. The decision stands until a
// reviewer says otherwise.

import type { Act, Evidence } from "../api/types";
import { Button } from "../ui/parts";
import { change, lastSeq, told } from "./acts";
import { send, takeBack } from "./outbox";
import type { Value } from "./values";

export function standingConflicts({ acts }: Evidence): Act[] {
  return acts.filter((act) => act.conflict !== null && act.undone_by === null && act.undoes === null);
}

export function Conflicts({ evidence, me, mayReview }: { evidence: Evidence; me: string; mayReview: boolean }) {
  const { id } = evidence.incident;
  const found = standingConflicts(evidence);
  if (!found.length) return null;
  const keepMine = (act: Act) => send({
    act: "correct", incident: id, claims: act.claims, field: act.field ?? undefined, value: act.after as Value,
    reason: `Kept against the machine's new reading: ${act.reason}`, expects: lastSeq(evidence),
  }, me);
  return (
    <section class="review-conflicts" aria-label="Conflicts">
      {found.map((act) => (
        <div key={act.seq}>
          <p>
            <b>The machine reads this differently now.</b> {act.by} {told(act)}
            {act.field && <>: <span class="review-change">{change(act)}</span></>}. {act.conflict}
          </p>
          {mayReview && (
            <div class="review-row">
              {act.act === "correct" && <Button small onClick={() => void keepMine(act)}>Keep the decision</Button>}
              <Button small onClick={() => void takeBack(act, id, "The machine's new reading is taken")}>Take the machine's</Button>
            </div>
          )}
        </div>
      ))}
    </section>
  );
}
