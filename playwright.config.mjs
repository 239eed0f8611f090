// Browser tests against the release artefact in dist/, in the system's Chromium; firefox.spec.mjs starts
// Firefox. `make test` runs them.
import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./tools/browsers.mjs";

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  // Two browsers at a time, so that the workers of one do not starve the other.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Generous, for a machine that is busy: a test waits for what it looks for, never for a time.
  timeout: 180_000,
  expect: {
    timeout: 30_000,
    // The same browser can draw the edge of an area a shade lighter, by the order in which it repaints (13 such
    // pixels were seen, 27 of 255 apart), and tools/small-pictures.mjs changes no pixel by more. The smallest
    // label, a 0, that stands 4 px elsewhere is found: screenshots.spec.mjs tries it.
    toHaveScreenshot: { threshold: 0.15, maxDiffPixels: 8, animations: "disabled", caret: "hide" },
  },
  // The pictures are those of one browser and its fonts (taken-with.mjs), on any platform. One that is missing
  // is a failure.
  snapshotPathTemplate: "{testDir}/screenshots/{arg}{ext}",
  updateSnapshots: "none",
  reporter: [["list"], ["./tests/browser/at-the-end.mjs"]],
  globalSetup: "./tests/browser/start.mjs",
  use: {
    // Where tests/browser/start.mjs serves the page.
    baseURL: process.env.PAGE_ADDRESS,
    // A visitor in the United States, on a machine anywhere.
    locale: "en-US",
    timezoneId: "America/Chicago",
    // What is kept for use without network would answer before a test's own answers do.
    serviceWorkers: "block",
    viewport: { width: 1280, height: 800 },
    launchOptions: chromiumOptions(),
  },
});
