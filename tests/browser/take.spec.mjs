// Scenario files: saved, opened, dropped; and invalid files.
import { readdirSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import Ajv2020 from "ajv/dist/2020.js";
import { expect, test } from "./page.mjs";

const here = (path) => new URL(path, import.meta.url);
const schema = JSON.parse(readFileSync(here("../../public/scenario.schema.json")));
const isAllowed = new Ajv2020({ strict: true }).compile(schema);

// Constraints between settings, which a schema cannot express.
const BEYOND_SCHEMAS = ["more_started_than_schools.json", "shares_beyond_one.json"];

const example = (kind, name) => readFileSync(here(`../scenario_files/${kind}/${name}`), "utf8");
const examples = (kind) => readdirSync(here(`../scenario_files/${kind}`));

test("the schema and the program agree on every example", () => {
  for (const name of examples("good")) {
    expect(isAllowed(JSON.parse(example("good", name))), `${name}: ${JSON.stringify(isAllowed.errors)}`).toBe(
      true,
    );
  }
  for (const name of examples("bad")) {
    expect(isAllowed(JSON.parse(example("bad", name))), name).toBe(BEYOND_SCHEMAS.includes(name));
  }
});

test("the page serves the schema that it links to", async ({ district, page }) => {
  await district.open();
  const link = district.take.getByRole("link", { name: "what a scenario file may contain" });
  const address = new URL(await link.getAttribute("href"), page.url());
  expect(await (await page.request.get(address.href)).json()).toEqual(schema);
});

for (const preset of ["chicago", "baltimore_county", "small_wealthy", ""]) {
  test(`the saved file of ${preset || "the default district"} matches the schema`, async ({ district }) => {
    await district.open(preset ? `#v2&preset=${preset}` : "#v2");
    const { name, text } = await district.save("Save the scenario");
    expect(name).toBe(`${preset || "districtwide"}.json`);
    expect(isAllowed(JSON.parse(text)), JSON.stringify(isAllowed.errors)).toBe(true);
  });
}

test("a saved scenario opens with its name, and the back button restores the previous scenario", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=chicago&fast_slow=0.4&public_launch=yes&start_mix=0.5%2C0.5%2C0");
  await district.waitUntilComplete();
  await district.setExportName("Slow & <b>steady</b>");
  const { name, text } = await district.save("Save the scenario");
  expect(name).toBe("slow-b-steady-b.json");
  expect(JSON.parse(text)).toMatchObject({ name: "Slow & <b>steady</b>", preset: "chicago", version: 2 });
  const address = page.url();

  await district.choosePreset("Small wealthy district");
  await expect(page).toHaveURL(/small_wealthy/);
  await district.setExportName("");
  await district.openFiles({ "anything.json": text });
  await expect(district.confirmation).toContainText("“Slow & <b>steady</b>”");
  await expect(district.take.getByLabel("Name for your exports")).toHaveValue("Slow & <b>steady</b>");
  await expect(district.pace).toHaveValue("0.4");
  await expect(page).toHaveURL(address);
  await page.goBack();
  await expect(district.preset).toHaveValue("small_wealthy");
});

test("the same file can be opened twice", async ({ district }) => {
  await district.open();
  const file = { "slow.json": '{"preset":"chicago","decisions":{"fast_slow":0.7}}' };
  await district.openFiles(file);
  await expect(district.pace).toHaveValue("0.7");
  await district.slide(district.pace, 0.1);
  await district.openFiles(file);
  await expect(district.pace).toHaveValue("0.7");
});

const BAD = {
  "a picture": ["picture.json", readFileSync(here("../../docs/page.png")), "This is not a JSON file"],
  "an empty file": ["empty.json", "", "The file is empty."],
  "a sentence": ["letter.json", "Dear all, …", "This is not a JSON file"],
  "half a file": ["half.json", '{"n_schools": 80,', "This is not a JSON file"],
  "a file of another version": ["new.json", example("bad", "another_version.json"), "has version 3"],
  "an unknown setting": ["typo.json", '{"n_school": 80}', "n_school: there is no setting with this name"],
  "a text for a number": ["text.json", '{"n_schools": "many"}', '(n_schools): "many" is not allowed'],
  "a number that is not allowed": ["minus.json", '{"n_schools": -3}', "it must be a whole number from 2"],
  "a list": ["list.json", "[]", "must be a JSON object"],
};

test("invalid files are refused with a message, and nothing is lost", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&fast_slow=0.4");
  await district.waitUntilCounted();
  await district.pin.click();
  const headline = await district.headline.textContent();
  for (const [what, [name, content, sentence]] of Object.entries(BAD)) {
    await district.openFiles({ [name]: content });
    await expect(district.refusal, what).toContainText(`“${name}”`);
    await expect(district.refusal, what).toContainText(sentence);
    await expect(district.refusal).toBeInViewport();
  }
  await expect(district.headline).toHaveText(headline);
  await expect(district.pace).toHaveValue("0.4");
  await expect(page.locator(".runs > li")).toHaveCount(1);
  await expect(page).toHaveURL(/#v2&preset=chicago&fast_slow=0\.4&view=bands$/);

  await district.openFiles({ "good.json": "{}" });
  await expect(district.refusal).toBeEmpty();
});

test("a file of 50 MB is refused for its size without being read", async ({ district, page }, testInfo) => {
  await page.addInitScript(() => {
    for (const read of ["text", "arrayBuffer", "stream", "slice"]) {
      Blob.prototype[read] = () => {
        throw new Error("the file is read");
      };
    }
  });
  const path = testInfo.outputPath("film.json");
  const file = await open(path, "w");
  await file.truncate(50_000_000);
  await file.close();
  await district.open();
  await district.take.locator("input[type=file]").setInputFiles(path);
  await expect(district.refusal).toContainText("“film.json”: not read, because it has 50.0 MB");
});

test("several files are pinned under their names, and those left out are listed", async ({
  district,
  page,
}) => {
  await district.open("#v2&replicates=20");
  await district.waitUntilComplete();
  const slower = (pace, more = "") => `{${more}"replicates":20,"decisions":{"fast_slow":${pace}}}`;
  await district.openFiles({
    "Fast.json": slower(-0.8),
    "b.json": slower(0.1, '"name":"=Slow <img src=x>",'),
    "Fast.JSON": slower(0.2),
  });
  const names = () => page.locator(".runs input[type=text]").evaluateAll((all) => all.map((i) => i.value));
  await expect.poll(names).toEqual(["Fast", "=Slow <img src=x>", "Fast 2"]);
  await expect(district.confirmation).toContainText("3 scenarios are pinned");
  await expect(page.locator("#compare-title")).toBeInViewport();
  await expect(page.locator("#compare thead th")).toHaveCount(5);
  await expect(page.locator("#compare img, #take img")).toHaveCount(0);

  await district.openFiles({
    "broken.json": "{",
    "D.json": slower(0.3),
    "E.json": slower(0.4),
    "F.json": slower(0.5),
  });
  await expect.poll(names).toEqual(["Fast", "=Slow <img src=x>", "Fast 2", "D"]);
  await expect(district.refusal).toContainText("“broken.json”: This is not a JSON file");
  await expect(district.refusal).toContainText(
    "Left out, because at most 4 runs can be pinned: “E.json”, “F.json”.",
  );
});

// The files that a user drags over the page.
const dragged = (page, files) =>
  page.evaluateHandle((files) => {
    const dragged = new DataTransfer();
    for (const [name, text] of files) dragged.items.add(new File([text], name));
    if (files.length === 0) dragged.setData("text/plain", "a word");
    return dragged;
  }, files);

test("a file can be dropped anywhere on the page, which says so while it hovers", async ({
  district,
  page,
}) => {
  await district.open();
  await district.waitUntilComplete();
  const hint = page.locator(".drop-hint");
  const dataTransfer = await dragged(page, [["slow.json", '{"decisions":{"fast_slow":0.6}}']]);
  await page.dispatchEvent(".headline", "dragover", { dataTransfer });
  await expect(hint).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include(".drop-hint").analyze();
  expect(violations.map((v) => v.id)).toEqual([]);
  await page.dispatchEvent("body", "dragleave", { dataTransfer });
  await expect(hint).toBeHidden();
  await page.dispatchEvent(".headline", "dragover", { dataTransfer });
  await page.dispatchEvent(".headline", "drop", { dataTransfer });
  await expect(hint).toBeHidden();
  await expect(district.pace).toHaveValue("0.6");

  const word = await dragged(page, []);
  await page.dispatchEvent(".headline", "dragover", { dataTransfer: word });
  await expect(hint).toBeHidden();
});

test("files can be saved and opened by keyboard", async ({ district, page }) => {
  // Registered before the keys: it reaches the browser with a delay.
  const choices = [];
  page.on("filechooser", (choice) => choices.push(choice));
  await district.open();
  await district.take.getByLabel("Name for your exports").focus();
  await page.keyboard.press("Tab");
  await expect(district.take.getByRole("button", { name: "Save the scenario" })).toBeFocused();
  const save = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await save).suggestedFilename()).toBe("chicago.json");
  await page.keyboard.press("Tab");
  await expect(district.take.getByRole("button", { name: "Open scenario files" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect.poll(() => choices.map((choice) => choice.isMultiple())).toEqual([true]);
});

for (const [width, colorScheme] of [
  [1280, "light"],
  [820, "dark"],
  [360, "dark"],
]) {
  test(`axe finds nothing, and nothing scrolls horizontally, with refused files at ${width} px, ${colorScheme}`, async ({
    district,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await district.open();
    await district.waitUntilComplete();
    await district.openFiles({ [`${"x".repeat(200)}.json`]: "{", "good.json": "{}" });
    await expect(district.refusal).not.toBeEmpty();
    const { violations } = await new AxeBuilder({ page }).include("#take").analyze();
    expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolls).toBeLessThanOrEqual(width);
  });
}
