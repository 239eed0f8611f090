// The page as a part of another page: `?embed=headline+chart&theme=dark&lock=all&host=https://lms.example`.
// It shows the chosen parts, locks levers, and talks to the page around it, all as docs/embed.md says.
// public/starting.js loads it before the page, and shows nothing before it is done.

const PROTOCOL = 1;
const PARTS = ["headline", "chart", "levers", "district", "outcomes"];
const USUAL_PARTS = ["headline", "chart", "levers"];
const THEMES = ["auto", "light", "dark"];

// A text in the language of the page (public/language.js).
const phrase = (english) => window.spoken?.phrases[english] ?? english;

// What people read.
const WORDS = {
  open: phrase("Open in Districtwide"),
  locked: phrase("locked"),
  told: phrase("The page around this one is told what you set here and what comes out."),
  noPart: phrase("This embed was asked for parts that there are none of:"),
  noTheme: phrase("This embed was asked for a theme that there is none of:"),
  noLever: phrase("This embed was asked to lock levers that there are none of:"),
  noHost: phrase(
    "This embed tells nothing to the page around it, because this is not the address of a website:",
  ),
};
// Of a word that is shown again because it means nothing.
const LONGEST_WORD = 60;

const root = document.documentElement;
const app = document.getElementById("app");
// What the query asks for in vain, a sentence each.
const problems = [];
const asked = readQuery(new URLSearchParams(location.search));

// ---- What the query asks for.

function wordsOf(query, name) {
  return query.getAll(name).flatMap((text) => text.split(/[\s,+]+/).filter(Boolean));
}

// What is not understood is named, and what is left still makes an embed.
function refuse(sentence, words) {
  if (words.length) problems.push(`${sentence} ${words.join(", ").slice(0, LONGEST_WORD)}`);
}

function readQuery(query) {
  const words = wordsOf(query, "embed");
  refuse(
    WORDS.noPart,
    words.filter((word) => !PARTS.includes(word)),
  );
  const parts = PARTS.filter((part) => words.includes(part));
  const theme = query.get("theme") || "auto";
  if (!THEMES.includes(theme)) refuse(WORDS.noTheme, [theme]);
  const host = originOf(query.get("host") ?? "");
  if (host === undefined) refuse(WORDS.noHost, [query.get("host")]);
  return { parts: parts.length ? parts : USUAL_PARTS, theme, host, lock: wordsOf(query, "lock") };
}

// The origin of a website; empty where none is named, undefined where it is none.
function originOf(text) {
  if (!text) return "";
  try {
    const { protocol, origin } = new URL(text);
    return /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}

// ---- How it looks.

function showParts() {
  root.dataset.embed = asked.parts.join(" ");
  if (window.inside) return;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = addressOf("embed.css");
  const isThere = new Promise((resolve, reject) => {
    style.onload = resolve;
    style.onerror = () => reject(new Error("embed.css did not come"));
  });
  document.head.append(style);
  return isThere;
}

// The colours stand once, in base.css, dark ones under a condition: another theme is another condition.
function setTheme() {
  if (!["light", "dark"].includes(asked.theme)) return;
  root.style.colorScheme = asked.theme;
  for (const { cssRules } of document.styleSheets) {
    for (const { media } of cssRules) {
      if (media?.mediaText.includes("prefers-color-scheme")) {
        media.mediaText = asked.theme === "dark" ? "screen" : "not all";
      }
    }
  }
}

function element(name, text, more = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...more });
}

// Locked levers cannot be moved by hand. The page around may still move them.
function lockLevers() {
  if (!asked.lock.length) return;
  const all = asked.lock.includes("all");
  const levers = [...document.querySelectorAll(".decision input")];
  for (const lever of levers.filter(({ name }) => all || asked.lock.includes(name))) {
    lever.disabled = true;
    lever.labels[0].append(" ", element("span", WORDS.locked, { className: "locked" }));
  }
  // It moves all of them.
  document.querySelector("[data-action=draw-surveyed]").parentElement.remove();
  const known = ["all", ...levers.map(({ name }) => name)];
  refuse(
    WORDS.noLever,
    asked.lock.filter((word) => !known.includes(word)),
  );
}

// Below all parts: that it is no forecast, where the whole page is, and what the embed could not do.
const open = element("a", WORDS.open, { target: "_blank", rel: "noopener" });

function writeFoot() {
  const [foot] = document.querySelectorAll(".honest p");
  // The sentence that nothing leaves the device is not for a page that sends messages to another one.
  foot.replaceChildren(foot.querySelector("strong"), " ", open);
  const notes = talks ? [WORDS.told, ...problems] : problems;
  foot.after(...notes.map((note) => element("p", note, { className: "note" })));
}

function followLink() {
  open.href = `${location.href.split(/[?#]/)[0]}#${app.dataset.link}`;
}

// ---- What it says to the page around it, and hears from it.

const talks = Boolean(asked.host) && parent !== window;
// Until the page is there, what is said waits, and so does a link that is sent.
let waiting = [];
let waitingLink;
let newest;

function say(type, more) {
  const message = { districtwide: PROTOCOL, type, ...more };
  if (waiting) waiting.push(message);
  else parent.postMessage(message, asked.host);
}

function saySize() {
  say("size", { height: Math.ceil(root.getBoundingClientRect().height) });
}

function greet() {
  say("ready", { parts: asked.parts, link: app.dataset.link });
  saySize();
}

// The page reads a link as it reads every other, and says what is wrong with it.
function show(link) {
  if (waiting) waitingLink = link;
  else app.dispatchEvent(new CustomEvent("open-link", { detail: link }));
}

function hear({ source, origin, data }) {
  if (source !== parent || origin !== asked.host || data?.districtwide !== PROTOCOL) return;
  if (data.type === "hello" && !waiting) {
    greet();
    if (newest) say("change", newest);
  }
  if (data.type === "show" && typeof data.link === "string") show(data.link);
}

function talk() {
  addEventListener("message", hear);
  app.addEventListener("link-refused", ({ detail }) => say("refused", { reason: detail }));
  app.addEventListener("futures-complete", ({ detail: [link, headline, ever, active] }) => {
    newest = { link, headline, medians: { ever, active } };
    say("change", newest);
  });
}

function beginTalking() {
  const earlier = waiting;
  waiting = undefined;
  greet();
  for (const message of earlier) parent.postMessage(message, asked.host);
  new ResizeObserver(saySize).observe(root);
  if (waitingLink !== undefined) show(waitingLink);
}

// ---- In this order.

// A file that is dropped would take the place of the embed.
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
if (talks) talk();

// Before the browser paints what was put there.
new MutationObserver((_, observer) => {
  if (!document.querySelector(".honest")) return;
  observer.disconnect();
  lockLevers();
  writeFoot();
  followLink();
  new MutationObserver(followLink).observe(app, { attributeFilter: ["data-link"] });
  if (talks) beginTalking();
}).observe(app, { childList: true });

setTheme();
await showParts();
root.hidden = false;
