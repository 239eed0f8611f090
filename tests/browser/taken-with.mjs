// The environment that screenshots depend on besides the page: the browser, and how it renders text here.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const FILE = fileURLToPath(new URL("screenshots/taken-with.json", import.meta.url));

// The fonts of the page (public/style/base.css). They are repeated here, not read from there: a page with other
// fonts looks different, and the screenshots must detect that.
const FAMILIES = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const TEXT = "Half of 500 futures: ÁÉñüß – 0123456789 % “x” ▶ ● ↑ ○ …";
const SAMPLE = [12, 13, 14, 16, 24]
  .flatMap((size) =>
    [400, 600].map((weight) => `<p style="font: ${weight} ${size}px ${FAMILIES}">${TEXT}</p>`),
  )
  .join("")
  .replaceAll('"Segoe UI"', "'Segoe UI'");

// What else the page renders: fields, thin and translucent areas, dashes, and marks between pixels.
const FIELDS = `<p><input type="number" value="30"><input type="range"><input type="radio" checked>
  <input type="checkbox" checked><select><option>Ever started</select><button>Pin this run</button></p>`;
const DRAWING = `<svg width="700" height="300" viewBox="0 0 700 300">
  <path d="M10 250L190.3 120.7L370.6 80.2L690 60V160L370.6 170.9L190.3 200.1Z" fill="#1a5a8a" opacity=".2"/>
  <path d="M10 250L190.3 150.7L370.6 120.2L690 100" fill="none" stroke="#1a5a8a" stroke-width="2.5"/>
  <path d="M10 270L190.3 220.4L690 190.8" fill="none" stroke="#b03a0a" stroke-width="2.5" stroke-dasharray="7 4"/>
  <circle cx="190.3" cy="120.7" r="4.5"/><rect x="300.4" y="230.6" width="7" height="7" fill="#b03a0a"/>
  </svg>`;

// The names of the fonts that render the sample.
async function fontsOf(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument");
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "p" });
  const names = new Set();
  for (const nodeId of nodeIds) {
    const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
    for (const { postScriptName, familyName } of fonts) names.add(postScriptName || familyName);
  }
  return [...names].sort();
}

// The browser, the names of the fonts, and a hash of the rendered sample: a font of the same name can have
// another version, and the same font can be rendered with other settings.
async function environmentOf(browser) {
  const context = await browser.newContext({ viewport: { width: 820, height: 1180 }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.setContent(`${SAMPLE}${FIELDS}${DRAWING}<div style="height: 1180px"></div>`);
  const fonts = await fontsOf(page);
  await page.evaluate(() => scrollTo(0, 100.25));
  const pixels = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer();
  await context.close();
  const drawn = createHash("sha256").update(pixels).digest("hex").slice(0, 16);
  return { browser: `${browser.browserType().name()} ${browser.version()}`, fonts, drawn };
}

// Records the environment next to the screenshots.
export async function recordEnvironment(browser) {
  mkdirSync(new URL("screenshots/", import.meta.url), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(await environmentOf(browser), null, 2)}\n`);
}

// Why the screenshots cannot be compared here; undefined if they can.
export async function whyNotComparable(browser) {
  if (!existsSync(FILE))
    throw new Error("screenshots/taken-with.json is missing: `make screenshots` writes it.");
  const then = JSON.parse(readFileSync(FILE, "utf8"));
  const now = await environmentOf(browser);
  if (JSON.stringify(now) === JSON.stringify(then)) return undefined;
  const fonts = ({ fonts }) => fonts.join(", ");
  let [one, other] = [then, now].map(({ browser }) => browser);
  if (fonts(then) !== fonts(now)) {
    one += ` and ${fonts(then)}`;
    other += ` and ${fonts(now)}`;
  } else if (one === other) {
    other = "the same, which renders differently";
  }
  return `Screenshots are not compared: they were taken with ${one}, and this is ${other}.`;
}
