// Draws the points of series over uPlot's axes: bars between the bounds, an arrow where a side is open, a mark of its own
// shape for each series, and a ring around what raised an alarm.

import type uPlot from "uplot";
import type { Series, SeriesPoint } from "../api/types";
import { runsOf, secondsOf } from "./chart_data";
import { dated, dayOf, valueOf } from "./subjects";

export const kSeriesColours = 5;

/** The colour of a series as the theme has it now. */
export function colourOf(index: number): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--series-${(index % kSeriesColours) + 1}`).trim() || "#888";
}

export function dashOf(index: number): number[] {
  return [[], [6, 4], [2, 3], [8, 3, 2, 3], [1, 4]][index % kSeriesColours];
}

/** Circle, square, triangle, diamond, cross: the shape tells series apart without colour. */
export function markPath(index: number, x: number, y: number, r: number): Path2D {
  const path = new Path2D();
  const through = (...corners: [number, number][]) => {
    corners.forEach(([dx, dy], i) => (i === 0 ? path.moveTo(x + dx * r, y + dy * r) : path.lineTo(x + dx * r, y + dy * r)));
    path.closePath();
  };
  switch (index % kSeriesColours) {
    case 1: through([-1, -1], [1, -1], [1, 1], [-1, 1]); break;
    case 2: through([0, -1.2], [1.1, 0.9], [-1.1, 0.9]); break;
    case 3: through([0, -1.35], [1.35, 0], [0, 1.35], [-1.35, 0]); break;
    case 4: through([-1.2, -0.4], [-0.4, -0.4], [-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2], [-0.4, 0.4], [-1.2, 0.4]); break;
    default: path.arc(x, y, r, 0, 2 * Math.PI);
  }
  return path;
}

export function drawSeries(plot: uPlot, all: Series[], shown: boolean[]): void {
  plot.ctx.save();
  all.forEach((series, index) => {
    if (!shown[index]) return;
    plot.ctx.strokeStyle = plot.ctx.fillStyle = colourOf(index);
    drawLines(plot, series, index);
    for (const point of dated(series)) drawPoint(plot, point, index);
  });
  plot.ctx.restore();
}

function drawLines(plot: uPlot, series: Series, index: number): void {
  const { ctx } = plot;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash(dashOf(index).map((one) => one * devicePixelRatio));
  for (const run of runsOf(series)) {
    const path = new Path2D();
    for (const point of run)
      path.lineTo(plot.valToPos(secondsOf(dayOf(point)!), "x", true), plot.valToPos(valueOf(point)!, "y", true));
    ctx.stroke(path);
  }
  ctx.setLineDash([]);
}

function drawPoint(plot: uPlot, point: SeriesPoint, index: number): void {
  const { ctx, bbox } = plot;
  const unit = devicePixelRatio;
  const x = plot.valToPos(secondsOf(dayOf(point)!), "x", true);
  const y = (value: number) => plot.valToPos(value, "y", true);
  const low = point.min === null ? bbox.top + bbox.height : y(point.min);
  const high = point.max === null ? bbox.top : y(point.max);
  const arrow = (tip: number, back: number) => ctx.stroke(new Path2D(`M${x - 4 * unit} ${back}L${x} ${tip}L${x + 4 * unit} ${back}`));
  ctx.lineWidth = 2 * unit;
  ctx.globalAlpha = 0.45;
  ctx.setLineDash(point.min === null || point.max === null ? [3 * unit, 3 * unit] : []);
  if (low !== high) ctx.stroke(new Path2D(`M${x} ${low}L${x} ${high}`));
  ctx.setLineDash([]);
  if (point.max === null) arrow(high + unit, high + 6 * unit);
  if (point.min === null) arrow(low - unit, low - 6 * unit);
  ctx.globalAlpha = 1;
  const at = y(valueOf(point)!);
  ctx.fill(markPath(index, x, at, 4 * unit));
  ctx.lineWidth = 1.5 * unit;
  if (point.alarms.length > 0) ctx.stroke(markPath(0, x, at, 8 * unit));
}
