// Enforces the page-weight budgets of budget.json: the size of every file in dist/ compressed with brotli. Each file
// is in one group: loaded before the first chart, loaded after it, for caching on the device, for embeds, or for
// another language. A file in no group is an error.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { unmarked } from "../packaging/marked.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const { groups, each_language } = JSON.parse(readFileSync(join(root, "budget.json")));
// The files of a group: a list, or an object with a budget for each.
const namesIn = ({ files }) => (Array.isArray(files) ? files : Object.keys(files));
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const dist = join(root, "dist");

function fail(message) {
  console.error(`page weight: ${message}`);
  process.exitCode = 1;
}

// The group of a file, and the maximum size of the file if it has its own budget.
function budgetOf(name) {
  // The files of a language begin with its tag.
  const language = /^languages\/([\w-]+)\./.exec(name)?.[1];
  if (language) return { group: `in the language ${language}` };
  const [group, { files }] = Object.entries(groups).find(([, group]) => namesIn(group).includes(name)) ?? [
    "unlisted",
    {},
  ];
  return { group, max: files?.[name] };
}

const total = Object.fromEntries(Object.keys(groups).map((group) => [group, 0]));
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)))
  .map((path) => path.split(sep).join("/"));
const names = new Set(files.map(unmarked));

for (const file of files.sort()) {
  const name = unmarked(file);
  const bytes = readFileSync(join(dist, file));
  const sent = brotliCompressSync(bytes, best).length;
  const { group, max } = budgetOf(name);
  total[group] = (total[group] ?? 0) + sent;
  console.log(
    `${String(sent).padStart(8)} of ${String(bytes.length).padStart(8)} bytes  ${file}  (${group})`,
  );
  if (sent > max) fail(`${name} has ${sent - max} bytes too many of at most ${max}.`);
  if (group === "unlisted") fail(`${file} is in no group: budget.json lists when each file is loaded.`);
}
for (const name of Object.values(groups).flatMap(namesIn))
  if (!names.has(name)) fail(`budget.json lists ${name}, but the page has no such file.`);
for (const [group, bytes] of Object.entries(total)) {
  const limit = groups[group]?.limit ?? each_language;
  console.log(`page weight ${group}: ${bytes} bytes of at most ${limit} (brotli)`);
  if (bytes > limit) fail(`${bytes - limit} bytes too many ${group}; budget.json holds the limit.`);
}
