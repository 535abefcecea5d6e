// The one store: the state read from the address, and the ways to change it.

import { useEffect, useState } from "preact/hooks";
import { filterParams, formatUrl, parseUrl, type Filters, type PageState } from "./url";

type Change = Partial<PageState> | ((state: PageState) => Partial<PageState>);
/** "push" makes a step that Back undoes; "replace" is for what moves all the time, such as the map. */
export type How = "push" | "replace";

let state = parseUrl(location.search);
const listeners = new Set<() => void>();

function set(next: PageState): void {
  // Unchanged filters keep their identity, so that effects depend on them.
  if (filterParams(next.filters).toString() === filterParams(state.filters).toString()) next.filters = state.filters;
  state = next;
  for (const listener of [...listeners]) listener();
}

addEventListener("popstate", () => set(parseUrl(location.search)));

export function getState(): PageState {
  return state;
}

export function go(change: Change, how: How = "push"): void {
  const next = { ...state, ...(typeof change === "function" ? change(state) : change) };
  if (!next.report) next.claim = null;
  const url = location.pathname + formatUrl(next);
  if (url !== location.pathname + location.search) {
    if (how === "push") history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  }
  set(next);
}

/** Changes some filters; undefined takes one away. */
export function filter(change: Partial<Filters>, how: How = "push"): void {
  const filters: Filters = { ...state.filters, ...change };
  for (const name of Object.keys(filters) as (keyof Filters)[]) {
    const value = filters[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete filters[name];
  }
  go({ filters }, how);
}

/** The address of the present state with a change, for links. */
export function href(change: Partial<PageState>): string {
  return location.pathname + formatUrl({ ...state, ...change });
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A part of the state; the component is drawn again when that part changes. */
export function useUrl<T>(select: (state: PageState) => T): T {
  const [, redraw] = useState(0);
  const value = select(state);
  useEffect(() => {
    let last = select(state);
    if (!Object.is(last, value)) redraw((n) => n + 1);
    return subscribe(() => {
      const now = select(state);
      if (!Object.is(now, last)) {
        last = now;
        redraw((n) => n + 1);
      }
    });
  }, []);
  return value;
}

/** A parameter of the address that one panel alone uses, and its setter. */
export function useParam(name: string): [string | null, (value: string | null, how?: How) => void] {
  const value = useUrl((s) => s.extra[name] ?? null);
  return [
    value,
    (next, how) =>
      go(({ extra: { [name]: _, ...rest } }) => ({ extra: next ? { ...rest, [name]: next } : rest }), how),
  ];
}
