// The page in Firefox.
import { expect, test } from "./firefox.mjs";
import { digestOf, digests } from "./shared_results.mjs";

test("every preset and 20 random scenarios have the native bits in Firefox", async ({ firefox }) => {
  test.slow();
  for (const [digest, link] of digests) {
    await firefox.open(`#${link}`);
    await firefox.save();
    // A file appears step by step, and under another name first.
    await expect(async () => {
      const files = await firefox.saved();
      expect(files.map(digestOf), link).toEqual([digest]);
    }).toPass({ timeout: 30_000 });
  }
});

test("in Firefox a first visit has a headline, and a slider moved by keyboard rewrites it and the address", async ({
  firefox,
}) => {
  await firefox.open();
  await firefox.isComplete();
  const before = await firefox.headline();
  expect(before).toContain("Half of 500 simulated futures have started 100 schools by");
  await firefox.press("End", "How fast from pilot to scale?");
  await expect.poll(() => firefox.page.url()).toMatch(/#v1&preset=chicago&fast_slow=1$/);
  await expect.poll(() => firefox.headline()).not.toBe(before);
});
