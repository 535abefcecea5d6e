// Every figure of a subject in a table: who says it, since when, as of when, what alarms it raised, and its claim.

import type { Series, SeriesPoint } from "../api/types";
import { formatDay } from "../ui/format";
import { Badge } from "../ui/parts";
import { PageLink } from "../ui/link";
import { bounds } from "../words/figures";
import { Term } from "../words/term";
import { alarm } from "../words/vocabulary";
import { dayOf, sourceWords } from "./subjects";

function Row({ point, source }: { point: SeriesPoint; source: string }) {
  const day = dayOf(point);
  return (
    <tr>
      <td class="points__day">{day ? formatDay(day) : "no day"}</td>
      <td class="points__figure">{bounds(point.min, point.max)}</td>
      <td>{point.since ? formatDay(point.since) : "–"}</td>
      <td>{source}</td>
      <td>
        {point.alarms.map((name) => {
          const { words, meaning } = alarm(name);
          return <Term key={name} meaning={meaning}><Badge tone="warn">{words}</Badge></Term>;
        })}
      </td>
      <td><PageLink to={{ report: point.report, claim: point.claim }}>Claim</PageLink></td>
    </tr>
  );
}

export function Points({ series }: { series: Series[] }) {
  const rows = series
    .flatMap((one) => one.points.map((point) => ({ point, source: sourceWords(one) })))
    .sort((a, b) => (dayOf(a.point) ?? "9").localeCompare(dayOf(b.point) ?? "9"));
  return (
    <div class="points__scroll" tabIndex={0} role="region" aria-label="All figures">
      <table class="points">
        <thead>
          <tr>
            <th scope="col">As of</th><th scope="col">Figure</th><th scope="col">Counted since</th><th scope="col">Source</th>
            <th scope="col">Alarms</th><th scope="col">Words</th>
          </tr>
        </thead>
        <tbody>{rows.map(({ point, source }, i) => <Row key={i} point={point} source={source} />)}</tbody>
      </table>
    </div>
  );
}
