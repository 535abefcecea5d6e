// MapLibre's standard build holds three functions (what page and worker share, the worker, the page) and starts its worker
// from a blob:, which the page's Content-Security-Policy forbids; its other build holds the shared part twice. This writes
// the three as files of their own, so that the worker comes from our own origin and the shared part is fetched once.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const OUT = fileURLToPath(new URL("../node_modules/.maplibre/", import.meta.url));

function factories(bundle: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, body] of bundle.matchAll(/^define\("(\w+)",\[[^\]]*\],([^]*?)\);\n(?=\n|define|\/\/)/gm)) found[name!] = body!;
  for (const name of ["shared", "worker", "index"])
    if (!found[name]) throw new Error(`maplibre-gl.js has no part "${name}": its build has changed`);
  return found;
}

export function maplibre(): Plugin {
  return {
    name: "maplibre-parts",
    config() {
      const file = createRequire(import.meta.url).resolve("maplibre-gl/dist/maplibre-gl.js");
      const { shared, worker, index } = factories(readFileSync(file, "utf8"));
      mkdirSync(OUT, { recursive: true });
      writeFileSync(`${OUT}shared.js`, `self.maplibreShared={};(${shared})(self.maplibreShared);`);
      writeFileSync(`${OUT}worker.js`, `importScripts(self.location.hash.slice(1));(${worker})(self.maplibreShared);`);
      writeFileSync(`${OUT}gl.js`, `const gl={};(${index})(gl,self.maplibreShared);export default gl;`);
      return { resolve: { alias: { "maplibre-parts": OUT } } };
    },
  };
}
