// The page as a part of another page: `?embed=headline+chart&theme=dark&lock=all&host=https://lms.example`.
// It shows the requested parts, locks levers, and exchanges messages with the host page (docs/embed.md).
// public/starting.js loads it before the page, and shows nothing until it is done.

const PROTOCOL = 1;
const PARTS = ["headline", "chart", "levers", "district", "outcomes"];
const USUAL_PARTS = ["headline", "chart", "levers"];
const THEMES = ["auto", "light", "dark"];

// A text in the language of the page (public/language.js).
const phrase = (english) => window.spoken?.phrases[english] ?? english;

// Displayed texts.
const TEXTS = {
  open: phrase("Open in Districtwide"),
  locked: phrase("locked"),
  reports: phrase("The page around this one receives what you set here and the results."),
  noPart: phrase("This embed asks for unknown parts:"),
  noTheme: phrase("This embed asks for an unknown theme:"),
  noLever: phrase("This embed asks to lock unknown decisions:"),
  noHost: phrase("This embed sends nothing to the page around it, because this is not a website address:"),
};
// The longest unknown word that is displayed.
const LONGEST_WORD = 60;

const root = document.documentElement;
const app = document.getElementById("app");
// Invalid requests in the query, a sentence each.
const problems = [];
const options = readQuery(new URLSearchParams(location.search));

// ---- The query.

function wordsOf(query, name) {
  return query.getAll(name).flatMap((text) => text.split(/[\s,+]+/).filter(Boolean));
}

// Unknown words are reported, and the rest of the query still applies.
function addProblem(sentence, words) {
  if (words.length) problems.push(`${sentence} ${words.join(", ").slice(0, LONGEST_WORD)}`);
}

function readQuery(query) {
  const words = wordsOf(query, "embed");
  addProblem(
    TEXTS.noPart,
    words.filter((word) => !PARTS.includes(word)),
  );
  const parts = PARTS.filter((part) => words.includes(part));
  const theme = query.get("theme") || "auto";
  if (!THEMES.includes(theme)) addProblem(TEXTS.noTheme, [theme]);
  const host = originOf(query.get("host") ?? "");
  if (host === undefined) addProblem(TEXTS.noHost, [query.get("host")]);
  return { parts: parts.length ? parts : USUAL_PARTS, theme, host, lock: wordsOf(query, "lock") };
}

// The origin of a website; empty if none is given, undefined if it is invalid.
function originOf(text) {
  if (!text) return "";
  try {
    const { protocol, origin } = new URL(text);
    return /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}

// ---- Display.

function showParts() {
  root.dataset.embed = options.parts.join(" ");
  if (window.inside) return;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = addressOf("embed.css");
  const isLoaded = new Promise((resolve, reject) => {
    style.onload = resolve;
    style.onerror = () => reject(new Error("embed.css could not be loaded"));
  });
  document.head.append(style);
  return isLoaded;
}

// The colors are defined once, in base.css, dark ones in a media query: a theme changes its condition.
function setTheme() {
  if (!["light", "dark"].includes(options.theme)) return;
  root.style.colorScheme = options.theme;
  for (const { cssRules } of document.styleSheets) {
    for (const { media } of cssRules) {
      if (media?.mediaText.includes("prefers-color-scheme")) {
        media.mediaText = options.theme === "dark" ? "screen" : "not all";
      }
    }
  }
}

function element(name, text, more = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...more });
}

// Locked levers cannot be moved by hand. The host page may still change them.
function lockLevers() {
  if (!options.lock.length) return;
  const all = options.lock.includes("all");
  const levers = [...document.querySelectorAll(".decision input")];
  for (const lever of levers.filter(({ name }) => all || options.lock.includes(name))) {
    lever.disabled = true;
    lever.labels[0].append(" ", element("span", TEXTS.locked, { className: "locked" }));
  }
  // It would change all of them.
  document.querySelector("[data-action=draw-surveyed]").parentElement.remove();
  const known = ["all", ...levers.map(({ name }) => name)];
  addProblem(
    TEXTS.noLever,
    options.lock.filter((word) => !known.includes(word)),
  );
}

// Below all parts: that it is no forecast, a link to the whole page, and problems of the embed.
const open = element("a", TEXTS.open, { target: "_blank", rel: "noopener" });

function renderFooter() {
  const [footer] = document.querySelectorAll(".honest p");
  // Without the sentence that nothing leaves the device: this page sends messages to another one.
  footer.replaceChildren(footer.querySelector("strong"), " ", open);
  const notes = hasHost ? [TEXTS.reports, ...problems] : problems;
  footer.after(...notes.map((note) => element("p", note, { className: "note" })));
}

function updateLink() {
  open.href = `${location.href.split(/[?#]/)[0]}#${app.dataset.link}`;
}

// ---- Messages to and from the host page.

const hasHost = Boolean(options.host) && parent !== window;
// Messages, and a link to show, are queued until the page is rendered.
let queue = [];
let queuedLink;
let lastChange;

function send(type, more) {
  const message = { districtwide: PROTOCOL, type, ...more };
  if (queue) queue.push(message);
  else parent.postMessage(message, options.host);
}

function sendSize() {
  send("size", { height: Math.ceil(root.getBoundingClientRect().height) });
}

function sendReady() {
  send("ready", { parts: options.parts, link: app.dataset.link });
  sendSize();
}

// The page validates the link as it does every other, and reports what is wrong with it.
function show(link) {
  if (queue) queuedLink = link;
  else app.dispatchEvent(new CustomEvent("open-link", { detail: link }));
}

function receive({ source, origin, data }) {
  if (source !== parent || origin !== options.host || data?.districtwide !== PROTOCOL) return;
  if (data.type === "hello" && !queue) {
    sendReady();
    if (lastChange) send("change", lastChange);
  }
  if (data.type === "show" && typeof data.link === "string") show(data.link);
}

function addHandlers() {
  addEventListener("message", receive);
  app.addEventListener("link-refused", ({ detail }) => send("refused", { reason: detail }));
  app.addEventListener("futures-complete", ({ detail: [link, headline, ever, active] }) => {
    lastChange = { link, headline, medians: { ever, active } };
    send("change", lastChange);
  });
}

function startMessages() {
  const queued = queue;
  queue = undefined;
  sendReady();
  for (const message of queued) parent.postMessage(message, options.host);
  new ResizeObserver(sendSize).observe(root);
  if (queuedLink !== undefined) show(queuedLink);
}

// ---- Startup, in this order.

// The browser would replace the embed by a dropped file.
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
if (hasHost) addHandlers();

// Before the browser paints the rendered page.
new MutationObserver((_, observer) => {
  if (!document.querySelector(".honest")) return;
  observer.disconnect();
  lockLevers();
  renderFooter();
  updateLink();
  new MutationObserver(updateLink).observe(app, { attributeFilter: ["data-link"] });
  if (hasHost) startMessages();
}).observe(app, { childList: true });

setTheme();
await showParts();
root.hidden = false;
