// The chart of a subject's series over days: uPlot has the axes, draw.ts the points, and over each point lies a link to
// its claim. The table below says the same to those who do not see it.

import { useEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Series, SeriesPoint } from "../api/types";
import { formatShort } from "../ui/format";
import { PageLink } from "../ui/link";
import { alarm } from "../words/vocabulary";
import { dayLabels, daysOf, greatest, secondsOf, spanOf } from "./chart_data";
import { drawSeries } from "./draw";
import { dated, dayOf, pointWords, sourceWords, valueOf } from "./subjects";

interface Spot {
  point: SeriesPoint;
  words: string;
  left: number;
  top: number;
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function options(all: Series[], shown: boolean[], width: number, days: number[]): uPlot.Options {
  const axis = { stroke: token("--ink-3"), grid: { stroke: token("--rule"), width: 1 }, ticks: { show: false }, font: "11px system-ui, sans-serif" };
  return {
    width,
    height: Math.round(Math.min(340, Math.max(200, width * 0.45))),
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { range: () => spanOf(days) }, y: { range: () => [0, greatest(all) * 1.08] } },
    axes: [
      { ...axis, space: 70, incrs: [1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1825].map((one) => one * 86_400), values: (_, ticks, __, ___, step) => dayLabels(ticks, step) },
      { ...axis, size: 56, values: (_, ticks) => ticks.map(formatShort) },
    ],
    series: [{}, { paths: () => null, points: { show: false } }],
    hooks: { draw: [(plot) => drawSeries(plot, all, shown)] },
  };
}

function spotsOf(plot: uPlot, all: Series[], shown: boolean[]): Spot[] {
  const { left, top } = plot.over.style;
  return all.flatMap((series, i) => !shown[i] ? [] : dated(series).map((point) => ({
    point,
    words: [`${sourceWords(series)}: ${pointWords(point)}`, ...point.alarms.map((name) => `${alarm(name).words}: ${alarm(name).meaning}`)].join("\n"),
    left: parseFloat(left) + plot.valToPos(secondsOf(dayOf(point)!), "x"),
    top: parseFloat(top) + plot.valToPos(valueOf(point)!, "y"),
  })));
}

export default function Chart({ series, shown }: { series: Series[]; shown: boolean[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [spots, setSpots] = useState<Spot[]>([]);
  useEffect(() => {
    const place = box.current;
    if (!place) return;
    const days = daysOf(series);
    let plot: uPlot | null = null;
    const draw = () => {
      plot?.destroy();
      plot = new uPlot(options(series, shown, place.clientWidth, days), [days, days.map(() => null)], place);
      setSpots(spotsOf(plot, series, shown));
    };
    const size = new ResizeObserver(draw);
    const theme = new MutationObserver(draw);
    size.observe(place);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => {
      size.disconnect();
      theme.disconnect();
      plot?.destroy();
    };
  }, [series, shown]);
  return (
    <div class="chart">
      <div class="chart__plot" ref={box} aria-hidden="true" />
      {spots.map(({ point, words, left, top }, i) => (
        <span key={i} class="chart__spot" style={{ left: `${left}px`, top: `${top}px` }} title={words}>
          <PageLink to={{ report: point.report, claim: point.claim }}><span class="quiet-for-eyes">{words}</span></PageLink>
        </span>
      ))}
    </div>
  );
}
