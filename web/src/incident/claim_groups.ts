// The claims of an incident by role, and within a role by origin: what one origin says is told once, with its other
// claims underneath; a copy stands under the claim that it copies, whatever its own role.

import type { EvidenceClaim } from "../api/types";
import { kRoles } from "../words/vocabulary";

export interface OriginGroup {
  origin: number;
  lead: EvidenceClaim;
  rest: EvidenceClaim[];
}

export interface RoleGroup {
  role: string;
  origins: OriginGroup[];
}

const roleOf = (claim: EvidenceClaim) => (claim.excluded ? "excluded" : claim.role);
const isCopy = (claim: EvidenceClaim) => !claim.excluded && claim.reason === "same-origin";

/** Every claim once, in the order in which they came; a role that the page does not know comes last. */
export function roleGroups(claims: EvidenceClaim[]): RoleGroup[] {
  const groups = new Map<string, RoleGroup>();
  const place = (claim: EvidenceClaim, role: string) => {
    let group = groups.get(role);
    if (!group) groups.set(role, (group = { role, origins: [] }));
    const known = group.origins.find(({ origin }) => origin === claim.origin);
    if (known) known.rest.push(claim);
    else group.origins.push({ origin: claim.origin, lead: claim, rest: [] });
  };
  for (const claim of claims) if (!isCopy(claim)) place(claim, roleOf(claim));
  for (const copy of claims.filter(isCopy)) {
    const original = claims.find((claim) => !isCopy(claim) && claim.origin === copy.origin && claim.kind === copy.kind);
    place(copy, roleOf(original ?? copy));
  }
  const rank = (role: string) => (kRoles.includes(role) ? kRoles.indexOf(role) : kRoles.length);
  return [...groups.values()].sort((a, b) => rank(a.role) - rank(b.role));
}

/** "2 more claims of this origin, 1 of them in another report". */
export function restWords({ lead, rest }: OriginGroup): string {
  const elsewhere = rest.filter((claim) => claim.report.id !== lead.report.id).length;
  const more = rest.length === 1 ? "1 more claim of this origin" : `${rest.length} more claims of this origin`;
  if (elsewhere === 0) return `${more}, in the same report`;
  if (elsewhere === rest.length) return rest.length === 1 ? `${more}, in another report` : `${more}, in other reports`;
  return `${more}, ${elsewhere} of them in other reports`;
}
