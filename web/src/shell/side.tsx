// The panel beside the main area: the list, or the incident that is selected.

import { useEffect, useRef } from "preact/hooks";
import { IncidentList } from "../list/list";
import { go, useUrl } from "../state/store";
import { lazy } from "../ui/lazy";
import { Button } from "../ui/parts";

const load = () => import("../incident/panel").then((m) => m.IncidentPanel);
const IncidentPanel = lazy(load);
// Fetched while nothing else happens, so that the first incident opens at once.
setTimeout(() => void load().catch(() => {}), 3000);

export function Side() {
  const incident = useUrl((s) => s.incident);
  const view = useUrl((s) => s.view);
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef(incident);
  useEffect(() => {
    ref.current?.scrollTo(0, 0);
    // What had the focus is gone from view: it goes to what took its place.
    const lost = document.activeElement === document.body || document.activeElement?.closest("[hidden]");
    if (lost && incident) ref.current?.focus({ preventScroll: true });
    else if (lost && before.current) document.getElementById("results")?.focus({ preventScroll: true });
    before.current = incident;
  }, [incident]);
  return (
    <aside class={`side${incident ? " side--incident" : ""}`} aria-label={incident ? "Incident" : "Incidents found"}>
      {view === "incidents" && (
        <div class="side__list" hidden={incident !== null}>
          <IncidentList />
        </div>
      )}
      {incident && (
        <div class="side__panel">
          <div class="side__bar">
            <Button kind="quiet" small icon="back" onClick={() => go({ incident: null })}>
              {view === "incidents" ? "All incidents" : "Close"}
            </Button>
            <kbd aria-hidden="true">Esc</kbd>
          </div>
          <div class="side__scroll" ref={ref} tabIndex={-1}>
            <IncidentPanel key={incident} id={incident} />
          </div>
        </div>
      )}
    </aside>
  );
}
