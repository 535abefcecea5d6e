// A claim in the margin. Pointing at it, or coming to it by key, shows its words in the text.

import { Named } from "../marks/masked";
import { PageLink } from "../ui/link";
import { claimWords } from "../words/figures";
import { certainty, plain, scope } from "../words/vocabulary";
import type { ReportClaim } from "./rows";

function details(claim: ReportClaim): string {
  const parts = [];
  if (claim.source) parts.push(claim.source.name);
  if (claim.certainty !== "asserted") parts.push(certainty(claim.certainty).words.toLowerCase());
  if (claim.scope !== "incident") parts.push(scope(claim.scope).words.toLowerCase());
  if (claim.subset_of) parts.push(`a part of ${claim.subset_of}`);
  const derived = Object.keys(claim.derived);
  if (derived.length > 0) parts.push(`worked out: ${derived.map(plain).join(", ")}`);
  return parts.join(" · ");
}

export function Note({ claim, active, onPoint, onPick }: {
  claim: ReportClaim; active: boolean; onPoint: (claim: string | null) => void; onPick: (claim: string) => void;
}) {
  const more = details(claim);
  return (
    <li
      class={active ? "note-claim note-claim--active" : "note-claim"}
      data-note={claim.id}
      tabIndex={0}
      aria-current={active || undefined}
      onPointerEnter={() => onPoint(claim.id)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(claim.id)}
      onBlur={() => onPoint(null)}
      onClick={() => onPick(claim.id)}
    >
      <span class="note-claim__number">{claim.id}</span>
      <span class="note-claim__what">{claimWords(claim)}</span>
      {more && <span class="note-claim__more"><Named words={more} /></span>}
      {claim.incident && <PageLink to={{ incident: claim.incident }} class="note-claim__link">Its incident</PageLink>}
    </li>
  );
}
