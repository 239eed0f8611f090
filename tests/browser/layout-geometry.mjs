// Checks that adjacent and repeated elements are aligned. Runs in the page, after boxes.js.
export function layoutFaults() {
  const { isVisible, lines, controls } = globalThis.boxes;
  const faults = [];
  const report = (sentence) => faults.push(sentence);
  const rectOf = (element) => element.getBoundingClientRect();
  const nameOf = (element) =>
    `“${element.textContent.trim().slice(0, 40) || element.id || element.localName}”`;
  const isAbout = (value, wanted) => Math.abs(value - wanted) <= 1;
  const visibleIn = (element) =>
    [...element.children].filter(
      (child) => isVisible(child) && rectOf(child).width > 0 && rectOf(child).height > 0,
    );
  const middle = ({ top, bottom }) => (top + bottom) / 2;
  const isOneLine = (one, other) => one.top < middle(other) && other.top < middle(one);

  // What begins near the edge of a column begins exactly there. Centered text may come near it, and browsers
  // put margins around radio buttons and checkboxes.
  const begins = [
    ...lines().filter(({ element }) => getComputedStyle(element).textAlign !== "center"),
    ...controls().filter(({ element }) => !element.matches("[type=radio], [type=checkbox]")),
  ];
  const columns =
    ".top, .strategy, .chart-block, #district, .outcomes, #compare, #take, #trust, .honest, :has(> h3)";
  for (const column of document.querySelectorAll(columns)) {
    const { paddingLeft, borderLeftWidth } = getComputedStyle(column);
    const edge = rectOf(column).left + Number.parseFloat(paddingLeft) + Number.parseFloat(borderLeftWidth);
    for (const { element, content, left } of begins) {
      if (!column.contains(element)) continue;
      const distance = Math.abs(left - edge);
      if (distance > 0.75 && distance < 6) {
        report(`“${content.slice(0, 40)}” is ${(left - edge).toFixed(1)} px off the edge of its column`);
      }
    }
  }

  // Items of rows: with the gap that the style sheet specifies, and on one line.
  for (const row of document.querySelectorAll("body *")) {
    const { display, flexDirection, columnGap, justifyContent, alignItems } = getComputedStyle(row);
    if (display !== "flex" || flexDirection !== "row" || !isVisible(row)) continue;
    const items = visibleIn(row).filter((item) => getComputedStyle(item).position !== "absolute");
    items.slice(1).forEach((item, at) => {
      const [before, rect] = [items[at], item].map(rectOf);
      if (!isOneLine(before, rect)) return;
      const gap = rect.left - before.right - Number.parseFloat(columnGap);
      const isPushed = [items[at], item].some((one) => {
        const { marginLeft, marginRight } = getComputedStyle(one);
        return (one === item && marginLeft !== "0px") || (one !== item && marginRight !== "0px");
      });
      const hasFreeGap = /space|center/.test(justifyContent) || isPushed;
      if (!hasFreeGap && !isAbout(gap, 0)) report(`${nameOf(item)} is not next to ${nameOf(items[at])}`);
      const isLevel =
        alignItems === "center"
          ? isAbout(middle(before), middle(rect))
          : isAbout(before.top, rect.top) || isAbout(before.bottom, rect.bottom);
      if (!isLevel) report(`${nameOf(item)} is not at the height of ${nameOf(items[at])}`);
    });
    // Items pushed to the end of a row are at its end.
    const last = items.at(-1);
    if (justifyContent === "space-between" && items.length > 1 && isOneLine(rectOf(items[0]), rectOf(last))) {
      const { paddingRight, borderRightWidth } = getComputedStyle(row);
      const end = rectOf(row).right - Number.parseFloat(paddingRight) - Number.parseFloat(borderRightWidth);
      if (!isAbout(rectOf(last).right, end)) report(`${nameOf(last)} is not at the end of its row`);
    }
  }

  // Repeated elements have their parts at the same positions, relative to one side or to the previous part.
  const KINDS = [
    ".decision.large",
    ".decision:not(.large)",
    ".main-outcomes > .outcome",
    "#more-outcomes .outcome",
    ".runs > li",
    ".comparison tbody td",
    ".comparison tbody th",
    ".comparison thead th",
    "#take .files li",
  ];
  for (const kind of KINDS) {
    const positions = new Map();
    for (const item of document.querySelectorAll(kind)) {
      if (!isVisible(item)) continue;
      const outer = rectOf(item);
      let before;
      // In visual order, which may differ from that of the markup.
      const orderOf = (part) => Number(getComputedStyle(part).order);
      const parts = visibleIn(item).toSorted((a, b) => orderOf(a) - orderOf(b));
      for (const part of parts) {
        const rect = rectOf(part);
        const isBeside = before && isOneLine(rectOf(before), rect);
        const above = !before ? outer.top : isBeside ? rectOf(before).top : rectOf(before).bottom;
        const position = {
          part,
          down: rect.top - above,
          sides: [
            rect.left - outer.left,
            outer.right - rect.right,
            before ? rect.left - rectOf(before).right : Number.NaN,
          ],
        };
        const key = `${before?.localName}.${before?.classList[0]} ${isBeside} ${part.localName}.${part.classList[0]}`;
        // Text that wraps has no side of its own.
        if (part.getClientRects().length === 1) positions.set(key, [...(positions.get(key) ?? []), position]);
        before = part;
      }
    }
    for (const similar of positions.values()) {
      if (similar.length < 2) continue;
      // Where most of them are.
      const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
      const down = median(similar.map((position) => position.down));
      const sides = [0, 1, 2].map((side) => median(similar.map((position) => position.sides[side])));
      const spread = (side) =>
        similar.filter((position) => isAbout(position.sides[side], sides[side])).length;
      const side = [0, 1, 2].toSorted((a, b) => spread(b) - spread(a))[0];
      for (const position of similar) {
        if (!isAbout(position.down, down))
          report(`${nameOf(position.part)} is not at the height of similar ones`);
        if (!isAbout(position.sides[side], sides[side]))
          report(`${nameOf(position.part)} is not aligned with similar ones`);
      }
    }
  }

  // The titles of adjacent parts.
  const titles = [...document.querySelectorAll(".strategy h2, .adoption h2, .outcomes h2")].filter(isVisible);
  for (const title of titles) {
    for (const other of titles) {
      const apart = Math.abs(rectOf(other).top - rectOf(title).top);
      if (apart > 1 && apart < 12) report(`${nameOf(title)} is not at the height of ${nameOf(other)}`);
    }
  }
  return faults;
}
