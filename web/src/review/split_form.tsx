// Splits claims off into an incident of their own: tick what belongs together.

import type { Evidence } from "../api/types";
import { formatCount } from "../ui/format";
import { label } from "../ui/labels";
import type { Draft } from "./acts";
import { desk, tick } from "./desk";
import { ReviewForm } from "./form";
import { useObservable } from "./observable";
import { inWords, valueOf } from "./values";

export function SplitForm({ evidence, onDraft, onClose }: {
  evidence: Evidence; onDraft: (draft: Partial<Draft>) => void; onClose: () => void;
}) {
  const { ticked } = useObservable(desk);
  const claims = evidence.claims.filter((claim) => ticked.includes(claim.key)).map((claim) => claim.key);
  const against = !claims.length ? "Tick the claims that leave."
    : claims.length === evidence.claims.length ? "At least one claim must stay." : null;
  return (
    <ReviewForm title="Split off claims" submit={claims.length ? `Split off ${formatCount(claims.length, "claim")}` : "Split off"}
      needsReason objection={against} onClose={onClose}
      onSubmit={(reason) => onDraft({ act: "split", claims, reason })}>
      <fieldset class="review-value">
        <legend>Claims that leave</legend>
        <ul class="review-choices">
          {evidence.claims.map((claim) => (
            <li key={claim.key}>
              <label class="review-choice">
                <input type="checkbox" checked={ticked.includes(claim.key)} onChange={() => tick(claim.key)} />
                <span>
                  <b>{label(claim.kind)}{claim.count ? `: ${inWords(valueOf(claim, "count"))}` : ""}</b>
                  <small>{claim.report.outlet ?? claim.report.name} · {claim.sentence.text}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </ReviewForm>
  );
}
