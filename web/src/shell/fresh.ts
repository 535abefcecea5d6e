// A ledger may grow while it is served: the page asks now and then whether there is something new, and reads it.

import { useEffect } from "preact/hooks";
import { address, get, markStale, type Answers } from "../api/client";

const EVERY = 30_000;
const WHILE_BUILDING = 3_000;

export function useFresh(session: Answers["session"] | null): void {
  const snapshot = session?.snapshot;
  const building = session?.building;
  useEffect(() => {
    if (snapshot === undefined) return;
    const timer = setInterval(() => {
      if (document.hidden) return;
      get<Answers["session"]>(address.session).then(
        (now) => {
          if (now.snapshot !== snapshot || now.building !== building) markStale();
        },
        () => {}, // the next question that a reader asks says what is wrong
      );
    }, building ? WHILE_BUILDING : EVERY);
    return () => clearInterval(timer);
  }, [snapshot, building]);
}
