// The form that builds the snippet of an embed.
import AxeBuilder from "@axe-core/playwright";
import { ALL_IN_SIGHT, expectContentHeight, headline, pace, test } from "./embedding.mjs";
import { expect } from "./page.mjs";

test.use({ viewport: ALL_IN_SIGHT });

// Opens the form, and returns the snippet's field.
async function openForm(district) {
  await district.page.goto("./#v2&preset=chicago&replicates=50&view=stages");
  await district.waitUntilComplete();
  await district.openSection("Embed in another page");
  return district.take.getByRole("textbox", { name: "Snippet" });
}

test("the snippet of the form, pasted into another page, shows what was selected", async ({
  course,
  page,
}) => {
  const { district } = course;
  const snippet = await openForm(district);
  await expect(snippet).toHaveValue(/\?embed=headline\+chart\+levers#v2&amp;preset=chicago/);
  await expect(snippet).not.toHaveValue(/host|script|style/);
  await district.take.getByRole("checkbox", { name: "Chart", exact: true }).uncheck();
  await district.take.getByRole("checkbox", { name: "Outcomes" }).check();
  await district.take.getByRole("radio", { name: "Dark" }).check();
  await district.take.getByRole("checkbox", { name: /Lock the decisions/ }).check();
  await district.slide(district.pace, 0.6);
  const host = district.take.getByLabel("Address of the other page");
  await host.fill("lms");
  await expect(district.take.getByText("This is not a website address")).toBeVisible();
  await expect(snippet).not.toHaveValue(/host/);
  const { violations } = await new AxeBuilder({ page }).include("#take").analyze();
  expect(violations.map((v) => [v.id, v.nodes.map((node) => node.html)])).toEqual([]);

  let pasted;
  const origin = await course.serve(() => pasted);
  await host.fill(`${origin}/course/1`);
  await expect(district.take.getByText("This is not a website address")).toBeHidden();
  await expect(snippet).toHaveValue(/fast_slow=0\.6.*embed-host\.js/s);
  pasted = await snippet.inputValue();
  await page.goto(origin);
  const embed = page.frameLocator("iframe");
  await expect(headline(embed)).toContainText("a typical future has");
  await expect(embed.getByRole("heading", { name: "Outcomes" })).toBeVisible();
  await expect(embed.getByRole("img", { name: /Adoption chart/ })).toBeHidden();
  await expect(embed.locator("body")).toHaveCSS("background-color", "rgb(20, 24, 29)");
  await expect(pace(embed)).toHaveValue("0.6");
  await expect(pace(embed)).toBeDisabled();
  await expect(page.locator("iframe")).toHaveAttribute("title", "Districtwide: Chicago");
  await page.locator("iframe").evaluate((iframe) => {
    iframe.id = "pasted";
  });
  await expectContentHeight(course, "pasted");
});

test("the form reports what is missing, and copies the snippet", async ({
  course,
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { district } = course;
  const snippet = await openForm(district);
  for (const part of ["Headline", "Chart", "Decisions"]) {
    await district.take.getByRole("checkbox", { name: part, exact: true }).uncheck();
  }
  await expect(district.take.getByText("Nothing is chosen, so the embed shows")).toBeVisible();
  await district.take.getByRole("checkbox", { name: "Chart", exact: true }).check();
  await district.take.getByRole("button", { name: "Copy the snippet" }).click();
  await expect(district.take.getByText("Copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await snippet.inputValue());
  const look = district.take.getByRole("link", { name: "Preview the embed" });
  await expect(look).toHaveAttribute(
    "href",
    `${baseURL}?embed=chart#v2&preset=chicago&replicates=50&view=stages`,
  );
});
