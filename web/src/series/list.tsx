// The subjects, each with the series of its sources in a few strokes.

import { useParam } from "../state/store";
import { formatDay } from "../ui/format";
import { bounds } from "../words/figures";
import { scope } from "../words/vocabulary";
import { Sparkline } from "./sparkline";
import { dayOf, placeWords, sourceWords, subjectWords, type Subject } from "./subjects";

function Latest({ subject }: { subject: Subject }) {
  return (
    <>
      {subject.series.slice(0, 4).map((series) => {
        const last = series.points[series.points.length - 1];
        const alarms = series.points.some((point) => point.alarms.length > 0);
        return (
          <span key={series.id} class="subjects__series">
            <span class="subjects__source">{sourceWords(series)}</span>
            <Sparkline series={series} />
            <span class="subjects__figure">
              {last ? bounds(last.min, last.max) : "–"}
              {alarms && <b class="subjects__alarm" title="An alarm in this series"> !<span class="quiet-for-eyes"> alarm</span></b>}
              {last && dayOf(last) && <small>{formatDay(dayOf(last))}</small>}
            </span>
          </span>
        );
      })}
      {subject.series.length > 4 && <small>and {subject.series.length - 4} more sources</small>}
    </>
  );
}

export function SubjectList({ subjects, chosen }: { subjects: Subject[]; chosen: string | null }) {
  const [, choose] = useParam("subject");
  return (
    <ol class="subjects">
      {subjects.map((subject) => {
        const [first] = subject.series;
        return (
          <li key={subject.key}>
            <button type="button" class="subjects__item" aria-current={subject.key === chosen || undefined} onClick={() => choose(subject.key)}>
              <span class="subjects__title">{subjectWords(first)}</span>
              <span class="subjects__place">{placeWords(first)} · {scope(first.scope).words.toLowerCase()}</span>
              <Latest subject={subject} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
