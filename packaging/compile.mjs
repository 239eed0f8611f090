// From Rust to WebAssembly: the compiler, and the split into parts (xtask).
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { run, step } from "./run.mjs";

export const PAGE = ["--bin", "districtwide"];

// Compiles a program or a bench for the browser, selected by Cargo's arguments, and splits it. Returns the folder
// with `page.js`, `page_bg.wasm`, and the parts and their loader `split.js`.
export async function compile(name, args, profile = "release") {
  const usual = profile === "release" ? "1 min, the first time 3" : "10 s, the first time 2 min";
  const [linked, xtask] = await Promise.all([
    step(`compiling the ${name}`, usual, () => link(args, profile)),
    // In parallel: compiling the page leaves a core idle now and then.
    step("compiling what splits it", "1 s, the first time 2 min", buildXtask),
  ]);
  const folder = join(dirname(linked), `${name}-parts`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  await step(`splitting the ${name} into parts`, "2 s", () => run(xtask, [linked, folder]));
  return folder;
}

// The splitter needs the relocations.
async function link(args, profile) {
  const target = ["--profile", profile, "--target", "wasm32-unknown-unknown"];
  const [name] = args.slice(-1);
  return artifactOf(await cargo("rustc", [...target, ...args], ["--", "-Clink-arg=--emit-relocs"]), name);
}

async function buildXtask() {
  const args = ["--profile", "xtask", "--package", "xtask"];
  return artifactOf(await cargo("build", args, [], { priority: 10 }), "xtask");
}

function cargo(command, args, last, options) {
  const quiet = ["--quiet", "--message-format=json-render-diagnostics"];
  return run("cargo", [command, ...quiet, ...args, ...last], options);
}

// The path of the artifact of this name, from Cargo's messages: it depends on the environment.
function artifactOf(messages, name) {
  const artifacts = messages
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return artifacts.findLast(
    ({ reason, target }) =>
      reason === "compiler-artifact" && target.name === name && !target.kind.includes("lib"),
  ).filenames[0];
}
