// Page object: what a user does on the page and sees there.
import { test as base, expect } from "@playwright/test";

// Where the page writes the view into a link.
const BEFORE_VIEW = /^#v2(&(?!month=|said=|baseline=|run=)[^&]*)*/;

// A link with both bands, unless it names a view.
export function withBands(link) {
  return link.includes("view=") ? link : link.replace(BEFORE_VIEW, "$&&view=bands");
}

export class DistrictPage {
  constructor(page) {
    this.page = page;
    // Patterns of errors that the test itself causes.
    this.expectedErrors = [];
    this.headline = page.getByTestId("headline");
    this.readOut = page.getByTestId("read-out");
    this.notice = page.locator(".notice");
    this.medians = page.locator(".drawing .band .median");
    this.innerBands = page.locator(".drawing .band .inner");
    this.outerBands = page.locator(".drawing .band .outer");
    this.layers = page.locator(".stack > path[fill]");
    this.showBands = page.getByRole("radio", { name: "ever and active" });
    this.showStages = page.getByRole("radio", { name: "stages", exact: true });
    this.dots = page.locator(".drawing .marks circle");
    this.preset = page.getByLabel("Example", { exact: true });
    this.pace = page.getByLabel("How fast from pilot to scale?");
    this.download = page.getByRole("button", { name: "All results as CSV" });
    this.pin = page.getByRole("button", { name: "Pin this run" });
    this.take = page.locator("#take");
    // Messages about opened files: errors and confirmations.
    this.refusal = this.take.getByRole("alert");
    this.confirmation = this.take.getByRole("status");
  }

  // Opens a link; one that names no view, as the page writes it, with both bands.
  async open(link = "") {
    await this.openAsGiven(withBands(link));
  }

  async openAsGiven(link) {
    await this.page.goto(`./${link}`);
    await expect(this.innerBands.first()).toBeVisible();
  }

  // Has the details wait, until the function that this returns is called.
  async holdDetails() {
    let release;
    const released = new Promise((resolve) => {
      release = resolve;
    });
    await this.page.route("**/details-*.wasm", (route) => released.then(() => route.continue()));
    return release;
  }

  // All futures are simulated: the results can be exported.
  async waitUntilComplete() {
    await expect(this.download).toBeEnabled();
  }

  // The futures with unknowns are counted far enough for the headline.
  async waitUntilCounted() {
    await this.waitUntilComplete();
    await expect(this.headline).toContainText(/allowing for what nobody knows|held to the published counts/);
  }

  // The strips under the decisions say what they will say.
  async waitUntilStripsSettle() {
    await expect(this.page.locator(".decision .strip.settled")).toHaveCount(7);
  }

  async choosePreset(label) {
    await this.preset.selectOption({ label });
  }

  async slide(slider, value) {
    await slider.fill(String(value));
  }

  async goToMonth(month) {
    await this.page.locator("#month").fill(String(month));
  }

  // Renames a pinned run.
  async renameRun(before, after) {
    const field = this.page.getByLabel(`Name of ${before}`, { exact: true });
    await field.fill(after);
    await field.press("Enter");
  }

  async openSection(title) {
    await this.page.locator("summary", { hasText: new RegExp(`^\\s*${title}`) }).click();
  }

  async openAll() {
    // A section renders its content, nested sections too, when it opens.
    const closed = this.page.locator("details:not([open])");
    while (await closed.count()) {
      await closed.evaluateAll((all) => {
        for (const details of all) details.open = true;
      });
    }
  }

  // The exact numbers of the table: rows of [ever p10 .. p90, active p10 .. p90], month by month.
  async table() {
    await this.openSection("The same numbers as a table");
    const rows = this.page.locator(".numbers tbody tr");
    await expect(rows).not.toHaveCount(0);
    return rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("data")].map((cell) => cell.value)),
    );
  }

  // The file that a button in "Export" saves.
  async save(button) {
    const control = this.take.getByRole("button", { name: button, exact: true });
    const [file] = await Promise.all([this.page.waitForEvent("download"), control.click()]);
    const chunks = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    return { name: file.suggestedFilename(), bytes, text: bytes.toString("utf8") };
  }

  // The results of the displayed scenario.
  csv() {
    return this.save("All results as CSV");
  }

  // Opens files, given by name with text or bytes.
  async openFiles(files) {
    const all = Object.entries(files).map(([name, content]) => ({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(content),
    }));
    await this.take.locator("input[type=file]").setInputFiles(all);
  }

  // Sets the name of the export.
  async setExportName(name) {
    await this.take.getByLabel("Name for your exports").fill(name);
    await this.take.getByLabel("Name for your exports").press("Enter");
  }
}

// axe injects styles, which the page's policy forbids.
const isFromAxe = (message) => /inline style/.test(message.text()) && message.location().url === "";

// A test of a first visit, with a page object; it fails on any error on the page.
export const firstVisit = base.extend({
  district: async ({ page }, use) => {
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !isFromAxe(message)) errors.push(message.text());
    });
    const district = new DistrictPage(page);
    await use(district);
    const unexpected = errors.filter(
      (error) => !district.expectedErrors.some((pattern) => pattern.test(error)),
    );
    expect(unexpected, "page errors").toEqual([]);
  },
});

// The same for a returning visitor: the guided start does not open by itself.
export const test = firstVisit.extend({
  page: async ({ page }, use) => {
    await page.addInitScript(() => {
      try {
        localStorage.setItem("districtwide.guided", "shown");
      } catch {
        // A test may block the storage.
      }
    });
    await use(page);
  },
});
export { expect };
