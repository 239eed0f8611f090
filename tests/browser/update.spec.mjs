// A newer version of the cached page. Puppeteer drives this Chromium without attaching to its service workers;
// Playwright's debugger may keep an old one active for minutes.
import { test as base, expect } from "@playwright/test";
import { launch } from "puppeteer-core";
import { serveCopy } from "./served.mjs";

const SCENARIO = "#v2&preset=baltimore_county&fast_slow=0.4&view=bands";
const OLD = /to scale$/;
const NEW = /to scale, newer$/;

class Visitor {
  constructor(page) {
    this.page = page;
  }

  async open(address) {
    await this.page.goto(address);
    await this.waitUntilComplete();
    // Waits until it is cached completely.
    await this.page.evaluate(() => navigator.serviceWorker.ready);
  }

  waitUntilComplete() {
    return this.page.waitForSelector("button:enabled::-p-text(Pin this run)");
  }

  press(button) {
    return this.page.locator(`button::-p-text(${button})`).click();
  }

  waitForOffer() {
    return this.page.waitForSelector("::-p-text(A new version is available.)");
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

  async expectState(title, preset, pace) {
    await expect.poll(() => this.page.title().catch(() => "")).toMatch(title);
    await expect.poll(() => this.valueOf("#preset")).toBe(preset);
    await expect.poll(() => this.valueOf("#fast_slow")).toBe(pace);
  }
}

// Opens windows of one browser.
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

test("a new version waits until it is requested, and keeps scenario and runs", async ({
  newVisitor,
}, testInfo) => {
  const server = await serveCopy(testInfo);
  const visitor = await newVisitor();
  await visitor.open(server.address + SCENARIO);
  await visitor.press("Pin this run");
  await server.update();
  await visitor.page.reload();
  await visitor.waitForOffer();
  await visitor.press("Later");
  expect(await visitor.page.evaluate(() => document.activeElement.className)).toBe("headline");
  // On the next visit it is offered again, and the old one is still active.
  await visitor.page.reload();
  await visitor.waitForOffer();
  await visitor.expectState(OLD, "baltimore_county", "0.4");
  await visitor.waitUntilComplete();
  await visitor.slide("-0.3");
  // Before the address is updated.
  await visitor.press("Update");
  await visitor.expectState(NEW, "baltimore_county", "-0.3");
  await visitor.page.waitForSelector(".runs li");
  await visitor.waitUntilComplete();
  expect(await visitor.page.$(".new-version")).toBeNull();
  await server.stop();
});

test("a window keeps its version while another loads the new one", async ({ newVisitor }, testInfo) => {
  const server = await serveCopy(testInfo);
  const visitor = await newVisitor();
  await visitor.open(server.address + SCENARIO);
  await server.update();
  const other = await newVisitor();
  await other.open(server.address);
  await visitor.waitForOffer();
  await other.waitForOffer();
  await other.press("Update");
  await other.expectState(NEW, "chicago", "-0.2");
  await visitor.page.bringToFront();
  await visitor.expectState(OLD, "baltimore_county", "0.4");
  await visitor.slide("0.8");
  await visitor.press("Update");
  await visitor.expectState(NEW, "baltimore_county", "0.8");
  await server.stop();
});
