/** Keep and share: files, citation, link, Python; and the About box. */
import * as api from "./api.js";
import { $, closeButton, download, html, into, say, soft } from "./dom.js";
import { percent } from "./format.js";
import { language, t } from "./language.js";
import { follow as progressOf } from "./latest.js";
import { inWords, spokenIn, study } from "./study.js";
import { addressOf, query, SERVER, served, store } from "./store.js";
import { save } from "./picture.js";

const FILES = ["png", "geojson", "kml", "czml", "csv", "toml"];
const KEYS = ["keys_handles", "keys_undo", "keys_map", "keys_close"];
let version = { version: "", hash: "" };

export function begin() {
  $("save").addEventListener("click", share);
  $("about").addEventListener("click", about);
  $("brief").addEventListener("click", (/** @type {Event} */ event) =>
    makeBrief(/** @type {HTMLElement & {disabled: boolean}} */ (event.currentTarget)),
  );
  $("undo").addEventListener("click", () => store.undo());
  $("redo").addEventListener("click", () => store.redo());
  $("dialog").addEventListener(
    "click",
    (/** @type {Event} */ { target }) => target === $("dialog") && $("dialog").close(),
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
  api
    .version()
    .then((got) => (version = got))
    .catch(() => {});
}

/** Fields of text have an undo of their own. @param {EventTarget|null} node */
const isText = (node) => node instanceof HTMLInputElement && ["text", "search", "number"].includes(node.type);

export function follow() {
  $("undo").disabled = store.past.length === 0;
  $("redo").disabled = store.future.length === 0;
}

/** The address that others can open. */
const address = () => location.origin + addressOf(store.state);
const python = () => {
  const text = query({ scenario: study().name, ...store.state }, SERVER);
  return `import shieldmap as sm\n\nrun = sm.from_url("${location.origin}/?${text}")`;
};

/** What the dialog shows, drawn again while it is open. @type {() => Shown} */ let content = () => null;

/** Show the dialog. @param {() => Shown} shown */
export function show(shown) {
  content = shown;
  redraw();
  if (!$("dialog").open) $("dialog").showModal();
}

export const redraw = () => into("dialog")`${content()}`;

/** @param {string} title */
export const head = (title) => html`
  <div class="dialog-head"><h2 id="dialog-title">${title}</h2>${closeButton(() => $("dialog").close())}</div>`;

/** A text that can be copied. @param {string} id @param {string} title @param {string} text @param {number} rows */
function copyable(id, title, text, rows) {
  const copy = async (/** @type {Happened} */ { currentTarget }) => {
    const word = /** @type {Text} */ (currentTarget.firstChild);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      $(id).select();
      document.execCommand("copy");
    }
    word.data = t("copied");
    say(t("copied"));
    setTimeout(() => (word.data = t("copy")), 1800);
  };
  return html`<div class="copyable">
    <label for=${id}>${title}</label>
    <textarea id=${id} readonly rows=${rows} spellcheck=${false} value=${text} />
    <button type="button" class="small" id="${id}-copy" onclick=${copy}>${t("copy")}</button>
  </div>`;
}

/** Put a text on the clipboard with where it is from: what others can check, and no address of this machine. @param {string} text */
export async function copyText(text) {
  const { run_hash, computed } = await api.told(served(store.state));
  const of = { version: version.version, study: study().name, hash: run_hash.slice(0, 12), date: computed };
  await navigator.clipboard.writeText(`${text} (${t("copied_from", of)})`).catch(() => {});
  say(t("copied"));
}

/** How many rows a text takes. @param {string} text @param {number} [most] */
const rowsOf = (text, most = 5) => Math.min(most, Math.ceil(text.length / 62) + text.split("\n").length - 1);

function share() {
  const state = served(store.state);
  let refusal = "";
  /** @type {string|null} null where the server refuses */ let citation = "…";
  const make = async (
    /** @type {string} */ kind,
    /** @type {HTMLElement & {disabled: boolean}} */ button,
  ) => {
    button.disabled = true;
    refusal = "";
    try {
      if (kind === "png") await save(version.version);
      else download(...(await api.file(kind, state, language())));
    } catch (error) {
      refusal = /** @type {Error} */ (error).message || t("no_server");
    }
    button.disabled = false;
    redraw();
  };
  const file = (/** @type {string} */ kind) => html`
    <button type="button" id="export-${kind}" data-testid="export-${kind}"
      onclick=${(event) => make(kind, event.currentTarget)}>
      <b>${kind === "geojson" ? "GeoJSON" : kind.toUpperCase()}</b><span>${t(`file_${kind}`)}</span>
    </button>`;
  const shown = () => html`
    ${head(t("share_title"))}
    ${copyable("link", t("link"), address(), rowsOf(address()))}
    ${passOn()}
    <h3>${t("files")}</h3>
    <div class="files">${FILES.map(file)}</div>
    <p class="problem" role="status">${refusal}</p>
    ${citation !== null && copyable("citation", t("citation"), citation, rowsOf(citation, 8))}
    ${copyable("python", t("python"), python(), rowsOf(python()))}`;
  const take = (/** @type {string|null} */ text) => {
    citation = text;
    if (content === shown) redraw();
  };
  api
    .file("citation", state, language())
    .then(async ([blob]) => take(await blob.text()))
    .catch(() => take(null));
  show(shown);
}

/** Names by which a machine calls itself. */
const isOwnMachine = () => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);

/** What can be passed on where the address cannot. */
const passOn = () =>
  html`<div id="pass-on">
    ${isOwnMachine() && html`<p class="soft" id="link-local">${t("link_local")}</p>`}
    <p><button type="button" id="save-brief" data-testid="save-brief" onclick=${(event) => makeBrief(event.currentTarget)}>
      ${t("brief_button")}</button> <span class="soft" id="brief-wait" role="status"></span></p>
  </div>`;

/** Two pages as one file, made by the server while the button waits. @param {HTMLElement & {disabled: boolean}} button */
async function makeBrief(button) {
  button.disabled = true;
  const note = (/** @type {string} */ text) => {
    for (const id of ["brief-wait", "brief-note"]) {
      const node = document.getElementById(id);
      if (node) node.textContent = text;
    }
  };
  note(t("brief_wait"));
  const stop = progressOf((told) => {
    if (told?.total) note(`${t("brief_wait")} ${percent(told.done / told.total)}`);
  }, `${api.CLIENT}-file-brief`);
  try {
    download(...(await api.file("brief", served(store.state), language())));
    note("");
  } catch (error) {
    note(/** @type {Error} */ (error).message || t("no_server"));
  } finally {
    stop();
    button.disabled = false;
  }
}

const about = () =>
  show(
    () => html`
    ${head(t("about_title"))}
    <p>${t("about_what")}</p>
    <p>${t("about_how")}</p>
    <h3>${t("limits")}</h3>
    <ul>${limitRows()}</ul>
    ${language() === "ko" && soft(t("notes_english"))}
    <h3>${t("keys")}</h3>
    <ul>${KEYS.map((key) => html`<li>${t(key)}</li>`)}</ul>
    <h3>${t("credits")}</h3>
    <p class="soft" lang="en">${study().attribution}</p>
    <p class="soft">${t("software")}</p>
    <p class="soft path">Shieldmap ${version.version} · ${study().name} ${study().hash}</p>`,
  );

/** What limits the model and the study. */
export const limitRows = () =>
  study().limits.map((text) => html`<li lang=${spokenIn(text)}>${inWords(text)}</li>`);
