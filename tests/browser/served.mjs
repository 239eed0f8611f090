// A web server of a test's own, which it can stop, and which notes what it sent.
import { cp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { writeServiceWorker } from "../../packaging/bundle.mjs";

export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

// Serves a folder, under a prefix because any must do: `sent` gets the file and the status of each answer.
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
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}${prefix}/`,
    stop: () =>
      new Promise((stopped) => {
        server.close(stopped);
        server.closeAllConnections();
      }),
  };
}

// Serves a folder of its own, in which a newer version of the page can be put: its title ends in "newer".
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
