// Overlapping marks cut into segments that lie side by side: each knows the marks that cover it, so that any of them can
// be drawn, switched off or pointed at without nesting.

export interface Range {
  start: number;
  end: number;
}

export interface Segment<M extends Range> extends Range {
  marks: M[];
}

/** Segments that cover `within` once, in order, without gaps; marks outside it are left out. */
export function segments<M extends Range>(within: Range, marks: M[]): Segment<M>[] {
  const inside = marks
    .filter((mark) => mark.start < mark.end && mark.end > within.start && mark.start < within.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const borders = new Set([within.start, within.end]);
  for (const mark of inside) {
    borders.add(Math.max(mark.start, within.start));
    borders.add(Math.min(mark.end, within.end));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  const result: Segment<M>[] = [];
  let open: M[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const [start, end] = [cuts[i], cuts[i + 1]];
    open = open.filter((mark) => mark.end > start);
    while (next < inside.length && inside[next].start <= start) open.push(inside[next++]);
    result.push({ start, end, marks: [...open] });
  }
  return result;
}
