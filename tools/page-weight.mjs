// Holds the page-weight budgets: everything in dist/ that is loaded before the first chart, what comes after
// it, what keeps the page on the device, what only embeds and their form need, and what another language
// brings, measured as a server with brotli would send it. budget.json names what does not come first.
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const root = new URL("../", import.meta.url);
const budget = JSON.parse(readFileSync(new URL("budget.json", root)));
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

function whenBrought(name) {
  // The files of a language begin with its tag.
  const language = /^languages\/([\w-]+)\./.exec(name)?.[1];
  if (language) return language;
  if (budget.brought_to_keep_it.includes(name)) return "kept";
  if (budget.brought_for_embeds.includes(name)) return "embedded";
  return budget.brought_later.includes(name) ? "later" : "first";
}

const files = readdirSync(new URL("dist/", root), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
  .map((path) => path.slice(new URL("dist/", root).pathname.length).replace(/^\//, ""));
const total = { first: 0, later: 0, kept: 0, embedded: 0 };
for (const name of files.sort()) {
  const bytes = readFileSync(new URL(`dist/${name}`, root));
  const sent = brotliCompressSync(bytes, best).length;
  const when = whenBrought(name);
  total[when] = (total[when] ?? 0) + sent;
  const note = when === "first" ? "" : `  (${when})`;
  console.log(`${String(sent).padStart(8)} of ${String(bytes.length).padStart(8)} bytes  ${name}${note}`);
}
const limits = {
  first: ["before the first chart", budget.before_the_first_chart],
  later: ["after it", budget.after_it],
  kept: ["to keep it on the device", budget.to_keep_it],
  embedded: ["for embeds", budget.for_embeds],
};
for (const [when, bytes] of Object.entries(total)) {
  const [what, limit] = limits[when] ?? [`in the language ${when}`, budget.in_another_language];
  console.log(`page weight ${what}: ${bytes} bytes of at most ${limit} (brotli)`);
  if (bytes > limit) {
    console.error(`page weight: ${bytes - limit} bytes too many; budget.json holds the limit.`);
    process.exitCode = 1;
  }
}
