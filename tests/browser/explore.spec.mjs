// A first visit, and changing the decisions.
import { expect, test } from "./page.mjs";

test("a first visit opens on Chicago with bands, dots, headline and outcomes", async ({ district, page }) => {
  await district.open();
  await expect(district.preset).toHaveValue("chicago");
  await expect(district.outerBands).toHaveCount(2);
  await expect(district.dots).toHaveCount(3);
  await district.waitUntilComplete();
  await expect(district.headline).toContainText("Half of the futures have started 100 schools by");
  await expect(page.locator(".main-outcomes .outcome")).toHaveCount(4);
  await expect(page.locator("#more-outcomes .outcome")).toHaveCount(14);
  await expect(page.getByText("A thinking tool, not a forecast.")).toBeVisible();
});

test("Chicago's medians are between the published bounds at months 24 and 30", async ({ district }) => {
  await district.open("#v2&preset=chicago");
  await district.waitUntilComplete();
  const rows = await district.table();
  const medianEver = (month) => Number(rows[month][2]);
  expect(medianEver(24)).toBeGreaterThanOrEqual(90);
  expect(medianEver(24)).toBeLessThanOrEqual(125);
  expect(medianEver(30)).toBeGreaterThanOrEqual(110);
  expect(medianEver(30)).toBeLessThanOrEqual(150);
});

test("changing the pace updates the curve and the headline", async ({ district }) => {
  await district.open();
  await district.waitUntilComplete();
  const before = await district.headline.textContent();
  const curve = await district.medians.first().getAttribute("d");
  await district.slide(district.pace, 1);
  await expect(district.medians.first()).not.toHaveAttribute("d", curve);
  await district.waitUntilComplete();
  await expect(district.headline).not.toHaveText(before);
  await expect(district.pace).toHaveAttribute("aria-valuetext", "all the way to Slow and steady");
});

test("every decision has a slider, two ends and its meaning in words", async ({ district, page }) => {
  await district.open();
  const sliders = page.locator(".decision input[type=range]");
  await expect(sliders).toHaveCount(7);
  for (const slider of await sliders.all()) {
    await slider.fill("-0.5");
    await expect(slider).toHaveAttribute("aria-valuetext", /^0\.5 toward /);
  }
});

test("a preset without published counts shows no dots", async ({ district }) => {
  await district.open();
  await district.choosePreset("Small wealthy district");
  await expect(district.dots).toHaveCount(0);
  await expect(district.headline).toContainText("6 schools");
});

test("changes can be undone at once", async ({ district, page }) => {
  await district.open();
  await district.slide(district.pace, 0.5);
  await page.getByRole("button", { name: "Reset 1 change" }).click();
  await expect(district.pace).toHaveValue("-0.2");
  await expect(page.getByRole("button", { name: "Reset" })).toBeDisabled();
});

test("an invalid number is refused with a message and changes nothing", async ({ district, page }) => {
  await district.open();
  await expect(page.locator("#section-district")).toBeVisible();
  const schools = page.getByLabel("Schools", { exact: true });
  await schools.fill("-3");
  await schools.press("Tab");
  await expect(page.getByText("it must be a whole number from 2 to 5000")).toBeVisible();
  await expect(page.getByText("The page keeps 516.")).toBeVisible();
  await expect(schools).toHaveAttribute("aria-invalid", "true");
  await schools.fill("400");
  await schools.press("Tab");
  await expect(page).toHaveURL(/n_schools=400/);
  await expect(schools).toHaveAttribute("aria-invalid", "false");
});

test("three shares are applied once they add up to 1", async ({ district, page }) => {
  await district.open();
  await district.openSection("The district");
  const mix = page.getByRole("group", { name: "Stages of schools under way" });
  await mix.getByLabel("introductory").fill("0.5");
  await mix.getByLabel("introductory").press("Tab");
  await expect(page.getByText("they must add up to 1")).toBeVisible();
  await mix.getByLabel("whole school").fill("0.1");
  await mix.getByLabel("whole school").press("Tab");
  await expect(page).toHaveURL(/start_mix=0.5,0.4,0.1/);
  await expect(page.getByText("they must add up to 1")).toBeHidden();
});

test("pointing at the chart reads out its month", async ({ district, page }) => {
  await district.open();
  await expect(district.readOut).toContainText("Jul 2018:");
  const chart = page.locator(".chart");
  const box = await chart.boundingBox();
  await page.mouse.move(box.x + box.width - 17, box.y + box.height / 2);
  await expect(district.readOut).toContainText("Jul 2024:");
});

test("the stages can be shown by keyboard, follow the levers and are labeled as means", async ({
  district,
  page,
}) => {
  await district.open();
  await district.waitUntilComplete();
  await district.showBands.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(district.showStages).toBeChecked();
  await expect(district.layers).toHaveCount(5);
  await expect(district.outerBands).toHaveCount(0);
  await expect(district.dots).toHaveCount(3);
  await expect(page.locator(".chart-block .legend")).toContainText("means of 500 futures");
  await expect(
    page.getByRole("img", { name: /^Adoption chart of stages\. Jul 2024: on average/ }),
  ).toBeVisible();
  await expect(district.readOut).toHaveText(
    /^Jul 2018: on average [\d.]+\sintroductory, [\d.]+\spilot, [\d.]+\swhole school, [\d.]+\sstopped, [\d.]+\swaiting\.$/,
  );
  const whole = district.layers.first();
  const before = await whole.getAttribute("d");
  await district.slide(district.pace, 1);
  await expect(whole).not.toHaveAttribute("d", before);
  await expect(page).toHaveURL(/fast_slow=1&view=stages$/);
  await district.showStages.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(district.outerBands).toHaveCount(2);
  await expect(district.readOut).toContainText("ever started");
});

test("drawing a surveyed district changes the decisions, and undo restores them", async ({
  district,
  page,
}) => {
  await district.open();
  const positions = () =>
    page
      .locator(".decision input[type=range]")
      .evaluateAll((all) => all.map((slider) => Number(slider.value)));
  const before = await positions();
  await page.getByRole("button", { name: "Draw a random strategy from the survey" }).click();
  await expect.poll(positions).not.toEqual(before);
  for (const position of await positions()) {
    expect(Math.abs(position)).toBeLessThanOrEqual(1);
    expect(Math.abs(position * 100 - Math.round(position * 100))).toBeLessThan(1e-9);
  }
  await page.getByRole("button", { name: /^Reset \d changes?$/ }).click();
  await expect.poll(positions).toEqual(before);
});

test('"How far to trust this" lists every claim of the tests with its result', async ({ district, page }) => {
  await district.open();
  await district.openSection("How far to trust this");
  await expect(page.getByText(/^All \d+ claims of the tests passed\.$/)).toBeVisible();
  const numbers = await page.locator(".claims tbody tr td:first-child").allTextContents();
  const tests = new Set(numbers.map((number) => Number.parseInt(number, 10)));
  for (let number = 1; number <= 25; number += 1) expect(tests).toContain(number);
});

test('"How far to trust this" says so when it cannot be loaded, and can be retried', async ({
  district,
  page,
}) => {
  district.expectedErrors.push(/Failed to load resource/);
  await page.route("**/trust.html", (route) => route.abort());
  await district.open();
  await district.openSection("How far to trust this");
  await expect(page.getByText("This part could not be loaded.")).toBeVisible();
  await page.unroute("**/trust.html");
  await district.openSection("How far to trust this");
  await district.openSection("How far to trust this");
  await expect(page.locator(".claims")).toHaveCount(3);
});

test("real districts are listed, misses first, and each opens in the chart", async ({ district, page }) => {
  await district.open();
  await district.openSection("How far to trust this");
  await district.openSection("Real districts, and where the model missed");
  const cases = page.locator("#cases-section");
  await expect(cases.locator("article")).toHaveCount(10);
  await expect(cases.locator("tbody tr").first()).toContainText("missed");
  await cases.getByRole("link", { name: "Open Henry County, Georgia in the chart above" }).click();
  await expect.poll(() => new URL(page.url()).hash).toContain("n_schools=50");
  await expect(district.headline).toContainText("32 schools");
});

test("uncertain constants widen the bands, and headline and legend say so", async ({ district, page }) => {
  await district.open();
  await district.waitUntilComplete();
  const legend = page.locator(".chart-block .legend");
  await page.getByRole("radio", { name: "luck only" }).check();
  await expect(legend).toContainText("luck alone");
  const width = async () => {
    await district.waitUntilComplete();
    const sentence = await district.readOut.textContent();
    const [, low, high] = sentence.match(/of futures: (\d+) to (\d+)/);
    return high - low;
  };
  const luck = await width();
  await page.getByLabel("luck and uncertain constants").check();
  await expect(page).toHaveURL(/uncertain_constants=yes/);
  await expect(district.headline).toContainText("with unknowns drawn");
  await expect(legend).toContainText("luck and uncertain constants");
  expect(await width()).toBeGreaterThan(1.5 * luck);
  await page.getByLabel("luck alone").check();
  await expect(district.headline).not.toContainText("unknowns drawn");
});
