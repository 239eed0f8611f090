// Comparing runs: pinned, named, side by side, and stored by the browser.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";

const KEY = "districtwide.runs";

// Pins and names a first run, and then a slower one.
async function pinFastAndSlow(district) {
  await district.open();
  await district.waitUntilComplete();
  await district.pin.click();
  await district.renameRun("Run A", "Fast");
  await district.slide(district.pace, 0.8);
  await district.waitUntilComplete();
  await district.pin.click();
  await district.renameRun("Run A", "Slow");
}

test("two runs are compared: what differs, which is first, and how far each claim holds", async ({
  district,
  page,
}) => {
  await pinFastAndSlow(district);
  const compare = page.locator("#compare");
  await expect(compare.locator(".differing > li")).toHaveCount(1);
  await expect(compare.locator(".differing")).toContainText("Slow: 0.8 toward Slow and steady");
  await expect(compare.locator(".paired li").first()).toHaveText(
    /^Fast reaches 100 schools before Slow in (\d+|more than 99) of 100 futures if the model’s numbers are right \(Slow: .+, no difference: .+\), and in .+ if they are not known: .+\.$/,
  );
  const row = (label) => compare.getByRole("row", { name: new RegExp(`^${label}`) });
  await expect(row("Ever started")).toContainText("fewer schools");
  await expect(row("Setbacks")).toContainText(/open|no difference|leaning/);
  await expect(compare.locator(".compare-chart .run")).toHaveCount(2);
});

test("the meaning of the outcomes in the table is shown on demand, and stays when a decision changes", async ({
  district,
  page,
}) => {
  await pinFastAndSlow(district);
  const gap = page.locator("#compare").getByText("Share of high-need schools that are active");
  await expect(gap).toBeHidden();
  const mean = page.locator("#compare").getByRole("button", { name: "What these mean" });
  await mean.press("Enter");
  await expect(gap).toBeVisible();
  await expect(mean).toHaveAttribute("aria-expanded", "true");
  await district.slide(district.pace, 0.2);
  await district.waitUntilComplete();
  await expect(gap).toBeVisible();
  await mean.press("Enter");
  await expect(gap).toBeHidden();
});

test("the displayed scenario is compared with the pinned runs until it is one of them", async ({
  district,
  page,
}) => {
  await pinFastAndSlow(district);
  const names = page.locator("#compare thead th");
  await expect(names).toHaveCount(3);
  await district.slide(district.pace, 0.2);
  await district.slide(page.getByLabel("Which schools first?"), 0.9);
  await district.waitUntilComplete();
  await expect(names.last()).toHaveText("Now");
  await page.getByRole("button", { name: "Show Slow" }).click();
  await expect(district.pace).toHaveValue("0.8");
  await district.waitUntilComplete();
  await expect(names).toHaveCount(3);
});

test("runs can be renamed, recolored, dropped and compared with another baseline by keyboard", async ({
  district,
  page,
}) => {
  await pinFastAndSlow(district);
  const rows = page.locator(".runs li");
  await rows.last().getByRole("radio", { name: "baseline" }).press("Space");
  await expect(page.locator("#compare thead th").last()).toContainText("baseline");
  const swatch = rows.first().getByRole("button", { name: "Another color for Fast" });
  await expect(swatch).toHaveClass(/run-0/);
  await swatch.press("Enter");
  await expect(swatch).toHaveClass(/run-1/);
  await expect(rows.last().getByRole("button", { name: "Another color" })).toHaveClass(/run-0/);
  await page.getByLabel("Name of Fast").fill("  ");
  await page.getByLabel("Name of Fast").press("Enter");
  await expect(page.locator("#compare thead th").nth(1)).toHaveText("Fast");
  await page.getByRole("button", { name: "Remove Fast" }).press("Enter");
  await expect(rows).toHaveCount(1);
});

test("at most four runs can be pinned", async ({ district, page }) => {
  await district.open("#v2&replicates=20");
  await district.waitUntilComplete();
  for (const run of ["A", "B", "C", "D"]) {
    await district.pin.click();
    await expect(page.getByLabel(`Name of Run ${run}`)).toBeVisible();
  }
  await expect(page.getByRole("button", { name: "4 runs are pinned" })).toBeDisabled();
  const colors = await page
    .locator(".runs .swatch")
    .evaluateAll((all) => all.map((swatch) => getComputedStyle(swatch).backgroundColor));
  expect(new Set(colors).size).toBe(4);
});

test("pinned runs and their results are restored on the next visit", async ({ district, page }) => {
  await pinFastAndSlow(district);
  const sentence = await page.locator(".paired li").first().textContent();
  await page.reload();
  await expect(page.getByLabel("Name of Slow")).toBeVisible();
  await expect(page.locator(".paired li").first()).toHaveText(sentence);
});

test("a run that is pinned before it is complete is still simulated", async ({ district, page }) => {
  await district.open();
  await district.waitUntilComplete();
  await district.slide(district.pace, 0.5);
  await district.pin.click();
  await district.slide(district.pace, -0.5);
  await expect(page.locator("#compare thead th")).toHaveText([/Outcome/, /Run A/, /Now/]);
});

test("a name is never markup", async ({ district, page }) => {
  await pinFastAndSlow(district);
  await district.renameRun("Fast", "<img src=x onerror=alert(1)>");
  await expect(page.locator("#compare thead th").nth(1)).toContainText("<img src=x");
  await expect(page.locator("#compare img")).toHaveCount(0);
});

test("schools that flip between two runs are listed with the reason", async ({ district, page }) => {
  await pinFastAndSlow(district);
  await district.goToMonth(48);
  await district.openSection("Which schools differ, and why");
  await expect(page.locator(".flips li").first()).toContainText(/School\s\d+: .* under Fast; .* under Slow/);
});

test("every outcome over time can be selected for the chart", async ({ district, page }) => {
  await pinFastAndSlow(district);
  const choice = page.locator("#compare select");
  for (const value of await choice.locator("option").evaluateAll((all) => all.map((o) => o.value))) {
    await choice.selectOption(value);
    for (const path of await page.locator(".compare-chart .median").all()) {
      await expect(path).toHaveAttribute("d", /^M[^N]*$/);
    }
  }
});

for (const [what, text, sentence] of [
  ["of another version", '{"version":9,"runs":[]}', "another version"],
  ["damaged", "{oops", "damaged"],
]) {
  test(`stored runs that are ${what} are reported and not lost`, async ({ district, page }) => {
    await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [KEY, text]);
    await district.open();
    await expect(page.locator("#compare [role=alert]")).toContainText(sentence);
    await district.pin.click();
    await expect(page.getByLabel("Name of Run A")).toBeVisible();
    expect(await page.evaluate((key) => localStorage.getItem(`${key}.unread`), KEY)).toBe(text);
  });
}

test("where the browser stores nothing, runs can still be pinned and the page says how long they last", async ({
  district,
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await district.open();
  await district.waitUntilComplete();
  await district.pin.click();
  await expect(page.getByLabel("Name of Run A")).toBeVisible();
  await expect(page.locator("#compare [role=alert]")).toContainText("until you close it");
});

test("the page works where storage is blocked altogether", async ({ district, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await district.open();
  await district.waitUntilComplete();
  await district.pin.click();
  await expect(page.getByLabel("Name of Run A")).toBeVisible();
});

test("a name that is being typed stays while results arrive", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&replicates=2000");
  await district.pin.click();
  const field = page.getByLabel("Name of Run A", { exact: true });
  await field.fill("Slow");
  await expect(page.locator(".runs")).not.toContainText("simulating");
  await expect(field).toHaveValue("Slow");
  await field.press("Enter");
  await expect(page.getByLabel("Name of Slow", { exact: true })).toBeVisible();
});

test("after a change the page says what it did, and through what mechanism", async ({ district, page }) => {
  await district.open();
  await district.waitUntilComplete();
  const change = page.locator("#change");
  await expect(change).toContainText("Move a decision");
  await district.slide(district.pace, 0.9);
  await expect(change).toContainText(/^Slower pace: .*\d+ fewer schools.*because/);
  await district.preset.selectOption("small_wealthy");
  await expect(change).toContainText("instead of Chicago");
});

for (const [width, colorScheme] of [
  [1280, "light"],
  [360, "dark"],
]) {
  test(`axe finds nothing, and nothing scrolls horizontally, with runs and a story at ${width} px, ${colorScheme}`, async ({
    district,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await pinFastAndSlow(district);
    await page.getByLabel("Story of school number").fill("30");
    await page.getByLabel("Story of school number").press("Enter");
    await district.openSection("Which schools differ, and why");
    await district.openSection("Four dimensions of scale");
    await district.openSection("Setbacks by kind");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolls).toBeLessThanOrEqual(width);
  });
}
