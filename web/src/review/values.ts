// Values of fields as a reviewer writes and reads them: from a claim, from a form, and back into words.

import type { Claim } from "../api/types";
import { formatNumber, formatSpan } from "../ui/format";
import { label } from "../ui/labels";
import { PRECISIONS } from "./vocabulary";

export interface CountValue {
  min: number | null;
  max: number | null;
}

export interface PlaceValue {
  name: string;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  precision: number | null;
}

export interface TimeValue {
  from: string;
  to: string;
}

export type Value = CountValue | PlaceValue | TimeValue | string | null;

/** What the claim holds now in a field, in the form in which a correction is sent. */
export function valueOf(claim: Claim, field: string): Value {
  switch (field) {
    case "count":
      return claim.count && { min: claim.count.min, max: claim.count.max };
    case "victims.status":
      return claim.victims?.status ?? null;
    case "victims.group":
      return claim.victims?.group ?? null;
    case "actor":
      return claim.actor?.name ?? null;
    case "opponent":
      return claim.opponent?.name ?? null;
    case "place":
      return claim.place && {
        name: claim.place.name,
        country: claim.place.country,
        latitude: claim.place.latitude ?? null,
        longitude: claim.place.longitude ?? null,
        precision: claim.place.precision ?? null,
      };
    case "time":
      return claim.time?.from && claim.time.to ? { from: claim.time.from, to: claim.time.to } : null;
    default:
      return (claim as unknown as Record<string, string | null>)[field] ?? null;
  }
}

/** The claim with another value in a field: what the page shows until the server has answered. */
export function withValue<C extends Claim>(claim: C, field: string, value: Value): C {
  const words = { text: { text: "", start: 0, end: 0 } };
  const changed: C = { ...claim };
  const part = field.split(".")[1] as "status" | "group" | undefined;
  if (part)
    changed.victims = { ...(claim.victims ?? { ...words, status: "unknown", group: "any" }), [part]: value ?? "" };
  else if (field === "count")
    changed.count = value === null ? null : { ...(claim.count ?? { ...words, unit: "persons" }), ...(value as CountValue) };
  else if (field === "place")
    changed.place = value === null ? null : { ...(claim.place ?? words), ...(value as PlaceValue) };
  else if (field === "time")
    changed.time = value === null ? null
      : { ...(claim.time ?? { text: null, value: null, precision: null }), ...(value as TimeValue) };
  else if (field === "actor" || field === "opponent")
    changed[field] = value ? { ...(claim[field] ?? words), name: value as string } : null;
  else Object.assign(changed, { [field]: value });
  return changed;
}

function count({ min, max }: CountValue): string {
  if (min === null && max === null) return "no bounds";
  if (min === max) return formatNumber(min as number);
  if (max === null) return `${formatNumber(min as number)} or more`;
  if (min === null) return `${formatNumber(max)} or fewer`;
  return `${formatNumber(min)}–${formatNumber(max)}`;
}

/** A value in words, whatever the field: for histories and conflicts. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "string") return label(value);
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  const some = value as Partial<CountValue & PlaceValue & TimeValue>;
  if ("min" in some || "max" in some) return count({ min: some.min ?? null, max: some.max ?? null });
  if ("from" in some || "to" in some) return formatSpan(some.from ?? null, some.to ?? null);
  if ("name" in some) {
    const land = some.country ? `${some.name}, ${some.country}` : `${some.name}`;
    return some.precision ? `${land} (${PRECISIONS[some.precision - 1]})` : land;
  }
  return JSON.stringify(value);
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A whole number, null for an empty field; undefined where it is neither. */
export function wholeNumber(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u2009\u202f,]/g, "");
  if (plain === "") return null;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

/** "13.17, 32.66" as latitude and longitude. */
export function coordinates(text: string): [number, number] | null {
  const found = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  if (!found) return null;
  const [latitude, longitude] = [Number(found[1]), Number(found[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [latitude, longitude] : null;
}

/** Why a value cannot be sent; null if it can. */
export function objection(field: string, value: Value): string | null {
  if (field === "count" && value) {
    const { min, max } = value as CountValue;
    if (min !== null && max !== null && min > max) return "At least is more than at most.";
  }
  if (field === "time" && value) {
    const { from, to } = value as TimeValue;
    if (!from || !to) return "Both days are needed; they may be the same.";
    if (from > to) return "The first day is after the last.";
  }
  if (field === "place" && value) {
    const { name, country } = value as PlaceValue;
    if (!name.trim()) return "A place needs a name.";
    if (country && !/^[A-Z]{2}$/.test(country)) return "A country is two letters, as SD.";
  }
  return null;
}
