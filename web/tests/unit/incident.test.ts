// Scales of the range plots, and how figures and claims are grouped.
import assert from "node:assert/strict";
import test from "node:test";
import { restWords, roleGroups } from "../../src/incident/claim_groups";
import { figureGroups } from "../../src/incident/figure_groups";
import { barOf, scaleFor, track } from "../../src/incident/range_scale";
import { evidence } from "../fixtures/record";

test("a scale begins at nought, holds every value and has few round ticks", () => {
  for (const top of [0, 1, 2, 3, 7, 9, 10, 11, 26, 31, 99, 101, 450, 999, 1001, 47_123, 1_500_000, 999_999_999]) {
    const { max, ticks } = scaleFor([{ low: 0, best: top, high: null }]);
    assert.ok(max >= top, `${top}`);
    assert.equal(ticks[0], 0);
    assert.equal(ticks[ticks.length - 1], max);
    assert.ok(ticks.length >= 2 && ticks.length <= 7, `${top}: ${ticks}`);
    assert.ok(ticks.every(Number.isInteger), `${top}: ${ticks}`);
    assert.equal(new Set(ticks).size, ticks.length);
  }
});

test("a bar has its ends where the figure has them, and none where it is open", () => {
  const scale = { max: 100, ticks: [] };
  assert.deepEqual(barOf({ low: 26, best: 28, high: 31 }, scale), { from: 0.26, to: 0.31, best: 0.28, openLow: false, openHigh: false });
  assert.deepEqual(barOf({ low: 40, best: 40, high: null }, scale), { from: 0.4, to: 1, best: 0.4, openLow: false, openHigh: true });
  assert.deepEqual(barOf({ low: null, best: 5, high: 5 }, scale), { from: 0, to: 0.05, best: 0.05, openLow: true, openHigh: false });
  assert.equal(barOf({ low: null, best: null, high: null }, scale), null);
});

test("steps lie by their days, in order, and never on top of each other", () => {
  const step = (published: string | null) => ({ ...evidence.history[0], published });
  const { at } = track([step("2017-03-09"), step("2017-03-09"), step("2017-03-10"), step("2017-06-09"), step(null)], 0.1);
  assert.equal(at[0], 0);
  assert.equal(at[4], 1);
  for (let i = 1; i < at.length; ++i) assert.ok(at[i] - at[i - 1] > 0.07, `${at}`);
  assert.ok(at[3] - at[2] > 0.5, `${at}`);
  assert.deepEqual(track([step("2017-03-09")], 0.1).at, [0.5]);
  assert.deepEqual(track([step(null), step(null)], 0.1).at, [0, 1]);
  assert.deepEqual(track([], 0.1).at, []);
});

test("figures stand by harm and unit, each with its own history", () => {
  const groups = figureGroups(evidence.incident.figures, evidence.history);
  assert.deepEqual(groups.map(({ harm, unit, lines }) => [harm, unit, lines.length]), [["killed", "persons", 4], ["injured", "persons", 1], ["damaged", "objects", 1]]);
  assert.deepEqual(groups[0].lines.map(({ steps }) => steps.length), [3, 1, 0, 0]);
});

test("every claim stands once, by role and origin, copies under what they copy", () => {
  const groups = roleGroups(evidence.claims);
  assert.deepEqual(groups.map(({ role, origins }) => [role, origins.map(({ rest }) => rest.length)]), [["recommended", [1]], ["triangulation", [0, 2]], ["superseded", [0]], ["excluded", [0]]]);
  assert.equal(restWords(groups[0].origins[0]), "1 more claim of this origin, in another report");
  assert.equal(restWords(groups[1].origins[1]), "2 more claims of this origin, in the same report");
  const keys = groups.flatMap(({ origins }) => origins.flatMap(({ lead, rest }) => [lead, ...rest])).map(({ key }) => key);
  assert.deepEqual(keys.sort(), evidence.claims.map(({ key }) => key).sort());
});

test("a claim that a reviewer left out stands with the excluded", () => {
  const [first] = evidence.claims;
  assert.equal(roleGroups([{ ...first, excluded: true }])[0].role, "excluded");
});
