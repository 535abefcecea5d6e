// Who says what of whom, side by side. Nobody's word is weighed.

import type { Blame, IncidentProperties } from "../api/types";
import { Named } from "../marks/masked";

function Voices({ names }: { names: string[] }) {
  if (names.length === 0) return <span class="blame__none">nobody</span>;
  return (
    <ul class="blame__voices">
      {names.map((name) => <li key={name}><Named words={name} /></li>)}
    </ul>
  );
}

function Side({ side }: { side: Blame }) {
  return (
    <tr>
      <th scope="row">
        <Named words={side.actor} />
        {side.admitted && <span class="blame__admitted">says so itself</span>}
      </th>
      <td><Voices names={side.said_by} /></td>
      <td><Voices names={side.denied_by} /></td>
    </tr>
  );
}

export function BlameTable({ incident }: { incident: IncidentProperties }) {
  if (incident.blame.length === 0) return null;
  return (
    <section class="record__part" aria-labelledby="record-blame">
      <h3 id="record-blame">Who is said to have done it</h3>
      <table class="blame">
        <thead>
          <tr><th scope="col">Side</th><th scope="col">Blamed by</th><th scope="col">Denied by</th></tr>
        </thead>
        <tbody>{incident.blame.map((side) => <Side key={side.actor} side={side} />)}</tbody>
      </table>
    </section>
  );
}
