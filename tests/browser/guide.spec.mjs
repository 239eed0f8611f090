// The guided start of a first visit: three questions, and sliders that move by themselves.
import AxeBuilder from "@axe-core/playwright";
import { expect, firstVisit } from "./page.mjs";

const guide = (page) => page.getByRole("region", { name: "Guided start" });
const button = (page, name) => guide(page).getByRole("button", { name });
const focused = (page) => page.evaluate(() => document.activeElement.className || document.activeElement.id);

// Each question with its slider, what it moves, and what of the page to look at.
const QUESTIONS = [
  ["Go faster?", "fast_slow", "How fast from pilot to scale?", "chart"],
  ["Where to start?", "need_readiness", "Which schools first?", "outcomes"],
  ["Build or buy?", "build_buy", "Who supports the schools?", "outcomes"],
];

firstVisit("three questions move their sliders by themselves, by keyboard", async ({ district, page }) => {
  await district.open();
  await expect(guide(page)).toContainText("Three one-minute questions about this district");
  await district.waitUntilComplete();
  await page.keyboard.press("Tab");
  for (const [question, key, slider, place] of QUESTIONS) {
    await expect(button(page, question)).toBeFocused();
    const positions = [];
    await page.exposeFunction(`moved_${key}`, (value) => positions.push(value));
    await page.evaluate((key) => {
      const input = document.getElementById(key);
      new MutationObserver(() => window[`moved_${key}`](Number(input.value))).observe(input, {
        attributeFilter: ["aria-valuetext"],
      });
    }, key);
    await page.keyboard.press("Enter");
    await expect(guide(page)).toContainText(`“${slider}” moves all the way to`);
    await expect(guide(page)).toContainText(`Look at the ${place}: `);
    await expect(page.locator(`#${key}`)).toHaveValue("-1");
    expect(positions.length, "steps that are seen").toBeGreaterThan(5);
    await expect(page.locator("[data-asked]")).toHaveCount(1);
    await expect(page.locator(`[data-asked] #${key}`)).toBeInViewport({ ratio: 1 });
    // Whatever moved, the focus is where it was, and the next question follows.
    await expect(button(page, question)).toBeFocused();
    await page.keyboard.press("Tab");
  }
  const { violations } = await new AxeBuilder({ page }).include(".guide").analyze();
  expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
  await district.waitUntilComplete();
  await expect(page.locator("#change")).toContainText(/schools/);
  await expect(button(page, "Put it back")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(district.pace).toHaveValue("-0.2");
  await expect(page.getByRole("button", { name: "Nothing changed" })).toBeDisabled();
  await expect(button(page, "Put it back")).toBeFocused();
});

firstVisit("a question asked again moves its slider to the other end", async ({ district, page }) => {
  await district.open();
  await button(page, "Go faster?").click();
  await expect(district.pace).toHaveValue("-1");
  await button(page, "Go faster?").click();
  await expect(guide(page)).toContainText("moves all the way to Slow and steady.");
  await expect(district.pace).toHaveValue("1");
});

firstVisit("whoever moves the slider stops it, and so does closing the guide", async ({ district, page }) => {
  await district.open();
  const restsAt = async (value) => {
    for (const _ of [1, 2, 3]) {
      await page.waitForTimeout(100);
      expect(Number(await district.pace.inputValue())).toBe(value);
    }
  };
  await page.evaluate(() => {
    const pace = document.getElementById("fast_slow");
    const observer = new MutationObserver(() => {
      if (Number(pace.value) > -0.4) return;
      observer.disconnect();
      pace.value = 0.7;
      pace.dispatchEvent(new Event("input", { bubbles: true }));
    });
    observer.observe(pace, { attributeFilter: ["aria-valuetext"] });
  });
  await button(page, "Go faster?").click();
  await expect(district.pace).toHaveValue("0.7");
  await restsAt(0.7);
  // What has moved stays; where it was is one press on "Undo" away.
  await button(page, "Go faster?").click();
  await page.keyboard.press("Escape");
  await expect(guide(page)).toBeHidden();
  const stopped = Number(await district.pace.inputValue());
  expect(stopped).toBeGreaterThan(-1);
  await restsAt(stopped);
});

firstVisit.describe("with reduced motion", () => {
  firstVisit.use({ reducedMotion: "reduce" });

  firstVisit("the slider jumps", async ({ district, page }) => {
    await district.open();
    await page.evaluate(() => {
      window.positions = [];
      const pace = document.getElementById("fast_slow");
      new MutationObserver(() => window.positions.push(pace.value)).observe(pace, {
        attributeFilter: ["aria-valuetext"],
      });
    });
    await button(page, "Go faster?").click();
    await expect(district.pace).toHaveValue("-1");
    expect(await page.evaluate(() => window.positions)).toEqual(["-1"]);
  });
});

firstVisit("it can be skipped, and returns only on request", async ({ district, page }) => {
  await district.open();
  await button(page, "Close").press("Enter");
  await expect(guide(page)).toBeHidden();
  expect(await focused(page), "where the focus goes").toBe("headline");
  await page.reload();
  await district.waitUntilComplete();
  await expect(guide(page)).toBeHidden();
  const opener = page.getByRole("button", { name: "Guided start" });
  await opener.press("Enter");
  await expect(button(page, "Go faster?")).toBeFocused();
  await button(page, "Close").press("Enter");
  await expect(guide(page)).toBeHidden();
  await expect(opener).toBeFocused();
});

firstVisit("Escape closes it, wherever the focus is", async ({ district, page }) => {
  await district.open();
  await expect(guide(page)).toBeVisible();
  await district.pace.focus();
  await page.keyboard.press("Escape");
  await expect(guide(page)).toBeHidden();
  await expect(district.pace).toBeFocused();
});

for (const link of [
  "#v2&preset=chicago",
  "#v2&preset=chicago&fast_slow=0.4",
  "?preset=chicago",
  "?fast_slow=0.4",
  "?embed=headline+chart+levers",
]) {
  firstVisit(`${link} opens without it`, async ({ district, page }) => {
    await district.open(link);
    await expect(district.headline).toContainText("500 simulated futures");
    if (!link.includes("embed")) await district.waitUntilComplete();
    await expect(guide(page)).toBeHidden();
  });
}
