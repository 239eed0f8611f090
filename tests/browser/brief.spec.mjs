// The printed brief.
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "./page.mjs";

// Prints the brief as the browser's dialog would, and returns its text and what overflows the paper.
async function printed(page, format, button = "Print the brief") {
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByRole("button", { name: button }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".brief h1")).toBeVisible();
  const overflowing = await page.evaluate(() => {
    const right = (element) => element.getBoundingClientRect().right;
    return [...document.querySelectorAll(".brief *")]
      .filter((element) => right(element) > document.documentElement.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 80));
  });
  await page.emulateMedia({ media: null });
  // It notifies the page that it has printed.
  const bytes = await page.pdf({ format });
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return { totalPages, overflowing, text: text.join(" ").replaceAll(/\s+/g, " ") };
}

for (const format of ["A4", "Letter"]) {
  test(`the brief is one or two self-contained pages of ${format}`, async ({ district, page }) => {
    await district.open("#v2&preset=chicago&fast_slow=0.5");
    await district.waitUntilCounted();
    const headline = await district.headline.textContent();
    const { totalPages, overflowing, text } = await printed(page, format);
    expect(totalPages).toBeLessThanOrEqual(2);
    expect(overflowing, "elements that overflow the paper").toEqual([]);
    for (const words of [
      "Brief: Chicago",
      "when will 100 schools have started",
      headline,
      "A thinking tool, not a forecast.",
      "How fast from pilot to scale? 0.5 toward Slow and steady",
      "Changed from Chicago: Fast and furious or slow and steady: 0.5 toward Slow and steady",
      "Equity gap",
      "What the model cannot say",
      "are judgments",
      "Sources: The Learning Accelerator with Education Next",
      "#v2&preset=chicago&fast_slow=0.5",
    ]) {
      expect(text).toContain(words.replaceAll(/\s+/g, " "));
    }
    expect(text, "nothing of the page itself").not.toContain("Export");
  });
}

test("in Spanish too it is at most two pages", async ({ district, page }) => {
  await district.open("#v2&preset=baltimore_county&fast_slow=0.5&lang=es");
  await expect(district.take.getByRole("button", { name: "Imprimir el resumen" })).toBeEnabled();
  const { totalPages, overflowing, text } = await printed(page, "Letter", "Imprimir el resumen");
  expect(totalPages).toBeLessThanOrEqual(2);
  expect(overflowing, "elements that overflow the paper").toEqual([]);
  expect(text).toContain("Una herramienta para pensar, no un pronóstico.");
});

test("the brief contains the compared runs, and a name is never markup", async ({ district, page }) => {
  await district.open(
    "#v2&preset=chicago&fast_slow=0.5&run=%3Cb%3ESlow%3C/b%3E&preset=chicago&fast_slow=0.8",
  );
  await expect(page.locator("#compare thead th")).toHaveText([/Outcome/, /Slow/, /Now/]);
  const { totalPages, text } = await printed(page, "A4");
  expect(totalPages).toBeLessThanOrEqual(2);
  expect(text).toContain("Compared with other runs");
  expect(text).toContain("<b>Slow</b>");
});

test("after printing, the page is unchanged", async ({ district, page }) => {
  await district.open();
  await district.waitUntilComplete();
  await printed(page, "A4");
  await expect(page.locator(".brief")).toHaveCount(0);
  await district.slide(district.pace, 0.5);
  await district.waitUntilComplete();
  expect((await printed(page, "A4")).text).toContain("0.5 toward Slow and steady");
});
