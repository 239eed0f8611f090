// Holds the page-weight budget: everything in dist/ that is loaded before the first chart, measured as a
// server with brotli would send it. What is brought later, when somebody asks for it, is named in
// budget.json.
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const root = new URL("../", import.meta.url);
const { page_weight_brotli_bytes: budget, brought_later: later } = JSON.parse(
  readFileSync(new URL("budget.json", root)),
);
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

let total = 0;
for (const name of readdirSync(new URL("dist/", root)).sort()) {
  const bytes = readFileSync(new URL(`dist/${name}`, root));
  const sent = brotliCompressSync(bytes, best).length;
  const isLater = later.includes(name);
  if (!isLater) total += sent;
  const note = isLater ? "  (later)" : "";
  console.log(`${String(sent).padStart(8)} of ${String(bytes.length).padStart(8)} bytes  ${name}${note}`);
}
console.log(`page weight: ${total} bytes of at most ${budget} (brotli)`);
if (total > budget) {
  console.error(`page weight: ${total - budget} bytes too many; budget.json holds the limit.`);
  process.exit(1);
}
