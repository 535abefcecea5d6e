// Makes the pictures of the page in docs/images from the demo's ledger: scripts/screenshots.
import { mkdirSync, statSync } from "node:fs";
import { act, evidenceOf, incidentAt } from "./support/api.mjs";
import { closeBrowser, withPage } from "./support/browser.mjs";
import { lacking, root } from "./support/found.mjs";
import { claimOf, unfold, until } from "./support/page.mjs";
import { startServer } from "./support/server.mjs";

const missing = lacking();
if (missing) {
  console.error(`screenshots: ${missing}`);
  process.exit(1);
}
const folder = `${root}docs/images`;
mkdirSync(folder, { recursive: true });

const server = await startServer();
const ada = server.token("Ada, desk");
const { id } = await incidentAt(server, "Kosti");
const { claims } = await evidenceOf(server, id, ada);
const killed = claims.find((one) => one.kind === "killed" && one.count?.min === 24);
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };

/** What the queue of the picture has behind it: a morning's work. */
async function decideSome() {
  for (const [place, decision, reason] of [["Nikopol", "accept", ""], ["Marib", "accept", ""], ["Djibo", "accept", ""],
    ["Pemba", "reject", "Told of another town"]]) {
    const found = await incidentAt(server, place, ada);
    await act(server, ada, { act: decision, incident: found.id, reason });
  }
}

async function quiet(page, shown) {
  await page.locator(shown).first().waitFor();
  await until("nothing is loading", async () => (await page.locator(".skeleton, .spinner").count()) === 0);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
}

async function correcting(page) {
  await unfold(page);
  await claimOf(page, killed.key).getByRole("button", { name: /^Correct/ }).click();
  const form = page.getByRole("form", { name: /Correct claim/ });
  await form.getByLabel("At least").fill("27");
  await form.getByLabel("At most").fill("27");
  await form.locator("input[name=reason]").fill("The doctors' second list has three more names");
  await form.scrollIntoViewIfNeeded();
}

/** The subject that most figures are told of: the one with the longest line. */
async function openSeries(page) {
  const lengths = await page.locator(".subjects__item").evaluateAll((items) => items.map((item) => item.querySelectorAll("circle").length));
  await page.locator(".subjects__item").nth(lengths.indexOf(Math.max(...lengths))).click();
  await page.locator(".subject").waitFor();
}

await decideSome();
const PICTURES = [
  { name: "map", address: "/", shown: "canvas.maplibregl-canvas" },
  { name: "map-dark", address: "/", shown: "canvas.maplibregl-canvas", dark: true },
  { name: "map-narrow", address: "/", shown: "canvas.maplibregl-canvas", ...NARROW },
  { name: "incident", address: `/?incident=${id}`, shown: "#record-title" },
  { name: "incident-dark", address: `/?incident=${id}`, shown: "#record-title", dark: true },
  { name: "incident-narrow", address: `/?incident=${id}`, shown: "#record-title", ...NARROW },
  { name: "report", address: `/?incident=${id}&report=${killed.report.id}&claim=${killed.id}`, shown: "[aria-label=Report] mark" },
  { name: "series", address: "/?view=series", shown: "main h2, main h3", then: openSeries },
  { name: "review", address: `/?view=review&incident=${id}`, shown: ".review-actions", token: ada, then: correcting },
  { name: "review-dark", address: `/?view=review&incident=${id}`, shown: ".review-actions", token: ada, then: correcting, dark: true },
];
for (const { name, address, shown, then, ...options } of PICTURES)
  await withPage({ url: server.url, ...WIDE, ...options }, async (page) => {
    await page.goto(address);
    await quiet(page, shown);
    await then?.(page);
    const path = `${folder}/${name}.png`;
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    console.log(`${path.slice(root.length)}  ${Math.round(statSync(path).size / 1024)} kB`);
  });
await closeBrowser();
await server.stop();
