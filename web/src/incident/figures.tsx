// Low, best and high of each harm: a range for each population on one scale, the same as a table for screen readers, and
// below it how a figure moved with each report.

import type { EvidenceClaim, Figure, HistoryStep } from "../api/types";
import { formatCount, formatNumber } from "../ui/format";
import { capital, population, range } from "../words/figures";
import { kindWords } from "../words/vocabulary";
import { type FigureGroup, figureGroups } from "./figure_groups";
import { Moves } from "./moves";
import { RangeBar } from "./range_bar";
import { type Scale, scaleFor } from "./range_scale";

const kImpossible = "more than the whole of which it is a part";
const cell = (value: number | null) => (value === null ? "open" : formatNumber(value));

function Line({ figure, scale }: { figure: Figure; scale: Scale }) {
  return (
    <div class="line">
      <span class="line__who">{capital(population(figure))}</span>
      <span class="line__words">
        <b>{range(figure)}</b>
        <span class="line__origins">{formatCount(figure.origins, "origin")}</span>
      </span>
      <RangeBar figure={figure} scale={scale} />
      {figure.impossible && <span class="line__impossible">{capital(kImpossible)}: flagged, not repaired.</span>}
    </div>
  );
}

function Axis({ scale }: { scale: Scale }) {
  return (
    <div class="range-axis">
      {scale.ticks.map((tick) => (
        <span key={tick} style={{ left: `${(tick / scale.max) * 100}%` }}>{formatNumber(tick)}</span>
      ))}
    </div>
  );
}

/** For those who hear the page: every number in its cell. */
function FigureTable({ group }: { group: FigureGroup }) {
  return (
    <table>
      <caption>{capital(kindWords(group.harm))}: low, best and high</caption>
      <thead>
        <tr><th scope="col">Population</th><th scope="col">Low</th><th scope="col">Best</th><th scope="col">High</th><th scope="col">Origins with a figure</th></tr>
      </thead>
      <tbody>
        {group.lines.map(({ figure }, i) => (
          <tr key={i}>
            <th scope="row">{population(figure)}{figure.impossible && `, ${kImpossible}`}</th>
            <td>{cell(figure.low)}</td><td>{figure.best === null ? "none" : formatNumber(figure.best)}</td><td>{cell(figure.high)}</td>
            <td>{figure.origins}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Group({ group, claims }: { group: FigureGroup; claims: EvidenceClaim[] }) {
  const scale = scaleFor(group.lines.map(({ figure }) => figure));
  const moved = group.lines.filter(({ steps }) => steps.length > 1);
  return (
    <div class="figures">
      <h4>{capital(kindWords(group.harm))}</h4>
      <div aria-hidden="true">
        {group.lines.map(({ figure }, i) => <Line key={i} figure={figure} scale={scale} />)}
        <Axis scale={scale} />
      </div>
      <div class="quiet-for-eyes"><FigureTable group={group} /></div>
      {moved.map(({ figure, steps }, i) => (
        <Moves key={i} title={`How it moved: ${population(figure)} ${kindWords(group.harm)}`} steps={steps} claims={claims} />
      ))}
    </div>
  );
}

export function Figures({ figures, history, claims }: { figures: Figure[]; history: HistoryStep[]; claims: EvidenceClaim[] }) {
  const groups = figureGroups(figures, history);
  return (
    <section class="record__part" aria-labelledby="record-figures">
      <h3 id="record-figures">How many</h3>
      {groups.length === 0 && <p class="none">No report gives a figure.</p>}
      {groups.map((group) => <Group key={`${group.harm}/${group.unit}`} group={group} claims={claims} />)}
    </section>
  );
}
