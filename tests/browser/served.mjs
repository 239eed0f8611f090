// A web server for a single test, which can stop it and see what it sent.
import { cp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { writeServiceWorker } from "../../packaging/bundle.mjs";

export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

// Serves a folder, under a prefix because any must work; adds path and status of each response to `sent`.
export async function serve(folder, sent = []) {
  const prefix = "/any/prefix";
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const url = request.url.replace(prefix, "");
    response.on("finish", () => sent.push([url, response.statusCode]));
    request.url = url;
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${prefix}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

// Serves a copy of the page; `update` replaces it with a newer version, whose title ends in "newer".
export async function serveCopy(testInfo) {
  const folder = testInfo.outputPath("dist");
  await cp(DIST, folder, { recursive: true });
  const update = async () => {
    const index = await readFile(`${folder}/index.html`, "utf8");
    await writeFile(`${folder}/index.html`, index.replace("</title>", ", newer</title>"));
    writeServiceWorker(folder);
  };
  return { ...(await serve(folder)), update };
}
