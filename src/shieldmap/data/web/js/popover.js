/** Every number has its source: value, range, basis, source, note and rivals, on hover, focus or press. */
import { $, closeButton, html, into, soft } from "./dom.js";
import { language, t } from "./language.js";
import { measured, span } from "./format.js";
import { inWords, parameterName, sourcesOf, spokenIn } from "./study.js";
import { store } from "./store.js";

/** @typedef {() => Sourced|null} About what is known when asked */

/** @type {HTMLElement|null} */ let owner = null;
let isPinned = false;
let timer = 0;

/** A small button that shows where a number comes from. @param {About} about @param {string} name what it is called */
export function sourceButton(about, name) {
  const later = (/** @type {Happened} */ { currentTarget: node, pointerType }) => {
    if (pointerType === "mouse" && !isPinned) timer = window.setTimeout(() => open(node, about()), 120);
  };
  const focused = (/** @type {Happened} */ { currentTarget: node }) => {
    if (!isPinned && node.matches(":focus-visible")) open(node, about());
  };
  const pressed = (/** @type {Happened} */ { currentTarget: node }) => {
    const isOwn = isPinned && owner === node;
    close();
    if (isOwn) return;
    open(node, about());
    isPinned = true;
    node.setAttribute("aria-expanded", "true");
    $("popover").querySelector("button, a")?.focus({ preventScroll: true });
  };
  return html`<button type="button" class="source" aria-label=${t("source_of", { name })}
    aria-expanded="false" aria-haspopup="dialog" onpointerenter=${later} onpointerleave=${leave}
    onfocus=${focused} onblur=${leave} onclick=${pressed}>i</button>`;
}

function leave() {
  clearTimeout(timer);
  const unused = () => !isPinned && !$("popover").matches(":hover, :focus-within") && close();
  if (!isPinned) timer = window.setTimeout(unused, 250);
}

/** @param {HTMLElement} node @param {Sourced|null} about */
function open(node, about) {
  if (!about) return;
  clearTimeout(timer);
  owner?.setAttribute("aria-expanded", "false");
  owner = node;
  const box = $("popover");
  into("popover")`${content(about)}`;
  box.hidden = false;
  const at = node.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const hasRoom = at.right + 8 + width < innerWidth;
  const left = Math.max(8, hasRoom ? at.right + 8 : at.left - width / 2);
  const top = hasRoom ? Math.max(8, at.top - 12) : at.bottom + 6;
  box.style.left = `${Math.min(innerWidth - width - 8, left)}px`;
  box.style.top = `${Math.min(innerHeight - height - 8, top)}px`;
}

export function close() {
  clearTimeout(timer);
  $("popover").hidden = true;
  owner?.setAttribute("aria-expanded", "false");
  if (isPinned && $("popover").contains(document.activeElement)) owner?.focus();
  isPinned = false;
  owner = null;
}

/** Leaving the box by Tab closes it and goes on after its button. @param {FocusEvent} event */
function left(event) {
  if (isPinned && event.relatedTarget && !$("popover").contains(/** @type {Node} */ (event.relatedTarget))) {
    const from = owner;
    isPinned = false;
    close();
    from?.focus();
  }
}

/** A value and its range. @param {Partial<Ended>} about @param {string} [unit] */
function valueAndRange({ value, low = null, high = null }, unit = "") {
  const range = span(measured(low, unit), measured(high, unit));
  return html`<b>${measured(value ?? high ?? low, unit)}</b>${low !== null && low !== high && ` (${range})`}`;
}

/** @param {Sourced} about */
const content = (about) => html`
  <div class="popover-head">
    <h3 id="popover-title">${parameterName(about.name)}</h3>
    ${closeButton(close)}
  </div>
  ${
    about.value !== null &&
    html`<p class="popover-value">
    ${valueAndRange(about, about.unit)}
    ${about.basis && html`<span class="basis">${t(`basis_${about.basis}`)}</span>`}
  </p>`
  }
  ${about.note && html`<p lang=${spokenIn(about.note)}>${inWords(about.note)}</p>`}
  ${sourceList(about.source)}
  ${
    about.rivals.length > 0 &&
    html`
    <h4>${t("rivals")}</h4>
    <ul class="rivals">${about.rivals.map((rival) => rivalRow(about, rival))}</ul>`
  }
  ${language() === "ko" && soft(t("notes_english"))}
  ${about.path && html`<p class="soft path">${about.path}</p>`}`;

/** The title of a source, with its link. @param {Source} source */
function linked({ url, title, key }) {
  if (!url || !/^https?:/.test(url)) return inWords(title ?? key);
  return html`<a href=${url} target="_blank" rel="noopener noreferrer" lang="en">${title ?? key}</a>`;
}

/** The sources of a field with their links. @param {string|null} text */
function sourceList(text) {
  const rows = sourcesOf(text).map((source) => {
    const { author, year, page, confidence, title } = source;
    const level = confidence && t("confidence", { level: t(`confidence_${confidence}`) });
    const more = [author, year, page, level].filter(Boolean).map((part) => ` · ${part}`);
    return html`<li lang=${title ? spokenIn(title) : "en"}>
      ${linked(source)}<span class="soft">${more.join("")}</span>
    </li>`;
  });
  return rows.length > 0 && html`<ul class="sources">${rows}</ul>`;
}

/** @param {Sourced} about @param {Rival} rival */
function rivalRow({ key, unit }, rival) {
  const said = rival.value ?? rival.high ?? rival.low;
  const use = () => {
    store.change({ [String(key)]: said });
    close();
  };
  return html`<li>
    <span>
      ${valueAndRange(rival, rival.unit ?? unit)}${" "}
      ${sourcesOf(rival.source).map((source, i) => [i ? ", " : "", linked(source)])}
      ${rival.note && html`<span class="soft" lang=${spokenIn(rival.note)}> ${inWords(rival.note)}</span>`}
    </span>
    ${
      key &&
      said !== null &&
      (rival.unit ?? unit) === unit &&
      html`
      <button type="button" class="small" onclick=${use}>${t("use")}</button>`
    }
  </li>`;
}

/** Closing by keys and by pressing elsewhere. */
export function begin() {
  const box = $("popover");
  box.addEventListener("pointerleave", leave);
  box.addEventListener("focusout", left);
  addEventListener("keydown", (event) => event.key === "Escape" && !box.hidden && close());
  addEventListener(
    "pointerdown",
    (event) =>
      !box.hidden && !box.contains(/** @type {Node} */ (event.target)) && event.target !== owner && close(),
  );
  $("panel").addEventListener("scroll", () => !isPinned && !box.hidden && close(), { passive: true });
}
