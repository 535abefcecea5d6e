import assert from "node:assert/strict";
import test from "node:test";
import { ring } from "../../src/map/areas";
import { sizeAt } from "../../src/map/sizes";

const square = (west: number, south: number, side: number) =>
  [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];

test("a point has the size of the land it lies on", () => {
  const countries = {
    type: "FeatureCollection" as const,
    features: [
      { type: "Feature" as const, properties: {}, geometry: { type: "Polygon" as const, coordinates: [square(0, 0, 10)] } },
      { type: "Feature" as const, properties: {}, geometry: { type: "MultiPolygon" as const, coordinates: [[square(20, 0, 2)], [square(30, 0, 3)]] } },
    ],
  };
  assert.equal(sizeAt([5, 5], countries), 100);
  assert.equal(sizeAt([31, 1], countries), 9);
  assert.equal(sizeAt([15, 5], countries), 0);
});

test("an area is as wide on the ground at any latitude", () => {
  for (const lat of [0, 36, 60]) {
    const [corners] = ring(40, lat, 25).geometry.coordinates;
    const east = corners![0]!;
    const km = (east[0]! - 40) * 111.32 * Math.cos((lat * Math.PI) / 180);
    assert.ok(Math.abs(km - 25) < 0.1, `${km}`);
  }
});
