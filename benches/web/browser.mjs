// Opens a page in headless Chromium that does works, and answers for it: a question a line, as JSON.
// `native.rs` starts it with R1's parameters and asks.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import tests from "../../playwright.config.mjs";
import { buildModule } from "./build.mjs";

const MODULE = await buildModule();
const ORIGIN = "http://localhost";
const TYPES = { mjs: "text/javascript", js: "text/javascript", wasm: "application/wasm" };

// Answers for a server: an empty page, the programs beside this file, and the module where it was built.
async function serve(route) {
  const path = new URL(route.request().url()).pathname;
  const file = path.startsWith("/module/")
    ? join(MODULE, path.slice("/module/".length))
    : new URL(`.${path}`, import.meta.url);
  await route.fulfill({
    body: path === "/" ? "<!doctype html>" : readFileSync(file),
    contentType: TYPES[path.split(".").at(-1)] ?? "text/html",
    // Isolated, a page has a clock of 5 instead of 100 microseconds.
    headers: {
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    },
  });
}

const browser = await chromium.launch(tests.use.launchOptions);
const page = await browser.newPage();
await page.route("**/*", serve);
await page.goto(ORIGIN);
const r1 = JSON.parse(process.argv[2]);
const answer = await page.evaluateHandle(async (r1) => (await import("./works.mjs")).open(r1), r1);
for await (const question of createInterface({ input: process.stdin })) {
  const given = await page.evaluate(([answer, question]) => answer(question), [answer, JSON.parse(question)]);
  console.log(JSON.stringify(given));
}
await browser.close();
