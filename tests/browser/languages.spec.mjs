// The page in another language than English: selected by the browser, the visitor or a link, complete, and with
// numbers in the format of the visitor's region.
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";
import { DIST } from "./served.mjs";

const SPANISH = JSON.parse(readFileSync(new URL("../../public/languages/es.json", import.meta.url)));
const html = (page) => page.locator("html");
const choice = (page) => page.getByRole("combobox", { name: /^(Language|Idioma)$/ });

test.describe("a browser set to Spanish", () => {
  test.use({ locale: "es-MX" });

  test("gets the page in Spanish, with numbers formatted as in Mexico", async ({ district, page }) => {
    await district.open("#v2&preset=chicago");
    await expect(html(page)).toHaveAttribute("lang", "es");
    await expect(page).toHaveTitle(SPANISH["Districtwide: from pilot to scale"]);
    await expect(district.headline).toContainText(/un futuro típico tiene .* escuelas/);
    await expect(choice(page)).toHaveValue("es");
    await expect(page.getByLabel(SPANISH["How fast from pilot to scale?"])).toBeVisible();
  });

  test("can be switched to English without losing anything", async ({ district, page }) => {
    await district.open("#v2&preset=baltimore_county&fast_slow=0.4");
    await page.getByRole("button", { name: SPANISH["Pin this run"] }).click();
    await choice(page).selectOption("en");
    await expect(html(page)).toHaveAttribute("lang", "en");
    await expect(district.headline).toContainText(/a typical future has .* schools/);
    await expect(district.preset).toHaveValue("baltimore_county");
    await expect(district.pace).toHaveValue("0.4");
    await expect(page.locator("#compare").getByRole("textbox")).toHaveCount(1);
    // The choice persists, even where the address does not contain it.
    await page.goto("about:blank");
    await district.open("#v2&preset=chicago");
    await expect(district.headline).toContainText(/a typical future has .* schools/);
  });
});

test.describe("a browser set to Spanish of Spain", () => {
  test.use({ locale: "es-ES" });

  test("formats numbers as in Spain", async ({ district, page }) => {
    await district.open(
      "#v2&preset=chicago&n_schools=5000&start_schools=2000&target_schools=4000&replicates=20",
    );
    await expect(district.headline).toContainText("4.000");
    await district.openAll();
    await expect(page.getByRole("main")).not.toContainText(/\d\.\d %/);
  });
});

test("a link in Spanish opens in Spanish, and the page stays in Spanish", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&lang=es");
  await expect(district.headline).toContainText("escuelas");
  await district.slide(page.locator("#fast_slow"), 0.5);
  await expect(page).toHaveURL(/#v2&preset=chicago&fast_slow=0.5&view=bands$/);
  await page.reload();
  await expect(district.headline).toContainText("escuelas");
  // Links shared from here are in Spanish too.
  await page.getByRole("button", { name: SPANISH.Share }).click();
  await expect(page.getByRole("dialog").locator("input[readonly]")).toHaveValue(/&lang=es/);
});

test("a link in another language entered into an open page switches the language", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=chicago");
  await page.evaluate(() => {
    location.hash = "#v2&preset=baltimore_county&lang=es";
  });
  await expect(html(page)).toHaveAttribute("lang", "es");
  await expect(page.locator("#preset")).toHaveValue("baltimore_county");
});

test("a language whose file never comes does not keep the page from starting", async ({ district, page }) => {
  district.expectedErrors.push(/no texts in es in time/);
  await page.route("**/languages/es.json", () => {});
  await district.open("#v2&preset=chicago&lang=es");
  await expect(html(page)).toHaveAttribute("lang", "en");
  await expect(district.headline).toContainText("schools");
  await expect(district.notice).toContainText("The texts of this language could not be loaded.");
});

test("an unknown language, and one that cannot be loaded, leave the page in English", async ({
  district,
  page,
}) => {
  district.expectedErrors.push(/es\.json/, /Failed to load resource/);
  await district.open("#v2&preset=chicago&lang=tlh");
  await expect(html(page)).toHaveAttribute("lang", "en");
  await expect(district.headline).toContainText("schools");
  await page.route("**/languages/es.json", (route) => route.fulfill({ status: 404 }));
  await page.goto("about:blank");
  await district.open("#v2&preset=chicago&lang=es");
  await expect(html(page)).toHaveAttribute("lang", "en");
  await expect(district.headline).toContainText("schools");
  await expect(district.notice).toContainText("The texts of this language could not be loaded.");
});

// Every text of the language in brackets: text outside of them was not translated.
function bracketed() {
  const mark = (text) => `⟦${text}⟧`;
  const entries = Object.entries(SPANISH).map(([english, text]) => [
    english,
    typeof text === "string"
      ? mark(english)
      : Object.fromEntries(Object.keys(text).map((count) => [count, mark(english)])),
  ]);
  return { ...Object.fromEntries(entries), "1,234.5": "1,234.5" };
}

// The texts of the page that contain words outside of brackets.
function untranslated() {
  const outsideOf = (text) => {
    let depth = 0;
    let outside = "";
    for (const letter of text) {
      if (letter === "⟦") depth += 1;
      else if (letter === "⟧") depth -= 1;
      else if (depth === 0) outside += letter;
    }
    return /\p{L}{2}/u.test(outside) ? outside.trim() : undefined;
  };
  const found = [];
  const check = (element, text) => {
    const outside = outsideOf(text ?? "");
    // Names, an address, and the content of generated files of the language.
    const names = /^(Districtwide|English|Español|SVG|PNG|\(JSON Schema\)\.|https?:\/\/\S+)$/;
    if (outside === undefined || names.test(outside)) return;
    if (element.closest(".card, #trust, script, style, textarea, .qr, svg.qr, template")) return;
    found.push(`${element.tagName.toLowerCase()} ${element.id || element.className}: ${outside}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: element, textContent } = texts.currentNode;
    // A number and its unit are one text in two elements.
    check(element, element.closest(".value")?.textContent ?? textContent);
  }
  for (const element of document.body.querySelectorAll("*")) {
    for (const name of [
      "aria-label",
      "aria-valuetext",
      "aria-roledescription",
      "title",
      "placeholder",
      "alt",
    ]) {
      check(element, element.getAttribute(name));
    }
  }
  return [...new Set(found)];
}

test("all text on the page is translated", async ({ district, page }) => {
  await page.route("**/languages/es.json", (route) => route.fulfill({ json: bracketed() }));
  await district.open("#v2&preset=chicago&lang=es");
  const button = (name) => page.getByRole("button", { name: `⟦${name}⟧`, exact: true });
  await expect(district.take.getByRole("button").nth(2)).toBeEnabled();
  expect(await page.evaluate(untranslated), "on opening").toEqual([]);

  // Two compared runs, a school's story, a change, and the sections.
  await button("Pin this run").click();
  await district.slide(page.locator("#fast_slow"), 0.6);
  await expect(page.locator("#change")).not.toBeEmpty();
  await expect(page.locator(".compare-chart svg")).toBeVisible();
  await district.openAll();
  await page.getByRole("radio", { name: "⟦stages⟧", exact: true }).check();
  await district.goToMonth(30);
  expect(await page.evaluate(untranslated), "with a compared run").toEqual([]);

  await page.evaluate(() => {
    window.print = () => {};
  });
  await button("Print the brief").click();
  await expect(page.locator(".brief")).toBeAttached();
  expect(await page.evaluate(untranslated), "on paper").toEqual([]);

  await button("Share").click();
  await expect(page.locator("dialog .share-link")).toBeVisible();
  expect(await page.evaluate(untranslated), "in the share dialog").toEqual([]);
  await page.keyboard.press("Escape");

  await district.openFiles({ "bad.json": "{", "more.json": '{"decisions":{"fast_slow":7}}' });
  await expect(district.refusal.first()).not.toBeEmpty();
  expect(await page.evaluate(untranslated), "with refused files").toEqual([]);

  await page.evaluate(() => {
    location.hash = "#v2&preset=chicago&fast_slow=7&nothing=1";
  });
  await expect(district.notice).toBeVisible();
  expect(await page.evaluate(untranslated), "with a broken link").toEqual([]);
});

for (const [width, colorScheme] of [
  [1280, "dark"],
  [360, "light"],
  [320, "light"],
]) {
  test(`axe finds nothing, and nothing scrolls horizontally, in Spanish at ${width} px, ${colorScheme}`, async ({
    district,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await district.open("#v2&preset=chicago&lang=es");
    await page.getByRole("button", { name: SPANISH["Pin this run"] }).click();
    await district.slide(page.locator("#fast_slow"), 0.6);
    await district.openAll();
    await expect(page.locator(".compare-chart svg")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolls).toBeLessThanOrEqual(width);
  });
}

test("a results file is identical in every language", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&replicates=20");
  await district.waitUntilComplete();
  const english = (await district.csv()).text;
  await page.goto("about:blank");
  await district.open("#v2&preset=chicago&replicates=20&lang=es");
  const spanish = (await district.save(SPANISH["All results as CSV"])).text;
  expect(spanish).toBe(english);
});

test("the page offers exactly the languages whose files exist", () => {
  const page = readFileSync(`${DIST}/index.html`, "utf8");
  const offered = /name="languages" content="([^"]+)"/.exec(page)[1].split(", ");
  expect(offered).toEqual(["en English", "es Español"]);
  for (const language of offered.slice(1)) {
    const [tag] = language.split(" ");
    const files = ["json", "explained.html", "trust.html", "cases.html"].map((name) => `${tag}.${name}`);
    for (const file of files) {
      expect(readFileSync(`${DIST}/languages/${file}`, "utf8").length, file).toBeGreaterThan(1000);
    }
  }
});
