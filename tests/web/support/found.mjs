// What the browser tests need of this machine: the program, a browser that draws WebGL without a screen, and the
// packages of web/. Says in a word what is missing.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const program = process.env.ATTEST ?? `${root}build/release/attest`;

const BROWSERS = [process.env.ATTEST_CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
export const browserPath = BROWSERS.find((path) => path && existsSync(path));

const require = createRequire(`${root}web/package.json`);

export function load(name) {
  return require(name);
}

/** Why the tests cannot run here; null if they can. */
export function lacking() {
  if (!existsSync(program)) return `there is no program at ${program}`;
  if (!browserPath) return "there is no chromium (apt-get install chromium)";
  try {
    load("playwright-core");
    load("@axe-core/playwright");
  } catch {
    return "playwright-core is not installed (npm ci in web/)";
  }
  return null;
}
