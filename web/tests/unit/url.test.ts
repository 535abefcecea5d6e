import assert from "node:assert/strict";
import test from "node:test";
import { filterParams, formatUrl, parseDays, parseUrl } from "../../src/state/url";

test("an address survives the round trip", () => {
  for (const url of [
    "",
    "?kind=killed,injured&country=IQ",
    "?view=series",
    "?tab=list&actor=Hill+Brigade&q=market+strike&min_origins=2&sort=-killed",
    "?datetime=2017-01-01/2017-03-31&bbox=40,33.5,45,37&map=5.50,36.1000,43.2000",
    "?datetime=../2017-03-31",
    "?incident=ab12cd34&report=0123abcd&claim=c3",
    "?series_place=Mosul", // a parameter of one panel
  ])
    assert.equal(formatUrl(parseUrl(url)), url);
});

test("what makes no sense is left out, not passed on", () => {
  const state = parseUrl("?view=nowhere&min_killed=-3&min_origins=1.5&bbox=1,2,3&datetime=yesterday&map=a,b,c&kind=,,killed,killed");
  assert.equal(formatUrl(state), "?kind=killed");
});

test("a claim is named only within a report", () => {
  assert.equal(formatUrl(parseUrl("?claim=c3")), "");
});

test("days: one day, an interval, open sides", () => {
  assert.deepEqual(parseDays("2017-03-09"), { from: "2017-03-09", to: "2017-03-09" });
  assert.deepEqual(parseDays("../2017-03-09"), { from: null, to: "2017-03-09" });
  assert.equal(parseDays("../.."), null);
});

test("filters are the server's parameters", () => {
  const { filters } = parseUrl("?q=a%26b&kind=killed,attack&incident=ab12cd34&tab=list");
  assert.equal(filterParams(filters).toString(), "kind=killed%2Cattack&q=a%26b");
});
