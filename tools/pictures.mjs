// Takes screenshots of the page in dist/ for inspection: three sizes, light and dark.
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { DIST, serve } from "../tests/browser/served.mjs";
import { chromiumOptions } from "./browsers.mjs";

const ROOT = new URL("../", import.meta.url);
const SIZES = [
  [1280, 800],
  [820, 1180],
  [360, 800],
];

const server = await serve(DIST);
const browser = await chromium.launch(chromiumOptions());
for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of SIZES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(server.address + (process.env.LINK ?? ""));
    await page
      .getByRole("button", { name: "All results as CSV" })
      .and(page.locator("[aria-disabled=false]"))
      .waitFor();
    for (const [name, fullPage] of [
      ["", false],
      ["-full", true],
    ]) {
      const path = fileURLToPath(new URL(`test-results/pictures/${width}-${colorScheme}${name}.png`, ROOT));
      await page.screenshot({ path, fullPage });
      console.log(path);
    }
    await page.close();
  }
}
await browser.close();
await server.stop();
