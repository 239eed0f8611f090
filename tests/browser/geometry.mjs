// Finds layout faults on the page and reports each in a sentence. The checks hold with any font: tolerances that
// depend on the font are relative to its size.
import { readFileSync } from "node:fs";
import { chartFaults } from "./chart-geometry.mjs";
import { layoutFaults } from "./layout-geometry.mjs";

const BOXES = readFileSync(new URL("boxes.js", import.meta.url), "utf8");

// Faults in texts and controls of the whole page.
function pageFaults() {
  const { lines, controls, overlap, layer, emOf } = globalThis.boxes;
  const faults = [];
  const texts = lines();
  const clickable = controls();
  const report = (sentence) => faults.push(sentence);
  const short = ({ content }) => `“${content.slice(0, 40)}”`;

  // The line boxes of adjacent lines may overlap, their letters may not.
  const isOver = (one, other, em) => {
    const { x, y } = overlap(one, other);
    return x > 1 && y > 0.3 * em && layer(one) === layer(other);
  };
  texts.forEach((one, at) => {
    for (const other of texts.slice(at + 1)) {
      if (one.node !== other.node && isOver(one, other, Math.min(one.em, other.em))) {
        report(`${short(one)} overlaps ${short(other)}`);
      }
    }
    for (const control of clickable) {
      const belongs =
        control.element.contains(one.element) ||
        control.element.closest("label, summary")?.contains(one.element);
      if (!belongs && isOver(one, control, one.em)) report(`${short(one)} overlaps ${short(control)}`);
    }
  });
  clickable.forEach((one, at) => {
    for (const other of clickable.slice(at + 1)) {
      if (one.element.contains(other.element)) continue;
      if (isOver(one, other, 4)) report(`${short(one)} overlaps ${short(other)}`);
    }
  });

  // A text fits into its own box and into every ancestor that clips.
  for (const text of texts) {
    let box = text.element;
    while (/^(inline|contents)$/.test(getComputedStyle(box).display)) box = box.parentElement;
    const own = box.getBoundingClientRect();
    if (text.left < own.left - 1 || text.right > own.right + 1) report(`${short(text)} overflows its box`);
    for (let around = box; around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(around);
      // It ends in an ellipsis, and is whole elsewhere.
      if (webkitLineClamp !== "none") break;
      const rect = around.getBoundingClientRect();
      const cutsX = overflowX === "hidden" && (text.left < rect.left - 1 || text.right > rect.right + 1);
      const room = 0.25 * text.em;
      const cutsY =
        overflowY === "hidden" && (text.top < rect.top - room || text.bottom > rect.bottom + room);
      if (cutsX || cutsY) report(`${short(text)} is cut off`);
    }
  }
  for (const { element, content } of clickable) {
    const isText = element.matches("input[type=text], input[type=number], textarea");
    if (isText && element.scrollWidth > element.clientWidth + 1)
      report(`the value of “${content}” is cut off`);
    if (element.localName !== "select") continue;
    const [chosen] = element.selectedOptions;
    const width = globalThis.boxes.measure(element, chosen.textContent).width;
    if (width > element.clientWidth - emOf(element)) report(`“${chosen.textContent}” is cut off`);
  }

  // Only wide tables scroll horizontally, in their own box.
  const scrolls = [document.documentElement, ...document.querySelectorAll("body *")].filter((element) => {
    const { overflowX } = getComputedStyle(element);
    const canScroll = element === document.documentElement || /auto|scroll/.test(overflowX);
    return (
      canScroll &&
      element.scrollWidth > element.clientWidth + 1 &&
      !element.matches(".wide, .scroll, textarea")
    );
  });
  for (const element of scrolls) report(`${element.localName} ${element.className} scrolls horizontally`);

  // WCAG 2.2, 2.5.8: 24 px, except for links in a sentence. A click on a label is one on its control.
  for (const { element, content } of clickable) {
    if (element.localName === "a" && getComputedStyle(element).display === "inline") continue;
    const parts = [element, ...(element.matches("[type=radio], [type=checkbox]") ? element.labels : [])];
    const rects = parts.map((part) => part.getBoundingClientRect());
    const size = (low, high) =>
      Math.max(...rects.map((r) => r[high])) - Math.min(...rects.map((r) => r[low]));
    const least = Math.min(size("left", "right"), size("top", "bottom"));
    if (least < 23.9) report(`“${content}” is only ${least.toFixed(1)} px large`);
  }
  return faults;
}

// All faults of the page in its current state.
export async function faultsOf(page) {
  await page.evaluate(BOXES);
  const faults = [];
  for (const find of [chartFaults, pageFaults, layoutFaults]) faults.push(...(await page.evaluate(find)));
  return faults;
}

// The faults of the charts.
export async function faultsOfCharts(page) {
  await page.evaluate(BOXES);
  return page.evaluate(chartFaults);
}
