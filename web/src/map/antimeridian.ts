// Natural Earth's shapes are drawn on a sphere: where Russia or Fiji cross 180°, the next longitude is one of the other side, and
// Antarctica goes around the pole. On a flat map such a step would be a line across the whole world.

import type { MultiPolygon, Polygon, Position } from "geojson";

/** A ring whose longitudes go on past ±180 instead of jumping, and which is led by way of the pole if it goes around it. */
export function unrolled(ring: Position[]): Position[] {
  let turns = 0;
  const flat = ring.map(([lon, lat], i) => {
    const step = i ? lon! - ring[i - 1]![0]! : 0;
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [lon! + 360 * turns, lat!];
  });
  if (!turns) return flat;
  const [first, last] = [flat[0]!, flat[flat.length - 1]!];
  const pole = Math.sign(first[1]!) * 90;
  return [...flat, [last[0]!, pole], [first[0]!, pole], first];
}

export function flattened<Shape extends Polygon | MultiPolygon>(shape: Shape): Shape {
  const coordinates = shape.type === "Polygon" ? shape.coordinates.map(unrolled)
    : shape.coordinates.map((polygon) => polygon.map(unrolled));
  return { ...shape, coordinates } as Shape;
}
