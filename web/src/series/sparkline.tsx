// A series in a few strokes: its line, its bounds and a ring where there is an alarm. The words stand beside it.

import type { Series } from "../api/types";
import { dayNumber } from "../words/days";
import { greatest } from "./chart_data";
import { dated, dayOf, valueOf } from "./subjects";

const kWidth = 96;
const kHeight = 26;
const kEdge = 4;

export function Sparkline({ series }: { series: Series }) {
  const points = dated(series);
  if (points.length === 0) return <svg class="spark" width={kWidth} height={kHeight} aria-hidden="true" />;
  const days = points.map((point) => dayNumber(dayOf(point)!));
  const span = days[days.length - 1] - days[0];
  const top = greatest([series]);
  const x = (i: number) => (span > 0 ? kEdge + ((days[i] - days[0]) / span) * (kWidth - 2 * kEdge) : kWidth / 2);
  const y = (value: number) => kHeight - kEdge - (value / top) * (kHeight - 2 * kEdge);
  const line = points.map((point, i) => `${x(i).toFixed(1)},${y(valueOf(point)!).toFixed(1)}`).join(" ");
  return (
    <svg class="spark" width={kWidth} height={kHeight} viewBox={`0 0 ${kWidth} ${kHeight}`} aria-hidden="true">
      {points.map((point, i) => (
        <line key={i} class="spark__bounds" x1={x(i)} x2={x(i)} y1={y(point.min ?? 0)} y2={y(point.max ?? top)} />
      ))}
      <polyline class="spark__line" points={line} />
      {points.map((point, i) => (
        <circle key={i} class={point.alarms.length > 0 ? "spark__alarm" : "spark__point"} cx={x(i)} cy={y(valueOf(point)!)} r={point.alarms.length > 0 ? 3 : 1.75} />
      ))}
    </svg>
  );
}
