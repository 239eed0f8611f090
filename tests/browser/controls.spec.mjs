// The font of controls: browsers give them one of their own, which is another one on every system.
import { openChicago, SIZES } from "./looks.mjs";
import { expect, test } from "./page.mjs";

// The controls that are seen and have another font than what they stand in.
const strangers = (page) =>
  page.evaluate(() => {
    const fontOf = (element) => getComputedStyle(element).fontFamily;
    const all = document.querySelectorAll("button, input, select, textarea, output, meter, progress");
    return (
      [...all]
        .filter((control) => control.checkVisibility())
        // What is code stands in one width.
        .filter((control) => !(control.matches(".embed textarea") && fontOf(control) === "monospace"))
        .filter((control) => fontOf(control) !== fontOf(control.parentElement))
        .map((control) => control.outerHTML.slice(0, 100))
    );
  });

for (const viewport of SIZES) {
  test(`every control has the font of its place at ${viewport.width} px`, async ({ district, page }) => {
    await openChicago(district, viewport);
    await district.pin.click();
    await district.openAll();
    await expect(page.locator("#card-fast_slow")).toBeVisible();
    await expect(page.locator(".embed textarea")).toBeVisible();
    await expect(page.getByLabel("A school's story: number")).toBeVisible();
    expect(await strangers(page)).toEqual([]);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await strangers(page)).toEqual([]);
  });
}

test("so it is where the page could not start", async ({ district, page }) => {
  district.provoked.push(/./);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  expect(await strangers(page)).toEqual([]);
});

test("so it is in an embed", async ({ page, district }) => {
  await page.goto("./?embed=headline+chart+levers+district+outcomes#v1&preset=chicago&replicates=50");
  await expect(district.headline).toContainText("simulated futures");
  await expect(page.getByLabel("A school's story: number")).toBeVisible();
  expect(await strangers(page)).toEqual([]);
});
