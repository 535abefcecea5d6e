// Reading what an incident rests on: every claim with its words, and the words where they stand in the report.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, evidenceOf, incidentAt, killed } from "./support/api.mjs";
import { withPage } from "./support/browser.mjs";
import { claimOf, figureRow, openIncident, until } from "./support/page.mjs";
import { startServer } from "./support/server.mjs";

let server;
before(async () => { server = await startServer(); });
after(() => server?.stop());

test("each claim quotes its report", () => withPage({ url: server.url }, async (page) => {
  const { id } = await incidentAt(server, "Kosti");
  const evidence = await evidenceOf(server, id);
  await openIncident(page, id);
  assert.equal(await page.locator("[data-claim]").count(), evidence.claims.length);
  for (const claim of evidence.claims.slice(0, 5)) {
    const shown = await claimOf(page, claim.key).textContent();
    assert.ok(shown.replace(/\s+/g, " ").includes(claim.sentence.text.replace(/\s+/g, " ").slice(0, 40)), claim.key);
  }
  const { low, high } = killed(evidence);
  const row = await figureRow(page, "Killed").first().innerText();
  for (const bound of [low, high]) assert.ok(row.includes(String(bound)), `${row} has ${bound}`);
}));

test("a claim's words are marked in the report", () => withPage({ url: server.url }, async (page) => {
  const { id } = await incidentAt(server, "Kosti");
  const { claims } = await evidenceOf(server, id);
  const claim = claims.find((one) => one.kind === "killed" && one.count);
  await openIncident(page, id);
  await claimOf(page, claim.key).getByRole("link", { name: /report/i }).first().click();
  const report = page.getByRole("region", { name: "Report" });
  await until("the report", async () => (await report.innerText()).includes(claim.sentence.text.slice(0, 30)));
  const { text } = await ask(server, `/api/reports/${claim.report.id}/text`);
  assert.equal([...text].slice(claim.sentence.start, claim.sentence.end).join(""), claim.sentence.text);
  await until("marked words", async () => (await report.locator("mark").allInnerTexts()).some((mark) => claim.count.text.text.includes(mark) || mark.includes(claim.count.text.text)));
  assert.match(page.url(), new RegExp(`report=${claim.report.id.slice(0, 8)}`));
  await page.keyboard.press("Escape");
  await until("the report to close", async () => !page.url().includes("report="));
}));

test("series are shown apart from incidents", () => withPage({ url: server.url }, async (page) => {
  const { total } = await ask(server, "/api/series");
  assert.ok(total > 0);
  await page.goto("/?view=series");
  await until("a series", async () => (await page.locator("main").innerText()).length > 200);
}));
