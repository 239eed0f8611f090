// The page and the headless runner have the same results, to the last digit.
import { execFileSync } from "node:child_process";
import { expect, test } from "./page.mjs";
import { digestOf, digests } from "./shared_results.mjs";

// The runner is built by `make test` before the browser tests.
function headless(preset) {
  const runner = process.env.HEADLESS_RUNNER;
  expect(runner, "HEADLESS_RUNNER is the path of the runner that `make test` builds").toBeTruthy();
  return execFileSync(runner, [preset], { encoding: "utf8", maxBuffer: 1 << 26 });
}

for (const preset of ["chicago", "small_wealthy"]) {
  test(`the results of ${preset} equal those of the headless runner to the last digit`, async ({
    district,
  }) => {
    await district.open(`#v2&preset=${preset}`);
    await district.waitUntilComplete();
    const expected = headless(preset);
    const { name, text } = await district.csv();
    expect(name).toBe(`${preset}-seed-1.csv`);
    expect(text === expected, "the downloaded CSV equals the runner's").toBe(true);

    const value = new Map(
      expected.split("\n").map((line) => {
        const at = line.lastIndexOf(",");
        return [line.slice(0, at), line.slice(at + 1)];
      }),
    );
    const rows = await district.table();
    expect(rows).toHaveLength(97);
    rows.forEach((row, month) => {
      const names = ["ever", "active"].flatMap((measure) =>
        ["p10", "p25", "p50", "p75", "p90"].map((statistic) => `${month},${measure},${statistic}`),
      );
      expect(row).toEqual(names.map((name) => value.get(name)));
    });
  });
}

for (const cores of [1, 3]) {
  test(`every preset and 26 random scenarios have bit-identical results with workers for ${cores} cores`, async ({
    district,
    page,
  }) => {
    test.slow();
    await page.addInitScript((count) => {
      Object.defineProperty(navigator, "hardwareConcurrency", { get: () => count });
    }, cores);
    expect(digests.length).toBe(32);
    for (const [digest, link] of digests) {
      await page.goto("about:blank");
      await page.goto(`./#${link}`);
      await district.waitUntilComplete();
      const { text } = await district.csv();
      expect(digestOf(text), link).toBe(digest);
    }
  });
}
