// Parts of the page embedded in a page on another site.
import AxeBuilder from "@axe-core/playwright";
import {
  ALL_IN_SIGHT,
  expectContentHeight,
  frame,
  headline,
  open,
  pace,
  reported,
  test,
} from "./embedding.mjs";
import { expect, firstVisit, test as plain } from "./page.mjs";
import { DIST, serve } from "./served.mjs";

test.use({ viewport: ALL_IN_SIGHT });

test("two embeds on another site show only their parts, each with its theme", async ({ course }) => {
  await course.open();
  await course.waitForChange("one");
  await expect(headline(course.one)).toContainText("a typical future has");
  await expect(course.one.getByRole("img", { name: /Adoption chart/ })).toBeVisible();
  await expect(pace(course.one)).toBeVisible();
  for (const hidden of ["Outcomes", "School by school", "Compare", "Export", "How far to trust this"]) {
    await expect(course.one.getByText(hidden, { exact: true })).toBeHidden();
  }
  await expect(course.two.getByRole("heading", { name: "Outcomes" })).toBeVisible();
  await expect(course.two.getByRole("heading", { name: "School by school" })).toBeVisible();
  await expect(course.two.getByTestId("which-future")).toContainText("One future of 50");
  await expect(headline(course.two)).toBeHidden();
  await expect(course.two.getByRole("img", { name: /Adoption chart/ })).toBeHidden();
  for (const embed of [course.one, course.two]) {
    await expect(embed.getByText("A thinking tool, not a forecast.")).toBeVisible();
    await expect(embed.locator("#preset, #tools, #change, .guide")).toHaveCount(4 - 1);
    for (const part of await embed.locator("#preset, #tools, #change").all()) await expect(part).toBeHidden();
  }
  const ground = (embed) => embed.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await ground(course.one)).toBe("rgb(20, 24, 29)");
  expect(await ground(course.two)).toBe("rgb(251, 251, 249)");
});

test("an embed without a theme follows the device, and one with a theme does not", async ({
  course,
  page,
  baseURL,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await course.open(
    () => frame("one", baseURL, "embed=headline") + frame("two", baseURL, "embed=headline&theme=light"),
  );
  await expect(headline(course.one)).toContainText("a typical future has");
  await expect(course.one.locator("body")).toHaveCSS("background-color", "rgb(20, 24, 29)");
  await expect(course.two.locator("body")).toHaveCSS("background-color", "rgb(251, 251, 249)");
});

test("hidden parts cannot be reached by keyboard", async ({ course, page }) => {
  await course.open();
  await course.waitForChange("one");
  await course.waitForChange("two");
  for (const id of ["one", "two"]) {
    const frame = await course.frameOf(id);
    const reached = new Set();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      const [hasFocus, hidden, name] = await frame.evaluate(() => {
        const { activeElement: active } = document;
        return [document.hasFocus(), !active.checkVisibility(), active.id || active.textContent];
      });
      if (!hasFocus || name === "") continue;
      expect(hidden, name).toBe(false);
      reached.add(name);
    }
    expect(reached).toContain("Open in Districtwide");
    expect(reached.has("fast_slow")).toBe(id === "one");
    await page.locator("h1").click();
  }
});

test("the height of each embed follows its content", async ({ course, page }) => {
  await course.open();
  await course.waitForChange("one");
  await course.waitForChange("two");
  const one = await expectContentHeight(course, "one");
  const before = await expectContentHeight(course, "two");
  await course.two.getByRole("button", { name: "What these mean" }).click();
  await expect.poll(() => expectContentHeight(course, "two")).toBeGreaterThan(before + 50);
  expect(await expectContentHeight(course, "one")).toBe(one);
  await page.setViewportSize({ width: 360, height: 6000 });
  await expect.poll(() => expectContentHeight(course, "one")).toBeGreaterThan(one);
  await expectContentHeight(course, "two");
});

test("a locked lever cannot be changed by pointer, keyboard or dropped file, from the first paint on", async ({
  course,
  page,
  baseURL,
}) => {
  // Records what embeds display, frame by frame.
  await page.addInitScript(() => {
    window.seen = new Set();
    const inspect = () => {
      const isVisible = (selector) =>
        [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
      if (isVisible(".decision input:enabled")) window.seen.add("an unlocked lever");
      if (isVisible(".settings, #preset, #take, .outcomes")) window.seen.add("a part that was not requested");
      if (isVisible("body")) window.seen.add(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(inspect);
    };
    requestAnimationFrame(inspect);
  });
  await course.open((origin) =>
    frame("one", baseURL, `embed=headline+levers&theme=dark&lock=all&host=${origin}`),
  );
  await course.waitForChange("one");
  await expect(course.one.locator(".decision input")).toHaveCount(7);
  await expect(course.one.getByText("locked", { exact: true })).toHaveCount(7);
  await expect(course.one.getByRole("button", { name: "Draw a random strategy" })).toHaveCount(0);
  const lever = pace(course.one);
  await expect(lever).toBeDisabled();
  await lever.click({ force: true, position: { x: 200, y: 12 } });
  await lever.focus();
  await page.keyboard.press("End");
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
  }
  const frameOfOne = await course.frameOf("one");
  const wasPrevented = await frameOfOne.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{"preset":"chicago","fast_slow":1}'], "a.json"));
    const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(wasPrevented, "the browser does not navigate to the file").toBe(true);
  await expect(lever).toHaveValue("-0.2");
  expect((await reported(page, "one", "change")).length).toBe(1);
  expect(await frameOfOne.evaluate(() => [...window.seen])).toEqual(["rgb(20, 24, 29)"]);
});

test("unknown words are reported, and the rest of the embed works", async ({ course, baseURL }) => {
  const query = "embed=chart,<b>pie</b>&theme=pink&lock=fast_slow+everything&host=lms";
  await course.open(() => frame("one", baseURL, encodeURI(query)) + frame("two", baseURL, "embed="));
  for (const sentence of [
    "asks for unknown parts: <b>pie</b>",
    "asks for an unknown theme: pink",
    "asks to lock unknown decisions: everything",
    "because this is not a website address: lms",
  ]) {
    await expect(course.one.getByText(sentence)).toBeVisible();
  }
  await expect(course.one.getByRole("img", { name: /Adoption chart/ })).toBeVisible();
  await expect(headline(course.one)).toBeHidden();
  // Nothing requested: the default parts.
  await expect(headline(course.two)).toBeVisible();
  await expect(pace(course.two)).toBeEnabled();
  await expect(course.two.locator(".outcomes")).toBeHidden();
});

test("an embed loads only the parts that it shows, and never the offline code", async ({
  course,
  page,
  baseURL,
}) => {
  let requested = [];
  page.on("request", (request) => requested.push(request.url().replace(/.*\//, "")));
  const parts = () => [
    ...new Set(requested.flatMap((file) => /^([a-z-]+)-[0-9a-f]{16}\.wasm$/.exec(file)?.[1] ?? [])),
  ];
  await course.open((origin) => frame("one", baseURL, `embed=headline+chart+levers&host=${origin}`));
  await course.waitForChange("one");
  expect(requested).toContain("embed.css");
  expect(parts()).toEqual(["districtwide"]);
  requested = [];
  await course.open((origin) => frame("one", baseURL, `embed=headline+chart+outcomes&host=${origin}`));
  await course.waitForChange("one");
  await expect(course.one.locator(".outcomes .value").first()).toBeVisible();
  expect(parts()).not.toContain("district");
  expect(parts()).not.toContain("details");
  expect(requested.filter((file) => file.startsWith("offline"))).toEqual([]);
});

firstVisit(
  "an embed stores nothing on the device, not even the runs of its link, and has no guided start",
  async ({ district, page }) => {
    // Not in a frame, because browsers block the storage of cross-site frames.
    await page.goto("./?embed=headline+district#v2&preset=chicago&run=A&preset=chicago&fast_slow=0.5");
    await expect(page.getByTestId("which-future")).toContainText("nearest the median");
    await expect(district.headline).toContainText("a typical future has");
    await expect(page.locator(".guide")).toHaveCount(0);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  },
);

test("a sandbox that allows scripts, same origin and popups is sufficient", async ({
  course,
  page,
  baseURL,
}) => {
  const rights = "allow-scripts allow-same-origin allow-popups";
  await course.open((origin) =>
    frame("one", baseURL, `embed=headline+district&host=${origin}`).replace(
      "<iframe",
      `<iframe sandbox="${rights}"`,
    ),
  );
  await course.waitForChange("one");
  await expect(course.one.getByTestId("which-future")).toContainText("nearest the median");
  const [whole] = await Promise.all([page.waitForEvent("popup"), open(course.one).click()]);
  await expect(whole).toHaveURL(/#v2&preset=chicago/);
});

test("the link of an embed opens its scenario in the whole page", async ({ course, context }) => {
  await course.open();
  await course.waitForChange("one");
  await pace(course.one).fill("0.6");
  await expect(open(course.one)).toHaveAttribute("href", /fast_slow=0\.6/);
  const [whole] = await Promise.all([context.waitForEvent("page"), open(course.one).click()]);
  await expect(whole.getByLabel("How fast from pilot to scale?")).toHaveValue("0.6");
  await expect(whole.getByLabel("Example", { exact: true })).toBeVisible();
  await expect(whole.getByRole("heading", { name: "Export" })).toBeVisible();
  expect(await whole.evaluate(() => window.opener)).toBe(null);
});

for (const width of [1280, 360]) {
  test(`axe finds nothing in two embeds at ${width} px, and nothing scrolls horizontally`, async ({
    course,
    page,
  }) => {
    await page.setViewportSize({ width, height: 6000 });
    await course.open();
    await course.waitForChange("one");
    await course.waitForChange("two");
    await expectContentHeight(course, "two");
    // Each embed is a separate page with its own landmarks.
    const whole = new AxeBuilder({ page }).disableRules("landmark-unique");
    const embeds = ["#one", "#two"].map((id) =>
      new AxeBuilder({ page }).include({ fromFrames: [id, "html"] }),
    );
    for (const part of [whole, ...embeds]) {
      const { violations, passes } = await part.analyze();
      expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);
      expect(passes.length).toBeGreaterThan(10);
    }
    for (const frame of page.frames()) {
      const content = await frame.evaluate(() => document.documentElement.scrollWidth);
      expect(content).toBeLessThanOrEqual(width);
    }
  });
}

plain.describe(() => {
  plain.use({ serviceWorkers: "allow" });

  plain("after one visit the page can be embedded offline too", async ({ page, district }) => {
    const server = await serve(DIST);
    await page.goto(server.address);
    await district.waitUntilComplete();
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await server.stop();
    await page.goto(`${server.address}?embed=headline+district&theme=dark#v2&preset=chicago&fast_slow=0.5`);
    await expect(district.headline).toContainText("a typical future has");
    await expect(page.getByTestId("which-future")).toContainText("nearest the median");
    await expect(page.locator("body")).toHaveCSS("background-color", "rgb(20, 24, 29)");
  });
});
