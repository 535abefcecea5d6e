// Do no harm: what readers do not get to see, and what the page never does.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { act, ask, evidenceOf, incidentAt } from "./support/api.mjs";
import { withPage } from "./support/browser.mjs";
import { openIncident, title, until } from "./support/page.mjs";
import { attest, startServer } from "./support/server.mjs";

const NAME = "Salima Okonjo";  // invented
const REPORT = {
  id: "named", published: "2023-08-04", outlet: "Gulf of Aden Review",
  text: `Gunmen killed ${NAME}, a 34-year-old nurse, and two other civilians in the Somali town of Kismayo on Thursday, `
    + `a doctor said.\n\n${NAME} had worked at the hospital for six years.\n`,
};

let server;
let token;
before(async () => {
  server = await startServer({
    prepare(ledger, folder) {
      writeFileSync(`${folder}/named.jsonl`, `${JSON.stringify(REPORT)}\n`);
      attest("read", `${folder}/named.jsonl`, "--into", ledger, "--quiet");
    },
  });
  token = server.token("ada");
});
after(() => server?.stop());

async function named(who) {
  const page = await ask(server, "/api/collections/incidents/items?f=json&limit=200&place=Kismayo", who);
  return page.features.find((one) => one.properties.from === "2023-08-03");
}

test("a reader sees no private person's name", () => withPage({ url: server.url }, async (page) => {
  const { id } = await named();
  await openIncident(page, id);
  const record = await page.locator("article.record").innerText();
  assert.ok(record.includes("two other civilians"), "the words are there");
  assert.ok(!(await page.content()).includes("Okonjo"), "the name is not");
  const { claims } = await evidenceOf(server, id);
  await page.goto(`/?incident=${id}&report=${claims[0].report.id}`);
  await until("the report", async () => (await page.getByRole("region", { name: "Report" }).innerText()).includes("six years"));
  assert.ok(!(await page.content()).includes("Okonjo"), "nor in the report");
}));

test("a sensitive incident shows readers no place, no words, no reports", async () => {
  const { id, properties } = await incidentAt(server, "Loikaw", token);
  await act(server, token, { act: "sensitive", incident: id, value: true, reason: "Staff of the clinic could be found" });
  await withPage({ url: server.url }, async (page) => {
    await openIncident(page, id);
    const record = await page.locator("article.record").innerText();
    assert.ok(!record.includes("clinic in Loikaw"), "no words");
    assert.doesNotMatch(await title(page).innerText(), /Loikaw/);
    assert.equal(await page.locator("[data-claim]").count(), 0);
    assert.match(record, /sensitive/i);
  });
  await withPage({ url: server.url, token }, async (page) => {
    await openIncident(page, id);
    assert.ok((await page.locator("[data-claim]").count()) > 0, "a reviewer sees them");
    assert.ok(properties.title.startsWith(`${await title(page).innerText()}, `), "and its place");
  });
});
