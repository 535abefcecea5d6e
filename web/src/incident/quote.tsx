// The sentence that makes the claim, with the words of each field marked, and those words that stand elsewhere.

import { useMemo } from "preact/hooks";
import type { Claim } from "../api/types";
import { CodePoints } from "../marks/code_points";
import { elsewhere, fieldMarks, fieldWords } from "../marks/fields";
import { useHiddenFields } from "../marks/legend";
import { Marked } from "../marks/marked";
import { maskedNames, Named } from "../marks/masked";

export function Quote({ claim }: { claim: Claim }) {
  const hidden = useHiddenFields();
  const { start, text } = claim.sentence;
  const [points, names, marks] = useMemo(() => [
    new CodePoints(text),
    maskedNames(text),
    fieldMarks(claim).map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
  ] as const, [claim]);
  const others = elsewhere(claim);
  if (!text) return null;
  return (
    <>
      <blockquote class="quote"><Marked text={points} marks={marks} names={names} hidden={hidden} /></blockquote>
      {others.length > 0 && (
        <p class="quote__elsewhere">
          From elsewhere in the report:{" "}
          {others.map(({ field, words }, i) => (
            <span key={i}>
              {i > 0 && ", "}
              {fieldWords[field].toLowerCase()} <mark class="w" data-field={field}><Named words={words.text} /></mark>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
