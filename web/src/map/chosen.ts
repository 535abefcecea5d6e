// The incident that is open, marked on the map and brought into view.

import { useEffect } from "preact/hooks";
import type { GeoJSONSource, Map as GlMap } from "maplibre-gl";
import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { useUrl } from "../state/store";
import { radiusOfPrecision, ring } from "./areas";
import { NOTHING } from "./base";

export function useChosen(map: GlMap | null): void {
  const id = useUrl((s) => s.incident);
  const { data } = useApi<Answers["evidence"]>(id ? address.evidence(id) : null, { keep: false });
  useEffect(() => {
    const source = map?.getSource("chosen") as GeoJSONSource | undefined;
    if (!map || !source) return;
    const incident = data?.incident;
    if (!incident || incident.longitude === null || incident.latitude === null) return void source.setData(NOTHING);
    const { longitude: lon, latitude: lat } = incident;
    const km = radiusOfPrecision(incident.place_precision);
    source.setData(km ? ring(lon, lat, km) : { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [lon, lat] } });
    if (map.getBounds().contains([lon, lat])) return;
    if (!km) return void map.easeTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), 7), duration: 600 });
    const north = km / 111;
    const east = north / Math.cos((lat * Math.PI) / 180);
    map.fitBounds([lon - east, lat - north, lon + east, lat + north], { padding: 60, duration: 600 });
  }, [map, data]);
}
