// Totals and states over time, which are never added to incidents.

import { Empty } from "../ui/parts";

export function SeriesView() {
  return <Empty title="No series yet" />;
}
