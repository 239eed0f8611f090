// How the page loads one of its parts; packaging/script.mjs uses this instead of the splitter's own loader.
// A worker has no `addressOf`: it runs the engine and never loads a part.

// The part without which the page was loaded again because it stopped the page (public/starting.js). It is left out
// once: who then asks for it gets it.
function isLeftOut(file) {
  try {
    if (sessionStorage.getItem("districtwide.without") !== file) return false;
    sessionStorage.removeItem("districtwide.without");
    return true;
  } catch {
    return false; // Storage is blocked.
  }
}

// Time that a page takes at most to be gone once it is left, milliseconds.
const LEAVING_MS = 10_000;
let isLeaving = false;
// Before the browser stops what is on its way; `pagehide` comes after that.
addEventListener("beforeunload", () => {
  isLeaving = true;
});

// Fetches the file of a part, and returns a function that instantiates it with its imports.
export function fetchPart(file) {
  if (isLeftOut(file)) return () => Promise.reject(new Error(`${file} stopped the page and is left out`));
  const address = window.addressOf(file);
  window.parts.set(address, file);
  const pending = fetch(address);
  // Handled below: until then a failure is not an unhandled rejection.
  pending.catch(() => {});
  return async (imports) => {
    try {
      const response = await pending;
      if (!response.ok) throw new Error(`${file}: the server responds with ${response.status}`);
      // Not every server sends the MIME type of WebAssembly.
      if (response.headers.get("Content-Type") === "application/wasm")
        return await WebAssembly.instantiateStreaming(response, imports);
      return await WebAssembly.instantiate(await response.arrayBuffer(), imports);
    } catch (error) {
      // What a page that is being left was still loading fails in Firefox, and must not be reported: by then the
      // page is gone, and its timers with it.
      if (isLeaving) await new Promise((resolve) => setTimeout(resolve, LEAVING_MS));
      throw error;
    }
  };
}
