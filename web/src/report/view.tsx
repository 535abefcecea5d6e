// A report with its words highlighted, and the saved page beside it.

import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { Failure, Skeleton } from "../ui/parts";

export function ReportView({ id }: { id: string; claim: string | null }) {
  const { data, error, retry } = useApi<Answers["report"]>(address.report(id), { keep: false });
  if (error) return <Failure error={error} retry={retry} />;
  if (!data) return <Skeleton lines={12} />;
  return (
    <article class="report">
      <h2>{data.title ?? data.name}</h2>
    </article>
  );
}
