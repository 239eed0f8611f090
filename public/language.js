// Loads a language other than English: its texts, its plural rule and its number separators, and translates the
// texts of index.html (src/language).

// The separators of the visitor's region for thousands and decimals, in which numbers are displayed and read: that of
// this language in the browser's list, else that of the first language that has one (Catalan of Spain). Empty if the
// browser specifies no region: then the defaults of the language apply.
function separatorsOf(tag) {
  const regional = navigator.languages.map((name) => new Intl.Locale(name)).filter(({ region }) => region);
  const locale = regional.find(({ language }) => language === tag) ?? regional[0];
  if (!locale) return "";
  const parts = new Intl.NumberFormat(`${tag}-${locale.region}`).formatToParts(12345.6);
  const part = (kind) => parts.find(({ type }) => type === kind)?.value ?? "";
  return part("group") + part("decimal");
}

// Translates the texts of index.html, including those of messages that are not displayed yet.
function translate(root, phrases) {
  for (const { content } of root.querySelectorAll("template")) translate(content, phrases);
  for (const element of root.querySelectorAll("[data-phrase]")) {
    const english = element.textContent.trim().replace(/\s+/g, " ");
    element.textContent = phrases[english] ?? english;
  }
}

// All texts in one string, as src/language parses them: sorted by the English text, plurals by category.
function serialize(tag, phrases) {
  const entries = Object.entries(phrases).flatMap(([english, text]) =>
    typeof text === "string"
      ? [[english, text]]
      : Object.entries(text).map(([category, text]) => [`${english}\u0001${category}`, text]),
  );
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return [tag, separatorsOf(tag), ...entries.flat()].join("\0");
}

export async function load(tag) {
  const response = await fetch(addressOf(`languages/${tag}.json`));
  if (!response.ok) throw new Error(`languages/${tag}.json: ${response.status}`);
  const phrases = await response.json();
  const rule = new Intl.PluralRules(tag);
  window.spoken = { phrases, texts: serialize(tag, phrases), category: (count) => rule.select(count) };
  translate(document, phrases);
}
