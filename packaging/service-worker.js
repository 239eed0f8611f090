// Keeps every file of one build (FILES, see bundle.mjs) and answers from them, with or without network. A
// newer build waits until somebody asks for it, so that a page and its files always belong together.
import { clientsClaim } from "workbox-core";
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

addPlugins([
  {
    // The page has just loaded most files: the server is asked whether they changed, not to send them again.
    requestWillFetch: async ({ request }) =>
      request.cache === "reload" ? new Request(request, { cache: "no-cache" }) : request,
  },
]);
precacheAndRoute(FILES, { cleanURLs: false, ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();
// The first visit too may lose its network before a card is opened.
clientsClaim();

addEventListener("message", ({ data }) => {
  if (data?.type === "SKIP_WAITING") skipWaiting();
});
