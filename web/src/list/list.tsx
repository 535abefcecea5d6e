// The incidents found: cards beside the map, a table when there is room. The map's equal for those who do not see it.

import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { useKeys } from "../shell/keys";
import { getState, go, useUrl } from "../state/store";
import { Button, Empty, Failure, Skeleton } from "../ui/parts";
import { ListHead } from "./head";
import { usePages } from "./pages";
import { Printed } from "./printed";
import { Row, spoken } from "./row";
import { Scroller } from "./scroller";
import "../style/list.css";

const CARD = 76;
const LINE = 38;
const TABLE_FROM = 760; // pixels

const COLUMNS: [name: string, sort: string | null][] = [
  ["Day", "to"], ["Place", null], ["What is reported", null], ["Figure", "killed"], ["Grade", null], ["Origins", "reports"], ["Review", null],
];

function TableHead() {
  const sort = useUrl((s) => s.sort);
  return (
    <div class="table-head">
      {COLUMNS.map(([name, by]) => by ? (
        <button key={name} type="button" onClick={() => go({ sort: sort === `-${by}` ? `+${by}` : `-${by}` })}>
          {name}{sort.slice(1) === by && <span aria-hidden="true">{sort[0] === "-" ? " ↓" : " ↑"}</span>}
        </button>
      ) : <span key={name}>{name}</span>)}
    </div>
  );
}

export function IncidentList() {
  const filters = useUrl((s) => s.filters);
  const sort = useUrl((s) => s.sort);
  const selected = useUrl((s) => s.incident);
  const summary = useApi<Answers["summary"]>(address.summary(filters));
  const pages = usePages(filters, sort);
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState(false);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry!.contentRect.width > 0) setTable(entry!.contentRect.width >= TABLE_FROM);
    });
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  useEffect(() => setActive(-1), [filters, sort]);
  useEffect(() => {
    const paper = document.createElement("div");
    paper.className = "paper";
    document.body.append(paper);
    const before = () => {
      const { incident, report } = getState();
      if (incident || report) return void delete document.documentElement.dataset.print;
      document.documentElement.dataset.print = "list";
      render(<Printed rows={pages.loaded()} total={pages.total ?? 0} />, paper);
    };
    addEventListener("beforeprint", before);
    return () => {
      removeEventListener("beforeprint", before);
      delete document.documentElement.dataset.print;
      render(null, paper);
      paper.remove();
    };
  });

  const open = (index: number) => {
    const incident = pages.row(index);
    if (incident) go({ incident: incident.id });
  };
  const step = (by: number) => () => {
    if (getState().view !== "incidents" || !pages.total) return false;
    const next = Math.max(0, Math.min(pages.total - 1, active + by));
    setActive(next);
    if (selected) open(next);
  };
  useKeys([
    { key: "j", what: "Next incident", group: "Incidents", run: step(1) },
    { key: "ArrowDown", what: "Next incident", group: "Incidents", run: step(1) },
    { key: "k", what: "Incident before", group: "Incidents", run: step(-1) },
    { key: "ArrowUp", what: "Incident before", group: "Incidents", run: step(-1) },
    { key: "Enter", what: "Open the incident", group: "Incidents",
      run: (event) => (active >= 0 && event.target === document.body ? open(active) : false) },
  ]);
  return (
    <div class={`list${table ? " list--table" : ""}`} ref={box}>
      <ListHead summary={summary} />
      {table && <TableHead />}
      {pages.error ? (
        <Failure error={pages.error} retry={pages.retry} />
      ) : pages.total === null ? (
        <Skeleton lines={12} />
      ) : pages.total === 0 ? (
        <Empty title="No incident matches">
          <p>Take a filter away, or widen the days.</p>
          <Button onClick={() => go({ filters: {}, extra: {} })}>Clear all filters</Button>
        </Empty>
      ) : (
        <Scroller
          total={pages.total}
          rowHeight={table ? LINE : CARD}
          label="Incidents found"
          active={active}
          onActive={setActive}
          onOpen={open}
          onRange={pages.need}
          row={(index) => {
            const incident = pages.row(index);
            return incident
              ? { content: <Row incident={incident} />, spoken: spoken(incident), selected: incident.id === selected, key: `${index}-${incident.id}` }
              : { content: <span class="row__wait" />, spoken: "Loading", selected: false, key: `wait-${index}` };
          }}
        />
      )}
    </div>
  );
}
