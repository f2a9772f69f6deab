/** The language of the page and its words, which the server keeps for terminal, report and page. */
import { FluentBundle, FluentResource } from "/static/vendor/fluent/index.js";
import { once } from "./once.js";

/** @typedef {"en"|"ko"} Language */

/** @type {Language} */ let current = "en";
/** @type {Map<Language, FluentBundle>} */ const bundles = new Map();
const LOCALES = { en: "en-GB", ko: "ko-KR" };

export const language = () => current;

/** The language of an address, else of the browser. @param {string|null|undefined} asked @returns {Language} */
export const chosen = (asked) => (asked === "ko" || asked === "en" ? asked : defaultLanguage());
/** @returns {Language} */
export const defaultLanguage = () => (navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en");

/** Know the words of a language. @param {Language} of @param {string} source messages in Fluent's format */
export function learn(of, source) {
  // Marks that isolate directions of writing serve no language here and would stand in texts.
  const functions = {
    JOSA: (/** @type {unknown[]} */ [word, forms]) => withParticle(word?.valueOf(), String(forms)),
  };
  const bundle = new FluentBundle(LOCALES[of], { useIsolating: false, functions });
  bundle.addResource(new FluentResource(source));
  bundles.set(of, bundle);
}

/** Fetch the words of a language, once. */
export const fetchWords = once(async (/** @type {Language} */ of) => {
  const response = await fetch(`/words/${of}.ftl`);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  learn(of, await response.text());
});

/** Speak a language whose words are there. @param {Language} to */
export function setLanguage(to) {
  if (bundles.has(to)) current = to;
}

/** Whether there is a message of this name. @param {string} key */
const has = (key) => bundles.get(current)?.hasMessage(key) ?? false;

/** The end of a name in words, where it has no message. @param {string} key */
const plain = (key) => key.replace(/^[a-z]+_/, "").replaceAll(/[_-]/g, " ");

/**
 * A message in the language of the page, with its values.
 * @param {string} key @param {Record<string, any>} [values]
 */
export function t(key, values) {
  const bundle = bundles.get(current);
  const pattern = bundle?.getMessage(key)?.value;
  if (!bundle || !pattern) return plain(key);
  /** @type {Error[]} */ const problems = [];
  const text = bundle.formatPattern(pattern, values, problems);
  if (problems.length) console.error(key, problems[0]);
  return text;
}

const MARKED = { "data-t-label": "aria-label", "data-t-title": "title", "data-t-placeholder": "placeholder" };

/** The words that stand in the document itself. */
export function translate() {
  document.documentElement.lang = current;
  document.title = t("title");
  for (const node of document.querySelectorAll("[data-t]"))
    node.textContent = t(node.getAttribute("data-t") ?? "");
  for (const [mark, attribute] of Object.entries(MARKED))
    for (const node of document.querySelectorAll(`[${mark}]`))
      node.setAttribute(attribute, t(node.getAttribute(mark) ?? ""));
}

/** The name of a thing in the language of the page. @param {{name: string, name_ko?: string|null}} thing */
export const nameOf = (thing) => (current === "ko" && thing.name_ko ? thing.name_ko : thing.name);

/** A text at the head of a line. @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A name that may have a message of its own. @param {string} kind @param {string} id @param {string} [otherwise] */
export const named = (kind, id, otherwise) =>
  has(`${kind}_${id}`) ? t(`${kind}_${id}`) : (otherwise ?? plain(`${kind}_${id}`));

/** Kilometres, metres a second, degrees and percent are read as words that end in a vowel. */
const READ_UNIT = /\d\s*(?:[kc]?m[²³]?(?:\/s)?|°|%)$/;
const SILENT = /\s*[(（][^()（）]*[)）]$|[\s"'’”)\]]+$/g;
/** The letters of Hangul by their numbers, and which of them close a syllable: none, any, or the one of "l". */
const [FIRST, LAST, FINALS, RIEUL] = [0xac00, 0xd7a3, 28, 8];
/** The final sounds of digits as they are read, and of Latin letters. @type {Record<string, string>} */
const FINAL = { 0: "any", 1: "l", 3: "any", 6: "any", 7: "l", 8: "l", l: "l", m: "any", n: "any" };
/** The one form that gives way after the sound "l" as well: towards. */
const TOWARDS = "\uc73c\ub85c";

/**
 * A word with its Korean particle, by its last sound; the rules are those of words.py.
 * @param {unknown} word @param {string} forms after a consonant and after a vowel
 */
export function withParticle(word, forms) {
  const text = String(word);
  const heard = text.replaceAll(SILENT, "") || text;
  const [closed, opened] = forms.split("/");
  const final = READ_UNIT.test(heard) ? "" : finalOf([...heard].at(-1) ?? "");
  return text + (final === "" || (final === "l" && closed === TOWARDS) ? opened : closed);
}

/** @param {string} letter */
function finalOf(letter) {
  const code = letter.codePointAt(0) ?? 0;
  if (code < FIRST || code > LAST) return FINAL[letter.toLowerCase()] ?? "";
  const place = (code - FIRST) % FINALS;
  return place === RIEUL ? "l" : place ? "any" : "";
}
