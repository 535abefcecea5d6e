// What the marks mean; each entry switches its field on and off. One choice for the whole page, kept while it is open.
import { useSyncExternalStore } from "preact/compat";
import { type Field, fieldWords, kFields } from "./fields";
import "./marks.css";

let hidden: ReadonlySet<Field> = new Set();
const listeners = new Set<() => void>();

function toggle(field: Field): void {
  const next = new Set(hidden);
  if (!next.delete(field)) next.add(field);
  hidden = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useHiddenFields(): ReadonlySet<Field> {
  return useSyncExternalStore(subscribe, () => hidden);
}

export function Legend() {
  const off = useHiddenFields();
  return (
    <div class="fields" role="group" aria-label="Words marked by field">
      {kFields.map((field) => (
        <button key={field} type="button" class="fields__field" aria-pressed={!off.has(field)} onClick={() => toggle(field)}>
          <span class="w" data-field={field}>
            {fieldWords[field]}
          </span>
        </button>
      ))}
    </div>
  );
}
