// An incident and what it rests on, with what the reviewer can do about it; acts on their way are shown at once.

import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { ReviewBar } from "../review/bar";
import { ActActions, ClaimActions } from "../review/claim_actions";
import { useObservable } from "../review/observable";
import { outbox, withSent } from "../review/outbox";
import { Failure, Skeleton } from "../ui/parts";
import { IncidentRecord } from "./record";
import type { Slots } from "./slots";

const kReview: Slots = {
  incident: (evidence) => <ReviewBar evidence={evidence} />,
  claim: (claim, evidence) => <ClaimActions claim={claim} evidence={evidence} />,
  act: (act) => <ActActions act={act} />,
};

export function IncidentPanel({ id }: { id: string }) {
  const { data, error, retry } = useApi<Answers["evidence"]>(address.evidence(id), { keep: false });
  const sent = useObservable(outbox);
  if (error) return <Failure error={error} retry={retry} />;
  if (!data) return <Skeleton lines={8} />;
  return <IncidentRecord evidence={withSent(data, sent)} slots={kReview} />;
}
