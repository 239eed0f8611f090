// Links that are not as the page writes them: the part of the page that reads them is loaded first. What it
// understands is in nothing-lost.spec.mjs and address.spec.mjs.
import { readdirSync } from "node:fs";
import { expect, firstVisit, test } from "./page.mjs";

const PART = "**/links-*.wasm";
const UNTIDY = "V2&PRESET=baltimore_county&fast_slow=0.4.";
const NOT_LOADED = "A part of the page that is needed to read it could not be loaded.";

// Responses instead of the part.
const FAILURES = {
  missing: (route) => route.abort(),
  refused: (route) => route.fulfill({ status: 404, body: "not here" }),
  "a Wi-Fi sign-in page": (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Welcome to our Wi-Fi</title>" }),
};

// Holds the part back until it is released. `requested` settles when the page asks for it.
async function hold(page) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  const requested = page.waitForRequest(PART);
  await page.route(PART, (route) => released.then(() => route.continue()));
  return { requested, release };
}

const enter = (page, link) =>
  page.evaluate((link) => {
    location.hash = link;
  }, link);

firstVisit("the part that reads links is a file of its own", () => {
  const files = readdirSync(new URL("../../dist/", import.meta.url));
  expect(files.filter((file) => /^links-[0-9a-f]{16}\.wasm$/.test(file))).toHaveLength(1);
});

test("a link as the page writes it is read without the part, also with runs and while the page is open", async ({
  district,
  page,
}) => {
  await page.route(PART, (route) => route.abort());
  await district.open(
    "#v2&preset=chicago&fast_slow=0.5&lang=en&month=30&said=never,90,80&run=A+%26+B&preset=chicago",
  );
  await expect(district.pace).toHaveValue("0.5");
  await expect(page.getByLabel("Name of A & B", { exact: true })).toBeVisible();
  await enter(page, "v2&preset=small_wealthy");
  await expect(district.preset).toHaveValue("small_wealthy");
  await page.goBack();
  await expect(district.pace).toHaveValue("0.5");
});

for (const [failure, respond] of Object.entries(FAILURES)) {
  test(`the page opens without its link if the part is ${failure}, says so, and has the link at the next try`, async ({
    district,
    page,
  }) => {
    district.expectedErrors.push(/./);
    await page.route(PART, respond);
    await district.open(`#${UNTIDY}`);
    await expect(district.preset).toHaveValue("chicago");
    await expect(district.notice).toContainText("The link could not be opened, so the page shows");
    await expect(district.notice).toContainText(NOT_LOADED);
    // The rest of the page works, and the address keeps the link.
    await district.waitUntilComplete();
    expect(page.url()).toContain(UNTIDY);
    await page.unroute(PART);
    await page.reload();
    await expect(district.preset).toHaveValue("baltimore_county");
    await expect(district.notice).toBeHidden();
  });
}

test("an open page keeps its scenario if the part is missing, and the link is read at the second try", async ({
  district,
  page,
}) => {
  district.expectedErrors.push(/./);
  await page.route(PART, FAILURES.missing);
  await district.open("#v2&preset=small_wealthy");
  await enter(page, UNTIDY);
  await expect(district.notice).toContainText("keeps the current scenario");
  await expect(district.notice).toContainText(NOT_LOADED);
  await expect(district.preset).toHaveValue("small_wealthy");
  expect(page.url()).toContain(UNTIDY);
  await page.unroute(PART);
  await page.goBack();
  await page.goForward();
  await expect(district.preset).toHaveValue("baltimore_county");
  await expect(district.notice).toBeHidden();
});

test("a network that answers nothing does not keep the page from opening", async ({ district, page }) => {
  await page.clock.install();
  const { requested, release } = await hold(page);
  await page.goto(`./#${UNTIDY}`);
  await requested;
  await page.clock.fastForward(8000);
  await expect(district.notice).toContainText(NOT_LOADED);
  await expect(district.preset).toHaveValue("chicago");
  release();
});

test("what a person does while a link is read counts, and the link is a step back", async ({
  district,
  page,
}) => {
  const { requested, release } = await hold(page);
  await district.open("#v2&preset=small_wealthy");
  await enter(page, UNTIDY);
  await requested;
  await district.slide(district.pace, 0.7);
  await expect(page).toHaveURL(/#v2&preset=small_wealthy&fast_slow=0\.7&view=bands$/);
  const response = page.waitForResponse(PART);
  release();
  await response;
  await enter(page, "V2&preset=chicago&fast_slow=0.1");
  await expect(district.pace).toHaveValue("0.1");
  await page.goBack();
  await expect(district.pace).toHaveValue("0.7");
  await expect(district.preset).toHaveValue("small_wealthy");
  await page.goBack();
  await expect(district.preset).toHaveValue("baltimore_county");
  await expect(district.pace).toHaveValue("0.4");
});

test("of two links the last one counts, whichever is read first", async ({ district, page }) => {
  const { requested, release } = await hold(page);
  await district.open("#v2&preset=small_wealthy");
  await enter(page, UNTIDY);
  await requested;
  await enter(page, "v2&preset=chicago&fast_slow=0.6");
  await expect(district.pace).toHaveValue("0.6");
  await enter(page, "preset=chicago&fast_slow=0.2");
  await enter(page, "V2&preset=chicago&fast_slow=0.3");
  release();
  await expect(district.pace).toHaveValue("0.3");
  await expect(page).toHaveURL(/#v2&preset=chicago&fast_slow=0\.3$/);
  await expect(district.preset).toHaveValue("chicago");
});
