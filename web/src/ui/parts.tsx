// Small parts that every panel uses.

import type { ComponentChildren, JSX } from "preact";
import type { ApiError } from "../api/client";
import { formatNumber, formatRange } from "./format";
import { gradeMeaning, label } from "./labels";
import type { Bounds } from "../api/types";

type ButtonProps = Omit<JSX.HTMLAttributes<HTMLButtonElement>, "icon"> & {
  kind?: "plain" | "primary" | "quiet";
  small?: boolean;
  icon?: IconName;
  disabled?: boolean;
  type?: "button" | "submit";
};

export function Button({ kind = "plain", small, icon, children, class: extra, type = "button", ...rest }: ButtonProps) {
  const bare = icon && !children;
  return (
    <button
      type={type}
      class={`button button--${kind}${small ? " button--small" : ""}${bare ? " button--icon" : ""} ${extra ?? ""}`}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A value that is set; with `onRemove` it has a cross. */
export function Chip({ children, onRemove, removeLabel }: {
  children: ComponentChildren; onRemove?: () => void; removeLabel?: string;
}) {
  return (
    <span class="chip">
      <span class="chip__text">{children}</span>
      {onRemove && (
        <button type="button" class="chip__remove" aria-label={removeLabel ?? "Remove"} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}

export function Badge({ children, tone = "plain", title }: {
  children: ComponentChildren; tone?: "plain" | "accent" | "warn" | "good"; title?: string;
}) {
  return <span class={`badge badge--${tone}`} title={title}>{children}</span>;
}

/** Airwars' grade: a word and a scale of five steps, so that colour is never the only sign. */
export function Grade({ grade }: { grade: string }) {
  return (
    <span class={`grade grade--${grade}`} title={gradeMeaning(grade)}>
      <span class="grade__mark" aria-hidden="true" />
      {label(grade)}
    </span>
  );
}

/** "12" with "8–20" beside it: the best figure and its bounds. */
export function FigureText({ figure, what }: { figure: Bounds | null; what?: string }) {
  if (!figure || (figure.low === null && figure.best === null && figure.high === null))
    return <span class="figure figure--none">–</span>;
  const range = formatRange(figure);
  const best = figure.best ?? figure.low;
  const alone = best !== null && range === formatNumber(best);
  return (
    <span class="figure">
      <b class="figure__best">{best === null ? range : formatNumber(best)}</b>
      {!alone && best !== null && <span class="figure__range">{range}</span>}
      {what && <span class="figure__what">{what}</span>}
    </span>
  );
}

export function Spinner({ label: text = "Loading" }: { label?: string }) {
  return <span class="spinner" role="status" aria-label={text} />;
}

/** Grey bars in place of what is being loaded. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div class="skeleton" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, i) => <span key={i} class="skeleton__line" style={{ width: `${92 - ((i * 37) % 45)}%` }} />)}
    </div>
  );
}

/** Nothing to show, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty__title">{title}</p>
      {children}
    </div>
  );
}

export function Failure({ error, retry }: { error: ApiError; retry?: () => void }) {
  return (
    <div class="empty empty--error" role="alert">
      <p class="empty__title">{error.problem.title}</p>
      <p>{error.problem.detail}</p>
      {retry && <Button onClick={retry}>Try again</Button>}
    </div>
  );
}

const ICONS = {
  close: "M4 4l8 8M12 4l-8 8",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5L14 14",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  moon: "M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z",
  auto: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12",
  filter: "M2 4h12M4 8h8M6.5 12h3",
  back: "M10 3L5 8l5 5",
  forward: "M6 3l5 5-5 5",
  down: "M3 6l5 5 5-5",
  export: "M8 2v8M5 7l3 3 3-3M3 13h10",
  help: "M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M8 12.2v.1",
  globe: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c2 2 2.5 4 2.5 6S10 12 8 14c-2-2-2.5-4-2.5-6S6 4 8 2z",
  list: "M2 4h12M2 8h12M2 12h12",
  person: "M8 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM3 14c.5-3 2.5-4 5-4s4.5 1 5 4",
  link: "M6.5 9.5l3-3M7 5l1.5-1.5a2.5 2.5 0 0 1 4 4L11 9M9 11l-1.5 1.5a2.5 2.5 0 0 1-4-4L5 7",
  print: "M4 6V2h8v4M4 11H2V6h12v5h-2M4 9h8v5H4z",
} as const;
export type IconName = keyof typeof ICONS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={ICONS[name]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
