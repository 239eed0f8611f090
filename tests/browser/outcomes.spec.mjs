// The outcomes beside the chart: four large ones at a date that can be chosen, what a change does to them, and the
// others one click away.
import { openChicago, SIZES } from "./looks.mjs";
import { expect, test } from "./page.mjs";

const LARGE = ["ever", "lasting_in_the_end", "equity_gap", "spending"];
const MARKS = /^(sturdy|leaning|open|no difference)(, turns around)?$|^most pairs/;

const large = (page) => page.locator(".main-outcomes > .outcome");
const outcome = (page, key) => page.locator(`.outcome[data-outcome="${key}"]`);
const number = (page, key) => outcome(page, key).locator(".number");
const dates = (page) => page.getByRole("combobox", { name: "At", exact: true });

// Until every change of the large outcomes has its mark, or is none.
async function waitForMarks(page) {
  await expect(page.locator(".main-outcomes .size")).not.toHaveText(["", "", "", ""]);
  await expect(page.locator(".main-outcomes")).not.toContainText("still counting");
}

test("four outcomes stand large with their ranges, and the others are one click away", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=chicago");
  await district.waitUntilCounted();
  await expect(page.locator(".how-to-read")).toContainText("allowing for what nobody knows");
  expect(await large(page).evaluateAll((all) => all.map(({ dataset }) => dataset.outcome))).toEqual(LARGE);
  for (const key of LARGE) {
    await expect(number(page, key)).toHaveText(/\d/);
    await expect(outcome(page, key).locator(".spread")).toHaveText(/ to /);
    await expect(outcome(page, key).locator(".size")).toBeEmpty();
  }
  // The same numbers as in the headline.
  const [started, lasting, spending] = await Promise.all(
    ["ever", "lasting_in_the_end", "spending"].map((key) => number(page, key).textContent()),
  );
  await expect(district.headline).toContainText(`${started} schools started`);
  await expect(district.headline).toContainText(`${lasting} deep and lasting, and spends ${spending} a year`);
  await expect(outcome(page, "active")).toBeHidden();
});

test("the other outcomes open by keyboard, with what they mean and their courses by luck", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=chicago");
  await district.waitUntilComplete();
  const more = page.locator("#more-outcomes");
  await page.getByRole("button", { name: "What these mean" }).first().focus();
  await page.keyboard.press("Tab");
  await expect(more.locator("summary")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(outcome(page, "active")).toBeVisible();
  await expect(more.getByText("The small curves are by luck alone.")).toHaveCount(1);
  await expect(outcome(page, "active").locator("svg")).toBeVisible();
  await expect(outcome(page, "teacher_time").locator("dt")).toHaveText("Extra hours per teacher per year");
  await expect(outcome(page, "teacher_hours_in_all").locator("dt")).toContainText("at 32 per school");
  const meaning = outcome(page, "teacher_hours_in_all").locator(".meaning");
  await expect(meaning).toBeHidden();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(meaning).toBeVisible();
  await expect(outcome(page, "ever").locator(".meaning")).toBeVisible();
});

test("a change shows the difference of the displayed medians, and how far it holds", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=chicago");
  await district.waitUntilCounted();
  await district.slide(district.pace, -0.7);
  await waitForMarks(page);
  // What it was may have been counted further since.
  const [, after, before] = /has (\d+) schools \(was (\d+)\) started/.exec(
    await district.headline.textContent(),
  );
  await expect(number(page, "ever")).toHaveText(after);
  const started = outcome(page, "ever");
  await expect(started.locator(".size")).toHaveText(`+${after - before}`);
  await expect(started.locator(".mark")).toHaveText("sturdy");
  await expect(outcome(page, "spending").locator(".size")).toHaveText(/^[+−]\$[\d.]+[MK] a year$/);
  for (const one of await large(page).all()) {
    const size = await one.locator(".size").textContent();
    await expect(one.locator(".mark")).toHaveText(size === "no change" ? "" : MARKS);
  }
  // Back again, and against the run in between.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(started.locator(".size")).toHaveText(`−${after - before}`);
});

test("another date counts for all outcomes but those with a date of their own, and it stays", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=chicago");
  await district.waitUntilCounted();
  await district.openSection("More outcomes");
  await expect(dates(page)).toHaveValue("96");
  await expect(dates(page).locator("option").first()).toHaveText("Jul 2017");
  const texts = (keys) => Promise.all(keys.map((key) => outcome(page, key).locator(".value").textContent()));
  const own = ["time_to_target", "sustained", "cost_of_lasting"];
  const dated = ["ever", "spending", "active", "cost"];
  const [fixed, end] = [await texts(own), await texts(dated)];
  await dates(page).selectOption({ label: "Jul 2018" });
  await expect(number(page, "ever")).not.toHaveText(end[0]);
  const early = await texts(dated);
  for (const [at, text] of early.entries()) expect(text, dated[at]).not.toBe(end[at]);
  expect(await texts(own)).toEqual(fixed);
  await expect(outcome(page, "sustained").locator("dt")).toHaveText("Lasting and deep, Jul 2021");
  // The chart says the same for this month, once the pointer is off it.
  await district.goToMonth(24);
  await expect(district.readOut).toContainText(`Jul 2018: ${early[0]} schools ever started`);

  await district.slide(district.pace, -0.7);
  await waitForMarks(page);
  await expect(dates(page)).toHaveValue("24");
  await expect(outcome(page, "ever").locator(".size")).toHaveText(/^\+\d+$/);
});

test("a district that ends before the chosen date is read at its end", async ({ district, page }) => {
  await district.open("#v2&preset=typical_surveyed");
  const menu = page.getByRole("combobox", { name: "After", exact: true });
  await menu.selectOption({ label: "5 years" });
  await expect(menu).toHaveValue("60");
  await page.goto("./#v2&preset=typical_surveyed&months=30");
  await expect(menu.locator("option")).toHaveText(["1 year", "2 years", "2 years 6 months"]);
  await expect(menu).toHaveValue("30");
});

test("an embed shows the large outcomes by luck alone, and says so", async ({ page }) => {
  await page.goto("./?embed=outcomes#v2&preset=chicago&replicates=60");
  for (const key of LARGE) await expect(number(page, key)).toHaveText(/\d/);
  await expect(page.locator(".how-to-read")).toHaveText("Median and 80% of futures, by luck alone.");
  await expect(outcome(page, "active")).toBeHidden();
  await expect(page.locator(".main-outcomes .change").first()).toBeHidden();
  const before = await number(page, "ever").textContent();
  await dates(page).selectOption({ label: "Jul 2018" });
  await expect(number(page, "ever")).not.toHaveText(before);
});

for (const viewport of SIZES) {
  const { width, height } = viewport;
  test(`nothing moves in the column when changes and dates come, at ${width} px`, async ({
    district,
    page,
  }) => {
    await openChicago(district, viewport);
    const places = () =>
      page.locator(".outcomes > *, .outcomes .part > *, .outcome, #more-outcomes").evaluateAll((all) => {
        const top = document.querySelector(".outcomes").getBoundingClientRect().top;
        return all
          .filter((element) => element.checkVisibility())
          .map((element) => Math.round(element.getBoundingClientRect().top - top));
      });
    const before = await places();
    await district.slide(district.pace, -0.7);
    await waitForMarks(page);
    expect(await places()).toEqual(before);
    await dates(page).selectOption({ label: "Jul 2020" });
    await waitForMarks(page);
    expect(await places()).toEqual(before);
    if (width >= 1120) {
      // All four in the window beside the chart.
      const bottom = await large(page)
        .last()
        .evaluate((last) => last.getBoundingClientRect().bottom + scrollY);
      expect(bottom).toBeLessThan(height);
    }
  });
}
