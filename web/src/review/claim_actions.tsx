// What the review adds to a claim and to an act of an incident's record.

import type { Act, EvidenceClaim } from "../api/types";
import { Button } from "../ui/parts";
import { mayBeUndone } from "./acts";
import { desk, open, tick } from "./desk";
import { useObservable } from "./observable";
import { useReviewer } from "./reviewer";

export function ClaimActions({ claim }: { claim: EvidenceClaim }) {
  const { mayReview } = useReviewer();
  const { ticked } = useObservable(desk);
  if (!mayReview) return null;
  return (
    <div class="review-row review-claim">
      <label class="review-tick">
        <input type="checkbox" checked={ticked.includes(claim.key)} onChange={() => tick(claim.key)} />
        <span>Tick<span class="quiet-for-eyes"> claim {claim.id} of {claim.report.name} for splitting</span></span>
      </label>
      <Button small kind="quiet" onClick={() => open("correct", { claim: claim.key })}>
        Correct<span class="quiet-for-eyes"> claim {claim.id}</span>
      </Button>
      {!claim.excluded && (
        <Button small kind="quiet" onClick={() => open("exclude", { claim: claim.key })}>
          Exclude<span class="quiet-for-eyes"> claim {claim.id}</span>
        </Button>
      )}
    </div>
  );
}

export function ActActions({ act }: { act: Act }) {
  const { mayReview } = useReviewer();
  if (act.seq < 0) return <span> · being kept …</span>;
  if (!mayReview || !mayBeUndone(act)) return null;
  return (
    <Button small kind="quiet" onClick={() => open("undo", { seq: act.seq })}>
      Take back<span class="quiet-for-eyes"> act {act.seq}</span>
    </Button>
  );
}
