// What the queue holds. While a reviewer works, what was decided stays in its place, so that nothing jumps and the
// last decision can be looked at again; another order or other filters begin anew.

import { useRef, useState } from "preact/hooks";
import { address, type ApiError, type Answers } from "../api/client";
import type { ReviewState } from "../api/types";
import { useApi } from "../api/use";
import type { Filters } from "../state/url";
import { useObservable } from "./observable";
import { outbox } from "./outbox";
import type { Found } from "./server";

export type Order = "killed" | "contested" | "latest" | "earliest";

const GRADES = ["confirmed", "fair", "weak", "discounted"];

/** `first` are grades that come before all others. */
export const ORDERS: Record<Order, { name: string; sort: string; first?: string[] }> = {
  killed: { name: "Most killed first", sort: "-killed" },
  contested: { name: "Contested first", sort: "-killed", first: ["contested"] },
  latest: { name: "Latest first", sort: "-to" },
  earliest: { name: "Earliest first", sort: "from" },
};

export interface Queue {
  found: Found[];
  loading: boolean;
  error: ApiError | null;
  hasMore: boolean;
  more(): void;
  stateOf(found: Found): ReviewState;
}

interface Kept {
  key: string;
  found: Found[];
}

/** The list of before, brought up to date, and what is new behind it. */
function joined(before: Found[], fresh: Found[]): Found[] {
  const byId = new Map(fresh.map((one) => [one.id, one]));
  const old = before.map((one) => byId.get(one.id) ?? one);
  const known = new Set(before.map((one) => one.id));
  return [...old, ...fresh.filter((one) => !known.has(one.id))];
}

export function useQueue(filters: Filters, order: Order): Queue {
  const { sort, first } = ORDERS[order] ?? ORDERS.killed;
  const [limit, setLimit] = useState(100);
  const ask = (grades: string[] | undefined, size: number) =>
    address.incidents(grades ? { ...filters, grade: filters.grade ?? grades } : filters, sort, size, 0);
  const head = useApi<Answers["incidents"]>(first && !filters.grade ? ask(first, limit) : null);
  const rest = useApi<Answers["incidents"]>(ask(first && !filters.grade ? GRADES : undefined, limit));
  const key = ask(first, 0);

  const kept = useRef<Kept>({ key: "", found: [] });
  const ready = rest.data !== null && !rest.loading && (!first || filters.grade || (head.data !== null && !head.loading));
  if (kept.current.key !== key) kept.current = { key, found: [] };
  const last = useRef<unknown>(null);
  const fresh = [head.data, rest.data];
  if (ready && fresh.some((answer, i) => answer !== (last.current as unknown[] | null)?.[i])) {
    last.current = fresh;
    kept.current.found = joined(kept.current.found, [...(first ? head.data?.features ?? [] : []), ...rest.data!.features]);
  }
  const { found } = kept.current;

  const { sent } = useObservable(outbox);
  const { numberMatched = 0, numberReturned = 0 } = rest.data ?? {};
  return {
    found,
    loading: rest.loading || head.loading,
    error: rest.error ?? head.error,
    hasMore: numberMatched > numberReturned,
    more: () => numberMatched > numberReturned && setLimit(Math.min(10_000, limit + 100)),
    stateOf(one) {
      const decisions = sent.filter(({ draft }) => draft.incident === one.id && (draft.act === "accept" || draft.act === "reject"));
      const last = decisions[decisions.length - 1];
      if (!last) return one.properties.review.state;
      return last.draft.act === "accept" ? "accepted" : "rejected";
    },
  };
}
