/** Before and after: what a change does to share, interceptors and raid, in view while something is changed. */
import * as api from "./api.js";
import { $, html, into } from "./dom.js";
import { t } from "./language.js";
import * as format from "./format.js";
import { once } from "./once.js";
import { differences } from "./compare.js";
import { study } from "./study.js";
import { own, SERVER, served, store } from "./store.js";

/** What of a state is a choice of what to look at, and no change of the defence. */
const LOOKS = ["scenario", "threat", "spacing_km"];
/** @type {Area|null} */ let now = null;
/** Whether the answer is the first look. */ let isFirst = true;
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

/** @param {Area|null} answer of the state now @param {boolean} isCoarse */
export function draw(answer, isCoarse) {
  now = answer;
  isFirst = isCoarse;
  refresh();
}

/** A median with its band. @param {Area|null} of */
function share(of) {
  const { p05, p50, p95 } = of?.totals.sampled?.share_of_people ?? { p05: null, p50: null, p95: null };
  if (p50 === null) return of ? format.percent(of.totals.share_of_people.value) : "…";
  return `${format.percent(p50)} (${format.span(format.percent(p05), format.percent(p95))})`;
}

/** @param {Quoted|null} of */
const through = (of) =>
  of
    ? `${format.number(of.number.value ?? 0)} (${format.span(format.number(of.number.low ?? 0), format.number(of.number.high ?? 0))})`
    : "…";

async function refresh() {
  const mine = (turn += 1);
  const { state } = store;
  const isOn = isChanged(state);
  $("change").hidden = !isOn;
  if (!isOn) return;
  const [text, then] = [served(state), before(state)].map((one) => JSON.stringify(served(one)));
  /** @type {{area: Area|null, raid: Quoted|null, raidNow: Quoted|null}} */
  const found = { area: null, raid: null, raidNow: null };
  const show = () => mine === turn && table(found);
  show();
  const take = async (/** @type {keyof typeof found} */ name, /** @type {Promise<any>} */ asked) => {
    found[name] = await asked.catch(() => null);
    show();
  };
  /** @type {Promise<void>[]} */ const waits = [];
  // The state before is asked for when the one now is there: its map comes first.
  if (!isFirst) waits.push(take("area", areas(then)));
  if (study().has_raid) waits.push(take("raid", raidsBefore(then)), take("raidNow", raidsNow(text)));
  await Promise.all(waits);
}

/** @param {{area: Area|null, raid: Quoted|null, raidNow: Quoted|null}} found */
function table({ area, raid, raidNow }) {
  const changes = differences(before(store.state), store.state, study(), study());
  const told = changes.map(([name, from, to]) => t("change_told", { name, from, to }));
  const counted = (/** @type {Area|null} */ of, /** @type {"interceptors"|"full_pairs"} */ what) =>
    of ? format.number(of[what].value) : "…";
  const rows = [
    [t("change_share"), share(area), (isFirst ? "≈ " : "") + share(now)],
    [t("change_interceptors"), counted(area, "interceptors"), counted(now, "interceptors")],
    [t("change_pairs"), counted(area, "full_pairs"), counted(now, "full_pairs")],
  ];
  if (study().has_raid)
    rows.push([t("change_leakers", { missiles: raid?.most ?? "…" }), through(raid), through(raidNow)]);
  into("change")`
    <h2 class="hidden-text">${t("change_title")}</h2>
    <p class="change-told" id="change-told">${told.join(" · ")}</p>
    <table class="numbers"><thead><tr><td></td><th scope="col" class="n">${t("change_before")}</th>
      <th scope="col" class="n">${t("change_after")}</th></tr></thead>
      <tbody>${rows.map(
        ([name, from, to]) =>
          html`<tr class=${from === to ? "" : "differs"}><th scope="row">${name}</th><td class="n">${from}</td><td class="n">${to}</td></tr>`,
      )}</tbody></table>
    <p class="actions"><button type="button" class="small" id="change-undo" onclick=${() => store.undo()}>${t("undo")}</button>
      <button type="button" class="small" id="change-reset" onclick=${() => store.change({ ...own(Object.keys(SERVER).filter((key) => !LOOKS.includes(key))) })}>${t("change_reset")}</button></p>`;
}
