// Colours that have to be told apart stay apart, in light and dark, for people who see all colours and for
// those who lack one of the three kinds of cones. Read from the style sheet itself: a colour that is changed
// there is judged here.
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

// Differences are CIEDE2000. How small a difference is seen depends on the size of what has it: for half of
// the people ΔL* = 5.08 + 0.75 / degrees (Stone, Szafir and Setlur, An engineering model for color
// difference as a function of size, Color and Imaging Conference 2014; they tried 1/3 of a degree and
// more, below it is carried on). On a usual screen at arm's length a pixel is 0.025 degrees.
// The smallest area is a key of the legend, 12 px: seen from 7.6 on; half as much again is asked.
const AREAS = 12;
// A line is 2.5 px wide: seen from 17 on. (The lines of the runs differ in their dashes too.)
const LINES = 20;
// Stages that follow each other are steps of one colour: their lightness alone has to tell them, on paper too.
const LIGHTNESS_STEP = 10;
// WCAG 2.2, 1.4.11 for what is drawn and 1.4.3 for text.
const GRAPHIC_CONTRAST = 3;
const TEXT_CONTRAST = 4.5;

const lab = converter("lab65");
const linear = converter("lrgb");
const difference = differenceCiede2000();

// Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision deficiency,
// IEEE TVCG 15 (2009), at full severity. Their matrices mix light, so they belong to linear RGB; culori
// applies them to the coded values. Here it gets the linear ones in their place.
function lacking(filter) {
  return (colour) => {
    const { r, g, b } = filter({ ...linear(colour), mode: "rgb" });
    return { ...clampRgb({ mode: "rgb", r, g, b }), mode: "lrgb" };
  };
}
const VISIONS = {
  "normal vision": (colour) => colour,
  protanopia: lacking(filterDeficiencyProt(1)),
  deuteranopia: lacking(filterDeficiencyDeuter(1)),
  tritanopia: lacking(filterDeficiencyTrit(1)),
};

const sheet = readFileSync(new URL("../../public/style/base.css", import.meta.url), "utf8");
const [light, dark] = sheet.split("@media screen and (prefers-color-scheme: dark)");
const colours = (css) =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[\da-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
const SCHEMES = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };

const STAGES = ["active", "pilot", "introductory", "stopped", "waiting"];
const RUNS = ["run-0", "run-1", "run-2", "run-3", "accent"];
const pairs = (names) => names.flatMap((first, at) => names.slice(at + 1).map((second) => [first, second]));

for (const [scheme, colour] of Object.entries(SCHEMES)) {
  // What is missed by which pair of colours in which vision; nothing, if all is well.
  const tooClose = (which, least) =>
    Object.entries(VISIONS).flatMap(([vision, seen]) =>
      which
        .map((names) => [names, difference(...names.map((name) => seen(colour[name])))])
        .filter(([, apart]) => !(apart >= least))
        .map(([names, apart]) => `${names.join(" and ")}, ${vision}: ${apart.toFixed(1)} of ${least}`),
    );
  const tooFaint = (which, least) =>
    which
      .map((names) => [names, wcagContrast(...names.map((name) => colour[name]))])
      .filter(([, contrast]) => !(contrast >= least))
      .map(([names, contrast]) => `${names.join(" on ")}: ${contrast.toFixed(2)} of ${least}`);

  test(`${scheme}: every stage is told from every other and from what it is drawn on`, () => {
    assert.deepEqual(tooClose(pairs([...STAGES, "card"]), AREAS), []);
    assert.deepEqual(tooClose(pairs([...STAGES, "ground"]), AREAS), []);
  });

  test(`${scheme}: the three active stages are steps of lightness`, () => {
    for (const [vision, seen] of Object.entries(VISIONS)) {
      const away = ["introductory", "pilot", "active"].map((name) =>
        Math.abs(lab(seen(colour[name])).l - lab(seen(colour.card)).l),
      );
      for (const [step, further] of away.slice(1).entries()) {
        const height = further - away[step];
        assert.ok(height >= LIGHTNESS_STEP, `${vision}, step ${step + 1}: ${height.toFixed(1)}`);
      }
    }
  });

  test(`${scheme}: the line of the schools that ever started is told from the active ones`, () => {
    assert.deepEqual(tooClose([["accent", "active"]], LINES), []);
    // Those that wait are only hatched: their thin lines on the card are no other colour for it to cross.
    const solid = STAGES.filter((stage) => stage !== "waiting");
    assert.deepEqual(
      tooClose(
        solid.map((stage) => ["accent", stage]),
        LINES,
      ),
      [],
    );
  });

  test(`${scheme}: runs that are compared are told from each other and from Now`, () => {
    assert.deepEqual(tooClose(pairs(RUNS), LINES), []);
    // What was observed is drawn in ink, as dots.
    assert.deepEqual(
      tooClose(
        RUNS.map((run) => [run, "ink"]),
        AREAS,
      ),
      [],
    );
  });

  test(`${scheme}: what is drawn stands out from its card`, () => {
    const drawn = [...RUNS, "active", "waiting", "control-line", "ink"].map((name) => [name, "card"]);
    assert.deepEqual(tooFaint(drawn, GRAPHIC_CONTRAST), []);
  });

  test(`${scheme}: text can be read on everything that it stands on`, () => {
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
    assert.deepEqual(tooFaint(text, TEXT_CONTRAST), []);
  });
}
