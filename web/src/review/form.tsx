// The frame of every form of the review: what it does, a reason, keep or leave. Enter keeps, Esc leaves.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../shell/keys";
import { Button } from "../ui/parts";

const reasons: string[] = [];  // given in this tab, the latest first

function remember(reason: string): void {
  const at = reasons.indexOf(reason);
  if (at >= 0) reasons.splice(at, 1);
  if (reason) reasons.unshift(reason);
  reasons.splice(12);
}

export function ReviewForm({ title, submit, needsReason, reasonLabel = "Reason", objection, onSubmit, onClose, children }: {
  title: string;
  submit: string;
  needsReason: boolean;
  reasonLabel?: string;
  objection?: string | null;
  onSubmit: (reason: string) => void;
  onClose: () => void;
  children?: ComponentChildren;
}) {
  const [reason, setReason] = useState("");
  const [complaint, setComplaint] = useState("");
  const form = useRef<HTMLFormElement>(null);

  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    form.current?.querySelector<HTMLElement>("[data-first], input, select")?.focus();
    form.current?.scrollIntoView({ block: "nearest" });
    return () => before?.focus?.({ preventScroll: true });
  }, []);
  useKeys([{ key: "Escape", what: "leave the form", group: "Review", run: onClose }]);

  function keep(event: Event) {
    event.preventDefault();
    const given = reason.trim();
    const why = objection ?? (needsReason && !given ? `${reasonLabel} is needed.` : "");
    setComplaint(why);
    if (why) return;
    remember(given);
    onSubmit(given);
  }

  return (
    <form ref={form} class="review-form" aria-label={title} onSubmit={keep} noValidate>
      <h3>{title}</h3>
      {children}
      <label class="field">
        <span>{reasonLabel}{needsReason ? "" : " (may be left empty)"}</span>
        <input name="reason" list="review-reasons" autocomplete="off" value={reason} aria-required={needsReason}
          onInput={(event) => setReason(event.currentTarget.value)} />
        <datalist id="review-reasons">{reasons.map((one) => <option key={one} value={one} />)}</datalist>
      </label>
      {complaint && <p class="field__error" role="alert">{complaint}</p>}
      <div class="review-row">
        <Button kind="primary" type="submit">{submit}</Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
