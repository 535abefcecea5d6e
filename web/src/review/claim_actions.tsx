// What the review adds to a claim and to an act of an incident's record.

import type { Act, Evidence, EvidenceClaim } from "../api/types";
import { Button } from "../ui/parts";
import { mayBeUndone } from "./acts";
import { decide } from "./decide";
import { CLAIM_FORMS, desk, open, pointAt, tick } from "./desk";
import { useObservable } from "./observable";
import { OpenForm } from "./open_form";
import { useReviewer } from "./reviewer";

export function ClaimActions({ claim, evidence }: { claim: EvidenceClaim; evidence: Evidence }) {
  const { me, mayReview } = useReviewer();
  const { ticked, form, claim: current } = useObservable(desk);
  if (!mayReview) return null;
  if (form && CLAIM_FORMS.has(form) && current === claim.key)
    return <OpenForm key={form} evidence={evidence} onDraft={(draft) => void decide(evidence, me, draft)} />;
  const openHere = (chosen: "correct" | "exclude") => {
    pointAt(claim.key);
    open(chosen, { claim: claim.key });
  };
  return (
    <div class="review-row review-claim">
      <label class="review-tick">
        <input type="checkbox" checked={ticked.includes(claim.key)} onChange={() => tick(claim.key)} />
        <span>Tick<span class="quiet-for-eyes"> claim {claim.id} of {claim.report.name} for splitting</span></span>
      </label>
      <Button small kind="quiet" onClick={() => openHere("correct")}>
        Correct<span class="quiet-for-eyes"> claim {claim.id}</span>
      </Button>
      {!claim.excluded && (
        <Button small kind="quiet" onClick={() => openHere("exclude")}>
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
