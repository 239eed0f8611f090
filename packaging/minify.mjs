// Makes the scripts and styles smaller that were not bundled: comments and long names are for those who
// read the sources.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { transformSync } from "esbuild";

export function minify(folder, target) {
  for (const name of readdirSync(folder)) {
    const loader = extname(name).slice(1);
    if (loader !== "js" && loader !== "css") continue;
    const file = `${folder}/${name}`;
    const { code } = transformSync(readFileSync(file, "utf8"), { loader, minify: true, target });
    writeFileSync(file, code);
  }
}
