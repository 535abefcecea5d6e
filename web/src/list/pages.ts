// The incidents found, a page at a time as the list scrolls to them.

import { useEffect, useReducer, useRef } from "preact/hooks";
import { address, ApiError, get, onStale, type Answers } from "../api/client";
import type { IncidentProperties } from "../api/types";
import type { Filters } from "../state/url";

export const PAGE = 60;

export interface Pages {
  total: number | null; // null: not known yet
  row(index: number): IncidentProperties | null;
  loaded(): IncidentProperties[];
  need(first: number, last: number): void;
  error: ApiError | null;
  loading: boolean; // the rows shown are of the filters before
  retry(): void;
}

interface Store {
  key: string;
  total: number | null;
  pages: Map<number, IncidentProperties[]>;
  asked: Map<number, AbortController>;
  error: ApiError | null;
  old: Store | null; // shown until the first page is there
}

const empty = (key: string, old: Store | null): Store => ({ key, total: null, pages: new Map(), asked: new Map(), error: null, old });

export function usePages(filters: Filters, sort: string): Pages {
  const key = address.incidents(filters, sort, PAGE, 0);
  const ref = useRef<Store>(empty("", null));
  const [, redraw] = useReducer((n: number) => n + 1, 0);

  const load = (store: Store, page: number) => {
    if (store.pages.has(page) || store.asked.has(page)) return;
    const stop = new AbortController();
    store.asked.set(page, stop);
    get<Answers["incidents"]>(address.incidents(filters, sort, PAGE, page * PAGE), stop.signal).then(
      (answer) => {
        store.asked.delete(page);
        store.pages.set(page, answer.features.map((f) => ({ ...f.properties, id: f.properties.id ?? f.id })));
        store.total = answer.numberMatched;
        store.error = null;
        store.old = null;
        redraw(0);
      },
      (error: unknown) => {
        store.asked.delete(page);
        if (!(error instanceof ApiError)) return;
        store.error = error;
        store.old = null;
        redraw(0);
      },
    );
  };
  if (ref.current.key !== key) {
    const before = ref.current;
    for (const stop of before.asked.values()) stop.abort();
    ref.current = empty(key, before.total === null ? before.old : { ...before, old: null });
  }
  const store = ref.current;
  const restart = () => {
    for (const stop of ref.current.asked.values()) stop.abort();
    ref.current = empty(key, ref.current.total === null ? null : { ...ref.current, old: null });
    load(ref.current, 0);
    redraw(0);
  };
  useEffect(() => load(store, 0), [key]);
  useEffect(() => onStale(restart), [key]);

  const shown = store.total === null && store.old ? store.old : store;
  return {
    total: shown.total,
    row: (index) => shown.pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null,
    loaded: () => [...shown.pages.keys()].sort((a, b) => a - b).flatMap((page) => shown.pages.get(page)!),
    need(first, last) {
      if (shown !== store || store.error) return;
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); ++page)
        if (store.total === null || page * PAGE < store.total) load(store, page);
    },
    error: store.error,
    loading: shown !== store || store.total === null,
    retry: restart,
  };
}
