// Writes the page as a single file, for a USB stick or an email: dist/, packed into its index.html.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { parse } from "node-html-parser";
import { TARGET } from "./bundle.mjs";
import { setPolicy } from "./policy.mjs";
import { bundle } from "./styles.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const FOLDER = `${root}dist-single`;
const FILE = `${FOLDER}/districtwide.html`;
// What a page without server and installation does not need, or contains inline.
const NOT_PACKED =
  /^(index\.html|offline\.js|embed-host\.js|service-worker\.js)$|\.(css|png|svg|webmanifest)$/;
const TYPES = {
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".html": "text/html",
  ".json": "application/json",
};
const read = (name, encoding) => readFileSync(`${root}dist/${name}`, encoding);

// The simulation worker including the page's code: in Chromium a worker of such a page cannot import.
function worker(code) {
  const contents = `import start from "./${code}";
    self.onmessage = ({ data: [, module] }) => {
      self.onmessage = null;
      start({ module_or_path: module });
    };`;
  const stdin = { contents, resolveDir: `${root}dist` };
  // A worker does not need the address of the code.
  const define = { "import.meta.url": "undefined" };
  const { outputFiles } = buildSync({
    stdin,
    define,
    bundle: true,
    minify: true,
    format: "iife",
    write: false,
    // wasm-bindgen imports the loader once for each part.
    logOverride: { "duplicate-object-key": "silent" },
  });
  return outputFiles[0].contents;
}

// A file of the page, packed. Its type keeps the browser from running it.
function packed(name, bytes) {
  const type = TYPES[extname(name)];
  if (!type) throw new Error(`${name}: packaging/single-file.mjs has no MIME type for it`);
  const content = gzipSync(bytes, { level: 9 }).toString("base64");
  return `<script type="text/plain" data-file="${name}" data-type="${type}">${content}</script>\n`;
}

// The page as one HTML text.
function singleFile() {
  const page = parse(read("index.html", "utf8"), { comment: true });
  const linked = page.querySelectorAll("link[rel=stylesheet]").map((link) => link.getAttribute("href"));
  const icon = read(page.querySelector("link[rel=icon]").getAttribute("href")).toString("base64");
  const starting = page.querySelector("script[src]");
  const [code, wasm] = ["code", "wasm"].map((key) =>
    starting.getAttribute(`data-${key}`).replace(/^\.\//, ""),
  );
  for (const element of [starting, ...page.querySelectorAll("link")]) element.remove();

  const { text: styles } = bundle(`${root}dist`, [...linked, "later.css", "embed.css"], TARGET);
  const head = `<link rel="icon" href="data:image/svg+xml;base64,${icon}" />
    <style>${styles}</style>`;
  page.querySelector("head").insertAdjacentHTML("beforeend", head);
  const files = readdirSync(`${root}dist`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_PACKED.test(entry.name))
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(`${root}dist/`.length))
    .map((name) => packed(name, name === "worker.js" ? worker(code) : read(name)));
  const unpack = readFileSync(`${root}packaging/unpack.js`, "utf8");
  const body = `${files.join("")}<script data-code="${code}" data-wasm="${wasm}">${unpack}</script>\n`;
  page.querySelector("body").insertAdjacentHTML("beforeend", body);
  setPolicy(page, "blob:");
  return page.toString();
}

const text = singleFile();
mkdirSync(FOLDER, { recursive: true });
writeFileSync(FILE, text);
console.log(`single file: ${Math.round(text.length / 1000)} kB in dist-single/districtwide.html`);
