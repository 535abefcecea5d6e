// Corrects a field of a claim, beside the words that the claim quotes.

import { useState } from "preact/hooks";
import { address, type Answers } from "../api/client";
import type { Evidence, EvidenceClaim } from "../api/types";
import { useApi } from "../api/use";
import type { Draft } from "./acts";
import { desk } from "./desk";
import { Editor } from "./editors";
import { ReviewForm } from "./form";
import { inWords, objection, same, valueOf, type PlaceValue, type Value } from "./values";
import { fieldLabel, FIELDS } from "./vocabulary";

function knownPlaces(evidence: Evidence): PlaceValue[] {
  const byName = new Map<string, PlaceValue>();
  for (const claim of evidence.claims) {
    const place = valueOf(claim, "place") as PlaceValue | null;
    if (place) byName.set(place.name, place);
  }
  return [...byName.values()];
}

export function CorrectForm({ evidence, claim, field, onDraft, onClose }: {
  evidence: Evidence; claim: EvidenceClaim; field: string;
  onDraft: (draft: Partial<Draft>) => void; onClose: () => void;
}) {
  const before = valueOf(claim, field);
  const [edited, setEdited] = useState<{ field: string; value: Value | undefined }>({ field, value: before });
  const value = edited.field === field ? edited.value : before;
  const { data } = useApi<Answers["summary"]>(field === "actor" || field === "opponent" ? address.summary({}) : null);
  const actors = (data?.facets.actor ?? []).map((facet) => facet.value);

  function reasonAgainst(): string | null {
    if (value === undefined) return "The value is not complete.";
    if (same(value, before)) return "The value is the same as before.";
    return objection(field, value);
  }

  return (
    <ReviewForm title={`Correct claim ${claim.id}`} submit="Keep correction" needsReason objection={reasonAgainst()} onClose={onClose}
      onSubmit={(reason) => onDraft({ act: "correct", claims: [claim.key], field, value, reason })}>
      <blockquote class="review-quote">{claim.sentence.text}</blockquote>
      <label class="field">
        <span>Field</span>
        <select data-first value={field} onChange={(event) => desk.change({ field: event.currentTarget.value })}>
          {FIELDS.map(({ name, label }) => <option key={name} value={name}>{label}: {inWords(valueOf(claim, name))}</option>)}
        </select>
      </label>
      <fieldset class="review-value">
        <legend>{fieldLabel(field)}</legend>
        <Editor key={field} field={field} value={before} places={knownPlaces(evidence)} actors={actors}
          onValue={(next) => setEdited({ field, value: next })} />
      </fieldset>
    </ReviewForm>
  );
}
