/** Two states side by side: the one kept as A, and the one that goes on, B. */
import * as api from "./api.js";
import { $, choice, html, into, problem, say, soft } from "./dom.js";
import { nameOf, t } from "./language.js";
import { once } from "./once.js";
import * as format from "./format.js";
import { median } from "./change.js";
import { maps } from "./compare_maps.js";
import { described, meaning, study, titleOf } from "./study.js";
import { own, parse, query, same, served, SERVER, store } from "./store.js";

/** @type {State|null} the state kept as A */ let kept = null;
/** @type {Study|null} the study that A belongs to */ let keptStudy = null;
/** Its answers by grid. */ let answers = once(ask);
let view = "difference";
/** Whether the panel has yet to be shown to the reader. */ let isFresh = false;
/** @type {() => void} */ let changed = () => {};

const studyOf = (/** @type {State|null} */ state) => state?.scenario ?? "korea";
const writtenState = () => query(served(store.state), SERVER) || "scenario";

export const isOn = () => kept !== null;
export const mapView = () => (kept ? view : "b");

/** @param {() => void} call the map has to be drawn again */
export function begin(call) {
  changed = call;
  $("compare").addEventListener("click", () => {
    if (kept) store.change({ compare: undefined });
    else {
      store.change({ compare: writtenState() });
      isFresh = true;
      say(`${t("compare_title")}. ${t("same_states")}`);
    }
  });
}

/** Follow the state: is there an A, and which? @param {State} state */
export function follow(state) {
  const text = state.compare;
  const next = text === undefined ? null : served(parse(text));
  if ((next === null) === (kept === null) && (!next || !kept || same(next, kept))) return;
  kept = next;
  keptStudy = null;
  answers = once(ask);
  dress();
  changed();
}

export function dress() {
  $("compare").setAttribute("aria-pressed", String(kept !== null));
  $("compare").textContent = t(kept ? "compare_end" : "compare");
  $("compare-panel").hidden = kept === null;
}

/** What is kept as A, with its study, once that is known. @returns {{state: State, of: Study}|null} */
export const other = () => (kept && keptStudy ? { state: kept, of: keptStudy } : null);

/** The answer of A on a grid. @param {number} spacing */
export const answerOfA = (spacing) => answers(spacing);

/** @param {number} spacing_km */
async function ask(spacing_km) {
  const state = kept;
  const [answer, of] = await Promise.all([
    api.area({ ...state, spacing_km }, api.FIRST_DRAWS, undefined, `${api.CLIENT}-a`),
    described(studyOf(state)),
  ]);
  // Another state may have been kept meanwhile.
  if (state === kept) keptStudy = of;
  return answer;
}

/** Places that both name and for which only one holds: two studies may name different ones. @param {Area} a @param {Area} b */
function placesThatDiffer(a, b) {
  const places = (/** @type {Area} */ of) => of.spots.filter((spot) => spot.kind !== "town");
  const holds = (/** @type {PageSpot} */ spot) => (spot.verdict ? spot.verdict === "holds" : spot.defended);
  const inA = new Map(places(a).map((spot) => [spot.name, holds(spot)]));
  const found = places(b).filter((spot) => inA.has(spot.name) && inA.get(spot.name) !== holds(spot));
  const told = found.map((spot) => `${nameOf(spot)} (${holds(spot) ? "B" : "A"})`).join(", ");
  return found.length > 0 && soft(t("places_differ", { places: told }));
}

/** @param {Area} a @param {Area} b @param {Cells} places @param {string} colour */
export function draw(a, b, places, colour) {
  if (!kept || !keptStudy) return;
  /** @param {string} letter @param {Area} answer @param {State} state @param {Study} of */
  const side = (letter, answer, state, of) => {
    // The study is named where there are two.
    const title = studyOf(kept) === study().name ? median(answer) : `${median(answer)}: ${titleOf(of)}`;
    return { letter, title, answer, means: meaning(state, of), study: of };
  };
  const look = (/** @type {string} */ name) => {
    view = name;
    draw(a, b, places, colour);
    changed();
  };
  into("compare-body")`
    ${maps(places, colour, [side("A", a, kept, keptStudy), side("B", b, store.state, study())])}
    <div class="segmented" role="group" aria-label=${t("compare_map")}>
      ${choice("map", ["b", "difference"], view, look)}
    </div>
    ${keptStudy.grid.spacing_km !== places.spacing_km && soft(t("compare_grid", { km: format.measured(places.spacing_km, "km") }))}
    ${placesThatDiffer(a, b)}
    <p><button type="button" class="small" onclick=${swap}>${t("swap")}</button></p>`;
  if (isFresh) $("compare-panel").scrollIntoView({ block: "start" });
  isFresh = false;
}

/** Why there is nothing to compare. @param {Error} error */
export const fail = (error) => into("compare-body")`${problem(error)}`;

const swap = () => store.change({ ...own(), ...kept, compare: writtenState() });
