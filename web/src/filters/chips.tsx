// What is filtered now, each with its cross.

import { filter, go, useParam, useUrl } from "../state/store";
import { LIST_FILTERS, type Filters } from "../state/url";
import { formatSpan } from "../ui/format";
import { countryName, label } from "../ui/labels";
import { Button, Chip } from "../ui/parts";

interface Active {
  text: string;
  change: Partial<Filters>;
}

function active(filters: Filters): Active[] {
  const chips: Active[] = [];
  if (filters.q) chips.push({ text: `“${filters.q}”`, change: { q: undefined } });
  if (filters.place) chips.push({ text: `Place: ${filters.place}`, change: { place: undefined } });
  if (filters.datetime)
    chips.push({ text: formatSpan(filters.datetime.from, filters.datetime.to), change: { datetime: undefined } });
  for (const name of LIST_FILTERS)
    for (const value of filters[name] ?? [])
      chips.push({
        text: name === "country" ? countryName(value) : label(value),
        change: { [name]: filters[name]!.filter((other) => other !== value) },
      });
  if (filters.min_origins) chips.push({ text: `${filters.min_origins}+ origins`, change: { min_origins: undefined } });
  if (filters.min_killed) chips.push({ text: `${filters.min_killed}+ killed`, change: { min_killed: undefined } });
  return chips;
}

export function Chips() {
  const filters = useUrl((s) => s.filters);
  const [extent, setExtent] = useParam("extent");
  const chips = active(filters);
  if (!chips.length && !filters.bbox) return null;
  return (
    <div class="chips" role="group" aria-label="Filters that are set">
      {chips.map(({ text, change }) => (
        <Chip key={text} onRemove={() => filter(change)} removeLabel={`Remove the filter ${text}`}>{text}</Chip>
      ))}
      {filters.bbox && (
        <Chip
          removeLabel="Remove the filter by map"
          onRemove={() => {
            if (extent) setExtent(null, "replace");
            filter({ bbox: undefined });
          }}
        >
          {extent === "map" ? "What the map shows" : "This part of the map"}
        </Chip>
      )}
      <Button kind="quiet" small onClick={() => go(({ extra: { extent: _, ...rest } }) => ({ filters: {}, extra: rest }))}>
        Clear all
      </Button>
    </div>
  );
}
