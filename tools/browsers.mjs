// Launch options of the system's browsers; tools/env.sh sets CHROMIUM and FIREFOX.
import { closeSync, openSync, readSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";

// Chromium has no sandbox for root, who is the only user of many containers.
const isRoot = process.getuid?.() === 0;

// The page is in English, whatever the language of the machine.
const LANGUAGE = "en-US";

// Options for Chromium in Playwright and Puppeteer. Software rendering: the same pixels on every graphics card.
export function chromiumOptions(...more) {
  return {
    executablePath: process.env.CHROMIUM || undefined,
    args: [
      ...(isRoot ? ["--no-sandbox"] : []),
      `--accept-lang=${LANGUAGE}`,
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  };
}

// Options for Firefox in Puppeteer.
export function firefoxOptions(preferences = {}) {
  return {
    browser: "firefox",
    executablePath: process.env.FIREFOX,
    extraPrefsFirefox: {
      "intl.accept_languages": LANGUAGE,
      ...preferences,
    },
  };
}

// The first bytes of a file: enough to see what a script runs.
function beginning(path) {
  const bytes = Buffer.alloc(2000);
  const file = openSync(path);
  const read = readSync(file, bytes);
  closeSync(file);
  return bytes.toString("latin1", 0, read);
}

// The path of a command.
function resolveCommand(command) {
  if (command.includes("/")) return realpathSync(command);
  for (const folder of process.env.PATH.split(delimiter)) {
    try {
      return realpathSync(join(folder, command));
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

// Whether a browser is a snap, as on Ubuntu: it can access no files outside the home folder, and no hidden ones.
export function isSnap(command) {
  const path = command && resolveCommand(command);
  if (!path) return false;
  // A link to the program `snap`, a file below /snap, or a script that runs one.
  return /\/snap(\/|$)/.test(path) || /^#![^\0]*\/snap\/bin\//.test(beginning(path));
}
