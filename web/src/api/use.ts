// Asking the server from a component: the last answer stays while the next is on its way.

import { useEffect, useState } from "preact/hooks";
import { ApiError, get, onStale } from "./client";

export interface Asked<T> {
  data: T | null; // of this address, or of the one before while loading
  error: ApiError | null;
  loading: boolean;
  retry(): void;
}

interface Question {
  answer: Promise<unknown>;
  stop: AbortController;
  users: number;
  done: boolean;
}

const kept = new Map<string, Question>();
const KEEP = 60;
onStale(() => kept.clear());

/** Two components that ask for the same address share one request; the newest answers are kept until something is written. */
function ask(path: string): Question {
  let question = kept.get(path);
  if (!question) {
    const stop = new AbortController();
    const made: Question = { answer: get(path, stop.signal), stop, users: 0, done: false };
    made.answer.then(() => (made.done = true), () => kept.get(path) === made && kept.delete(path));
    kept.set(path, made);
    if (kept.size > KEEP) kept.delete(kept.keys().next().value!);
    question = made;
  }
  ++question.users;
  return question;
}

/** A question that nobody waits for any more is taken back, so that it does not stand in the way of the next. */
function leave(path: string, question: Question): void {
  if (--question.users > 0 || question.done) return;
  question.stop.abort();
  if (kept.get(path) === question) kept.delete(path);
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
    const question = ask(path);
    (question.answer as Promise<T>).then(
      (data) => live && setState({ path, data, error: null }),
      (error: unknown) => {
        if (!live) return;
        const plain = { type: "about:blank", title: "Error", status: 0, detail: String(error) };
        setState((old) => ({ path, data: old.data, error: error instanceof ApiError ? error : new ApiError(plain) }));
      },
    );
    return () => {
      live = false;
      leave(path, question);
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
