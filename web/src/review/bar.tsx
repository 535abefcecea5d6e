// What a reviewer can do with the incident that is open: buttons, their keys, and the form of the one that was chosen.

import "./review.css";
import { useEffect, useState } from "preact/hooks";
import type { Evidence } from "../api/types";
import { useKeys } from "../shell/keys";
import { getState, go } from "../state/store";
import { Button } from "../ui/parts";
import { isUnderWay, lastUndoable, type Draft } from "./acts";
import { Conflicts } from "./conflicts";
import { decide } from "./decide";
import { CLAIM_FORMS, desk, lay, moveClaim, open, pointAt, tick, type Form } from "./desk";
import { useObservable } from "./observable";
import { OpenForm } from "./open_form";
import { useReviewer } from "./reviewer";
import { TroubleBanner } from "./trouble";

export function ReviewBar({ evidence }: { evidence: Evidence }) {
  const { me, mayReview } = useReviewer();
  const { incident } = evidence;
  const state = useObservable(desk);
  const [wantsUndo, setWantsUndo] = useState(false);
  useEffect(() => {
    lay(incident.id);
    setWantsUndo(false);
  }, [incident.id]);

  const keep = (draft: Partial<Draft>) => void decide(evidence, me, draft);
  const claim = evidence.claims.find((one) => one.key === state.claim) ?? evidence.claims[0];
  const undoable = lastUndoable(evidence.acts);
  const underWay = isUnderWay(evidence.acts);
  useEffect(() => { // an act can be taken back once the server has kept it
    if (!wantsUndo || underWay) return;
    setWantsUndo(false);
    if (undoable) open("undo", { seq: undoable.seq });
  }, [wantsUndo, underWay, undoable?.seq]);

  const free = (run: () => void) => () => {
    if (!mayReview || desk.get().form !== null) return false;
    run();
    return true;
  };
  const choose = (form: Form) => free(() => open(form));
  const ofClaim = (run: (key: string) => void) => free(() => claim && run(claim.key));
  useKeys([
    { key: "a", what: "accept", group: "Review an incident", run: free(() => keep({ act: "accept" })) },
    { key: "r", what: "reject", group: "Review an incident", run: choose("reject") },
    { key: "m", what: "merge with another", group: "Review an incident", run: choose("merge") },
    { key: "s", what: "split off the ticked claims", group: "Review an incident", run: choose("split") },
    { key: "n", what: "add a note", group: "Review an incident", run: () => (getState().report ? false : choose("note")()) },
    { key: "h", what: "mark sensitive, or no longer", group: "Review an incident", run: choose("sensitive") },
    { key: "u", what: "take back the last act", group: "Review an incident", run: free(() => setWantsUndo(true)) },
    { key: "J", what: "next claim", group: "Review a claim", run: () => moveClaim(1) },
    { key: "K", what: "previous claim", group: "Review a claim", run: () => moveClaim(-1) },
    { key: "e", what: "correct a field", group: "Review a claim", run: ofClaim((key) => { pointAt(key); open("correct", { claim: key }); }) },
    { key: "x", what: "exclude", group: "Review a claim", run: ofClaim((key) => { pointAt(key); open("exclude", { claim: key }); }) },
    { key: "t", what: "tick, to split it off", group: "Review a claim", run: ofClaim(tick) },
    { key: "o", what: "open its report", group: "Review a claim", run: () => claim && go({ report: claim.report.id, claim: claim.id }) },
  ]);

  const { review } = incident;
  if (!mayReview && !review.conflicts) return null;
  return (
    <section class="review-bar" aria-label="Review">
      {mayReview && (
        <div class="review-actions" role="group" aria-label="Decide">
          <Action hint="a" kind="primary" onClick={() => keep({ act: "accept" })}>Accept</Action>
          <Action hint="r" onClick={() => open("reject")}>Reject</Action>
          <Action hint="m" onClick={() => open("merge")}>Merge</Action>
          <Action hint="s" onClick={() => open("split")}>Split</Action>
          <Action hint="n" onClick={() => open("note")}>Note</Action>
          <Action hint="h" onClick={() => open("sensitive")}>{review.sensitive ? "Not sensitive" : "Sensitive"}</Action>
          {undoable && <Action hint="u" onClick={() => open("undo", { seq: undoable.seq })}>Undo</Action>}
        </div>
      )}
      <TroubleBanner here={incident.id} me={me} />
      {mayReview && state.form && !CLAIM_FORMS.has(state.form) && (
        <OpenForm key={`${state.form}${state.seq}`} evidence={evidence} onDraft={keep} />
      )}
      <Conflicts evidence={evidence} me={me} mayReview={mayReview} />
    </section>
  );
}

function Action({ hint, kind = "plain", onClick, children }: {
  hint: string; kind?: "plain" | "primary"; onClick: () => void; children: string;
}) {
  return (
    <Button small kind={kind} onClick={onClick} aria-keyshortcuts={hint}>
      {children} <kbd aria-hidden="true">{hint}</kbd>
    </Button>
  );
}
