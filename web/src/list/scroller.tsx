// A list of any length that draws only what is seen. One row is active; arrows, Home and End move it, Enter opens it.

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

interface Props {
  total: number;
  rowHeight: number;
  label: string;
  active: number;
  onActive: (index: number) => void;
  onOpen: (index: number) => void;
  onRange: (first: number, last: number) => void;
  row: (index: number) => { content: ComponentChildren; spoken: string; selected: boolean; key: string };
}

const SPARE = 6;
const TALLEST = 15_000_000; // browsers lay out no taller boxes

export function Scroller({ total, rowHeight, label, active, onActive, onOpen, onRange, row }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const rows = Math.min(total, Math.floor(TALLEST / rowHeight));
  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE);
  const last = Math.min(rows - 1, Math.ceil((top + height) / rowHeight) + SPARE);

  useLayoutEffect(() => {
    const box = ref.current!;
    const observer = new ResizeObserver(() => setHeight(box.clientHeight));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => onRange(first, last), 40);
    return () => clearTimeout(timer);
  }, [first, last, total, row]);

  const show = (index: number) => {
    const box = ref.current!;
    if (index * rowHeight < box.scrollTop) box.scrollTop = index * rowHeight;
    else if ((index + 1) * rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = (index + 1) * rowHeight - box.clientHeight;
  };
  useEffect(() => {
    if (active >= 0) show(active);
  }, [active, rowHeight]);

  const key = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / rowHeight) - 1);
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: rows - 1 }[event.key];
    if (to !== undefined) onActive(Math.max(0, Math.min(rows - 1, to)));
    else if ((event.key === "Enter" || event.key === " ") && active >= 0) onOpen(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drawn = [];
  for (let index = first; index <= last; ++index) {
    const { content, spoken, selected, key: id } = row(index);
    drawn.push(
      <div
        key={id}
        id={`row-${index}`}
        role="option"
        class={`row${index === active ? " row--active" : ""}`}
        aria-label={spoken}
        aria-selected={selected}
        aria-setsize={total}
        aria-posinset={index + 1}
        style={{ transform: `translateY(${index * rowHeight}px)`, height: `${rowHeight}px` }}
        onClick={() => { onActive(index); onOpen(index); }}
      >
        {content}
      </div>,
    );
  }
  return (
    <div
      ref={ref}
      id="results"
      class="scroller"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={active >= first && active <= last ? `row-${active}` : undefined}
      onScroll={() => setTop(ref.current!.scrollTop)}
      onKeyDown={key}
    >
      <div role="presentation" style={{ height: `${rows * rowHeight}px` }}>{drawn}</div>
    </div>
  );
}
