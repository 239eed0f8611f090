// Caches every file of one build (FILES, see bundle.mjs) and serves them, online or offline. A newer build waits
// until the user requests it, so that a page and its files always belong together.
import { clientsClaim } from "workbox-core";
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

addPlugins([
  {
    // The page has just loaded most files: revalidate them instead of downloading them again.
    requestWillFetch: async ({ request }) =>
      request.cache === "reload" ? new Request(request, { cache: "no-cache" }) : request,
  },
]);
precacheAndRoute(FILES, { cleanURLs: false, ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();
// The first visit too may go offline before a card is opened.
clientsClaim();

addEventListener("message", ({ data }) => {
  if (data?.type === "SKIP_WAITING") skipWaiting();
});
