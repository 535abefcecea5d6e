// Pointing at the map: a card beside what is under the pointer; a click selects an incident, opens a cluster or lists a place.

import type { GeoJSONSource, Map as GlMap, MapGeoJSONFeature, Point } from "maplibre-gl";
import { filter, go } from "../state/store";
import { NOTHING } from "./base";

export interface Spot {
  n: number;
  killed: number;
  lon: number;
  lat: number;
  same: boolean;
  id?: string;
  title?: string;
  grade?: string;
  kind?: string;
  precision?: number;
  radius_km?: number;
}

export interface Hover {
  spot: Spot;
  x: number;
  y: number;
}

const LAYERS = ["circles", "areas"];

/** Points before areas, small areas before large ones. */
function spotAt(map: GlMap, point: Point): Spot | null {
  if (!map.getLayer("circles")) return null;
  const found = map.queryRenderedFeatures([[point.x - 3, point.y - 3], [point.x + 3, point.y + 3]], { layers: LAYERS });
  const rank = (f: MapGeoJSONFeature) => (f.layer.id === "circles" ? -1 : Number(f.properties.radius_km));
  const best = found.sort((a, b) => rank(a) - rank(b))[0];
  return best ? (best.properties as Spot) : null;
}

function radiusOf({ n, radius_km }: Spot): number {
  if (n === 1) return radius_km ? 5 : 9;
  return 8 + Math.log10(n) * 6;
}

function openCluster(map: GlMap, spot: Spot): void {
  if (spot.same || map.getZoom() >= 15.5) {
    const near = spot.same ? 0.0002 : 0.002;
    filter({ bbox: [spot.lon - near, spot.lat - near, spot.lon + near, spot.lat + near] });
    go(({ extra: { extent: _, ...rest } }) => ({ incident: null, extra: rest, tab: innerWidth < 900 ? "list" : "both" }), "replace");
    return;
  }
  map.easeTo({ center: [spot.lon, spot.lat], zoom: Math.min(map.getZoom() + 2, 16), duration: 450 });
}

export function followPointer(map: GlMap, show: (hover: Hover | null) => void): void {
  const ringed = (spot: Spot | null) => {
    const source = map.getSource("hovered") as GeoJSONSource | undefined;
    source?.setData(spot ? {
      type: "Feature", properties: { radius: radiusOf(spot) }, geometry: { type: "Point", coordinates: [spot.lon, spot.lat] },
    } : NOTHING);
  };
  let last = "";
  let frame = 0;
  const hover = (point: Point | null) => {
    const spot = point && spotAt(map, point);
    const key = spot ? `${spot.id ?? ""}${spot.lon},${spot.lat},${spot.n}` : "";
    show(spot && point ? { spot, x: point.x, y: point.y } : null);
    if (key === last) return;
    last = key;
    map.getCanvas().style.cursor = spot ? "pointer" : "";
    ringed(spot);
  };
  map.on("mousemove", (event) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => hover(event.point));
  });
  map.on("mouseout", () => hover(null));
  map.on("movestart", () => hover(null));
  map.on("click", (event) => {
    const spot = spotAt(map, event.point);
    if (!spot) return;
    if (spot.n === 1 && spot.id) go({ incident: spot.id });
    else openCluster(map, spot);
  });
}
