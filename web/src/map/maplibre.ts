// Loads MapLibre in the parts that build/maplibre.ts makes of it; the worker comes from our own origin.

import type * as maplibre from "maplibre-gl";
import sharedUrl from "maplibre-parts/shared.js?url";
import workerUrl from "maplibre-parts/worker.js?url";

export type MapLibre = typeof maplibre;

async function start(): Promise<MapLibre> {
  await import(/* @vite-ignore */ sharedUrl);
  const gl = (await import("maplibre-parts/gl.js")).default as MapLibre;
  gl.setWorkerUrl(`${workerUrl}#${sharedUrl}`);
  return gl;
}

let loading: Promise<MapLibre> | null = null;

export function loadMapLibre(): Promise<MapLibre> {
  return (loading ??= start());
}
