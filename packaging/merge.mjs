// Fewer files of what several parts share. The splitter makes one for each set of parts that share something,
// which with seven parts were 43, most of them smaller than what asking for them costs. They only import, and
// nothing imports from them, so that any of them can be one.
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FEATURES } from "./features.mjs";
import { run } from "./run.mjs";

// What a request costs, as bytes of WebAssembly as the splitter writes it that are loaded in vain.
const REQUEST = 30_000;
const CHUNK = /^const (__chunk_\d+) = makeLoad\(.*?"\.\/(\w+\.wasm)".*?^\}\n, \[\]\);\n/gms;
const PART = /^(export const \w+ = .*?, )\[([^\]]*)\](\)\);)$/gms;

// Merges the shared files of a folder that xtask wrote, and gives its loader the rest.
export async function mergeShared(folder) {
  const loader = join(folder, "split.js");
  const script = readFileSync(loader, "utf8");
  const parts = [...script.matchAll(PART)].map(([, , needed]) => needed.split(", ").filter(Boolean));
  const chunks = [...script.matchAll(CHUNK)].map(([, name, file]) => ({
    names: [name],
    files: [file],
    size: statSync(join(folder, file)).size,
    parts: new Set(parts.flatMap((needed, part) => (needed.includes(name) ? [part] : []))),
  }));
  const groups = grouped(chunks);
  if (groups.length === chunks.length) return;
  const main = await writeMain(
    folder,
    chunks.flatMap(({ files }) => files),
  );
  await Promise.all(
    groups.filter(({ files }) => files.length > 1).map(({ files }) => merge(folder, files, main)),
  );
  rmSync(main);
  // The first of a group stands for all of them.
  const first = new Map(groups.flatMap(({ names }) => names.map((name) => [name, names[0]])));
  const merged = script
    .replace(CHUNK, (chunk, name) => (first.get(name) === name ? chunk : ""))
    .replace(PART, (_, before, needed, after) => {
      const left = new Set(
        needed
          .split(", ")
          .filter(Boolean)
          .map((name) => first.get(name)),
      );
      return `${before}[${[...left].join(", ")}]${after}`;
    });
  writeFileSync(loader, merged);
}

// Groups chunks as long as that saves more requests than it loads in vain.
function grouped(chunks) {
  const groups = [...chunks];
  for (;;) {
    let best = { gain: 0 };
    for (const one of groups)
      for (const other of groups.slice(groups.indexOf(one) + 1)) {
        const gain = gainOf(one, other);
        if (gain > best.gain) best = { gain, one, other };
      }
    const { one, other } = best;
    if (!one) return groups;
    groups.splice(groups.indexOf(other), 1);
    groups[groups.indexOf(one)] = {
      names: [...one.names, ...other.names],
      files: [...one.files, ...other.files],
      size: one.size + other.size,
      parts: new Set([...one.parts, ...other.parts]),
    };
  }
}

function gainOf(one, other) {
  const both = [...one.parts].filter((part) => other.parts.has(part)).length;
  const inVain = one.size * (other.parts.size - both) + other.size * (one.parts.size - both);
  return both * REQUEST - inVain;
}

// Puts all files into the first of them. What they import, `main` hands on to each of them: without that the
// merged file would have several memories.
async function merge(folder, files, main) {
  const paths = files.map((file) => join(folder, file));
  const named = paths.flatMap((path, number) => [path, `chunk${number}`]);
  await run("wasm-merge", [...FEATURES, main, "__wasm_split", ...named, "--output", paths[0]]);
  for (const merged of paths.slice(1)) rmSync(merged);
}

// A module that imports what shared files import, and exports it to them.
async function writeMain(folder, files) {
  const importsOf = (file) =>
    WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(folder, file)))).length;
  const [most] = files.sort((one, other) => importsOf(other) - importsOf(one));
  const text = await run("wasm-dis", [...FEATURES, join(folder, most)]);
  const lines = [...text.matchAll(/^ \(import "__wasm_split" "(\w+)" \((\w+) \S+ (.*)\)\)$/gm)].map(
    ([, name, kind, type]) =>
      `(import "main" "${name}" (${kind} $${name} ${type})) (export "${name}" (${kind} $${name}))`,
  );
  const main = join(folder, "main.wat");
  writeFileSync(main, `(module ${lines.join("\n")})`);
  return main;
}
