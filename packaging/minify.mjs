// Makes the scripts smaller that were not bundled: comments and long names are for those who read the
// sources.
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
