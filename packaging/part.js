// How the page loads one of its parts; packaging/script.mjs puts this in the place of the splitter's own way.
// A worker has no `addressOf`: it runs the engine and never loads a part.

// Asks for the file of a part, and gives what makes it run with what it imports.
export function fetchPart(file) {
  const answer = fetch(window.addressOf(file));
  // It is looked at later: until then it is nobody's mistake.
  answer.catch(() => {});
  return async (imports) => {
    const response = await answer;
    if (!response.ok) throw new Error(`${file}: the server answers ${response.status}`);
    // Not every server knows the type of WebAssembly.
    if (response.headers.get("Content-Type") === "application/wasm")
      return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
  };
}
