// Merges an incident with another: one nearby in place and time, one of the list, or any by its id.

import { useEffect, useState } from "preact/hooks";
import { ApiError } from "../api/client";
import type { Evidence } from "../api/types";
import { formatCount, formatNumber, formatSpan } from "../ui/format";
import { Spinner } from "../ui/parts";
import type { Draft } from "./acts";
import { ReviewForm } from "./form";
import { neighbours, type Found } from "./server";

const ID = /^[0-9a-z]{8}$/;

function Candidate({ found, chosen, onChoose }: { found: Found; chosen: boolean; onChoose: () => void }) {
  const { id, title, from, to, killed, reports } = found.properties;
  return (
    <li>
      <label class="review-choice">
        <input type="radio" name="other" checked={chosen} onChange={onChoose} />
        <span>
          <b>{title}</b>
          <small>
            {formatSpan(from, to)} · {killed === null ? "no figure of killed" : `${formatNumber(killed)} killed`} ·{" "}
            {formatCount(reports, "report")} · <code>{id}</code>
          </small>
        </span>
      </label>
    </li>
  );
}

export function MergeForm({ evidence, listed, onDraft, onClose }: {
  evidence: Evidence; listed: Found[]; onDraft: (draft: Partial<Draft>) => void; onClose: () => void;
}) {
  const { incident } = evidence;
  const [near, setNear] = useState<Found[] | null>(null);
  const [failed, setFailed] = useState("");
  const [other, setOther] = useState("");
  useEffect(() => {
    neighbours(incident).then(setNear, (error: unknown) => {
      setNear([]);
      setFailed(error instanceof ApiError ? error.message : String(error));
    });
  }, [incident.id]);

  const nearIds = new Set(near?.map((found) => found.id));
  const rest = listed.filter((found) => found.id !== incident.id && !nearIds.has(found.id)).slice(0, 10);
  const choices = (found: Found[]) => (
    <ul class="review-choices">
      {found.map((one) => <Candidate key={one.id} found={one} chosen={other === one.id} onChoose={() => setOther(one.id)} />)}
    </ul>
  );
  function reasonAgainst(): string | null {
    if (!other) return "Choose the other incident.";
    if (other === incident.id) return "That is this incident itself.";
    return ID.test(other) ? null : "An id has eight letters and digits.";
  }

  return (
    <ReviewForm title="Merge with another incident" submit="Merge" needsReason objection={reasonAgainst()} onClose={onClose}
      onSubmit={(reason) => onDraft({ act: "merge", incidents: [incident.id, other], reason })}>
      <fieldset class="review-value">
        <legend>Within 50 km and a week</legend>
        {near === null ? <Spinner label="Looking around" /> : near.length ? choices(near) : <p class="review-none">{failed || "No other incident."}</p>}
      </fieldset>
      {rest.length > 0 && <fieldset class="review-value"><legend>From the list</legend>{choices(rest)}</fieldset>}
      <label class="field review-short-id">
        <span>Or by id</span>
        <input autocomplete="off" spellcheck={false} value={other} placeholder="azeqrvkr" onInput={(event) => setOther(event.currentTarget.value.trim())} />
      </label>
    </ReviewForm>
  );
}
