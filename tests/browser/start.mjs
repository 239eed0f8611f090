// What is there while the tests run: a server of the page, and a folder for what browsers keep meanwhile. Both
// end with the test runner, however that ends: the server is a part of its process and has a port that was
// free.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { isSnap } from "../../tools/browsers.mjs";
import { DIST, serve } from "./served.mjs";

export default async function start() {
  if (!existsSync(`${DIST}/index.html`)) throw new Error("There is no page in dist/: `make dist` builds it.");
  // The page stands under a prefix, because any prefix must do.
  const server = await serve(DIST);
  // playwright.config.mjs reads it, in every worker.
  process.env.PAGE_ADDRESS = server.address;

  // Profiles and downloads where a snap finds them.
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
