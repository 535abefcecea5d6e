// A page that is watched: whatever the browser complains of, asks of other hosts, or is forbidden by the page's own
// policy fails the test at its end.
import assert from "node:assert/strict";
import { browserPath, load } from "./found.mjs";

let browser = null;

async function launched() {
  if (browser?.isConnected()) return browser;
  browser = await load("playwright-core").chromium.launch({
    executablePath: browserPath,
    args: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-sandbox", "--disable-dev-shm-usage"],
  });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
  browser = null;
}

/** Runs `work(page)` on a page of its own. `allowed`: complaints that the test provokes. */
export async function withPage(options, work) {
  const { url, token, width = 1280, height = 800, dark = false, allowed = [] } = options;
  const context = await (await launched()).newContext({
    baseURL: url, viewport: { width, height }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce", acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  const complaints = [];
  const complain = (text) => {
    if (!allowed.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  if (token) await context.addInitScript((value) => sessionStorage.setItem("attest.token", value), token);
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  context.on("request", (request) => {
    const target = request.url();
    if (!target.startsWith(`${url}/`) && !/^(data|blob|about):/.test(target)) complain(`asked another host: ${target}`);
  });
  const page = await context.newPage();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complain(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complain(`error: ${error.stack}`));
  try {
    await work(page);
    assert.deepEqual(complaints, [], "the browser complains");
  } catch (error) {
    if (process.env.ATTEST_WEB_PICTURES) await page.screenshot({ path: `${process.env.ATTEST_WEB_PICTURES}/${Date.now()}.png` });
    if (complaints.length) error.message += `\nThe browser said: ${complaints.join("\n")}`;
    throw error;
  } finally {
    await context.close();
  }
}

/** No serious or critical barrier for people who read with other means. */
export async function expectAccessible(page, what) {
  const { AxeBuilder } = load("@axe-core/playwright");
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
  assert.deepEqual(grave, [], `${what}: barriers`);
}
