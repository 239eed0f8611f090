// The results that all platforms share, written by tests/same_everywhere.rs.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

// For each scenario the digest of its CSV, and its link.
export const digests = readFileSync(new URL("../golden/digests.txt", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

export const digestOf = (csv) => createHash("sha256").update(csv).digest("hex");
