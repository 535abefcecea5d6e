// Notes, and every act of a reviewer on this incident: nothing is overwritten, an undoing is an act of its own.

import type { Act, Evidence } from "../api/types";
import { change, told } from "../review/acts";
import { formatCount } from "../ui/format";
import { moment } from "../words/days";
import type { Slots } from "./slots";

interface Props {
  evidence: Evidence;
  acts: Act[];
  slot: Slots["act"];
}

function Entry({ act, evidence, slot }: { act: Act } & Omit<Props, "acts">) {
  const changed = change(act);
  return (
    <li class={act.undone_by !== null ? "act act--undone" : "act"}>
      <p>
        <b>{act.by}</b> {told(act)}{changed && `: ${changed}`}
        {act.undone_by !== null && <span class="act__undone"> (taken back by act {act.undone_by})</span>}
      </p>
      {act.reason && <p class="act__reason">{act.reason}</p>}
      {act.conflict && <p class="act__conflict">In conflict: {act.conflict}</p>}
      <p class="act__when">
        Act {act.seq} · {moment(act.at)}
        {slot?.(act, evidence)}
      </p>
    </li>
  );
}

export function ActHistory({ evidence, acts, slot }: Props) {
  const notes = acts.filter((act) => act.act === "note" && act.undone_by === null);
  return (
    <section class="record__part" aria-labelledby="record-acts">
      <h3 id="record-acts">What reviewers did</h3>
      {acts.length === 0 && <p class="none">No reviewer has said anything yet.</p>}
      {notes.map((note) => <p key={note.seq} class="note"><b>{note.by}</b> {note.reason}</p>)}
      {acts.length > 0 && (
        <details class="acts" open={acts.length < 6}>
          <summary>{formatCount(acts.length, "act")}</summary>
          <ol>{[...acts].reverse().map((act) => <Entry key={act.seq} act={act} evidence={evidence} slot={slot} />)}</ol>
        </details>
      )}
    </section>
  );
}
