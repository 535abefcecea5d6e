// An incident as one page: what happened, how many, who says so, and what reviewers decided. It draws what it is given.

import type { Evidence } from "../api/types";
import { Legend } from "../marks/legend";
import { ActHistory } from "./acts";
import { BlameTable } from "./blame";
import { Claims } from "./claims";
import { Figures } from "./figures";
import { Head } from "./head";
import type { Slots } from "./slots";
import { Tools } from "./tools";
import "./record.css";
import "./claims.css";

export function IncidentRecord({ evidence, slots = {} }: { evidence: Evidence; slots?: Slots }) {
  const { incident, claims, history, acts } = evidence;
  return (
    <article class="record" aria-labelledby="record-title">
      <Head incident={incident} masked={evidence.masked} />
      <Tools incident={incident} />
      {slots.incident?.(evidence)}
      <Figures figures={incident.figures} history={history} claims={claims} />
      <BlameTable incident={incident} />
      <section class="record__part" aria-labelledby="record-claims">
        <h3 id="record-claims">Who says what</h3>
        {claims.length > 0 && <Legend />}
        <Claims evidence={evidence} slot={slots.claim} />
      </section>
      <ActHistory evidence={evidence} acts={acts} slot={slots.act} />
      <p class="record__rules">Put together by the rules {incident.matching_rule} and {incident.figure_rule}.</p>
    </article>
  );
}
