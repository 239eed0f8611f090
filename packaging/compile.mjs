// From Rust to WebAssembly: the compiler, the split into parts (xtask), and wasm-opt on each part.
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { run, step } from "./run.mjs";

export const PAGE = ["--bin", "districtwide"];
// Speed comes first: the loops of the model are in the main part.
const OPTIMISATIONS = {
  main: ["-O3"],
  // Control flow made again from scratch is smaller when compressed.
  part: ["--flatten", "--rereloop", "-O3", "-O3"],
};
// What the compiler uses, and every browser that index.html names has. The parts do not say it themselves.
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
  "simd",
].map((feature) => `--enable-${feature}`);

// Compiles a program or a bench for the browser, as Cargo's words name it, and splits it. Gives the folder
// with `page.js`, `page_bg.wasm`, and the parts and their loader `split.js`.
export async function compile(name, words, profile = "release") {
  const usual = profile === "release" ? "1 min, the first time 2 to 3" : "10 s, the first time 2 min";
  const [linked, xtask] = await Promise.all([
    step(`compiling the ${name}`, usual, () => link(words, profile)),
    // Beside the page: its compilation leaves a core free now and then.
    step("compiling what splits it", "1 s, the first time 1 min", buildXtask),
  ]);
  const folder = join(dirname(linked), `${name}-parts`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  await step(`splitting the ${name} into parts`, "2 s", () => run(xtask, [linked, folder]));
  return folder;
}

// The splitter needs the relocations.
async function link(words, profile) {
  const where = ["--profile", profile, "--target", "wasm32-unknown-unknown"];
  const [name] = words.slice(-1);
  return built(await cargo("rustc", [...where, ...words], ["--", "-Clink-arg=--emit-relocs"]), name);
}

async function buildXtask() {
  const words = ["--profile", "xtask", "--package", "xtask"];
  return built(await cargo("build", words, [], { priority: 10 }), "xtask");
}

function cargo(command, words, last, options) {
  const quiet = ["--quiet", "--message-format=json-render-diagnostics"];
  return run("cargo", [command, ...quiet, ...words, ...last], options);
}

// The path of what Cargo built under this name: where that is, the environment can say.
function built(messages, name) {
  const artifacts = messages
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return artifacts.findLast(
    ({ reason, target }) =>
      reason === "compiler-artifact" && target.name === name && !target.kind.includes("lib"),
  ).filenames[0];
}

// Makes all WebAssembly of the folder smaller and faster, as many at a time as there are cores.
export async function optimise(folder) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".wasm"))
    .map((name) => join(folder, name))
    .sort((one, other) => statSync(other).size - statSync(one).size);
  const work = async () => {
    for (let file = files.shift(); file; file = files.shift()) {
      const kind = file.endsWith("page_bg.wasm") ? "main" : "part";
      await run("wasm-opt", ["--quiet", ...FEATURES, ...OPTIMISATIONS[kind], file, "--output", file]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}
