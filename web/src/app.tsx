// The page: a header, one of three views, the panel beside it, and a report over both when one is open.

import { useState } from "preact/hooks";
import { address, type Answers } from "./api/client";
import { useApi } from "./api/use";
import { Filters } from "./filters/filters";
import { MapArea } from "./map/area";
import { Header } from "./shell/header";
import { useFresh } from "./shell/fresh";
import { Help } from "./shell/help";
import { useKeys } from "./shell/keys";
import { Side } from "./shell/side";
import { Tabs } from "./shell/tabs";
import { go, useUrl } from "./state/store";
import { Timeline } from "./timeline/timeline";
import { lazy } from "./ui/lazy";
import { Button, Failure } from "./ui/parts";

const Report = lazy(() => import("./report/view").then((m) => m.ReportView));
const Series = lazy(() => import("./series/view").then((m) => m.SeriesView));
const Review = lazy(() => import("./review/view").then((m) => m.ReviewView));

function Main() {
  const view = useUrl((s) => s.view);
  const tab = useUrl((s) => s.tab);
  if (view === "series") return <main class="main main--single"><Series /></main>;
  if (view === "review") return <main class="main main--single"><Review /></main>;
  return (
    <main class="main" data-tab={tab}>
      <Filters />
      <div class="stage">
        <MapArea />
        <Timeline />
      </div>
    </main>
  );
}

function OpenReport({ id }: { id: string }) {
  const claim = useUrl((s) => s.claim);
  return (
    <section class="over" aria-label="Report">
      <div class="side__bar">
        <Button kind="quiet" small icon="back" onClick={() => go({ report: null })}>Close report</Button>
        <kbd aria-hidden="true">Esc</kbd>
      </div>
      <div class="over__body">
        <Report key={id} id={id} claim={claim} />
      </div>
    </section>
  );
}

export function App() {
  const session = useApi<Answers["session"]>(address.session);
  const [help, setHelp] = useState(false);
  useFresh(session.data);
  const view = useUrl((s) => s.view);
  const tab = useUrl((s) => s.tab);
  const report = useUrl((s) => s.report);
  const incident = useUrl((s) => s.incident);
  useKeys([
    { key: "?", what: "Show the keys", group: "Everywhere", run: () => setHelp(true) },
    {
      key: "Escape", what: "Close what is open", group: "Everywhere",
      run: () => (report ? go({ report: null }) : incident ? go({ incident: null }) : false),
    },
    { key: "1", what: "Incidents", group: "Views", run: () => go({ view: "incidents", report: null }) },
    { key: "2", what: "Series", group: "Views", run: () => go({ view: "series", report: null }) },
    { key: "3", what: "Review", group: "Views", run: () => go({ view: "review", report: null }) },
  ]);
  return (
    <div
      class="app"
      data-view={view}
      data-tab={tab}
      data-side={view === "incidents" || incident ? "open" : "closed"}
      data-incident={incident ? "open" : "closed"}
      data-report={report ? "open" : "closed"}
    >
      {view === "incidents" && !incident && <a class="skip" href="#results">Skip to the incidents</a>}
      <Header session={session.data} onHelp={() => setHelp(true)} />
      {session.error && !session.data ? (
        <main class="main main--single"><Failure error={session.error} retry={session.retry} /></main>
      ) : (
        <>
          <Main />
          <Side />
          {report && <OpenReport id={report} />}
          <Tabs />
        </>
      )}
      {help && <Help onClose={() => setHelp(false)} />}
    </div>
  );
}
