// Deciding: correct a figure and take it back, merge, split, exclude; what others did meanwhile is not overrun.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { act, evidenceOf, incidentAt, incidentsAt, killed } from "./support/api.mjs";
import { withPage } from "./support/browser.mjs";
import { claimOf, giveReason, openIncident, signIn, unfold, until } from "./support/page.mjs";
import { startServer } from "./support/server.mjs";

let server;
let token;
before(async () => {
  server = await startServer();
  token = server.token("ada");
});
after(() => server?.stop());

test("signing in shows what a reviewer may do, signing out hides it", () => withPage({ url: server.url, allowed: [/401/] }, async (page) => {
  const { id } = await incidentAt(server, "Kosti");
  await openIncident(page, id);
  assert.equal(await page.getByRole("button", { name: /^Accept/ }).count(), 0);
  await signIn(page, "not-a-token-of-this-server");
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Token").fill(token);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Accept/ }).waitFor();
  await page.getByRole("button", { name: /Signed in as ada/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await until("no actions", async () => (await page.getByRole("button", { name: /^Accept/ }).count()) === 0);
}));

test("a corrected count changes the figure; taken back, it is as before", () => withPage({ url: server.url, token }, async (page) => {
  const { id } = await incidentAt(server, "Kosti");
  const before = await evidenceOf(server, id, token);
  const claim = before.claims.find((one) => one.kind === "killed" && one.count?.min === 27);
  await openIncident(page, id);
  await claimOf(page, claim.key).getByRole("button", { name: /^Correct/ }).click();
  const form = page.getByRole("form", { name: /Correct claim/ });
  await form.getByLabel("At least").fill("31");
  await form.getByLabel("At most").fill("31");
  await giveReason(page, "The committee gave 31 in its list");
  await until("the figure to change", async () => killed(await evidenceOf(server, id, token)).high === 31);
  await until("the page to show it", async () => (await page.locator("article.record").innerText()).includes("31"));
  const correction = claimOf(page, claim.key);
  await until("the correction with its reason", async () => /27[\s\S]*31[\s\S]*ada/.test(await correction.innerText()));

  await until("the form", async () => {  // what is on its way cannot be taken back
    await page.keyboard.press("u");
    return (await page.locator(".review-form").count()) > 0;
  });
  await giveReason(page, "The list was of another day");
  await until("the figure as before", async () => killed(await evidenceOf(server, id, token)).high === killed(before).high);
  const { acts } = await evidenceOf(server, id, token);
  assert.deepEqual(acts.map(({ act: name, reason }) => [name, reason]).at(0), ["correct", "The committee gave 31 in its list"]);
  assert.equal(acts.at(-1).undoes, acts[0].seq);
}));

test("two incidents are merged, and split again", () => withPage({ url: server.url, token }, async (page) => {
  const [kept, joined] = await incidentsAt(server, "Umm Baru", token);
  const moving = (await evidenceOf(server, joined.id, token)).claims.map((one) => one.key);
  await openIncident(page, kept.id);
  await page.getByRole("button", { name: /^Merge/ }).click();
  await page.locator(".review-choice", { hasText: joined.id }).getByRole("radio").check();
  await giveReason(page, "The raid and its captives: one event");
  await until("one incident with the claims of both", async () => {
    const { claims } = await evidenceOf(server, kept.id, token);
    return moving.every((key) => claims.some((one) => one.key === key));
  });
  await until("the page to show the claim", async () => (await claimOf(page, moving[0]).count()) === 1);
  await unfold(page);

  for (const key of moving) await claimOf(page, key).getByRole("checkbox").check();
  await page.getByRole("button", { name: /^Split/ }).first().click();
  await giveReason(page, "It tells of the captives only");
  await until("the claims to leave", async () => {
    const { claims } = await evidenceOf(server, kept.id, token);
    return !claims.some((one) => moving.includes(one.key));
  });
}));

test("claims are excluded from the figures", () => withPage({ url: server.url, token }, async (page) => {
  const { id } = await incidentAt(server, "Beledweyne", token);
  const { claims } = await evidenceOf(server, id, token);
  const risen = claims.filter((one) => one.kind === "killed" && one.count?.min === 19);
  assert.ok(risen.length > 0);
  for (const { key } of risen) {
    await openIncident(page, id);
    await claimOf(page, key).getByRole("button", { name: /^Exclude/ }).click();
    await giveReason(page, "The doctor spoke of two attacks");
    await until("it is excluded", async () => (await evidenceOf(server, id, token)).claims.some((one) => one.key === key && one.excluded));
  }
  await until("the figure without them", async () => killed(await evidenceOf(server, id, token)).high !== 19);
}));

test("what another reviewer did meanwhile is not overrun", () => withPage({ url: server.url, token, allowed: [/409/] }, async (page) => {
  const { id } = await incidentAt(server, "Nikopol", token);
  await openIncident(page, id);
  await page.getByRole("button", { name: /^Accept/ }).waitFor();
  await act(server, server.token("bo"), { act: "reject", incident: id, reason: "A double" });
  await page.keyboard.press("a");
  const trouble = page.getByRole("alert").filter({ hasText: "Changed meanwhile" });
  await trouble.waitFor();
  assert.equal((await evidenceOf(server, id, token)).incident.review.state, "rejected");
  await trouble.getByRole("button", { name: "Show what changed" }).click();
  await until("what changed", async () => (await page.locator("article.record").innerText()).includes("A double"));
}));
