// What Trunk's build lacks to be a page that is kept on a device: icons, the service worker and the
// policy; and what is not needed in it. Trunk runs it on a build that is complete but not yet in its place.
import { writeFileSync } from "node:fs";
import { TARGET, writeOffline, writeServiceWorker } from "./bundle.mjs";
import { writeIcons } from "./icons.mjs";
import { minify } from "./minify.mjs";
import { writePolicy } from "./policy.mjs";
import { shortenHashes } from "./short-hashes.mjs";
import { bundleStyles } from "./styles.mjs";

const folder = process.env.TRUNK_STAGING_DIR;

if (process.env.TRUNK_PROFILE === "release") {
  minify(folder, TARGET);
  bundleStyles(folder, TARGET);
  shortenHashes(folder);
  await writeIcons(folder);
  writePolicy(folder);
  writeOffline(folder);
  // The last: it knows every other file.
  writeServiceWorker(folder);
} else {
  // While one edits nothing is kept, and Trunk's own inline script must run.
  writeFileSync(`${folder}/offline.js`, "");
}
