// What has the focus and goes away hands it on: the focus never falls to the body. All by keyboard.
import { expect, test } from "./page.mjs";

// What has the focus, a moment later: browsers take it from what is gone with the next frame.
const hasFallen = (page) =>
  page.evaluate(async () => {
    for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame);
    return document.activeElement === document.body;
  });

test("dropping a run leads to the next one, and after the last to the button that pins", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=chicago&replicates=20");
  const drop = (name) => page.getByRole("button", { name: `Drop ${name}` });
  for (const name of ["Run A", "Run B", "Run C"]) {
    await district.pin.press("Enter");
    await expect(drop(name)).toBeVisible();
  }
  await drop("Run B").press("Enter");
  await expect(drop("Run C")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(drop("Run A")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(drop("Run A")).toHaveCount(0);
  await expect(district.pin).toBeFocused();
});

test("the last run that has room leaves the focus on the button that pinned it", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=chicago&replicates=20");
  const pin = page.locator(".compare-head button");
  await pin.focus();
  while ((await pin.textContent()) === "Pin this run") await page.keyboard.press("Enter");
  await expect(pin).toBeDisabled();
  expect(await hasFallen(page)).toBe(false);
  await expect(pin).toBeFocused();
});

test("another language gives the menu of languages the focus again", async ({ district, page }) => {
  await district.open("#v2&preset=chicago");
  await district.waitUntilComplete();
  const menu = page.getByRole("combobox", { name: /^(Language|Idioma)$/ });
  await menu.focus();
  await page.keyboard.press("e");
  await page.keyboard.press("s");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(menu).toBeFocused();
  await expect(menu).toHaveValue("es");
  // Not of every later visit.
  await page.reload();
  await expect(menu).toBeVisible();
  await expect(menu).not.toBeFocused();
});

test("undo, redo and reset keep the focus when there is nothing left to do", async ({ district, page }) => {
  await district.open("#v2&preset=chicago");
  const button = (name) => page.getByRole("button", { name, exact: true });
  await district.slide(district.pace, 0.5);
  await expect(button("Undo")).toBeEnabled();
  await button("Undo").press("Enter");
  await expect(button("Undo")).toBeDisabled();
  expect(await hasFallen(page)).toBe(false);
  await button("Redo").press("Enter");
  await expect(district.pace).toHaveValue("0.5");
  await expect(button("Redo")).toBeDisabled();
  expect(await hasFallen(page)).toBe(false);
  await button("Reset 1 change").press("Enter");
  await expect(button("Nothing changed")).toBeDisabled();
  await expect(button("Nothing changed")).toBeFocused();
  expect(await hasFallen(page)).toBe(false);
});

test("the unluckiest future keeps the focus on its button", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&replicates=20");
  await district.waitUntilComplete();
  const button = page.getByRole("button", { name: "Less lucky" });
  await expect(button).toBeEnabled();
  await button.focus();
  for (let presses = 0; presses < 20; presses += 1) await page.keyboard.press("Enter");
  await expect(button).toBeDisabled();
  expect(await hasFallen(page)).toBe(false);
});

test("a setting that is taken back leaves the focus at the list of changes", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&replicates=20");
  await district.waitUntilComplete();
  await district.slide(district.pace, 0.5);
  await district.openSection("1 changed setting");
  await page.locator("#changes button").press("Enter");
  await expect(district.pace).toHaveValue("-0.2");
  await expect(page.locator("#changes summary")).toBeFocused();
});

test("the button that looks further ahead hands the focus on when it goes", async ({ district, page }) => {
  await district.open("#v2&preset=chicago&months=24");
  await district.waitUntilComplete();
  const further = page.getByRole("button", { name: "Look further ahead" });
  await further.press("Enter");
  await expect(further).toBeHidden();
  await expect(page.locator(".outcomes")).toBeFocused();
});

test("a notice that is put away leads to the headline", async ({ district }) => {
  await district.open("#v2&n_schools=0");
  await district.notice.getByRole("button", { name: "Put away" }).press("Enter");
  await expect(district.notice).toBeHidden();
  await expect(district.headline).toBeFocused();
});

test("the dialog that shares a link hands the focus back to its button", async ({ district, page }) => {
  await district.open("#v2&preset=chicago");
  const share = page.getByRole("button", { name: "Share", exact: true });
  for (const key of ["Escape", "Enter"]) {
    await share.press("Enter");
    await expect(page.locator("dialog .share-link")).toBeVisible();
    if (key === "Enter") await page.getByRole("button", { name: "Close", exact: true }).focus();
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(share).toBeFocused();
  }
});

test("a part that is tried again hands the focus on", async ({ district, page }) => {
  district.expectedErrors.push(/./);
  await page.route("**/details-*.wasm", (route) => route.abort());
  await district.open("#v2&preset=chicago");
  const again = page.getByRole("button", { name: "Try again" }).first();
  await expect(again).toBeVisible();
  await page.unroute("**/details-*.wasm");
  await again.press("Enter");
  await district.waitUntilComplete();
  await expect(again).toBeHidden();
  expect(await hasFallen(page)).toBe(false);
});
