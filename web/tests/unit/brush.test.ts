import assert from "node:assert/strict";
import test from "node:test";
import { daysOf, dragged, edges, fromDay, moved, nextBucket, rangeOf, snap, stepEdge, ticks, toDay } from "../../src/timeline/brush";

const marks = edges(["2017-01-01", "2017-02-01", "2017-03-01"], "month");
const whole = { start: marks[0]!, end: marks[3]! };

test("days count from 1970 and back", () => {
  assert.equal(toDay("1970-01-02"), 1);
  for (const day of ["1914-07-28", "2016-02-29", "2017-12-31"]) assert.equal(fromDay(toDay(day)), day);
});

test("buckets end where the next would begin", () => {
  assert.equal(fromDay(marks[3]!), "2017-04-01");
  assert.equal(fromDay(nextBucket(toDay("2016-01-01"), "year")), "2017-01-01");
  assert.equal(fromDay(nextBucket(toDay("2016-12-26"), "week")), "2017-01-02");
  assert.deepEqual(edges([], "day"), []);
});

test("a drag takes whole buckets, at least one, in either direction", () => {
  const day = toDay("2017-02-10");
  assert.deepEqual(daysOf(dragged(day, day, marks)), { from: "2017-02-01", to: "2017-02-28" });
  const range = daysOf(dragged(toDay("2017-03-05"), toDay("2017-01-20"), marks));
  assert.deepEqual(range, { from: "2017-01-01", to: "2017-03-31" });
  assert.deepEqual(daysOf(dragged(whole.end + 9, whole.end + 12, marks)), { from: "2017-03-01", to: "2017-03-31" });
});

test("a range stays inside when moved, and never becomes empty", () => {
  const january = dragged(whole.start, whole.start, marks);
  assert.deepEqual(moved(january, -100, marks), january);
  assert.deepEqual(daysOf(moved(january, 1000, marks)), { from: "2017-03-01", to: "2017-03-31" });
  for (let by = -120; by <= 120; ++by) {
    const range = moved(january, by, marks);
    assert.ok(range.end > range.start && range.start >= whole.start && range.end <= whole.end);
  }
});

test("keys go from edge to edge", () => {
  assert.equal(stepEdge(marks[1]!, 1, marks), marks[2]);
  assert.equal(stepEdge(marks[0]!, -1, marks), marks[0]);
  assert.equal(stepEdge(marks[0]!, 99, marks), marks[3]);
  assert.equal(snap(toDay("2017-02-20"), marks), marks[2]);
});

test("days of the address become a range of the timeline, and back", () => {
  assert.deepEqual(rangeOf({ from: null, to: null }, whole), whole);
  assert.deepEqual(rangeOf({ from: "2010-01-01", to: "2017-01-31" }, whole), { start: marks[0], end: marks[1] });
  assert.equal(rangeOf({ from: "2019-01-01", to: "2019-12-31" }, whole), null);
  const days = { from: "2017-02-01", to: "2017-02-28" };
  assert.deepEqual(daysOf(rangeOf(days, whole)!), days);
});

test("an axis has a few round labels", () => {
  const years = ticks({ start: toDay("2014-03-01"), end: toDay("2024-03-01") }, 12);
  assert.deepEqual(years.map((t) => t.text).slice(0, 2), ["2015", "2016"]);
  assert.deepEqual(ticks(whole, 12).map((t) => t.text), ["2017", "Feb", "Mar"]);
  for (const end of ["2014-03-10", "2014-09-01", "2016-01-01", "2060-01-01"])
    assert.ok(ticks({ start: toDay("2014-03-01"), end: toDay(end) }, 12).length <= 13, end);
});
