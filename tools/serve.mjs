// Serves dist/ on this machine only: `node tools/serve.mjs [--port 8080] [--prefix /]`.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import compression from "compression";
import sirv from "sirv";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8080" },
    prefix: { type: "string", default: "/" },
  },
});
const { port, prefix } = values;
// Like web servers: brotli or gzip, as the browser accepts.
const compress = compression();
// Nothing is cached, so that a new build is served immediately.
const files = sirv(fileURLToPath(new URL("../dist", import.meta.url)), { dev: true, etag: true });

const server = createServer((request, response) => {
  const notFound = () => {
    response.statusCode = 404;
    response.end("Not found");
  };
  if (!request.url.startsWith(prefix)) return notFound();
  request.url = `/${request.url.slice(prefix.length)}`;
  compress(request, response, () => files(request, response, notFound));
});

server.on("error", (error) => {
  const reason =
    error.code === "EADDRINUSE"
      ? `Port ${port} is in use: stop what uses it, or choose another one with PORT=8081.`
      : error.message;
  console.error(`serve: stopped. ${reason}`);
  process.exit(1);
});
server.listen(Number(port), "127.0.0.1", () => {
  console.log(`Districtwide is at http://127.0.0.1:${port}${prefix}   (Ctrl-C ends it)`);
});
