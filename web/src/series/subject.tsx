// One subject: its series in one chart, each of which can be switched off, and all figures below.

import { useMemo, useState } from "preact/hooks";
import type { Series } from "../api/types";
import { lazy } from "../ui/lazy";
import { formatCount } from "../ui/format";
import { Term } from "../words/term";
import { scope } from "../words/vocabulary";
import { Points } from "./points";
import { dated, placeWords, sourceWords, subjectWords, type Subject } from "./subjects";

const Chart = lazy<{ series: Series[]; shown: boolean[] }>(() => import("./chart").then((m) => m.default));

function Key({ index }: { index: number }) {
  const shapes = ["M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z", "M3.5 3.5h9v9h-9z", "M8 2.5l5.5 10h-11z", "M8 1.5L14.5 8 8 14.5 1.5 8z", "M6 2h4v4h4v4h-4v4H6v-4H2V6h4z"];
  return (
    <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[index % shapes.length]} fill={`var(--series-${(index % shapes.length) + 1})`} />
    </svg>
  );
}

export function SubjectView({ subject }: { subject: Subject }) {
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const { series } = subject;
  const shown = useMemo(() => series.map(({ id }) => !off.has(id)), [series, off]);
  const visible = series.filter((_, i) => shown[i]);
  const [first] = series;
  const toggle = (id: string) => {
    const next = new Set(off);
    if (!next.delete(id)) next.add(id);
    setOff(next);
  };
  const { words, meaning } = scope(first.scope);
  return (
    <article class="subject" aria-labelledby="subject-title">
      <p class="kicker"><Term meaning={meaning}>{words}</Term> · {formatCount(series.length, "source")}</p>
      <h2 id="subject-title">{subjectWords(first)}: {placeWords(first)}</h2>
      <div class="subject__keys" role="group" aria-label="Sources in the chart">
        {series.map((one, i) => (
          <button key={one.id} type="button" class="subject__key" aria-pressed={shown[i]} onClick={() => toggle(one.id)}>
            <Key index={i} />{sourceWords(one)}
          </button>
        ))}
      </div>
      {series.some((one) => dated(one).length > 0)
        ? <Chart series={series} shown={shown} />
        : <p class="none">No figure has a day, so there is no chart.</p>}
      <p class="subject__hint">Bars reach from the lower to the upper bound; a dashed one with an arrow is open. A ring marks an alarm.</p>
      <Points series={visible} />
    </article>
  );
}
