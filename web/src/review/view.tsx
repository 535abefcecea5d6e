// The review queue: what waits for a decision, in an order that makes sense, and how far the reviewer has come.

import "./review.css";
import { useEffect, useRef, useState } from "preact/hooks";
import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { useKeys } from "../shell/keys";
import { filter, getState, go, useParam, useUrl } from "../state/store";
import type { Filters } from "../state/url";
import { formatCount, formatNumber } from "../ui/format";
import { Button, Empty, Failure, Skeleton } from "../ui/parts";
import { desk, listed, onDecided } from "./desk";
import { useObservable } from "./observable";
import { outbox } from "./outbox";
import { useQueue, ORDERS, type Order } from "./queue";
import { QueueItem } from "./queue_item";
import { useReviewer } from "./reviewer";
import { SignIn } from "./sign_in";
import { TroubleBanner } from "./trouble";

const WHICH: { value: string; name: string }[] = [
  { value: "open", name: "Open" }, { value: "conflict", name: "Conflicts" }, { value: "sensitive", name: "Sensitive" },
  { value: "accepted", name: "Accepted" }, { value: "rejected", name: "Rejected" },
];

function Progress({ filters }: { filters: Filters }) {
  const { review: _, ...any } = filters;
  const { data } = useApi<Answers["summary"]>(address.summary(any));
  if (!data) return null;
  const count = (state: string) => data.facets.review?.find((facet) => facet.value === state)?.count ?? 0;
  const done = count("accepted") + count("rejected");
  const all = done + count("open");
  return (
    <div class="queue-progress">
      <progress max={Math.max(1, all)} value={done} aria-label="Reviewed" />
      <p><b>{formatNumber(done)}</b> of {formatCount(all, "incident")} reviewed</p>
    </div>
  );
}

export function ReviewView() {
  const { me, mayReview, known } = useReviewer();
  const filters = useUrl((s) => s.filters);
  const incident = useUrl((s) => s.incident);
  const [order, setOrder] = useParam("order");
  const [signIn, setSignIn] = useState(false);
  const which = filters.review?.[0] ?? "open";
  const queue = useQueue({ ...filters, review: filters.review ?? ["open"] }, (order ?? "killed") as Order);
  const { gone } = useObservable(outbox);
  const found = queue.found.filter((one) => !gone.includes(one.id));
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => listed.set(found), [queue.found, gone]);
  const choose = (id: string | undefined) => id && go({ incident: id, report: null }, "replace");
  function step(by: number) {
    const at = found.findIndex((one) => one.id === getState().incident);
    const next = at < 0 ? (by > 0 ? 0 : found.length - 1) : Math.min(found.length - 1, Math.max(0, at + by));
    choose(found[next]?.id);
    if (next > found.length - 5) queue.more();
  }
  // The next that nobody has decided on, from the one that has just been decided on.
  const forward = useRef<(from: string) => void>(() => undefined);
  forward.current = (from) => {
    const at = found.findIndex((one) => one.id === from);
    const open = (one: (typeof found)[number]) => one.id !== from && queue.stateOf(one) === "open";
    choose((found.slice(at + 1).find(open) ?? found.slice(0, Math.max(0, at)).find(open))?.id);
  };
  useEffect(() => {
    onDecided((from) => forward.current(from));
    return () => onDecided(null);
  }, []);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [incident]);

  const move = (key: string, what: string, run: () => void) => ({
    key, what, group: "Review queue", run: () => (desk.get().form ? false : run()),
  });
  useKeys([
    move("j", "next incident", () => step(1)),
    move("k", "previous incident", () => step(-1)),
    move("g", "first incident", () => choose(found[0]?.id)),
    move("G", "last incident", () => choose(found[found.length - 1]?.id)),
  ]);

  return (
    <section class="queue" aria-labelledby="queue-title">
      <header class="queue-head">
        <h2 id="queue-title">Review</h2>
        <Progress filters={filters} />
        <div class="queue-which" role="group" aria-label="Which incidents">
          {WHICH.map(({ value, name }) => (
            <Button key={value} small kind="quiet" aria-pressed={which === value}
              onClick={() => filter({ review: value === "open" ? undefined : [value] })}>{name}</Button>
          ))}
        </div>
        <label class="queue-order">
          <span>Order</span>
          <select value={order ?? "killed"} onChange={(event) => setOrder(event.currentTarget.value === "killed" ? null : event.currentTarget.value)}>
            {Object.entries(ORDERS).map(([value, { name }]) => <option key={value} value={value}>{name}</option>)}
          </select>
        </label>
        {known && !mayReview && (
          <p class="queue-notice">
            You are reading. <Button small onClick={() => setSignIn(true)}>Sign in to decide</Button>
          </p>
        )}
        {!incident && <TroubleBanner here={null} me={me} />}
      </header>
      {queue.error ? <Failure error={queue.error} /> : null}
      {!queue.error && queue.loading && !found.length && <Skeleton lines={8} />}
      {!queue.error && !queue.loading && !found.length && (
        <Empty title={which === "open" ? "Nothing waits for a decision" : "None"}>
          <p>{Object.keys(filters).length ? "With these filters." : "All that was reported has been looked at."}</p>
        </Empty>
      )}
      <ol class="queue-list" ref={list} aria-label="Incidents to review">
        {found.map((one) => (
          <QueueItem key={one.id} found={one} state={queue.stateOf(one)} current={one.id === incident} />
        ))}
      </ol>
      {queue.hasMore && <p class="queue-more"><Button onClick={queue.more}>Show more</Button></p>}
      {signIn && <SignIn onClose={() => setSignIn(false)} />}
    </section>
  );
}
