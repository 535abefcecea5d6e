// What a reviewer can do with the incident that is open: buttons, their keys, and the form of the one that was chosen.

import "./review.css";
import { useEffect } from "preact/hooks";
import type { Evidence } from "../api/types";
import { useKeys } from "../shell/keys";
import { getState, go } from "../state/store";
import { Button } from "../ui/parts";
import { lastSeq, lastUndoable, needsReason, type ActName, type Draft } from "./acts";
import { Conflicts } from "./conflicts";
import { CorrectForm } from "./correct_form";
import { close, desk, lay, listed, moveClaim, open, tellDecided, tick, type Form } from "./desk";
import { ReviewForm } from "./form";
import { MergeForm } from "./merge_form";
import { useObservable } from "./observable";
import { send, takeBack } from "./outbox";
import { useReviewer } from "./reviewer";
import { SplitForm } from "./split_form";
import { TroubleBanner } from "./trouble";

export function ReviewBar({ evidence }: { evidence: Evidence }) {
  const { me, mayReview } = useReviewer();
  const { incident } = evidence;
  const state = useObservable(desk);
  useEffect(() => lay(incident.id), [incident.id]);

  const here = { incident: incident.id, expects: lastSeq(evidence) };
  async function keep(draft: Partial<Draft>) {
    close();
    const whole = { ...here, reason: "", ...draft } as Draft;
    const answer = send(whole, me);
    if (whole.act === "accept" || whole.act === "reject") tellDecided(incident.id);
    const done = await answer;
    const [now] = done?.incidents ?? [];
    if (now && getState().incident === incident.id && !done!.incidents.includes(incident.id)) go({ incident: now }, "replace");
  }
  const claim = evidence.claims.find((one) => one.key === state.claim) ?? evidence.claims[0];
  const undoable = lastUndoable(evidence.acts);

  const free = (run: () => void) => () => {
    if (!mayReview || desk.get().form !== null) return false;
    run();
    return true;
  };
  const choose = (form: Form) => free(() => open(form));
  useKeys([
    { key: "a", what: "accept", group: "Review an incident", run: free(() => void keep({ act: "accept" })) },
    { key: "r", what: "reject", group: "Review an incident", run: choose("reject") },
    { key: "m", what: "merge with another", group: "Review an incident", run: choose("merge") },
    { key: "s", what: "split off the ticked claims", group: "Review an incident", run: choose("split") },
    { key: "n", what: "add a note", group: "Review an incident", run: choose("note") },
    { key: "h", what: "mark sensitive, or no longer", group: "Review an incident", run: choose("sensitive") },
    { key: "u", what: "take back the last act", group: "Review an incident", run: free(() => undoable && open("undo", { seq: undoable.seq })) },
    { key: "J", what: "next claim", group: "Review a claim", run: () => moveClaim(1) },
    { key: "K", what: "previous claim", group: "Review a claim", run: () => moveClaim(-1) },
    { key: "e", what: "correct a field", group: "Review a claim", run: free(() => claim && open("correct", { claim: claim.key })) },
    { key: "x", what: "exclude", group: "Review a claim", run: free(() => claim && open("exclude", { claim: claim.key })) },
    { key: "t", what: "tick, to split it off", group: "Review a claim", run: free(() => claim && tick(claim.key)) },
    { key: "o", what: "open its report", group: "Review a claim", run: () => claim && go({ report: claim.report.id, claim: claim.id }) },
  ]);

  const { review } = incident;
  if (!mayReview && !review.conflicts) return null;
  return (
    <section class="review-bar" aria-label="Review">
      {mayReview && (
        <div class="review-actions" role="group" aria-label="Decide">
          <Action hint="a" kind="primary" onClick={() => void keep({ act: "accept" })}>Accept</Action>
          <Action hint="r" onClick={() => open("reject")}>Reject</Action>
          <Action hint="m" onClick={() => open("merge")}>Merge</Action>
          <Action hint="s" onClick={() => open("split")}>Split</Action>
          <Action hint="n" onClick={() => open("note")}>Note</Action>
          <Action hint="h" onClick={() => open("sensitive")}>{review.sensitive ? "Not sensitive" : "Sensitive"}</Action>
          {undoable && <Action hint="u" onClick={() => open("undo", { seq: undoable.seq })}>Undo</Action>}
        </div>
      )}
      <TroubleBanner here={incident.id} me={me} />
      {mayReview && state.form && <OpenForm key={`${state.form}${state.claim}${state.seq}`} evidence={evidence} onDraft={(draft) => void keep(draft)} />}
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

function OpenForm({ evidence, onDraft }: { evidence: Evidence; onDraft: (draft: Partial<Draft>) => void }) {
  const { form, field, claim: key, seq } = useObservable(desk);
  const found = useObservable(listed);
  const claim = evidence.claims.find((one) => one.key === key);
  const act = evidence.acts.find((one) => one.seq === seq);
  const { sensitive } = evidence.incident.review;
  const plain = (title: string, submit: string, draft: Partial<Draft> & { act: ActName }, reasonLabel?: string) => (
    <ReviewForm title={title} submit={submit} needsReason={needsReason(draft.act)} reasonLabel={reasonLabel} onClose={close}
      onSubmit={(reason) => onDraft({ ...draft, reason })} />
  );
  switch (form) {
    case "accept": return plain("Accept this incident", "Accept", { act: "accept" });
    case "reject": return plain("Reject this incident", "Reject", { act: "reject" });
    case "note": return plain("Add a note", "Keep note", { act: "note" }, "Note");
    case "sensitive":
      return plain(sensitive ? "No longer sensitive" : "Mark sensitive: readers will see no exact place, no words and no reports",
        sensitive ? "Unmark" : "Mark sensitive", { act: "sensitive", value: !sensitive });
    case "merge": return <MergeForm evidence={evidence} listed={found} onDraft={onDraft} onClose={close} />;
    case "split": return <SplitForm evidence={evidence} onDraft={onDraft} onClose={close} />;
    case "correct":
      return claim ? <CorrectForm evidence={evidence} claim={claim} field={field} onDraft={onDraft} onClose={close} /> : null;
    case "exclude":
      return claim ? plain(`Exclude claim ${claim.id}`, "Exclude", { act: "exclude", claims: [claim.key] }) : null;
    case "undo":
      return act ? (
        <ReviewForm title={`Take back act ${act.seq}`} submit="Take back" needsReason onClose={close}
          onSubmit={(reason) => { close(); void takeBack(act, evidence.incident.id, reason); }} />
      ) : null;
    default: return null;
  }
}
