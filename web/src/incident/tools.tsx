// Taking an incident along: its link, and files.

import { useState } from "preact/hooks";
import { address, download } from "../api/client";
import type { IncidentProperties } from "../api/types";
import { Button } from "../ui/parts";

export function Tools({ incident }: { incident: IncidentProperties }) {
  const [said, setSaid] = useState("");
  const attempt = (work: Promise<unknown>, done: string) =>
    void work.then(() => setSaid(done), (error: Error) => setSaid(`That did not work: ${error.message}`));
  const item = `/api/collections/incidents/items/${incident.id}`;
  return (
    <div class="record__tools">
      <Button small icon="link" onClick={() => attempt(navigator.clipboard.writeText(location.href), "Link copied.")}>Copy link</Button>
      <Button small icon="export" onClick={() => attempt(download(address.evidence(incident.id), `incident-${incident.id}.json`), "Saved.")}>JSON</Button>
      <Button small icon="export" onClick={() => attempt(download(`${item}?f=csv`, `incident-${incident.id}.csv`), "Saved.")}>CSV</Button>
      <Button small icon="print" onClick={() => print()}>Print</Button>
      <span class="record__said" role="status">{said}</span>
    </div>
  );
}
