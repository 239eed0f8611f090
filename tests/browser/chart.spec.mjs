// The chart keeps what was in sight, says what its lines and axes are, and draws few schools as whole ones.
import { expect, test } from "./page.mjs";

const texts = (page, selector) => page.locator(`.chart-block .chart ${selector}`).allTextContents();
const before = (page) => page.locator(".drawing .before");

// The highest value of the axis, again and again until `done`.
async function topsUntil(page, done) {
  await page.evaluate(() => {
    const top = () => Number(document.querySelector(".grid text:last-of-type").textContent.replace(",", ""));
    window.tops = [];
    const look = () => {
      const tops = [...document.querySelectorAll(".drawing .grid text")].map((text) =>
        Number(text.textContent.replace(",", "")),
      );
      window.tops.push(tops.length ? Math.max(...tops) : top());
      requestAnimationFrame(look);
    };
    look();
  });
  await done();
  return page.evaluate(() => window.tops);
}

test("after a change the line of what was stays, dashed and gray, and each line's end says what it was", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=chicago");
  await district.waitUntilCounted();
  const [ever, active] = await texts(page, ".ends text");
  expect(ever).toMatch(/^\d+ ever started$/);
  expect(active).toMatch(/^\d+ still active$/);
  await expect(before(page)).toHaveAttribute("d", "");
  await expect(page.getByText("before your change", { exact: true })).toBeHidden();
  const median = await page.locator(".drawing .band.ever .median").getAttribute("d");
  await district.slide(district.pace, -0.8);
  await expect(before(page)).toHaveAttribute("d", /^M.*L/);
  await expect(page.getByText("before your change", { exact: true })).toBeVisible();
  const style = await before(page).evaluate((path) => {
    const { strokeDasharray, stroke, fill } = getComputedStyle(path);
    return { strokeDasharray, stroke, fill };
  });
  expect(style.strokeDasharray).not.toBe("none");
  expect(style.fill).toBe("none");
  // Once the unknowns are counted, in both: the line that was there, if the axis is the same.
  await district.waitUntilCounted();
  const was = ever.match(/\d+/)[0];
  await expect(page.locator(".ends .ever")).toContainText(`(was ${was})`);
  await expect(district.headline).toContainText(`(was ${was})`);
  // Back again, what was is the change, and the drawing is the first one.
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await district.waitUntilCounted();
  await expect(page.locator(".ends .ever")).toContainText(new RegExp(`^${was} \\(was \\d+\\) ever started$`));
  expect(median).toMatch(/^M/);
});

test("the ends of the lines say the numbers of the headline", async ({ district, page }) => {
  for (const preset of ["chicago", "baltimore_county", "typical_surveyed"]) {
    await district.open(`#v2&preset=${preset}`);
    await district.waitUntilCounted();
    const [ever, active] = (await texts(page, ".ends text")).map((text) => text.match(/[\d,]+/)[0]);
    await expect(district.headline).toContainText(`has ${ever} schools started, ${active} still active`);
    await page.goto("about:blank");
  }
});

test("while a slider moves, the axis only grows; at rest it fits again", async ({ district, page }) => {
  await district.open("#v2&preset=chicago");
  await district.waitUntilCounted();
  const tops = await topsUntil(page, async () => {
    for (const value of [-0.6, -1, -0.2, 0.4, 0.8, 1, 0.2, -0.4]) {
      await district.slide(district.pace, value);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  });
  expect(tops, "it never becomes shorter").toEqual(tops.toSorted((one, other) => one - other));
  // Little coaching: few schools, and so a shorter axis once what was is as low.
  await district.open("#v2&preset=chicago&coaching_budget=1");
  await district.waitUntilCounted();
  const low = await topsUntil(page, async () => {});
  expect(low.at(-1)).toBeLessThan(tops.at(-1));
});

test("axes, goal and published counts are named where they stand", async ({ district, page }) => {
  await district.open("#v2&preset=chicago");
  await district.waitUntilComplete();
  expect(await texts(page, ".units text")).toEqual(["schools", "year"]);
  expect(await texts(page, ".goal-label")).toEqual(["goal: 100 schools"]);
  expect(await texts(page, ".marks text")).toEqual(["21", "100+", "130 expected"]);
  await expect(page.locator(".chart-block .legend")).toContainText(
    "● published counts (↑ at least, ○ expected)",
  );
  await expect(page.locator(".observed")).toContainText("The Learning Accelerator");
  await district.choosePreset("Typical surveyed district");
  await expect(page.locator(".chart-block .legend")).not.toContainText("published counts");
  await expect(page.locator(".observed")).toBeEmpty();
});

test("a change before the first ensemble is drawn against what the page opened on", async ({
  district,
  page,
}) => {
  const release = await district.holdDetails();
  await district.open("#v2&preset=chicago");
  await district.slide(district.pace, 0.9);
  release();
  await expect(before(page)).toHaveAttribute("d", /^M.*L/);
  await expect(page.locator(".ends .ever")).toContainText("(was ");
});

test("below sixty schools, a mark is a school", async ({ district, page }) => {
  await district.open("#v2&preset=typical_surveyed&n_schools=42");
  await district.waitUntilCounted();
  await expect(page.locator(".chart-block .legend")).toContainText("one mark per school");
  const marks = await page
    .locator(".drawing .school-marks .band.ever path")
    .evaluateAll((paths) =>
      paths.map((path) =>
        [...path.getAttribute("d").matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/g)].map(([, ...box]) =>
          box.map(Number),
        ),
      ),
    );
  // The last year's column, by its place: as many full and medium marks as the median, as many in all as the
  // upper end of the band.
  const last = Math.max(...marks.flat().map(([x]) => x));
  const [pale, medium, full] = marks.map((boxes) => boxes.filter(([x]) => x === last).length);
  await district.goToMonth(96);
  const [, ever, low, high] = (await district.readOut.textContent()).match(
    /: (\d+) schools ever started \(luck: [^;]*; with unknowns: (\d+) to (\d+)\)/,
  );
  expect([full, full + medium, full + medium + pale]).toEqual([low, ever, high].map(Number));
  // By luck alone they are others, and no area is drawn.
  const wide = await page.locator(".drawing .school-marks .band.ever path").first().getAttribute("d");
  await page.getByRole("radio", { name: "luck only" }).check();
  await expect(page.locator(".drawing .school-marks .band.ever path").first()).not.toHaveAttribute("d", wide);
  await district.open("#v2&preset=typical_surveyed&n_schools=60");
  await expect(page.locator(".drawing .school-marks")).toHaveCount(0);
});
