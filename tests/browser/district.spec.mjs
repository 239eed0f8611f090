// The district school by school: one future, its months, and the stories of its schools.
import { expect, test } from "./page.mjs";

// The model determines this future, and it is the same on every platform.
const NEAREST_THE_MEDIAN = 430;

test.describe("school by school", () => {
  test.beforeEach(async ({ district, page }) => {
    await district.open();
    // Until all futures are simulated another one is displayed.
    await expect(page.getByTestId("district-read-out")).toContainText(`future ${NEAREST_THE_MEDIAN}:`);
  });

  test("one mark per school shows its stage in the future nearest the median", async ({ page }) => {
    const schools = page.getByRole("region", { name: "School by school" });
    await expect(schools.getByTestId("which-future")).toHaveText(
      "One future of 500: the one nearest the median.",
    );
    const marks = await schools
      .locator(".schools path")
      .evaluateAll((all) => all.slice(-6).map((path) => (path.getAttribute("d").match(/M/g) ?? []).length));
    expect(marks.reduce((sum, count) => sum + count)).toBe(516);
    const [none, waiting, introductory, pilot, whole, stopped] = marks;
    await expect(schools.getByTestId("district-read-out")).toContainText(
      `${introductory} introductory, ${pilot} pilot, ${whole} whole school, ${stopped} stopped, ` +
        `${waiting} waiting, ${none} not joined`,
    );
  });

  test("a luckier future has at least as many schools, and an unluckier one no more", async ({
    district,
    page,
  }) => {
    const which = page.getByTestId("which-future");
    const readOut = page.getByTestId("district-read-out");
    const started = async () => {
      const [counted] = (await readOut.textContent()).match(/\d+\sintroductory.*\d+\sstopped/);
      return counted.match(/\d+/g).reduce((sum, count) => sum + Number(count), 0);
    };
    let before = `future ${NEAREST_THE_MEDIAN + 1}:`;
    const expectFuture = async (place) => {
      await expect(which).toContainText(place);
      await expect(readOut).not.toContainText(before);
      [before] = (await readOut.textContent()).match(/future\s\d+:/);
    };
    await district.goToMonth(96);
    await expect(readOut).toContainText("Jul 2024");
    await expectFuture("nearest the median");
    const median = await started();
    await page.getByRole("button", { name: "Luckier" }).click();
    await expectFuture("luckier than 58 of 100");
    const lucky = await started();
    for (const _ of [1, 2]) await page.getByRole("button", { name: "Less lucky" }).click();
    await expectFuture("luckier than 38 of 100");
    const unlucky = await started();
    expect(unlucky).toBeLessThanOrEqual(median);
    expect(lucky).toBeGreaterThanOrEqual(median);
  });

  test("the months play and pause by keyboard, in both the chart and the district", async ({
    district,
    page,
  }) => {
    await district.goToMonth(0);
    const play = page.getByRole("button", { name: "Play the months" });
    await play.press("Enter");
    await expect(district.readOut).not.toContainText("Jul 2016");
    await page.getByRole("button", { name: "Pause" }).press("Enter");
    const month = await page.locator("#month").inputValue();
    expect(Number(month)).toBeGreaterThan(0);
    const [date] = (await district.readOut.textContent()).split(":");
    await expect(page.getByTestId("district-read-out")).toContainText(`${date}, future`);
    await expect(play).toBeVisible();
  });

  test("a school tells its story, by its number and by a click on its mark", async ({ page }) => {
    const story = page.locator(".story li");
    await page.getByLabel("Story of school number").fill("214");
    await page.getByLabel("Story of school number").press("Enter");
    await expect(story.first()).toContainText("School 214");
    expect(await story.count()).toBeGreaterThan(1);
    const map = page.locator(".map > div");
    // The start of the first mark.
    const { x, y } = await map.locator(".schools .whole").evaluate((path) => {
      const { left, top } = path.ownerSVGElement.getBoundingClientRect();
      const { x, y } = path.getPointAtLength(0);
      return { x: left + x, y: top + y };
    });
    await page.mouse.click(x + 3, y + 3);
    await expect(story.first()).not.toContainText("School 214");
    await expect(story.filter({ hasText: "whole school" })).not.toHaveCount(0);
    await expect(story.last()).toBeInViewport();
  });

  test("an invalid school number shows no story", async ({ page }) => {
    for (const number of ["0", "517", "-3", "1.5", ""]) {
      await page.getByLabel("Story of school number").fill(number);
      await page.getByLabel("Story of school number").press("Enter");
      await expect(page.locator(".story li")).toHaveCount(0);
    }
  });

  test("the story of the same school under each pinned run is shown too", async ({ district, page }) => {
    await page.getByRole("button", { name: "Pin this run" }).click();
    await district.slide(district.pace, 0.8);
    await page.getByLabel("Story of school number").fill("30");
    await page.getByLabel("Story of school number").press("Enter");
    await expect(page.locator(".story li").last()).toContainText("Under Run A, it ");
  });
});

test("moving a slider does not redraw the district until another future is displayed", async ({
  district,
  page,
}) => {
  await district.open();
  await expect(page.getByTestId("district-read-out")).toContainText(`future ${NEAREST_THE_MEDIAN}:`);
  const [moves, redrawn] = await page.evaluate(async () => {
    let redrawn = 0;
    const marks = document.querySelector(".map .schools path");
    new MutationObserver((drawn) => {
      redrawn += drawn.length;
    }).observe(marks, { attributeFilter: ["d"] });
    const slider = document.querySelector("#fast_slow");
    let moves = 0;
    for (; moves < 40; moves += 1) {
      slider.value = 0.2 + 0.01 * moves;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return [moves, redrawn];
  });
  // A busy machine may pause between two moves for longer than it takes to display one future.
  expect(redrawn).toBeLessThan(moves / 4);
  await expect(page.locator("#fast_slow")).toHaveValue("0.59");
});

test("five thousand schools are drawn, and follow the month", async ({ district, page }) => {
  await district.open("#v2&n_schools=5000&replicates=20&months=120");
  await expect(page.locator(".schools .none").last()).toHaveAttribute("d", /M/);
  await district.goToMonth(60);
  await expect(page.getByTestId("district-read-out")).toContainText("5 years, future");
  const marks = await page
    .locator(".map .schools path")
    .evaluateAll((all) => all.map((path) => (path.getAttribute("d").match(/M/g) ?? []).length));
  expect(marks.reduce((sum, count) => sum + count)).toBe(5_000);
});
