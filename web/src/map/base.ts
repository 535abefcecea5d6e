// The base map, all of it served with the page: land and borders of Natural Earth, names of countries and towns from
// attest's own lists. Coarse shapes first, finer ones when the page is at rest.

import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { GeoJSONSource, Map as GlMap } from "maplibre-gl";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import labelsUrl from "virtual:labels";
import coarseUrl from "world-atlas/countries-110m.json?url";
import fineUrl from "world-atlas/countries-50m.json?url";
import { flattened } from "./antimeridian";
import { sizeAt } from "./sizes";

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
interface Labels {
  countries: [name: string, lon: number, lat: number][];
  towns: [name: string, lon: number, lat: number, thousands: number][];
}

export const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json() as Promise<T>;
}

function setData(map: GlMap, source: string, data: FeatureCollection | Feature): void {
  (map.getSource(source) as GeoJSONSource | undefined)?.setData(data);
}

/** The shapes of the atlas as they lie on a flat map. */
function shapesOf(atlas: Atlas, name: keyof Atlas["objects"]): FeatureCollection<Polygon | MultiPolygon> {
  const shapes = feature(atlas, atlas.objects[name]) as FeatureCollection<Polygon | MultiPolygon>;
  return { ...shapes, features: shapes.features.map((one) => ({ ...one, geometry: flattened(one.geometry) })) };
}

function drawShapes(map: GlMap, atlas: Atlas): void {
  setData(map, "land", shapesOf(atlas, "land"));
  const borders = mesh(atlas, atlas.objects.countries as never, (a, b) => a !== b);
  setData(map, "borders", { type: "Feature", properties: {}, geometry: borders });
}

const point = (lon: number, lat: number, properties: object): Feature => ({
  type: "Feature", properties, geometry: { type: "Point", coordinates: [lon, lat] },
});

/** The zoom from which a town of this many thousand is named. */
function townZoom(thousands: number): number {
  return thousands > 3000 ? 4 : thousands > 1000 ? 4.8 : thousands > 400 ? 5.6 : thousands > 100 ? 6.5 : thousands > 30 ? 7.5 : 8.5;
}

function drawNames(map: GlMap, { countries, towns }: Labels, atlas: Atlas): void {
  const shapes = shapesOf(atlas, "countries");
  setData(map, "countries", {
    type: "FeatureCollection",
    features: countries.map(([name, lon, lat]) => {
      const size = sizeAt([lon, lat], shapes);
      return point(lon, lat, { name: name.toUpperCase(), size, zoom: size > 30 ? 2 : size > 8 ? 3 : size > 2 ? 4 : 5 });
    }),
  });
  setData(map, "towns", {
    type: "FeatureCollection",
    features: towns.map(([name, lon, lat, thousands], rank) => point(lon, lat, { name, rank, zoom: townZoom(thousands) })),
  });
}

export type Base = Promise<[Atlas, Labels]>;

/** Asked for while MapLibre is still on its way. */
export function fetchBase(): Base {
  return Promise.all([fetchJson<Atlas>(coarseUrl), fetchJson<Labels>(labelsUrl)]);
}

export async function drawBase(map: GlMap, base: Base): Promise<void> {
  const [coarse, labels] = await base;
  drawShapes(map, coarse);
  drawNames(map, labels, coarse);
  map.once("idle", () => void fetchJson<Atlas>(fineUrl).then((fine) => drawShapes(map, fine)));
}
