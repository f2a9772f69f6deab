/** Two states side by side: the one kept as A, and the one that goes on, B. */
import * as api from "./api.js";
import { $, fill, h, say } from "./dom.js";
import { t } from "./language.js";
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
import { parse, query, same, served, SERVER, store } from "./store.js";

/** @type {any} the state kept as A */ let kept = null;
/** @type {any} the study that A belongs to */ let keptStudy = null;
/** @type {Map<string, Promise<any>>} its answers by grid and colour */ let answers = new Map();
/** @type {"b"|"difference"} */ let view = "difference";
/** Whether the panel has yet to be shown to the reader. */ let isFresh = false;
/** @type {() => void} */ let changed = () => {};

const studyOf = (/** @type {any} */ state) => state.scenario ?? "korea";

export const isOn = () => kept !== null;
export const mapView = () => (kept ? view : "b");

/** @param {() => void} call the map has to be drawn again */
export function begin(call) {
  changed = call;
  $("compare").addEventListener("click", () => {
    if (kept) store.change({ compare: undefined });
    else {
      store.change({ compare: query(served(store.state), SERVER) || "scenario" });
      isFresh = true;
      say(`${t("compare_title")}. ${t("same_states")}`);
    }
  });
}

/** Follow the state: is there an A, and which? @param {any} state */
export function follow(state) {
  const text = state.compare;
  const next = text === undefined ? null : served(parse(text));
  if ((next === null) === (kept === null) && (!next || same(next, kept))) return;
  kept = next;
  answers = new Map();
  dress();
  changed();
}

export function dress() {
  $("compare").setAttribute("aria-pressed", String(kept !== null));
  $("compare").textContent = t(kept ? "compare_end" : "compare");
  $("compare-panel").hidden = kept === null;
}

/** The share, and the study where there are two. @param {string} share @param {any} of */
const captionOf = (share, of) => (studyOf(kept) === study().name ? share : `${share}: ${titleOf(of)}`);

/** The answer of A on a grid. @param {number} spacing @param {string} colour */
export function answerOfA(spacing, colour) {
  const key = `${spacing} ${colour}`;
  const found = answers.get(key);
  if (found) return found;
  const own = answers;
  const promise = Promise.all([
    api.area({ ...kept, spacing_km: spacing }, colour, undefined, `${api.CLIENT}-a`),
    described(studyOf(kept)),
  ]).then(([answer, of]) => {
    // Another state may have been kept meanwhile.
    if (own === answers) keptStudy = of;
    return answer;
  });
  promise.catch(() => own.delete(key));
  own.set(key, promise);
  return promise;
}

/** @param {any} a @param {any} b @param {any} places @param {string} colour */
export function draw(a, b, places, colour) {
  if (!kept) return;
  // Redrawing takes the focus from the button that asked for it: it gets it back.
  const focused = document.activeElement?.closest?.("#compare-body") ? document.activeElement.id : "";
  const share = (/** @type {any} */ answer) => format.percent(answer.totals.share_of_people.value);
  const range = (/** @type {any} */ answer) =>
    format.span(
      format.percent(answer.totals.share_of_people.bad),
      format.percent(answer.totals.share_of_people.good),
    );
  const points = (b.totals.share_of_people.value ?? 0) - (a.totals.share_of_people.value ?? 0);
  const people = (/** @type {any} */ answer, /** @type {string} */ end) => answer.totals.defended[end].people;
  const areaOf = (/** @type {any} */ answer) => answer.totals.defended.value.area_m2;
  const signed = (/** @type {number} */ value, /** @type {(value: number) => string} */ write) =>
    (value > 0 ? "+" : value < 0 ? "−" : "±") + write(Math.abs(value));
  const rows = [
    [
      t("row_share"),
      share(a),
      share(b),
      t("points", { n: signed(Math.round(points * 100), (value) => format.number(value)) }),
    ],
    [t("row_range"), range(a), range(b), ""],
    [
      t("row_people"),
      format.people(people(a, "value")),
      format.people(people(b, "value")),
      signed(people(b, "value") - people(a, "value"), format.people),
    ],
    [
      t("row_threatened"),
      format.people(a.totals.threatened.people),
      format.people(b.totals.threatened.people),
      signed(b.totals.threatened.people - a.totals.threatened.people, format.people),
    ],
    [
      t("row_area"),
      format.area(areaOf(a)),
      format.area(areaOf(b)),
      signed(areaOf(b) - areaOf(a), format.area),
    ],
    [
      t("row_interceptors"),
      format.number(a.interceptors.value),
      format.number(b.interceptors.value),
      signed(b.interceptors.value - a.interceptors.value, (value) => format.number(value)),
    ],
  ];
  // Two studies may name different places: those of both are compared.
  const placesOf = (/** @type {any} */ answer) =>
    answer.spots.filter((/** @type {any} */ spot) => spot.kind !== "town");
  const inA = new Map(placesOf(a).map((/** @type {any} */ spot) => [spot.name, spot.defended]));
  const lost = placesOf(b).filter(
    (/** @type {any} */ spot) => inA.has(spot.name) && inA.get(spot.name) !== spot.defended,
  );
  fill(
    $("compare-body"),
    maps(places, colour, [
      {
        letter: "A",
        title: captionOf(share(a), keptStudy),
        answer: a,
        means: meaning(kept, keptStudy),
        study: keptStudy,
      },
      {
        letter: "B",
        title: captionOf(share(b), study()),
        answer: b,
        means: meaning(store.state),
        study: study(),
      },
    ]),
    h(
      "div",
      { class: "segmented", role: "group", "aria-label": t("compare_map") },
      ["b", "difference"].map((name) =>
        h(
          "button",
          {
            type: "button",
            id: `compare-${name}`,
            "aria-pressed": String(view === name),
            on: {
              click: () => {
                view = /** @type {any} */ (name);
                draw(a, b, places, colour);
                document.getElementById(`compare-${name}`)?.focus();
                changed();
              },
            },
          },
          t(`map_${name}`),
        ),
      ),
    ),
    h(
      "table",
      { class: "numbers" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("td", {}),
          h("th", { scope: "col", class: "n" }, "A"),
          h("th", { scope: "col", class: "n" }, "B"),
          h("th", { scope: "col", class: "n" }, "B − A"),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map(([name, ...cells]) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, name),
            cells.map((text) => h("td", { class: "n" }, text)),
          ),
        ),
      ),
    ),
    keptStudy.grid.spacing_km === places.spacing_km
      ? null
      : h("p", { class: "soft" }, t("compare_grid", { km: places.spacing_km })),
    differences(),
    lost.length
      ? h(
          "p",
          { class: "soft" },
          t("places_differ", {
            places: lost
              .map(
                (/** @type {any} */ spot) =>
                  `${spot.name_ko && document.documentElement.lang === "ko" ? spot.name_ko : spot.name} (${spot.defended ? "B" : "A"})`,
              )
              .join(", "),
          }),
        )
      : null,
    h("p", {}, h("button", { type: "button", class: "small", on: { click: swap } }, t("swap"))),
  );
  if (focused) document.getElementById(focused)?.focus();
  if (isFresh) $("compare-panel").scrollIntoView({ block: "start" });
  isFresh = false;
}

/** Why there is nothing to compare. @param {Error} problem */
export function fail(problem) {
  fill($("compare-body"), h("p", { class: "problem" }, problem.message || t("no_server")));
}

/** What is set or stands in the study, in words: everything in which two states can differ. */
const ASSUMED = /** @type {[string, (at: any, from: any) => string][]} */ ([
  ["state_scenario", (_, from) => titleOf(from)],
  ["state_threat", (at, from) => flightOf(at, from)],
  [
    "state_launch_points",
    (at, from) =>
      meaning(at, from)
        .launch_points.map((/** @type {string} */ id) => launchName(id, from))
        .join(", "),
  ],
  ["state_battery", (at, from) => format.position(...pair(meaning(at, from).battery))],
  ["state_radar", (at, from) => format.position(...pair(meaning(at, from).radar))],
  ["state_radar_present", (at, from) => t(meaning(at, from).radar_present ? "yes" : "no")],
  ["state_doctrine", (at, from) => t(`doctrine_${meaning(at, from).doctrine}`)],
]);
const pair = (/** @type {number[]} */ at) => /** @type {[number, number]} */ ([at[0], at[1]]);

/** The assumptions in which A and B differ. */
function differences() {
  const state = served(store.state);
  const rows = ASSUMED.map(([name, said]) => [t(name), said(kept, keptStudy), said(state, study())]);
  for (const key of Object.keys(SERVER)) {
    const [a, b] = [parameter(key, kept, keptStudy), parameter(key, state, study())];
    const said = (/** @type {any} */ at, /** @type {any} */ about) =>
      about ? format.quantity(at[key] ?? about.value, about.unit) : "–";
    if (a || b) rows.push([parameterName((a ?? b).name), said(kept, a), said(state, b)]);
  }
  const different = rows.filter(([, a, b]) => a !== b);
  if (!different.length) return h("p", { class: "soft" }, t("same_states"));
  return h(
    "table",
    { class: "numbers differ" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, t("assumption")),
        h("th", { scope: "col" }, "A"),
        h("th", { scope: "col" }, "B"),
      ),
    ),
    h(
      "tbody",
      {},
      different.map(([name, a, b]) =>
        h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, a), h("td", {}, b)),
      ),
    ),
  );
}

function swap() {
  const b = query(served(store.state), SERVER) || "scenario";
  const cleared = Object.fromEntries(Object.keys(SERVER).map((key) => [key, undefined]));
  store.change({ ...cleared, ...kept, compare: b });
}
