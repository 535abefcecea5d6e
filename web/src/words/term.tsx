// A word of the record with its meaning behind it: opened by click or key, read out when open, and printed as it stands.

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import "./words.css";

export function Term({ meaning, children, class: extra = "" }: { meaning: string; children: ComponentChildren; class?: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (!meaning) return <span class={extra}>{children}</span>;
  const close = (event: KeyboardEvent) => {
    if (!open || event.key !== "Escape") return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <span class="term" onKeyDown={close}>
      <button
        type="button"
        class={`term__word ${extra}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && <span class="term__meaning" id={id} role="note">{meaning}</span>}
    </span>
  );
}
