// The brush over the bars: drag to choose days, drag the middle to move them, drag an end or use its arrow keys to change it.

import { useRef, useState } from "preact/hooks";
import { formatDay, formatSpan } from "../ui/format";
import { daysOf, dragged, fromDay, moved, snap, stepEdge, type Range } from "./brush";

interface Props {
  marks: number[];
  whole: Range;
  range: Range | null;
  onChange: (range: Range | null, done: boolean) => void;
}

type Drag = { kind: "new" | "move" | "start" | "end"; at: number; range: Range | null; far: boolean };

export function Brush({ marks, whole, range, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const [live, setLive] = useState<Range | null>(null);
  const shown = live ?? range;
  const share = (day: number) => `${((day - whole.start) / (whole.end - whole.start)) * 100}%`;

  const dayAt = (event: PointerEvent) => {
    const { left, width } = box.current!.getBoundingClientRect();
    return whole.start + ((event.clientX - left) / width) * (whole.end - whole.start);
  };
  const next = (d: Drag, day: number): Range | null => {
    if (d.kind === "new") return d.far ? dragged(d.at, day, marks) : d.range;
    if (!d.range) return null;
    if (d.kind === "move") return moved(d.range, day - d.at, marks);
    const edge = snap(day, marks);
    if (d.kind === "start") return { start: Math.min(edge, stepEdge(d.range.end, -1, marks)), end: d.range.end };
    return { start: d.range.start, end: Math.max(edge, stepEdge(d.range.start, 1, marks)) };
  };
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const kind = ((event.target as HTMLElement).dataset.drag as Drag["kind"] | undefined) ?? "new";
    drag.current = { kind, at: dayAt(event), range: shown, far: false };
    box.current!.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const d = drag.current;
    if (!d) return;
    const day = dayAt(event);
    d.far ||= (Math.abs(day - d.at) / (whole.end - whole.start)) * box.current!.clientWidth > 4;
    if (!d.far) return;
    const to = next(d, day);
    setLive(to);
    if (to) onChange(to, false);
  };
  const up = (event: PointerEvent) => {
    const d = drag.current;
    drag.current = null;
    if (!d) return;
    setLive(null);
    if (d.far) onChange(next(d, dayAt(event)), true);
    else if (d.kind === "new") onChange(dragged(d.at, d.at, marks), true);
  };
  const key = (which: "start" | "end") => (event: KeyboardEvent) => {
    const current = shown ?? whole;
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -1e6, End: 1e6 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const edge = stepEdge(current[which], steps, marks);
    const changed = which === "start"
      ? { start: Math.min(edge, stepEdge(current.end, -1, marks)), end: current.end }
      : { start: current.start, end: Math.max(edge, stepEdge(current.start, 1, marks)) };
    onChange(changed.start === whole.start && changed.end === whole.end ? null : changed, true);
  };
  const handle = (which: "start" | "end") => {
    const day = shown ? shown[which] : whole[which];
    return (
      <div
        class={`brush__handle brush__handle--${which}`}
        data-drag={shown ? which : undefined}
        style={{ left: share(day) }}
        role="slider"
        tabIndex={0}
        aria-label={which === "start" ? "First day" : "Last day"}
        aria-valuemin={whole.start}
        aria-valuemax={whole.end}
        aria-valuenow={day}
        aria-valuetext={formatDay(fromDay(which === "start" ? day : day - 1))}
        onKeyDown={key(which)}
      />
    );
  };
  return (
    <div
      class="brush"
      ref={box}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => { drag.current = null; setLive(null); }}
    >
      {shown && (
        <>
          <div class="brush__out" style={{ left: 0, width: share(shown.start) }} />
          <div class="brush__out" style={{ left: share(shown.end), right: 0 }} />
          <div class="brush__in" data-drag="move" style={{ left: share(shown.start), width: `calc(${share(shown.end)} - ${share(shown.start)})` }}
            title={formatSpan(daysOf(shown).from, daysOf(shown).to)} />
        </>
      )}
      {handle("start")}
      {handle("end")}
    </div>
  );
}
