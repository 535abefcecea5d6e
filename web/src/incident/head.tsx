// What, where, when, and how well it is told. Nothing here is more exact than the record.

import type { Evidence } from "../api/types";
import { Named } from "../marks/masked";
import { formatSpan, shortTitle } from "../ui/format";
import { Badge, Grade } from "../ui/parts";
import { happened } from "../words/days";
import { told } from "../words/figures";
import { precisionWords, where } from "../words/places";
import { Term } from "../words/term";
import * as vocabulary from "../words/vocabulary";

type Incident = Evidence["incident"];

const kStates: Record<string, { words: string; tone: "plain" | "good" | "warn" }> = {
  open: { words: "Not reviewed", tone: "plain" },
  accepted: { words: "Accepted", tone: "good" },
  rejected: { words: "Rejected", tone: "warn" },
};

function ReviewStatus({ review }: Pick<Incident, "review">) {
  const state = kStates[review.state] ?? { words: review.state, tone: "plain" as const };
  return (
    <>
      <Badge tone={state.tone}>{state.words}</Badge>
      {review.edited && <Badge tone="accent" title="A reviewer changed something">Corrected</Badge>}
      {review.sensitive && <Badge tone="warn" title="Readers see neither the exact place nor the words">Sensitive</Badge>}
      {review.conflicts > 0 && (
        <Badge tone="warn" title="The program reads it differently now than when a reviewer decided">In conflict</Badge>
      )}
    </>
  );
}

function points({ latitude, longitude, place_precision }: Incident): string {
  if (latitude === null || longitude === null || place_precision === null) return "";
  const digits = place_precision <= 2 ? 2 : place_precision <= 4 ? 1 : 0;
  return ` Shown at ${Math.abs(latitude).toFixed(digits)}° ${latitude < 0 ? "S" : "N"}, ${Math.abs(longitude).toFixed(digits)}° ${longitude < 0 ? "W" : "E"}.`;
}

export function Head({ incident, masked }: { incident: Incident; masked: boolean }) {
  const responsibility = vocabulary.responsibility(incident.responsibility);
  const strike = incident.strike ? vocabulary.strike(incident.strike) : null;
  const coarse = incident.review.sensitive && masked;
  return (
    <header class="record__head">
      <p class="record__kinds">{incident.kinds.map((kind) => vocabulary.kindWords(kind)).join(" · ")}</p>
      <h2 id="record-title"><Named words={shortTitle(incident.title)} /></h2>
      <dl class="facts">
        <dt>Where</dt>
        <dd>
          <Term meaning={precisionWords(incident.place_precision) + points(incident)}>
            {where(incident.place, incident.country, incident.place_precision)}
          </Term>
        </dd>
        <dt>When</dt>
        <dd>{happened(incident.from, incident.to)}</dd>
        <dt>Grade</dt>
        <dd>
          <Term meaning={vocabulary.grade(incident.grade).meaning}><Grade grade={incident.grade} /></Term>
          {strike && <Term meaning={strike.meaning} class="facts__more">{strike.words}</Term>}
        </dd>
        <dt>Responsible</dt>
        <dd><Term meaning={responsibility.meaning}>{responsibility.words}</Term></dd>
        <dt>Told by</dt>
        <dd>
          <Term meaning="An outlet that copies another, and two outlets that quote the same voice, are several reports of one origin.">
            {told(incident.reports, incident.origins)}
          </Term>
          {incident.first_published && `, published ${formatSpan(incident.first_published, incident.last_published)}`}
        </dd>
        <dt>Review</dt>
        <dd class="badges"><ReviewStatus review={incident.review} /></dd>
      </dl>
      {coarse && (
        <p class="notice">This incident is marked sensitive. Its place is widened to a cell of one degree, its day to the month, and its words and reports are not shown.</p>
      )}
    </header>
  );
}
