// What a report is, and where each of these facts was read.

import { useMemo } from "preact/hooks";
import type { ReportText } from "../api/types";
import { CodePoints } from "../marks/code_points";
import { Named } from "../marks/masked";
import { formatDay } from "../ui/format";

type Fact = NonNullable<ReportText["metadata"]>[number];

const kLabels: Record<string, string> = {
  outlet: "Outlet", agency: "Agency", author: "Author", published: "Published", updated: "Updated", url: "Address",
  retrieved_at: "Retrieved", dateline_place: "Dateline", language: "Language",
};

/** Without the list of where facts were read, those that the answer has anyway. */
function factsOf(report: ReportText): Fact[] {
  const known = report.metadata?.filter(({ field }) => field in kLabels && field !== "title");
  if (known?.length) return known;
  return (["outlet", "published", "language", "url"] as const).flatMap((field) =>
    report[field] ? [{ field, value: report[field], from: null }] : []);
}

function Value({ fact }: { fact: Fact }) {
  if (fact.field === "url" && /^https?:/.test(fact.value))
    return <a href={fact.value} rel="noreferrer noopener" target="_blank">{fact.value}</a>;
  return <>{/^\d{4}-\d{2}-\d{2}$/.test(fact.value) ? formatDay(fact.value) : fact.value}</>;
}

/** Does the text begin with its title, which then need not stand twice? */
function beginsWith(report: ReportText, title: string): boolean {
  const first = report.blocks.find(({ kind }) => kind === "headline");
  return !!first && new CodePoints(report.text).slice(first.start, first.end).trim() === title.trim();
}

export function ReportHead({ report }: { report: ReportText }) {
  const title = report.title ?? report.name;
  const titled = useMemo(() => beginsWith(report, title), [report]);
  return (
    <header class="report__head">
      <p class="kicker">
        {[report.outlet, report.published ? formatDay(report.published) : "no day of publication"].filter(Boolean).join(" · ")}
      </p>
      <h2 id="report-title" class={titled ? "quiet-for-eyes" : undefined}><Named words={title} /></h2>
      <details class="report__facts">
        <summary>About this report</summary>
        <dl class="facts">
          {factsOf(report).map((fact) => (
            <div key={fact.field} class="facts__row">
              <dt>{kLabels[fact.field]}</dt>
              <dd><Value fact={fact} />{fact.from && <span class="facts__from"> read from: {fact.from}</span>}</dd>
            </div>
          ))}
          <div class="facts__row"><dt>File</dt><dd>{report.name}</dd></div>
          <div class="facts__row"><dt>SHA-256</dt><dd><code class="hash">{report.id}</code></dd></div>
        </dl>
      </details>
    </header>
  );
}
