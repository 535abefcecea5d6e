// How large the country under a point is, so that large countries are named before small ones.

import type { FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";

type Countries = FeatureCollection<Polygon | MultiPolygon>;

function inside([x, y]: Position, ring: Position[]): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as [number, number];
    const [xj, yj] = ring[j] as [number, number];
    if (yi > y! !== yj > y! && x! < ((xj - xi) * (y! - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

function area(ring: Position[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j]![0]! * ring[i]![1]! - ring[i]![0]! * ring[j]![1]!;
  return Math.abs(sum) / 2;
}

/** In square degrees; 0 where the coarse map has no land. */
export function sizeAt(point: Position, countries: Countries): number {
  for (const { geometry } of countries.features) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const [outer] of polygons) if (outer && inside(point, outer)) return area(outer);
  }
  return 0;
}
