// The names on the map, out of attest's own lists of places: countries, and towns by size. An asset that the page fetches
// with the base map: import url from "virtual:labels".

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ID = "virtual:labels";
const resource = (name: string) => fileURLToPath(new URL(`../../resources/${name}`, import.meta.url));

function rows(name: string): Record<string, string>[] {
  const lines = readFileSync(resource(name), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  const columns = lines[0]!.split("\t");
  return lines.slice(1).map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
  });
}

const round = (degrees: string) => Math.round(Number(degrees) * 1000) / 1000;

/** {countries: [name, lon, lat][], towns: [name, lon, lat, thousands of people][]}, greatest first. */
function labels(): string {
  const countries = rows("countries.tsv").filter((row) => row.lat).map((row) => [row.name, round(row.lon!), round(row.lat!)]);
  const towns = new Map<string, (string | number)[]>();
  for (const row of [...rows("gazetteer.tsv"), ...rows("gazetteer_cities.tsv")]) {
    const people = Number(row.population);
    if (!row.lat || !people || !["city", "town"].includes(row.kind!)) continue;
    const key = `${row.name}|${row.country}`;
    if (!towns.has(key)) towns.set(key, [row.name!, round(row.lon!), round(row.lat), Math.round(people / 1000)]);
  }
  const greatest = [...towns.values()].sort((a, b) => Number(b[3]) - Number(a[3]));
  return JSON.stringify({ countries, towns: greatest });
}

export function mapLabels(): Plugin {
  let dev = false;
  return {
    name: "map-labels",
    configResolved(config) {
      dev = config.command === "serve";
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      if (dev) return 'export default "/labels.json";';
      const file = this.emitFile({ type: "asset", name: "labels.json", source: labels() });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
    configureServer(server) {
      server.middlewares.use("/labels.json", (_, response) => response.end(labels()));
    },
  };
}
