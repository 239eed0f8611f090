// Layout faults in the states and sizes of the screenshots, with the fonts of any machine.
import { faultsOf, faultsOfCharts } from "./geometry.mjs";
import { openChicago, SIZES, STATES } from "./looks.mjs";
import { expect, test } from "./page.mjs";

for (const [state, goTo] of Object.entries(STATES)) {
  for (const viewport of SIZES) {
    test(`nothing is cut off, overlapping or misaligned: ${state} at ${viewport.width} px`, async ({
      district,
      page,
    }) => {
      await openChicago(district, viewport);
      await goTo({ district, page });
      expect(await faultsOf(page)).toEqual([]);
    });
  }
}

for (const preset of ["baltimore_county", "small_wealthy", "typical_surveyed"]) {
  test(`the labels of the charts of ${preset} are where they belong`, async ({ district, page }) => {
    for (const viewport of SIZES) {
      await openChicago(district, viewport, `#v2&preset=${preset}`);
      expect(await faultsOfCharts(page), `bands at ${viewport.width} px`).toEqual([]);
      await district.showStages.check();
      expect(await faultsOfCharts(page), `stages at ${viewport.width} px`).toEqual([]);
      await page.goto("about:blank");
    }
  });
}

for (const viewport of SIZES) {
  test(`any label of the chart that is moved by 4 px is found, at ${viewport.width} px`, async ({
    district,
    page,
  }) => {
    await openChicago(district, viewport);
    for (const view of [district.showBands, district.showStages]) {
      await view.check();
      expect(await faultsOfCharts(page)).toEqual([]);
      const labels = await page.locator(".chart-block .chart text").all();
      expect(labels.length).toBeGreaterThan(10);
      for (const label of labels) {
        for (const [along, by] of [
          ["x", 4],
          ["x", -4],
          ["y", 4],
          ["y", -4],
        ]) {
          const before = Number(await label.getAttribute(along));
          // The name of a layer that has no room for it.
          if (before < -50 || Number(await label.getAttribute("y")) < -50) continue;
          await label.evaluate((label, [along, at]) => label.setAttribute(along, at), [along, before + by]);
          const faults = await faultsOfCharts(page);
          expect(faults, `${await label.textContent()}: ${by} px along ${along}`).not.toEqual([]);
          await label.evaluate((label, [along, at]) => label.setAttribute(along, at), [along, before]);
        }
      }
    }
  });
}
