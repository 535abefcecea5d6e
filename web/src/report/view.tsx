// A report with its words marked by field, its claims beside them, and the saved page.

import { useState } from "preact/hooks";
import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { Failure, Skeleton } from "../ui/parts";
import { ReportPage } from "./page";

export function ReportView({ id, claim }: { id: string; claim: string | null }) {
  const [names, setNames] = useState(false);
  const { data, error, retry } = useApi<Answers["report"]>(address.report(id, names));
  const session = useApi<Answers["session"]>(address.session);
  if (error) return <Failure error={error} retry={retry} />;
  if (!data) return <Skeleton lines={12} />;
  return (
    <ReportPage
      report={data}
      claim={claim}
      role={session.data?.role ?? "read"}
      onNames={() => setNames(!names)}
    />
  );
}
