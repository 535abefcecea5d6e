// A report as rows, and the way from claim to claim.
import assert from "node:assert/strict";
import test from "node:test";
import { CodePoints } from "../../src/marks/code_points";
import { inTextOrder, neighbour, rowsOf } from "../../src/report/rows";
import { lateText, report } from "../fixtures/record";

test("rows hold every word once and every claim beside its words", () => {
  const rows = rowsOf(report);
  assert.deepEqual(rows.map(({ kind }) => kind), ["headline", "byline", "paragraph", "paragraph", "caption", "boilerplate"]);
  assert.deepEqual(rows.map(({ claims }) => claims.map(({ id }) => id)), [[], [], ["c1", "c2"], ["c3", "c4"], [], []]);
  const points = new CodePoints(lateText);
  const words = rows.map(({ start, end }) => points.slice(start, end)).join("");
  assert.equal(words.replace(/\s/g, ""), lateText.replace(/\s/g, ""));
});

test("text that no block covers, and blocks that overlap, are shown once", () => {
  const text = "One 😀. Two. Three.";
  const rows = rowsOf({ text, claims: [], blocks: [{ kind: "quote", start: 7, end: 11 }, { kind: "caption", start: 5, end: 9 }] });
  const points = new CodePoints(text);
  assert.deepEqual(rows.map(({ kind, start, end }) => [kind, points.slice(start, end)]), [
    ["paragraph", "One 😀"], ["caption", ". Tw"], ["quote", "o."], ["paragraph", " Three."],
  ]);
  assert.deepEqual(rowsOf({ text: "", claims: [], blocks: [] }), []);
});

test("a claim without a block of its own is not lost", () => {
  const rows = rowsOf({ ...report, blocks: [] });
  assert.equal(rows.length, 1);
  assert.equal(rows[0].claims.length, 4);
});

test("walking stays within the claims", () => {
  const order = inTextOrder(report.claims);
  assert.equal(neighbour(order, null, 1), "c1");
  assert.equal(neighbour(order, null, -1), "c4");
  assert.equal(neighbour(order, "c4", 1), "c4");
  assert.equal(neighbour(order, "c3", -1), order[1].id);
  assert.equal(neighbour([], null, 1), null);
});
