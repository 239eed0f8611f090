// Takes screenshots of the page as it stands in dist/, to be looked at: three sizes, light and dark.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const ROOT = new URL("../", import.meta.url);
const ADDRESS = "http://127.0.0.1:4174/";
const SIZES = [
  [1280, 800],
  [820, 1180],
  [360, 800],
];

const serve = fileURLToPath(new URL("tools/serve.mjs", ROOT));
const server = spawn("node", [serve, "--port", "4174"], { stdio: ["ignore", "pipe", "inherit"] });
await once(server.stdout, "data");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of SIZES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(ADDRESS + (process.env.LINK ?? ""));
    await page.getByRole("button", { name: "All results as CSV" }).and(page.locator(":enabled")).waitFor();
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
server.kill();
