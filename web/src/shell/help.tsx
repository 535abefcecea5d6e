// All keys that do something now, and what the signs mean.

import { Dialog } from "../ui/dialog";
import { allKeys } from "./keys";

const NAMES: Record<string, string> = {
  ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", Enter: "↵", " ": "Space",
};

/** What keys do where the focus is: these belong to no layer. */
const FOCUSED: [group: string, what: string, keys: string[]][] = [
  ["On the map", "Move", ["↑", "↓", "←", "→"]],
  ["On the map", "Zoom", ["+", "-"]],
  ["On an end of the timeline", "By one bar", ["←", "→"]],
  ["On an end of the timeline", "By twelve bars", ["PgUp", "PgDn"]],
  ["On an end of the timeline", "To the first, to the last", ["Home", "End"]],
];

export function Help({ onClose }: { onClose: () => void }) {
  const groups = new Map<string, Map<string, string[]>>();
  for (const { key, what, group } of allKeys()) {
    const whats = groups.get(group) ?? new Map<string, string[]>();
    groups.set(group, whats.set(what, [...(whats.get(what) ?? []), NAMES[key] ?? key]));
  }
  for (const [group, what, keys] of FOCUSED) groups.set(group, (groups.get(group) ?? new Map<string, string[]>()).set(what, keys));
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      <div class="help">
        {[...groups].map(([group, whats]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl class="keys">
              {[...whats].map(([what, keys]) => (
                <div key={what}>
                  <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
