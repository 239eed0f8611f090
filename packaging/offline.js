// Keeps the page on the device, for use without network, and offers a newer version when there is one.
// A browser that does not keep pages (a private window, http, a full disk) still shows the page.
import { Workbox } from "workbox-window";

// There before it says something, so that a screen reader hears it.
const place = document.createElement("div");
place.setAttribute("role", "status");
document.body.prepend(place);

// Opens what is looked at now: the address gets the newest link a little later.
function open() {
  const { link } = document.getElementById("app")?.dataset ?? {};
  if (link) history.replaceState(null, "", `#${link}`);
  location.reload();
}

function offer() {
  place.replaceChildren(document.getElementById("new-version").content.cloneNode(true));
  place.querySelector(".later").addEventListener("click", () => place.replaceChildren());
  place.querySelector(".load").addEventListener("click", load);
}

async function load({ target }) {
  target.disabled = true;
  const registration = await navigator.serviceWorker.getRegistration();
  // In another window it was loaded already.
  if (!registration?.waiting) return open();
  navigator.serviceWorker.addEventListener("controllerchange", open, { once: true });
  keeper.messageSkipWaiting();
}

const keeper = new Workbox("service-worker.js");
keeper.addEventListener("waiting", offer);
keeper.register().catch(() => {});
