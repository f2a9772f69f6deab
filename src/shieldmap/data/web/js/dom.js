/** Building the page: elements from plain calls, never from text. */

/**
 * Make an element. Text is always set as text, never read as markup.
 * @param {string} tag
 * @param {Record<string, any>} [props] class, on (listeners), data (data-*), attributes and properties
 * @param {...(Node|string|number|null|undefined|false|any[])} children
 * @returns {any}
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [name, call] of Object.entries(value)) node.addEventListener(name, call);
    else if (key === "data") Object.assign(node.dataset, value);
    else if (key === "class") node.className = value;
    else if (key in node && key !== "list" && key !== "role") node[key] = value;
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  append(node, children);
  return node;
}

/** @param {Element} node @param {any[]} children */
function append(node, children) {
  for (const child of children.flat(4)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : String(child));
  }
}

/** Replace the children of a node. @param {Element} node @param {...any} children */
export function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
  return node;
}

/** The element with this id, which must be there. @param {string} id @returns {any} */
export function $(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`no element #${id}`);
  return node;
}

/** Load a classic script once, after the first paint. @param {string} url @returns {Promise<void>} */
export function script(url) {
  const found = loaded.get(url);
  if (found) return found;
  const promise = new Promise((resolve, reject) => {
    document.head.append(
      h("script", { src: url, on: { load: () => resolve(undefined), error: () => reject(new Error(url)) } }),
    );
  });
  loaded.set(url, promise);
  return promise;
}
const loaded = new Map();

/** A drawing surface of this size. @param {number} width @param {number} height */
export function canvas(width, height) {
  const made = document.createElement("canvas");
  made.width = Math.max(1, Math.round(width));
  made.height = Math.max(1, Math.round(height));
  return made;
}

/** Hand a file to the reader. @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** True where the reader asked for little motion. */
export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Text that a screen reader speaks once. @param {string} text */
export function say(text) {
  const live = $("live");
  if (live.textContent !== text) live.textContent = text;
}
