// A page on another site that embeds Districtwide and records the messages that it receives.
import { createServer } from "node:http";
import { expect, test as plain } from "./page.mjs";

const PAGE = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>A course</title>
    <script>
      window.received = [];
      const embeds = () => [...document.querySelectorAll("iframe")];
      addEventListener("message", ({ origin, source, data }) => {
        const embed = embeds().find((embed) => embed.contentWindow === source);
        received.push({ from: embed?.id, origin, ...data });
      });
      window.send = (id, message, origin = "*") =>
        document.getElementById(id).contentWindow.postMessage(message, origin);
    </script>
    <style>body { margin: 0; font: 16px sans-serif } iframe { display: block; border: 0; width: 100% }</style>
  </head>
  <body><main><h1>A course</h1>${body}</main></body>
</html>`;

// Serves a page with this body, and an empty one at every other path. `body` gets the origin, which is another
// site than that of Districtwide, not only another port.
export async function serveCourse(body) {
  let origin;
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(request.url === "/" ? PAGE(body(origin)) : "<!doctype html><title>Another</title>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

// The markup of an embed.
export function frame(id, page, query, link = "v2&preset=chicago&replicates=50") {
  const src = `${page}?${query}#${link}`.replaceAll("&", "&amp;");
  return `<h2>${id}</h2><iframe id="${id}" title="Embed ${id}" height="300" src="${src}"></iframe>`;
}

// The script that sizes embeds to their content.
export const script = (page) => `<script src="${page}embed-host.js"></script>`;

// Two embeds with different parts, themes and locks.
export const twoEmbeds = (page) => (origin) =>
  script(page) +
  frame("one", page, `embed=headline+chart+levers&theme=dark&host=${origin}`) +
  frame("two", page, `embed=levers+outcomes+district&theme=light&lock=fast_slow&host=${origin}`);

// The messages of one type that the page has received from one embed so far.
export const reported = (page, from, type) =>
  page.evaluate(
    ([from, type]) => window.received.filter((message) => message.from === from && message.type === type),
    [from, type],
  );

// A test with a course: `course.open(body)` opens it, its embeds are `course.one` and `course.two`.
export const test = plain.extend({
  course: async ({ page, district, baseURL }, use) => {
    let site;
    const course = {
      district,
      one: page.frameLocator("#one"),
      two: page.frameLocator("#two"),
      frameOf: async (id) => (await page.locator(`#${id}`).elementHandle()).contentFrame(),
      // Serves it, and returns its origin.
      serve: async (body) => {
        site = await serveCourse(body);
        return site.origin;
      },
      open: async (body = twoEmbeds(baseURL)) => page.goto(await course.serve(body)),
      // Waits until an embed has reported this many changes; returns the last one.
      waitForChange: async (id, times = 1) => {
        await expect
          .poll(async () => (await reported(page, id, "change")).length)
          .toBeGreaterThanOrEqual(times);
        return (await reported(page, id, "change")).at(-1);
      },
      send: (id, message) => page.evaluate(([id, message]) => window.send(id, message), [id, message]),
    };
    await use(course);
    await site?.stop();
  },
});

// Browsers do not render frames outside the viewport.
export const ALL_IN_SIGHT = { width: 1280, height: 4000 };

export const pace = (embed) => embed.getByLabel("How fast from pilot to scale?");
export const headline = (embed) => embed.getByTestId("headline");
export const open = (embed) => embed.getByRole("link", { name: "Open in Districtwide" });

// Waits until the frame is as high as its content; returns the height.
export async function expectContentHeight(course, id) {
  const frame = await course.frameOf(id);
  const heights = () =>
    frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight, document.body.offsetHeight]);
  await expect
    .poll(async () => {
      const [content, window, body] = await heights();
      return content === window && Math.abs(body - window) <= 1;
    })
    .toBe(true);
  return (await heights())[1];
}
