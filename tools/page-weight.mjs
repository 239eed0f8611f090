// Holds the page-weight budgets: everything in dist/ that is loaded before the first chart, what comes after
// it, what keeps the page on the device, and what only embeds and their form need, measured as a server with
// brotli would send it. budget.json names what does not come first.
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const root = new URL("../", import.meta.url);
const budget = JSON.parse(readFileSync(new URL("budget.json", root)));
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

function whenBrought(name) {
  if (budget.brought_to_keep_it.includes(name)) return "kept";
  if (budget.brought_for_embeds.includes(name)) return "embedded";
  return budget.brought_later.includes(name) ? "later" : "first";
}

const total = { first: 0, later: 0, kept: 0, embedded: 0 };
for (const name of readdirSync(new URL("dist/", root)).sort()) {
  const bytes = readFileSync(new URL(`dist/${name}`, root));
  const sent = brotliCompressSync(bytes, best).length;
  const when = whenBrought(name);
  total[when] += sent;
  const note = when === "first" ? "" : `  (${when})`;
  console.log(`${String(sent).padStart(8)} of ${String(bytes.length).padStart(8)} bytes  ${name}${note}`);
}
const limits = {
  first: ["before the first chart", budget.before_the_first_chart],
  later: ["after it", budget.after_it],
  kept: ["to keep it on the device", budget.to_keep_it],
  embedded: ["for embeds", budget.for_embeds],
};
for (const [when, [what, limit]] of Object.entries(limits)) {
  console.log(`page weight ${what}: ${total[when]} bytes of at most ${limit} (brotli)`);
  if (total[when] > limit) {
    console.error(`page weight: ${total[when] - limit} bytes too many; budget.json holds the limit.`);
    process.exitCode = 1;
  }
}
