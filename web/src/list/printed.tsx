// The list on paper: a plain table of the rows that were loaded.

import type { IncidentProperties } from "../api/types";
import { getState } from "../state/store";
import { filterParams } from "../state/url";
import { formatNumber, formatRange, formatSpan } from "../ui/format";
import { label } from "../ui/labels";
import { mainFigure, placeText } from "./row";

const MOST = 300;

export function Printed({ rows, total }: { rows: IncidentProperties[]; total: number }) {
  const shown = rows.slice(0, MOST);
  const filters = decodeURIComponent(filterParams(getState().filters).toString().replaceAll("&", " · ")) || "no filters";
  return (
    <>
      <h1>Incidents</h1>
      <p>{formatNumber(total)} found, {formatNumber(shown.length)} printed. Filters: {filters}. {location.href}</p>
      <table>
        <thead>
          <tr><th>Day</th><th>Place</th><th>What is reported</th><th>Low–high</th><th>Best</th><th>Grade</th><th>Origins</th></tr>
        </thead>
        <tbody>
          {shown.map((incident) => {
            const figure = mainFigure(incident);
            return (
              <tr key={incident.id}>
                <td>{formatSpan(incident.from, incident.to)}</td>
                <td>{placeText(incident)}</td>
                <td>{incident.title}</td>
                <td>{figure ? `${formatRange(figure)} ${figure.harm}` : "–"}</td>
                <td>{figure?.best ?? "–"}</td>
                <td>{label(incident.grade)}</td>
                <td>{incident.origins}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
