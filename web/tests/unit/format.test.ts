import assert from "node:assert/strict";
import test from "node:test";
import { formatNumber, formatRange, formatShort, formatSpan, shortTitle } from "../../src/ui/format";
import { label } from "../../src/ui/labels";

const plain = (text: string) => text.replaceAll("\u202f", "_");

test("numbers are grouped by thin spaces", () => {
  assert.equal(plain(formatNumber(0)), "0");
  assert.equal(plain(formatNumber(999)), "999");
  assert.equal(plain(formatNumber(1234567)), "1_234_567");
  assert.equal(plain(formatNumber(1234.5)), "1_234.5");
  assert.equal(plain(formatShort(12_345)), "12_k");
  assert.equal(plain(formatShort(2_000_000)), "2_M");
});

test("ranges say which side is open", () => {
  assert.equal(formatRange({ low: 8, high: 12 }), "8–12");
  assert.equal(formatRange({ low: 8, high: 8 }), "8");
  assert.equal(formatRange({ low: 26, high: null }), "26+");
  assert.equal(plain(formatRange({ low: null, high: 9 })), "≤_9");
  assert.equal(formatRange({ low: null, high: null }), "–");
});

test("spans take their shortest form", () => {
  assert.equal(formatSpan("2017-03-09", "2017-03-09"), "9 Mar 2017");
  assert.equal(formatSpan("2017-03-09", "2017-03-12"), "9–12 Mar 2017");
  assert.equal(formatSpan("2017-02-01", "2017-02-28"), "Feb 2017");
  assert.equal(formatSpan("2016-02-01", "2016-02-28"), "1–28 Feb 2016");
  assert.equal(formatSpan("2017-01-01", "2017-12-31"), "2017");
  assert.equal(formatSpan("2016-01-01", "2017-12-31"), "2016–2017");
  assert.equal(formatSpan("2017-01-01", "2017-03-31"), "Jan – Mar 2017");
  assert.equal(formatSpan("2017-01-30", "2017-02-02"), "30 Jan – 2 Feb 2017");
  assert.equal(formatSpan("2016-12-30", "2017-01-02"), "30 Dec 2016 – 2 Jan 2017");
  assert.equal(formatSpan(null, null), "undated");
  assert.equal(formatSpan("2017-03-09", null), "from 9 Mar 2017");
});

test("values of lists become words; names stay", () => {
  assert.equal(label("human_shield"), "Human shield");
  assert.equal(label("ngo"), "NGO");
  assert.equal(label("Free Army"), "Free Army");
});

test("a short title leaves out the country and the days", () => {
  assert.equal(shortTitle("Airstrike in Marib, YE, 2019-05-03"), "Airstrike in Marib");
  assert.equal(shortTitle("Deaths in Al-Hali (Hodeidah), YE, 2018-06-01/2018-10-09"), "Deaths in Al-Hali (Hodeidah)");
  assert.equal(shortTitle("Attack in an unknown place, no date"), "Attack in an unknown place");
  assert.equal(shortTitle("Fighting in Ras al-Ain, north of the road, SY, 2019-10-12"), "Fighting in Ras al-Ain, north of the road");
});
