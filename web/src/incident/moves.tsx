// One figure through time: a bar from low to high for each day on which a report moved it, a mark at best, an arrow where
// a side is open. The list below the plot says the same in words and leads to the claim.

import type { EvidenceClaim, HistoryStep } from "../api/types";
import { formatDay, formatShort } from "../ui/format";
import { range } from "../words/figures";
import { chainWords, sourceChain } from "../words/sources";
import { anchorOf } from "./anchors";
import { barOf, type Scale, scaleFor, track } from "./range_scale";

const kWidth = 420;
const kHeight = 120;
const kLeft = 44;
const kRight = 24;
const kTop = 14;
const kPlot = kHeight - kTop - 22;

function Step({ step, x, scale, label }: { step: HistoryStep; x: number; scale: Scale; label: boolean }) {
  const bar = barOf(step.figure, scale);
  if (!bar) return null;
  const y = (share: number) => kTop + (1 - share) * kPlot;
  return (
    <g>
      <line class="moves__bar" x1={x} x2={x} y1={y(bar.to) - (bar.openHigh ? 4 : 0)} y2={y(bar.from)} />
      {bar.openHigh && <path class="moves__arrow" d={`M${x - 4} ${y(1) + 1}L${x} ${y(1) - 6}L${x + 4} ${y(1) + 1}`} />}
      {bar.openLow && <path class="moves__arrow" d={`M${x - 4} ${y(0) - 5}L${x} ${y(0) + 2}L${x + 4} ${y(0) - 5}`} />}
      {!bar.openLow && <line class="moves__end" x1={x - 4} x2={x + 4} y1={y(bar.from)} y2={y(bar.from)} />}
      {!bar.openHigh && <line class="moves__end" x1={x - 4} x2={x + 4} y1={y(bar.to)} y2={y(bar.to)} />}
      {bar.best !== null && <circle class="moves__best" cx={x} cy={y(bar.best)} r="4" />}
      {label && (
        <text class="moves__label" x={x} y={kHeight - 4} text-anchor="middle">
          {step.published ? formatDay(step.published) : "no day"}
        </text>
      )}
    </g>
  );
}

function Plot({ steps }: { steps: HistoryStep[] }) {
  const scale = scaleFor(steps.map(({ figure }) => figure));
  const { at } = track(steps, 0.08);
  const xs = at.map((share) => kLeft + 24 + share * (kWidth - kLeft - kRight - 48));
  let free = -Infinity;
  const labelled = xs.map((x) => {
    if (x < free) return false;
    free = x + 72;
    return true;
  });
  return (
    <svg class="moves__plot" viewBox={`0 0 ${kWidth} ${kHeight}`} aria-hidden="true">
      {scale.ticks.map((tick) => {
        const y = kTop + (1 - tick / scale.max) * kPlot;
        return (
          <g key={tick}>
            <line class="moves__grid" x1={kLeft} x2={kWidth - kRight} y1={y} y2={y} />
            <text class="moves__label" x={kLeft - 6} y={y + 3.5} text-anchor="end">{formatShort(tick)}</text>
          </g>
        );
      })}
      {steps.map((step, i) => <Step key={i} step={step} x={xs[i]} scale={scale} label={labelled[i]} />)}
    </svg>
  );
}

function Because({ step, claims }: { step: HistoryStep; claims: EvidenceClaim[] }) {
  const claim = claims.find(({ report, id }) => report.id === step.because?.report && id === step.because.claim);
  if (!claim) return null;
  return <> — <a href={`#${anchorOf(claim.key)}`}>{chainWords(sourceChain(claim, claim.report))}</a></>;
}

export function Moves({ title, steps, claims }: { title: string; steps: HistoryStep[]; claims: EvidenceClaim[] }) {
  return (
    <figure class="moves">
      <figcaption>{title}</figcaption>
      <Plot steps={steps} />
      <ol class="moves__steps">
        {steps.map((step, i) => (
          <li key={i}>
            <span class="moves__day">{step.published ? formatDay(step.published) : "Reports without a day"}</span>
            <span><b>{range(step.figure)}</b><Because step={step} claims={claims} /></span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
