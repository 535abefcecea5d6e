// A source chain as it is read: the innermost voice first, each with its kind, and a sign where it speaks for a side.

import type { Claim, ReportBrief } from "../api/types";
import { Named } from "../marks/masked";
import { sourceChain } from "./sources";

export function Chain({ claim, report }: { claim: Claim; report: Pick<ReportBrief, "outlet" | "agency" | "name" | "title"> }) {
  return (
    <span class="chain">
      {sourceChain(claim, report).map((link, i) => (
        <span key={i} class="chain__link">
          {i > 0 && `, ${link.joint} `}
          <b class="chain__name"><Named words={link.name} /></b>
          {link.kind && <span class="chain__kind"> ({link.kind})</span>}
          {link.party && <span class="chain__party"> a party to the conflict</span>}
        </span>
      ))}
      {claim.unverified && <span class="chain__unverified"> · could not be verified, the report says</span>}
    </span>
  );
}
