// For pages that embed Districtwide: gives each embed the height of its content, and dispatches its messages as
// events `districtwide` at its iframe. See docs/embed.md. Self-contained, and changes nothing else.
{
  const { origin } = new URL(document.currentScript.src);
  const TALLEST = 20_000;
  const embeds = () =>
    [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${origin}/`));

  addEventListener("message", (event) => {
    if (event.origin !== origin || event.data?.districtwide !== 1) return;
    const embed = embeds().find(({ contentWindow }) => contentWindow === event.source);
    if (!embed) return;
    const { type, height } = event.data;
    if (type === "size" && height > 0 && height <= TALLEST) embed.style.height = `${height}px`;
    embed.dispatchEvent(new CustomEvent("districtwide", { detail: event.data }));
  });

  // Embeds that loaded earlier send their size again. An accessible document has not loaded yet.
  for (const { contentDocument, contentWindow } of embeds()) {
    if (!contentDocument) contentWindow.postMessage({ districtwide: 1, type: "hello" }, origin);
  }
}
