// Minifies the scripts that were not bundled.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { transformSync } from "esbuild";

export function minify(folder, target) {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".js")) continue;
    const file = `${folder}/${name}`;
    const { code } = transformSync(readFileSync(file, "utf8"), { minify: true, target });
    writeFileSync(file, code);
  }
}
