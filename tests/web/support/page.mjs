// Ways about the page that several suites go.
import assert from "node:assert/strict";

export const title = (page) => page.locator("#record-title");

/** Opens an incident, and unfolds what its origins say besides. */
export async function openIncident(page, id, more = "") {
  await page.goto(`/?incident=${id}${more}`);
  await title(page).waitFor();
  await unfold(page);
}

export const unfold = (page) => page.evaluate(() => document.querySelectorAll("article.record details").forEach((one) => { one.open = true; }));

export const claimOf = (page, key) => page.locator(`[data-claim="${key}"]`);

/** Waits until a function of the page's state is true, and says what was waited for. */
export async function until(what, check, { patience = 15_000 } = {}) {
  const end = Date.now() + patience;
  let last;
  while (Date.now() < end) {
    try {
      last = await check();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    await new Promise((later) => setTimeout(later, 50));
  }
  assert.fail(`waited in vain for: ${what} (${last})`);
}

/** The row of a figure of the record, as text: "Everyone 24 24 27". */
export const figureRow = (page, harm, who = "Everyone") =>
  page.locator("table", { has: page.locator("caption", { hasText: harm }) }).locator("tr", { hasText: who });

export async function signIn(page, token) {
  await page.getByRole("button", { name: "Sign in", exact: true }).first().click();
  await page.getByLabel("Token").fill(token);
  await page.keyboard.press("Enter");
}

export async function giveReason(page, reason) {
  const field = page.locator(".review-form input[name=reason]");
  await field.fill(reason);
  await field.press("Enter");
}
