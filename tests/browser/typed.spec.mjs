// Numbers are read as people type them, in the format of their region, in every field of the page.
import { expect, test } from "./page.mjs";

// Types into a field, as with a keyboard, and leaves it.
async function type(field, text) {
  await field.fill(text);
  await field.press("Tab");
}

// "Unprompted volunteering", 0 to 0.05; "Schools", 2 to 5000; "Coaching budget", 0 to 80 thousand
// dollars; "Assignment", 0 to 2.
const RATE = "#volunteer_rate";
const SCHOOLS = "#n_schools";
const BUDGET = "#coaching_budget";
const problemOf = (page, field) => page.locator(`${field}-problem`);

// Each of these is taken: what the field shows of it, and what the link says.
async function expectTaken(page, cases) {
  for (const [field, typed, shown, link] of cases) {
    await type(page.locator(field), typed);
    await expect(page.locator(field), typed).toHaveValue(shown);
    await expect(problemOf(page, field)).toBeEmpty();
    await expect(page).toHaveURL(new RegExp(`${link}(&|$)`));
  }
}

async function openFields(district, page, link) {
  await district.open(link);
  // What is typed is read once the settings are there.
  await expect(page.locator("#section-district")).toBeVisible();
  await district.openAll();
}

test.describe("a visitor from the United States", () => {
  test.use({ locale: "en-US" });

  test("types a decimal point or comma, thousands, percent and dollars", async ({ district, page }) => {
    await openFields(district, page, "#v2");
    await expectTaken(page, [
      [RATE, "0,04", "0.04", "volunteer_rate=0.04"],
      [RATE, "0.02", "0.02", "volunteer_rate=0.02"],
      [RATE, "1 %", "0.01", "volunteer_rate=0.01"],
      [SCHOOLS, "1,234", "1234", "n_schools=1234"],
      [SCHOOLS, "1.5k", "1500", "n_schools=1500"],
      [BUDGET, "$15,000", "15", "coaching_budget=15"],
      [BUDGET, "16 K", "16", "coaching_budget=16"],
    ]);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(page.locator(BUDGET)).toHaveValue("15");
  });

  test("is asked where her own format does not fit, and refused what is no number of the field", async ({
    district,
    page,
  }) => {
    await openFields(district, page, "#v2");
    for (const [field, typed, sentence] of [
      [SCHOOLS, "1.234", "'1.234' is read as 1.234, which is not allowed"],
      [SCHOOLS, "1.234", "If you mean 1234, type 1234. The page keeps 80."],
      [SCHOOLS, "7.5", "'7.5' is not allowed; it must be a whole number from 2 to 5000 (schools)."],
      [SCHOOLS, "12 %", "'12 %' is a percentage"],
      [BUDGET, "$14", "'$14' can mean 0.014 or 14 (thousand dollars per school per year)"],
      [BUDGET, "$60 M", "'$60 M' is not allowed; it must be a number from 0 to 80"],
      [RATE, "0.0.4", "has a separator where no number has one"],
    ]) {
      await type(page.locator(field), typed);
      await expect(problemOf(page, field), typed).toContainText(sentence);
      await expect(page.locator(field)).toHaveValue(typed);
      await expect(page.locator(field)).toHaveAttribute("aria-invalid", "true");
    }
    await expect(page).toHaveURL(/#v2&view=bands$/);
  });
});

test.describe("a visitor from Spain", () => {
  test.use({ locale: "es-ES" });

  test("types fractions as she is shown them, or with a point", async ({ district, page }) => {
    await openFields(district, page, "#v2");
    await expect(page.locator("#volunteer_rate-help")).toContainText("0 a 0,05");
    await expect(page.locator(RATE)).toHaveValue("0,03");
    await expectTaken(page, [
      [RATE, "0,04", "0,04", "volunteer_rate=0.04"],
      [RATE, "0.02", "0,02", "volunteer_rate=0.02"],
      [SCHOOLS, "1.234", "1234", "n_schools=1234"],
      ["#assign_rate", "1,234", "1,234", "assign_rate=1.234"],
    ]);
    await type(page.locator(RATE), "0,06");
    await expect(problemOf(page, RATE)).toContainText("un número de 0 a 0,05");
    await expect(problemOf(page, RATE)).toContainText("La página conserva 0,02.");
    await type(page.locator("#assign_rate"), "1.234");
    await expect(problemOf(page, "#assign_rate")).toContainText("Si quiere decir 1,234, escriba 1,234.");
  });

  test("gets the numbers of Spain with Catalan as her first language too", async ({ district, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "languages", { get: () => ["ca-ES", "es"] });
    });
    await openFields(district, page, "#v2");
    await expect(page.locator(RATE)).toHaveValue("0,03");
  });
});

test.describe("a visitor from Mexico", () => {
  test.use({ locale: "es-MX" });

  test("types fractions with the point that she is shown, or with a comma", async ({ district, page }) => {
    await openFields(district, page, "#v2");
    await expect(page.locator("#volunteer_rate-help")).toContainText("0 a 0.05");
    await expectTaken(page, [
      [RATE, "0.04", "0.04", "volunteer_rate=0.04"],
      [RATE, "0,02", "0.02", "volunteer_rate=0.02"],
      [SCHOOLS, "1,234", "1234", "n_schools=1234"],
      ["#assign_rate", "1.234", "1.234", "assign_rate=1.234"],
    ]);
  });
});

test("every field for a number gets a keypad with the decimal mark of the phone, and refuses no key", async ({
  district,
  page,
}) => {
  await openFields(district, page, "#v2");
  await expect(page.locator("#school")).toBeVisible();
  expect(await page.locator("input[type=number]").count()).toBe(0);
  const modes = await page
    .locator(".field input[type=text], .stages input, #school")
    .evaluateAll((fields) => fields.map((field) => [field.type, field.inputMode]));
  expect(modes.length).toBeGreaterThan(50);
  for (const mode of modes) expect(mode).toEqual(["text", "decimal"]);
});

test("the number of a school is read like any other, and arrow keys go to the next one", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=typical_surveyed");
  const school = page.locator("#school");
  const story = page.locator(".story li").first();
  await expect(school).toBeVisible();
  await type(school, " 12.0");
  await expect(school).toHaveValue("12");
  await expect(story).toContainText("School\u00a012:");
  await type(school, "41");
  await expect(problemOf(page, "#school")).toHaveText(
    "There is no school with this number; it must be a whole number from 1 to 40.",
  );
  await expect(school).toHaveValue("41");
  await expect(story).toContainText("School\u00a012:");
  await school.press("ArrowUp");
  await expect(school).toHaveValue("13");
  await expect(story).toContainText("School\u00a013:");
  await expect(problemOf(page, "#school")).toBeEmpty();
});
