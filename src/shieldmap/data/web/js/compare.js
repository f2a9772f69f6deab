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
/** @type {"a"|"b"|"difference"} */ let view = "difference";
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
      $("compare-panel").scrollIntoView({ block: "nearest" });
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

/** The answer of A on a grid. @param {number} spacing @param {string} colour */
export function answerOfA(spacing, colour) {
  const key = `${spacing} ${colour}`;
  const found = answers.get(key);
  if (found) return found;
  const promise = Promise.all([
    api.area({ ...kept, spacing_km: spacing }, colour, undefined, `${api.CLIENT}-a`),
    described(studyOf(kept)),
  ]).then(([answer, study]) => {
    keptStudy = study;
    return answer;
  });
  const own = answers;
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
      format.percent(answer.totals.share_of_people.low),
      format.percent(answer.totals.share_of_people.high),
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
      { letter: "A", title: share(a), answer: a, means: meaning(kept, keptStudy), study: keptStudy },
      { letter: "B", title: share(b), answer: b, means: meaning(store.state), study: study() },
    ]),
    h(
      "div",
      { class: "segmented", role: "group", "aria-label": t("compare_map") },
      ["a", "b", "difference"].map((name) =>
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
}

/** The assumptions in which A and B differ. */
function differences() {
  const state = served(store.state);
  const keys = Object.keys(SERVER).filter(
    (key) => key !== "spacing_km" && String(kept[key]) !== String(state[key]),
  );
  if (!keys.length) return h("p", { class: "soft" }, t("same_states"));
  const said = (/** @type {any} */ at, /** @type {string} */ key) => {
    const from = at === kept ? keptStudy : study();
    const now = meaning(at, from);
    if (key === "scenario") return titleOf(from);
    if (["threat", "missile", "trajectory", "apogee_km"].includes(key)) return flightOf(at);
    if (key === "launch_points") return now.launch_points.map(launchName).join(", ");
    if (key === "battery" || key === "radar") return format.position(now[key][0], now[key][1]);
    if (key === "radar_present") return t(now.radar_present ? "yes" : "no");
    if (key === "doctrine") return t(`doctrine_${now.doctrine}`);
    const about = parameter(key, at);
    return about ? format.quantity(at[key] ?? about.value, about.unit) : String(at[key] ?? "–");
  };
  const named = (/** @type {string} */ key) =>
    has(key) ? t(`state_${key}`) : parameterName(parameter(key, store.state)?.name ?? key);
  const has = (/** @type {string} */ key) =>
    [
      "threat",
      "missile",
      "trajectory",
      "apogee_km",
      "launch_points",
      "battery",
      "radar",
      "radar_present",
      "doctrine",
      "scenario",
    ].includes(key);
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
      keys.map((key) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, named(key)),
          h("td", {}, said(kept, key)),
          h("td", {}, said(state, key)),
        ),
      ),
    ),
  );
}

function swap() {
  const b = query(served(store.state), SERVER) || "scenario";
  const cleared = Object.fromEntries(Object.keys(SERVER).map((key) => [key, undefined]));
  store.change({ ...cleared, ...kept, compare: b });
}
