// A block of the text and, beside it, the claims that begin in it.

import type { CodePoints } from "../marks/code_points";
import type { Field, FieldMark } from "../marks/fields";
import { Marked } from "../marks/marked";
import type { Range } from "../marks/segments";
import { blockWords } from "../words/vocabulary";
import { Note } from "./note";
import type { Row } from "./rows";

interface Props {
  row: Row;
  text: CodePoints;
  marks: FieldMark[];
  names: Range[];
  hidden: ReadonlySet<Field>;
  active: string | null;
  onPoint: (claim: string | null) => void;
  onPick: (claim: string | null) => void;
}

const kElements: Record<string, "h3" | "p" | "blockquote"> = { headline: "h3", quote: "blockquote" };
const kUnnamed = new Set(["headline", "paragraph"]);

export function BlockRow({ row, text, marks, names, hidden, active, onPoint, onPick }: Props) {
  const Element = kElements[row.kind] ?? "p";
  return (
    <div class={`block block--${row.kind}`}>
      <Element class="block__text" dir="auto">
        {!kUnnamed.has(row.kind) && <span class="block__kind">{blockWords(row.kind)}</span>}
        <Marked
          text={text}
          within={row}
          marks={marks}
          names={names}
          hidden={hidden}
          active={active}
          onPoint={onPoint}
          onPick={onPick}
        />
      </Element>
      {row.claims.length > 0 && (
        <ul class="block__notes" aria-label="Claims in this passage">
          {row.claims.map((claim) => (
            <Note key={claim.id} claim={claim} active={claim.id === active} onPoint={onPoint} onPick={onPick} />
          ))}
        </ul>
      )}
    </div>
  );
}
