// Nothing is lost without a message: runs, names, undo and clicks, whatever a person does between tabs, languages,
// links and fields.
import { waitUntilStable } from "./looks.mjs";
import { DistrictPage, expect, test } from "./page.mjs";

const KEY = "districtwide.runs";
const choice = (page) => page.getByRole("combobox", { name: /^(Language|Idioma)$/ });
const runs = (page) => page.locator(".runs > li");
const names = (page) =>
  page.locator(".runs li input[type=text]").evaluateAll((all) => all.map((field) => field.value));
// Stores one pinned run, as an earlier visit left it.
const storeRun = (page, name, link) =>
  page.evaluate(
    ([key, run]) => localStorage.setItem(key, JSON.stringify({ version: 1, baseline: 0, runs: [run] })),
    [KEY, { name, colour: 0, link }],
  );
const TWO_RUNS =
  "v2&preset=chicago&run=Slow&preset=chicago&fast_slow=0.8&run=Fast&preset=chicago&fast_slow=-0.8";

test("another language keeps pins, colors, names, undo and open sections", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&replicates=60");
  await district.waitUntilComplete();
  await district.pin.click();
  await page.getByRole("button", { name: "Another color for Run A" }).click();
  await district.renameRun("Run A", "Board");
  await district.setExportName("Plan 2030");
  await district.slide(district.pace, 0.4);
  await expect(page).toHaveURL(/fast_slow=0\.4/);
  await district.openSection("Safeguards");
  await choice(page).selectOption("es");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.locator(".runs .swatch")).toHaveClass(/run-1/);
  expect(await names(page)).toEqual(["Board"]);
  await expect(page.locator("#scenario-name")).toHaveValue("Plan 2030");
  await expect(page.locator("details[open] [name=narrative]")).toBeVisible();
  await page.getByRole("button", { name: "Fijar esta simulación" }).click();
  await expect(runs(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(page.locator("#fast_slow")).toHaveValue("-0.2");
  await page.locator("#fast_slow").fill("0.9");
  await expect(page).toHaveURL(/fast_slow=0\.9/);
  await page.reload();
  await expect(runs(page)).toHaveCount(2);
  expect((await names(page))[0]).toBe("Board");
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("a finger that scrolls the page over a slider moves nothing", async ({ district, page }) => {
    await district.open("#v2&preset=chicago");
    await district.waitUntilComplete();
    const devtools = await page.context().newCDPSession(page);
    const touch = (type, points) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    for (const id of ["fast_slow", "need_readiness", "month"]) {
      const slider = page.locator(`#${id}`);
      await slider.evaluate((slider) => slider.scrollIntoView({ block: "center" }));
      const before = await slider.inputValue();
      const box = await slider.boundingBox();
      const [x, y] = [box.x + box.width * 0.8, box.y + box.height / 2];
      const scrolled = await page.evaluate(() => scrollY);
      await touch("touchStart", [{ x, y }]);
      for (let step = 1; step <= 12; step++) await touch("touchMove", [{ x, y: y - step * 12 }]);
      await touch("touchEnd", []);
      await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(scrolled);
      await expect(slider, id).toHaveValue(before);
    }
    await expect(page).toHaveURL(/#v2&preset=chicago&view=bands$/);
    // A finger that moves along it moves it.
    await waitUntilStable(page);
    const slider = page.locator("#fast_slow");
    await slider.evaluate((slider) => slider.scrollIntoView({ block: "center" }));
    const box = await slider.boundingBox();
    const y = box.y + box.height / 2;
    await touch("touchStart", [{ x: box.x + box.width * 0.5, y }]);
    for (let step = 1; step <= 6; step++)
      await touch("touchMove", [{ x: box.x + box.width * (0.5 + step / 20), y }]);
    await touch("touchEnd", []);
    expect(Number(await slider.inputValue())).toBeGreaterThan(0.4);
  });
});

test("two tabs keep each other's pinned runs", async ({ district, page, context }) => {
  await district.open("#v2&preset=chicago&replicates=40");
  await district.waitUntilComplete();
  const other = new DistrictPage(await context.newPage());
  await other.open("#v2&preset=small_wealthy&replicates=40");
  await other.waitUntilComplete();
  await district.pin.click();
  await expect(runs(other.page)).toHaveCount(1);
  await other.pin.click();
  await expect(runs(page)).toHaveCount(2);
  await Promise.all([district.pin.click(), other.page.getByRole("button", { name: "Remove Run A" }).click()]);
  await expect.poll(() => names(page)).toEqual(await names(other.page));
  await page.reload();
  await expect.poll(() => names(page)).toEqual(await names(other.page));
  expect(await names(page)).toContain("Run B");
});

test("the runs of a link that is pasted into the address of an open page are pinned", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=small_wealthy");
  await district.waitUntilComplete();
  await page.evaluate((link) => {
    location.hash = link;
  }, TWO_RUNS);
  await expect(runs(page)).toHaveCount(2);
  await expect(district.preset).toHaveValue("chicago");
});

test("what is done to the runs of a link survives a reload, in place of own runs and without them", async ({
  district,
  page,
}) => {
  await district.open(`#${TWO_RUNS}`);
  await expect(runs(page)).toHaveCount(2);
  await district.renameRun("Slow", "Steady");
  await page.getByRole("button", { name: "Remove Fast" }).click();
  await page.reload();
  await expect.poll(() => names(page)).toEqual(["Steady"]);
  // They have become this person's own; another link's runs replace them for the tab.
  await page.goto("about:blank");
  await district.open("#v2&preset=chicago&run=Theirs&preset=chicago&fast_slow=0.1");
  await expect(page.getByText("These runs came with the link.")).toBeVisible();
  await district.renameRun("Theirs", "Ours");
  await district.slide(district.pace, 0.6);
  await expect(page).toHaveURL(/fast_slow=0\.6&view=bands$/);
  await page.reload();
  await expect.poll(() => names(page)).toEqual(["Ours"]);
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toContain("Steady");
});

for (const [what, link] of Object.entries({
  "behind a question mark": "?preset=baltimore_county&fast_slow=0.4",
  "with &amp; for &": "#v2&amp;preset=baltimore_county&amp;fast_slow=0.4",
  "encoded once more": "#v2%26preset%3Dbaltimore_county%26fast_slow%3D0.4",
  "with a full stop": "#v2&preset=baltimore_county&fast_slow=0.4.",
  "in capitals": "#V2&PRESET=Baltimore_County&Fast_Slow=0.4",
  "without its version": "#preset=baltimore_county&fast_slow=0.4",
  "counted by a mail program": "?utm_source=mail&preset=baltimore_county&fast_slow=0.4",
})) {
  test(`a link is understood ${what}`, async ({ district, page }) => {
    await district.openAsGiven(link);
    await expect(district.preset).toHaveValue("baltimore_county");
    await expect(district.pace).toHaveValue("0.4");
    await expect(district.notice).toBeHidden();
    await district.waitUntilComplete();
    await expect(page).toHaveURL(/#v2&preset=baltimore_county&fast_slow=0\.4(&view=bands)?$/);
    expect(page.url()).not.toContain("?preset");
    await page.reload();
    await expect(district.pace).toHaveValue("0.4");
  });
}

test("a link of version 1 opens with what differs now, and so do its file and its pinned run", async ({
  district,
  page,
}) => {
  const differs = "The model has changed since this was made (version 1; now 2). What differs now: ";
  await district.open("#v1&preset=chicago&need_readiness=1");
  await expect(district.notice).toContainText(differs);
  await expect(district.notice).toContainText(/\d+ schools ever started, now \d+/);
  await page.getByRole("button", { name: "Hide" }).click();
  await district.openFiles({
    "old.json": '{"version": 1, "preset": "chicago", "decisions": {"need_readiness": -1}}',
  });
  await expect(district.notice).toContainText(differs);
  await storeRun(page, "Old", "v1&preset=chicago&need_readiness=1");
  await page.goto("about:blank");
  await district.open("#v2&preset=chicago");
  await expect(page.locator("#compare")).toContainText(`Old: ${differs}`);
});

test("a name goes when another district is chosen, and a reset goes back to the file and then to the district", async ({
  district,
  page,
}) => {
  await district.open();
  await district.waitUntilComplete();
  await district.openFiles({ "Board.json": '{"preset": "chicago", "decisions": {"fast_slow": 0.5}}' });
  await expect(page.locator("#scenario-name")).toHaveValue("Board");
  await district.slide(district.pace, 0.9);
  await page.getByRole("button", { name: "Reset 1 change to “Board”" }).click();
  await expect(district.pace).toHaveValue("0.5");
  await page.getByRole("button", { name: "Back to Chicago" }).click();
  await expect(district.pace).toHaveValue("-0.2");
  await expect(page.locator("#scenario-name")).toHaveValue("");
  // Undo goes back to the file, and to its name.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("#scenario-name")).toHaveValue("Board");
  await district.choosePreset("Baltimore County");
  await expect(page.locator("#scenario-name")).toHaveValue("");
  const { name } = await district.save("Save the scenario");
  expect(name).not.toContain("board");
});

test("one changed setting is taken back alone", async ({ district, page }) => {
  await district.open();
  await district.slide(district.pace, 0.9);
  await district.slide(page.getByLabel("Which schools first?"), 0.5);
  await district.openSection("2 changed settings");
  await page.getByRole("button", { name: /^Revert.*Fast and furious/ }).click();
  await expect(district.pace).toHaveValue("-0.2");
  await expect(page.locator("#need_readiness")).toHaveValue("0.5");
  await expect(page.getByText("1 changed setting")).toBeVisible();
});

test("a click that ends the typing of a number is not swallowed", async ({ district, page }) => {
  await district.open();
  await district.waitUntilComplete();
  await district.openSection("The district");
  await page.getByLabel("Coaching budget").fill("12");
  const download = page.waitForEvent("download");
  // With the mouse, as a person does: pressing it ends the typing, which makes the results those of before.
  await district.download.click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await expect(page).toHaveURL(/coaching_budget=12/);
});

test("a gray button says why it is gray", async ({ district, page }) => {
  await district.open();
  await district.waitUntilComplete();
  const pinned = page.getByRole("button", { name: "Pinned runs as CSV" });
  await expect(pinned).toHaveAttribute("aria-disabled", "true");
  await expect(pinned).toHaveAttribute("title", "No run is pinned yet.");
  await pinned.press("Enter");
  await expect(district.confirmation).toHaveText("No run is pinned yet.");
});

test("a saved file is still at its address when the browser comes to fetch it", async ({
  district,
  page,
}) => {
  await page.addInitScript(() => {
    window.revoked = 0;
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.revokeObjectURL = (address) => {
      window.revoked++;
      revoke(address);
    };
  });
  await page.clock.install();
  await district.open();
  await district.waitUntilComplete();
  await district.save("Save the scenario");
  await page.clock.runFor(10_000);
  expect(await page.evaluate(() => window.revoked)).toBe(0);
  // It does not stay for ever.
  await page.clock.runFor(60_000);
  expect(await page.evaluate(() => window.revoked)).toBe(1);
});

test("Ctrl+Z in a field belongs to what is typed there", async ({ district, page }) => {
  await district.open();
  await district.waitUntilComplete();
  await district.slide(district.pace, 0.9);
  await expect(page).toHaveURL(/fast_slow=0\.9/);
  const number = page.getByLabel("Story of school number");
  await number.pressSequentially("30");
  await number.press("Control+z");
  await expect(district.pace).toHaveValue("0.9");
  await district.pace.press("Control+z");
  await expect(district.pace).toHaveValue("-0.2");
});

test("numbers are read as people type them", async ({ district, page }) => {
  await district.open();
  await district.openSection("The district");
  const field = page.getByLabel("Correlation of need and readiness");
  for (const [typed, value] of [
    ["−0.4", "-0.4"],
    ["0,25", "0.25"],
    [" -0.5 ", "-0.5"],
  ]) {
    await field.fill(typed);
    await field.press("Enter");
    await expect(page).toHaveURL(
      new RegExp(`need_readiness_corr=${value.replace(".", "\\.")}|chicago&view=bands$`),
    );
    await expect(field).toHaveValue(value);
  }
});

test("of two files of which one is bad both are reported", async ({ district, page }) => {
  await district.open();
  await district.openFiles({ "bad.json": "{", "good.json": "{}" });
  await expect(district.refusal).toContainText("“bad.json”: This is not a JSON file: it ends too early.");
  await expect(district.confirmation).toHaveText("1 scenario is pinned under “Compare”.");
  await district.openFiles({ "twice.json": '{"tilt": 0.1, "tilt": 0.2}' });
  await expect(district.refusal).toContainText("this setting appears twice");
  await expect(runs(page)).toHaveCount(1);
});

test("a pinned run that is dropped is no longer simulated", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&replicates=100");
  await district.waitUntilComplete();
  await storeRun(page, "Huge", "v2&n_schools=5000&months=96&replicates=4000&start_schools=4");
  await page.reload();
  // Its progress goes on while it waits.
  const progress = page.getByTestId("pinned-progress");
  await expect(progress).toHaveText(/^[1-9][\d,]* of 4,000 futures so far$/);
  const before = await progress.textContent();
  await expect(progress).not.toHaveText(before);
  await page.getByRole("button", { name: "Remove Huge" }).click();
  await expect(runs(page)).toHaveCount(0);
  await district.slide(district.pace, 0.5);
  await district.waitUntilComplete();
  await district.pin.click();
  // Nothing stands before it in the queue.
  await district.slide(district.pace, -0.5);
  await expect(page.locator("#compare thead th")).toHaveText([/Outcome/, /Run A/, /Now/]);
});

test("a file of pinned runs comes although one of them is dropped meanwhile, and can be stopped", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=small_wealthy&replicates=40");
  await district.waitUntilComplete();
  await storeRun(page, "Long", "v2&preset=chicago&replicates=3000");
  await page.reload();
  await expect(page.locator(".runs")).toContainText("futures so far");
  const button = page.getByRole("button", { name: "Pinned runs as CSV" });
  await button.click();
  await expect(district.confirmation).toContainText("Press the button again to stop.");
  await button.click();
  await expect(district.confirmation).toHaveText("Stopped.");
  await expect(page.locator(".runs")).toContainText("futures so far");
  const download = page.waitForEvent("download");
  await button.click();
  await page.getByRole("button", { name: "Remove Long" }).click();
  expect((await download).suggestedFilename()).toBe("pinned-runs.csv");
});

test("a storm of drags, districts, undo, pins, languages and two tabs leaves a page that answers", async ({
  district,
  page,
  context,
}) => {
  await district.open("#v2&preset=chicago&replicates=60");
  await district.waitUntilComplete();
  const other = new DistrictPage(await context.newPage());
  await other.open("#v2&preset=baltimore_county&replicates=60");
  for (let round = 0; round < 3; round++) {
    await expect(page.locator("#compare button").first()).toBeVisible();
    await page.evaluate(async () => {
      const slider = document.querySelector("#fast_slow");
      const presets = document.querySelector("#preset");
      const undo = document.querySelector("#tools button");
      for (let step = 0; step < 30; step++) {
        slider.value = Math.sin(step) * 0.9;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        if (step % 7 === 3) {
          presets.selectedIndex = step % 4;
          presets.dispatchEvent(new Event("change", { bubbles: true }));
        }
        if (step % 5 === 4) undo.click();
        if (step % 11 === 2) document.querySelector("#compare button").click();
        await new Promise(requestAnimationFrame);
      }
    });
    await other.page.locator("#compare button").first().click({ force: true });
    await choice(page).selectOption(round % 2 ? "en" : "es");
    await expect(page.locator("html")).toHaveAttribute("lang", round % 2 ? "en" : "es");
  }
  await choice(page).selectOption("en");
  await expect(district.download).toBeVisible();
  await district.waitUntilComplete();
  await expect.poll(() => names(page)).toEqual(await names(other.page));
  expect((await names(page)).length).toBeGreaterThan(0);
  await district.choosePreset("Chicago");
  await district.slide(district.pace, 0.3);
  await district.waitUntilComplete();
  await expect(district.headline).toContainText("a typical future has");
});

test("what is changed before the details are there is one step that can be undone", async ({
  district,
  page,
}) => {
  const release = await district.holdDetails();
  await district.open("#v2&preset=chicago");
  const opened = await district.pace.inputValue();
  await district.slide(district.pace, 0.5);
  await district.choosePreset("Baltimore County");
  release();
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await expect(undo).toBeEnabled();
  while (await undo.isEnabled()) await undo.click();
  await expect(district.preset).toHaveValue("chicago");
  await expect(district.pace).toHaveValue(opened);
});
