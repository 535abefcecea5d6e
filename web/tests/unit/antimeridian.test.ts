import assert from "node:assert/strict";
import test from "node:test";
import { flattened, unrolled } from "../../src/map/antimeridian";

const steps = (ring: number[][]) => ring.slice(1).map((point, i) => Math.abs(point[0]! - ring[i]![0]!));

test("a ring that crosses 180° goes on beyond it", () => {
  assert.deepEqual(unrolled([[170, 60], [-170, 60], [-170, 70], [170, 70], [170, 60]]),
    [[170, 60], [190, 60], [190, 70], [170, 70], [170, 60]]);
  assert.deepEqual(unrolled([[-175, 60], [175, 60], [175, 70], [-175, 60]]), [[-175, 60], [-185, 60], [-185, 70], [-175, 60]]);
});

test("a ring elsewhere stays as it is", () => {
  const ring = [[10, 0], [20, 0], [20, 10], [10, 0]];
  assert.deepEqual(unrolled(ring), ring);
});

test("a ring around a pole is closed by way of the pole", () => {
  const ring = unrolled([[-90, -70], [0, -75], [90, -70], [180, -72], [-90, -70]]);
  assert.deepEqual(ring[0], ring[ring.length - 1]);
  assert.deepEqual(ring.slice(-3, -1), [[270, -90], [-90, -90]]);
  assert.ok(steps(ring.slice(0, 5)).every((step) => step <= 180));
});

test("every part of a shape is flattened, holes too", () => {
  const part = [[[179, 0], [-179, 0], [-179, 2], [179, 0]], [[179.5, 0.5], [-179.5, 0.5], [-179.5, 1], [179.5, 0.5]]];
  const { coordinates } = flattened({ type: "MultiPolygon", coordinates: [part] });
  assert.deepEqual(coordinates[0]!.map((ring) => ring[1]![0]), [181, 180.5]);
});
