// Series by subject, and on one axis of days.
import assert from "node:assert/strict";
import test from "node:test";
import { dayLabels, daysOf, greatest, runsOf, secondsOf, spanOf } from "../../src/series/chart_data";
import { dated, placeWords, pointWords, sourceWords, subjectsOf, subjectWords } from "../../src/series/subjects";
import { series } from "../fixtures/record";

test("series of one subject stand together, whoever says them", () => {
  const subjects = subjectsOf(series);
  assert.deepEqual(subjects.map(({ series: of }) => of.map(({ id }) => id)), [["s1", "s2"], ["s3"]]);
  assert.equal(subjectWords(series[0]), "Civilians displaced");
  assert.equal(subjectWords(series[2]), "Families in camps or shelters");
  assert.equal(placeWords(series[0]), "Tel Harum, Syria");
  assert.equal(placeWords(series[2]), "Place not known");
  assert.equal(sourceWords(series[2]), "Source not named");
});

test("a point in words has its open side, and both its days", () => {
  assert.equal(pointWords(series[0].points[1]), "4\u202f100 or more since 1 Jan 2017, as of 20 Feb 2017");
  assert.equal(pointWords(series[1].points[0]), "2\u202f500 or fewer since 1 Jan 2017, as of 10 Feb 2017");
});

test("several series share one axis of days", () => {
  const days = daysOf(series.slice(0, 2));
  assert.equal(days.length, 6);
  assert.deepEqual([...days].sort((a, b) => a - b), days);
  assert.ok(days.includes(secondsOf("2017-02-10")));
  assert.equal(greatest(series), 6000);
});

test("only figures counted from the same day are joined", () => {
  const [one] = series;
  assert.equal(runsOf(one).length, 1);
  const broken = { ...one, points: one.points.map((point, i) => ({ ...point, since: i < 2 ? point.since : "2017-03-01" })) };
  assert.deepEqual(runsOf(broken).map((run) => run.length), [2, 2]);
});

test("the axis names the year where it begins or changes", () => {
  const at = (day: string) => secondsOf(day);
  assert.deepEqual(dayLabels([at("2016-12-25"), at("2017-01-01"), at("2017-01-08")], 7 * 86_400), ["25 Dec\n2016", "1 Jan\n2017", "8 Jan"]);
  assert.deepEqual(dayLabels([at("2016-11-01"), at("2016-12-01")], 30 * 86_400), ["Nov\n2016", "Dec"]);
  assert.deepEqual(dayLabels([at("2016-01-01")], 365 * 86_400), ["2016"]);
});

test("a point without a day or a figure is not drawn, and one alone has room", () => {
  const bare = { ...series[2], points: [{ ...series[2].points[0], as_of: null, published: null }, { ...series[2].points[0], min: null, max: null }] };
  assert.deepEqual(dated(bare), []);
  const [from, to] = spanOf([1000]);
  assert.ok(from < 1000 && to > 1000);
});
