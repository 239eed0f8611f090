// Starts the page, and says in its place that it cannot start or has stopped. The sentences stand in
// index.html; Trunk.toml tells this script the names of the page's files.
{
  const { code, wasm } = document.currentScript.dataset;

  // A module with one SIMD instruction: a browser that refuses it refuses the page's module too.
  const SIMD = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
    11,
  ];

  // Only the first message is shown: what fails later fails because of it.
  let told = false;
  const tell = (message) => {
    if (told) return;
    told = true;
    // The page tells its newest link there; the address gets it a little later.
    const { link } = document.getElementById("app")?.dataset ?? {};
    if (link) history.replaceState(null, "", `#${link}`);
    const { content } = document.getElementById(message);
    document.body.innerHTML =
      '<main class="top"><div class="bar"><h1>Districtwide</h1></div><div role="alert"></div></main>';
    document.querySelector("[role=alert]").append(content);
    for (const again of document.querySelectorAll("button, .restore")) {
      again.href = location.href;
      // A link to the address that is open already loads nothing by itself.
      again.addEventListener("click", () => setTimeout(() => location.reload()));
    }
    // Back and forward: nobody else follows the address now.
    addEventListener("popstate", () => location.reload());
  };

  const start = async () => {
    // A panic says so itself (src/ui/mod.rs); what else ends the WebAssembly is a trap.
    const watch = (error) => {
      if (error instanceof WebAssembly.RuntimeError) tell("stopped");
    };
    addEventListener("panic", () => tell("stopped"));
    addEventListener("error", (event) => watch(event.error));
    addEventListener("unhandledrejection", (event) => watch(event.reason));
    try {
      const page = await import(code);
      await page.default({ module_or_path: wasm });
    } catch (error) {
      console.error(error);
      watch(error);
      tell("not-started");
    }
  };

  if (window.WebAssembly?.validate(Uint8Array.from(SIMD))) start();
  else tell("too-old");
}
