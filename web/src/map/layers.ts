// What the map draws, in order: land, borders, areas of imprecise places, circles of clusters and incidents, counts, names.

import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { KILLED_CLASSES, type Colors } from "./colors";
import { GLYPHS } from "./glyphs";
import { NOTHING } from "./base";

type Expression = ExpressionSpecification;
export const MAX_TILE_ZOOM = 16;
const METRES_A_PIXEL = 78_271.517; // at the equator, zoom 0, tiles of 512 pixels

const get = (name: string): Expression => ["get", name];
const radiusKm: Expression = ["coalesce", get("radius_km"), 0];
export const isArea: Expression = [">", radiusKm, 0];

function byKilled(colors: Colors, name: "killed" | "killed-text"): Expression {
  const classes = KILLED_CLASSES.slice(1).flatMap((from, i) => [from, colors[`${name}-${i + 1}` as keyof Colors]]);
  return ["step", get("killed"), colors[`${name}-0` as keyof Colors], ...classes] as unknown as Expression;
}

/** By the number of incidents; one is a point of its own size. */
const radiusByCount: Expression = [
  "interpolate", ["linear"], ["log10", ["max", get("n"), 1]], 0, 6, 0.31, 9, 1, 12, 2, 16, 3, 20, 4, 25, 5, 31,
];

/** Kilometres on the ground at this latitude, in pixels; never so small that the area is lost. */
function radiusOnGround(least: number): Expression {
  const stops: unknown[] = [];
  for (let zoom = 0; zoom <= 20; ++zoom) {
    const scale = (1000 / METRES_A_PIXEL) * 2 ** zoom;
    const cosine: Expression = ["cos", ["*", ["coalesce", get("lat"), 0], Math.PI / 180]];
    stops.push(zoom, ["max", least, ["/", ["*", radiusKm, scale], cosine]]);
  }
  return ["interpolate", ["exponential", 2], ["zoom"], ...stops] as unknown as Expression;
}

const count: Expression = [
  "case",
  ["<", get("n"), 10_000], ["number-format", get("n"), { locale: "fr" }],
  ["<", get("n"), 1_000_000], ["concat", ["number-format", ["/", get("n"), 1000], { locale: "fr", "max-fraction-digits": 0 }], "\u202fk"],
  ["concat", ["number-format", ["/", get("n"), 1e6], { locale: "fr", "max-fraction-digits": 1 }], "\u202fM"],
];

export function layers(colors: Colors): LayerSpecification[] {
  const incidents = { source: "incidents", "source-layer": "incidents" } as const;
  const name = { "text-halo-color": colors["map-halo"], "text-halo-width": 1.2, "text-color": colors["map-ink"] };
  return [
    { id: "sea", type: "background", paint: { "background-color": colors.sea } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colors.land, "fill-antialias": true } },
    {
      id: "borders", type: "line", source: "borders",
      paint: { "line-color": colors.border, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.5, 8, 1.4] },
    },
    {
      id: "countries", type: "symbol", source: "countries", minzoom: 2, maxzoom: 7.5, filter: ["<=", get("zoom"), ["zoom"]],
      layout: {
        "text-field": get("name"), "text-font": ["sans"], "text-letter-spacing": 0.14, "text-max-width": 7, "text-padding": 6,
        "symbol-sort-key": ["-", 0, get("size")],
        "text-size": ["interpolate", ["linear"], ["zoom"], 2, 9, 6, 12],
      },
      paint: name,
    },
    {
      id: "towns", type: "symbol", source: "towns", minzoom: 4, filter: ["<=", get("zoom"), ["zoom"]],
      layout: {
        "text-field": get("name"), "text-font": ["serif"], "symbol-sort-key": get("rank"), "text-padding": 4,
        "text-size": ["interpolate", ["linear"], ["zoom"], 4, 11, 9, 14],
      },
      paint: name,
    },
    {
      id: "areas", type: "circle", ...incidents, filter: isArea,
      paint: {
        "circle-radius": radiusOnGround(9), "circle-color": byKilled(colors, "killed"),
        // Large areas lie over all else, so they are only a breath.
        "circle-opacity": ["step", radiusKm, 0.13, 100, 0.08, 300, 0.025],
      },
    },
    {
      id: "edges", type: "line", source: "edges",
      paint: { "line-color": byKilled(colors, "killed"), "line-width": 1.25, "line-opacity": 0.85, "line-dasharray": [3, 2.5] },
    },
    {
      id: "chosen-area", type: "fill", source: "chosen", filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": colors.accent, "fill-opacity": 0.08 },
    },
    {
      id: "chosen-edge", type: "line", source: "chosen", filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "line-color": colors.accent, "line-width": 2, "line-dasharray": [3, 2] },
    },
    {
      id: "circles", type: "circle", ...incidents, filter: ["any", [">", get("n"), 1], ["!", isArea]],
      paint: {
        "circle-radius": radiusByCount, "circle-color": byKilled(colors, "killed"),
        "circle-opacity": ["case", isArea, 0.55, 0.92], "circle-stroke-color": colors.paper, "circle-stroke-width": 1,
      },
      layout: { "circle-sort-key": get("n") },
    },
    {
      id: "counts", type: "symbol", ...incidents, filter: [">", get("n"), 1],
      layout: { "text-field": count, "text-font": ["bold"], "text-size": 11, "text-padding": 5, "symbol-sort-key": ["-", 0, get("n")] },
      paint: { "text-color": byKilled(colors, "killed-text") },
    },
    {
      id: "hovered", type: "circle", source: "hovered",
      paint: {
        "circle-radius": ["get", "radius"], "circle-color": "transparent", "circle-stroke-color": colors.ink, "circle-stroke-width": 2,
      },
    },
    {
      id: "chosen", type: "circle", source: "chosen", filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": 7, "circle-color": colors.accent, "circle-stroke-color": colors.paper, "circle-stroke-width": 2.5,
      },
    },
  ];
}

export function mapStyle(colors: Colors, tiles: string): StyleSpecification {
  const shapes = ["land", "borders", "countries", "towns", "edges", "chosen", "hovered"];
  return {
    version: 8,
    glyphs: GLYPHS,
    sources: {
      ...Object.fromEntries(shapes.map((id) => [id, { type: "geojson" as const, data: NOTHING }])),
      incidents: { type: "vector", tiles: [tiles], maxzoom: MAX_TILE_ZOOM },
    },
    layers: layers(colors),
  };
}
