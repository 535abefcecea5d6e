// The address bar is the page's state: everything shown can be linked, and back and forward work.
// Filters have the names and forms of the server's parameters, so a query of the page is a query of the API.

export const LIST_FILTERS = [
  "kind", "status", "group", "means", "actor", "country", "grade", "responsibility", "source_kind", "review",
] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

export interface Days {
  from: string | null;
  to: string | null;
}

export type Box = [west: number, south: number, east: number, north: number];

export interface Filters extends Partial<Record<ListFilter, string[]>> {
  q?: string;
  place?: string;
  min_origins?: number;
  min_killed?: number;
  datetime?: Days;
  bbox?: Box;
}

export interface MapView {
  zoom: number;
  lat: number;
  lon: number;
}

export type View = "incidents" | "series" | "review";
export type Tab = "map" | "list" | "filters" | "both";

export interface PageState {
  view: View;
  tab: Tab;
  filters: Filters;
  sort: string; // as the server's sortby: "-to", "+killed"
  map: MapView | null;
  incident: string | null;
  report: string | null; // a document's id
  claim: string | null; // of that report: "c3"
  extra: Record<string, string>; // parameters that belong to one panel alone; see useParam
}

export const DEFAULT_SORT = "-to";
const VIEWS: readonly View[] = ["incidents", "series", "review"];
const TABS: readonly Tab[] = ["map", "list", "filters", "both"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function parseDays(text: string | null): Days | null {
  if (!text) return null;
  const [first, last = first] = text.split("/");
  const from = DAY.test(first!) ? first! : null;
  const to = DAY.test(last!) ? last! : null;
  return from || to ? { from, to } : null;
}

export function formatDays({ from, to }: Days): string {
  return `${from ?? ".."}/${to ?? ".."}`;
}

function parseNumbers(text: string | null, count: number): number[] | null {
  if (!text) return null;
  const numbers = text.split(",").map(Number);
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : null;
}

function positive(text: string | null): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

function parseFilters(params: URLSearchParams): Filters {
  const filters: Filters = {};
  for (const name of LIST_FILTERS) {
    const values = (params.get(name) ?? "").split(",").filter(Boolean);
    if (values.length) filters[name] = [...new Set(values)];
  }
  const q = params.get("q")?.trim();
  if (q) filters.q = q;
  const place = params.get("place")?.trim();
  if (place) filters.place = place;
  for (const name of ["min_origins", "min_killed"] as const) {
    const number = positive(params.get(name));
    if (number) filters[name] = number;
  }
  const days = parseDays(params.get("datetime"));
  if (days) filters.datetime = days;
  const box = parseNumbers(params.get("bbox"), 4);
  if (box) filters.bbox = box as Box;
  return filters;
}

/** The parameters that the server takes for these filters, in a fixed order. */
export function filterParams(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of LIST_FILTERS) {
    const values = filters[name];
    if (values?.length) params.set(name, values.join(","));
  }
  if (filters.q) params.set("q", filters.q);
  if (filters.place) params.set("place", filters.place);
  if (filters.min_origins) params.set("min_origins", String(filters.min_origins));
  if (filters.min_killed) params.set("min_killed", String(filters.min_killed));
  if (filters.datetime) params.set("datetime", formatDays(filters.datetime));
  if (filters.bbox) params.set("bbox", filters.bbox.map((n) => String(Math.round(n * 1e4) / 1e4)).join(","));
  return params;
}

const OWN = new Set<string>([
  ...LIST_FILTERS, "q", "place", "min_origins", "min_killed", "datetime", "bbox",
  "view", "tab", "sort", "map", "incident", "report", "claim",
]);

export function parseUrl(search: string): PageState {
  const params = new URLSearchParams(search);
  const view = params.get("view") as View;
  const tab = params.get("tab") as Tab;
  const map = parseNumbers(params.get("map"), 3);
  const extra: Record<string, string> = {};
  for (const [name, value] of params) if (!OWN.has(name)) extra[name] = value;
  return {
    view: VIEWS.includes(view) ? view : "incidents",
    tab: TABS.includes(tab) ? tab : "both",
    filters: parseFilters(params),
    sort: params.get("sort") || DEFAULT_SORT,
    map: map && { zoom: map[0]!, lat: map[1]!, lon: map[2]! },
    incident: params.get("incident") || null,
    report: params.get("report") || null,
    claim: params.get("claim") || null,
    extra,
  };
}

/** The address of a state: empty, or "?…" with only what differs from the default. Commas and slashes stay readable. */
export function formatUrl(state: PageState): string {
  const params = new URLSearchParams();
  if (state.view !== "incidents") params.set("view", state.view);
  if (state.tab !== "both") params.set("tab", state.tab);
  for (const [name, value] of filterParams(state.filters)) params.set(name, value);
  if (state.sort !== DEFAULT_SORT) params.set("sort", state.sort);
  if (state.map) params.set("map", `${state.map.zoom.toFixed(2)},${state.map.lat.toFixed(4)},${state.map.lon.toFixed(4)}`);
  if (state.incident) params.set("incident", state.incident);
  if (state.report) params.set("report", state.report);
  if (state.report && state.claim) params.set("claim", state.claim);
  for (const name of Object.keys(state.extra).sort()) params.set(name, state.extra[name]!);
  const text = params.toString().replace(/%2C/g, ",").replace(/%2F/g, "/");
  return text ? `?${text}` : "";
}
