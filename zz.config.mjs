// Browser tests against the release artefact in dist/, in the system's Chromium; firefox.spec.mjs starts
// Firefox. `make test` runs them.
import { defineConfig } from "@playwright/test";

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
    // The same machine draws the same pixels, and tools/small-pictures.mjs changes none by more than this.
    // The smallest label, a 0, that stands 1 px elsewhere changes 19 pixels.
    toHaveScreenshot: { threshold: 0.05, maxDiffPixels: 4, animations: "disabled", caret: "hide" },
  },
  // Of all platforms: the pictures are those of Debian's Chromium and fonts. One that is missing is a failure.
  snapshotPathTemplate: "{testDir}/screenshots/{arg}{ext}",
  updateSnapshots: "none",
  reporter: [["list"]],
  use: {
    // The page stands under a prefix, because any prefix must do.
    baseURL: "http://127.0.0.1:4193/any/prefix/",
    // What is kept for use without network would answer before a test's own answers do.
    serviceWorkers: "block",
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node tools/serve.mjs --port 4193 --prefix /any/prefix/",
    url: "http://127.0.0.1:4193/any/prefix/",
  },
});
