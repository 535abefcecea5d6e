// Bars over time: people killed upwards, incidents downwards, each to its own scale. Drawn as two paths.

import { formatNumber } from "../ui/format";
import { ticks, type Range } from "./brush";

export interface Bars {
  marks: number[];
  incidents: number[];
  killed: number[];
}

export const UP = 0.66; // the share of the height for people killed

function path(marks: number[], values: number[], whole: Range, width: number, base: number, height: number): string {
  const most = Math.max(1, ...values);
  const x = (day: number) => ((day - whole.start) / (whole.end - whole.start)) * width;
  return values
    .map((value, i) => {
      if (!value) return "";
      const left = x(marks[i]!);
      const right = x(marks[i + 1]!);
      const gap = right - left > 4 ? 1 : 0.3;
      const tall = Math.sign(height) * Math.max(1.5, (value / most) * Math.abs(height));
      return `M${left.toFixed(1)} ${base}h${Math.max(0.7, right - left - gap).toFixed(1)}v${(-tall).toFixed(1)}h${(-Math.max(0.7, right - left - gap)).toFixed(1)}z`;
    })
    .join("");
}

export function Histogram({ bars, whole, width, height }: { bars: Bars; whole: Range; width: number; height: number }) {
  const axis = 16;
  const base = Math.round((height - axis) * UP);
  const x = (day: number) => ((day - whole.start) / (whole.end - whole.start)) * width;
  return (
    <svg class="histogram" width={width} height={height} aria-hidden="true">
      {ticks(whole, Math.max(3, width / 76)).map(({ day, text }) => (
        <g key={day}>
          <line class="histogram__tick" x1={x(day)} x2={x(day)} y1={4} y2={height - axis} />
          <text x={x(day) + 3} y={height - 4}>{text}</text>
        </g>
      ))}
      <path class="histogram__killed" d={path(bars.marks, bars.killed, whole, width, base, base - 14)} />
      <path class="histogram__incidents" d={path(bars.marks, bars.incidents, whole, width, base + 1, -(height - axis - base - 2))} />
      <line class="histogram__base" x1={0} x2={width} y1={base + 0.5} y2={base + 0.5} />
      <text class="histogram__scale" x={width - 2} y={11} text-anchor="end">{`most ${formatNumber(Math.max(0, ...bars.killed))} killed, ${formatNumber(Math.max(0, ...bars.incidents))} incidents`}</text>
    </svg>
  );
}
