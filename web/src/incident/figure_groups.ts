// The figures of an incident, a group for each harm and unit, each population with its way through time.

import type { Figure, HistoryStep } from "../api/types";

export interface FigureLine {
  figure: Figure;
  steps: HistoryStep[];
}

export interface FigureGroup {
  harm: string;
  unit: string;
  lines: FigureLine[];
}

const sameFigure = (a: Figure, b: Figure) =>
  a.harm === b.harm && a.unit === b.unit && a.status === b.status && a.group === b.group;

const told = ({ low, best, high }: Figure) => low !== null || best !== null || high !== null;

/** In the order of the incident; figures of which nothing is known are left out. */
export function figureGroups(figures: Figure[], history: HistoryStep[]): FigureGroup[] {
  const groups: FigureGroup[] = [];
  for (const figure of figures.filter(told)) {
    let group = groups.find(({ harm, unit }) => harm === figure.harm && unit === figure.unit);
    if (!group) groups.push((group = { harm: figure.harm, unit: figure.unit, lines: [] }));
    group.lines.push({ figure, steps: history.filter((step) => sameFigure(step.figure, figure)) });
  }
  return groups;
}
