// What an incident rests on: figures over time, claims with their words, the acts of reviewers.

import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { Failure, Grade, Skeleton } from "../ui/parts";
import { formatSpan } from "../ui/format";

export function IncidentPanel({ id }: { id: string }) {
  const { data, error, retry } = useApi<Answers["evidence"]>(address.evidence(id), { keep: false });
  if (error) return <Failure error={error} retry={retry} />;
  if (!data) return <Skeleton lines={8} />;
  const { incident } = data;
  return (
    <article class="incident">
      <p class="kicker">{formatSpan(incident.from, incident.to)}</p>
      <h2>{incident.title}</h2>
      <Grade grade={incident.grade} />
    </article>
  );
}
