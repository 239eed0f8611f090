// The system's Firefox, which Playwright cannot drive: Playwright runs these tests, and Puppeteer drives the
// browser.
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { test as base, expect } from "@playwright/test";
import { launch } from "puppeteer-core";
import { firefoxOptions } from "../../tools/browsers.mjs";

// What a user does on the page and sees there. Everything is done by keyboard: while the layout still shifts, a
// key reaches its element and a click may miss it.
class FirefoxPage {
  constructor(page, address, downloads) {
    this.page = page;
    this.address = address;
    this.downloads = downloads;
  }

  async open(link = "") {
    // Through an empty page: a change of the fragment alone would not reload the page.
    await this.page.goto("about:blank");
    await this.page.goto(`${this.address}${link}`);
  }

  // All futures are simulated: returns the button that saves their results.
  async waitUntilComplete() {
    // The last part that comes by itself: Firefox reports what a page that is left was still loading.
    await this.page.waitForSelector(".decision .strip");
    return this.page.waitForSelector("button[aria-disabled='false']::-p-text(All results as CSV)");
  }

  headline() {
    return this.page.$eval("[data-testid=headline]", (headline) => headline.textContent);
  }

  async press(key, label) {
    const element = await this.page.waitForSelector(`::-p-aria(${label})`);
    await element.press(key);
  }

  async emptyDownloads() {
    await rm(this.downloads, { recursive: true, force: true });
    await mkdir(this.downloads, { recursive: true });
  }

  // Saves the results into an empty folder.
  async save() {
    await this.emptyDownloads();
    const button = await this.waitUntilComplete();
    await button.press("Enter");
  }

  async saved() {
    // While a file is being written, its bytes are in another one, which is renamed in the end.
    const names = (await readdir(this.downloads)).filter((name) => !name.endsWith(".part"));
    return Promise.all(names.map((name) => readFile(`${this.downloads}/${name}`)));
  }
}

// A test with its own Firefox on a temporary profile. It fails on any error on the page.
export const test = base.extend({
  firefox: async ({ baseURL }, use, testInfo) => {
    const downloads = testInfo.outputPath("downloads");
    const browser = await launch({
      ...firefoxOptions({
        // 2: into the folder below.
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        // The panel would take the focus from the page.
        "browser.download.alwaysOpenPanel": false,
      }),
      timeout: 120_000,
    });
    try {
      const page = await browser.newPage();
      const errors = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() !== "error") return;
        const { url, lineNumber, columnNumber } = message.location();
        errors.push(`${message.text()} (${url}:${lineNumber}:${columnNumber})`);
      });
      await use(new FirefoxPage(page, baseURL, downloads));
      expect(errors, "page errors").toEqual([]);
    } finally {
      await browser.close();
    }
  },
});

export { expect };
