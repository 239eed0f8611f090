// Bundles what keeps the page on a device, each part with its library.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { hashOf, isMarked } from "./marked.mjs";

const SERVICE_WORKER = "service-worker.js";
// The system that installs the page asks for its icons itself, and other pages for embed-host.js.
const NOT_KEPT = /^(service-worker\.js|embed-host\.js|icon-(\d+|maskable)\.png)$/;

const part = (name) => fileURLToPath(new URL(name, import.meta.url));

// As index.html says which browsers will do.
export const TARGET = ["chrome97", "firefox89", "safari16.4"];

const TOGETHER = {
  bundle: true,
  minify: true,
  target: TARGET,
  // The libraries log nothing to the console.
  define: { "process.env.NODE_ENV": '"production"' },
};

// The page's side.
export function writeOffline(folder) {
  buildSync({
    ...TOGETHER,
    format: "esm",
    entryPoints: [part("offline.js")],
    outfile: `${folder}/offline.js`,
  });
}

// All files of the folder, as the service worker wants to know them: a file whose name does not say what is
// in it has a revision that does.
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(folder.length + 1))
    .filter((url) => !NOT_KEPT.test(url))
    .sort()
    .map((url) => ({ url, revision: isMarked(url) ? null : hashOf(readFileSync(`${folder}/${url}`)) }));
}

// The service worker of a folder that is otherwise complete. It differs whenever one of the files does.
export function writeServiceWorker(folder) {
  buildSync({
    ...TOGETHER,
    define: { ...TOGETHER.define, FILES: JSON.stringify(filesOf(folder)) },
    format: "iife",
    entryPoints: [part(SERVICE_WORKER)],
    outfile: `${folder}/${SERVICE_WORKER}`,
  });
}
