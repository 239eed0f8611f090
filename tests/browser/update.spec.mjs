// A newer version of the page that is kept on the device. Puppeteer drives this Chromium and leaves its
// service workers alone; Playwright's debugger may keep an old one at work for minutes.
import { test as base, expect } from "@playwright/test";
import { launch } from "puppeteer-core";
import { serveCopy } from "./served.mjs";

const SCENARIO = "#v1&preset=baltimore_county&fast_slow=0.4";
const OLD = /to scale$/;
const NEW = /to scale, newer$/;

class Visitor {
  constructor(page) {
    this.page = page;
  }

  async open(address) {
    await this.page.goto(address);
    await this.isComplete();
    // All of it is on the device.
    await this.page.evaluate(() => navigator.serviceWorker.ready);
  }

  isComplete() {
    return this.page.waitForSelector("button:enabled::-p-text(Pin this run)");
  }

  press(button) {
    return this.page.locator(`button::-p-text(${button})`).click();
  }

  isOffered() {
    return this.page.waitForSelector("::-p-text(A new version is here.)");
  }

  slide(value) {
    return this.page.$eval(
      "#fast_slow",
      (slider, value) => {
        slider.value = value;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      },
      value,
    );
  }

  valueOf(selector) {
    return this.page.$eval(selector, (field) => field.value).catch(() => null);
  }

  async shows(title, preset, pace) {
    await expect.poll(() => this.page.title().catch(() => "")).toMatch(title);
    await expect.poll(() => this.valueOf("#preset")).toBe(preset);
    await expect.poll(() => this.valueOf("#fast_slow")).toBe(pace);
  }
}

// Gives windows of one browser.
const test = base.extend({
  newVisitor: async ({ launchOptions, playwright }, use) => {
    const browser = await launch({
      ...launchOptions,
      executablePath: launchOptions.executablePath ?? playwright.chromium.executablePath(),
      targetFilter: (target) => target.type() !== "service_worker",
    });
    await use(async () => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(() => localStorage.setItem("districtwide.guided", "shown"));
      return new Visitor(page);
    });
    await browser.close();
  },
});

test("a new version waits until it is asked for, and keeps scenario and runs", async ({
  newVisitor,
}, testInfo) => {
  const server = await serveCopy(testInfo);
  const visitor = await newVisitor();
  await visitor.open(server.address + SCENARIO);
  await visitor.press("Pin this run");
  await server.update();
  await visitor.page.reload();
  await visitor.isOffered();
  await visitor.press("Later");
  // At the next visit it is offered again, and the old one still answers.
  await visitor.page.reload();
  await visitor.isOffered();
  await visitor.shows(OLD, "baltimore_county", "0.4");
  await visitor.isComplete();
  await visitor.slide("-0.3");
  // Before the address has it.
  await visitor.press("Load it");
  await visitor.shows(NEW, "baltimore_county", "-0.3");
  await visitor.page.waitForSelector(".runs li");
  await visitor.isComplete();
  expect(await visitor.page.$(".new-version")).toBeNull();
  await server.stop();
});

test("a window that did not ask keeps its version while another loads the new one", async ({
  newVisitor,
}, testInfo) => {
  const server = await serveCopy(testInfo);
  const visitor = await newVisitor();
  await visitor.open(server.address + SCENARIO);
  await server.update();
  const other = await newVisitor();
  await other.open(server.address);
  await visitor.isOffered();
  await other.isOffered();
  await other.press("Load it");
  await other.shows(NEW, "chicago", "-0.2");
  await visitor.page.bringToFront();
  await visitor.shows(OLD, "baltimore_county", "0.4");
  await visitor.slide("0.8");
  await visitor.press("Load it");
  await visitor.shows(NEW, "baltimore_county", "0.8");
  await server.stop();
});
