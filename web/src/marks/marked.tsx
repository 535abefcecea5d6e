// A passage with its words marked by field. Colour is never alone: each field has its own underline too.
import type { ComponentChildren } from "preact";
import { CodePoints } from "./code_points";
import { type Field, type FieldMark, fieldWords, shown } from "./fields";
import { MaskedName } from "./masked";
import { type Range, segments } from "./segments";
import "./marks.css";

interface NameMark extends Range {
  masked: true;
}

export interface MarkedProps {
  text: CodePoints;
  /** The part of the text to show; all of it without. */
  within?: Range;
  marks: FieldMark[];
  names?: Range[];
  hidden?: ReadonlySet<Field>;
  /** The claim that is pointed at: its words stand out, those of others step back. */
  active?: string | null;
  onPoint?: (claim: string | null) => void;
  onPick?: (claim: string) => void;
}

const kNone: ReadonlySet<Field> = new Set();

export function Marked({ text, within, marks, names = [], hidden = kNone, active = null, onPoint, onPick }: MarkedProps) {
  const range = within ?? { start: 0, end: text.length };
  const masked: NameMark[] = names.map(({ start, end }) => ({ start, end, masked: true }));
  const pieces = segments<FieldMark | NameMark>(range, [...marks, ...masked]).map(({ start, end, marks: over }) => {
    const fields = over.filter((mark): mark is FieldMark => "field" in mark);
    const own = active === null ? fields : fields.filter((mark) => mark.claim === active);
    const mark = shown(own.length > 0 ? own : fields, hidden);
    let words: ComponentChildren = text.slice(start, end);
    if (over.some((one) => "masked" in one))
      words = <MaskedName>{words}</MaskedName>;
    if (!mark) return words;
    const quiet = active !== null && mark.claim !== active;
    return (
      <mark
        key={start}
        class={quiet ? "w w-quiet" : "w"}
        data-field={mark.field}
        data-of={mark.claim}
        title={fieldWords[mark.field]}
        onPointerEnter={onPoint && (() => onPoint(mark.claim))}
        onPointerLeave={onPoint && (() => onPoint(null))}
        onClick={onPick && (() => onPick(mark.claim))}
      >
        {words}
      </mark>
    );
  });
  return <>{pieces}</>;
}
