// Incidents and people killed over time. What is brushed filters the map and the list; the bars themselves stay whole.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { filter, useUrl } from "../state/store";
import type { Days } from "../state/url";
import { formatSpan } from "../ui/format";
import { Button } from "../ui/parts";
import { daysOf, edges, fromDay, rangeOf, type Range } from "./brush";
import { Brush } from "./brushed";
import { Histogram } from "./histogram";
import "../style/timeline.css";

const HEIGHT = 118;

function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

/** While the brush moves, the server is asked at most every 120 ms; a drag is one step of Back. */
function useBrushing() {
  const timer = useRef(0);
  const pushed = useRef(false);
  const latest = useRef<Range | null>(null);
  const apply = () => {
    timer.current = 0;
    filter({ datetime: latest.current ? daysOf(latest.current) : undefined }, pushed.current ? "replace" : "push");
    pushed.current = true;
  };
  return (range: Range | null, done: boolean) => {
    latest.current = range;
    if (done) {
      clearTimeout(timer.current);
      apply();
      pushed.current = false;
    } else if (!timer.current) timer.current = window.setTimeout(apply, 120);
  };
}

/** For whoever knows the days: bars may be months. */
function DayField({ name, value, least, most, onChange }: {
  name: string; value: string | null; least?: string; most?: string; onChange: (day: string | null) => void;
}) {
  return (
    <label class="timeline__day">
      <span>{name}</span>
      <input type="date" value={value ?? ""} min={least} max={most}
        onChange={(event) => {
          const day = event.currentTarget.value;
          if (!day || day >= "1000") onChange(day || null);
        }}
      />
    </label>
  );
}

export function Timeline() {
  const filters = useUrl((s) => s.filters);
  const { datetime } = filters;
  // The server's bars hold what lies outside the days that are asked for, too.
  const asked = useApi<Answers["summary"]>(address.summary(filters));
  const histogram = asked.data?.histogram;
  const bars = useMemo(() => histogram && {
    marks: edges(histogram.buckets.map((b) => b.from), histogram.step),
    incidents: histogram.buckets.map((b) => b.incidents),
    killed: histogram.buckets.map((b) => b.killed),
  }, [histogram]);
  const { ref, width } = useWidth();
  const change = useBrushing();
  const whole = bars?.marks.length ? { start: bars.marks[0]!, end: bars.marks[bars.marks.length - 1]! } : null;
  const range = whole && rangeOf(datetime ?? null, whole);
  const set = (days: Days) => filter({ datetime: days.from || days.to ? days : undefined });
  return (
    <section class={`timeline${asked.loading ? " timeline--loading" : ""}`} aria-label="Timeline">
      <div class="timeline__head">
        <p class="timeline__title">
          <b>{datetime ? formatSpan(datetime.from, datetime.to) : whole ? formatSpan(fromDay(whole.start), fromDay(whole.end - 1)) : "No dated incidents"}</b>
          {histogram && whole && <span class="kicker">
            <i class="timeline__key timeline__key--killed" /> killed <i class="timeline__key" /> incidents, by {histogram.step}
          </span>}
        </p>
        <DayField name="From" value={datetime?.from ?? null} most={datetime?.to ?? undefined} onChange={(from) => set({ from, to: datetime?.to ?? null })} />
        <DayField name="To" value={datetime?.to ?? null} least={datetime?.from ?? undefined} onChange={(to) => set({ from: datetime?.from ?? null, to })} />
        {datetime && <Button kind="quiet" small icon="close" aria-label="Clear the days" title="Clear the days" onClick={() => filter({ datetime: undefined })} />}
      </div>
      <div class="timeline__plot" ref={ref} style={{ height: `${HEIGHT}px` }}>
        {bars && whole && width > 0 && (
          <>
            <Histogram bars={bars} whole={whole} width={width} height={HEIGHT} />
            <Brush marks={bars.marks} whole={whole} range={range} onChange={change} />
          </>
        )}
      </div>
    </section>
  );
}
