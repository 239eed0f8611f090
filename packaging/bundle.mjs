// Bundles the code that caches the page on a device, each part with its library.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { hashOf, isMarked } from "./marked.mjs";

const SERVICE_WORKER = "service-worker.js";
// Only the system that installs the page fetches its icons, and other pages embed-host.js.
const NOT_CACHED = /^(service-worker\.js|embed-host\.js|icon-(\d+|maskable)\.png)$/;

const part = (name) => fileURLToPath(new URL(name, import.meta.url));

// The browsers that index.html lists as supported.
export const TARGET = ["chrome97", "firefox89", "safari16.4"];

const OPTIONS = {
  bundle: true,
  minify: true,
  target: TARGET,
  // The libraries log nothing to the console.
  define: { "process.env.NODE_ENV": '"production"' },
};

// The client side.
export function writeOffline(folder) {
  buildSync({
    ...OPTIONS,
    format: "esm",
    entryPoints: [part("offline.js")],
    outfile: `${folder}/offline.js`,
  });
}

// The precache manifest of the folder: a file without a hash in its name has one as its revision.
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(folder.length + 1))
    .filter((url) => !NOT_CACHED.test(url))
    .sort()
    .map((url) => ({ url, revision: isMarked(url) ? null : hashOf(readFileSync(`${folder}/${url}`)) }));
}

// The service worker of a folder that is otherwise complete. It changes whenever one of the files does.
export function writeServiceWorker(folder) {
  buildSync({
    ...OPTIONS,
    define: { ...OPTIONS.define, FILES: JSON.stringify(filesOf(folder)) },
    format: "iife",
    entryPoints: [part(SERVICE_WORKER)],
    outfile: `${folder}/${SERVICE_WORKER}`,
  });
}
