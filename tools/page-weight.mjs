// Holds the page-weight budgets of budget.json: what every file in dist/ weighs as a server with brotli sends
// it. Each file is in one group: what is loaded before the first chart, what comes after it, what keeps the
// page on the device, what only embeds need, and what another language needs. A file that is in none fails.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { unmarked } from "../packaging/marked.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const { groups, each_language } = JSON.parse(readFileSync(join(root, "budget.json")));
// The files of a group: a list, or with a budget for each of them.
const namesIn = ({ files }) => (Array.isArray(files) ? files : Object.keys(files));
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const dist = join(root, "dist");

function complain(message) {
  console.error(`page weight: ${message}`);
  process.exitCode = 1;
}

// The group of a file, and the most that the file may weigh if it has a budget of its own.
function placeOf(name) {
  // The files of a language begin with its tag.
  const language = /^languages\/([\w-]+)\./.exec(name)?.[1];
  if (language) return { group: `in the language ${language}` };
  const [group, { files }] = Object.entries(groups).find(([, group]) => namesIn(group).includes(name)) ?? [
    "unlisted",
    {},
  ];
  return { group, most: files?.[name] };
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
  const { group, most } = placeOf(name);
  total[group] = (total[group] ?? 0) + sent;
  console.log(
    `${String(sent).padStart(8)} of ${String(bytes.length).padStart(8)} bytes  ${file}  (${group})`,
  );
  if (sent > most) complain(`${name} has ${sent - most} bytes too many of at most ${most}.`);
  if (group === "unlisted") complain(`${file} is in no group: budget.json says when each file comes.`);
}
for (const name of Object.values(groups).flatMap(namesIn))
  if (!names.has(name)) complain(`budget.json lists ${name}, and the page has no such file.`);
for (const [group, bytes] of Object.entries(total)) {
  const limit = groups[group]?.limit ?? each_language;
  console.log(`page weight ${group}: ${bytes} bytes of at most ${limit} (brotli)`);
  if (bytes > limit) complain(`${bytes - limit} bytes too many ${group}; budget.json holds the limit.`);
}
