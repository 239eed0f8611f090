// Caches every file of one build (FILES, see bundle.mjs) and serves them, online or offline. A newer build waits
// until the user requests it, so that a page and its files always belong together.
import { cacheNames, clientsClaim } from "workbox-core";
import { addPlugins, cleanupOutdatedCaches, getCacheKeyForURL, precacheAndRoute } from "workbox-precaching";

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

// After somebody has cleared the cache.
async function fillCache() {
  const cache = await caches.open(cacheNames.precache);
  for (const { url } of FILES) {
    const response = await fetch(url, { cache: "no-cache" });
    if (response.ok) await cache.put(getCacheKeyForURL(url), response);
  }
}

addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") skipWaiting();
  if (event.data?.type === "FILL_CACHE") event.waitUntil(fillCache());
});
