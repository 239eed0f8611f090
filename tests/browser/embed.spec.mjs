// Parts of the page in a page on another site.
import AxeBuilder from "@axe-core/playwright";
import { frame, script, serveCourse, told, twoEmbeds } from "./embedding.mjs";
import { expect as expectFirefox, test as firefoxTest } from "./firefox.mjs";
import { expect, firstVisit, test as plain } from "./page.mjs";
import { DIST, serve } from "./served.mjs";

// A test with a course: `course.open(body)` shows it, its embeds are `course.one` and `course.two`.
const test = plain.extend({
  course: async ({ page, district, baseURL }, use) => {
    let site;
    const course = {
      district,
      one: page.frameLocator("#one"),
      two: page.frameLocator("#two"),
      frameOf: async (id) => (await page.locator(`#${id}`).elementHandle()).contentFrame(),
      // Serves it, and gives its origin.
      serve: async (body) => {
        site = await serveCourse(body);
        return site.origin;
      },
      open: async (body = twoEmbeds(baseURL)) => page.goto(await course.serve(body)),
      // An embed has said what came out so many times.
      hasTold: async (id, times = 1) => {
        await expect.poll(async () => (await told(page, id, "change")).length).toBeGreaterThanOrEqual(times);
        return (await told(page, id, "change")).at(-1);
      },
      send: (id, message) => page.evaluate(([id, message]) => window.send(id, message), [id, message]),
    };
    await use(course);
    await site?.stop();
  },
});

// Browsers draw no frame that is out of sight.
const ALL_IN_SIGHT = { width: 1280, height: 4000 };
test.use({ viewport: ALL_IN_SIGHT });

const pace = (embed) => embed.getByLabel("How fast from pilot to scale?");
const headline = (embed) => embed.getByTestId("headline");
const open = (embed) => embed.getByRole("link", { name: "Open in Districtwide" });

// How high the content is and how high its window, once the one is the other.
async function hasItsHeight(course, id) {
  const frame = await course.frameOf(id);
  const heights = () =>
    frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight, document.body.offsetHeight]);
  await expect
    .poll(async () => {
      const [content, window, body] = await heights();
      return content === window && Math.abs(body - window) <= 1;
    })
    .toBe(true);
  return (await heights())[1];
}

test("two embeds on another site show their parts and nothing else, each with its theme", async ({
  course,
}) => {
  await course.open();
  await course.hasTold("one");
  await expect(headline(course.one)).toContainText("Half of 50 simulated futures");
  await expect(course.one.getByRole("img", { name: /Adoption chart/ })).toBeVisible();
  await expect(pace(course.one)).toBeVisible();
  for (const hidden of [
    "Outcomes",
    "School by school",
    "Compare",
    "Take it along",
    "How far to trust this",
  ]) {
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
  await expect(headline(course.one)).toContainText("Half of 50");
  await expect(course.one.locator("body")).toHaveCSS("background-color", "rgb(20, 24, 29)");
  await expect(course.two.locator("body")).toHaveCSS("background-color", "rgb(251, 251, 249)");
});

test("what is hidden cannot be reached by keyboard", async ({ course, page }) => {
  await course.open();
  await course.hasTold("one");
  await course.hasTold("two");
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
  await course.hasTold("one");
  await course.hasTold("two");
  const one = await hasItsHeight(course, "one");
  const before = await hasItsHeight(course, "two");
  await course.two.getByRole("button", { name: "What these mean" }).click();
  await expect.poll(() => hasItsHeight(course, "two")).toBeGreaterThan(before + 50);
  expect(await hasItsHeight(course, "one")).toBe(one);
  await page.setViewportSize({ width: 360, height: 6000 });
  await expect.poll(() => hasItsHeight(course, "one")).toBeGreaterThan(one);
  await hasItsHeight(course, "two");
});

test("a change in one embed is reported, with its link, and does not touch the other", async ({
  course,
  page,
}) => {
  await course.open();
  const first = await course.hasTold("one");
  expect(first.link).toBe("v1&preset=chicago&replicates=50");
  const other = await course.hasTold("two");
  await pace(course.one).fill("0.6");
  const change = await course.hasTold("one", 2);
  expect(change.link).toBe("v1&preset=chicago&fast_slow=0.6&replicates=50");
  await expect(headline(course.one)).toHaveText(change.headline);
  expect(change.headline).not.toBe(first.headline);
  expect(change.headline).toContain(`${Math.round(change.medians.ever)} have ever started`);
  expect(change.medians.active).toBeLessThanOrEqual(change.medians.ever);
  expect(await course.hasTold("two")).toEqual(other);
  await expect(pace(course.two)).not.toHaveValue("0.6");
  await expect(open(course.one)).toHaveAttribute(
    "href",
    /prefix\/#v1&preset=chicago&fast_slow=0\.6&replicates=50$/,
  );

  const frame = await course.frameOf("one");
  await expect.poll(() => frame.evaluate(() => location.href)).toMatch(/\?embed=.*#v1.*fast_slow=0\.6/);
  expect(await page.evaluate(() => history.length), "the back button is the course's").toBeLessThanOrEqual(2);
});

test("the course hears who is there, and moves an embed, a locked lever too", async ({
  course,
  page,
  baseURL,
}) => {
  await course.open();
  await course.hasTold("two");
  const [ready] = await told(page, "two", "ready");
  expect(ready).toMatchObject({
    districtwide: 1,
    origin: new URL(baseURL).origin,
    parts: ["levers", "district", "outcomes"],
    link: "v1&preset=chicago&replicates=50",
  });
  await course.send("two", {
    districtwide: 1,
    type: "show",
    link: "v1&preset=chicago&fast_slow=0.5&replicates=50",
  });
  expect((await course.hasTold("two", 2)).link).toBe("v1&preset=chicago&fast_slow=0.5&replicates=50");
  await expect(pace(course.two)).toHaveValue("0.5");
  await expect(pace(course.two)).toBeDisabled();
  await course.send("two", { districtwide: 1, type: "hello" });
  await expect.poll(async () => (await told(page, "two", "ready")).length).toBeGreaterThan(1);
});

test("a link that cannot be opened is refused in a sentence, and what was shown stays", async ({
  course,
  page,
}) => {
  await course.open();
  await course.hasTold("one");
  const before = await headline(course.one).textContent();
  for (const [link, sentence] of [
    ["v1&fast_slow=9", /fast_slow: 9 is not allowed/],
    ["v1&preset=atlantis", /atlantis/],
    ["javascript:alert(1)", /could not be opened/],
    ["<img src=x onerror=alert(1)>", /could not be opened/],
    ["", /could not be opened/],
  ]) {
    const earlier = (await told(page, "one", "refused")).length;
    await course.send("one", { districtwide: 1, type: "show", link });
    await expect.poll(async () => (await told(page, "one", "refused")).length).toBe(earlier + 1);
    expect((await told(page, "one", "refused")).at(-1).reason).toMatch(sentence);
  }
  await expect(headline(course.one)).toHaveText(before);
  await expect(course.one.locator(".notice")).toBeHidden();
  await expect(course.one.locator("img")).toHaveCount(0);
});

test("a broken link in the frame itself is told to the reader and to the course", async ({
  course,
  page,
  baseURL,
}) => {
  await course.open((origin) => frame("one", baseURL, `embed=headline&host=${origin}`, "v1&fast_slow=9"));
  await expect(course.one.locator(".notice")).toContainText("fast_slow: 9 is not allowed");
  await course.hasTold("one");
  const types = await page.evaluate(() => window.heard.map(({ type }) => type));
  expect(types[0]).toBe("ready");
  expect(types.filter((type) => type === "refused")).toHaveLength(1);
});

test("messages that are none of the protocol change nothing", async ({ course, page }) => {
  await course.open();
  await course.hasTold("one");
  const link = "v1&preset=chicago&fast_slow=0.5";
  const before = await headline(course.one).textContent();
  const count = await page.evaluate(() => window.heard.length);
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
    { districtwide: 1, type: "show", link: { toString: "v1" } },
    { districtwide: 1, type: "show", link: [link] },
    { districtwide: 1, type: "constructor", link },
    { districtwide: 1, type: "change", link },
    { districtwide: 1, type: "eval", code: "document.body.remove()" },
  ]) {
    await course.send("one", message);
  }
  // The last one is answered, so all before it were heard.
  await course.send("one", { districtwide: 1, type: "hello" });
  await expect.poll(async () => (await told(page, "one", "ready")).length).toBeGreaterThan(1);
  await expect(headline(course.one)).toHaveText(before);
  const after = await page.evaluate((count) => window.heard.slice(count), count);
  expect(after.filter(({ type }) => !["ready", "size", "change"].includes(type))).toEqual([]);
});

test("only the page directly around an embed is heard, of the origin that it names", async ({
  course,
  page,
  baseURL,
}) => {
  course.district.provoked.push(/does not match the recipient/);
  const link = "v1&preset=chicago&fast_slow=0.5&replicates=50";
  await course.open(
    (origin) =>
      script(baseURL) +
      frame("one", baseURL, `embed=levers&host=${origin}`) +
      frame("two", baseURL, "embed=levers&host=https://lms.example") +
      frame("none", baseURL, "embed=levers") +
      `<iframe id="sibling" title="Sibling" src="${origin}/other"></iframe>`,
  );
  await course.hasTold("one");
  // A frame of the named origin, but not the one around.
  const sibling = await course.frameOf("sibling");
  await sibling.evaluate((message) => parent.frames[0].postMessage(message, "*"), {
    districtwide: 1,
    type: "show",
    link,
  });
  const none = page.frameLocator("#none");
  for (const embed of [course.two, none]) await expect(open(embed)).toHaveAttribute("href", /#v1/);
  for (const id of ["two", "none"]) {
    await course.send(id, { districtwide: 1, type: "show", link });
    await course.send(id, { districtwide: 1, type: "hello" });
  }
  // What the page itself sends comes after all that, and is heard.
  await course.send("one", { districtwide: 1, type: "hello" });
  await expect.poll(async () => (await told(page, "one", "ready")).length).toBeGreaterThan(1);
  await pace(none).fill("0.1");
  await expect(open(none)).toHaveAttribute("href", /fast_slow=0\.1/);
  for (const embed of [course.one, course.two]) await expect(pace(embed)).toHaveValue("-0.2");
  const others = await page.evaluate(() => window.heard.filter(({ from }) => from !== "one"));
  expect(others, "who is not named is told nothing").toEqual([]);
  await expect(course.two.getByText("The page around this one is told")).toBeVisible();
  await expect(none.getByText("The page around this one is told")).toHaveCount(0);
});

test("a locked lever moves neither by pointer nor by keyboard nor by a dropped file, from the first paint on", async ({
  course,
  page,
  baseURL,
}) => {
  // What is seen of embeds, frame by frame.
  await page.addInitScript(() => {
    window.seen = new Set();
    const look = () => {
      const isSeen = (selector) =>
        [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
      if (isSeen(".decision input:enabled")) window.seen.add("an unlocked lever");
      if (isSeen(".settings, #preset, #take, .outcomes")) window.seen.add("a part that is not asked for");
      if (isSeen("body")) window.seen.add(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await course.open((origin) =>
    frame("one", baseURL, `embed=headline+levers&theme=dark&lock=all&host=${origin}`),
  );
  await course.hasTold("one");
  await expect(course.one.locator(".decision input")).toHaveCount(7);
  await expect(course.one.getByText("locked", { exact: true })).toHaveCount(7);
  await expect(course.one.getByRole("button", { name: "Draw a district" })).toHaveCount(0);
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
  const wasTaken = await frameOfOne.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{"preset":"chicago","fast_slow":1}'], "a.json"));
    const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(wasTaken, "the browser does not leave the embed for the file").toBe(true);
  await expect(lever).toHaveValue("-0.2");
  expect((await told(page, "one", "change")).length).toBe(1);
  expect(await frameOfOne.evaluate(() => [...window.seen])).toEqual(["rgb(20, 24, 29)"]);
});

test("words that mean nothing are named, and the rest of the embed works", async ({ course, baseURL }) => {
  const query = "embed=chart,<b>pie</b>&theme=pink&lock=fast_slow+everything&host=lms";
  await course.open(() => frame("one", baseURL, encodeURI(query)) + frame("two", baseURL, "embed="));
  for (const sentence of [
    "asked for parts that there are none of: <b>pie</b>",
    "asked for a theme that there is none of: pink",
    "asked to lock levers that there are none of: everything",
    "because this is not the address of a website: lms",
  ]) {
    await expect(course.one.getByText(sentence)).toBeVisible();
  }
  await expect(course.one.getByRole("img", { name: /Adoption chart/ })).toBeVisible();
  await expect(headline(course.one)).toBeHidden();
  // Nothing named: what is usual.
  await expect(headline(course.two)).toBeVisible();
  await expect(pace(course.two)).toBeEnabled();
  await expect(course.two.locator(".outcomes")).toBeHidden();
});

test("an embed brings the companion only for the district, and never what keeps the page", async ({
  course,
  page,
  baseURL,
}) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url().replace(/.*\//, "")));
  await course.open((origin) => frame("one", baseURL, `embed=headline+chart+levers+outcomes&host=${origin}`));
  await course.hasTold("one");
  await expect(course.one.locator(".outcomes .value").first()).toBeVisible();
  expect(asked).toContain("embed.css");
  expect(asked.filter((file) => /companion|offline/.test(file))).toEqual([]);
});

firstVisit(
  "an embed keeps nothing on the device, not even the runs of its link, and has no guided start",
  async ({ district, page }) => {
    // By itself, because browsers refuse storage to frames of other sites.
    await page.goto("./?embed=headline+district#v1&preset=chicago&run=A&preset=chicago&fast_slow=0.5");
    await expect(page.getByTestId("which-future")).toContainText("nearest the median");
    await expect(district.headline).toContainText("simulated futures");
    await expect(page.locator(".guide")).toHaveCount(0);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  },
);

test("a sandbox of scripts, their own origin and popups is enough", async ({ course, page, baseURL }) => {
  const rights = "allow-scripts allow-same-origin allow-popups";
  await course.open((origin) =>
    frame("one", baseURL, `embed=headline+district&host=${origin}`).replace(
      "<iframe",
      `<iframe sandbox="${rights}"`,
    ),
  );
  await course.hasTold("one");
  await expect(course.one.getByTestId("which-future")).toContainText("nearest the median");
  const [whole] = await Promise.all([page.waitForEvent("popup"), open(course.one).click()]);
  await expect(whole).toHaveURL(/#v1&preset=chicago/);
});

test("the link of an embed opens what it shows as a whole page", async ({ course, context }) => {
  await course.open();
  await course.hasTold("one");
  await pace(course.one).fill("0.6");
  await expect(open(course.one)).toHaveAttribute("href", /fast_slow=0\.6/);
  const [whole] = await Promise.all([context.waitForEvent("page"), open(course.one).click()]);
  await expect(whole.getByLabel("How fast from pilot to scale?")).toHaveValue("0.6");
  await expect(whole.getByLabel("District", { exact: true })).toBeVisible();
  await expect(whole.getByRole("heading", { name: "Take it along" })).toBeVisible();
  expect(await whole.evaluate(() => window.opener)).toBe(null);
});

for (const width of [1280, 360]) {
  test(`axe finds nothing in two embeds at ${width} px, and nothing scrolls sideways`, async ({
    course,
    page,
  }) => {
    await page.setViewportSize({ width, height: 6000 });
    await course.open();
    await course.hasTold("one");
    await course.hasTold("two");
    await hasItsHeight(course, "two");
    // Each embed is a page of its own, and has its own landmarks.
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

// Opens the form, and gives what is in it.
async function openForm(district) {
  await district.page.goto("./#v1&preset=chicago&replicates=50&view=stages");
  await district.isComplete();
  await district.openSection("Embed it in another page");
  return district.take.getByRole("textbox", { name: "Snippet" });
}

test("the snippet of the form, pasted into another page, shows what was chosen", async ({ course, page }) => {
  const { district } = course;
  const snippet = await openForm(district);
  await expect(snippet).toHaveValue(/\?embed=headline\+chart\+levers#v1&amp;preset=chicago/);
  await expect(snippet).not.toHaveValue(/host|script|style/);
  await district.take.getByRole("checkbox", { name: "Chart", exact: true }).uncheck();
  await district.take.getByRole("checkbox", { name: "Outcomes" }).check();
  await district.take.getByRole("radio", { name: "Dark" }).check();
  await district.take.getByRole("checkbox", { name: /Lock the levers/ }).check();
  await district.slide(district.pace, 0.6);
  const host = district.take.getByLabel("Address of the other page");
  await host.fill("lms");
  await expect(district.take.getByText("This is not the address of a website")).toBeVisible();
  await expect(snippet).not.toHaveValue(/host/);
  const { violations } = await new AxeBuilder({ page }).include("#take").analyze();
  expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);

  let pasted;
  const origin = await course.serve(() => pasted);
  await host.fill(`${origin}/course/1`);
  await expect(district.take.getByText("This is not the address of a website")).toBeHidden();
  await expect(snippet).toHaveValue(/fast_slow=0\.6.*embed-host\.js/s);
  pasted = await snippet.inputValue();
  await page.goto(origin);
  const embed = page.frameLocator("iframe");
  await expect(headline(embed)).toContainText("Half of 50 simulated futures");
  await expect(embed.getByRole("heading", { name: "Outcomes" })).toBeVisible();
  await expect(embed.getByRole("img", { name: /Adoption chart/ })).toBeHidden();
  await expect(embed.locator("body")).toHaveCSS("background-color", "rgb(20, 24, 29)");
  await expect(pace(embed)).toHaveValue("0.6");
  await expect(pace(embed)).toBeDisabled();
  await expect(page.locator("iframe")).toHaveAttribute("title", "Districtwide: Chicago");
  await page.locator("iframe").evaluate((iframe) => {
    iframe.id = "pasted";
  });
  await hasItsHeight(course, "pasted");
});

test("the form says what is missing, and copies the snippet", async ({ course, page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { district } = course;
  const snippet = await openForm(district);
  for (const part of ["Headline", "Chart", "Levers"]) {
    await district.take.getByRole("checkbox", { name: part, exact: true }).uncheck();
  }
  await expect(district.take.getByText("Nothing is chosen, so the embed shows")).toBeVisible();
  await district.take.getByRole("checkbox", { name: "Chart", exact: true }).check();
  await district.take.getByRole("button", { name: "Copy the snippet" }).click();
  await expect(district.take.getByText("Copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await snippet.inputValue());
  const look = district.take.getByRole("link", { name: "Look at the embed" });
  await expect(look).toHaveAttribute(
    "href",
    `${baseURL}?embed=chart#v1&preset=chicago&replicates=50&view=stages`,
  );
});

plain.describe(() => {
  plain.use({ serviceWorkers: "allow" });

  plain("what was visited once is embedded without network too", async ({ page, district }) => {
    const server = await serve(DIST);
    await page.goto(server.address);
    await district.isComplete();
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await server.stop();
    await page.goto(`${server.address}?embed=headline+district&theme=dark#v1&preset=chicago&fast_slow=0.5`);
    await expect(district.headline).toContainText("simulated futures");
    await expect(page.getByTestId("which-future")).toContainText("nearest the median");
    await expect(page.locator("body")).toHaveCSS("background-color", "rgb(20, 24, 29)");
  });
});

firefoxTest(
  "in Firefox too, two embeds have their height, report changes, and hear the course",
  async ({ firefox }) => {
    const { page, address } = firefox;
    const site = await serveCourse(twoEmbeds(address));
    await page.setViewport(ALL_IN_SIGHT);
    await page.goto(site.origin);
    const heard = (from, type) =>
      page.evaluate(
        (from, type) => window.heard.filter((message) => message.from === from && message.type === type),
        from,
        type,
      );
    const hasTold = async (from, times) => {
      await expectFirefox
        .poll(async () => (await heard(from, "change")).length)
        .toBeGreaterThanOrEqual(times);
      return (await heard(from, "change")).at(-1);
    };
    await hasTold("one", 1);
    await hasTold("two", 1);
    await page.evaluate(() =>
      window.send("two", {
        districtwide: 1,
        type: "show",
        link: "v1&preset=chicago&fast_slow=0.5&replicates=50",
      }),
    );
    expectFirefox((await hasTold("two", 2)).link).toContain("fast_slow=0.5");
    expectFirefox((await hasTold("one", 1)).link).not.toContain("fast_slow");
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
