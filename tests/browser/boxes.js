// Positions of texts and controls on the page, in window pixels. geometry.mjs evaluates this in the page.
globalThis.boxes = (() => {
  const canvas = document.createElement("canvas").getContext("2d");

  // Measures a text in an element's font, placed at 0, 0.
  function measure(element, text) {
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
    canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    return canvas.measureText(text);
  }

  const emOf = (element) => Number.parseFloat(getComputedStyle(element).fontSize);

  // Whether it is visible to sighted users: not collapsed, not only for screen readers.
  function isVisible(element) {
    return (
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest(".visually-hidden") &&
      getComputedStyle(element).clipPath === "none"
    );
  }

  // A text of a drawing. Its letters run from `start` to `end` on the `baseline`; the box is that of their
  // ink. `middle` is halfway up digits and capitals.
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

  // The visible texts of a drawing: those without room are placed far above it.
  function labels(svg) {
    const { top } = svg.getBoundingClientRect();
    const all = [...svg.querySelectorAll("text")].filter((text) => text.textContent && isVisible(text));
    return all.map(label).filter((label) => label.baseline > top - 50);
  }

  // Every visible line of text outside charts.
  function lines() {
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const element = node.parentElement;
      if (!node.textContent.trim() || !isVisible(element)) continue;
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

  // Every visible control, with its name.
  function controls() {
    const all = document.querySelectorAll("button, select, input, textarea, summary, a[href]");
    return [...all].filter(isVisible).map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { element, content: nameOf(element), left, right, top, bottom };
    });
  }

  function nameOf(element) {
    const name =
      element.textContent.trim() || element.getAttribute("aria-label") || element.id || element.name;
    return `${element.localName} ${name}`;
  }

  // How far two boxes overlap horizontally and vertically; negative where they do not.
  function overlap(one, other) {
    return {
      x: Math.min(one.right, other.right) - Math.max(one.left, other.left),
      y: Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
    };
  }

  // The strip that stays in sight covers what scrolls under it, and is behind these parts.
  const LAYERS = [".chart-block, #compare, #take", ".glance"];
  const layer = ({ element }) => LAYERS.findIndex((layer) => element.closest(layer));

  return { measure, emOf, isVisible, label, labels, lines, controls, overlap, layer };
})();
