// One claim: what it says, through whom it came, its words with their fields marked, and why it counts as it does.

import type { ComponentChildren } from "preact";
import type { EvidenceClaim } from "../api/types";
import { type Value, withValue } from "../review/values";
import { formatDay } from "../ui/format";
import { PageLink } from "../ui/link";
import { Badge } from "../ui/parts";
import { Chain } from "../words/chain";
import { capital, claimWords } from "../words/figures";
import { Term } from "../words/term";
import { certainty, reason, scope } from "../words/vocabulary";
import { anchorOf } from "./anchors";
import { Corrections } from "./corrections";
import { Quote } from "./quote";

/** The claim as reviewers say it is; the words that it quotes stay. */
function corrected(claim: EvidenceClaim): EvidenceClaim {
  return claim.corrections.reduce((now, { field, after }) => withValue(now, field, after as Value), claim);
}

export function ClaimCard({ claim, children }: { claim: EvidenceClaim; children?: ComponentChildren }) {
  const stands = corrected(claim);
  const sure = certainty(stands.certainty);
  const reach = scope(stands.scope);
  return (
    <article class="claim" id={anchorOf(claim.key)} data-claim={claim.key} tabIndex={-1}>
      <header class="claim__head">
        <h5>{claimWords(stands)}</h5>
        <span class="badges">
          {stands.certainty !== "asserted" && <Term meaning={sure.meaning}><Badge tone="warn">{sure.words}</Badge></Term>}
          {stands.scope !== "incident" && <Term meaning={reach.meaning}><Badge>{reach.words}</Badge></Term>}
        </span>
      </header>
      <p class="claim__source">
        <Chain claim={claim} report={claim.report} />
        <span class="claim__day"> · {claim.report.published ? formatDay(claim.report.published) : "no day of publication"}</span>
      </p>
      <Quote claim={claim} />
      <p class="claim__foot">
        <span class="claim__reason">{capital(reason(claim.excluded ? "excluded-by-reviewer" : claim.reason))}</span>
        <PageLink to={{ report: claim.report.id, claim: claim.id }}>In the report</PageLink>
      </p>
      <Corrections corrections={claim.corrections} />
      {children}
    </article>
  );
}
