/** Building the page: elements from templates; a value is set as text and never read as markup. */
import { h, render } from "/static/vendor/preact/preact.mjs";
import htm from "/static/vendor/htm/htm.module.js";
import { t } from "./language.js";
import { once } from "./once.js";

/** What a template describes. */
export const html = htm.bind(h);

/** A template whose elements become the children of a node, which keeps those that stay. @param {string} id */
export const into =
  (id) =>
  (/** @type {TemplateStringsArray} */ parts, /** @type {Slot[]} */ ...values) =>
    render(html(parts, ...values), $(id));

/** A paragraph of lesser weight. @param {Shown} text */
export const soft = (text) => html`<p class="soft">${text}</p>`;

/** What went wrong, in place of an answer. @param {Error} error */
export const problem = (error) => html`<p class="problem">${refusalOf(error.message)}</p>`;

/** The server's sentence, which is English; whoever reads Korean is told so. @param {string} text */
export const refusalOf = (text) => (text ? t("refused", { text }) : t("no_server"));

/** @param {() => void} close */
export const closeButton = (close) =>
  html`<button type="button" class="icon close" aria-label=${t("close")} onclick=${close}>×</button>`;

/**
 * A table of numbers.
 * @param {string} kind its classes @param {Record<string, string>} heads texts with their classes @param {Shown} rows
 */
export const table = (kind, heads, rows) => html`
  <table class="numbers ${kind}">
    <thead><tr>${Object.entries(heads).map(head)}</tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
const head = (/** @type {string[]} */ [text, kind]) =>
  text ? html`<th scope="col" class=${kind}>${text}</th>` : html`<td></td>`;

/**
 * Buttons of which one is pressed.
 * @param {string} word of their ids and texts @param {string[]} names @param {string} chosen @param {(name: string) => void} call
 */
export const choice = (word, names, chosen, call) =>
  names.map(
    (name) => html`
      <button type="button" id="${word}-${name}" aria-pressed=${name === chosen} onclick=${() => call(name)}>
        ${t(`${word}_${name}`)}
      </button>`,
  );

/** The element with this id, which must be there. @param {string} id @returns {Anything} */
export function $(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`no element #${id}`);
  return node;
}

/** Load a classic script, after the first paint. */
export const script = once((/** @type {string} */ src) => {
  const node = Object.assign(document.createElement("script"), { src });
  document.head.append(node);
  return new Promise((resolve, reject) => {
    node.onload = resolve;
    node.onerror = () => reject(new Error(src));
  });
});

/** A drawing surface of this size, and its pen. @param {number} width @param {number} height */
export function canvas(width, height) {
  const sheet = document.createElement("canvas");
  sheet.width = Math.max(1, Math.round(width));
  sheet.height = Math.max(1, Math.round(height));
  return { sheet, pen: penOf(sheet) };
}

/** @param {HTMLCanvasElement} sheet */
export const penOf = (sheet) => /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));

/** What a template does with its canvas, as its `ref`. @param {(sheet: HTMLCanvasElement) => void} call @returns {Slot} */
export const onSheet = (call) => (/** @type {any} */ sheet) => sheet && call(sheet);

/** Hand a file to the reader. @param {Blob} blob @param {string} download its name */
export function download(blob, download) {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** True where the reader asked for little motion. */
export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Where the map lies above the text: bring what was asked for below it. @param {string} id */
export function bring(id) {
  if (!matchMedia("(max-width: 48rem)").matches) return;
  $(id).scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
}

/** Text that a screen reader speaks once. @param {string} text */
export function say(text) {
  if ($("live").textContent !== text) $("live").textContent = text;
}

/** Wait until something holds, or a while has passed. @param {() => boolean} holds @param {number} [most_ms] */
export async function settled(holds, most_ms = 20_000) {
  const end = performance.now() + most_ms;
  while (!holds() && performance.now() < end) await new Promise((done) => setTimeout(done, 100));
}
