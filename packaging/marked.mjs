// File names with a hash of the content: districtwide.js becomes districtwide-0123456789abcdef.js. A file of such
// a name never changes, so it needs no revalidation, and files of two versions are never mixed.
import { createHash } from "node:crypto";
import { extname } from "node:path";

const MARKED = /-[0-9a-f]{16}(?=\.\w+$)/;

export function hashOf(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

export function marked(name, content) {
  const extension = extname(name);
  return `${name.slice(0, -extension.length)}-${hashOf(content)}${extension}`;
}

export const isMarked = (name) => MARKED.test(name);
export const unmarked = (name) => name.replace(MARKED, "");
