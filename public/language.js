// Loads another language than English: its texts, its rule for counts and its marks in numbers, and translates
// the texts of index.html (src/language).

// The marks of the visitor's region for thousands and decimals; empty if the browser names no region of this
// language: its own stand.
function marksOf(tag) {
  const region = navigator.languages.find((language) => language.startsWith(`${tag}-`));
  if (!region) return "";
  const parts = new Intl.NumberFormat(region).formatToParts(12345.6);
  const mark = (kind) => parts.find(({ type }) => type === kind)?.value ?? "";
  return mark("group") + mark("decimal");
}

// Puts the texts of index.html into the language, also those of messages that are not shown yet.
function translate(root, phrases) {
  for (const { content } of root.querySelectorAll("template")) translate(content, phrases);
  for (const element of root.querySelectorAll("[data-phrase]")) {
    const english = element.textContent.trim().replace(/\s+/g, " ");
    element.textContent = phrases[english] ?? english;
  }
}

// All texts in one, as src/language reads them: in the order of the English ones, those for counts by category.
function inOne(tag, phrases) {
  const said = Object.entries(phrases).flatMap(([english, text]) =>
    typeof text === "string"
      ? [[english, text]]
      : Object.entries(text).map(([category, text]) => [`${english}\u0001${category}`, text]),
  );
  said.sort(([a], [b]) => (a < b ? -1 : 1));
  return [tag, marksOf(tag), ...said.flat()].join("\0");
}

export async function load(tag) {
  const answer = await fetch(addressOf(`languages/${tag}.json`));
  if (!answer.ok) throw new Error(`languages/${tag}.json: ${answer.status}`);
  const phrases = await answer.json();
  const rule = new Intl.PluralRules(tag);
  window.spoken = { phrases, texts: inOne(tag, phrases), category: (count) => rule.select(count) };
  translate(document, phrases);
}
