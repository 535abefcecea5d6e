// A reviewer's work without a mouse: through the queue, deciding, correcting, taking back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, evidenceOf } from "./support/api.mjs";
import { withPage } from "./support/browser.mjs";
import { title, until } from "./support/page.mjs";
import { startServer } from "./support/server.mjs";

let server;
let token;
before(async () => {
  server = await startServer();
  token = server.token("ada");
});
after(() => server?.stop());

const current = (page) => new URL(page.url()).searchParams.get("incident");
const stateOf = async (id) => (await evidenceOf(server, id, token)).incident.review.state;

test("a day's work by keyboard alone", () => withPage({ url: server.url, token }, async (page) => {
  const { total } = await ask(server, "/api/incidents/summary", token);
  const open = await ask(server, "/api/collections/incidents/items?f=json&review=open&sortby=-killed&limit=100", token);
  const order = open.features.map((one) => one.id);
  const press = (...keys) => keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const type = (words) => page.keyboard.type(words);
  const at = async (id) => {
    await until(`incident ${id}`, async () => current(page) === id);
    await until("its record", async () => (await page.locator(".review-actions").count()) === 1 && (await title(page).count()) === 1);
  };
  const form = (name) => page.getByRole("form", { name }).waitFor();
  const noForm = () => until("the form to close", async () => (await page.locator(".review-form").count()) === 0);

  await page.goto("/?view=review");
  await until("the queue", async () => (await page.locator(".queue-item").count()) > 5);
  assert.match(await page.locator(".queue-progress").innerText(), new RegExp(`0 of ${total}`));

  await press("j");
  await at(order[0]);
  await press("j");
  await at(order[1]);
  await press("k");
  await at(order[0]);

  await press("a");  // accepts, and goes on
  await at(order[1]);
  await until("it is kept", async () => (await stateOf(order[0])) === "accepted");

  await press("r");
  await form(/Reject/);
  await press("Enter");  // a reason is needed
  await page.getByRole("alert").waitFor();
  await type("It is of the year before");
  await press("Enter");
  await at(order[2]);
  await until("it is kept", async () => (await stateOf(order[1])) === "rejected");
  await until("progress", async () => /^2 of/m.test(await page.locator(".queue-progress").innerText()));

  await press("n");
  await form(/note/);
  await type("Ask the desk in Nairobi");
  await press("Enter");
  await noForm();
  await until("the note", async () => (await page.locator("article.record").innerText()).includes("Ask the desk in Nairobi"));

  await press("J", "e");  // the first claim: another certainty
  await form(/Correct claim/);
  await type("Certainty");
  await press("Tab");
  await type("Denied");
  await press("Tab");
  await type("The voice is not named");
  await press("Enter");
  await noForm();
  await until("the correction", async () => (await evidenceOf(server, order[2], token)).claims.some((claim) => claim.corrections.some((one) => one.after === "denied")));

  await press("u");
  await form(/Take back/);
  await type("It is named further up");
  await press("Enter");
  await noForm();
  await until("the correction gone", async () => !(await evidenceOf(server, order[2], token)).claims.some((claim) => claim.corrections.length));

  await press("m");
  await form(/Merge/);
  await press("Escape");
  await noForm();
  await press("s");
  await form(/Split/);
  await press("Escape");
  await noForm();

  await press("G");
  await until("the last", async () => (await page.locator(".queue-item:last-child a[aria-current]").count()) === 1);
  await press("g");
  await at(order[0]);
  await press("?");
  const help = page.getByRole("dialog");
  await help.waitFor();
  for (const words of ["next incident", "accept", "correct a field", "take back the last act"])
    assert.ok((await help.innerText()).includes(words), words);
}));
