// Makes one sheet of styles of those that index.html links, and one of each that imports others: every sheet
// is a request, and one that comes late lays the page out again.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { buildSync } from "esbuild";
import { parse } from "node-html-parser";

// These sheets in one, with what they import, and the files that went into it.
export function together(folder, names, target) {
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

export function bundleStyles(folder, target) {
  const index = `${folder}/index.html`;
  const page = parse(readFileSync(index, "utf8"), { comment: true });
  const links = page.querySelectorAll("link[rel=stylesheet]");
  const linked = links.map((link) => link.getAttribute("href").replace(/^\.\//, ""));
  const { text } = together(folder, linked, target);
  const name = `page-${createHash("sha256").update(text).digest("hex").slice(0, 16)}.css`;
  links[0].setAttribute("href", `./${name}`);
  for (const link of links.slice(1)) link.remove();

  const sheets = readdirSync(folder).filter((file) => file.endsWith(".css") && !linked.includes(file));
  const brought = sheets.map((file) => ({ file, ...together(folder, [file], target) }));
  // What another sheet imports comes with that one.
  const imported = brought.flatMap(({ file, parts }) => parts.filter((part) => part !== file));
  for (const part of [...linked, ...imported]) rmSync(`${folder}/${part}`);
  for (const { file, text } of brought.filter(({ file }) => !imported.includes(file)))
    writeFileSync(`${folder}/${file}`, text);
  writeFileSync(`${folder}/${name}`, text);
  writeFileSync(index, page.toString());
}
