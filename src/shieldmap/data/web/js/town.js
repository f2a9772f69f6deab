/** Am I defended? A town, one sentence, one small table. */
import * as api from "./api.js";
import { $, html, into, problem, say, soft, table } from "./dom.js";
import { language, nameOf, t } from "./language.js";
import * as format from "./format.js";
import { latest } from "./latest.js";
import { verdict } from "./answer.js";
import { flightName, launchName, study } from "./study.js";
import { moveButton } from "./site.js";
import { served, store } from "./store.js";

/** @typedef {{goTo: (town: Town, isNew: boolean) => void, why: (row: TownRow, town: Town) => void, spot: (place: Located) => void}} Calls */

/** @type {Town[]} */ let found = [];
let active = -1;
/** The text that the list belongs to, whether Enter waits for a newer one, and whether names are only like it. */
let listed = "",
  isEntered = false,
  isAlike = false;
/** @type {Town|null} */ export let chosen = null;
/** @type {TownDefended|null} */ let answer = null;
/** @type {Calls} */ let calls;

/** @param {Calls} given */
export function begin(given) {
  calls = given;
  const box = $("town");
  box.addEventListener("input", () => (box.value.trim() ? suggest(box.value.trim()) : close()));
  box.addEventListener("focus", () => found.length && box.value && open());
  box.addEventListener("blur", () => setTimeout(close, 150));
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    // A Korean syllable in the making uses Enter itself.
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1;
      active = (active + step + found.length) % (found.length || 1);
      open();
    } else if (event.key === "Enter" && box.value.trim()) {
      event.preventDefault();
      // A list of an earlier text is not taken: what was typed is waited for.
      if (listed !== box.value.trim()) isEntered = true;
      else enter();
    } else if (event.key === "Escape") close();
  });
}

const suggest = latest(async (/** @type {string} */ text) => {
  found = located(text) ? [] : await api.towns(study().name, text);
  listed = text;
  const plain = (/** @type {string} */ name) => name.toLowerCase().replaceAll(/[\s-]/g, "");
  isAlike = !found.some((town) => plain(town.name + town.name_ko).includes(plain(text)));
  // A name that is only like what was typed may be another place: the reader has to choose it.
  active = isAlike ? -1 : 0;
  open();
  if (isEntered && text === $("town").value.trim()) enter();
});

/** Take what the list offers; open already where nothing is to be taken. */
function enter() {
  isEntered = false;
  const spot = located(listed);
  if (spot && isOnEarth(spot)) go(spot);
  else if (found[active]) choose(found[active]);
}

/** Degrees north and east that were typed. @param {string} text @returns {Located|null} */
function located(text) {
  const numbers = /^\[?\s*(-?\d+(?:\.\d+)?)\s*[,;]\s*(-?\d+(?:\.\d+)?)\s*\]?$/.exec(text);
  return numbers && { latitude_deg: Number(numbers[1]), longitude_deg: Number(numbers[2]) };
}

/** @param {Located} spot */
const isOnEarth = ({ latitude_deg, longitude_deg }) =>
  Math.abs(latitude_deg) <= 90 && Math.abs(longitude_deg) <= 180;

/** @param {Located} spot */
function go(spot) {
  close();
  calls.spot(spot);
}

function open() {
  const rows = found.map((town, i) => {
    const press = (/** @type {Event} */ event) => {
      event.preventDefault();
      choose(town);
    };
    const other = language() === "ko" ? town.name : town.name_ko;
    return html`<li role="option" id="town-${i}" aria-selected=${i === active} onpointerdown=${press}>
      <span>${nameOf(town)}</span>
      <span class="soft">${town.name !== town.name_ko && ` ${other}`}</span>
      ${town.people > 0 && html`<span class="soft right">${format.people(town.people)}</span>`}
    </li>`;
  });
  const note = (/** @type {string} */ word) =>
    html`<li class="soft" role="option" aria-disabled="true">${t(word)}</li>`;
  const spot = located(listed);
  if (rows.length) into("town-list")`${[isAlike && note("town_alike"), ...rows]}`;
  else if (!spot) into("town-list")`${note("no_town")}`;
  else if (!isOnEarth(spot)) into("town-list")`${note("no_coordinates")}`;
  else {
    const press = (/** @type {Event} */ event) => (event.preventDefault(), go(spot));
    into(
      "town-list",
    )`<li role="option" aria-selected="true" onpointerdown=${press}>${format.position(spot.latitude_deg, spot.longitude_deg)}</li>`;
  }
  $("town-list").hidden = false;
  $("town").setAttribute("aria-expanded", "true");
  if (found[active]) $("town").setAttribute("aria-activedescendant", `town-${active}`);
}

function close() {
  $("town-list").hidden = true;
  $("town").setAttribute("aria-expanded", "false");
  $("town").removeAttribute("aria-activedescendant");
}

/** @param {Town} town */
function choose(town) {
  close();
  store.change({ town: town.name, question: "town" });
  take(town, true);
}

/** @param {Town} town @param {boolean} isNew */
function take(town, isNew) {
  // The answer to another name does not stay under this one.
  if (town.name !== chosen?.name) answer = null;
  chosen = town;
  $("town").value = nameOf(town);
  calls.goTo(town, isNew);
  ask();
}

/** The town of an address. @param {string} name */
export async function restore(name) {
  const towns = await api.towns(study().name, name).catch(() => []);
  const town = towns.find((row) => row.name === name || row.name_ko === name) ?? towns[0];
  if (town) take(town, false);
}

/** Ask again with the state as it is now. */
export function ask() {
  if (chosen) question({ state: served(store.state), town: chosen });
}

const question = latest(
  async (/** @type {{state: State, town: Town}} */ { state, town }) => {
    const got = await api.defended(state, town);
    if (town !== chosen) return;
    answer = got;
    draw();
    say($("town-sentence").textContent);
  },
  {
    failed: (error) => into("town-answer")`${problem(error)}`,
    busy: (isBusy) => {
      $("town-answer").classList.toggle("busy", isBusy);
      if (isBusy && !answer && chosen) into("town-answer")`${soft(t("town_wait", { name: nameOf(chosen) }))}`;
    },
  },
);

export function draw() {
  if (!chosen || !answer) return;
  // Somebody may be typing the next name.
  if (document.activeElement !== $("town")) $("town").value = nameOf(chosen);
  const rows = answer.rows.toSorted(
    (a, b) => Number(a.status !== "threatened") - Number(b.status !== "threatened"),
  );
  const heads = {
    [t("against")]: "",
    [t("defended_q")]: "",
    [t("of_assumptions")]: "n",
    [t("warning_time")]: "n",
  };
  const sentence = language() === "ko" ? answer.sentence_ko : answer.sentence_en;
  into("town-answer")`
    <p class="town-sentence" id="town-sentence" lang=${language()}>${sentence}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${t("town_table", { name: nameOf(chosen) })}>
      ${table("town-rows", heads, rows.map(row))}
    </div>
    ${moveButton(chosen, nameOf(chosen))}
    ${soft(t("town_note"))}`;
}

/** @param {TownRow} row */
function row(row) {
  const name = flightName(row);
  if (row.status !== "threatened") {
    const word = t(row.status === "not-threatened" ? "not_threatened" : "not_flown");
    const none = html`<td class="n">–</td><td class="n">–</td>`;
    return html`<tr><th scope="row">${name}</th><td class="verdict none">${word}</td>${none}</tr>`;
  }
  const from = t(row.launch_points > 1 ? "worst_from" : "from", { place: launchName(row.launch_point) });
  const why = !row.defended && row.reason && t(`reason_${row.reason}`);
  const { word, kind } = verdict(row);
  const [cue, low, high] = row.after_cue_s ?? [null, null, null];
  const range = cue !== null && low !== high && format.span(format.number(low), format.number(high));
  const explain = () => chosen && calls.why(row, chosen);
  return html`<tr>
    <th scope="row">
      <button type="button" class="link" title=${t("why_button")} onclick=${explain}>${name}</button>
      <span class="soft under">${[from, why].filter(Boolean).join(" · ")}</span>
    </th>
    <td class="verdict ${kind}">${word}</td>
    <td class="n">${format.percent(row.share_of_samples)}</td>
    <td class="n">${format.seconds(cue)}${range && html`<span class="soft under">${range}</span>`}</td>
  </tr>`;
}
