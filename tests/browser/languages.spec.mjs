// The page in another language than English: chosen by the browser, by the visitor or by a link, complete,
// and with the numbers of the visitor's region.
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";
import { DIST } from "./served.mjs";

const SPANISH = JSON.parse(readFileSync(new URL("../../public/languages/es.json", import.meta.url)));
const html = (page) => page.locator("html");
const choice = (page) => page.getByRole("combobox", { name: /^(Language|Idioma)$/ });

test.describe("a browser that speaks Spanish", () => {
  test.use({ locale: "es-MX" });

  test("gets the page in Spanish, with numbers as in Mexico", async ({ district, page }) => {
    await district.open("#v1&preset=chicago");
    await expect(html(page)).toHaveAttribute("lang", "es");
    await expect(page).toHaveTitle(SPANISH["Districtwide: from pilot to scale"]);
    await expect(district.headline).toContainText(/escuelas.*medianas/);
    await expect(choice(page)).toHaveValue("es");
    await expect(page.getByLabel(SPANISH["How fast from pilot to scale?"])).toBeVisible();
  });

  test("can be told to speak English, and loses nothing by it", async ({ district, page }) => {
    await district.open("#v1&preset=baltimore_county&fast_slow=0.4");
    await page.getByRole("button", { name: SPANISH["Pin this run"] }).click();
    await choice(page).selectOption("en");
    await expect(html(page)).toHaveAttribute("lang", "en");
    await expect(district.headline).toContainText(/schools.*medians/);
    await expect(district.preset).toHaveValue("baltimore_county");
    await expect(district.pace).toHaveValue("0.4");
    await expect(page.locator("#compare").getByRole("textbox")).toHaveCount(1);
    // It stays so, also where the address says nothing of it.
    await page.goto("about:blank");
    await district.open("#v1&preset=chicago");
    await expect(district.headline).toContainText(/schools.*medians/);
  });
});

test.describe("a browser of Spain", () => {
  test.use({ locale: "es-ES" });

  test("shows the numbers as in Spain", async ({ district, page }) => {
    await district.open(
      "#v1&preset=chicago&n_schools=5000&start_schools=2000&target_schools=4000&replicates=20",
    );
    await expect(district.headline).toContainText("4.000");
    await district.openAll();
    await expect(page.getByRole("main")).not.toContainText(/\d\.\d %/);
  });
});

test("a link in Spanish is opened in Spanish, and stays so while one goes on", async ({ district, page }) => {
  await district.open("#v1&preset=chicago&lang=es");
  await expect(district.headline).toContainText("escuelas");
  await district.slide(page.locator("#fast_slow"), 0.5);
  await expect(page).toHaveURL(/#v1&preset=chicago&fast_slow=0.5$/);
  await page.reload();
  await expect(district.headline).toContainText("escuelas");
  // What is shared from here is in Spanish, too.
  await page.getByRole("button", { name: SPANISH.Share }).click();
  await expect(page.getByRole("dialog").locator("input[readonly]")).toHaveValue(/&lang=es/);
});

test("a link in another language that is typed into the page is shown in it", async ({ district, page }) => {
  await district.open("#v1&preset=chicago");
  await page.evaluate(() => {
    location.hash = "#v1&preset=baltimore_county&lang=es";
  });
  await expect(html(page)).toHaveAttribute("lang", "es");
  await expect(page.locator("#preset")).toHaveValue("baltimore_county");
});

test("a language that the page does not have, and one that does not come, leave it in English", async ({
  district,
  page,
}) => {
  district.provoked.push(/es\.json/, /Failed to load resource/);
  await district.open("#v1&preset=chicago&lang=tlh");
  await expect(html(page)).toHaveAttribute("lang", "en");
  await expect(district.headline).toContainText("schools");
  await page.route("**/languages/es.json", (route) => route.fulfill({ status: 404 }));
  await page.goto("about:blank");
  await district.open("#v1&preset=chicago&lang=es");
  await expect(html(page)).toHaveAttribute("lang", "en");
  await expect(district.headline).toContainText("schools");
  await expect(district.notice).toContainText("The texts of this language could not be loaded.");
});

// Every text of the language in brackets: what stands outside of them was not said through the language.
function bracketed() {
  const mark = (text) => `⟦${text}⟧`;
  const said = Object.entries(SPANISH).map(([english, text]) => [
    english,
    typeof text === "string"
      ? mark(english)
      : Object.fromEntries(Object.keys(text).map((count) => [count, mark(english)])),
  ]);
  return { ...Object.fromEntries(said), "1,234.5": "1,234.5" };
}

// The texts of the page that hold words outside of brackets.
function strays() {
  const stray = (text) => {
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
  const note = (element, text) => {
    const outside = stray(text ?? "");
    // Names, an address, and what a generated file of the language says.
    const names = /^(Districtwide|English|Español|SVG|PNG|\(JSON Schema\)\.|https?:\/\/\S+)$/;
    if (outside === undefined || names.test(outside)) return;
    if (element.closest(".card, #trust, script, style, textarea, .qr, svg.qr, template")) return;
    found.push(`${element.tagName.toLowerCase()} ${element.id || element.className}: ${outside}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) note(texts.currentNode.parentElement, texts.currentNode.textContent);
  for (const element of document.body.querySelectorAll("*")) {
    for (const name of [
      "aria-label",
      "aria-valuetext",
      "aria-roledescription",
      "title",
      "placeholder",
      "alt",
    ]) {
      note(element, element.getAttribute(name));
    }
  }
  return [...new Set(found)];
}

test("all that the page says is said through the language", async ({ district, page }) => {
  await page.route("**/languages/es.json", (route) => route.fulfill({ json: bracketed() }));
  await district.open("#v1&preset=chicago&lang=es");
  const button = (name) => page.getByRole("button", { name: `⟦${name}⟧`, exact: true });
  await expect(district.take.getByRole("button").nth(2)).toBeEnabled();
  expect(await page.evaluate(strays), "on opening").toEqual([]);

  // Two runs beside each other, a school's story, a change, and the sections.
  await button("Pin this run").click();
  await district.slide(page.locator("#fast_slow"), 0.6);
  await expect(page.locator("#change")).not.toBeEmpty();
  await expect(page.locator(".compare-chart svg")).toBeVisible();
  await district.openAll();
  await page.getByRole("radio", { name: "⟦stages⟧", exact: true }).check();
  await district.goToMonth(30);
  expect(await page.evaluate(strays), "with a run beside it").toEqual([]);

  await page.evaluate(() => {
    window.print = () => {};
  });
  await button("Print the brief").click();
  await expect(page.locator(".brief")).toBeAttached();
  expect(await page.evaluate(strays), "on paper").toEqual([]);

  await button("Share").click();
  await expect(page.locator("dialog .share-link")).toBeVisible();
  expect(await page.evaluate(strays), "where it is shared").toEqual([]);
  await page.keyboard.press("Escape");

  await district.openFiles({ "bad.json": "{", "more.json": '{"decisions":{"fast_slow":7}}' });
  await expect(district.refusal.first()).not.toBeEmpty();
  expect(await page.evaluate(strays), "where files are refused").toEqual([]);

  await page.evaluate(() => {
    location.hash = "#v1&preset=chicago&fast_slow=7&nothing=1";
  });
  await expect(district.notice).toBeVisible();
  expect(await page.evaluate(strays), "where a link is broken").toEqual([]);
});

for (const [width, colorScheme] of [
  [1280, "dark"],
  [360, "light"],
  [320, "light"],
]) {
  test(`axe finds nothing, and nothing scrolls sideways, in Spanish at ${width} px, ${colorScheme}`, async ({
    district,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await district.open("#v1&preset=chicago&lang=es");
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

test("a file of results has the same bits in every language", async ({ district, page }) => {
  await district.open("#v1&preset=chicago&replicates=20");
  await district.isComplete();
  const english = (await district.csv()).text;
  await page.goto("about:blank");
  await district.open("#v1&preset=chicago&replicates=20&lang=es");
  const spanish = (await district.save(SPANISH["All results as CSV"])).text;
  expect(spanish).toBe(english);
});

test("the languages that are offered are those whose files are there", () => {
  const page = readFileSync(`${DIST}/index.html`, "utf8");
  const offered = /name="languages" content="([^"]+)"/.exec(page)[1].split(", ");
  expect(offered).toEqual(["en English", "es Español"]);
  for (const language of offered.slice(1)) {
    const [tag] = language.split(" ");
    for (const file of [`${tag}.json`, `${tag}.explained.html`, `${tag}.trust.html`]) {
      expect(readFileSync(`${DIST}/languages/${file}`, "utf8").length, file).toBeGreaterThan(1000);
    }
  }
});
