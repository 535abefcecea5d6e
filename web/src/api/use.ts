// Asking the server from a component: the last answer stays while the next is on its way.

import { useEffect, useState } from "preact/hooks";
import { ApiError, get, onStale } from "./client";

export interface Asked<T> {
  data: T | null; // of this address, or of the one before while loading
  error: ApiError | null;
  loading: boolean;
  retry(): void;
}

const kept = new Map<string, Promise<unknown>>();
const KEEP = 60;
onStale(() => kept.clear());

/** Two components that ask for the same address share one request; the newest answers are kept until something is written. */
function ask<T>(path: string): Promise<T> {
  const known = kept.get(path) as Promise<T> | undefined;
  if (known) return known;
  const promise = get<T>(path);
  kept.set(path, promise);
  promise.catch(() => kept.delete(path));
  if (kept.size > KEEP) kept.delete(kept.keys().next().value!);
  return promise;
}

/** Answers of the server to a GET; null asks nothing. `keep: false` drops the old answer at once (another incident). */
export function useApi<T>(path: string | null, { keep = true } = {}): Asked<T> {
  const [state, setState] = useState<{ path: string | null; data: T | null; error: ApiError | null }>({
    path: null, data: null, error: null,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => onStale(() => setTurn((n) => n + 1)), []);
  useEffect(() => {
    if (path === null) return;
    let live = true;
    ask<T>(path).then(
      (data) => live && setState({ path, data, error: null }),
      (error: unknown) => {
        if (!live) return;
        const plain = { type: "about:blank", title: "Error", status: 0, detail: String(error) };
        setState((old) => ({ path, data: old.data, error: error instanceof ApiError ? error : new ApiError(plain) }));
      },
    );
    return () => {
      live = false;
    };
  }, [path, turn]);
  const current = state.path === path;
  return {
    data: path !== null && (current || keep) ? state.data : null,
    error: current ? state.error : null,
    loading: path !== null && !current,
    retry: () => setTurn((n) => n + 1),
  };
}
