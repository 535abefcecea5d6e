// The words that a claim quotes, as marks: which field each belongs to.
import type { Claim, Words } from "../api/types";
import type { Range } from "./segments";

/** In the order of the legend. A segment under several marks takes the look of the innermost, the shortest. */
export const kFields = ["trigger", "count", "victims", "actor", "place", "time", "source"] as const;
export type Field = (typeof kFields)[number];

export const fieldWords: Record<Field, string> = {
  trigger: "What happened",
  count: "How many",
  victims: "Who was harmed",
  actor: "By whom",
  place: "Where",
  time: "When",
  source: "Who says so",
};

export interface FieldMark extends Range {
  field: Field;
  /** The claim's id within its report. */
  claim: string;
}

export function fieldMarks(claim: Claim): FieldMark[] {
  const marks: FieldMark[] = [];
  const add = (field: Field, words: Words | null | undefined) => {
    if (words && words.end > words.start) marks.push({ field, claim: claim.id, start: words.start, end: words.end });
  };
  add("trigger", claim.trigger);
  add("count", claim.count?.text);
  add("victims", claim.victims?.text);
  add("actor", claim.actor?.text);
  add("actor", claim.opponent?.text);
  add("place", claim.place?.text);
  add("time", claim.time?.text);
  add("source", claim.source?.text);
  for (const passed of claim.via) add("source", passed.text);
  return marks;
}

/** The field that a segment shows: of the shortest mark, and of two as short the one earlier in the legend. */
export function shown(marks: FieldMark[], hidden: ReadonlySet<Field>): FieldMark | null {
  let best: FieldMark | null = null;
  for (const mark of marks) {
    if (hidden.has(mark.field)) continue;
    const shorter = best ? mark.end - mark.start - (best.end - best.start) : -1;
    if (shorter < 0 || (shorter === 0 && kFields.indexOf(mark.field) < kFields.indexOf(best!.field))) best = mark;
  }
  return best;
}

/** The fields whose words stand outside the claim's sentence, quoted from elsewhere in the report. */
export function elsewhere(claim: Claim): { field: Field; words: Words }[] {
  const { start, end } = claim.sentence;
  const fields: [Field, Words | null | undefined][] = [
    ["count", claim.count?.text],
    ["victims", claim.victims?.text],
    ["actor", claim.actor?.text],
    ["place", claim.place?.text],
    ["time", claim.time?.text],
    ["source", claim.source?.text],
  ];
  return fields.flatMap(([field, words]) => (words && (words.start < start || words.end > end) ? [{ field, words }] : []));
}
