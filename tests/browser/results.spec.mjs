// Results as other programs read them: with a CSV library, and with Python.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "./page.mjs";

// The rows of a CSV text as objects; a row with another length than the header is an error.
function read(text) {
  const { data, errors, meta } = Papa.parse(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return { rows: data, columns: meta.fields };
}

test("all results are tidy: one row per month, measure and statistic, each value a number", async ({
  district,
}) => {
  await district.open("#v2&preset=chicago&replicates=20");
  await district.waitUntilComplete();
  await district.setExportName("=Plan B");
  const { name, text } = await district.csv();
  expect(name).toBe("plan-b-seed-1.csv");
  const { rows, columns } = read(text);
  expect(columns).toEqual(["month", "measure", "statistic", "value"]);
  const keys = new Set(rows.map((row) => `${row.month} ${row.measure} ${row.statistic}`));
  expect(keys.size).toBe(rows.length);
  const count = (column) => new Set(rows.map((row) => row[column])).size;
  expect(rows.length).toBe(count("month") * count("measure") * count("statistic"));
  expect(rows.filter((row) => !/^-?\d+(\.\d+)?$/.test(row.value))).toEqual([]);
});

test("a dictionary explains every column, measure and statistic of the results", async ({ district }) => {
  await district.open("#v2&preset=chicago&replicates=20");
  await district.waitUntilComplete();
  const { rows, columns } = read((await district.csv()).text);
  const { name, text } = await district.save("What the columns mean");
  expect(name).toBe("what-the-columns-mean.csv");
  const dictionary = read(text).rows;
  const namesOf = (kind) => dictionary.filter((row) => row.kind === kind).map((row) => row.name);
  expect(namesOf("column")).toEqual(["run", ...columns]);
  expect(new Set(namesOf("measure"))).toEqual(new Set(rows.map((row) => row.measure)));
  expect(new Set(namesOf("statistic"))).toEqual(new Set(rows.map((row) => row.statistic)));
  expect(dictionary.find((row) => row.name === "cost")).toMatchObject({ unit: "k$", meaning: "k$ so far." });
});

// Pins two runs, one with a name that a spreadsheet could interpret as a formula.
async function pinTwo(district) {
  await district.open("#v2&preset=small_wealthy&replicates=30");
  await district.waitUntilComplete();
  await district.pin.click();
  await district.renameRun("Run A", '=HYPERLINK("x"), Plan; "A"');
  await district.slide(district.pace, 0.8);
  await district.waitUntilComplete();
  await district.pin.click();
  return (await district.csv()).text;
}

test("the results of all pinned runs are in one file, with the same rows as each run's own file", async ({
  district,
  page,
}) => {
  const slow = await pinTwo(district);
  // Meanwhile another scenario is displayed.
  await district.choosePreset("Chicago");
  const { name, text } = await district.save("Pinned runs as CSV");
  expect(name).toBe("pinned-runs.csv");
  const { rows, columns } = read(text);
  expect(columns).toEqual(["run", "month", "measure", "statistic", "value"]);
  expect([...new Set(rows.map((row) => row.run))]).toEqual([`'=HYPERLINK("x"), Plan; "A"`, "Run A"]);
  const ofSlow = rows.filter(({ run }) => run === "Run A").map(({ run: _, ...row }) => row);
  expect(ofSlow).toEqual(read(slow).rows);
  // No cell starts like a formula, except numbers.
  const cells = rows.flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)))).toEqual([]);
  await expect(page.getByRole("button", { name: "Pinned runs as CSV" })).toBeEnabled();
});

test("without pinned runs their file is not available", async ({ district, page }) => {
  await district.open("#v2&replicates=20");
  await district.waitUntilComplete();
  await expect(page.getByRole("button", { name: "Pinned runs as CSV" })).toBeDisabled();
});

// Python's own reader, which gives the same as pandas with its defaults: unchanged names, exact numbers.
const PYTHON = `
import csv, json, sys
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file, strict=True))
last_month = str(max(int(row["month"]) for row in rows))
values = [float(row["value"]) for row in rows]
last = [float(row["value"]) for row in rows
        if row["month"] == last_month and row["measure"] == "ever" and row["statistic"] == "p50"]
print(json.dumps({"rows": len(rows), "runs": sorted({row["run"] for row in rows}), "sum": sum(values), "last": last}))
`;

test("Python reads the same runs and numbers", async ({ district }, testInfo) => {
  await pinTwo(district);
  const { text } = await district.save("Pinned runs as CSV");
  const path = testInfo.outputPath("runs.csv");
  writeFileSync(path, text);
  const python = JSON.parse(execFileSync("python3", ["-c", PYTHON, path], { encoding: "utf8" }));
  const { rows } = read(text);
  expect(python.rows).toBe(rows.length);
  expect(python.runs).toEqual([...new Set(rows.map((row) => row.run))].sort());
  expect(python.sum).toBe(rows.reduce((sum, row) => sum + Number(row.value), 0));
  expect(python.last).toHaveLength(2);
});
