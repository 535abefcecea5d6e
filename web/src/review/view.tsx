// The reviewer's day: what waits, what is in conflict, what was decided.

import { Empty } from "../ui/parts";

export function ReviewView() {
  return <Empty title="Nothing to review yet" />;
}
