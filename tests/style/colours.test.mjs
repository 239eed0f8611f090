// Colors that must be distinguishable are, in light and dark, with normal vision and with each kind of color
// blindness. They are read from the style sheet, so a change there is tested here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  clampRgb,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from "culori";

// Differences are CIEDE2000. The smallest noticeable difference depends on size: for half of the people
// ΔL* = 5.08 + 0.75 / degrees (Stone, Szafir and Setlur, An engineering model for color difference as a
// function of size, Color and Imaging Conference 2014; measured from 1/3 of a degree, extrapolated below). On
// a typical screen at arm's length a pixel is 0.025 degrees.
// The smallest area is a key of the legend, 12 px: noticeable from 7.6; half as much again is required.
const AREAS = 12;
// A line is 2.5 px wide: noticeable from 17. (The lines of the runs also differ in their dashes.)
const LINES = 20;
// Consecutive stages are steps of one color: their lightness alone must distinguish them, on paper too.
const LIGHTNESS_STEP = 10;
// WCAG 2.2, 1.4.11 for graphics and 1.4.3 for text.
const GRAPHIC_CONTRAST = 3;
const TEXT_CONTRAST = 4.5;

const lab = converter("lab65");
const linear = converter("lrgb");
const difference = differenceCiede2000();

// Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision deficiency,
// IEEE TVCG 15 (2009), at full severity. Their matrices apply to linear RGB; culori applies
// them to the encoded values. Here it gets linear values instead.
function withDeficiency(filter) {
  return (color) => {
    const { r, g, b } = filter({ ...linear(color), mode: "rgb" });
    return { ...clampRgb({ mode: "rgb", r, g, b }), mode: "lrgb" };
  };
}
const VISIONS = {
  "normal vision": (color) => color,
  protanopia: withDeficiency(filterDeficiencyProt(1)),
  deuteranopia: withDeficiency(filterDeficiencyDeuter(1)),
  tritanopia: withDeficiency(filterDeficiencyTrit(1)),
};

const sheet = readFileSync(new URL("../../public/style/base.css", import.meta.url), "utf8");
const [light, dark] = sheet.split("@media screen and (prefers-color-scheme: dark)");
const colors = (css) =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[\da-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
const SCHEMES = { light: colors(light), dark: { ...colors(light), ...colors(dark) } };

const STAGES = ["active", "pilot", "introductory", "stopped", "waiting"];
const RUNS = ["run-0", "run-1", "run-2", "run-3", "accent"];
const pairs = (names) => names.flatMap((first, at) => names.slice(at + 1).map((second) => [first, second]));

for (const [scheme, color] of Object.entries(SCHEMES)) {
  // The pairs of colors that are too similar, and in which vision.
  const tooSimilar = (pairs, least) =>
    Object.entries(VISIONS).flatMap(([vision, seen]) =>
      pairs
        .map((names) => [names, difference(...names.map((name) => seen(color[name])))])
        .filter(([, apart]) => !(apart >= least))
        .map(([names, apart]) => `${names.join(" and ")}, ${vision}: ${apart.toFixed(1)} of ${least}`),
    );
  const lowContrast = (pairs, least) =>
    pairs
      .map((names) => [names, wcagContrast(...names.map((name) => color[name]))])
      .filter(([, contrast]) => !(contrast >= least))
      .map(([names, contrast]) => `${names.join(" on ")}: ${contrast.toFixed(2)} of ${least}`);

  test(`${scheme}: every stage is distinguishable from every other and from its background`, () => {
    assert.deepEqual(tooSimilar(pairs([...STAGES, "card"]), AREAS), []);
    assert.deepEqual(tooSimilar(pairs([...STAGES, "ground"]), AREAS), []);
  });

  test(`${scheme}: the three active stages are steps of lightness`, () => {
    for (const [vision, seen] of Object.entries(VISIONS)) {
      const away = ["introductory", "pilot", "active"].map((name) =>
        Math.abs(lab(seen(color[name])).l - lab(seen(color.card)).l),
      );
      for (const [step, further] of away.slice(1).entries()) {
        const height = further - away[step];
        assert.ok(height >= LIGHTNESS_STEP, `${vision}, step ${step + 1}: ${height.toFixed(1)}`);
      }
    }
  });

  test(`${scheme}: the line of the schools that ever started is distinguishable from the active ones`, () => {
    assert.deepEqual(tooSimilar([["accent", "active"]], LINES), []);
    // Waiting schools are only hatched: the line does not cross an area of their color.
    const solid = STAGES.filter((stage) => stage !== "waiting");
    assert.deepEqual(
      tooSimilar(
        solid.map((stage) => ["accent", stage]),
        LINES,
      ),
      [],
    );
  });

  test(`${scheme}: compared runs are distinguishable from each other and from Now`, () => {
    assert.deepEqual(tooSimilar(pairs(RUNS), LINES), []);
    // Observed counts are dots in the color of ink.
    assert.deepEqual(
      tooSimilar(
        RUNS.map((run) => [run, "ink"]),
        AREAS,
      ),
      [],
    );
  });

  test(`${scheme}: graphics stand out from their card`, () => {
    const drawn = [...RUNS, "active", "waiting", "control-line", "ink"].map((name) => [name, "card"]);
    assert.deepEqual(lowContrast(drawn, GRAPHIC_CONTRAST), []);
  });

  test(`${scheme}: text is readable on every background`, () => {
    const text = [
      ...["ink", "quiet", "accent", "bad"].flatMap((name) => [
        [name, "card"],
        [name, "ground"],
      ]),
      ["ink", "chosen"],
      ["ink", "line"],
      ["quiet", "chosen"],
      ["warn-ink", "warn-ground"],
      ["accent-ink", "accent"],
      // The names of the layers.
      ["card", "active"],
      ["ink", "pilot"],
      ["ink", "introductory"],
      ["ink", "stopped"],
    ];
    assert.deepEqual(lowContrast(text, TEXT_CONTRAST), []);
  });
}
