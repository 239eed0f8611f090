// Optimizes WebAssembly with Binaryen, one thread per core. Each thread loads Binaryen once: running the command
// wasm-opt for each file takes twice the time.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

// What the compiler uses and every browser listed in index.html supports. The parts do not declare it.
const FEATURES = [
  "BulkMemory",
  "BulkMemoryOpt",
  "Multivalue",
  "MutableGlobals",
  "NontrappingFPToInt",
  "ReferenceTypes",
  "SignExt",
  "SIMD128",
];

// Optimizes all WebAssembly in the folder that xtask wrote, the largest first.
export async function optimise(folder) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".wasm"))
    .map((name) => join(folder, name))
    .sort((one, other) => statSync(other).size - statSync(one).size);
  const work = async () => {
    const thread = new Worker(new URL(import.meta.url));
    for (let file = files.shift(); file; file = files.shift()) {
      await new Promise((resolve, reject) => {
        thread.once("message", resolve);
        thread.once("error", reject);
        thread.postMessage(file);
      });
      thread.removeAllListeners("error");
    }
    await thread.terminate();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

async function runThread() {
  const { default: binaryen } = await import("binaryen");
  parentPort.on("message", (file) => {
    const module = binaryen.readBinary(readFileSync(file));
    module.setFeatures(FEATURES.reduce((all, feature) => all | binaryen.Features[feature], 0));
    binaryen.setOptimizeLevel(3);
    binaryen.setShrinkLevel(0);
    // Rebuilt control flow compresses better, and is as fast (docs/speed.md).
    module.runPasses(["flatten", "rereloop"]);
    module.optimize();
    module.runPasses(["strip-debug", "strip-producers", "strip-target-features"]);
    writeFileSync(file, module.emitBinary());
    module.dispose();
    parentPort.postMessage("done");
  });
}

if (!isMainThread) await runThread();
