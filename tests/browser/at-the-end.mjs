// A reporter that prints at the end why tests were skipped and, on a line each, why tests failed: so the last
// lines of a log show the reasons. Playwright's list reporter prints them further up or not at all.
import { stripVTControlCharacters } from "node:util";

const REASON = /differ|expected|received|timeout|error|exceeded/i;

export default class SummaryReporter {
  reasons = new Map();
  failures = [];

  onTestEnd({ title }, { status, annotations, errors }) {
    if (status === "failed" || status === "timedOut") {
      for (const { message = "" } of errors) {
        const lines = stripVTControlCharacters(message).split("\n");
        const reasons = lines.map((line) => line.trim()).filter((line) => REASON.test(line));
        this.failures.push(`${title}: ${reasons.slice(0, 4).join(" | ")}`);
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
