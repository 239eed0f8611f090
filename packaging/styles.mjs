// Bundles the style sheets that index.html links into one, and each other one with its imports: every sheet is a
// request, and one that loads late causes another layout.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { marked } from "./marked.mjs";

// Bundles these sheets with their imports; also returns the bundled files.
export function bundle(folder, names, target) {
  const contents = names.map((name) => `@import "./${name}";`).join("\n");
  const stdin = { contents, loader: "css", resolveDir: folder };
  const { outputFiles, metafile } = buildSync({
    stdin,
    target,
    absWorkingDir: folder,
    bundle: true,
    metafile: true,
    minify: true,
    write: false,
  });
  const parts = Object.keys(metafile.inputs).filter((name) => name !== "<stdin>");
  return { text: outputFiles[0].text, parts };
}

// Writes the sheets of the folder `styles` into `folder`, and links the page's bundle.
export function bundleStyles(page, styles, folder, target) {
  const links = page.querySelectorAll("link[rel=stylesheet]");
  const linked = links.map((link) => link.getAttribute("href").replace(/^style\//, ""));
  const { text } = bundle(styles, linked, target);
  const name = marked("page.css", text);
  writeFileSync(join(folder, name), text);
  links[0].setAttribute("href", name);
  for (const link of links.slice(1)) link.remove();

  const others = readdirSync(styles).filter((file) => file.endsWith(".css") && !linked.includes(file));
  const sheets = others.map((file) => ({ file, ...bundle(styles, [file], target) }));
  // A sheet that another one imports is bundled with that one.
  const imported = new Set(sheets.flatMap(({ file, parts }) => parts.filter((part) => part !== file)));
  for (const { file, text } of sheets) if (!imported.has(file)) writeFileSync(join(folder, file), text);
}
