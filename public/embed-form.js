// The form that builds an embed (src/markup/embed.rs): generates the snippet from its fields and from the link
// that the page stores at the section (src/ui/export/embed_form.rs).
(() => {
  const section = document.querySelector("details.embed");
  if (!section || section.dataset.works) return;
  section.dataset.works = "";

  // Approximate height of each part in a column of 700 pixels, for pages that do not update it.
  const HEIGHTS = {
    headline: 90,
    chart: 560,
    levers: 620,
    district: 560,
    outcomes: 430,
  };
  const FOOT = 60;

  const page = location.href.split(/[?#]/)[0];
  const [text, copy, look, host] = ["textarea", "button", "a", "[name=host]"].map((selector) =>
    section.querySelector(selector),
  );
  const showMessage = (key, isShown) => {
    section.querySelector(`[data-say=${key}]`).hidden = !isShown;
  };
  const chosen = (name) => [...section.querySelectorAll(`[name=${name}]:checked`)].map(({ value }) => value);

  // The origin of a website's address; undefined if it is invalid.
  const originOf = (address) => {
    try {
      const { protocol, origin } = new URL(address);
      return /^https?:$/.test(protocol) ? origin : undefined;
    } catch {
      return undefined;
    }
  };

  const queryOf = (parts, origin) => {
    const [theme] = chosen("theme");
    const query = new URLSearchParams({ embed: parts.join(" ") });
    if (theme !== "auto") query.set("theme", theme);
    for (const lock of chosen("lock")) query.set("lock", lock);
    if (origin) query.set("host", origin);
    return query;
  };

  // The browser serializes the markup, so that no text becomes markup.
  const markup = (name, attributes) => {
    // In an inert document: nothing in it is loaded.
    const element = document.implementation.createHTMLDocument().createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element.outerHTML;
  };

  const updateSnippet = () => {
    const { link, district } = section.dataset;
    const parts = chosen("embed");
    const typed = host.value.trim();
    const origin = originOf(typed);
    showMessage("no-parts", !parts.length);
    showMessage("no-host", typed && !origin);
    look.href = `${page}?${queryOf(parts, origin)}#${link}`;
    const shown = parts.length ? parts : ["headline", "chart", "levers"];
    const frame = markup("iframe", {
      src: look.href,
      title: district ? `Districtwide: ${district}` : "Districtwide",
      width: "100%",
      height: shown.reduce((sum, part) => sum + HEIGHTS[part], FOOT),
      // No style: strict sites block it.
      frameborder: "0",
      loading: "lazy",
    });
    // Only a page that receives messages can update the height.
    const script = markup("script", { src: new URL("embed-host.js", page).href, async: "" });
    text.value = origin ? `${frame}\n${script}` : frame;
    showMessage("copied", false);
    showMessage("not-copied", false);
  };

  const copySnippet = async () => {
    const isCopied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text.value))
      .then(
        () => true,
        () => false,
      );
    if (!isCopied) text.select();
    showMessage("copied", isCopied);
    showMessage("not-copied", !isCopied);
  };

  const hasAddress = location.protocol.startsWith("http");
  showMessage("coming", false);
  showMessage("no-address", !hasAddress);
  showMessage("form", hasAddress);
  if (!hasAddress) return;
  section.addEventListener("input", updateSnippet);
  copy.addEventListener("click", copySnippet);
  new MutationObserver(updateSnippet).observe(section, { attributeFilter: ["data-link"] });
  updateSnippet();
})();
