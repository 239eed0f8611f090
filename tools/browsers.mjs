// How the system's browsers are started, wherever one is: tools/env.sh names them in CHROMIUM and FIREFOX.
import { closeSync, openSync, readSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";

// Chromium has no sandbox for root, who is the only user of many containers.
const isRoot = process.getuid?.() === 0;

// The page speaks English to a browser that does, on a machine of any language.
const LANGUAGE = "en-US";

// How Playwright and Puppeteer start Chromium. Drawn by software: the same pixels with every graphics card.
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

// How Puppeteer starts Firefox.
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

// The first bytes of a file: enough to see what a script starts.
function beginning(path) {
  const bytes = Buffer.alloc(2000);
  const file = openSync(path);
  const read = readSync(file, bytes);
  closeSync(file);
  return bytes.toString("latin1", 0, read);
}

// Where a command is.
function find(command) {
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

// Whether a browser is a snap, as Ubuntu's are: it finds no file outside of the home folder, and no hidden one.
export function isSnap(command) {
  const path = command && find(command);
  if (!path) return false;
  // A link to the program `snap`, a file below /snap, or a script that starts one.
  return /\/snap(\/|$)/.test(path) || /^#![^\0]*\/snap\/bin\//.test(beginning(path));
}
