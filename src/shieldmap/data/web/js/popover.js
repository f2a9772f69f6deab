/** Every number has its source: value, range, basis, source, note and rivals, on hover, focus or press. */
import { $, fill, h } from "./dom.js";
import { language, t } from "./language.js";
import { quantity, span } from "./format.js";
import { inWords, parameterName, sourcesOf, spokenIn } from "./study.js";
import { store } from "./store.js";

/** @type {HTMLElement|null} */ let owner = null;
let isPinned = false;
let timer = 0;

/**
 * A small button that shows where a number comes from.
 * @param {() => any} about the parameter when asked @param {string} name what it is called
 */
export function sourceButton(about, name) {
  const node = h(
    "button",
    {
      type: "button",
      class: "source",
      "aria-label": t("source_of", { name }),
      "aria-expanded": "false",
      "aria-haspopup": "dialog",
    },
    "i",
  );
  const show = () => (timer = window.setTimeout(() => open(node, about()), 120));
  node.addEventListener(
    "pointerenter",
    (/** @type {PointerEvent} */ event) => event.pointerType === "mouse" && !isPinned && show(),
  );
  node.addEventListener("pointerleave", () => leave());
  node.addEventListener("focus", () => !isPinned && node.matches(":focus-visible") && open(node, about()));
  node.addEventListener("blur", () => leave());
  node.addEventListener("click", () => {
    const isOwn = isPinned && owner === node;
    close();
    if (isOwn) return;
    open(node, about());
    isPinned = true;
    node.setAttribute("aria-expanded", "true");
    $("popover").querySelector("button, a")?.focus({ preventScroll: true });
  });
  return node;
}

function leave() {
  clearTimeout(timer);
  if (!isPinned)
    timer = window.setTimeout(
      () => !isPinned && !$("popover").matches(":hover, :focus-within") && close(),
      250,
    );
}

/** @param {HTMLElement} node @param {any} about */
function open(node, about) {
  if (!about) return;
  clearTimeout(timer);
  owner?.setAttribute("aria-expanded", "false");
  owner = node;
  const box = $("popover");
  fill(box, content(about));
  box.hidden = false;
  const at = node.getBoundingClientRect();
  const width = box.offsetWidth,
    height = box.offsetHeight;
  const left = Math.min(
    innerWidth - width - 8,
    Math.max(8, at.right + 8 + width < innerWidth ? at.right + 8 : at.left - width / 2),
  );
  const top = Math.min(innerHeight - height - 8, Math.max(8, at.top - 12));
  box.style.left = `${left}px`;
  box.style.top = `${at.right + 8 + width < innerWidth ? top : Math.min(innerHeight - height - 8, at.bottom + 6)}px`;
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

/** @param {any} about */
function content(about) {
  const range =
    about.low === null || about.low === undefined || about.low === about.high
      ? null
      : span(quantity(about.low, about.unit), quantity(about.high, about.unit));
  return [
    h(
      "div",
      { class: "popover-head" },
      h("h3", { id: "popover-title" }, parameterName(about.name)),
      h(
        "button",
        { type: "button", class: "icon close", "aria-label": t("close"), on: { click: close } },
        "×",
      ),
    ),
    about.value === null || about.value === undefined
      ? null
      : h(
          "p",
          { class: "popover-value" },
          h("b", {}, quantity(about.value, about.unit)),
          range ? ` (${range})` : "",
          about.basis ? h("span", { class: "basis" }, t(`basis_${about.basis}`)) : null,
        ),
    about.note ? h("p", { lang: spokenIn(about.note) }, inWords(about.note)) : null,
    sourceList(about.source),
    (about.rivals ?? []).length
      ? [
          h("h4", {}, t("rivals")),
          h(
            "ul",
            { class: "rivals" },
            about.rivals.map((/** @type {any} */ rival) => rivalRow(about, rival)),
          ),
        ]
      : null,
    language() === "ko" ? h("p", { class: "soft" }, t("notes_english")) : null,
    about.path ? h("p", { class: "soft path" }, about.path) : null,
  ];
}

/** The sources of a field with their links. @param {string|null|undefined} text */
export function sourceList(text) {
  const sources = sourcesOf(text);
  if (!sources.length) return null;
  return h(
    "ul",
    { class: "sources" },
    sources.map((source) =>
      h(
        "li",
        { lang: source.title ? spokenIn(source.title) : "en" },
        source.url && /^https?:/.test(source.url)
          ? h(
              "a",
              { href: source.url, target: "_blank", rel: "noopener noreferrer" },
              source.title ?? source.key,
            )
          : inWords(source.title ?? source.key),
        h(
          "span",
          { class: "soft" },
          [
            source.author,
            source.year,
            source.page,
            source.confidence ? t("confidence", { level: t(`confidence_${source.confidence}`) }) : null,
          ]
            .filter(Boolean)
            .map((part) => ` · ${part}`)
            .join(""),
        ),
      ),
    ),
  );
}

/** @param {any} about @param {any} rival */
function rivalRow(about, rival) {
  const said = rival.value ?? rival.high ?? rival.low;
  const range =
    rival.low !== null && rival.low !== undefined && rival.low !== rival.high
      ? ` (${span(quantity(rival.low, rival.unit ?? about.unit), quantity(rival.high, rival.unit ?? about.unit))})`
      : "";
  const isSettable =
    about.key && said !== null && said !== undefined && (!rival.unit || rival.unit === about.unit);
  return h(
    "li",
    {},
    h(
      "span",
      {},
      h("b", {}, quantity(said, rival.unit ?? about.unit)),
      range,
      " ",
      sourcesOf(rival.source).map((source, i) => [
        i ? ", " : "",
        source.url && /^https?:/.test(source.url)
          ? h(
              "a",
              { href: source.url, target: "_blank", rel: "noopener noreferrer", lang: "en" },
              source.title ?? source.key,
            )
          : inWords(source.title ?? source.key),
      ]),
      rival.note ? h("span", { class: "soft", lang: spokenIn(rival.note) }, ` ${inWords(rival.note)}`) : null,
    ),
    isSettable
      ? h(
          "button",
          {
            type: "button",
            class: "small",
            on: {
              click: () => {
                store.change({ [about.key]: said });
                close();
              },
            },
          },
          t("use"),
        )
      : null,
  );
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
