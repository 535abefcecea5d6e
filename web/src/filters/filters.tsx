// The filters: each says how many incidents its values would leave.

import { useEffect, useRef } from "preact/hooks";
import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";
import { filter, useUrl } from "../state/store";
import type { ListFilter } from "../state/url";
import { countryName, gradeMeaning, label } from "../ui/labels";
import { Failure, Skeleton } from "../ui/parts";
import { FacetList } from "./facet";
import "../style/filters.css";

const FACETS: { filter: ListFilter; title: string; open?: boolean; hint?: (value: string) => string }[] = [
  { filter: "kind", title: "What is reported", open: true },
  { filter: "grade", title: "Grade", open: true, hint: gradeMeaning },
  { filter: "country", title: "Country", open: true },
  { filter: "actor", title: "Side blamed" },
  { filter: "means", title: "Means" },
  { filter: "status", title: "Victims" },
  { filter: "group", title: "Groups of victims" },
  { filter: "source_kind", title: "Who says it" },
  { filter: "responsibility", title: "Responsibility" },
  { filter: "review", title: "Review" },
];

function Least({ title, steps, value, onChange }: {
  title: string; steps: number[]; value: number | undefined; onChange: (value: number | undefined) => void;
}) {
  return (
    <fieldset class="least">
      <legend>{title}</legend>
      {[0, ...steps].map((step) => (
        <button key={step} type="button" aria-pressed={(value ?? 0) === step} onClick={() => onChange(step || undefined)}>
          {step ? `${step}+` : "Any"}
        </button>
      ))}
    </fieldset>
  );
}

function Place() {
  const place = useUrl((s) => s.filters.place ?? "");
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = place;
  }, [place]);
  const apply = () => filter({ place: input.current?.value.trim() || undefined });
  return (
    <label class="field">
      <span>Name of a place</span>
      <input
        ref={input}
        type="search"
        defaultValue={place}
        onInput={() => { clearTimeout(timer.current); timer.current = window.setTimeout(apply, 350); }}
      />
    </label>
  );
}

export function Filters() {
  const filters = useUrl((s) => s.filters);
  const { data, error, loading, retry } = useApi<Answers["summary"]>(address.summary(filters));
  return (
    <section class={`filters${loading ? " filters--loading" : ""}`} aria-label="Filters">
      {error && !data && <Failure error={error} retry={retry} />}
      {!data && !error && <Skeleton lines={9} />}
      {data && FACETS.map(({ filter: name, title, open, hint }) => (
        <FacetList
          key={name}
          title={title}
          values={data.facets[name] ?? []}
          chosen={filters[name] ?? []}
          name={name === "country" ? countryName : label}
          hint={hint}
          open={open}
          onChange={(chosen) => filter({ [name]: chosen })}
        />
      ))}
      {data && (
        <div class="filters__rest">
          <Place />
          <Least title="Independent origins" steps={[2, 3, 5]} value={filters.min_origins} onChange={(min_origins) => filter({ min_origins })} />
          <Least title="People killed" steps={[1, 10, 50]} value={filters.min_killed} onChange={(min_killed) => filter({ min_killed })} />
        </div>
      )}
    </section>
  );
}
