// How the page loads one of its parts; packaging/script.mjs uses this instead of the splitter's own loader.
// A worker has no `addressOf`: it runs the engine and never loads a part.

// Fetches the file of a part, and returns a function that instantiates it with its imports.
export function fetchPart(file) {
  const pending = fetch(window.addressOf(file));
  // Handled below: until then a failure is not an unhandled rejection.
  pending.catch(() => {});
  return async (imports) => {
    const response = await pending;
    if (!response.ok) throw new Error(`${file}: the server responds with ${response.status}`);
    // Not every server sends the MIME type of WebAssembly.
    if (response.headers.get("Content-Type") === "application/wasm")
      return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
  };
}
