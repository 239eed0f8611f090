// A simulation worker. The page sends the address of its own code and its compiled WebAssembly module,
// so that nothing is downloaded or compiled twice. In a worker that code listens for chunks of work
// (src/ui/runner/worker.rs). Not a module: Chromium starts none for a page that is one file.
self.onmessage = async ({ data: [code, module] }) => {
  self.onmessage = null;
  const { default: start } = await import(code);
  await start({ module_or_path: module });
};
