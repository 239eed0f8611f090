// Starts the single-file page: unpacks the files inside it, creates addresses for them, and then starts like the
// page with separate files (public/starting.js).
{
  const { code, wasm } = document.currentScript.dataset;

  const unpack = async ({ textContent, dataset: { type } }) => {
    const packed = Uint8Array.from(atob(textContent), (character) => character.charCodeAt(0));
    const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const file = await new Response(bytes, { headers: { "Content-Type": type } }).blob();
    return URL.createObjectURL(file);
  };

  const start = async () => {
    const files = [...document.querySelectorAll("script[data-file]")];
    const addresses = files.map(async (file) => [file.dataset.file, await unpack(file)]);
    window.inside = Object.fromEntries(await Promise.all(addresses));
    const starting = document.createElement("script");
    starting.src = window.inside["starting.js"];
    starting.dataset.code = window.inside[code];
    starting.dataset.wasm = window.inside[wasm];
    document.head.append(starting);
  };

  // No code of the page has been loaded yet that could display it.
  const showMessage = (message) => {
    const { content } = document.getElementById(message);
    for (const other of content.querySelectorAll(".served")) other.remove();
    content.querySelector("button").addEventListener("click", () => location.reload());
    const place = document.querySelector("main");
    for (const loading of place.querySelectorAll(".loading")) loading.remove();
    place.append(content);
  };

  if (window.DecompressionStream) {
    start().catch((error) => {
      console.error(error);
      showMessage("not-started");
    });
  } else showMessage("too-old");
}
