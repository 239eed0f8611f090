// The script of the page: the output of wasm-bindgen and the loader of the parts in one, so that opening the page
// requests one file. The parts get the names under which they are published.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { marked } from "./marked.mjs";

const PART = fileURLToPath(new URL("part.js", import.meta.url));
const MAIN = "page_bg.wasm";
// How xtask's loader (xtask/src/files.rs) fetches a part.
const FETCHED = /fetchPart\("([\w-]+\.wasm)"\)/g;

// Writes the script and the WebAssembly of the folder `parts` into `folder`. Returns the names of the script
// and of the main part.
export async function writeProgram(parts, folder, options) {
  const names = new Map();
  for (const file of readdirSync(parts).filter((name) => name.endsWith(".wasm"))) {
    names.set(file, marked(readable(file), readFileSync(join(parts, file))));
    copyFileSync(join(parts, file), join(folder, names.get(file)));
  }
  const wasm = names.get(MAIN);
  names.delete(MAIN);
  const { outputFiles } = await build({
    ...options,
    entryPoints: [join(parts, "page.js")],
    bundle: true,
    format: "esm",
    write: false,
    // wasm-bindgen imports the loader once for each part.
    logOverride: { "duplicate-object-key": "silent" },
    plugins: [loader(names)],
  });
  const [{ contents }] = outputFiles;
  const code = marked("districtwide.js", contents);
  writeFileSync(join(folder, code), contents);
  return { code, wasm };
}

function readable(file) {
  return file === MAIN ? "districtwide.wasm" : file;
}

// Replaces the names and the fetch function in the loader of the parts.
function loader(names) {
  return {
    name: "loader",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]split\.js$/ }, ({ path }) => {
        const contents = readFileSync(path, "utf8").replace(FETCHED, (_, file) => {
          if (!names.has(file)) throw new Error(`the loader fetches ${file}, which is not a part`);
          return `fetchPart("${names.get(file)}")`;
        });
        return { contents: `import { fetchPart } from ${JSON.stringify(PART)};\n${contents}`, loader: "js" };
      });
    },
  };
}
