// Development server: rebuilds what has changed, then reloads the open pages.
// `node tools/dev.mjs [--port 8081]`. It caches nothing on the device, sets no policy, and does not touch dist/.
import { mkdirSync, rmSync, watch } from "node:fs";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import sirv from "sirv";
import { compile, PAGE } from "../packaging/compile.mjs";
import { ROOT } from "../packaging/run.mjs";
import { writeDraft } from "../packaging/site.mjs";

const { port } = parseArgs({ options: { port: { type: "string", default: "8081" } } }).values;
const DRAFT = `${ROOT}.tools/draft`;
const WATCHED = ["src", "public", "packaging", "xtask", "index.html", "Cargo.toml"];
// Milliseconds: an editor may save several files, or one in several steps.
const DEBOUNCE = 100;
const RELOAD = `new EventSource("changes").onmessage = () => location.reload();`;

let parts;
const changed = new Set(["src"]);
let isBuilding = false;

// Builds until nothing has changed in the meantime. If the build fails, the page is left as it was.
async function build() {
  if (isBuilding) return;
  isBuilding = true;
  while (changed.size > 0) {
    const needsCompiler = !parts || changed.has("src") || changed.has("Cargo.toml");
    changed.clear();
    try {
      if (needsCompiler) parts = await compile("draft", PAGE, "draft");
      rmSync(DRAFT, { recursive: true, force: true });
      mkdirSync(DRAFT, { recursive: true });
      await writeDraft(parts, DRAFT, RELOAD);
      for (const page of pages) page.write("data: changed\n\n");
      console.log(`dev: the page is at http://127.0.0.1:${port}/   (Ctrl-C ends it)`);
    } catch (error) {
      console.error(error.message);
    }
  }
  isBuilding = false;
}

let timer;
for (const path of WATCHED) {
  watch(`${ROOT}${path}`, { recursive: !path.includes(".") }, () => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(build, DEBOUNCE);
  });
}

const pages = new Set();
mkdirSync(DRAFT, { recursive: true });
const files = sirv(DRAFT, { dev: true });
const server = createServer((request, response) => {
  if (request.url !== "/changes") return files(request, response);
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  pages.add(response);
  request.on("close", () => pages.delete(response));
});
server.on("error", (error) => {
  console.error(`dev: stopped. ${error.message}`);
  process.exit(1);
});
server.listen(Number(port), "127.0.0.1", build);
