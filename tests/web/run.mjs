// Drives the real page in a real browser. Exit status 77: cannot run here, which is a failure in CI.
import { after } from "node:test";
import { lacking } from "./support/found.mjs";

const missing = lacking();
if (missing) {
  console.log(`skipped: ${missing}`);
  process.exit(process.env.CI ? 1 : 77);
}
const { closeBrowser } = await import("./support/browser.mjs");
after(closeBrowser);
const wanted = process.argv.slice(2);
for (const suite of ["find", "read", "review", "keyboard", "safety", "looks"])
  if (!wanted.length || wanted.includes(suite)) await import(`./${suite}_test.mjs`);
