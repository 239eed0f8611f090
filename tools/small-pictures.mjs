// Makes the reference screenshots small enough for the repository: 20 levels of red, green and blue. So they have
// some 256 colors at most, each within 7 of 255 of the original; the tests tolerate more (playwright.config.mjs).
import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const STEP = 255 / 19;
const folder = fileURLToPath(new URL("../tests/browser/screenshots/", import.meta.url));

let total = 0;
for (const name of readdirSync(folder)
  .filter((name) => name.endsWith(".png"))
  .sort()) {
  const path = `${folder}${name}`;
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const levels = data.map((value) => Math.round(Math.round(value / STEP) * STEP));
  const small = await sharp(levels, { raw: info }).png({ palette: true, effort: 10, dither: 0 }).toBuffer();
  await writeFile(path, small);
  total += small.length;
}
console.log(`screenshots: ${total} bytes in tests/browser/screenshots; look at them before you commit them`);
