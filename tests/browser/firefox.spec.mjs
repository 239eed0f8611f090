// The page in Firefox.
import sharp from "sharp";
import { expect, test } from "./firefox.mjs";
import { digestOf, digests } from "./shared_results.mjs";

test("every preset and 20 random scenarios have bit-identical results in Firefox", async ({ firefox }) => {
  test.slow();
  for (const [digest, link] of digests) {
    await firefox.open(`#${link}`);
    await firefox.save();
    // A file is written in steps, first under a temporary name.
    await expect(async () => {
      const files = await firefox.saved();
      expect(files.map(digestOf), link).toEqual([digest]);
    }).toPass({ timeout: 30_000 });
  }
});

test("in Firefox a first visit has a headline, and moving a slider by keyboard updates it and the address", async ({
  firefox,
}) => {
  await firefox.open();
  await firefox.waitUntilComplete();
  const before = await firefox.headline();
  expect(before).toContain("Half of the futures have started 100 schools by");
  await firefox.press("End", "How fast from pilot to scale?");
  await expect.poll(() => firefox.page.url()).toMatch(/#v2&preset=chicago&fast_slow=1&view=bands$/);
  await expect.poll(() => firefox.headline()).not.toBe(before);
});

test("in Firefox a picture is rendered for print, and a scenario is saved", async ({ firefox }) => {
  await firefox.open("#v2&preset=chicago&replicates=50");
  await firefox.waitUntilComplete();
  await firefox.emptyDownloads();
  await firefox.press("Enter", "Schools over time as PNG");
  await expect(async () => {
    const [png] = await firefox.saved();
    const { width, density } = await sharp(png).metadata();
    expect([width, density]).toEqual([2160, 305]);
    const { channels } = await sharp(png).stats();
    expect(channels[0].stdev, "it is not blank").toBeGreaterThan(10);
  }).toPass({ timeout: 30_000 });
  await firefox.emptyDownloads();
  await firefox.press("Enter", "Save the scenario");
  await expect(async () => {
    const [scenario] = await firefox.saved();
    expect(JSON.parse(scenario)).toMatchObject({ preset: "chicago", replicates: 50 });
  }).toPass({ timeout: 30_000 });
});
