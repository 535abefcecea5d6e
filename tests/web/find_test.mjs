// Finding an incident: by words, on the map, by a filter; what was found stays in the address and can be taken along.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { ask, incidentAt } from "./support/api.mjs";
import { withPage } from "./support/browser.mjs";
import { title, until } from "./support/page.mjs";
import { startServer } from "./support/server.mjs";

const rowsOf = (page) => page.getByRole("listbox", { name: "Incidents found" }).getByRole("option");

let server;
before(async () => { server = await startServer(); });
after(() => server?.stop());

test("an incident is found by words and opened", () => withPage({ url: server.url }, async (page) => {
  await page.goto("/");
  await rowsOf(page).first().waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("Beledweyne");
  const found = rowsOf(page).filter({ hasText: "Beledweyne" }).first();
  await found.click();
  await until("the incident", async () => /Beledweyne/.test(await title(page).innerText()));
  assert.match(page.url(), /q=Beledweyne/);
  assert.match(page.url(), /incident=[0-9a-z]{8}/);
  await page.keyboard.press("Escape");
  await until("the list again", async () => !page.url().includes("incident="));
}));

test("an incident is found on the map", () => withPage({ url: server.url }, async (page) => {
  const kosti = await incidentAt(server, "Kosti");
  const [lon, lat] = kosti.geometry.coordinates;
  await page.goto(`/?map=9.00,${lat.toFixed(4)},${lon.toFixed(4)}`);
  const canvas = page.locator("canvas.maplibregl-canvas");
  const box = await canvas.boundingBox();
  // The map answers a click as soon as its tiles are there; until then nothing is below the pointer.
  await until("the incident under the pointer", async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await title(page).waitFor({ timeout: 500 });
    return true;
  });
  assert.match(await title(page).innerText(), /Kosti/);
}));

test("the address holds the state, and restores it", () => withPage({ url: server.url }, async (page) => {
  const address = "/?tab=list&kind=killed&country=SD&sort=-killed";
  const expected = await ask(server, "/api/incidents/summary?kind=killed&country=SD");
  await page.goto(address);
  const rows = rowsOf(page);
  const first = () => rows.first().getAttribute("aria-label");
  await until("the list", async () => (await first()) !== "Loading");
  const label = await first();
  await until("the number found", async () => (await page.locator(".found__total").innerText()).startsWith(`${expected.total} `));
  await rows.first().click();
  await title(page).waitFor();
  const opened = await title(page).innerText();
  await page.reload();
  await until("the same incident", async () => (await title(page).innerText()) === opened);
  await page.goBack();
  await until("the list as before", async () => (await first()) === label);
}));

test("what was found is exported", () => withPage({ url: server.url }, async (page) => {
  const { total } = await ask(server, "/api/incidents/summary?country=SD");
  await page.goto("/?country=SD");
  const [file] = await Promise.all([page.waitForEvent("download"), exportCsv(page)]);
  const rows = readFileSync(await file.path(), "utf8").trim().split(/\r?\n/);
  assert.equal(rows.length, total + 1);
  assert.match(rows[0], /^incident,from,to,/);
}));

async function exportCsv(page) {
  await page.locator("summary", { hasText: "Export" }).click();
  await page.getByRole("button", { name: /CSV/ }).click();
}
