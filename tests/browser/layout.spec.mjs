// Where things are at every size: outcomes by the chart, a chart in sight that leaves room, text and targets that
// are large enough, and a pointer that only reads.
import { openChicago, SIZES } from "./looks.mjs";
import { expect, test } from "./page.mjs";

const rectOf = (locator) =>
  locator.evaluate((element) => {
    const { left, right, top, bottom, height } = element.getBoundingClientRect();
    return { left, right, top: top + scrollY, bottom: bottom + scrollY, height };
  });

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of SIZES) {
    const { width } = viewport;
    test(`outcomes are beside or right under the chart at ${width} px, ${colorScheme}`, async ({
      district,
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await openChicago(district, viewport);
      const [chart, outcomes] = await Promise.all(
        [".chart-block", ".outcomes"].map((part) => rectOf(page.locator(part))),
      );
      if (width >= 1120) {
        expect(Math.abs(outcomes.top - chart.top), "at the height of the chart").toBeLessThan(2);
        expect(outcomes.left).toBeGreaterThan(chart.right);
      } else {
        expect(outcomes.top - chart.bottom, "under the chart").toBeLessThanOrEqual(16);
        expect(Math.abs(outcomes.left - chart.left)).toBeLessThan(2);
      }
    });
  }
}

for (const viewport of SIZES.filter(({ width }) => width > 700)) {
  test(`no column ends long before the others at ${viewport.width} px`, async ({ district, page }) => {
    await openChicago(district, viewport);
    const cards =
      ".strategy, .settings, .chart-block, .outcomes, .schools-block, #compare > section, #take > section";
    const ends = await page.locator(cards).evaluateAll((all, middle) => {
      const columns = { left: [], right: [] };
      const top = document.querySelector("main").getBoundingClientRect().top;
      for (const card of all) {
        const { left, right, bottom } = card.getBoundingClientRect();
        if (left < middle) columns.left.push(bottom - top);
        if (right > middle) columns.right.push(bottom - top);
      }
      return Object.values(columns).map((bottoms) => Math.max(...bottoms));
    }, viewport.width * 0.4);
    const [shorter, longer] = ends.toSorted((a, b) => a - b);
    // Runs that are compared make the right side longer still.
    expect(shorter / longer, `${shorter} of ${longer} px`).toBeGreaterThan(0.85);
  });
}

// The elements that are pinned to the top of the window, and what of the window they take.
const pinned = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main *")]
      .filter((element) => element.checkVisibility())
      .filter((element) => ["sticky", "fixed"].includes(getComputedStyle(element).position))
      .filter((element) => !element.closest(".scroll"))
      .map((element) => element.getBoundingClientRect())
      .map(({ top, bottom }) => [top, (bottom - Math.max(top, 0)) / innerHeight]),
  );

// The lines and bands of a drawing.
const pathsIn = (page, place) =>
  page
    .locator(`${place} :is(.before, .band path)`)
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));

for (const viewport of SIZES) {
  const at = `${viewport.width} px`;
  test(`the chart in sight takes at most a fifth of the height at ${at}`, async ({ district, page }) => {
    await openChicago(district, viewport);
    await district.slide(district.pace, 0.5);
    await district.waitUntilComplete();
    await expect(page.locator("#change")).toContainText("Slower pace");
    const big = await page
      .locator(".chart-block")
      .evaluate((block) => block.getBoundingClientRect().bottom + scrollY);
    await page.evaluate((top) => scrollTo(0, top), big);
    const [[top, share], ...others] = await pinned(page);
    expect(others).toEqual([]);
    expect(top).toBe(0);
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThanOrEqual(0.2);
    // It shows the lines as they are drawn, and what the change did.
    const strip = page.locator(".glance");
    await expect(strip).toContainText("Slower pace");
    // Both go on changing until everything is counted.
    await expect
      .poll(async () => {
        const [copy, drawn] = [await pathsIn(page, ".glance"), await pathsIn(page, ".drawing")];
        return copy.length === 7 && copy.join() === drawn.join();
      })
      .toBe(true);
    const grid = await strip.locator(".grid").boundingBox();
    expect(grid.height).toBeGreaterThan(50);
    const cut = await strip.evaluate((element) => element.scrollHeight - element.clientHeight);
    expect(cut, "pixels cut off").toBeLessThanOrEqual(1);
  });

  test(`what is tabbed to is never under the chart in sight, back and forth, at ${at}`, async ({
    district,
    page,
  }) => {
    await openChicago(district, viewport);
    const covered = [];
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let stops = 0; stops < 60; stops += 1) {
        await page.keyboard.press(key);
        const hidden = await page.evaluate(() => {
          const focused = document.activeElement;
          if (focused === document.body || !focused.closest("main")) return undefined;
          const own = focused.getBoundingClientRect();
          const strip = document.querySelector(".glance").getBoundingClientRect();
          // Where the strip is on top.
          const [x, y] = [(strip.left + strip.right) / 2, strip.bottom - 2];
          if (!document.elementFromPoint(x, y)?.closest(".glance")) return undefined;
          const isUnder = own.left < strip.right && own.right > strip.left && own.top < strip.bottom - 1;
          return isUnder && !focused.closest(".chart-block, #compare, #take")
            ? `${focused.outerHTML.slice(0, 80)} ${own.top}`
            : undefined;
        });
        if (hidden) covered.push(hidden);
      }
    }
    expect(covered).toEqual([]);
  });

  test(`text to read has 16 px at ${at}`, async ({ district, page }) => {
    await openChicago(district, viewport);
    await district.pin.click();
    await district.slide(district.pace, 0.5);
    await district.openAll();
    await expect(page.locator("#card-fast_slow")).toBeVisible();
    const small = await page.evaluate(() => {
      // Labels of drawings, and marks.
      const labels =
        "svg, .survey, .badge, .peak, .curve, .progress, .embed textarea, h1, .visually-hidden, .course, .labels";
      const found = new Set();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { parentElement: element, textContent } = texts.currentNode;
        if (!textContent.trim() || !element.checkVisibility() || element.closest(labels)) continue;
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        if (size < 16)
          found.add(`${size} px: ${element.localName}.${element.className} ${textContent.slice(0, 40)}`);
      }
      return [...found];
    });
    expect(small).toEqual([]);
  });
}

test.describe("by touch", () => {
  test.use({ hasTouch: true });
  for (const viewport of SIZES) {
    test(`every target has 44 px at ${viewport.width} px`, async ({ district, page }) => {
      await openChicago(district, viewport);
      expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
      await district.pin.click();
      await district.slide(district.pace, 0.5);
      await district.openAll();
      await expect(page.locator("#card-fast_slow")).toBeVisible();
      await expect(page.locator(".differing, .compare").first()).toBeVisible();
      const small = await page.evaluate(() => {
        const found = [];
        const all = document.querySelectorAll("button, select, input, textarea, summary, a[href]");
        for (const element of all) {
          if (!element.checkVisibility() || element.type === "file") continue;
          // A link in a sentence is as high as its line.
          if (
            element.localName === "a" &&
            getComputedStyle(element).display === "inline" &&
            !element.closest("li")
          )
            continue;
          const parts = [element, ...(/radio|checkbox/.test(element.type) ? element.labels : [])];
          const rects = parts.map((part) => part.getBoundingClientRect());
          const size = (low, high) =>
            Math.max(...rects.map((r) => r[high])) - Math.min(...rects.map((r) => r[low]));
          const [across, down] = [size("left", "right"), size("top", "bottom")];
          if (Math.min(across, down) < 43.9) {
            found.push(`${across.toFixed()} x ${down.toFixed()}: ${element.outerHTML.slice(0, 90)}`);
          }
        }
        return found;
      });
      expect(small).toEqual([]);
    });
  }
});

test("every decision shows where it stands, in words and number", async ({ district, page }) => {
  await district.open("#v2&preset=chicago");
  for (const decision of await page.locator(".decision").all()) {
    const slider = decision.getByRole("slider");
    const position = decision.locator(".position");
    for (const value of ["0.4", "-1", "0"]) {
      await slider.fill(value);
      await expect(position).toBeVisible();
      await expect(position).toHaveText(await slider.getAttribute("aria-valuetext"));
    }
  }
  await district.slide(district.pace, 0.4);
  await expect(page.locator("#fast_slow-output")).toHaveText(/^0\.4 \w+ Slow and steady$/);
});

test.describe("a pointer over the chart", () => {
  const monthOf = (page) => page.locator("#month").inputValue();
  // Where the last month is.
  const end = async (page) => {
    const { x, y, width, height } = await page.locator(".chart-block .chart").boundingBox();
    return [x + width - 17, y + height / 2];
  };

  test("reads out, and only a click moves the month", async ({ district, page }) => {
    await district.open("#v2&preset=chicago");
    await district.waitUntilCounted();
    const [before, schools] = [
      await monthOf(page),
      await page.getByTestId("district-read-out").textContent(),
    ];
    await page.mouse.move(...(await end(page)));
    await expect(district.readOut).toContainText("Jul 2024:");
    expect(await monthOf(page)).toBe(before);
    await expect(page.getByTestId("district-read-out")).toHaveText(schools);
    const lines = page.locator(".chart-block .cursor");
    await expect(lines).toHaveCount(2);
    const lefts = () => lines.evaluateAll((all) => all.map((line) => line.getBoundingClientRect().left));
    const [chosen, pointed] = await lefts();
    expect(pointed - chosen).toBeGreaterThan(100);
    await page.mouse.move(5, 5);
    await expect(district.readOut).toContainText("Jul 2018:");
    await page.mouse.click(...(await end(page)));
    await expect(page.locator("#month")).toHaveValue("96");
    await page.mouse.move(5, 5);
    await expect(district.readOut).toContainText("Jul 2024:");
  });

  test.describe("of a touch screen", () => {
    test.use({ hasTouch: true });

    test("reads out while a finger drags, and a tap moves the month", async ({ district, page }) => {
      await district.open("#v2&preset=chicago");
      await district.waitUntilCounted();
      const { readOut } = district;
      await expect(readOut).toContainText("Jul 2018:");
      const [x, y] = await end(page);
      await page.touchscreen.tap(x, y);
      await expect(readOut).toContainText("Jul 2024:");
      await expect(page.locator("#month")).toHaveValue("96");
      const client = await page.context().newCDPSession(page);
      const touch = (type, ...points) =>
        client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
      await touch("touchStart", [x - 400, y]);
      for (const back of [350, 300, 250, 200]) await touch("touchMove", [x - back, y]);
      await expect(readOut).not.toContainText("Jul 2024:");
      await expect(page.locator("#month")).toHaveValue("96");
      await touch("touchEnd");
      await expect(readOut).toContainText("Jul 2024:");
      await expect(page.locator("#month")).toHaveValue("96");
    });
  });
});

for (const lang of ["en", "es"]) {
  test(`the language can be chosen near the top of a phone (${lang})`, async ({ district, page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await district.open(`#v2&preset=chicago&lang=${lang}`);
    const menu = page.getByRole("combobox", { name: /^(Language|Idioma)$/ });
    await expect(menu).toHaveCount(1);
    await expect(menu).toBeVisible();
    expect((await menu.boundingBox()).y).toBeLessThan(120);
  });
}
