// Whether what stands side by side or again and again does so evenly. Runs in the page, beside boxes.js.
export function layoutFaults() {
  const { isSeen, lines, controls } = globalThis.boxes;
  const faults = [];
  const say = (sentence) => faults.push(sentence);
  const rectOf = (element) => element.getBoundingClientRect();
  const nameOf = (element) =>
    `“${element.textContent.trim().slice(0, 40) || element.id || element.localName}”`;
  const isAbout = (value, wanted) => Math.abs(value - wanted) <= 1;
  const seenIn = (element) =>
    [...element.children].filter(
      (child) => isSeen(child) && rectOf(child).width > 0 && rectOf(child).height > 0,
    );
  const middle = ({ top, bottom }) => (top + bottom) / 2;
  const isOneLine = (one, other) => one.top < middle(other) && other.top < middle(one);

  // What begins at the edge of a column begins exactly there. Text that is centred may come near it, and
  // browsers put room around radio buttons and boxes.
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
      const beside = Math.abs(left - edge);
      if (beside > 0.75 && beside < 6) {
        say(`“${content.slice(0, 40)}” stands ${(left - edge).toFixed(1)} px beside the edge of its column`);
      }
    }
  }

  // Rows: as far from each other as the style sheet says, and on one line.
  for (const row of document.querySelectorAll("body *")) {
    const { display, flexDirection, columnGap, justifyContent, alignItems } = getComputedStyle(row);
    if (display !== "flex" || flexDirection !== "row" || !isSeen(row)) continue;
    const items = seenIn(row).filter((item) => getComputedStyle(item).position !== "absolute");
    items.slice(1).forEach((item, at) => {
      const [before, rect] = [items[at], item].map(rectOf);
      if (!isOneLine(before, rect)) return;
      const gap = rect.left - before.right - Number.parseFloat(columnGap);
      const isPushed = [items[at], item].some((one) => {
        const { marginLeft, marginRight } = getComputedStyle(one);
        return (one === item && marginLeft !== "0px") || (one !== item && marginRight !== "0px");
      });
      const isFree = /space|center/.test(justifyContent) || isPushed;
      if (!isFree && !isAbout(gap, 0)) say(`${nameOf(item)} is not beside ${nameOf(items[at])}`);
      const isLevel =
        alignItems === "center"
          ? isAbout(middle(before), middle(rect))
          : isAbout(before.top, rect.top) || isAbout(before.bottom, rect.bottom);
      if (!isLevel) say(`${nameOf(item)} is not at the height of ${nameOf(items[at])}`);
    });
    // What is pushed to the ends of a row is at its ends.
    const last = items.at(-1);
    if (justifyContent === "space-between" && items.length > 1 && isOneLine(rectOf(items[0]), rectOf(last))) {
      const { paddingRight, borderRightWidth } = getComputedStyle(row);
      const end = rectOf(row).right - Number.parseFloat(paddingRight) - Number.parseFloat(borderRightWidth);
      if (!isAbout(rectOf(last).right, end)) say(`${nameOf(last)} is not at the end of its row`);
    }
  }

  // What there is several times has its parts at the same places: from one side, or from the part before.
  const KINDS = [
    ".decision.large",
    ".decision:not(.large)",
    ".outcome",
    ".runs > li",
    ".comparison tbody td",
    ".comparison tbody th",
    ".comparison thead th",
    "#take .files li",
  ];
  for (const kind of KINDS) {
    const places = new Map();
    for (const item of document.querySelectorAll(kind)) {
      if (!isSeen(item)) continue;
      const whole = rectOf(item);
      let before;
      // As they are seen, which may be another order than in the markup.
      const orderOf = (part) => Number(getComputedStyle(part).order);
      const parts = seenIn(item).toSorted((a, b) => orderOf(a) - orderOf(b));
      for (const part of parts) {
        const rect = rectOf(part);
        const isBeside = before && isOneLine(rectOf(before), rect);
        const above = !before ? whole.top : isBeside ? rectOf(before).top : rectOf(before).bottom;
        const place = {
          part,
          down: rect.top - above,
          sides: [
            rect.left - whole.left,
            whole.right - rect.right,
            before ? rect.left - rectOf(before).right : Number.NaN,
          ],
        };
        const key = `${before?.localName}.${before?.classList[0]} ${isBeside} ${part.localName}.${part.classList[0]}`;
        // Text that goes on in the next line has no side of its own.
        if (part.getClientRects().length === 1) places.set(key, [...(places.get(key) ?? []), place]);
        before = part;
      }
    }
    for (const alike of places.values()) {
      if (alike.length < 2) continue;
      // Where most of them stand.
      const usual = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
      const down = usual(alike.map((place) => place.down));
      const sides = [0, 1, 2].map((side) => usual(alike.map((place) => place.sides[side])));
      const spread = (side) => alike.filter((place) => isAbout(place.sides[side], sides[side])).length;
      const side = [0, 1, 2].toSorted((a, b) => spread(b) - spread(a))[0];
      for (const place of alike) {
        if (!isAbout(place.down, down)) say(`${nameOf(place.part)} is not at the height of those like it`);
        if (!isAbout(place.sides[side], sides[side]))
          say(`${nameOf(place.part)} is not in line with those like it`);
      }
    }
  }

  // The titles of parts that stand side by side.
  const titles = [...document.querySelectorAll(".strategy h2, .adoption h2, .outcomes h2")].filter(isSeen);
  for (const title of titles) {
    for (const other of titles) {
      const apart = Math.abs(rectOf(other).top - rectOf(title).top);
      if (apart > 1 && apart < 12) say(`${nameOf(title)} is not at the height of ${nameOf(other)}`);
    }
  }
  return faults;
}
