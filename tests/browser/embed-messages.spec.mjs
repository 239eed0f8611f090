// Messages between an embed and the host page on another site.
import {
  ALL_IN_SIGHT,
  frame,
  headline,
  open,
  pace,
  reported,
  script,
  serveCourse,
  test,
  twoEmbeds,
} from "./embedding.mjs";
import { expect as expectFirefox, test as firefoxTest } from "./firefox.mjs";
import { expect } from "./page.mjs";

test.use({ viewport: ALL_IN_SIGHT });

test("a change in one embed is reported, with its link, and does not touch the other", async ({
  course,
  page,
}) => {
  await course.open();
  const first = await course.waitForChange("one");
  expect(first.link).toBe("v2&preset=chicago&replicates=50");
  const other = await course.waitForChange("two");
  await pace(course.one).fill("0.6");
  const change = await course.waitForChange("one", 2);
  expect(change.link).toBe("v2&preset=chicago&fast_slow=0.6&replicates=50");
  await expect(headline(course.one)).toHaveText(change.headline);
  expect(change.headline).not.toBe(first.headline);
  expect(change.headline).toContain(`${Math.round(change.medians.ever)} schools started`);
  expect(change.medians.active).toBeLessThanOrEqual(change.medians.ever);
  expect(await course.waitForChange("two")).toEqual(other);
  await expect(pace(course.two)).not.toHaveValue("0.6");
  await expect(open(course.one)).toHaveAttribute(
    "href",
    /prefix\/#v2&preset=chicago&fast_slow=0\.6&replicates=50$/,
  );

  const frame = await course.frameOf("one");
  await expect.poll(() => frame.evaluate(() => location.href)).toMatch(/\?embed=.*#v2.*fast_slow=0\.6/);
  expect(
    await page.evaluate(() => history.length),
    "the back button belongs to the course",
  ).toBeLessThanOrEqual(2);
});

test("the course learns which embeds are ready, and changes them, including locked levers", async ({
  course,
  page,
  baseURL,
}) => {
  await course.open();
  await course.waitForChange("two");
  const [ready] = await reported(page, "two", "ready");
  expect(ready).toMatchObject({
    districtwide: 1,
    origin: new URL(baseURL).origin,
    parts: ["levers", "district", "outcomes"],
    link: "v2&preset=chicago&replicates=50",
  });
  await course.send("two", {
    districtwide: 1,
    type: "show",
    link: "v2&preset=chicago&fast_slow=0.5&replicates=50",
  });
  expect((await course.waitForChange("two", 2)).link).toBe("v2&preset=chicago&fast_slow=0.5&replicates=50");
  await expect(pace(course.two)).toHaveValue("0.5");
  await expect(pace(course.two)).toBeDisabled();
  await course.send("two", { districtwide: 1, type: "hello" });
  await expect.poll(async () => (await reported(page, "two", "ready")).length).toBeGreaterThan(1);
});

test("a link that cannot be opened is refused in a sentence, and the displayed scenario stays", async ({
  course,
  page,
}) => {
  await course.open();
  await course.waitForChange("one");
  const before = await headline(course.one).textContent();
  for (const [link, sentence] of [
    ["v2&fast_slow=9", /\(fast_slow\): 9 is not allowed/],
    ["v2&preset=atlantis", /atlantis/],
    ["javascript:alert(1)", /could not be opened/],
    ["<img src=x onerror=alert(1)>", /could not be opened/],
    ["", /could not be opened/],
  ]) {
    const earlier = (await reported(page, "one", "refused")).length;
    await course.send("one", { districtwide: 1, type: "show", link });
    await expect.poll(async () => (await reported(page, "one", "refused")).length).toBe(earlier + 1);
    expect((await reported(page, "one", "refused")).at(-1).reason).toMatch(sentence);
  }
  await expect(headline(course.one)).toHaveText(before);
  await expect(course.one.locator(".notice")).toBeHidden();
  await expect(course.one.locator("img")).toHaveCount(0);
});

test("a link from the course is refused if what reads it cannot be loaded, and shown at the next try", async ({
  course,
  district,
  page,
}) => {
  district.expectedErrors.push(/./);
  await page.route("**/links-*.wasm", (route) => route.abort());
  await course.open();
  await course.waitForChange("two");
  const show = { districtwide: 1, type: "show", link: "V2&preset=chicago&fast_slow=0.5&replicates=50." };
  await course.send("two", show);
  await expect.poll(async () => (await reported(page, "two", "refused")).length).toBe(1);
  expect((await reported(page, "two", "refused"))[0].reason).toContain("could not be loaded");
  await page.unroute("**/links-*.wasm");
  await course.send("two", show);
  await expect(pace(course.two)).toHaveValue("0.5");
});

test("a broken link in the frame itself is reported to the reader and to the course", async ({
  course,
  page,
  baseURL,
}) => {
  await course.open((origin) => frame("one", baseURL, `embed=headline&host=${origin}`, "v2&fast_slow=9"));
  await expect(course.one.locator(".notice")).toContainText("(fast_slow): 9 is not allowed");
  await course.waitForChange("one");
  const types = await page.evaluate(() => window.received.map(({ type }) => type));
  expect(types[0]).toBe("ready");
  expect(types.filter((type) => type === "refused")).toHaveLength(1);
});

test("messages outside the protocol change nothing", async ({ course, page }) => {
  await course.open();
  await course.waitForChange("one");
  const link = "v2&preset=chicago&fast_slow=0.5";
  const before = await headline(course.one).textContent();
  const count = await page.evaluate(() => window.received.length);
  for (const message of [
    null,
    42,
    "show",
    `{"districtwide":1,"type":"show","link":"${link}"}`,
    [],
    {},
    { districtwide: 2, type: "show", link },
    { districtwide: "1", type: "show", link },
    { type: "show", link },
    { districtwide: 1, type: "show" },
    { districtwide: 1, type: "show", link: { toString: "v2" } },
    { districtwide: 1, type: "show", link: [link] },
    { districtwide: 1, type: "constructor", link },
    { districtwide: 1, type: "change", link },
    { districtwide: 1, type: "eval", code: "document.body.remove()" },
  ]) {
    await course.send("one", message);
  }
  // The last one is answered, so all earlier ones were received.
  await course.send("one", { districtwide: 1, type: "hello" });
  await expect.poll(async () => (await reported(page, "one", "ready")).length).toBeGreaterThan(1);
  await expect(headline(course.one)).toHaveText(before);
  const after = await page.evaluate((count) => window.received.slice(count), count);
  expect(after.filter(({ type }) => !["ready", "size", "change"].includes(type))).toEqual([]);
});

test("an embed accepts messages only from its direct parent with the named origin", async ({
  course,
  page,
  baseURL,
}) => {
  course.district.expectedErrors.push(/does not match the recipient/);
  const link = "v2&preset=chicago&fast_slow=0.5&replicates=50";
  await course.open(
    (origin) =>
      script(baseURL) +
      frame("one", baseURL, `embed=levers&host=${origin}`) +
      frame("two", baseURL, "embed=levers&host=https://lms.example") +
      frame("none", baseURL, "embed=levers") +
      `<iframe id="sibling" title="Sibling" src="${origin}/other"></iframe>`,
  );
  await course.waitForChange("one");
  // A frame with the named origin, but not the parent.
  const sibling = await course.frameOf("sibling");
  await sibling.evaluate((message) => parent.frames[0].postMessage(message, "*"), {
    districtwide: 1,
    type: "show",
    link,
  });
  const none = page.frameLocator("#none");
  for (const embed of [course.two, none]) await expect(open(embed)).toHaveAttribute("href", /#v2/);
  for (const id of ["two", "none"]) {
    await course.send(id, { districtwide: 1, type: "show", link });
    await course.send(id, { districtwide: 1, type: "hello" });
  }
  // A message from the parent after all that is received.
  await course.send("one", { districtwide: 1, type: "hello" });
  await expect.poll(async () => (await reported(page, "one", "ready")).length).toBeGreaterThan(1);
  await pace(none).fill("0.1");
  await expect(open(none)).toHaveAttribute("href", /fast_slow=0\.1/);
  for (const embed of [course.one, course.two]) await expect(pace(embed)).toHaveValue("-0.2");
  const others = await page.evaluate(() => window.received.filter(({ from }) => from !== "one"));
  expect(others, "embeds that do not name the origin report nothing to it").toEqual([]);
  await expect(course.two.getByText("The page around this one receives")).toBeVisible();
  await expect(none.getByText("The page around this one receives")).toHaveCount(0);
});

firefoxTest(
  "in Firefox too, two embeds have the height of their content, report changes, and receive messages",
  async ({ firefox }) => {
    const { page, address } = firefox;
    const site = await serveCourse(twoEmbeds(address));
    await page.setViewport(ALL_IN_SIGHT);
    await page.goto(site.origin);
    const received = (from, type) =>
      page.evaluate(
        (from, type) => window.received.filter((message) => message.from === from && message.type === type),
        from,
        type,
      );
    const waitForChange = async (from, times) => {
      await expectFirefox
        .poll(async () => (await received(from, "change")).length)
        .toBeGreaterThanOrEqual(times);
      return (await received(from, "change")).at(-1);
    };
    await waitForChange("one", 1);
    await waitForChange("two", 1);
    await page.evaluate(() =>
      window.send("two", {
        districtwide: 1,
        type: "show",
        link: "v2&preset=chicago&fast_slow=0.5&replicates=50",
      }),
    );
    expectFirefox((await waitForChange("two", 2)).link).toContain("fast_slow=0.5");
    expectFirefox((await waitForChange("one", 1)).link).not.toContain("fast_slow");
    for (const [id, ground, locked] of [
      ["one", "rgb(20, 24, 29)", false],
      ["two", "rgb(251, 251, 249)", true],
    ]) {
      const frame = await (await page.$(`#${id}`)).contentFrame();
      const state = () =>
        frame.evaluate(() => [
          getComputedStyle(document.body).backgroundColor,
          document.getElementById("fast_slow").disabled,
          document.documentElement.scrollHeight === innerHeight,
        ]);
      await expectFirefox.poll(state).toEqual([ground, locked, true]);
    }
    await site.stop();
  },
);
