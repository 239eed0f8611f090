// Caches the page on the device for offline use, and offers a newer version when one is available. A browser that
// cannot cache it (a private window, http, a full disk) still shows the page.
import { Workbox } from "workbox-window";

// Added before it has content, so that a screen reader announces it.
const place = document.createElement("div");
place.setAttribute("role", "status");
document.body.prepend(place);

// Reloads the current scenario: the address is updated with a delay.
function reload() {
  const { link } = document.getElementById("app")?.dataset ?? {};
  if (link) history.replaceState(null, "", `#${link}`);
  location.reload();
}

function offer() {
  place.replaceChildren(document.getElementById("new-version").content.cloneNode(true));
  place.querySelector(".later").addEventListener("click", () => {
    place.replaceChildren();
    document.querySelector(".headline")?.focus();
  });
  place.querySelector(".load").addEventListener("click", activate);
}

async function activate({ target }) {
  target.disabled = true;
  const registration = await navigator.serviceWorker.getRegistration();
  // It has already been activated from another window.
  if (!registration?.waiting) return reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  workbox.messageSkipWaiting();
}

const workbox = new Workbox("service-worker.js");
workbox.addEventListener("waiting", offer);

// The worker fills its cache when it is installed. If somebody has cleared the cache since, it is asked to fill it
// again, unless the server has another build by now.
async function isCacheEmpty() {
  for (const name of await caches.keys()) {
    if ((await (await caches.open(name)).keys()).length > 0) return false;
  }
  return true;
}

async function register() {
  const { controller } = navigator.serviceWorker;
  const registration = await workbox.register();
  if (!controller || !(await isCacheEmpty())) return;
  await registration.update();
  if (!registration.installing && !registration.waiting) controller.postMessage({ type: "FILL_CACHE" });
}

register().catch(() => {});
