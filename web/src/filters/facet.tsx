// One filter: its values with how many incidents each would leave, most first; a long list has a search of its own.

import { useState } from "preact/hooks";
import type { Facet as Count } from "../api/types";
import { formatNumber } from "../ui/format";

interface Props {
  title: string;
  values: Count[];
  chosen: string[];
  name: (value: string) => string;
  hint?: (value: string) => string;
  open?: boolean;
  onChange: (chosen: string[]) => void;
}

const SHORT = 6;
const SEARCH_FROM = 12;

export function FacetList({ title, values, chosen, name, hint, open, onChange }: Props) {
  const [all, setAll] = useState(false);
  const [search, setSearch] = useState("");
  const known = new Set(values.map((v) => v.value));
  const every = [...chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 })), ...values];
  const found = every.filter(({ value }) => name(value).toLowerCase().includes(search.toLowerCase()));
  const shown = all || search ? found : found.filter(({ value }, i) => i < SHORT || chosen.includes(value));
  const most = Math.max(1, ...values.map((v) => v.count));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  if (!every.length) return null;
  return (
    <details class="facet" open={open || chosen.length > 0}>
      <summary>
        {title}
        {chosen.length > 0 && <span class="facet__chosen">{chosen.length}</span>}
      </summary>
      {every.length >= SEARCH_FROM && (
        <input
          class="input facet__search"
          type="search"
          placeholder={`Find in ${every.length}`}
          aria-label={`Find in ${title.toLowerCase()}`}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ul>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <label class="facet__value" title={hint?.(value)}>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
              <span class="facet__name">{name(value)}</span>
              <span class="facet__count">{formatNumber(count)}</span>
              <span class="facet__bar" aria-hidden="true" style={{ width: `${(count / most) * 100}%` }} />
            </label>
          </li>
        ))}
      </ul>
      {!search && found.length > SHORT && (
        <button type="button" class="facet__more" onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${found.length}`}
        </button>
      )}
    </details>
  );
}
