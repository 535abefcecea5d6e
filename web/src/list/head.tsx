// Above the list: how many were found, what is filtered, the order, the forms in which it can be taken away.

import { useEffect, useRef, useState } from "preact/hooks";
import { address, download, type Answers } from "../api/client";
import type { Asked } from "../api/use";
import { Chips } from "../filters/chips";
import { go, useUrl } from "../state/store";
import { formatNumber, formatRange } from "../ui/format";
import { Button } from "../ui/parts";

export const SORTS: [value: string, name: string][] = [
  ["-to", "Latest first"], ["+from", "Earliest first"], ["-killed", "Most killed"], ["-injured", "Most injured"],
  ["-origins", "Most origins"], ["-reports", "Most reports"], ["-last_published", "Latest reported"],
];

function Export() {
  const filters = useUrl((s) => s.filters);
  const [failed, setFailed] = useState("");
  const menu = useRef<HTMLDetailsElement>(null);
  const save = (format: "csv" | "geojson" | "jsonl") => {
    menu.current!.open = false;
    setFailed("");
    download(address.export(format, filters), `incidents.${format}`).catch((error: Error) => setFailed(error.message));
  };
  useEffect(() => {
    const close = (event: Event) => {
      if (menu.current && !menu.current.contains(event.target as Node)) menu.current.open = false;
    };
    addEventListener("pointerdown", close);
    return () => removeEventListener("pointerdown", close);
  }, []);
  return (
    <details class="menu" ref={menu}>
      <summary class="button button--quiet button--small">Export</summary>
      <div class="menu__list">
        <button type="button" onClick={() => save("csv")}>CSV, a row an incident</button>
        <button type="button" onClick={() => save("geojson")}>GeoJSON for maps</button>
        <button type="button" onClick={() => save("jsonl")}>JSON lines with claims</button>
        <button type="button" onClick={() => { menu.current!.open = false; print(); }}>Print the list</button>
      </div>
      {failed && <p class="field__error" role="alert">{failed}</p>}
    </details>
  );
}

export function ListHead({ summary }: { summary: Asked<Answers["summary"]> }) {
  const sort = useUrl((s) => s.sort);
  const tab = useUrl((s) => s.tab);
  const { data } = summary;
  const found = data ? `${formatNumber(data.total)} ${data.total === 1 ? "incident" : "incidents"}` : "";
  return (
    <header class={`found${summary.loading ? " found--loading" : ""}`}>
      <div class="found__line">
        <p class="found__total" role="status" aria-live="polite">{found || "\u00a0"}</p>
        {data && (data.killed.best ?? 0) > 0 && (
          <p class="found__killed">
            <b>{formatNumber(data.killed.best!)}</b> killed <span class="figure__range">{formatRange(data.killed)}</span>
          </p>
        )}
      </div>
      <Chips />
      <div class="found__tools">
        <label class="found__sort">
          <span class="quiet-for-eyes">Order</span>
          <select value={sort} onChange={(event) => go({ sort: event.currentTarget.value })}>
            {SORTS.map(([value, name]) => <option key={value} value={value}>{name}</option>)}
          </select>
        </label>
        <Export />
        <Button kind="quiet" small class="found__wide" onClick={() => go({ tab: tab === "list" ? "both" : "list" })}>
          {tab === "list" ? "Show map" : "Table"}
        </Button>
      </div>
    </header>
  );
}
