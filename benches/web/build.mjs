// Builds the module that the page of the benchmark runs, in the steps in which Trunk builds the shipped
// page: the same profile and flags (Cargo.toml, .cargo/config.toml), wasm-bindgen, and wasm-opt as
// index.html asks for. The shipped page itself is not touched.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "node-html-parser";

const ROOT = new URL("../../", import.meta.url);

// Gives the folder in which the module stands.
export function buildModule() {
  const folder = new URL(`${process.env.CARGO_TARGET_DIR ?? "target"}/bench-web/`, ROOT);
  const path = fileURLToPath(folder);
  run("wasm-bindgen", "--target=web", "--no-typescript", `--out-dir=${path}`, "--out-name=works", compile());
  run("wasm-opt", ...optimisations(), `--output=${path}works.wasm`, `${path}works_bg.wasm`);
  return folder;
}

// Gives the path of what the compiler made.
function compile() {
  const messages = run(
    "cargo",
    ..."build --quiet --release --target=wasm32-unknown-unknown --bench=web".split(" "),
    "--message-format=json-render-diagnostics",
  );
  const artifacts = messages
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return artifacts.find(({ target, reason }) => reason === "compiler-artifact" && target.name === "web")
    .filenames[0];
}

// What Trunk has wasm-opt do with the shipped page.
function optimisations() {
  const page = parse(readFileSync(new URL("index.html", ROOT), "utf8"));
  const { "data-wasm-opt": level, "data-wasm-opt-params": others } = page.querySelector(
    "link[data-bin=districtwide]",
  ).attributes;
  return [`-O${level}`, ...(others ?? "").split(" ").filter(Boolean)];
}

function run(command, ...words) {
  return execFileSync(command, words, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
