// Wording of figures, days, places and source chains.
import assert from "node:assert/strict";
import test from "node:test";
import { dayNumber, happened, moment } from "../../src/words/days";
import { bounds, claimWords, population, range } from "../../src/words/figures";
import { where } from "../../src/words/places";
import { chainWords, sourceChain } from "../../src/words/sources";
import { evidence, report } from "../fixtures/record";

test("open bounds are said", () => {
  assert.equal(bounds(26, null), "26 or more");
  assert.equal(bounds(null, 600000), "600\u202f000 or fewer");
  assert.equal(bounds(24, 99), "24 to 99");
  assert.equal(bounds(0, 0), "0");
  assert.equal(bounds(null, null), "no figure");
});

test("a range names its best where it is neither end alone", () => {
  assert.equal(range({ low: 26, best: 26, high: null }), "26 or more");
  assert.equal(range({ low: 24, best: 31, high: null }), "24 or more, best 31");
  assert.equal(range({ low: 26, best: 26, high: 31 }), "26 to 31, best 26");
  assert.equal(range({ low: 31, best: 31, high: 31 }), "31");
  assert.equal(range({ low: null, best: null, high: null }), "no figure");
});

test("a population says whom it counts", () => {
  assert.equal(population({ unit: "persons", status: null, group: null }), "everyone");
  assert.equal(population({ unit: "persons", status: "combatant", group: null }), "fighters");
  assert.equal(population({ unit: "persons", status: "civilian", group: "children" }), "civilian children");
  assert.equal(population({ unit: "families", status: "civilian", group: null }), "families");
});

test("a claim in a line", () => {
  const lines = evidence.claims.map((claim) => claimWords(claim));
  assert.equal(lines[0], "26 or more people killed");
  assert.equal(lines[4], "8 civilian children killed");
  assert.equal(lines[5], "Hospital damaged");
  assert.equal(lines[7], "Attack: shelling");
  const one = (status: string, group: string) => claimWords({ ...evidence.claims[0], count: { ...evidence.claims[0].count!, min: 1, max: 1 }, victims: { ...evidence.claims[0].victims!, status, group } });
  assert.equal(one("civilian", "women"), "1 civilian woman killed");
  assert.equal(one("unknown", "any"), "1 person killed");
  assert.equal(one("combatant", "any"), "1 fighter killed");
  assert.equal(claimWords({ ...evidence.claims[0], kind: "control" }), "Control of Tel Harum");
});

test("when it happened keeps its vagueness", () => {
  assert.equal(happened("2017-03-08", "2017-03-08"), "8 Mar 2017");
  assert.equal(happened("2017-03-08", "2017-03-11"), "Within 8–11 Mar 2017");
  assert.equal(happened("2017-02-01", "2017-02-28"), "In Feb 2017");
  assert.equal(happened("2016-12-30", "2017-01-02"), "Within 30 Dec 2016 – 2 Jan 2017");
  assert.equal(happened(null, null), "Day not known");
  assert.equal(moment("2026-11-20T10:02:33Z"), "20 Nov 2026, 10:02 UTC");
  assert.equal(dayNumber("1970-01-02"), 1);
});

test("a place is never more exact than it is", () => {
  assert.equal(where("Amri", "SY", 1), "Amri, Syria");
  assert.equal(where("Amri", "SY", 3), "Somewhere in the district of Amri, Syria");
  assert.equal(where("Syria", "SY", 6), "Somewhere in Syria");
  assert.equal(where(null, "SY", null), "Somewhere in Syria");
  assert.equal(where(null, null, null), "Place not known");
});

test("the source chain goes from the innermost voice outwards, each once", () => {
  const [wire, copy] = evidence.claims;
  assert.equal(chainWords(sourceChain(wire, wire.report)), "residents, in Harbour Wire");
  assert.equal(chainWords(sourceChain(copy, copy.report)), "residents, quoted by Harbour Wire, in The Meridian Post");
  const [told] = report.claims;
  assert.equal(chainWords(sourceChain(told, { ...report, agency: "harbour wire" })), "a doctor, quoted by Harbour Wire, quoted by Northern Monitor, in Levant Observer");
  const own = { ...wire, source: null, via: [] };
  assert.equal(chainWords(sourceChain(own, wire.report)), "Harbour Wire");
  assert.equal(chainWords(sourceChain(own, { ...wire.report, outlet: null, title: null })), "wire/0309.txt");
});
