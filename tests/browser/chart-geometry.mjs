// Checks that the labels of the charts are at what they label. Runs in the page, after boxes.js. The tests move
// each label by 4 px, which must be found: each tolerance is less than half of that.
export function chartFaults() {
  const { label, labels, overlap } = globalThis.boxes;
  const faults = [];

  for (const svg of document.querySelectorAll(".chart svg")) {
    const box = svg.getBoundingClientRect();
    const all = labels(svg);
    const at = ({ content }) => `“${content}” of the chart`;
    const report = (sentence) => faults.push(sentence);
    const isAbout = (value, wanted, tolerance) => Math.abs(value - wanted) <= tolerance;
    const isBetween = (value, least, most) => value >= least && value <= most;
    const number = (line, name) => Number(line.getAttribute(name));
    const x = (line, name = "x1") => box.left + number(line, name);
    const y = (line, name = "y1") => box.top + number(line, name);

    // The drawing fills its container, and every label is inside and overlaps no other.
    const container = svg.closest(".chart").getBoundingClientRect();
    for (const side of ["left", "right", "top", "bottom"]) {
      if (!isAbout(box[side], container[side], 1.5))
        report(`the drawing does not end with its container: ${side}`);
    }
    all.forEach((one, index) => {
      const isIn =
        one.left >= box.left && one.right <= box.right && one.top >= box.top && one.bottom <= box.bottom;
      if (!isIn) report(`${at(one)} is cut off`);
      for (const other of all.slice(index + 1)) {
        const { x, y } = overlap(one, other);
        if (x > 0 && y > 0) report(`${at(one)} overlaps ${at(other)}`);
      }
    });

    const ticks = (group) =>
      [...svg.querySelectorAll(`${group} line`)].map((line) => [line, label(line.nextElementSibling)]);
    const amount = ({ content }) => Number.parseFloat(content.replace("−", "-").replace(/[,\s\u00a0]/g, ""));
    // The scale is linear: the first and the last tick determine the position of each value.
    const scaleOf = (marks) => {
      const [[first, from], [last, to]] = [marks[0], marks.at(-1)];
      return (value) => from + ((value - first) / (last - first)) * (to - from);
    };

    const values = ticks(".grid");
    const height = scaleOf(values.map(([line, label]) => [amount(label), y(line)]));
    for (const [line, label] of values) {
      const gap = x(line) - label.end;
      if (!isAbout(label.middle, y(line), 0.15 * label.em))
        report(`${at(label)} is not at the height of its line`);
      if (!isAbout(label.end, values[0][1].end, 0.5)) report(`${at(label)} is not aligned with the others`);
      if (!isBetween(gap, 0.25 * label.em, 0.75 * label.em)) report(`${at(label)} is not next to its line`);
      if (!isAbout(height(amount(label)), y(line), 0.6)) report(`${at(label)} is not at its value`);
    }

    const years = ticks(".axis");
    const across = scaleOf(years.map(([line, label]) => [amount(label), x(line)]));
    for (const [line, label] of years) {
      const gap = label.top - y(line, "y2");
      if (!isAbout((label.start + label.end) / 2, x(line), 1)) report(`${at(label)} is not under its mark`);
      if (!isAbout(label.baseline, years[0][1].baseline, 0.5))
        report(`${at(label)} is not aligned with the others`);
      if (!isBetween(gap, 0.2 * label.em, 0.75 * label.em)) report(`${at(label)} is not close to its mark`);
      if (!isAbout(across(amount(label)), x(line), 0.6)) report(`${at(label)} is not at its year`);
    }

    // The units: above the values, and before the years.
    const [left, right] = ["x1", "x2"].map((end) => x(svg.querySelector(".grid line"), end));
    const [unit, year] = [...svg.querySelectorAll(".units text")].map(label);
    if (unit) {
      const isInCorner = isAbout(unit.start, box.left + 2, 1) && isAbout(unit.baseline, box.top + 12, 1);
      if (!isInCorner) report(`${at(unit)} is not in its corner`);
      const isBefore = isAbout(year.end, left - 14, 1) && isAbout(year.baseline, years[0][1].baseline, 0.5);
      if (!isBefore) report(`${at(year)} is not before the years`);
    }

    // The goal's name: on its line, behind the counts of the first years.
    const target = svg.querySelector(".goal-line");
    const goal = target && label(svg.querySelector(".goal-label"));
    if (goal) {
      const gap = y(target) - goal.baseline;
      if (!isAbout(goal.start, left + 0.36 * (right - left), 1.5)) report(`${at(goal)} is not at its place`);
      if (!isBetween(gap, 0.25 * goal.em, 0.6 * goal.em)) report(`${at(goal)} is not on its line`);
    }

    // The names at the ends of the lines.
    const ends = [...svg.querySelectorAll(".ends text")].map(label);
    const names = [
      ["ever", -7],
      ["active", 17],
    ];
    for (const [i, [name, offset]] of names.entries()) {
      const end = ends[i];
      if (!end) break;
      const path = svg.querySelector(`.band.${name} .median`).getAttribute("d");
      const last = box.top + Number(path.match(/[\d.]+$/)?.[0]);
      if (!isAbout(end.end, right - 4, 1)) report(`${at(end)} does not end with its line`);
      // Where the goal's name or the axis is in the way, it stands as close as it can.
      const isClose = isAbout(end.baseline, last + offset, 1);
      const others = [goal, ...ends].filter((other) => other && other !== end);
      const isPushed = others.some((other) => isAbout(Math.abs(other.baseline - end.baseline), 15, 1));
      const isAtAxis = isAbout(end.baseline, y(values[0][0]) - 4, 1);
      if (!svg.querySelector(".school-marks") && !isClose && !isPushed && !isAtAxis)
        report(`${at(end)} is not at the end of its line`);
    }

    for (const dot of svg.querySelectorAll(".marks circle")) {
      const name = label(dot.nextElementSibling);
      const [cx, cy, r] = [x(dot, "cx"), y(dot, "cy"), number(dot, "r")];
      const isClose = (gap) => isBetween(gap, 0.2 * name.em, 0.6 * name.em);
      const isBeside =
        name.end < cx && isClose(cx - r - name.end) && isAbout(name.middle, cy, 0.15 * name.em);
      const isAbove = isAbout(name.start, cx, 0.15 * name.em) && isClose(cy - r - name.baseline);
      if (!isBeside && !isAbove) report(`${at(name)} is not at its dot`);
      if (!isAbout(height(amount(name)), cy, 0.6)) report(`the dot of ${at(name)} is not at its value`);
    }

    // The names of the stages: in the middle of their layer over their whole width, and right-aligned.
    const layers = [...svg.querySelectorAll(".stack > path[fill]")].map((path) => {
      const points = [...path.getAttribute("d").matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, px, py]) => ({
        x: box.left + Number(px),
        y: box.top + Number(py),
      }));
      const half = points.length / 2;
      return {
        name: label(path.nextElementSibling),
        tops: points.slice(0, half),
        bottoms: points.slice(half),
      };
    });
    const named = layers.filter(({ name }) => all.some(({ element }) => element === name.element));
    // The page estimates the width of a name as 80 px for 12 letters (src/chart/stack.rs).
    const widest = (Math.max(...layers.map(({ name }) => name.content.length)) * 80) / 12;
    for (const { name, tops, bottoms } of named) {
      const along = (points) =>
        points.filter(({ x }) => x >= name.end - widest && x <= name.end).map(({ y }) => y);
      let [top, bottom] = [Math.max(...along(tops)), Math.min(...along(bottoms))];
      const line = target ? y(target) : top;
      if (line > top && line < bottom) {
        if (line - top > bottom - line) bottom = line;
        else top = line;
      }
      const isIn = name.top > top - 0.15 * name.em && name.bottom < bottom + 0.15 * name.em;
      if (!isIn) report(`${at(name)} overflows its layer`);
      if (!isAbout(name.smallMiddle, (top + bottom) / 2, 0.2 * name.em)) {
        report(`${at(name)} is not in the middle of its layer`);
      }
      if (!isAbout(name.end, named[0].name.end, 0.5)) report(`${at(name)} is not aligned with the others`);
    }
  }

  // The line of the selected month, and the slider that moves it, which has a thumb of 16 px.
  const [grid] = document.querySelectorAll(".chart-block .chart .grid line");
  const slider = document.querySelector("#month");
  if (grid && slider?.checkVisibility()) {
    const { left } = grid.ownerSVGElement.getBoundingClientRect();
    const [from, to] = ["x1", "x2"].map((end) => left + Number(grid.getAttribute(end)));
    const track = slider.getBoundingClientRect();
    if (Math.abs(track.left + 8 - from) > 1.5 || Math.abs(track.right - 8 - to) > 1.5) {
      faults.push("the month slider is not aligned with the months");
    }
    const cursor = document.querySelector(".cursor").getBoundingClientRect();
    const wanted = from + ((to - from) * Number(slider.value)) / Number(slider.max);
    if (Math.abs((cursor.left + cursor.right) / 2 - wanted) > 1.5) {
      faults.push("the line of the month is not at its month");
    }
  }
  return faults;
}
