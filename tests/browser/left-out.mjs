// Says at the end, once each, why tests were left out. Playwright's own list only marks them.
export default class LeftOut {
  reasons = new Map();

  onTestEnd(_test, { status, annotations }) {
    if (status !== "skipped") return;
    const reason = annotations.find(({ type }) => type === "skip")?.description;
    if (reason) this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }

  onEnd() {
    for (const [reason, count] of this.reasons) {
      console.log(`\nleft out: ${count} ${count === 1 ? "test" : "tests"}. ${reason}`);
    }
  }

  printsToStdio() {
    return false;
  }
}
