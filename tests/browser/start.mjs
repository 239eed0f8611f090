// Global setup: a server for the page and a temporary folder for the browsers. Both end with the test runner,
// however it ends: the server runs in its process, on a free port.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { isSnap } from "../../tools/browsers.mjs";
import { DIST, serve } from "./served.mjs";

export default async function start() {
  if (!existsSync(`${DIST}/index.html`)) throw new Error("dist/ contains no page: `make dist` builds it.");
  // The page is served under a prefix, because any prefix must work.
  const server = await serve(DIST);
  // playwright.config.mjs reads it, in every worker.
  process.env.PAGE_ADDRESS = server.address;

  // Profiles and downloads where a snap can access them.
  let folder;
  if (isSnap(process.env.CHROMIUM) || isSnap(process.env.FIREFOX)) {
    folder = mkdtempSync(join(homedir(), "districtwide-tests-"));
    process.env.TMPDIR = folder;
  }
  return async () => {
    await server.stop();
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
