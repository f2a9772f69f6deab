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
  translate(document);
}

/** Whether there is a word of this name. @param {string} key */
export const has = (key) => key in WORDS;

/**
 * A word in the language of the page; `{name}` is replaced by a value.
 * @param {string} key @param {Record<string, any>} [values]
 */
export function t(key, values = {}) {
  const pair = WORDS[key];
  if (!pair) return key.replace(/^[a-z]+_/, "").replaceAll("_", " ");
  return pair[current === "ko" ? 1 : 0].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** @param {ParentNode} root @param {string} which @returns {NodeListOf<HTMLElement>} */
const find = (root, which) => root.querySelectorAll(which);

/** The words that stand in the document itself. @param {ParentNode} root */
export function translate(root) {
  for (const node of find(root, "[data-t]")) node.textContent = t(String(node.dataset.t));
  for (const [data, attribute] of [
    ["tLabel", "aria-label"],
    ["tTitle", "title"],
    ["tPlaceholder", "placeholder"],
  ]) {
    const mark = data.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const node of find(root, `[data-${mark}]`))
      node.setAttribute(attribute, t(String(node.dataset[data])));
  }
}

/** The name of a thing in the language of the page. @param {{name: string, name_ko?: string|null}} thing */
export const nameOf = (thing) => (current === "ko" && thing.name_ko ? thing.name_ko : thing.name);

/** A name that may have a word of its own. @param {string} prefix @param {string} id @param {string} [otherwise] */
export const named = (prefix, id, otherwise) =>
  has(`${prefix}_${id}`) ? t(`${prefix}_${id}`) : (otherwise ?? id.replaceAll("_", " ").replaceAll("-", " "));
