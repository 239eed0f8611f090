// Says at the end why tests were left out, and in a line each why tests failed: who sees only the last lines of
// a log sees the reason. Playwright's own list marks the first and tells the second further up.
import { stripVTControlCharacters } from "node:util";

const SAID = /differ|expected|received|timeout|error|exceeded/i;

export default class AtTheEnd {
  reasons = new Map();
  failures = [];

  onTestEnd({ title }, { status, annotations, errors }) {
    if (status === "failed" || status === "timedOut") {
      for (const { message = "" } of errors) {
        const lines = stripVTControlCharacters(message).split("\n");
        const said = lines.map((line) => line.trim()).filter((line) => SAID.test(line));
        this.failures.push(`${title}: ${said.slice(0, 4).join(" | ")}`);
      }
    }
    if (status !== "skipped") return;
    const reason = annotations.find(({ type }) => type === "skip")?.description;
    if (reason) this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }

  onEnd() {
    for (const failure of this.failures) console.log(`\nfailed: ${failure}`);
    for (const [reason, count] of this.reasons) {
      console.log(`\nleft out: ${count} ${count === 1 ? "test" : "tests"}. ${reason}`);
    }
  }

  printsToStdio() {
    return false;
  }
}
