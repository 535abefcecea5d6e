// Words by code points, and marks that overlap: examples, and properties over texts and marks drawn at random from a
// generator with a fixed start, so that a failure comes again.
import assert from "node:assert/strict";
import test from "node:test";
import { CodePoints } from "../../src/marks/code_points";
import { fieldMarks, kFields, shown, type FieldMark } from "../../src/marks/fields";
import { maskedNames } from "../../src/marks/masked";
import { segments, type Range } from "../../src/marks/segments";
import { evidence } from "../fixtures/record";

function random(seed: number) {
  return (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

const kLetters = ["a", "é", "م", "中", "😀", "𝒜", "\u0301", " ", "\n", "🇸🇾"];

test("code points are counted, not UTF-16 units", () => {
  const text = new CodePoints("𝒜 hit 3 😀 men");
  assert.equal(text.length, 13);
  assert.equal(text.slice(0, 1), "𝒜");
  assert.equal(text.slice(2, 5), "hit");
  assert.equal(text.slice(8, 9), "😀");
  assert.equal(text.slice(10, 99), "men");
  assert.equal(new CodePoints("lone \ud800 half").slice(5, 6), "\ud800");
});

test("a slice by code points is what the array of characters gives", () => {
  const next = random(1);
  for (let round = 0; round < 500; ++round) {
    const text = Array.from({ length: next(30) }, () => kLetters[next(kLetters.length)]).join("");
    const all = Array.from(text);
    const start = next(all.length + 1);
    const end = start + next(all.length - start + 1);
    const points = new CodePoints(text);
    assert.equal(points.length, all.length);
    assert.equal(points.slice(start, end), all.slice(start, end).join(""));
  }
});

test("segments cover the range once, each with exactly the marks over it", () => {
  const next = random(2);
  for (let round = 0; round < 1000; ++round) {
    const size = 1 + next(40);
    const start = next(size);
    const within = { start, end: start + 1 + next(size - start) };
    const marks: Range[] = Array.from({ length: next(9) }, () => {
      const from = next(size + 5);
      return { start: from, end: from + next(12) };
    });
    const cut = segments(within, marks);
    assert.equal(cut[0].start, within.start);
    assert.equal(cut[cut.length - 1].end, within.end);
    cut.forEach((segment, i) => {
      assert.ok(segment.start < segment.end);
      if (i > 0) assert.equal(segment.start, cut[i - 1].end);
      for (let at = segment.start; at < segment.end; ++at)
        assert.deepEqual(new Set(segment.marks), new Set(marks.filter((mark) => mark.start <= at && at < mark.end)));
    });
  }
});

test("the text of the segments is the text", () => {
  const next = random(3);
  for (let round = 0; round < 300; ++round) {
    const text = new CodePoints(Array.from({ length: 1 + next(40) }, () => kLetters[next(kLetters.length)]).join(""));
    const marks = Array.from({ length: next(6) }, () => {
      const start = next(text.length);
      return { start, end: start + next(8) };
    });
    const cut = segments({ start: 0, end: text.length }, marks);
    assert.equal(cut.map(({ start, end }) => text.slice(start, end)).join(""), text.text);
  }
});

test("the shortest mark is shown, and a hidden field uncovers the one below", () => {
  const mark = (field: FieldMark["field"], start: number, end: number): FieldMark => ({ field, claim: "c1", start, end });
  const victims = mark("victims", 0, 20);
  const count = mark("count", 0, 4);
  assert.equal(shown([victims, count], new Set()), count);
  assert.equal(shown([victims, count], new Set(["count"])), victims);
  assert.equal(shown([victims, count], new Set(kFields)), null);
  assert.equal(shown([mark("source", 0, 4), count], new Set()), count);
});

test("masked names are found by code points, whatever bytes their letters had", () => {
  const text = "😀 *** ****** and ·· of \u{1f7b6}\u{1f7b6}, a * alone";
  const points = new CodePoints(text);
  assert.deepEqual(maskedNames(text).map(({ start, end }) => points.slice(start, end)), ["*** ******", "··", "\u{1f7b6}\u{1f7b6}"]);
  assert.deepEqual(maskedNames("no names"), []);
});

test("every mark of a claim quotes its words", () => {
  for (const claim of evidence.claims) {
    const sentence = new CodePoints(claim.sentence.text);
    for (const { start, end } of fieldMarks(claim)) {
      if (start < claim.sentence.start || end > claim.sentence.end) continue;
      assert.notEqual(sentence.slice(start - claim.sentence.start, end - claim.sentence.start), "");
    }
    const { trigger } = claim;
    assert.equal(sentence.slice(trigger.start - claim.sentence.start, trigger.end - claim.sentence.start), trigger.text);
  }
});
