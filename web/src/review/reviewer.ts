// Who looks at the page, and whether they may decide.

import { address, type Answers } from "../api/client";
import { useApi } from "../api/use";

export function useReviewer(): { me: string; mayReview: boolean; known: boolean } {
  const { data } = useApi<Answers["session"]>(address.session);
  return { me: data?.name ?? "", mayReview: !!data && data.role !== "read", known: data !== null };
}
