// A place that is known to a district or a province only is drawn as the area in which it lies, never as a point.

import type { Feature, Polygon } from "geojson";

const KM_A_DEGREE = 111.32;

/** A ring of 64 corners around a point; good enough where areas are at most some hundred kilometres wide. */
export function ring(lon: number, lat: number, radiusKm: number, properties: object = {}): Feature<Polygon> {
  const corners: [number, number][] = [];
  const high = Math.min(89, Math.abs(lat));
  for (let i = 0; i <= 64; ++i) {
    const angle = (i / 64) * 2 * Math.PI;
    const dLat = (radiusKm / KM_A_DEGREE) * Math.sin(angle);
    const dLon = (radiusKm / (KM_A_DEGREE * Math.cos((high * Math.PI) / 180))) * Math.cos(angle);
    corners.push([lon + dLon, Math.max(-89, Math.min(89, lat + dLat))]);
  }
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [corners] } };
}

/** About how far from its point a place of this precision may lie, as the server's tiles have it (UCDP's where_prec). */
export function radiusOfPrecision(precision: number | null): number {
  return [0, 0, 0, 20, 60, 100, 300, 500][precision ?? 0] ?? 0;
}
