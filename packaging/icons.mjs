// The icons of the installed page, rendered from the favicon.
import { readFileSync } from "node:fs";
import sharp from "sharp";

const ICON = new URL("../public/icon.svg", import.meta.url);
const BACKGROUND = "#1b5e8c";
// The part of a maskable icon that no mask cuts off.
const SAFE = 0.8;

// The icon with this many pixels per side.
function render(size) {
  return sharp(readFileSync(ICON), { density: (72 * size) / 32 }).resize(size, size);
}

// A small palette, for a small file.
const PNG = { palette: true, effort: 10 };

export async function writeIcons(folder) {
  for (const size of [192, 512]) {
    await render(size).png(PNG).toFile(`${folder}/icon-${size}.png`);
  }
  const inner = Math.round((512 * SAFE) / 2) * 2;
  const margin = (512 - inner) / 2;
  await render(inner)
    .flatten({ background: BACKGROUND })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: BACKGROUND })
    .png(PNG)
    .toFile(`${folder}/icon-maskable.png`);
}
