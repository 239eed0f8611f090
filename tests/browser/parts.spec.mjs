// Each part of the page whose code is loaded only when it is used: what is loaded by whom, and what stands in
// its place if its file does not come, or is not what it should be.
import { readdirSync, readFileSync } from "node:fs";
import binaryen from "binaryen";
import { expect, test as firstVisit, test } from "./page.mjs";

const DIST = new URL("../../dist/", import.meta.url);
// The name of a part, or the names of those that share something, and a mark of the content.
const WASM = /^([a-z]+(?:-[a-z]+)*)-[0-9a-f]{16}\.wasm$/;
const files = readdirSync(DIST).filter((file) => WASM.test(file));
const nameOf = (file) => WASM.exec(file)[1];
const fileOf = (part) => files.find((file) => nameOf(file) === part);

// What a person calls it, where it says that it is missing, how a person comes to need it, and what stands
// there then.
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
    works: (page) => page.getByText("Still active", { exact: true }),
  },
  district: {
    name: "School by school",
    place: "#district",
    use: async () => {},
    works: (page) => page.locator("#district svg"),
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
  share: {
    name: "Share",
    place: "dialog",
    use: (_, page) => page.getByRole("button", { name: "Share", exact: true }).click(),
    works: (page) => page.getByLabel("Link", { exact: true }),
  },
  export: {
    name: "Take it along",
    place: "#take",
    use: (_, page) => page.getByRole("button", { name: "What the columns mean" }).click(),
    again: "What the columns mean",
  },
  brief: {
    name: "Take it along",
    place: "#take",
    use: (_, page) => page.getByRole("button", { name: "Print the brief" }).click(),
    again: "Print the brief",
  },
  guide: {
    name: "Guided start",
    place: "#app",
    use: (_, page) => page.getByRole("button", { name: "Guided start" }).click(),
    works: (page) => page.locator(".guide"),
  },
};

// Those that every visit loads, after the first chart.
const EAGER = ["details", "district", "outcomes"];

// What can come instead of a part.
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

// The part with a trap in every function.
function trapped(file) {
  const module = binaryen.readBinary(readFileSync(new URL(file, DIST)));
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const reference = module.getFunctionByIndex(index);
    if (!binaryen.getFunctionInfo(reference).module) {
      binaryen.Function.setBody(reference, module.unreachable());
    }
  }
  return Buffer.from(module.emitBinary());
}

firstVisit("the tests know all parts of the page", () => {
  const names = new Set(files.flatMap((file) => nameOf(file).split("-")));
  names.delete("districtwide");
  names.delete("shared");
  expect([...names].sort()).toEqual(Object.keys(PARTS).sort());
});

for (const [part, { name, place, use, works, again }] of Object.entries(PARTS)) {
  for (const [failure, answer] of Object.entries(FAILURES)) {
    test(`${part} says in its place that it is ${failure}, and comes at the second try`, async ({
      district,
      page,
    }) => {
      district.provoked.push(/./);
      const file = fileOf(part);
      await page.route(`**/${file}`, (route) => answer(route, file));
      await district.open();
      if (part !== "details") await district.isComplete();
      await use(district, page);
      const missing = page.locator(place).getByText(`“${name}” could not be loaded.`).first();
      await expect(missing).toBeVisible();
      // The rest of the page lives.
      await page.unroute(`**/${file}`);
      const before = await district.headline.textContent();
      await district.slide(district.pace, 0.9);
      await expect(district.headline).not.toHaveText(before);
      if (works) {
        await page.locator(place).getByRole("button", { name: "Try again" }).first().click();
        await expect(works(page).first()).toBeVisible();
      } else {
        await page.getByRole("button", { name: again }).click();
        await expect(missing).toHaveCount(0);
      }
    });
  }

  test(`a trap in ${part} stops the page with a message that keeps the scenario`, async ({
    district,
    page,
  }) => {
    district.provoked.push(/./);
    const file = fileOf(part);
    const body = trapped(file);
    await page.route(`**/${file}`, (route) => route.fulfill({ contentType: "application/wasm", body }));
    await page.goto("./#v1&preset=chicago&fast_slow=0.4");
    const stopped = page.getByText("Districtwide has stopped because of a mistake of its own.");
    if (!EAGER.includes(part)) {
      await district.isComplete();
      await use(district, page);
    }
    await expect(stopped).toBeVisible();
    await page.unroute(`**/${file}`);
    await page.getByRole("link", { name: "open what you were looking at" }).click();
    await expect(district.pace).toHaveValue(/^0\.[46]$/);
  });
}

test("a worker never loads a part of the page", async ({ district, page }) => {
  const asked = [];
  page.context().on("request", (request) => {
    if (request.serviceWorker() === null && request.frame() === null) asked.push(request.url());
  });
  const fetched = [];
  page.on("worker", (worker) => worker.on("console", (message) => fetched.push(message.text())));
  await page.route("**/worker.js", async (route) => {
    const response = await route.fetch();
    const body = `{ const fetch = self.fetch; self.fetch = (...what) => {
      console.log("fetches " + what[0]); return fetch(...what); }; }\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
  await district.open();
  await district.isComplete();
  await district.slide(district.pace, 0.7);
  await district.isComplete();
  expect(fetched).toEqual([]);
  expect(asked).toEqual([]);
});

test("a visit loads no part before it is used", async ({ district, page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url().replace(/.*\//, "")));
  await district.open();
  await district.isComplete();
  const loaded = () => Object.keys(PARTS).filter((part) => asked.includes(fileOf(part)));
  expect(loaded().sort()).toEqual(EAGER);
  await PARTS.compare.use(district, page);
  await expect(PARTS.compare.works(page)).toBeVisible();
  expect(loaded().sort()).toEqual(["compare", ...EAGER]);
});
