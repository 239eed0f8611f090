// The form that builds an embed (src/markup/embed.rs): makes the snippet of what is chosen in it, and of the
// link that the page leaves at the section (src/ui/export/embed_form.rs).
(() => {
  const section = document.querySelector("details.embed");
  if (!section || section.dataset.works) return;
  section.dataset.works = "";

  // About how high each part is in a column of 700 pixels, for pages that do not follow its height.
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
  const say = (what, isSo) => {
    section.querySelector(`[data-say=${what}]`).hidden = !isSo;
  };
  const chosen = (name) => [...section.querySelectorAll(`[name=${name}]:checked`)].map(({ value }) => value);

  // The origin of a website's address; nothing if it is none.
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

  // The browser writes the markup, and so nothing in it that is only a text becomes markup.
  const markup = (name, attributes) => {
    // Of another document: nothing of it is loaded here.
    const element = document.implementation.createHTMLDocument().createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element.outerHTML;
  };

  const make = () => {
    const { link, district } = section.dataset;
    const parts = chosen("embed");
    const typed = host.value.trim();
    const origin = originOf(typed);
    say("no-parts", !parts.length);
    say("no-host", typed && !origin);
    look.href = `${page}?${queryOf(parts, origin)}#${link}`;
    const shown = parts.length ? parts : ["headline", "chart", "levers"];
    const frame = markup("iframe", {
      src: look.href,
      title: district ? `Districtwide: ${district}` : "Districtwide",
      width: "100%",
      height: shown.reduce((sum, part) => sum + HEIGHTS[part], FOOT),
      // No style: strict sites refuse it.
      frameborder: "0",
      loading: "lazy",
    });
    // Only a page that gets messages can follow the height.
    const script = markup("script", { src: new URL("embed-host.js", page).href, async: "" });
    text.value = origin ? `${frame}\n${script}` : frame;
    say("copied", false);
    say("not-copied", false);
  };

  const copyIt = async () => {
    const isCopied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text.value))
      .then(
        () => true,
        () => false,
      );
    if (!isCopied) text.select();
    say("copied", isCopied);
    say("not-copied", !isCopied);
  };

  const hasAddress = location.protocol.startsWith("http");
  say("coming", false);
  say("no-address", !hasAddress);
  say("form", hasAddress);
  if (!hasAddress) return;
  section.addEventListener("input", make);
  copy.addEventListener("click", copyIt);
  new MutationObserver(make).observe(section, { attributeFilter: ["data-link"] });
  make();
})();
