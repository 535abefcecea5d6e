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
    const zoom = Math.max(map.getZoom(), km > 100 ? 5 : 7);
    map.easeTo({ center: [lon, lat], zoom, duration: 600 });
  }, [map, data]);
}
