// The page as it was saved, in a frame that runs nothing and asks nobody; other kinds of files as a download.

import { useEffect, useState } from "preact/hooks";
import { address, authorization, download } from "../api/client";
import type { ReportText } from "../api/types";
import { formatNumber } from "../ui/format";
import { Button, Skeleton } from "../ui/parts";

/** The saved text; a frame's own request could not carry the reviewer's token. */
function useOriginal(id: string, wanted: boolean): { text: string | null; failed: string | null } {
  const [state, setState] = useState<{ text: string | null; failed: string | null }>({ text: null, failed: null });
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    fetch(address.original(id), { headers: authorization(), signal: abort.signal })
      .then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.statusText))))
      .then(
        (text) => setState({ text, failed: null }),
        (error: Error) => error.name !== "AbortError" && setState({ text: null, failed: error.message }),
      );
    return () => abort.abort();
  }, [id, wanted]);
  return state;
}

function Frame({ report, html }: { report: ReportText; html: boolean }) {
  const { text, failed } = useOriginal(report.id, true);
  if (failed) return <p class="none" role="alert">The saved page could not be loaded: {failed}</p>;
  if (text === null) return <Skeleton lines={8} />;
  if (html) return <iframe class="saved__frame" sandbox="" title="The saved page" srcdoc={text} />;
  return <pre class="saved__plain" tabIndex={0}>{text}</pre>;
}

export function SavedPage({ report }: { report: ReportText }) {
  const { allowed, bytes, type } = report.original;
  const html = /html/.test(type);
  const shown = html || type.startsWith("text/");
  return (
    <aside class="saved" aria-label="The saved page">
      <p class="saved__what">
        As it was saved: {type}, {formatNumber(bytes)} bytes
        {allowed && (
          <Button small icon="export" onClick={() => void download(address.original(report.id), report.name.split("/").pop() ?? report.id)}>Save</Button>
        )}
      </p>
      {!allowed && <p class="notice">The saved page holds names that are masked in the text, so only reviewers may open it. Sign in to see it; that is logged.</p>}
      {allowed && !shown && <p class="notice">This kind of file is not shown here. Save it to open it.</p>}
      {allowed && shown && <Frame report={report} html={html} />}
    </aside>
  );
}
