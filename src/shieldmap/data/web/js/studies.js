/** The studies, chosen by a map and by their names. */
import * as api from "./api.js";
import { $, bring, html, into } from "./dom.js";
import { t } from "./language.js";
import { head, redraw, show } from "./keep.js";
import { own, store } from "./store.js";
import { study, titleOf } from "./study.js";

/** Studies nearer to each other than this share a mark, in degrees. */
const TOGETHER = 6;
/** @type {ScenarioName[]} */ let all = [];
/** @type {ScenarioName[]|null} the studies of the mark that is pressed */ let here = null;

/** @param {Promise<ScenarioName[]>} names */
export function begin(names) {
  names.then((rows) => (all = rows));
  $("studies").addEventListener("click", () => {
    here = null;
    show(content);
  });
}

/** Marks: studies that stand close together. */
function marks() {
  /** @type {ScenarioName[][]} */ const groups = [];
  for (const row of all) {
    const near = groups.find(
      ([first]) =>
        Math.hypot(first.latitude_deg - row.latitude_deg, first.longitude_deg - row.longitude_deg) < TOGETHER,
    );
    if (near) near.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** @param {string} name */
function open(name) {
  $("dialog").close();
  // What was set belongs to its study; language and question stay.
  if (name !== study().name)
    store.change({ ...own(), scenario: name === "korea" ? undefined : name, town: undefined });
}

/**
 * What is said of a study that is not on the page; one of another kind is told where it is.
 * @param {string} name
 */
export async function lost(name) {
  const found = (await api.elsewhere().catch(() => [])).find((row) => row.name === name);
  if (!found) return html`${t("study_unknown", { study: name })}`;
  const { shown_in: other } = found;
  const go = () => {
    store.change({
      ...own(),
      scenario: other === "korea" ? undefined : (other ?? undefined),
      question: "radar",
    });
    bring("quote");
  };
  return html`${t("study_elsewhere", { title: titleOf(found), study: name })}${
    other &&
    html` ${t("study_flights")} <button type="button" class="link" id="to-radar" onclick=${go}>${t("first_radar")}</button>`
  }`;
}

function content() {
  const pressed = (/** @type {ScenarioName[]} */ rows) => {
    here = here === rows || here?.[0] === rows[0] ? null : rows;
    redraw();
  };
  const mark = (/** @type {ScenarioName[]} */ rows) => {
    const { latitude_deg, longitude_deg } = rows[0];
    const style = { left: `${(longitude_deg + 180) / 3.6}%`, top: `${(90 - latitude_deg) / 1.8}%` };
    const titles = rows.map(titleOf).join("; ");
    return html`<button type="button" class="study-mark" style=${style} title=${titles} aria-label=${titles}
      aria-pressed=${here?.[0] === rows[0]} onclick=${() => pressed(rows)}>${rows.length}</button>`;
  };
  const row = (/** @type {ScenarioName} */ one) => html`<li>
    <button type="button" class="link" id="open-${one.name}" aria-current=${one.name === study().name ? "true" : undefined}
      onclick=${() => open(one.name)}>${titleOf(one)}</button>
    ${!one.title.includes(one.date.slice(0, 4)) && html`<span class="soft"> ${one.date}</span>`}
  </li>`;
  return html`
    ${head(t("studies_title"))}
    <div class="world" aria-label=${t("studies_map")} role="group">
      <img src="/tiles/0/0/0.webp" alt="" /><img src="/tiles/0/1/0.webp" alt="" />
      ${marks().map(mark)}
    </div>
    <ul class="studies">${(here ?? all).map(row)}</ul>
    <p class="soft">${t("study_note")}</p>`;
}
