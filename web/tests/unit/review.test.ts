// The review: values that a reviewer writes, what the page foresees, and what it takes back when the server refuses.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Act, Evidence, EvidenceClaim } from "../../src/api/types";
import { foreseen, lastUndoable, mayBeUndone, told, type Draft } from "../../src/review/acts";
import { outbox, send, takeBack, withSent } from "../../src/review/outbox";
import { coordinates, inWords, objection, valueOf, wholeNumber, withValue } from "../../src/review/values";
import { CHOICES, FIELDS } from "../../src/review/vocabulary";
import schema from "../../../docs/claim.schema.json";

const words = (text: string) => ({ text, start: 0, end: text.length });

function claim(id: string, min: number | null, max: number | null): EvidenceClaim {
  return {
    id, key: `doc/${id}`, kind: "killed", certainty: "asserted", scope: "incident",
    sentence: words("Shells killed nine people."), trigger: words("killed"),
    count: { text: words("nine"), min, max, unit: "persons" }, victims: null, actor: null, opponent: null,
    means: "artillery", object: null, place: null, time: null, source: null, via: [], unverified: false, subset_of: null,
    derived: {}, rule: "kill", report: { id: "doc", name: "a.html", title: null, outlet: null, agency: null, published: null, url: null },
    role: "recommended", reason: "first", origin: 1, corrections: [], excluded: false,
  };
}

function evidence(): Evidence {
  const review = { state: "open" as const, sensitive: false, edited: false, conflicts: 0 };
  const incident = { id: "aaaaaaaa", review } as unknown as Evidence["incident"];
  return { incident, claims: [claim("c1", 9, null), claim("c2", 24, 24)], history: [], acts: [], masked: false };
}

const draft = (more: Partial<Draft>): Draft => ({ act: "accept", incident: "aaaaaaaa", reason: "", ...more });

function act(seq: number, more: Partial<Act> = {}): Act {
  return {
    seq, at: "2024-03-16T10:00:00Z", by: "ada", role: "review", act: "accept", incident: "aaaaaaaa", incidents: [], claims: [],
    field: null, before: null, after: null, reason: "", undoes: null, undone_by: null, conflict: null, hash: "", previous: "", ...more,
  };
}

function answers(...all: [status: number, body: unknown][]): { path: string; body: Record<string, unknown> }[] {
  const asked: { path: string; body: Record<string, unknown> }[] = [];
  globalThis.fetch = (async (path: string, init?: RequestInit) => {
    asked.push({ path, body: JSON.parse(String(init?.body ?? "null")) });
    const [status, body] = all.shift()!;
    return new Response(JSON.stringify(body), { status });
  }) as typeof fetch;
  return asked;
}

beforeEach(() => {
  globalThis.sessionStorage = { getItem: () => null } as unknown as Storage;
  outbox.set({ sent: [], trouble: null, said: "", gone: [] });
});

test("counts are whole numbers or open", () => {
  assert.equal(wholeNumber(""), null);
  assert.equal(wholeNumber("1 200"), 1200);
  assert.equal(wholeNumber("1,200"), 1200);
  for (const bad of ["-1", "1.5", "many", "1e9", "99999999999"]) assert.equal(wholeNumber(bad), undefined, bad);
  assert.match(objection("count", { min: 5, max: 4 }) ?? "", /more than/);
  assert.equal(objection("count", { min: 5, max: null }), null);
});

test("places and days are checked before they are sent", () => {
  assert.deepEqual(coordinates("13.17, 32.66"), [13.17, 32.66]);
  assert.deepEqual(coordinates("-4.5 -180"), [-4.5, -180]);
  for (const bad of ["95, 10", "10, 190", "north", "10"]) assert.equal(coordinates(bad), null, bad);
  assert.match(objection("time", { from: "2024-03-12", to: "2024-03-11" }) ?? "", /after/);
  assert.match(objection("place", { name: " ", country: null, latitude: null, longitude: null, precision: 1 }) ?? "", /name/);
  assert.match(objection("place", { name: "Kosti", country: "SUD", latitude: null, longitude: null, precision: 1 }) ?? "", /two letters/);
});

test("every field can be read, replaced and put into words", () => {
  for (const { name } of FIELDS) {
    const value = CHOICES[name]?.[0] ?? ({ count: { min: 3, max: null }, time: { from: "2024-03-11", to: "2024-03-12" },
      place: { name: "Kosti", country: "SD", latitude: 13.2, longitude: 32.7, precision: 2 } } as Record<string, never>)[name] ?? "RSF";
    const changed = withValue(claim("c1", 9, null), name, value);
    assert.deepEqual(valueOf(changed, name), value, name);
    assert.ok(inWords(value).length > 0);
  }
  assert.equal(inWords({ min: 27, max: null }), "27 or more");
  assert.equal(inWords(null), "nothing");
});

test("the choices are those of the schema", () => {
  const { properties } = schema as unknown as { properties: Record<string, { enum?: string[] }> };
  for (const field of ["kind", "certainty", "scope"])
    assert.deepEqual([...CHOICES[field]!].sort(), [...(properties[field]!.enum ?? [])].sort(), field);
});

test("what is on its way is shown at once", () => {
  const corrected = foreseen(evidence(), draft({ act: "correct", claims: ["doc/c1"], field: "count", value: { min: 27, max: 27 }, reason: "buried" }), "ada");
  assert.deepEqual(corrected.claims[0]!.count!.max, 27);
  assert.deepEqual(corrected.claims[0]!.corrections[0]!.before, { min: 9, max: null });
  assert.equal(corrected.claims[1]!.count!.min, 24);
  assert.equal(corrected.incident.review.edited, true);
  assert.equal(foreseen(evidence(), draft({ act: "exclude", claims: ["doc/c2"], reason: "a copy" }), "ada").claims[1]!.excluded, true);
  assert.equal(foreseen(evidence(), draft({}), "ada").incident.review.state, "accepted");
  assert.equal(told(corrected.acts[0]!), "corrected count of c1");
});

test("a refused act is taken back, and said", async () => {
  const asked = answers([409, { type: "about:blank", title: "Conflict", status: 409, detail: "changed by bo meanwhile" }]);
  const before = evidence();
  const sending = send(draft({ expects: 4 }), "ada");
  assert.equal(withSent(before, outbox.get()).incident.review.state, "accepted");
  assert.equal(await sending, null);
  assert.equal(asked[0]!.body["expects"], 4);
  assert.equal(withSent(before, outbox.get()).incident.review.state, "open");
  assert.equal(outbox.get().trouble?.problem.status, 409);
  assert.match(outbox.get().said, /changed by bo/);
});

test("acts on one incident follow each other and know of each other", async () => {
  const asked = answers([201, { act: act(7), incidents: ["aaaaaaaa"] }], [201, { act: act(8, { act: "note" }), incidents: ["aaaaaaaa"] }]);
  await Promise.all([send(draft({ expects: 2 }), "ada"), send(draft({ act: "note", reason: "seen", expects: 2 }), "ada")]);
  assert.deepEqual(asked.map(({ body }) => body["expects"]), [2, 7]);
  const stale = withSent(evidence(), outbox.get());
  assert.deepEqual(stale.acts.map((one) => one.seq), [7, 8]);
  assert.equal(lastUndoable(stale.acts)?.seq, 8);
  const fresh = { ...evidence(), acts: [act(7), act(8)] };
  assert.equal(withSent(fresh, outbox.get()).acts.length, 2);
});

test("what was merged away is known", async () => {
  answers([201, { act: act(9, { act: "merge" }), incidents: ["aaaaaaaa"] }]);
  await send(draft({ act: "merge", incidents: ["aaaaaaaa", "bbbbbbbb"], reason: "one event" }), "ada");
  assert.deepEqual(outbox.get().gone, ["bbbbbbbb"]);
});

test("undoing is a new act, once", async () => {
  const acts = [act(1), act(2, { undone_by: 3 }), act(3, { undoes: 2 }), act(4, { act: "unmasked-view" })];
  assert.equal(lastUndoable(acts)?.seq, 1);
  assert.equal(mayBeUndone(acts[1]!), false);
  assert.equal(lastUndoable([...acts, act(-1)]), undefined, "not the one before, while the last is on its way");
  const asked = answers([201, { act: act(5, { undoes: 1 }), incidents: ["aaaaaaaa"] }]);
  await takeBack(acts[0]!, "aaaaaaaa", "too early");
  assert.equal(asked[0]!.path, "/api/review/acts/1/undo");
  assert.deepEqual(asked[0]!.body, { reason: "too early" });
});
