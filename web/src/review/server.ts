// What the review asks of the server besides what every panel asks.

import { address, ApiError, get, post, type Answers } from "../api/client";
import type { Evidence, FeaturePage, IncidentProperties, Problem } from "../api/types";
import type { Box, Filters } from "../state/url";
import type { Draft } from "./acts";

export type Done = Answers["act"];
export type Found = FeaturePage<IncidentProperties>["features"][number];

export const postAct = (draft: Draft) => post<Done>(address.act, draft);
export const undoAct = (seq: number, reason: string) => post<Done>(address.undo(seq), { reason });

function shifted(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** Where and when an incident may be told a second time: about fifty kilometres and a week around it. */
export function vicinity({ latitude, longitude, place, from, to }: Evidence["incident"]): Filters | null {
  const filters: Filters = {};
  if (latitude !== null && longitude !== null) {
    const box = [longitude - 0.5, latitude - 0.5, longitude + 0.5, latitude + 0.5];
    filters.bbox = box.map((side, i) => Math.min(i % 2 ? 90 : 180, Math.max(i % 2 ? -90 : -180, side))) as Box;
  } else if (place) filters.place = place;
  if (from && to) filters.datetime = { from: shifted(from, -7), to: shifted(to, 7) };
  return filters.bbox || filters.place || filters.datetime ? filters : null;
}

export async function neighbours(incident: Evidence["incident"]): Promise<Found[]> {
  const filters = vicinity(incident);
  if (!filters) return [];
  const page = await get<Answers["incidents"]>(address.incidents(filters, "-killed", 20, 0));
  return page.features.filter((feature) => feature.id !== incident.id);
}

/** Why a token is not taken; null if it is. Asked before the page begins to use it. */
export async function objectionTo(token: string): Promise<string | null> {
  try {
    const response = await fetch(address.session, { headers: { Authorization: `Bearer ${token}` } });
    if (response.ok) return null;
    const problem = (await response.json()) as Problem;
    return new ApiError(problem).message;
  } catch {
    return "The server does not answer.";
  }
}
