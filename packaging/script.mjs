// The script of the page: what wasm-bindgen wrote and the loader of the parts in one, so that opening the
// page asks for one file. The parts get the names under which they are published.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { marked } from "./marked.mjs";

const PART = fileURLToPath(new URL("part.js", import.meta.url));
const MAIN = "page_bg.wasm";
// As the splitter's loader asks for a part.
const FETCHER =
  /\(\) => \{\s*const src = fetch\(new URL\("\.\/(\w+\.wasm)", import\.meta\.url\)\);.*?^\}$/gms;

// Writes the script and the WebAssembly of the folder `parts` into `folder`. Gives the names of the script
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

// split_compare.wasm is compare.wasm; chunk_3.wasm, which several parts share, is shared-3.wasm.
function readable(file) {
  if (file === MAIN) return "districtwide.wasm";
  return file.replace(/^split_/, "").replace(/^chunk_/, "shared-");
}

// Gives the splitter's loader the published names and our way to fetch.
function loader(names) {
  return {
    name: "loader",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]split\.js$/ }, ({ path }) => {
        const left = new Map(names);
        const contents = readFileSync(path, "utf8").replace(FETCHER, (_, file) => {
          const name = names.get(file);
          left.delete(file);
          return `() => fetchPart("${name}")`;
        });
        if (left.size > 0 || /\bfetch\(|instantiateStreaming/.test(contents))
          throw new Error("the splitter writes its loader in another way: packaging/script.mjs must follow");
        return { contents: `import { fetchPart } from ${JSON.stringify(PART)};\n${contents}`, loader: "js" };
      });
    },
  };
}
