// Every view, light, dark and narrow: nothing that keeps people with other means out, nothing that overflows.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { evidenceOf, incidentAt } from "./support/api.mjs";
import { expectAccessible, withPage } from "./support/browser.mjs";
import { until } from "./support/page.mjs";
import { startServer } from "./support/server.mjs";

let server;
let token;
let views;
before(async () => {
  server = await startServer();
  token = server.token("ada");
  const { id } = await incidentAt(server, "Kosti", token);
  const { claims } = await evidenceOf(server, id, token);
  views = {
    map: { address: "/", shown: "canvas.maplibregl-canvas" },
    list: { address: "/?tab=list", shown: "[role=option]" },
    incident: { address: `/?incident=${id}`, shown: "#record-title" },
    report: { address: `/?incident=${id}&report=${claims[0].report.id}&claim=${claims[0].id}`, shown: "[aria-label=Report] mark" },
    series: { address: "/?view=series", shown: "main h2, main h3, main a" },
    review: { address: `/?view=review&incident=${id}`, shown: ".review-actions" },
  };
});
after(() => server?.stop());

async function visit(page, { address, shown }) {
  await page.goto(address);
  await page.locator(shown).first().waitFor();
  await until("nothing is loading", async () => (await page.locator(".skeleton, .spinner, .found--loading").count()) === 0, { patience: 60_000 });
}

for (const dark of [false, true])
  test(`every view is accessible in the ${dark ? "dark" : "light"}`, () => withPage({ url: server.url, token, dark }, async (page) => {
    for (const name of Object.keys(views)) {
      await visit(page, views[name]);
      await expectAccessible(page, name);
    }
  }));

test("a form of the review is accessible", () => withPage({ url: server.url, token }, async (page) => {
  await visit(page, views.review);
  await page.keyboard.press("e");
  await page.locator(".review-form").waitFor();
  await expectAccessible(page, "correcting");
  await page.keyboard.press("Escape");
  await page.keyboard.press("m");
  await page.locator(".review-form").waitFor();
  await expectAccessible(page, "merging");
}));

test("narrow screens scroll one way only", () => withPage({ url: server.url, token, width: 390, height: 844 }, async (page) => {
  for (const name of Object.keys(views)) {
    await visit(page, views[name]);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `${name} is ${content} wide on a screen of ${window}`);
    await expectAccessible(page, `${name}, narrow`);
  }
}));
