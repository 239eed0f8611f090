// Builds the page into dist/: from Rust to WebAssembly (compile.mjs, optimise.mjs), and from that and public/
// to a site (site.mjs). dist/ always contains a complete page: the new one replaces the old one when it is complete.
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { compile, PAGE } from "./compile.mjs";
import { optimise } from "./optimise.mjs";
import { ROOT, step } from "./run.mjs";
import { writeSite } from "./site.mjs";

const DIST = `${ROOT}dist`;
const STAGE = `${ROOT}.tools/stage`;

try {
  const parts = await compile("page", PAGE);
  await step("making its WebAssembly smaller and faster", "15 s", () => optimise(parts));
  await step("putting the site together", "3 s", () => writeSite(parts, empty(STAGE)));
  rmSync(DIST, { recursive: true, force: true });
  renameSync(STAGE, DIST);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

function empty(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
