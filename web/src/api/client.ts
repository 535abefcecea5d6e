// How the page asks the server: typed, abortable, errors as RFC 9457, with the reviewer's token if there is one.

import type {
  Act, Evidence, FeaturePage, IncidentProperties, Problem, ReportText, Series, Session, Summary,
} from "./types";
import { filterParams, type Filters } from "../state/url";

const TOKEN = "attest.token";

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
  }
  get status(): number {
    return this.problem.status;
  }
}

/** The token lives as long as the tab. */
export const token = {
  get: (): string | null => sessionStorage.getItem(TOKEN),
  set(value: string | null): void {
    if (value) sessionStorage.setItem(TOKEN, value);
    else sessionStorage.removeItem(TOKEN);
    for (const listener of listeners) listener();
  },
};
const listeners = new Set<() => void>();

/** Called when somebody signs in or out, or wrote something: what was read before may be different now. */
export function onStale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export function markStale(): void {
  for (const listener of listeners) listener();
}

export function authorization(): Record<string, string> {
  const value = token.get();
  return value ? { Authorization: `Bearer ${value}` } : {};
}

async function problemOf(response: Response): Promise<Problem> {
  const plain = { type: "about:blank", title: response.statusText || "Error", status: response.status, detail: "" };
  try {
    return { ...plain, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return plain;
  }
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { ...authorization(), ...init.headers } });
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error;
    const detail = "attest does not answer. Is `attest serve` still running?";
    throw new ApiError({ type: "about:blank", title: "No answer", status: 0, detail });
  }
  if (!response.ok) throw new ApiError(await problemOf(response));
  return response;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await send(path, { signal, headers: { Accept: "application/json" } })).json() as Promise<T>;
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { "Content-Type": "application/json" };
  const response = await send(path, { method: "POST", body: JSON.stringify(body), headers });
  const answer = (await response.json()) as T;
  markStale();
  return answer;
}

/** Saves an answer as a file: a plain link could not carry the token. */
export async function download(path: string, name: string): Promise<void> {
  const blob = await (await send(path, {})).blob();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function withParams(path: string, params: URLSearchParams): string {
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** Addresses of the API; `get<…>(address.summary(filters))`. */
export const address = {
  session: "/api/session",
  summary: (filters: Filters) => withParams("/api/incidents/summary", filterParams(filters)),
  incidents(filters: Filters, sort: string, limit: number, offset: number): string {
    const params = filterParams(filters);
    params.set("f", "json");
    params.set("sortby", sort);
    params.set("limit", String(limit));
    if (offset) params.set("offset", String(offset));
    return withParams("/api/collections/incidents/items", params);
  },
  tiles: (filters: Filters) =>
    withParams(`${location.origin}/api/tiles/incidents/{z}/{x}/{y}.mvt`, filterParams(filters)),
  evidence: (id: string, names = false) => `/api/incidents/${id}/evidence${names ? "?names=true" : ""}`,
  report: (id: string, names = false) => `/api/reports/${id}/text${names ? "?names=true" : ""}`,
  original: (id: string) => `/api/reports/${id}/original`,
  series: (params: URLSearchParams) => withParams("/api/series", params),
  acts: (params: URLSearchParams) => withParams("/api/review/acts", params),
  undo: (seq: number) => `/api/review/acts/${seq}/undo`,
  act: "/api/review/acts",
  export: (format: "csv" | "geojson" | "jsonl", filters: Filters) =>
    withParams(`/api/export/incidents.${format}`, filterParams(filters)),
};

/** What each address answers. */
export interface Answers {
  session: Session;
  summary: Summary;
  incidents: FeaturePage<IncidentProperties>;
  evidence: Evidence;
  report: ReportText;
  series: { total: number; series: Series[] };
  acts: { acts: Act[]; next: string | number | null };
  act: { act: Act; incidents: string[] };
}
