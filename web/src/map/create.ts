// The map and its ties to the address: filters choose its tiles, moves are kept in the address, Back moves it back.

import type { GeoJSONSource, Map as GlMap, VectorTileSource } from "maplibre-gl";
import { address, authorization, onStale } from "../api/client";
import { onTheme } from "../shell/theme";
import { getState, go, subscribe } from "../state/store";
import type { Box, Filters } from "../state/url";
import { ring } from "./areas";
import { drawBase, NOTHING, type Base } from "./base";
import { readColors } from "./colors";
import { serveGlyphs } from "./glyphs";
import { isArea, layers, mapStyle } from "./layers";
import type { MapLibre } from "./maplibre";

export const EVERYTHING: Box = [-20, -35, 80, 55];

/** The map shows what lies outside its own extent, too: the extent filters the list. */
function tilesFor({ bbox: _, ...filters }: Filters): string {
  return address.tiles(filters);
}

let ready = false;

export function createMap(gl: MapLibre, container: HTMLElement, base: Base): GlMap {
  if (!ready) serveGlyphs(gl);
  ready = true;
  const { map: view, filters } = getState();
  let tiles = tilesFor(filters);
  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new gl.Map({
    container,
    style: mapStyle(readColors(), tiles),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    maxZoom: 16,
    fadeDuration: reduced ? 0 : 120,
    renderWorldCopies: true,
    refreshExpiredTiles: false,
    transformRequest: (url) => (url.startsWith(`${location.origin}/api/`) ? { url, headers: authorization() } : { url }),
    ...(view ? { center: [view.lon, view.lat] as [number, number], zoom: view.zoom } : { bounds: EVERYTHING }),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().setAttribute("aria-label", "Map of incidents. Arrow keys move it, plus and minus zoom. The list holds the same incidents.");
  map.once("style.load", () => {
    drawBase(map, base).catch((error: unknown) => console.warn(error)); // incidents show without it
    const { tiles: raster } = container.dataset;
    if (raster) addRaster(map, raster);
  });
  map.on("error", ({ error }) => {
    if (error.message !== "AbortError") console.error(error); // tiles that nobody waits for any more
  });
  map.on("moveend", () => keepView(map));
  keepEdges(map);

  const stops = [
    onTheme(() => paint(map)),
    onStale(() => setTiles(map, tiles)),
    subscribe(() => {
      const state = getState();
      const now = tilesFor(state.filters);
      if (now !== tiles) {
        tiles = now;
        setTiles(map, now);
      }
      if (state.map && differs(map, state.map)) map.jumpTo({ center: [state.map.lon, state.map.lat], zoom: state.map.zoom });
    }),
  ];
  map.once("remove", () => stops.forEach((stop) => stop()));
  return map;
}

/** Old tiles stay until the new ones are there. */
function setTiles(map: GlMap, url: string): void {
  (map.getSource("incidents") as VectorTileSource | undefined)?.setTiles([url]);
}

function differs(map: GlMap, view: { zoom: number; lat: number; lon: number }): boolean {
  if (map.isMoving()) return false;
  const { lng, lat } = map.getCenter();
  return Math.abs(map.getZoom() - view.zoom) > 0.01 || Math.abs(lng - view.lon) > 0.001 || Math.abs(lat - view.lat) > 0.001;
}

export function boxOf(map: GlMap): Box {
  const bounds = map.getBounds();
  const round = (n: number) => Math.round(n * 1e4) / 1e4;
  if (bounds.getEast() - bounds.getWest() >= 360) return [-180, round(bounds.getSouth()), 180, round(bounds.getNorth())];
  const wrap = (lon: number) => round(((((lon + 180) % 360) + 360) % 360) - 180);
  return [wrap(bounds.getWest()), round(bounds.getSouth()), wrap(bounds.getEast()), round(bounds.getNorth())];
}

function keepView(map: GlMap): void {
  const { lng, lat } = map.getCenter().wrap();
  go((state) => ({
    map: { zoom: Number(map.getZoom().toFixed(2)), lat: Number(lat.toFixed(4)), lon: Number(lng.toFixed(4)) },
    filters: state.extra.extent === "map" ? { ...state.filters, bbox: boxOf(map) } : state.filters,
  }), "replace");
}

function paint(map: GlMap): void {
  for (const layer of layers(readColors()))
    for (const [name, value] of Object.entries(layer.paint ?? {})) if (map.getLayer(layer.id)) map.setPaintProperty(layer.id, name, value);
}

/** Circles have no dashed edge, so the areas in view get one of lines. */
function keepEdges(map: GlMap): void {
  let waiting = 0;
  const draw = () => {
    waiting = 0;
    const source = map.getSource("edges") as GeoJSONSource | undefined;
    if (!source || !map.getLayer("areas")) return;
    const seen = new Map<string, GeoJSON.Feature>();
    for (const { properties: p } of map.queryRenderedFeatures({ layers: ["areas"], filter: isArea }))
      if (p.lon !== undefined) seen.set(`${p.lon},${p.lat},${p.radius_km}`, ring(p.lon, p.lat, p.radius_km, { killed: p.killed }));
    source.setData(seen.size ? { type: "FeatureCollection", features: [...seen.values()] } : NOTHING);
  };
  const soon = () => {
    if (!waiting) waiting = window.setTimeout(draw, 120);
  };
  map.on("moveend", soon);
  map.on("sourcedata", (event) => {
    if (event.sourceId === "incidents" && event.isSourceLoaded) soon();
  });
}

function addRaster(map: GlMap, url: string): void {
  map.addSource("raster", { type: "raster", tiles: [url], tileSize: 256 });
  map.addLayer({ id: "raster", type: "raster", source: "raster" }, "countries");
}
