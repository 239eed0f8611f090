// A page on another site that embeds Districtwide, and notes what it is told.
import { createServer } from "node:http";

const PAGE = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>A course</title>
    <script>
      window.heard = [];
      const embeds = () => [...document.querySelectorAll("iframe")];
      addEventListener("message", ({ origin, source, data }) => {
        const embed = embeds().find((embed) => embed.contentWindow === source);
        heard.push({ from: embed?.id, origin, ...data });
      });
      window.send = (id, message, origin = "*") =>
        document.getElementById(id).contentWindow.postMessage(message, origin);
    </script>
    <style>body { margin: 0; font: 16px sans-serif } iframe { display: block; border: 0; width: 100% }</style>
  </head>
  <body><main><h1>A course</h1>${body}</main></body>
</html>`;

// Serves a page with this body, and an empty one beside it: `body` gets the origin of the site, which is
// another site than the page's own, not only another port.
export async function serveCourse(body) {
  let origin;
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(request.url === "/" ? PAGE(body(origin)) : "<!doctype html><title>Another</title>");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    stop: () =>
      new Promise((stopped) => {
        server.close(stopped);
        server.closeAllConnections();
      }),
  };
}

// The frame of an embed.
export function frame(id, page, query, link = "v1&preset=chicago&replicates=50") {
  const src = `${page}?${query}#${link}`.replaceAll("&", "&amp;");
  return `<h2>${id}</h2><iframe id="${id}" title="Embed ${id}" height="300" src="${src}"></iframe>`;
}

// The script that a page includes to have its embeds as high as their content.
export const script = (page) => `<script src="${page}embed-host.js"></script>`;

// Two embeds with other parts, themes and locks.
export const twoEmbeds = (page) => (origin) =>
  script(page) +
  frame("one", page, `embed=headline+chart+levers&theme=dark&host=${origin}`) +
  frame("two", page, `embed=levers+outcomes+district&theme=light&lock=fast_slow&host=${origin}`);

// What the page was told so far by one embed, of one type.
export const told = (page, from, type) =>
  page.evaluate(
    ([from, type]) => window.heard.filter((message) => message.from === from && message.type === type),
    [from, type],
  );
