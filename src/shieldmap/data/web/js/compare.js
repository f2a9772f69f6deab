/** Two states side by side: the one kept as A, and the one that goes on, B. */
import * as api from "./api.js";
import { $, choice, html, into, problem, say, soft, table } from "./dom.js";
import { capital, nameOf, t } from "./language.js";
import { once } from "./once.js";
import * as format from "./format.js";
import { maps } from "./compare_maps.js";
import {
  described,
  flightOf,
  launchName,
  meaning,
  parameter,
  parameterName,
  study,
  titleOf,
} from "./study.js";
import { own, parse, query, same, served, SERVER, store } from "./store.js";

/** @type {State|null} the state kept as A */ let kept = null;
/** @type {Study} the study that A belongs to */ let keptStudy;
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
  answers = once(ask);
  dress();
  changed();
}

export function dress() {
  $("compare").setAttribute("aria-pressed", String(kept !== null));
  $("compare").textContent = t(kept ? "compare_end" : "compare");
  $("compare-panel").hidden = kept === null;
}

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

/** What is compared: its word and its value. @type {[string, (of: Area) => number, (value: number) => string][]} */
const NUMBERS = [
  ["row_interceptors", (of) => of.interceptors.value, (value) => format.number(value)],
  ["row_people", (of) => of.totals.defended.value.people, format.people],
  ["row_threatened", (of) => of.totals.threatened.people, format.people],
  ["row_area", (of) => of.totals.defended.value.area_m2, format.area],
];

/** A difference with its sign. @param {number} value @param {(value: number) => string} write */
function signed(value, write) {
  const text = write(Math.abs(value));
  return (/[1-9]/.test(text) ? (value > 0 ? "+" : "−") : "±") + text;
}

/** @param {Area} a @param {Area} b */
function numbers(a, b) {
  const [sharesA, sharesB] = [a.totals.share_of_people, b.totals.share_of_people];
  const range = (/** @type {Shares} */ { bad, good }) =>
    format.span(format.percent(bad), format.percent(good));
  const points = 100 * ((sharesB.value ?? 0) - (sharesA.value ?? 0));
  const gain = t("points", { n: signed(points, (value) => format.number(value)) });
  const rows = [
    [t("row_share"), format.percent(sharesA.value), format.percent(sharesB.value), gain],
    [t("row_range"), range(sharesA), range(sharesB), ""],
    ...NUMBERS.map(([word, of, write]) => {
      const [inA, inB] = [of(a), of(b)];
      return [t(word), write(inA), write(inB), signed(inB - inA, write)];
    }),
  ];
  const lines = rows.map((row) => line(row, "n"));
  return table("", { "": "", A: "n", B: "n", "B − A": "n" }, lines);
}

/** @param {string[]} row @param {string} [kind] */
const line = ([name, ...cells], kind) => html`
  <tr><th scope="row">${name}</th>${cells.map((text) => html`<td class=${kind}>${text}</td>`)}</tr>`;

/** Places that both name and only one defends: two studies may name different ones. @param {Area} a @param {Area} b */
function placesThatDiffer(a, b) {
  const places = (/** @type {Area} */ of) => of.spots.filter((spot) => spot.kind !== "town");
  const inA = new Map(places(a).map((spot) => [spot.name, spot.defended]));
  const found = places(b).filter((spot) => inA.has(spot.name) && inA.get(spot.name) !== spot.defended);
  const told = found.map((spot) => `${nameOf(spot)} (${spot.defended ? "B" : "A"})`).join(", ");
  return found.length > 0 && soft(t("places_differ", { places: told }));
}

/** @param {Area} a @param {Area} b @param {Cells} places @param {string} colour */
export function draw(a, b, places, colour) {
  if (!kept) return;
  /** @param {string} letter @param {Area} answer @param {State} state @param {Study} of */
  const side = (letter, answer, state, of) => {
    const share = format.percent(answer.totals.share_of_people.value);
    // The study is named where there are two.
    const title = studyOf(kept) === study().name ? share : `${share}: ${titleOf(of)}`;
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
    ${numbers(a, b)}
    ${keptStudy.grid.spacing_km !== places.spacing_km && soft(t("compare_grid", { km: format.measured(places.spacing_km, "km") }))}
    ${assumedApart(kept)}
    ${placesThatDiffer(a, b)}
    <p><button type="button" class="small" onclick=${swap}>${t("swap")}</button></p>`;
  if (isFresh) $("compare-panel").scrollIntoView({ block: "start" });
  isFresh = false;
}

/** Why there is nothing to compare. @param {Error} error */
export const fail = (error) => into("compare-body")`${problem(error)}`;

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
export function differences(one, other, ofOne, ofOther) {
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

/** The assumptions in which A and B differ. @param {State} kept */
function assumedApart(kept) {
  const different = differences(kept, served(store.state), keptStudy, study());
  if (!different.length) return soft(t("same_states"));
  const lines = different.map((row) => line(row));
  return table("differ", { [t("assumption")]: "", A: "", B: "" }, lines);
}

const swap = () => store.change({ ...own(), ...kept, compare: writtenState() });
