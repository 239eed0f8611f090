// Where texts and controls stand on the page, in pixels of the window. geometry.mjs runs it in the page.
globalThis.boxes = (() => {
  const canvas = document.createElement("canvas").getContext("2d");

  // How letters of an element's font measure when they stand at 0, 0.
  function measure(element, text) {
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
    canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    return canvas.measureText(text);
  }

  const emOf = (element) => Number.parseFloat(getComputedStyle(element).fontSize);

  // Whether somebody can see it: not closed in, not only for screen readers.
  function isSeen(element) {
    return (
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest(".visually-hidden") &&
      getComputedStyle(element).clipPath === "none"
    );
  }

  // A text of a drawing. Its letters begin at `start` and end at `end` on the line `baseline`; the ink of them
  // is the box. `middle` is that of its digits and capitals.
  function label(text) {
    const { left, top } = text.ownerSVGElement.getBoundingClientRect();
    const content = text.textContent;
    const ink = measure(text, content);
    const capital = measure(text, "0").actualBoundingBoxAscent;
    const small = measure(text, "x").actualBoundingBoxAscent;
    const start = text.getStartPositionOfChar(0).x + left;
    const end = text.getEndPositionOfChar(content.length - 1).x + left;
    const baseline = text.getStartPositionOfChar(0).y + top;
    return {
      element: text,
      content,
      em: emOf(text),
      start,
      end,
      baseline,
      middle: baseline - capital / 2,
      smallMiddle: baseline - small / 2,
      left: start - ink.actualBoundingBoxLeft,
      right: end - ink.width + ink.actualBoundingBoxRight,
      top: baseline - ink.actualBoundingBoxAscent,
      bottom: baseline + ink.actualBoundingBoxDescent,
    };
  }

  // The texts of a drawing that are in sight: those that have no room stand far above it.
  function labels(svg) {
    const { top } = svg.getBoundingClientRect();
    const all = [...svg.querySelectorAll("text")].filter((text) => text.textContent && isSeen(text));
    return all.map(label).filter((label) => label.baseline > top - 50);
  }

  // Every line of text that is seen outside of charts.
  function lines() {
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const element = node.parentElement;
      if (!node.textContent.trim() || !isSeen(element)) continue;
      if (element.closest("script, style, template, option, textarea, .chart svg")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (right - left < 1) continue;
        found.push({
          node,
          element,
          content: node.textContent.trim(),
          em: emOf(element),
          left,
          right,
          top,
          bottom,
        });
      }
    }
    return found;
  }

  // Everything that is clicked or filled in, with its label where that belongs to what is clicked.
  function controls() {
    const all = document.querySelectorAll("button, select, input, textarea, summary, a[href]");
    return [...all].filter(isSeen).map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { element, content: nameOf(element), left, right, top, bottom };
    });
  }

  function nameOf(element) {
    const name =
      element.textContent.trim() || element.getAttribute("aria-label") || element.id || element.name;
    return `${element.localName} ${name}`;
  }

  // How far two boxes lie over each other: to the side and down; below 0 where they do not.
  function overlap(one, other) {
    return {
      x: Math.min(one.right, other.right) - Math.max(one.left, other.left),
      y: Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
    };
  }

  // The chart that stays in sight covers what goes under it.
  const layer = ({ element }) => element.closest(".chart-block") !== null;

  return { measure, emOf, isSeen, label, labels, lines, controls, overlap, layer };
})();
