// The site of the page: the compiled program, public/, and the code that caches the page on a device.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { TARGET, writeOffline, writeServiceWorker } from "./bundle.mjs";
import { writeIcons } from "./icons.mjs";
import { minify } from "./minify.mjs";
import { rejectInlineAttributes, setPolicy } from "./policy.mjs";
import { ROOT } from "./run.mjs";
import { writeProgram } from "./script.mjs";
import { bundleStyles } from "./styles.mjs";

// Writes the page as it is deployed into an empty folder.
export async function writeSite(parts, folder) {
  const page = await writePage(parts, folder, { target: TARGET, minify: true });
  minify(folder, TARGET);
  rejectInlineAttributes(page);
  setPolicy(page, "'self'");
  writeIndex(page, folder);
  await writeIcons(folder);
  writeOffline(folder);
  // Last, because it lists every other file.
  writeServiceWorker(folder);
}

// Writes the page for development: nothing is cached on the device, and `script` is added.
export async function writeDraft(parts, folder, script) {
  const page = await writePage(parts, folder, { target: TARGET });
  page.querySelector("head").insertAdjacentHTML("beforeend", `<script>${script}</script>\n`);
  writeIndex(page, folder);
  writeFileSync(join(folder, "offline.js"), "");
}

// Writes all files of the page except index.html, and returns that with links to them.
async function writePage(parts, folder, options) {
  const page = parse(readFileSync(join(ROOT, "index.html"), "utf8"));
  const styles = join(ROOT, "public/style");
  cpSync(join(ROOT, "public"), folder, { recursive: true, filter: (file) => file !== styles });
  bundleStyles(page, styles, folder, TARGET);
  const { code, wasm } = await writeProgram(parts, folder, options);
  const starting = page.querySelector("script[src]");
  // Without "./" the browser would interpret the script as the name of a package.
  starting.setAttribute("data-code", `./${code}`);
  starting.setAttribute("data-wasm", `./${wasm}`);
  // Both are fetched before the script that starts them.
  page.querySelector("head").insertAdjacentHTML(
    "beforeend",
    `  <link rel="modulepreload" href="${code}" crossorigin />
    <link rel="preload" href="${wasm}" crossorigin as="fetch" type="application/wasm" />
  `,
  );
  return page;
}

function writeIndex(page, folder) {
  // Removed links leave empty lines.
  writeFileSync(join(folder, "index.html"), page.toString().replace(/\n\s*\n/g, "\n"));
}
