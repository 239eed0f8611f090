// wasm-bindgen ends the names that a module and its script share in hashes, which no compression makes
// smaller. Numbers of the same length tell them apart as well: nothing in the module moves.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

// A name that the script gives to the module, or gets from it.
const NAME = /(__wbg_\w+?_|__invoke__h)([0-9a-f]{16})(?![0-9a-f])/g;

export function shortenHashes(folder) {
  for (const wasm of readdirSync(folder).filter((name) => name.endsWith("_bg.wasm"))) {
    const script = wasm.replace("_bg.wasm", ".js");
    const files = [script, wasm].map((name) => `${folder}/${name}`);
    const numbers = new Map();
    for (const file of files) {
      // Each byte is a character, so that those of the module stay as they are.
      const text = readFileSync(file, "latin1");
      const numbered = text.replace(NAME, (_, name, hash) => {
        if (!numbers.has(hash)) numbers.set(hash, String(numbers.size + 1).padStart(hash.length, "0"));
        return name + numbers.get(hash);
      });
      writeFileSync(file, numbered, "latin1");
    }
  }
}
