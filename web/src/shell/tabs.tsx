// On narrow screens map, list and filters share the room; this bar says which is shown.

import { go, useUrl } from "../state/store";
import type { Tab } from "../state/url";
import { Icon, type IconName } from "../ui/parts";

const TABS: { tab: Tab; name: string; icon: IconName }[] = [
  { tab: "map", name: "Map", icon: "globe" },
  { tab: "list", name: "List", icon: "list" },
  { tab: "filters", name: "Filters", icon: "filter" },
];

export function Tabs() {
  const tab = useUrl((s) => s.tab);
  const view = useUrl((s) => s.view);
  const set = useUrl((s) => Object.keys(s.filters).length);
  if (view !== "incidents") return null;
  return (
    <nav class="tabs" aria-label="Map, list or filters">
      {TABS.map(({ tab: target, name, icon }) => (
        <button
          key={target}
          type="button"
          aria-pressed={tab === target || (tab === "both" && target === "map")}
          onClick={() => go({ tab: target, incident: null }, "replace")}
        >
          <Icon name={icon} />
          {name}
          {target === "filters" && set > 0 && <span class="facet__chosen">{set}</span>}
        </button>
      ))}
    </nav>
  );
}
