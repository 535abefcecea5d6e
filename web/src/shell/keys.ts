// Keys of the whole page. Panels add theirs while they are shown; the help sheet lists what is there.

import { useLayoutEffect, useRef } from "preact/hooks";

export interface Key {
  key: string; // as KeyboardEvent.key: "/", "j", "Escape", "ArrowDown"
  what: string; // for the help sheet
  group: string; // "Everywhere", "Incidents", "Review" …
  run: (event: KeyboardEvent) => boolean | void; // false: not mine now, ask the next
}

const layers: Key[][] = [];

export function allKeys(): Key[] {
  return layers.flat();
}

/** The newest layer is asked first. Letters do nothing while somebody types; Escape always works. */
export function useKeys(keys: Key[]): void {
  const ref = useRef<Key[]>([]);
  ref.current.splice(0, ref.current.length, ...keys);
  useLayoutEffect(() => { // before anybody can see what the keys are for
    const layer = ref.current;
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && !!target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  if (isTyping(event.target) && event.key !== "Escape") return;
  for (let i = layers.length - 1; i >= 0; --i)
    for (const key of layers[i]!)
      if (key.key === event.key && key.run(event) !== false) {
        event.preventDefault();
        return;
      }
});
