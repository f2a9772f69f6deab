/** Before and after: what a change does to share, interceptors and raid, in view while something is changed. */
import * as api from "./api.js";
import { $, html, into } from "./dom.js";
import { capital, t } from "./language.js";
import * as format from "./format.js";
import { once } from "./once.js";
import { flightOf, launchName, meaning, parameter, parameterName, study, titleOf } from "./study.js";
import { own, same, SERVER, served, store } from "./store.js";

/** What the answer now is held against, and what the two are called. @typedef {{state: State, of: Study, words: [string, string]}} Held */

/** What of a state is a choice of what to look at, and no change of the defence. */
const LOOKS = ["scenario", "threat", "spacing_km"];
/** So many differences are told at once: two studies differ in twenty. */ const TOLD = 3;
/** @type {Area|null} */ let now = null;
/** Whether the answer is the first look. */ let isFirst = true;
/** The state kept as A of a comparison. @type {{state: State, of: Study}|null} */ let other = null;
let spacing_km = 0;
let turn = 0;

const areas = once((/** @type {string} */ text) =>
  api.area(parsed(text), api.ALL_DRAWS, undefined, `${api.CLIENT}-before`),
);
// Each under a name of its own: of one name the server answers the newest request alone.
const raidsBefore = once((/** @type {string} */ text) => api.quoted(parsed(text), "raid", "-before"));
const raidsNow = once((/** @type {string} */ text) => api.quoted(parsed(text), "raid", "-now"));
/** @type {(text: string) => State} */ const parsed = (text) => JSON.parse(text);

/** The state before the change: the study as it is, with what is looked at now. @param {State} state @returns {State} */
function before(state) {
  const kept = /** @type {State} */ (
    Object.fromEntries(LOOKS.filter((key) => state[key] !== undefined).map((key) => [key, state[key]]))
  );
  return { ...own(), ...kept };
}

/** Whether anything but what is looked at is not the study's own. @param {State} state */
export const isChanged = (state) => Object.keys(served(state)).some((key) => !LOOKS.includes(key));

/** A comparison holds two states together, an undo what it took back, and any other change the study as it is. @returns {Held|null} */
function against() {
  const { state, left } = store;
  if (other) return { ...other, words: ["A", "B"] };
  if (left && left.scenario === state.scenario && !same(left, state))
    return { state: left, of: study(), words: [t("change_undone"), t("change_after")] };
  return isChanged(state)
    ? { state: before(state), of: study(), words: [t("change_before"), t("change_after")] }
    : null;
}

/** @param {Area|null} answer of the state now @param {boolean} isCoarse @param {number} [spacing] its grid in km */
export function draw(answer, isCoarse, spacing = 0) {
  now = answer;
  isFirst = isCoarse;
  spacing_km = spacing;
  refresh();
}

/** Hold the state now against the one kept as A, or no more. @param {{state: State, of: Study}|null} kept */
export function hold(kept) {
  other = kept;
  refresh();
}

/** The share of people covered: the median of the draws. @param {Area} of */
export const median = ({ totals }) =>
  format.percent(totals.sampled?.share_of_people.p50 ?? totals.share_of_people.value);

/** The same with its band. @param {Area|null} of */
function share(of) {
  const band = of?.totals.sampled?.share_of_people;
  if (!of || !band) return of ? median(of) : "…";
  return `${median(of)} (${format.span(format.percent(band.p05), format.percent(band.p95))})`;
}

/** @param {Quoted|null} of */
const through = (of) =>
  of
    ? `${format.number(of.number.value ?? 0)} (${format.span(format.number(of.number.low ?? 0), format.number(of.number.high ?? 0))})`
    : "…";

async function refresh() {
  const mine = (turn += 1);
  const held = against();
  $("change").hidden = !held;
  if (!held) return;
  const text = JSON.stringify(served(store.state));
  const then = JSON.stringify({ ...served(held.state), spacing_km });
  /** @type {{area: Area|null, raid: Quoted|null, raidNow: Quoted|null}} */
  const found = { area: null, raid: null, raidNow: null };
  const show = () => mine === turn && table(held, found);
  show();
  // The answer now comes first: until it is there nothing else is asked for.
  if (!now) return;
  const take = async (/** @type {keyof typeof found} */ name, /** @type {Promise<any>} */ asked) => {
    found[name] = await asked.catch(() => null);
    show();
  };
  /** @type {Promise<void>[]} */ const waits = [];
  // The state before is asked for when the one now is there: its map comes first.
  if (!isFirst) waits.push(take("area", areas(then)));
  if (held.of.has_raid) waits.push(take("raid", raidsBefore(JSON.stringify(served(held.state)))));
  if (study().has_raid) waits.push(take("raidNow", raidsNow(text)));
  await Promise.all(waits);
}

/** @param {Held} held @param {{area: Area|null, raid: Quoted|null, raidNow: Quoted|null}} found */
function table({ state, of, words: [then, after] }, { area, raid, raidNow }) {
  const changes = differences(served(state), served(store.state), of, study());
  const told = changes.map(([name, from, to]) => t("change_told", { name, from, to }));
  const counted = (/** @type {Area|null} */ of, /** @type {"interceptors"|"full_pairs"} */ what) =>
    of ? format.number(of[what].value) : "…";
  const rows = [
    [t("change_share"), share(area), (now && isFirst ? "≈ " : "") + share(now)],
    [t("change_interceptors"), counted(area, "interceptors"), counted(now, "interceptors")],
    [t("change_pairs"), counted(area, "full_pairs"), counted(now, "full_pairs")],
  ];
  const fought = (/** @type {Study} */ one, /** @type {Quoted|null} */ told) =>
    one.has_raid ? through(told) : "–";
  if (study().has_raid || of.has_raid)
    rows.push([
      t("change_leakers", { missiles: (raidNow ?? raid)?.most ?? "…" }),
      fought(of, raid),
      fought(study(), raidNow),
    ]);
  into("change")`
    <h2 class="hidden-text">${t("change_title")}</h2>
    <p class="change-told" id="change-told">${told.slice(0, TOLD).join(" · ") || t("same_states")}</p>
    ${
      told.length > TOLD &&
      html`<details class="change-more"><summary>${t("change_more", { n: told.length - TOLD })}</summary>
        <ul>${told.slice(TOLD).map((one) => html`<li>${one}</li>`)}</ul></details>`
    }
    <table class="numbers"><thead><tr><td></td><th scope="col" class="n">${then}</th>
      <th scope="col" class="n">${after}</th></tr></thead>
      <tbody>${rows.map(
        ([name, from, to]) =>
          html`<tr class=${from === to ? "" : "differs"}><th scope="row">${name}</th><td class="n">${from}</td><td class="n">${to}</td></tr>`,
      )}</tbody></table>
    <p class="actions"><button type="button" class="small" id="change-undo" disabled=${store.past.length === 0} onclick=${() => store.undo()}>${t("undo")}</button>
      <button type="button" class="small" id="change-reset" onclick=${() => store.change({ ...own(Object.keys(SERVER).filter((key) => !LOOKS.includes(key))) })}>${t("change_reset")}</button></p>`;
}

/**
 * What is set or stands in the study, in words: everything in which two states can differ.
 * @type {[string, (now: Meaning, from: Study, state: State) => string][]}
 */
const ASSUMED = [
  ["state_scenario", (_, from) => titleOf(from)],
  ["state_threat", (_, from, state) => flightOf(state, from)],
  ["state_launch_points", (now, from) => now.launch_points.map((id) => launchName(id, from)).join(", ")],
  ["state_battery", (now) => format.position(...now.battery)],
  ["state_radar", (now) => format.position(...now.radar)],
  ["state_radar_present", (now) => t(now.radar_present ? "yes" : "no")],
  ["state_doctrine", (now) => capital(t(`doctrine_${now.doctrine}_long`))],
];

/**
 * What two states assume differently: name, in one, in the other.
 * @param {State} one @param {State} other @param {Study} ofOne @param {Study} ofOther
 */
function differences(one, other, ofOne, ofOther) {
  const [nowA, nowB] = [meaning(one, ofOne), meaning(other, ofOther)];
  const rows = ASSUMED.map(([word, said]) => [t(word), said(nowA, ofOne, one), said(nowB, ofOther, other)]);
  for (const key of Object.keys(SERVER)) {
    const [a, b] = [parameter(key, one, ofOne), parameter(key, other, ofOther)];
    const name = a?.name ?? b?.name;
    const said = (/** @type {State} */ at, /** @type {Parameter|null} */ about) =>
      about ? format.measured(at[key] ?? about.value, about.unit) : "–";
    if (name) rows.push([parameterName(name), said(one, a), said(other, b)]);
  }
  return rows.filter(([, a, b]) => a !== b);
}
