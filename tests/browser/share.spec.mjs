// Shared links: their content, and what they open; undo and redo.
import { AxeBuilder } from "@axe-core/playwright";
import jsQR from "jsqr";
import sharp from "sharp";
import { expect, test } from "./page.mjs";

const dialogOf = (page) => page.getByRole("dialog", { name: "Share what you see" });
const linkIn = (page) => dialogOf(page).getByRole("textbox", { name: "Link" });

async function share(page) {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialogOf(page)).toBeVisible();
  return linkIn(page).inputValue();
}

test("a shared link opens the same scenario, view, month, runs and numbers", async ({
  district,
  page,
  browser,
}) => {
  await district.open();
  await district.slide(district.pace, 0.5);
  await district.waitUntilComplete();
  await page.getByRole("button", { name: "Pin this run" }).click();
  await district.slide(district.pace, -0.5);
  await district.waitUntilComplete();
  await page.getByRole("radio", { name: "stages" }).check();
  await page.getByLabel("Month to show").fill("30");
  await expect(page.locator("#compare thead th")).toHaveText([/Outcome/, /Run A/, /Now/]);
  // By luck alone: how many futures with unknowns there are depends on what else was compared before.
  const claims = page.locator("#compare .paired li");
  const byLuck = (await claims.allTextContents()).map((text) => text.slice(0, text.indexOf(")")));
  expect(byLuck).toHaveLength(2);
  const settings = await page.locator("#compare .differing").textContent();
  const link = await share(page);
  expect(link).toMatch(
    /#v2&preset=chicago&fast_slow=-0\.5&view=stages&month=30&said=[\d.]+,[\d.]+,[\d.]+&run=Run\+A&preset=chicago&fast_slow=0\.5$/,
  );

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByTestId("headline")).toContainText("held to the published counts");
  await expect(other.getByRole("radio", { name: "stages" })).toBeChecked();
  await expect(other.getByLabel("Month to show")).toHaveValue("30");
  const expectTheSame = async () => {
    await expect(other.locator("#compare .paired li")).toContainText(byLuck);
    await expect(other.locator("#compare .differing")).toHaveText(settings);
  };
  await expectTheSame();
  await expect(other.locator(".notice")).toBeHidden();
  expect(other.url(), "the address keeps all of it").toBe(link);
  await other.reload();
  await expectTheSame();
  await other.context().close();
});

test("the QR code contains the link", async ({ district, page }) => {
  await district.open();
  await district.waitUntilComplete();
  const link = await share(page);
  const { data, info } = await sharp(await page.locator("svg.qr").screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(link);
});

test("the dialog describes the link, copies it, and works by keyboard", async ({
  district,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await district.open("#v2&preset=chicago&fast_slow=0.5");
  // The link gets its recorded results once they are known.
  await district.waitUntilCounted();
  await page.getByRole("button", { name: "Share", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(dialogOf(page).getByText("0.5 toward Slow and steady")).toBeVisible();
  await dialogOf(page).getByRole("button", { name: "Copy" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialogOf(page).getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await linkIn(page).inputValue());
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
});

test("where the browser cannot copy, the link is selected", async ({ district, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { get: () => undefined });
  });
  await district.open();
  await share(page);
  await dialogOf(page).getByRole("button", { name: "Copy" }).click();
  await expect(dialogOf(page).getByText("text is selected")).toBeVisible();
  expect(await page.evaluate(() => getSelection().toString() || document.activeElement.tagName)).toBeTruthy();
});

test("a link from another model version reports what differs now, with both numbers", async ({
  district,
  page,
}) => {
  await district.open("#v2&preset=chicago&said=never,90,80");
  await expect(district.notice).toContainText(
    /The model has changed since this link was made.*reached the goal not by the end, now after \d+ months; 90 schools ever started, now [\d.]+; 80 were active at the end, now [\d.]+\./,
  );
  await page.getByRole("button", { name: "Hide" }).click();
  await expect(page).toHaveURL(/#v2&preset=chicago&view=bands$/);
});

test("a link removes no pinned run", async ({ district, page }) => {
  await district.open("#v2&preset=small_wealthy");
  await district.waitUntilComplete();
  await page.getByRole("button", { name: "Pin this run" }).click();
  await page.goto("about:blank");
  await district.open("#v2&preset=chicago&run=Theirs&preset=chicago&fast_slow=0.5");
  const names = page.locator("#compare").getByRole("textbox");
  await expect(names).toHaveValue("Theirs");
  await expect(page.locator("#compare")).toContainText(
    "Your own are kept; what you change here lasts until you close this tab",
  );
  await names.fill("Changed");
  await names.press("Enter");
  await page.goto("about:blank");
  await district.open("#v2&preset=chicago");
  await expect(names, "changes there removed nothing").toHaveValue("Run A");

  await page.goto("about:blank");
  await district.open("#v2&preset=chicago&run=Theirs&preset=chicago&fast_slow=0.5");
  await expect(names).toHaveValue("Theirs");
  await page.getByRole("button", { name: "Restore my own runs" }).click();
  await expect(names).toHaveValue("Run A");
  await expect(page.getByRole("button", { name: "Restore my own runs" })).toBeHidden();
});

test("undo and redo step through the changes, by button and by keyboard", async ({ district, page }) => {
  await district.open();
  const [undo, redo] = ["Undo", "Redo"].map((name) => page.getByRole("button", { name, exact: true }));
  await expect(undo).toBeDisabled();
  await district.slide(district.pace, 0.4);
  await expect(undo).toBeEnabled();
  await district.choosePreset("Baltimore County");
  await undo.click();
  await expect(district.preset).toHaveValue("chicago");
  await expect(district.pace).toHaveValue("0.4");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(district.pace).toHaveValue("-0.2");
  await expect(undo).toBeDisabled();
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(district.pace).toHaveValue("0.4");
  await redo.click();
  await expect(district.preset).toHaveValue("baltimore_county");
  await expect(redo).toBeDisabled();
});

for (const [what, link, sentence] of [
  ["an unknown view", "v2&view=pie", "view=pie: there is no setting with this name"],
  ["invalid numbers", "v2&preset=chicago&said=1,2", "said could not be read and is left out"],
  ["five runs", `v2&preset=chicago${"&run=A".repeat(5)}`, "The link has 5 runs; the page compares at most 4"],
  ["a run with a broken setting", "v2&preset=chicago&run=A&fast_slow=9", "(fast_slow): 9 is not allowed"],
  ["a later version", "v7&fast_slow=0", "made by a newer version of this page"],
]) {
  test(`a link with ${what} is reported in a sentence`, async ({ district }) => {
    await district.open(`#${link}`);
    await expect(district.notice).toContainText(sentence);
    await expect(district.preset).toHaveValue("chicago");
  });
}
