// The form that lies open on the desk.

import type { Evidence } from "../api/types";
import { needsReason, type ActName, type Draft } from "./acts";
import { CorrectForm } from "./correct_form";
import { close, desk, listed } from "./desk";
import { ReviewForm } from "./form";
import { MergeForm } from "./merge_form";
import { useObservable } from "./observable";
import { takeBack } from "./outbox";
import { SplitForm } from "./split_form";

export function OpenForm({ evidence, onDraft }: { evidence: Evidence; onDraft: (draft: Partial<Draft>) => void }) {
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
        <ReviewForm title={`Take back act ${act.seq}`} submit="Take back" needsReason={false} onClose={close}
          onSubmit={(reason) => { close(); void takeBack(act, evidence.incident.id, reason); }} />
      ) : null;
    default: return null;
  }
}
