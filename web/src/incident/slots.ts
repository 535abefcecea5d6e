// Where the review puts its actions into the record. The record itself knows nothing of them.

import type { ComponentChildren } from "preact";
import type { Act, Evidence, EvidenceClaim } from "../api/types";

export interface Slots {
  /** Under the heading: accept, reject, merge … */
  incident?: (evidence: Evidence) => ComponentChildren;
  /** At the foot of a claim: correct, exclude, tick for a split … */
  claim?: (claim: EvidenceClaim, evidence: Evidence) => ComponentChildren;
  /** Beside an act: undo. */
  act?: (act: Act, evidence: Evidence) => ComponentChildren;
}
