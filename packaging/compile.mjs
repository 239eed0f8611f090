// From Rust to WebAssembly: the compiler, and the split into parts (xtask).
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { run, step } from "./run.mjs";

export const PAGE = ["--bin", "districtwide"];

// Compiles a program or a bench for the browser, as Cargo's words name it, and splits it. Gives the folder
// with `page.js`, `page_bg.wasm`, and the parts and their loader `split.js`.
export async function compile(name, words, profile = "release") {
  const usual = profile === "release" ? "1 min, the first time 3" : "10 s, the first time 2 min";
  const [linked, xtask] = await Promise.all([
    step(`compiling the ${name}`, usual, () => link(words, profile)),
    // Beside the page: its compilation leaves a core free now and then.
    step("compiling what splits it", "1 s, the first time 2 min", buildXtask),
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
