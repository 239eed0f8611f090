// Starts the page, and replaces it by a message of index.html if it cannot start or has stopped.
{
  const { code, wasm } = document.currentScript.dataset;

  // Where a file of the page is: beside its code or, if the page is one file, inside it (packaging/unpack.js).
  window.addressOf = (file) => window.inside?.[file] ?? new URL(file, new URL(code, location)).href;

  // The files of the parts that the page has loaded (packaging/part.js), by their addresses.
  window.parts = new Map();

  // An embed (?embed=) is hidden until public/embed.js has set it up.
  const root = document.documentElement;
  const isEmbed = new URLSearchParams(location.search).has("embed");
  if (isEmbed) {
    root.dataset.embed = "";
    root.hidden = true;
  }

  // The language: of the address, else as selected in this window or on this device, else the first of the
  // browser's that is available. `index.html` lists the languages with their names.
  const KEY = "districtwide.language";
  const available = document
    .querySelector("meta[name=languages]")
    .content.split(", ")
    .map((language) => language.split(" ")[0]);
  const match = (tag) =>
    available.find((own) => own === tag) ?? available.find((own) => own === tag?.split("-")[0]);
  const requested = () =>
    match(/[#&]lang=([\w-]+)/.exec(location.hash)?.[1]) ??
    match(new URLSearchParams(location.search).get("lang"));
  const chosen = () => {
    try {
      // Later changes of the address drop the language, so it is stored. An embed has it in its own address.
      if (isEmbed) return requested();
      if (requested()) sessionStorage.setItem(KEY, requested());
      return match(sessionStorage.getItem(KEY)) ?? match(localStorage.getItem(KEY));
    } catch {
      return requested(); // Storage is blocked.
    }
  };
  const tag = chosen() ?? navigator.languages.map(match).find((tag) => tag) ?? "en";
  addEventListener("hashchange", () => {
    if ((requested() ?? tag) !== tag) location.reload();
  });
  // A network that answers nothing must not keep the page from starting.
  const LANGUAGE_TIMEOUT_MS = 8000;
  const fetchLanguage = async () => (await import(addressOf("language.js"))).load(tag);
  const loadLanguage = async () => {
    document.documentElement.lang = tag;
    if (tag === "en") return;
    try {
      const timeout = new Promise((_, reject) => {
        setTimeout(() => reject(new Error(`no texts in ${tag} in time`)), LANGUAGE_TIMEOUT_MS);
      });
      await Promise.race([fetchLanguage(), timeout]);
    } catch (error) {
      console.error(error);
      document.documentElement.lang = "en";
      const detail = "The texts of this language could not be loaded. Load the page again to have them.";
      const app = document.getElementById("app");
      app?.addEventListener("first-chart", () => app.dispatchEvent(new CustomEvent("notice", { detail })));
    }
  };

  // A module that only declares the types v128 and externref: a browser that rejects it rejects the page's.
  const TYPES = [0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 0, 2, 123, 111];

  // What the page goes on with: what it last stored for this (src/state/resume.rs), and without which part.
  const keepForNextPage = (part) => {
    try {
      const last = sessionStorage.getItem("districtwide.settled");
      if (last) sessionStorage.setItem("districtwide.resume", last);
      if (part) sessionStorage.setItem("districtwide.without", part);
    } catch {
      // Storage is blocked: the address holds the scenario.
    }
  };

  // The file of the part in whose code the page stopped; none if that was in code which the page needs.
  Error.stackTraceLimit = 50;
  const partIn = (stack = "") =>
    stack
      .split("\n")
      .map((line) => [...window.parts].find(([address]) => line.includes(address))?.[1])
      .find((file) => file && !file.startsWith("shared"));

  // Only the first: later failures are consequences.
  let isShown = false;
  const showMessage = (message, part) => {
    if (isShown) return;
    isShown = true;
    root.hidden = false;
    // The newest link; the address is updated with a delay.
    const { link } = document.getElementById("app")?.dataset ?? {};
    if (link) history.replaceState(null, "", `#${link}`);
    const { content } = document.getElementById(message);
    for (const other of content.querySelectorAll(window.inside ? ".served" : ".one-file")) other.remove();
    document.body.innerHTML =
      '<main class="top"><div class="bar"><h1>Districtwide</h1></div><div role="alert"></div></main>';
    document.querySelector("[role=alert]").append(content);
    if (!part) document.querySelector(".without")?.parentElement.remove();
    for (const control of document.querySelectorAll("button, .restore, .without")) {
      control.href = location.href;
      // A link to the current address does not reload by itself.
      control.addEventListener("click", () => {
        keepForNextPage(control.matches(".without") && part);
        setTimeout(() => location.reload());
      });
    }
    addEventListener("popstate", () => location.reload());
  };

  const start = async () => {
    // A panic is reported as an event (src/ui/mod.rs); a trap is not.
    const reportTrap = (error) => {
      if (error instanceof WebAssembly.RuntimeError) showMessage("stopped", partIn(error.stack));
    };
    addEventListener("panic", () => showMessage("stopped", partIn(new Error().stack)));
    addEventListener("error", (event) => reportTrap(event.error));
    addEventListener("unhandledrejection", (event) => reportTrap(event.reason));
    try {
      const [page] = await Promise.all([
        import(code),
        loadLanguage().then(() => isEmbed && import(addressOf("embed.js"))),
      ]);
      await page.default({ module_or_path: wasm });
    } catch (error) {
      console.error(error);
      reportTrap(error);
      showMessage("not-started");
    }
  };

  // The styles of the parts after the first chart; the page loads those parts itself (src/ui/parts.rs). The single
  // file contains all styles, and an embed without the district and the outcomes needs none.
  const loadLaterStyles = () => {
    if (window.inside || (isEmbed && !/district|outcomes/.test(root.dataset.embed))) return;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = addressOf("later.css");
    document.head.append(style);
  };
  // Last, the code that caches the page for offline use. An embed is cached only with the page itself.
  const loadOffline = () => {
    if (!isEmbed && !window.inside) import(addressOf("offline.js")).catch(() => {});
  };
  const app = document.getElementById("app");
  app?.addEventListener("first-chart", loadLaterStyles, { once: true });
  app?.addEventListener("opened", loadOffline, { once: true });

  if (window.WebAssembly?.validate(Uint8Array.from(TYPES))) start();
  else showMessage("too-old");
}
