// Builds the module that the page of the benchmark runs, in the steps that build the shipped page: the same
// profile and flags (Cargo.toml, .cargo/config.toml), xtask, and Binaryen as for the main part. The
// shipped page itself is not touched.
import { compile } from "../../packaging/compile.mjs";
import { optimise } from "../../packaging/optimise.mjs";

// Gives the folder in which the module stands: page.js and page_bg.wasm.
export async function buildModule() {
  const folder = await compile("bench", ["--bench", "web"]);
  await optimise(folder);
  return folder;
}
