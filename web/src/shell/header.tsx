// The top of the page: what this is, the search, the three views, who is signed in, light and dark.

import { useEffect, useRef } from "preact/hooks";
import type { Answers } from "../api/client";
import { Account } from "../review/account";
import { filter, go, href, useUrl } from "../state/store";
import { parseUrl, type View } from "../state/url";
import { formatNumber } from "../ui/format";
import { Button, Icon } from "../ui/parts";
import { useKeys } from "./keys";
import { setTheme, useTheme, type Theme } from "./theme";

const VIEWS: { view: View; name: string }[] = [
  { view: "incidents", name: "Incidents" },
  { view: "series", name: "Series" },
  { view: "review", name: "Review" },
];

function Search() {
  const q = useUrl((s) => s.filters.q ?? "");
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useKeys([{ key: "/", what: "Search", group: "Everywhere", run: () => input.current?.focus() }]);
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = q;
  }, [q]);
  const search = () => filter({ q: input.current?.value.trim() || undefined });
  return (
    <form class="search" role="search" onSubmit={(event) => { event.preventDefault(); clearTimeout(timer.current); search(); }}>
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label="Search places, sides and the words of reports"
        placeholder="Search places, sides, words of reports"
        defaultValue={q}
        onInput={() => { clearTimeout(timer.current); timer.current = window.setTimeout(search, 350); }}
        onKeyDown={(event) => event.key === "Escape" && input.current?.blur()}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

function Views() {
  const view = useUrl((s) => s.view);
  useUrl((s) => s.filters); // the links hold the filters
  return (
    <nav class="views" aria-label="Views">
      {VIEWS.map(({ view: target, name }) => (
        <a
          key={target}
          href={href({ view: target, report: null, claim: null })}
          aria-current={view === target ? "page" : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            go({ view: target, report: null });
          }}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

const NEXT: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };
const THEMES: Record<Theme, string> = { auto: "Colours of the system", light: "Light colours", dark: "Dark colours" };

function ThemeSwitch() {
  const { theme } = useTheme();
  return (
    <Button
      kind="quiet"
      icon={theme === "light" ? "sun" : theme === "dark" ? "moon" : "auto"}
      aria-label={`${THEMES[theme]}. Switch to: ${THEMES[NEXT[theme]].toLowerCase()}`}
      title={THEMES[theme]}
      onClick={() => setTheme(NEXT[theme])}
    />
  );
}

/** The page as it opens: no filters, nothing selected. */
function home(event: MouseEvent): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(parseUrl(""));
}

export function Header({ session, onHelp }: { session: Answers["session"] | null; onHelp: () => void }) {
  return (
    <header class="header">
      <h1 class="brand">
        <a href={location.pathname} title="Start again" onClick={home}>attest</a>
      </h1>
      <Views />
      <Search />
      {session && (
        <p class="counts" title={session.ledger}>
          <span><b>{formatNumber(session.counts.incidents)}</b> incidents</span>
          <span><b>{formatNumber(session.counts.claims)}</b> claims</span>
          <span><b>{formatNumber(session.counts.reports)}</b> reports</span>
        </p>
      )}
      <div class="header__tools">
        <Account session={session} />
        <ThemeSwitch />
        <Button kind="quiet" icon="help" aria-label="Keys and help" title="Keys and help (?)" onClick={onHelp} />
      </div>
    </header>
  );
}
