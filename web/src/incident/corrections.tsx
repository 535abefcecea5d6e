// What reviewers made of a claim: the machine's value stays beside theirs.

import type { Correction } from "../api/types";
import { inWords } from "../review/values";
import { fieldLabel } from "../review/vocabulary";
import { moment } from "../words/days";

export function Corrections({ corrections }: { corrections: Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <ul class="corrections" aria-label="Corrections">
      {corrections.map((one) => (
        <li key={`${one.seq}/${one.field}`} class={one.conflict ? "corrections__conflict" : undefined}>
          <span class="corrections__field">{fieldLabel(one.field)}</span>{" "}
          <del aria-label={`the program read ${inWords(one.before)}`}>{inWords(one.before)}</del>
          <span aria-hidden="true"> → </span>
          <ins aria-label={`the reviewer says ${inWords(one.after)}`}>{inWords(one.after)}</ins>
          <span class="corrections__by">{one.by}, {moment(one.at)}{one.reason && `: ${one.reason}`}</span>
          {one.conflict && <span class="corrections__by"><b>In conflict.</b> {one.conflict}</span>}
        </li>
      ))}
    </ul>
  );
}
