/** Keep and share: files, citation, link, Python; and the About box. */
import * as api from "./api.js";
import { $, download, fill, h, say } from "./dom.js";
import { language, t } from "./language.js";
import { inWords, limits, spokenIn, study } from "./study.js";
import { query, SERVER, served, store } from "./store.js";
import { save } from "./picture.js";

const FILES = ["geojson", "kml", "czml", "csv", "toml"];
let version = { version: "", hash: "" };

export function begin() {
  $("save").addEventListener("click", share);
  $("about").addEventListener("click", about);
  $("undo").addEventListener("click", () => store.undo());
  $("redo").addEventListener("click", () => store.redo());
  $("dialog").addEventListener(
    "click",
    (/** @type {MouseEvent} */ event) => event.target === $("dialog") && $("dialog").close(),
  );
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "z" || key === "y") {
      event.preventDefault();
      if (key === "y" || event.shiftKey) store.redo();
      else store.undo();
    }
  });
  api.version().then(
    (got) => (version = got),
    () => {},
  );
}

/** Fields of text have an undo of their own. @param {EventTarget|null} node */
const isText = (node) => node instanceof HTMLInputElement && ["text", "search", "number"].includes(node.type);

export function follow() {
  $("undo").disabled = store.past.length === 0;
  $("redo").disabled = store.future.length === 0;
}

/** The address that others can open. */
const address = () => {
  const text = query(store.state);
  return `${location.origin}${location.pathname}${text ? `?${text}` : ""}`;
};
const python = () => {
  const text = query({ scenario: study().name, ...store.state }, SERVER);
  return `import shieldmap as sm\n\nrun = sm.from_url("${location.origin}/?${text}")`;
};

/** @param {string} title @param {...any} rows */
function show(title, ...rows) {
  const node = $("dialog");
  fill(
    node,
    h(
      "div",
      { class: "dialog-head" },
      h("h2", { id: "dialog-title" }, title),
      h(
        "button",
        { type: "button", class: "icon close", "aria-label": t("close"), on: { click: () => node.close() } },
        "×",
      ),
    ),
    rows,
  );
  if (!node.open) node.showModal();
}

/** A text that can be copied. @param {string} id @param {string} title @param {string} text */
function copyable(id, title, text) {
  const box = h("textarea", {
    id,
    readOnly: true,
    rows: Math.min(5, Math.max(1, Math.ceil(text.length / 62) + text.split("\n").length - 1)),
    spellcheck: false,
    value: text,
  });
  const button = h(
    "button",
    {
      type: "button",
      class: "small",
      id: `${id}-copy`,
      on: {
        click: async () => {
          try {
            await navigator.clipboard.writeText(box.value);
          } catch {
            box.select();
            document.execCommand("copy");
          }
          button.textContent = t("copied");
          say(t("copied"));
          setTimeout(() => (button.textContent = t("copy")), 1800);
        },
      },
    },
    t("copy"),
  );
  return h("div", { class: "copyable" }, h("label", { htmlFor: id }, title), box, button);
}

function share() {
  const problem = h("p", { class: "problem", role: "status" });
  const file = (/** @type {string} */ kind) =>
    h(
      "button",
      {
        type: "button",
        id: `export-${kind}`,
        data: { testid: `export-${kind}` },
        on: {
          click: async (/** @type {any} */ event) => {
            const button = event.currentTarget;
            button.disabled = true;
            problem.textContent = "";
            try {
              if (kind === "png") await save(version.version, fileName());
              else {
                const got = await api.file(kind, served(store.state));
                download(got.blob, got.name);
              }
            } catch (refused) {
              problem.textContent = /** @type {Error} */ (refused).message || t("no_server");
            }
            button.disabled = false;
          },
        },
      },
      h("b", {}, kind === "toml" ? "TOML" : kind === "geojson" ? "GeoJSON" : kind.toUpperCase()),
      h("span", {}, t(`file_${kind}`)),
    );
  // As the server names the others: with the head of the hash that the citation tells whole.
  const fileName = () => {
    const found = /hash ([0-9a-f]{8})/.exec(citation.querySelector("textarea").value);
    return `shieldmap-${study().name}${found ? `-${found[1]}` : ""}`;
  };
  const citation = copyable("citation", t("citation"), "…");
  api.file("citation", served(store.state)).then(
    async ({ blob }) => {
      const box = citation.querySelector("textarea");
      box.value = await blob.text();
      box.rows = Math.min(8, Math.ceil(box.value.length / 60) + 1);
    },
    () => citation.remove(),
  );
  show(
    t("share_title"),
    copyable("link", t("link"), address()),
    h("h3", {}, t("files")),
    h("div", { class: "files" }, ["png", ...FILES].map(file)),
    problem,
    citation,
    copyable("python", t("python"), python()),
  );
}

function about() {
  show(
    t("about_title"),
    h("p", {}, t("about_what")),
    h("p", {}, t("about_how")),
    h("h3", {}, t("limits")),
    h(
      "ul",
      {},
      h("li", {}, t("limits_more")),
      limits().map((/** @type {string} */ text) => h("li", { lang: spokenIn(text) }, inWords(text))),
    ),
    language() === "ko" ? h("p", { class: "soft" }, t("notes_english")) : null,
    h("h3", {}, t("keys")),
    h(
      "ul",
      {},
      ["keys_handles", "keys_undo", "keys_map", "keys_close"].map((key) => h("li", {}, t(key))),
    ),
    h("h3", {}, t("credits")),
    h("p", { class: "soft", lang: "en" }, study().attribution),
    h(
      "p",
      { class: "soft", lang: "en" },
      "CesiumJS (Apache-2.0) · milsymbol (MIT) · D3 and Observable Plot (ISC). Symbols: MIL-STD-2525D / APP-6D.",
    ),
    h("p", { class: "soft path" }, `Shieldmap ${version.version} · ${study().name} ${study().hash}`),
  );
}
