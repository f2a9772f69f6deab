/** The language of the page and its words. */
import { WORDS } from "./words.js";

/** @type {"en"|"ko"} */
let current = "en";

/** @returns {"en"|"ko"} */
export const language = () => current;

/** The language of an address, else of the browser. @param {string|undefined} asked */
export const chosen = (asked) => (asked === "ko" || asked === "en" ? asked : defaultLanguage());
/** @returns {"en"|"ko"} */
export const defaultLanguage = () => (navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en");

/** @param {"en"|"ko"} to */
export function setLanguage(to) {
  current = to;
  document.documentElement.lang = to;
  translate();
}

/** Whether there is a word of this name. @param {string} key */
const has = (key) => key in WORDS;

/**
 * A word in the language of the page; `{name}` is replaced by a value.
 * @param {string} key @param {Record<string, any>} [values]
 */
export function t(key, values = {}) {
  const pair = WORDS[key];
  if (!pair) return key.replace(/^[a-z]+_/, "").replaceAll("_", " ");
  return pair[current === "ko" ? 1 : 0].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

const MARKED = { "data-t-label": "aria-label", "data-t-title": "title", "data-t-placeholder": "placeholder" };

/** The words that stand in the document itself. */
function translate() {
  for (const node of document.querySelectorAll("[data-t]"))
    node.textContent = t(node.getAttribute("data-t") ?? "");
  for (const [mark, attribute] of Object.entries(MARKED))
    for (const node of document.querySelectorAll(`[${mark}]`))
      node.setAttribute(attribute, t(node.getAttribute(mark) ?? ""));
}

/** The name of a thing in the language of the page. @param {{name: string, name_ko?: string|null}} thing */
export const nameOf = (thing) => (current === "ko" && thing.name_ko ? thing.name_ko : thing.name);

/** A name that may have a word of its own. @param {string} prefix @param {string} id @param {string} [otherwise] */
export const named = (prefix, id, otherwise) =>
  has(`${prefix}_${id}`) ? t(`${prefix}_${id}`) : (otherwise ?? id.replaceAll("_", " ").replaceAll("-", " "));
