// A row of the list: when, where, what, how many, how sure.

import type { Figure, IncidentProperties } from "../api/types";
import { formatCount, formatNumber, formatRange, formatSpan, shortTitle } from "../ui/format";
import { countryName } from "../ui/labels";
import { Badge, FigureText, Grade } from "../ui/parts";

/** Everyone killed or, where nobody is said to be, the first harm that has a figure. */
export function mainFigure(incident: IncidentProperties): Figure | null {
  const everyone = incident.figures.filter((figure) => figure.status === null && figure.group === null);
  return everyone.find((figure) => figure.harm === "killed") ?? everyone[0] ?? incident.figures[0] ?? null;
}

export function placeText({ place, country }: IncidentProperties): string {
  return [place, countryName(country)].filter(Boolean).join(", ") || "Place not known";
}

/** What a screen reader says of the row. */
export function spoken(incident: IncidentProperties): string {
  const figure = mainFigure(incident);
  return [
    `${formatSpan(incident.from, incident.to)}, ${placeText(incident)}: ${incident.title}.`,
    figure ? `${figure.harm}: ${formatRange(figure)}, best ${figure.best ?? "not known"}.` : "No figure.",
    `Grade ${incident.grade}. ${formatCount(incident.reports, "report")}, ${formatCount(incident.origins, "independent origin")}.`,
  ].join(" ");
}

export function ReviewBadges({ incident: { review } }: { incident: IncidentProperties }) {
  return (
    <>
      {review.state !== "open" && <Badge tone={review.state === "accepted" ? "good" : "plain"}>{review.state}</Badge>}
      {review.conflicts > 0 && <Badge tone="warn">{formatCount(review.conflicts, "conflict")}</Badge>}
      {review.edited && <Badge>edited</Badge>}
      {review.sensitive && <Badge>sensitive</Badge>}
    </>
  );
}

export function Row({ incident }: { incident: IncidentProperties }) {
  const figure = mainFigure(incident);
  const harm = figure && figure.harm !== "killed" ? figure.harm : figure ? "killed" : undefined;
  return (
    <>
      <span class="row__day">{formatSpan(incident.from, incident.to)}</span>
      <span class="row__place">{placeText(incident)}</span>
      <span class="row__title">{shortTitle(incident.title)}</span>
      <span class="row__figure"><FigureText figure={figure} what={harm} /></span>
      <span class="row__grade"><Grade grade={incident.grade} /></span>
      <span class="row__origins" title={`${formatCount(incident.reports, "report")} from ${formatCount(incident.origins, "independent origin")}`}>
        {formatNumber(incident.reports)} <i>/ {formatNumber(incident.origins)}</i>
      </span>
      <span class="row__review"><ReviewBadges incident={incident} /></span>
    </>
  );
}
