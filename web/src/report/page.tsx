// The open report: what it is, its text with the claims in the margin, and the saved page beside it on demand.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ReportText, Role } from "../api/types";
import { CodePoints } from "../marks/code_points";
import { fieldMarks } from "../marks/fields";
import { Legend, useHiddenFields } from "../marks/legend";
import { useKeys } from "../shell/keys";
import { go, useParam } from "../state/store";
import { formatCount } from "../ui/format";
import { Button } from "../ui/parts";
import { BlockRow } from "./block";
import { ReportHead } from "./head";
import { Names } from "./names";
import { SavedPage } from "./original";
import { inTextOrder, neighbour, rowsOf } from "./rows";
import "./report.css";

export function ReportPage({ report, claim, role, onNames }: {
  report: ReportText; claim: string | null; role: Role; onNames: () => void;
}) {
  const text = useMemo(() => new CodePoints(report.text), [report.text]);
  const rows = useMemo(() => rowsOf(report), [report]);
  const order = useMemo(() => inTextOrder(report.claims), [report]);
  const marks = useMemo(() => report.claims.flatMap(fieldMarks), [report]);
  const hidden = useHiddenFields();
  const [pointed, setPointed] = useState<string | null>(null);
  const [beside, setBeside] = useParam("saved");
  const page = useRef<HTMLElement>(null);

  const pick = (id: string | null) => go({ claim: id }, "replace");
  const walk = (by: 1 | -1) => pick(neighbour(order, claim, by));
  useKeys([
    { key: "n", what: "Next claim", group: "Report", run: () => walk(1) },
    { key: "p", what: "Previous claim", group: "Report", run: () => walk(-1) },
  ]);
  useEffect(() => {
    const note = claim && page.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(claim)}"]`);
    if (!note) return;
    note.closest(".block")?.scrollIntoView({ block: "nearest" });
    note.focus({ preventScroll: true });
  }, [claim]);

  return (
    <article class="report" ref={page} aria-labelledby="report-title" data-beside={beside ? "yes" : "no"}>
      <div class="report__text">
        <ReportHead report={report} />
        <Names report={report} role={role} onNames={onNames} />
        <div class="report__bar">
          <Legend />
          <span class="report__count">
            {formatCount(report.claims.length, "claim")}
            <Button kind="quiet" small icon="back" aria-label="Previous claim (p)" onClick={() => walk(-1)} />
            <Button kind="quiet" small icon="forward" aria-label="Next claim (n)" onClick={() => walk(1)} />
          </span>
          <Button small aria-pressed={!!beside} onClick={() => setBeside(beside ? null : "yes", "replace")}>Saved page</Button>
        </div>
        <div class="report__body" lang={report.language ?? undefined}>
          {rows.map((row) => (
            <BlockRow
              key={row.start}
              row={row}
              text={text}
              marks={marks}
              names={report.names}
              hidden={hidden}
              active={pointed ?? claim}
              onPoint={setPointed}
              onPick={pick}
            />
          ))}
        </div>
        {report.claims.length === 0 && <p class="none">No claims were read from this report.</p>}
      </div>
      {beside && <SavedPage report={report} />}
    </article>
  );
}
