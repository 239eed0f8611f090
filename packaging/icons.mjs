// The icons of the installed page, drawn from the one that stands in the browser's tab.
import { readFileSync } from "node:fs";
import sharp from "sharp";

const ICON = new URL("../public/icon.svg", import.meta.url);
const GROUND = "#1b5e8c";
// The part of a maskable icon that every mask leaves.
const SAFE = 0.8;

// The icon with so many pixels on a side.
function drawing(size) {
  return sharp(readFileSync(ICON), { density: (72 * size) / 32 }).resize(size, size);
}

// Few colours, and so few bytes.
const PNG = { palette: true, effort: 10 };

export async function writeIcons(folder) {
  for (const size of [192, 512]) {
    await drawing(size).png(PNG).toFile(`${folder}/icon-${size}.png`);
  }
  const inner = Math.round((512 * SAFE) / 2) * 2;
  const margin = (512 - inner) / 2;
  await drawing(inner)
    .flatten({ background: GROUND })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: GROUND })
    .png(PNG)
    .toFile(`${folder}/icon-maskable.png`);
}
