// One incident of the queue, in three short lines.

import type { ReviewState } from "../api/types";
import { go, href } from "../state/store";
import { formatCount, formatSpan, shortTitle } from "../ui/format";
import { countryName } from "../ui/labels";
import { Badge, FigureText, Grade } from "../ui/parts";
import type { Found } from "./server";
import { STATE_NAMES, STATE_TONES } from "./vocabulary";

export function QueueItem({ found, state, current }: { found: Found; state: ReviewState; current: boolean }) {
  const { id, title, country, from, to, figures, grade, origins, reports, review } = found.properties;
  const killed = figures.find((figure) => figure.harm === "killed" && figure.status === null && figure.group === null) ?? null;
  return (
    <li class={`queue-item queue-item--${state}`}>
      <a
        href={href({ incident: id, report: null })}
        aria-current={current ? "true" : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          go({ incident: id, report: null }, "replace");
        }}
      >
        <span class="kicker">{[formatSpan(from, to), countryName(country)].filter(Boolean).join(" · ")}</span>
        <span class="queue-title">{shortTitle(title)}</span>
        <span class="queue-facts">
          {killed && <FigureText figure={killed} what="killed" />}
          <Grade grade={grade} />
          <span>{formatCount(reports, "report")}, {formatCount(origins, "origin")}</span>
          {state !== "open" && <Badge tone={STATE_TONES[state]}>{STATE_NAMES[state]}</Badge>}
          {review.conflicts > 0 && <Badge tone="warn">{formatCount(review.conflicts, "conflict")}</Badge>}
          {review.sensitive && <Badge tone="warn">Sensitive</Badge>}
        </span>
      </a>
    </li>
  );
}
