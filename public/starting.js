// Starts the page, and replaces it by a message of index.html if it cannot start or has stopped.
{
  const { code, wasm } = document.currentScript.dataset;

  // Where a file of the page is: beside its code or, if the page is one file, inside it (packaging/unpack.js).
  window.addressOf = (file) => window.inside?.[file] ?? new URL(file, new URL(code, location)).href;

  // An embed (?embed=) is not seen before public/embed.js has made one of it.
  const root = document.documentElement;
  const isEmbed = new URLSearchParams(location.search).has("embed");
  if (isEmbed) {
    root.dataset.embed = "";
    root.hidden = true;
  }

  // The language: of the address, else as chosen in this window or on this device, else the first of the
  // browser's that is there. `index.html` offers languages with their names.
  const KEY = "districtwide.language";
  const offered = document
    .querySelector("meta[name=languages]")
    .content.split(", ")
    .map((language) => language.split(" ")[0]);
  const offer = (tag) =>
    offered.find((offer) => offer === tag) ?? offered.find((offer) => offer === tag?.split("-")[0]);
  const asked = () =>
    offer(/[#&]lang=([\w-]+)/.exec(location.hash)?.[1]) ??
    offer(new URLSearchParams(location.search).get("lang"));
  const chosen = () => {
    try {
      // A step in the page changes the address, and not the language. An embed has it of its own address.
      if (isEmbed) return asked();
      if (asked()) sessionStorage.setItem(KEY, asked());
      return offer(sessionStorage.getItem(KEY)) ?? offer(localStorage.getItem(KEY));
    } catch {
      return asked(); // Storage is blocked.
    }
  };
  const tag = chosen() ?? navigator.languages.map(offer).find((tag) => tag) ?? "en";
  addEventListener("hashchange", () => {
    if ((asked() ?? tag) !== tag) location.reload();
  });
  const loadLanguage = async () => {
    document.documentElement.lang = tag;
    if (tag === "en") return;
    try {
      const language = await import(addressOf("language.js"));
      await language.load(tag);
    } catch (error) {
      console.error(error);
      document.documentElement.lang = "en";
      const detail = "The texts of this language could not be loaded. Load the page again to have them.";
      const app = document.getElementById("app");
      app?.addEventListener("first-chart", () => app.dispatchEvent(new CustomEvent("notice", { detail })));
    }
  };

  // A module that only names the types of SIMD and of references: who refuses it refuses the page's.
  const TYPES = [0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 0, 2, 123, 111];

  // Only the first: what fails later fails because of it.
  let isShown = false;
  const showMessage = (message) => {
    if (isShown) return;
    isShown = true;
    root.hidden = false;
    // The newest link; the address gets it a little later.
    const { link } = document.getElementById("app")?.dataset ?? {};
    if (link) history.replaceState(null, "", `#${link}`);
    const { content } = document.getElementById(message);
    for (const other of content.querySelectorAll(window.inside ? ".served" : ".one-file")) other.remove();
    document.body.innerHTML =
      '<main class="top"><div class="bar"><h1>Districtwide</h1></div><div role="alert"></div></main>';
    document.querySelector("[role=alert]").append(content);
    for (const again of document.querySelectorAll("button, .restore")) {
      again.href = location.href;
      // A link to where one is loads nothing by itself.
      again.addEventListener("click", () => setTimeout(() => location.reload()));
    }
    addEventListener("popstate", () => location.reload());
  };

  const start = async () => {
    // A panic says so itself (src/ui/mod.rs); a trap does not.
    const watch = (error) => {
      if (error instanceof WebAssembly.RuntimeError) showMessage("stopped");
    };
    addEventListener("panic", () => showMessage("stopped"));
    addEventListener("error", (event) => watch(event.error));
    addEventListener("unhandledrejection", (event) => watch(event.reason));
    try {
      const [page] = await Promise.all([
        import(code),
        loadLanguage().then(() => isEmbed && import(addressOf("embed.js"))),
      ]);
      await page.default({ module_or_path: wasm });
    } catch (error) {
      console.error(error);
      watch(error);
      showMessage("not-started");
    }
  };

  // The styles of what comes after the first chart; the page itself loads those parts (src/ui/parts.rs). The one
  // file has all styles in it, and an embed without the district needs none.
  const loadLaterStyles = () => {
    if (window.inside || (isEmbed && !root.dataset.embed.includes("district"))) return;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = addressOf("later.css");
    document.head.append(style);
  };
  // Last, what keeps the page for use without network. An embed is kept only with the page itself.
  const keep = () => {
    if (!isEmbed && !window.inside) import(addressOf("offline.js")).catch(() => {});
  };
  const app = document.getElementById("app");
  app?.addEventListener("first-chart", loadLaterStyles, { once: true });
  app?.addEventListener("opened", keep, { once: true });

  if (window.WebAssembly?.validate(Uint8Array.from(TYPES))) start();
  else showMessage("too-old");
}
