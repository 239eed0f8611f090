// Controls inherit the page's font: browsers give them a default font that differs between systems.
import { openChicago, SIZES } from "./looks.mjs";
import { expect, test } from "./page.mjs";

// The visible controls whose font differs from that of their parent.
const mismatched = (page) =>
  page.evaluate(() => {
    const fontOf = (element) => getComputedStyle(element).fontFamily;
    const all = document.querySelectorAll("button, input, select, textarea, output, meter, progress");
    return (
      [...all]
        .filter((control) => control.checkVisibility())
        // Code is monospaced.
        .filter((control) => !(control.matches(".embed textarea") && fontOf(control) === "monospace"))
        .filter((control) => fontOf(control) !== fontOf(control.parentElement))
        .map((control) => control.outerHTML.slice(0, 100))
    );
  });

for (const viewport of SIZES) {
  test(`every control has the font of its parent at ${viewport.width} px`, async ({ district, page }) => {
    await openChicago(district, viewport);
    await district.pin.click();
    await district.openAll();
    await expect(page.locator("#card-fast_slow")).toBeVisible();
    await expect(page.locator(".embed textarea")).toBeVisible();
    await expect(page.getByLabel("Story of school number")).toBeVisible();
    expect(await mismatched(page)).toEqual([]);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await mismatched(page)).toEqual([]);
  });
}

test("controls have the page's font where the page could not start", async ({ district, page }) => {
  district.expectedErrors.push(/./);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  expect(await mismatched(page)).toEqual([]);
});

test("controls have the page's font in an embed", async ({ page, district }) => {
  await page.goto("./?embed=headline+chart+levers+district+outcomes#v2&preset=chicago&replicates=50");
  await expect(district.headline).toContainText("a typical future has");
  await expect(page.getByLabel("Story of school number")).toBeVisible();
  expect(await mismatched(page)).toEqual([]);
});
