// An act that was not kept: what happened, and what to do about it.

import { markStale } from "../api/client";
import { go } from "../state/store";
import { Button } from "../ui/parts";
import { told } from "./acts";
import { useObservable } from "./observable";
import { outbox, send, type Trouble } from "./outbox";

function words({ problem }: Trouble): string {
  if (problem.status === 409) return "Changed meanwhile";
  if (problem.status === 401 || problem.status === 403) return "Not allowed";
  if (problem.status === 0) return "No answer";
  return "Not kept";
}

export function TroubleBanner({ here, me }: { here: string | null; me: string }) {
  const { trouble, said } = useObservable(outbox);
  const dismiss = () => outbox.change({ trouble: null });
  function again() {
    if (trouble?.draft) void send(trouble.draft, me);
  }
  return (
    <>
      <p class="quiet-for-eyes" role="status">{said}</p>
      {trouble && (
        <div class="review-trouble" role="alert">
          <p>
            <b>{words(trouble)}.</b> {trouble.problem.detail || trouble.problem.title}
            {trouble.draft && <> What you did ({told({ ...asAct(trouble) })}) was taken back on this page.</>}
          </p>
          <div class="review-row">
            {trouble.incident !== here && <Button small onClick={() => go({ incident: trouble.incident })}>Show the incident</Button>}
            {trouble.problem.status === 409 && <Button small onClick={() => { dismiss(); markStale(); }}>Show what changed</Button>}
            {trouble.draft && <Button small onClick={again}>Do it all the same</Button>}
            <Button small kind="quiet" onClick={dismiss}>Close</Button>
          </div>
        </div>
      )}
    </>
  );
}

function asAct({ draft }: Trouble) {
  return {
    act: draft!.act, undoes: null, incidents: draft!.incidents ?? [], claims: draft!.claims ?? [],
    field: draft!.field ?? null, after: draft!.value ?? null,
  };
}
