// Totals and states over time, which are never added to incidents: the list of subjects, and the one that is chosen.

import { useEffect, useRef, useState } from "preact/hooks";
import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { useParam } from "../state/store";
import { formatCount } from "../ui/format";
import { label } from "../ui/labels";
import { Button, Empty, Failure, Skeleton } from "../ui/parts";
import { SubjectList } from "./list";
import { SubjectView } from "./subject";
import { subjectsOf } from "./subjects";
import "./series.css";

const kPage = 200;
const kKinds = ["killed", "injured", "displaced", "sheltered", "returned", "trapped", "deprived", "detained", "missing", "abused", "recruited", "human_shield", "damaged"];

function useQuestion() {
  const [q, setQ] = useParam("series_q");
  const [kind, setKind] = useParam("series_kind");
  return { q, setQ, kind, setKind };
}

function Filters({ q, setQ, kind, setKind }: ReturnType<typeof useQuestion>) {
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <form class="series__filters" role="search" aria-label="Series" onSubmit={(event) => event.preventDefault()}>
      <input
        class="input"
        type="search"
        placeholder="Place, source or side"
        aria-label="Place, source or side"
        defaultValue={q ?? ""}
        onInput={(event) => {
          const { value } = event.currentTarget;
          clearTimeout(timer.current);
          timer.current = window.setTimeout(() => setQ(value.trim() || null, "replace"), 300);
        }}
      />
      <select class="input" aria-label="What happened" value={kind ?? ""} onChange={(event) => setKind(event.currentTarget.value || null)}>
        <option value="">Everything</option>
        {kKinds.map((one) => <option key={one} value={one}>{label(one)}</option>)}
      </select>
    </form>
  );
}

export function SeriesView() {
  const question = useQuestion();
  const [limit, setLimit] = useState(kPage);
  const [chosen, choose] = useParam("subject");
  const params = new URLSearchParams({ limit: String(limit) });
  if (question.q) params.set("q", question.q);
  if (question.kind) params.set("kind", question.kind);
  const { data, error, retry } = useApi<Answers["series"]>(address.series(params));
  const subjects = subjectsOf(data?.series ?? []);
  const open = subjects.find(({ key }) => key === chosen) ?? null;
  return (
    <div class="series" data-open={open ? "yes" : "no"}>
      <section class="series__list" aria-label="Series">
        <header class="series__head">
          <h2>Totals and states</h2>
          <p class="series__what">Figures of many events or of a moment, by who says them. They are never added to incidents.</p>
          <Filters {...question} />
          {data && <p class="kicker" role="status">{formatCount(data.total, "series", "series")}</p>}
        </header>
        {error && <Failure error={error} retry={retry} />}
        {!data && !error && <Skeleton lines={10} />}
        {data && subjects.length === 0 && <Empty title="No series">{question.q || question.kind ? "Nothing fits these filters." : "No report gives a total or a state with a figure."}</Empty>}
        <SubjectList subjects={subjects} chosen={chosen} />
        {data && data.series.length < data.total && <Button onClick={() => setLimit(limit + kPage)}>Show more</Button>}
      </section>
      <section class="series__open" aria-label="The chosen series">
        {open && <Button class="series__back" kind="quiet" small icon="back" onClick={() => choose(null)}>All series</Button>}
        {open ? <SubjectView key={open.key} subject={open} /> : data && subjects.length > 0 && <Empty title="Choose a series">Its figures, bounds and alarms are shown here.</Empty>}
      </section>
    </div>
  );
}
