// The page for screen readers: Chromium builds its accessibility tree from the start, as it does where one runs.
import { chromiumOptions } from "../../tools/browsers.mjs";
import { expect, test } from "./page.mjs";

test.use({
  viewport: { width: 360, height: 640 },
  launchOptions: chromiumOptions("--force-renderer-accessibility"),
});

test("offscreen content is accessible to a screen reader before it is laid out", async ({
  district,
  page,
}) => {
  await district.open();
  await district.waitUntilComplete();
  const browser = await page.context().newCDPSession(page);
  const names = async () => {
    const { nodes } = await browser.send("Accessibility.getFullAXTree");
    return nodes.filter((node) => !node.ignored).map((node) => node.name?.value);
  };
  await expect.poll(names).toContain("All results as CSV");
  const found = await names();
  // The last decision, the comparison and the footer.
  expect(found).toContain("What do schools share?");
  expect(found).toContain("Pin this run");
  expect(found.join(" ")).toContain("Nothing you enter leaves this device.");
});
