// The system's Firefox, which Playwright cannot drive: it only runs these tests, and Puppeteer drives the
// browser.
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { test as base, expect } from "@playwright/test";
import { launch } from "puppeteer-core";
import { firefoxOptions } from "../../tools/browsers.mjs";

// What a person does on the page and sees there. Everything is done by keyboard: a key finds its element
// while the page still grows, a click may miss it.
class FirefoxPage {
  constructor(page, address, downloads) {
    this.page = page;
    this.address = address;
    this.downloads = downloads;
  }

  async open(link = "") {
    // By way of an empty page: another part behind `#` alone would load nothing anew.
    await this.page.goto("about:blank");
    await this.page.goto(`${this.address}${link}`);
  }

  // All futures are simulated: gives the button that saves their results.
  isComplete() {
    return this.page.waitForSelector("button:enabled::-p-text(All results as CSV)");
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
    const button = await this.isComplete();
    await button.press("Enter");
  }

  async saved() {
    const names = await readdir(this.downloads);
    return Promise.all(names.map((name) => readFile(`${this.downloads}/${name}`)));
  }
}

// A test with a Firefox of its own, on a new profile that goes when it goes. It fails on any error of the page.
export const test = base.extend({
  firefox: async ({ baseURL }, use, testInfo) => {
    const downloads = testInfo.outputPath("downloads");
    const browser = await launch({
      ...firefoxOptions({
        // 2: into the folder that is named next.
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        // The panel would take the keys away from the page.
        "browser.download.alwaysOpenPanel": false,
      }),
      timeout: 120_000,
    });
    try {
      const page = await browser.newPage();
      const errors = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      await use(new FirefoxPage(page, baseURL, downloads));
      expect(errors, "errors of the page").toEqual([]);
    } finally {
      await browser.close();
    }
  },
});

export { expect };
