// The claims by role; what more an origin says, and its copies, open under its first claim.

import type { Evidence } from "../api/types";
import { formatCount } from "../ui/format";
import { Term } from "../words/term";
import { role as roleWords } from "../words/vocabulary";
import { ClaimCard } from "./claim";
import { type OriginGroup, restWords, roleGroups } from "./claim_groups";
import type { Slots } from "./slots";

interface Props {
  evidence: Evidence;
  slot: Slots["claim"];
}

function Origin({ group, evidence, slot }: Props & { group: OriginGroup }) {
  return (
    <li class="origin">
      <ClaimCard claim={group.lead}>{slot?.(group.lead, evidence)}</ClaimCard>
      {group.rest.length > 0 && (
        <details class="origin__rest">
          <summary>{restWords(group)}</summary>
          {group.rest.map((claim) => <ClaimCard key={claim.key} claim={claim}>{slot?.(claim, evidence)}</ClaimCard>)}
        </details>
      )}
    </li>
  );
}

export function Claims({ evidence, slot }: Props) {
  if (evidence.claims.length === 0)
    return <p class="none">{evidence.incident.review.sensitive ? "The claims of a sensitive incident are for reviewers." : "No claims."}</p>;
  return (
    <>
      {roleGroups(evidence.claims).map(({ role, origins }) => {
        const { words, meaning } = roleWords(role);
        return (
          <section key={role} class={`role role--${role}`} aria-label={words}>
            <h4>
              <Term meaning={meaning}>{words}</Term>
              <span class="role__count">{formatCount(origins.length, "origin")}</span>
            </h4>
            <ol class="role__origins">
              {origins.map((group) => <Origin key={group.lead.key} group={group} evidence={evidence} slot={slot} />)}
            </ol>
          </section>
        );
      })}
    </>
  );
}
