// Names of private persons that the server has masked: a sign for each letter. They are shown as such, and read out as
// "masked name" and not sign by sign.

import type { ComponentChildren } from "preact";
import { CodePoints } from "./code_points";
import { type Range, segments } from "./segments";

// One sign for letters of one, two, three and four bytes.
const kName = /[*\u00b7\u2217\u{1f7b6}]{2,}(?:[ '’.-]+[*\u00b7\u2217\u{1f7b6}]{2,})*/gu;

/** Where masked names stand in a text, by code points; two or more signs in a row are one. */
export function maskedNames(text: string): Range[] {
  return [...text.matchAll(kName)].map((found) => {
    const start = new CodePoints(text.slice(0, found.index)).length;
    return { start, end: start + new CodePoints(found[0]).length };
  });
}

export function MaskedName({ children }: { children: ComponentChildren }) {
  return (
    <span class="masked" title="The name of a private person, masked">
      <span aria-hidden="true">{children}</span>
      <span class="quiet-for-eyes">masked name</span>
    </span>
  );
}

/** Words that may hold masked names: of a source, a side, a title. */
export function Named({ words }: { words: string }) {
  const names = maskedNames(words);
  if (names.length === 0) return <>{words}</>;
  const text = new CodePoints(words);
  return (
    <>
      {segments({ start: 0, end: text.length }, names).map(({ start, end, marks }) =>
        marks.length > 0 ? <MaskedName key={start}>{text.slice(start, end)}</MaskedName> : text.slice(start, end))}
    </>
  );
}
