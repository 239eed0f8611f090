// The parts of the page whose code is loaded only when it is used: what loads each, and what is displayed
// instead if its file is missing or broken.
import { readdirSync, readFileSync } from "node:fs";
import binaryen from "binaryen";
import { expect, test as firstVisit, test } from "./page.mjs";

const DIST = new URL("../../dist/", import.meta.url);
// The name of a part, or the names of those that share code, and a hash of the content.
const WASM = /^([a-z]+(?:-[a-z]+)*)-[0-9a-f]{16}\.wasm$/;
const files = readdirSync(DIST).filter((file) => WASM.test(file));
const nameOf = (file) => WASM.exec(file)[1];
const fileOf = (part) => files.find((file) => nameOf(file) === part);

// For each part its displayed name, where it reports that it is missing, what a user does to load it, and what
// it displays.
const PARTS = {
  details: {
    name: "Settings, comparison, export and explanations",
    place: "#change",
    use: async () => {},
    works: (page) => page.getByRole("button", { name: "Save the scenario" }),
  },
  outcomes: {
    name: "Outcomes",
    place: ".outcomes",
    use: async () => {},
    works: (page) => page.locator(".main-outcomes").getByText("Spending a year", { exact: true }),
  },
  district: {
    name: "School by school",
    place: "#district",
    use: async () => {},
    works: (page) => page.locator("#district svg"),
  },
  strips: {
    name: "Small charts",
    place: "#levers",
    use: async () => {},
    works: (page) => page.locator(".strip svg"),
  },
  compare: {
    name: "Comparison",
    place: "#compare",
    use: async (district) => {
      await district.pin.click();
      await district.slide(district.pace, 0.6);
    },
    works: (page) => page.locator(".compare-chart svg"),
  },
  turning: {
    name: "What could turn this around?",
    place: "#compare",
    use: async (district) => {
      await district.pin.click();
      await district.slide(district.pace, 0.6);
    },
    works: (page) => page.locator(".turning button"),
  },
  share: {
    name: "Share",
    place: "dialog",
    use: (_, page) => page.getByRole("button", { name: "Share", exact: true }).click(),
    works: (page) => page.getByLabel("Link", { exact: true }),
  },
  export: {
    name: "Export",
    place: "#take",
    use: (_, page) => page.getByRole("button", { name: "What the columns mean" }).click(),
    retry: "What the columns mean",
  },
  brief: {
    name: "Export",
    place: "#take",
    use: (_, page) => page.getByRole("button", { name: "Print the brief" }).click(),
    retry: "Print the brief",
  },
  guide: {
    name: "Guided start",
    place: "#app",
    use: (_, page) => page.getByRole("button", { name: "Guided start" }).click(),
    works: (page) => page.locator(".guide"),
  },
};

// The parts that every visit loads after the first chart.
const EAGER = ["details", "district", "outcomes", "strips"];

// Responses instead of a part.
const FAILURES = {
  missing: (route) => route.abort(),
  refused: (route) => route.fulfill({ status: 404, body: "not here" }),
  "cut short": (route, file) =>
    route.fulfill({
      contentType: "application/wasm",
      body: readFileSync(new URL(file, DIST)).subarray(0, 1000),
    }),
  "a Wi-Fi sign-in page": (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Welcome to our Wi-Fi</title>" }),
};

// The part with every function body replaced by a trap.
function withTraps(file) {
  const module = binaryen.readBinary(readFileSync(new URL(file, DIST)));
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const reference = module.getFunctionByIndex(index);
    if (!binaryen.getFunctionInfo(reference).module) {
      binaryen.Function.setBody(reference, module.unreachable());
    }
  }
  return Buffer.from(module.emitBinary());
}

async function serveTraps(page, file) {
  const body = withTraps(file);
  await page.route(`**/${file}`, (route) => route.fulfill({ contentType: "application/wasm", body }));
}

firstVisit("the tests cover all parts of the page", () => {
  const names = new Set(files.flatMap((file) => nameOf(file).split("-")));
  names.delete("districtwide");
  names.delete("shared");
  // Links have tests of their own (links.spec.mjs): nobody sees this part.
  names.delete("links");
  expect([...names].sort()).toEqual(Object.keys(PARTS).sort());
});

for (const [part, { name, place, use, works, retry }] of Object.entries(PARTS)) {
  for (const [failure, respond] of Object.entries(FAILURES)) {
    test(`${part} reports that it is ${failure}, and loads at the second try`, async ({ district, page }) => {
      district.expectedErrors.push(/./);
      const file = fileOf(part);
      await page.route(`**/${file}`, (route) => respond(route, file));
      await district.open();
      if (part !== "details") await district.waitUntilComplete();
      await use(district, page);
      const missing = page.locator(place).getByText(`“${name}” could not be loaded.`).first();
      await expect(missing).toBeVisible();
      // The rest of the page still works.
      await page.unroute(`**/${file}`);
      const before = await district.headline.textContent();
      await district.slide(district.pace, 0.9);
      await expect(district.headline).not.toHaveText(before);
      if (works) {
        await page.locator(place).getByRole("button", { name: "Try again" }).first().click();
        await expect(works(page).first()).toBeVisible();
      } else {
        await page.getByRole("button", { name: retry }).click();
        await expect(missing).toHaveCount(0);
      }
    });
  }

  test(`a trap in ${part} stops the page with a message that preserves the scenario and goes on without it`, async ({
    district,
    page,
  }) => {
    district.expectedErrors.push(/./);
    const file = fileOf(part);
    await serveTraps(page, file);
    await page.goto("./#v2&preset=chicago&fast_slow=0.4");
    const stopped = page.getByText("An error has stopped Districtwide.");
    if (!EAGER.includes(part)) {
      await district.waitUntilComplete();
      await use(district, page);
    }
    await expect(stopped).toBeVisible();
    // The part is still broken: the page works without it, and who asks for the part gets what there is of it.
    await page.getByRole("link", { name: "continue without the part that failed" }).click();
    await expect(district.pace).toHaveValue(/^0\.[46]$/);
    await use(district, page);
    const leftOut = page.locator(place).getByText(`“${name}” could not be loaded.`).first();
    await expect(leftOut).toBeVisible();
    const before = await district.headline.textContent();
    await district.slide(district.pace, 0.9);
    await expect(district.headline).not.toHaveText(before);
    await page.unroute(`**/${file}`);
    if (!works) return;
    await page.locator(place).getByRole("button", { name: "Try again" }).first().click();
    await expect(works(page).first()).toBeVisible();
  });
}

test("a trap in links stops the page with a message that keeps the address, and goes on without the link", async ({
  district,
  page,
}) => {
  district.expectedErrors.push(/./);
  const link = "V2&PRESET=baltimore_county";
  await serveTraps(page, fileOf("links"));
  await page.goto(`./#${link}`);
  await expect(page.getByText("An error has stopped Districtwide.")).toBeVisible();
  await page.getByRole("link", { name: "continue without the part that failed" }).click();
  await expect(district.notice).toContainText("The link could not be opened, so the page shows");
  await expect(district.preset).toHaveValue("chicago");
  await district.waitUntilComplete();
  expect(page.url()).toContain(link);
  await page.unroute(`**/${fileOf("links")}`);
  await page.reload();
  await expect(district.preset).toHaveValue("baltimore_county");
});

test("after a trap the page goes on with undo, names and open sections, as with the scenario", async ({
  district,
  page,
}) => {
  district.expectedErrors.push(/./);
  await page.goto("./#v2&preset=chicago&fast_slow=0.4");
  await district.waitUntilComplete();
  await district.slide(district.pace, 0.7);
  await district.waitUntilComplete();
  const file = fileOf("share");
  await serveTraps(page, file);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("link", { name: "return to what you were viewing" }).click();
  await expect(district.pace).toHaveValue("0.7");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(district.pace).toHaveValue("0.4");
});

test("a worker never loads a part of the page", async ({ district, page }) => {
  const requested = [];
  page.context().on("request", (request) => {
    if (request.serviceWorker() === null && request.frame() === null) requested.push(request.url());
  });
  const fetched = [];
  page.on("worker", (worker) => worker.on("console", (message) => fetched.push(message.text())));
  await page.route("**/worker.js", async (route) => {
    const response = await route.fetch();
    const body = `{ const fetch = self.fetch; self.fetch = (...args) => {
      console.log("fetches " + args[0]); return fetch(...args); }; }\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
  await district.open();
  await district.waitUntilComplete();
  await district.slide(district.pace, 0.7);
  await district.waitUntilComplete();
  expect(fetched).toEqual([]);
  expect(requested).toEqual([]);
});

test("a visit loads no part before it is used", async ({ district, page }) => {
  const requested = [];
  page.on("request", (request) => requested.push(request.url().replace(/.*\//, "")));
  await district.open();
  await district.waitUntilComplete();
  const loaded = () => Object.keys(PARTS).filter((part) => requested.includes(fileOf(part)));
  await expect.poll(() => loaded().sort()).toEqual(EAGER);
  await PARTS.compare.use(district, page);
  await expect(PARTS.compare.works(page)).toBeVisible();
  await expect(PARTS.turning.works(page)).toBeVisible();
  expect(loaded().sort()).toEqual(["compare", ...EAGER, "turning"].sort());
  expect(requested).not.toContain(fileOf("links"));
});
