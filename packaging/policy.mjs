// The page's Content-Security-Policy: only the page's own files, and no inline script or style, unless the policy
// has its hash. It is part of the page, because the host is unknown.
import { createHash } from "node:crypto";

const ATTRIBUTES = /\s(style|on\w+)=/i;

export function rejectInlineAttributes(page) {
  if (ATTRIBUTES.test(page.toString())) throw new Error("the policy allows no style or script in attributes");
}

// Sets the policy of a page whose own files are `own`: 'self' or, if it is one file, blob:.
export function setPolicy(page, own) {
  const inline = (selector) =>
    page.querySelectorAll(selector).map(({ rawText }) => {
      const hash = createHash("sha256").update(rawText).digest("base64");
      return ` 'sha256-${hash}'`;
    });
  const policy = {
    "default-src": "'none'",
    "script-src": `${own}${inline("script:not([src]):not([type])").join("")} 'wasm-unsafe-eval'`,
    "style-src": own + inline("style").join(""),
    "worker-src": own,
    "connect-src": own,
    "img-src": own === "'self'" ? "'self' data: blob:" : "data: blob:",
    "manifest-src": own === "'self'" ? own : "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
  };
  const content = Object.entries(policy).map((directive) => directive.join(" "));
  page.querySelector("meta[http-equiv]")?.remove();
  page
    .querySelector("meta[charset]")
    .insertAdjacentHTML(
      "afterend",
      `\n    <meta http-equiv="Content-Security-Policy" content="${content.join("; ")}" />`,
    );
}
