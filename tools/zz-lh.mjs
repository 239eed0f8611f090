// What Lighthouse says of the page in dist/ on a slow telephone: fails below the scores that it must have.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";

const PORT = "4175";
const DEBUGGING_PORT = 4176;
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100 };

const serve = fileURLToPath(new URL("serve.mjs", import.meta.url));
const server = spawn("node", [serve, "--port", PORT], { stdio: ["ignore", "pipe", "inherit"] });
await once(server.stdout, "data");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    `--remote-debugging-port=${DEBUGGING_PORT}`,
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
  ],
});
let lhr;
try {
  ({ lhr } = await lighthouse(`http://127.0.0.1:${PORT}/`, { port: DEBUGGING_PORT, logLevel: "error" }));
} finally {
  await browser.close();
  server.kill();
}

import("node:fs").then((fs)=>fs.writeFileSync("/tmp/lhr.json", JSON.stringify({lhr})));
let failed = Boolean(lhr.runtimeError);
for (const warning of [lhr.runtimeError?.message, ...lhr.runWarnings]) if (warning) console.log(warning);
for (const [id, { title, score, auditRefs }] of Object.entries(lhr.categories)) {
  const points = Math.round(score * 100);
  const isEnough = points >= (LEAST[id] ?? 0);
  failed ||= !isEnough;
  console.log(`${String(points).padStart(4)}  ${title}${isEnough ? "" : `: at least ${LEAST[id]} is asked`}`);
  for (const { id: name, weight } of auditRefs) {
    const audit = lhr.audits[name];
    const loses = audit.score !== null && audit.score < 1 && (weight > 0 || audit.score === 0);
    if (!loses) continue;
    console.log(`      ${audit.title} ${audit.displayValue ?? ""} (weight ${weight}, ${audit.score})`);
    for (const item of audit.details?.items ?? []) {
      const where = item.node?.snippet ?? item.url ?? item.description;
      if (where) console.log(`        ${where}`);
    }
  }
}
setTimeout(()=>process.exit(0),1500);
