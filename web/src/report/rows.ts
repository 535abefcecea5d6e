// A report as rows: a block of its text with the claims that begin in it, so that a claim stands beside its words.

import type { ReportText } from "../api/types";
import { CodePoints } from "../marks/code_points";

export type ReportClaim = ReportText["claims"][number];

export interface Row {
  kind: string;
  start: number;
  end: number;
  claims: ReportClaim[];
}

const beginOf = (claim: ReportClaim) => claim.trigger.start;

/** Claims in the order in which a reader meets them. */
export function inTextOrder(claims: ReportClaim[]): ReportClaim[] {
  return [...claims].sort((a, b) => beginOf(a) - beginOf(b) || a.sentence.start - b.sentence.start);
}

/** Text between blocks is a row of its own, so that no word of the report is lost; white space alone is not. */
export function rowsOf({ blocks, claims, text }: Pick<ReportText, "blocks" | "claims" | "text">): Row[] {
  const points = new CodePoints(text);
  const rows: Row[] = [];
  const add = (kind: string, start: number, end: number) => {
    if (start < end && points.slice(start, end).trim()) rows.push({ kind, start, end, claims: [] });
  };
  let reached = 0;
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    add("paragraph", reached, block.start);
    add(block.kind, Math.max(block.start, reached), block.end);
    reached = Math.max(reached, block.end);
  }
  add("paragraph", reached, points.length);
  for (const claim of inTextOrder(claims)) {
    const home = [...rows].reverse().find(({ start }) => start <= beginOf(claim)) ?? rows[0];
    home?.claims.push(claim);
  }
  return rows;
}

/** The claim after or before another, from none to the first or last; the ends stay where they are. */
export function neighbour(order: ReportClaim[], of: string | null, by: 1 | -1): string | null {
  if (order.length === 0) return null;
  const at = order.findIndex(({ id }) => id === of);
  if (at < 0) return order[by > 0 ? 0 : order.length - 1].id;
  return order[Math.min(order.length - 1, Math.max(0, at + by))].id;
}
