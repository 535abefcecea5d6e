// Masked names, why they are masked, and for reviewers the way to see them.

import type { ReportText, Role } from "../api/types";
import { formatNumber } from "../ui/format";
import { Button } from "../ui/parts";

export function Names({ report, role, onNames }: { report: ReportText; role: Role; onNames: () => void }) {
  if (report.masked && report.names.length === 0) return null;
  if (!report.masked)
    return (
      <p class="notice notice--warn">
        You see this report with the names of private persons. That is logged.{" "}
        <Button small onClick={onNames}>Mask names</Button>
      </p>
    );
  return (
    <p class="notice">
      {report.names.length === 1 ? "A name of a private person is" : `${formatNumber(report.names.length)} names of private persons are`}{" "}
      masked <span class="masked" aria-hidden="true">****</span> with a sign for each letter.{" "}
      {role === "read" ? "Reviewers can see them." : (
        <><Button small onClick={onNames}>Show names</Button> <small>This will be logged under your name.</small></>
      )}
    </p>
  );
}
