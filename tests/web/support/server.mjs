// The real program on a ledger of the project's own examples: made once, copied for every server that is started.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, root } from "./found.mjs";

const environment = { ...process.env, ATTEST_RESOURCES: `${root}resources` };

export function attest(...parameters) {
  return execFileSync(program, parameters, { env: environment, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

let folder = null;
let serial = 0;

function freshLedger() {
  if (!folder) {
    folder = mkdtempSync(join(tmpdir(), "attest-web-"));
    process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
    attest("read", `${root}examples/reports`, `${root}examples/pages`, "--metadata", `${root}examples/metadata.tsv`,
      "--into", join(folder, "made.db"), "--quiet");
  }
  const ledger = join(folder, `${++serial}.db`);
  for (const end of ["", "-wal", "-shm"])
    if (existsSync(join(folder, `made.db${end}`))) cpSync(join(folder, `made.db${end}`), ledger + end);
  return ledger;
}

/** A token for a name and a role, as the command prints it. */
export function issueToken(ledger, name, role) {
  const out = attest("token", "add", "--name", name, "--role", role, "--ledger", ledger);
  return out.trim();
}

/** A server on a port of its own. `prepare(ledger, folder)` may add to its ledger before; `stop()` ends it. */
export async function startServer({ prepare, options = [] } = {}) {
  const ledger = freshLedger();
  prepare?.(ledger, folder);
  const child = spawn(program, ["serve", "--ledger", ledger, "--listen", "127.0.0.1:0", ...options],
    { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const url = await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (status) => reject(new Error(`attest serve ended with ${status}: ${said}`)));
    setTimeout(() => reject(new Error(`attest serve says no address: ${said}`)), 20_000).unref();
  });
  const stop = () => new Promise((done) => {
    child.removeAllListeners("exit");
    child.once("exit", done);
    child.kill("SIGTERM");
  });
  process.on("exit", () => child.kill("SIGKILL"));
  await ready(url).catch((error) => stop().then(() => { throw error; }));
  return {
    url,
    ledger,
    token: (name, role = "review") => issueToken(ledger, name, role),
    stop,
  };
}

async function ready(url) {
  for (let tries = 0; tries < 600; ++tries) {
    const session = await fetch(`${url}/api/session`).then((answer) => (answer.ok ? answer.json() : null));
    if (session && !session.building && session.counts.incidents > 0) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error("the server does not put its incidents together");
}
