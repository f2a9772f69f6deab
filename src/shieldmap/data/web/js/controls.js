/** What is assumed: every choice and number that a reader may change. */
import { $, fill, h } from "./dom.js";
import { nameOf, t } from "./language.js";
import { position, quantity, short, span, unitName } from "./format.js";
import { sourceButton } from "./popover.js";
import {
  flightName,
  launchName,
  meaning,
  parameter,
  parameterName,
  ownSpacing,
  study,
  titleOf,
} from "./study.js";
import { served, SERVER, store } from "./store.js";

/** @type {(() => void)[]} what brings the controls in step with the state */
let updates = [];
const OWN = "own";
const LAUNCH_DEFAULT = (/** @type {any} */ now) => now.threat.launch_points;

/** Build all controls for the study that is open. @param {import("./handles.js").Handles} handles */
export function build(handles) {
  updates = [];
  const openBefore = new Set([...$("controls").querySelectorAll("details[open]")].map((node) => node.id));
  const isFirst = !$("controls").children.length;
  const group = (/** @type {string} */ id, /** @type {boolean} */ isOpen, /** @type {any[]} */ ...rows) =>
    h(
      "details",
      { class: "group", id: `group-${id}`, open: isFirst ? isOpen : openBefore.has(`group-${id}`) },
      h("summary", {}, h("span", {}, t(`group_${id}`)), h("output", { class: "gist", id: `gist-${id}` })),
      rows,
    );
  fill(
    $("controls"),
    studyChoice(),
    group("missile", true, threatChoice(), ownFlight(), launchPoints(), slider("rcs_m2", true)),
    group(
      "battery",
      false,
      place("battery"),
      together(handles),
      slider("launchers"),
      slider("interceptors_per_launcher"),
      doctrine(),
    ),
    group(
      "radar",
      false,
      radarPresent(),
      place("radar"),
      slider("boresight_deg"),
      slider("sector_deg"),
      slider("elevation_min_deg"),
    ),
    group(
      "interceptor",
      false,
      ["floor_km", "ceiling_km", "reach_km"].map((key) => slider(key)),
    ),
    group(
      "time",
      false,
      ["warning_s", "reaction_s", "assessment_s", "salvo_spacing_s"].map((key) => slider(key)),
    ),
    group("grid", false, spacing()),
    group("others", false, others()),
    h(
      "p",
      { class: "reset" },
      h("button", { type: "button", class: "small", id: "reset", on: { click: reset } }, t("reset")),
    ),
  );
  update();
}

export const update = () => updates.forEach((call) => call());

function reset() {
  const keys = Object.keys(SERVER).filter((key) => key !== "scenario");
  store.change(Object.fromEntries(keys.map((key) => [key, undefined])));
}

/** @param {string} label @param {any} control @param {any} [extra] */
const field = (label, control, extra) =>
  h("div", { class: "field" }, h("label", { for: control.id, htmlFor: control.id }, label), control, extra);

/** @param {string} id @param {[string, string][]} options @param {(value: string) => void} choose */
const select = (id, options, choose) =>
  h(
    "select",
    { id, on: { change: (/** @type {any} */ event) => choose(event.target.value) } },
    options.map(([value, text]) => h("option", { value }, text)),
  );

function studyChoice() {
  const node = h("select", {
    id: "scenario",
    on: {
      change: (/** @type {any} */ event) =>
        store.change({
          ...ownOfStudy(),
          scenario: event.target.value === "korea" ? undefined : event.target.value,
        }),
    },
  });
  scenarioOptions.then((rows) => {
    fill(
      node,
      rows.map((row) => h("option", { value: row.name }, titleOf(row))),
    );
    node.value = study().name;
  });
  // Another study starts from its own values: said while there is something to lose.
  const note = h("p", { class: "soft" }, t("study_note"));
  updates.push(() => {
    note.hidden = Object.keys(served(store.state)).every((key) => ["scenario", "spacing_km"].includes(key));
  });
  return field(t("study"), node, note);
}
/** @type {Promise<{name: string, title: string}[]>} */
let scenarioOptions = Promise.resolve([]);
/** @param {Promise<any[]>} rows */
export const setScenarios = (rows) => (scenarioOptions = rows);
/** What was set belongs to its study; place, town, comparison and view stay. */
const ownOfStudy = () => Object.fromEntries(Object.keys(SERVER).map((key) => [key, undefined]));

function threatChoice() {
  const options = study().threats.map((/** @type {any} */ row) => [row.id, flightName(row)]);
  const node = select("threat", [...options, [OWN, t("own_flight")]], (value) => {
    const now = meaning(store.state);
    if (value === OWN)
      store.change({
        missile: now.threat.missile,
        trajectory: now.threat.trajectory,
        apogee_km: now.threat.apogee_km ?? undefined,
      });
    else
      store.change({
        threat: value === study().default_threat ? undefined : value,
        missile: undefined,
        trajectory: undefined,
        apogee_km: undefined,
        launch_points: undefined,
        rcs_m2: undefined,
      });
  });
  const source = sourceButton(() => {
    const { threat } = meaning(store.state);
    return { name: "threat", value: null, unit: "", source: threat.source, note: threat.note, rivals: [] };
  }, t("flight_label"));
  updates.push(() => (node.value = meaning(store.state).isOwn ? OWN : meaning(store.state).threat.id));
  updates.push(() =>
    gist(
      "missile",
      meaning(store.state)
        .launch_points.map((/** @type {string} */ id) => launchName(id))
        .join(", "),
    ),
  );
  return field(t("flight_label"), node, source);
}

function ownFlight() {
  const missiles = study().missiles.map((/** @type {any} */ row) => [
    row.id,
    `${nameOf(row)}${row.range_km ? ` · ${short(row.range_km)} km` : ""}`,
  ]);
  const missile = select("missile", missiles, (value) => store.change({ missile: value }));
  const path = select(
    "trajectory",
    ["minimum-energy", "lofted", "depressed"].map((name) => [name, t(`path_${name}`)]),
    (value) =>
      store.change({
        trajectory: value,
        apogee_km: value === "minimum-energy" ? undefined : store.state.apogee_km,
      }),
  );
  const apogee = h("input", {
    id: "apogee",
    type: "number",
    min: 20,
    max: 2500,
    step: 10,
    inputMode: "decimal",
    on: {
      change: (/** @type {any} */ event) =>
        store.change({ apogee_km: event.target.value === "" ? undefined : Number(event.target.value) }),
    },
  });
  const box = h(
    "div",
    { class: "own" },
    field(t("missile"), missile),
    field(t("path"), path),
    field(t("apogee"), apogee, h("span", { class: "unit" }, "km")),
  );
  updates.push(() => {
    const now = meaning(store.state);
    box.hidden = !now.isOwn;
    missile.value = now.missile;
    path.value = now.trajectory;
    apogee.value = store.state.apogee_km ?? "";
    apogee.disabled = now.trajectory === "minimum-energy";
  });
  return box;
}

function launchPoints() {
  const boxes = study().launch_points.map((/** @type {any} */ point) => {
    const box = h("input", { type: "checkbox", value: point.id, on: { change: choose } });
    return { box, row: h("label", { class: "check" }, box, launchName(point.id)) };
  });
  function choose() {
    const ids = boxes
      .filter((/** @type {any} */ row) => row.box.checked)
      .map((/** @type {any} */ row) => row.box.value);
    const own = LAUNCH_DEFAULT(meaning(store.state));
    if (!ids.length) return update();
    store.change({
      launch_points:
        ids.join() ===
        study()
          .launch_points.map((/** @type {any} */ p) => p.id)
          .filter((/** @type {string} */ id) => own.includes(id))
          .join()
          ? undefined
          : ids,
    });
  }
  updates.push(() => {
    const now = meaning(store.state).launch_points;
    for (const { box } of boxes) box.checked = now.includes(box.value);
  });
  return h(
    "fieldset",
    { class: "checks" },
    h("legend", {}, t("launch_area")),
    boxes.map((/** @type {any} */ row) => row.row),
    h("p", { class: "soft" }, t("launch_area_note")),
  );
}

function doctrine() {
  const node = select(
    "doctrine",
    ["single", "salvo-2", "shoot-look-shoot"].map((name) => [name, t(`doctrine_${name}`)]),
    (value) => store.change({ doctrine: value === study().doctrine ? undefined : value }),
  );
  updates.push(() => (node.value = meaning(store.state).doctrine));
  return field(t("doctrine"), node);
}

/** Latitude and longitude as numbers. @param {"battery"|"radar"} key */
function place(key) {
  const inputs = ["latitude", "longitude"].map((part, i) =>
    h("input", {
      id: `${key}-${part}`,
      type: "number",
      step: 0.01,
      min: i ? 120 : 30,
      max: i ? 135 : 45,
      inputMode: "decimal",
      "aria-label": t(`${key}_${part}`),
      on: {
        change: () => {
          const at = inputs.map((node) => Number(node.value));
          if (at.every(Number.isFinite) && inputs.every((node) => node.value !== ""))
            store.change({ [key]: at });
        },
      },
    }),
  );
  const where = study().defence[key];
  const source = sourceButton(
    () => ({ name: key, value: null, unit: "", source: where.source, note: where.note, rivals: [] }),
    t(`${key}_place`),
  );
  updates.push(() => {
    const at = meaning(store.state)[key];
    inputs.forEach(
      (node, i) => document.activeElement !== node && (node.value = String(Number(at[i].toFixed(3)))),
    );
    if (key === "battery") gist("battery", position(at[0], at[1]));
  });
  return h(
    "div",
    { class: "field place", role: "group", "aria-label": t(`${key}_place`) },
    h("span", { class: "label" }, t(`${key}_place`)),
    h(
      "span",
      { class: "pair" },
      inputs[0],
      h("span", { class: "unit" }, "°N"),
      inputs[1],
      h("span", { class: "unit" }, "°E"),
    ),
    source,
  );
}

/** @param {import("./handles.js").Handles} handles */
function together(handles) {
  const box = h("input", {
    type: "checkbox",
    checked: handles.isTogether,
    on: { change: () => (handles.isTogether = box.checked) },
  });
  return h("label", { class: "check" }, box, t("together"));
}

function radarPresent() {
  const box = h("input", {
    type: "checkbox",
    id: "radar-present",
    on: {
      change: () =>
        store.change({
          radar_present: box.checked === study().defence.radar.present ? undefined : box.checked,
        }),
    },
  });
  updates.push(() => {
    const now = meaning(store.state);
    box.checked = now.radar_present;
    gist(
      "radar",
      now.radar_present
        ? `${quantity(now.boresight_deg, "deg")} ± ${short(now.sector_deg / 2)}°`
        : t("radar_away"),
    );
  });
  return h("label", { class: "check" }, box, t("radar_present"));
}

function spacing() {
  const node = select(
    "spacing",
    [...new Set([25, 10, 5, 2.5, 1.6, ownSpacing()])]
      .sort((a, b) => b - a)
      .map((km) => [String(km), t("spacing_km", { km })]),
    (value) => store.change({ spacing_km: Number(value) === ownSpacing() ? undefined : Number(value) }),
  );
  updates.push(() => {
    node.value = String(store.state.spacing_km ?? ownSpacing());
    gist("grid", t("spacing_km", { km: store.state.spacing_km ?? ownSpacing() }));
  });
  return [field(t("spacing"), node), h("p", { class: "soft" }, t("spacing_note"))];
}

/** The gist of a closed group, so that the panel is read without opening it. @param {string} id @param {string} text */
function gist(id, text) {
  const node = document.getElementById(`gist-${id}`);
  if (node) node.textContent = text;
}

/** A number with its published range. @param {string} key @param {boolean} [isLog] */
function slider(key, isLog = false) {
  const about = () => parameter(key, store.state);
  const first = about();
  if (!first) return null;
  const name = parameterName(first.name);
  const to = (/** @type {number} */ value) => (isLog ? Math.log10(value) : value);
  const back = (/** @type {number} */ value) => (isLog ? Number((10 ** value).toPrecision(2)) : value);
  const minimum = first.minimum ?? Math.min(first.low ?? first.value, first.value) * 0.5,
    maximum = first.maximum ?? Math.max(first.high ?? first.value, first.value) * 2;
  const range = h("input", {
    type: "range",
    id: `range-${key}`,
    min: to(minimum),
    max: to(maximum),
    step: isLog ? 0.02 : (first.step ?? "any"),
    "aria-label": name,
    on: {
      input: () => store.change({ [key]: back(Number(range.value)) }, { isDragging: true }),
      change: () => store.change({ [key]: back(Number(range.value)) }),
    },
  });
  const box = h("input", {
    type: "number",
    id: key,
    data: { testid: key },
    min: minimum,
    max: maximum,
    step: "any",
    inputMode: "decimal",
    on: {
      change: () =>
        store.change({
          [key]: box.value === "" ? undefined : Math.min(maximum, Math.max(minimum, Number(box.value))),
        }),
    },
  });
  const clear = h(
    "button",
    {
      type: "button",
      class: "icon clear",
      "aria-label": t("back_to_published", { name }),
      title: t("back_to_published", { name }),
      on: { click: () => store.change({ [key]: undefined }) },
    },
    "↺",
  );
  const note = h("span", { class: "range-note" });
  const track = h("div", { class: "track" }, range);
  updates.push(() => {
    const now = about();
    const isSet = store.state[key] !== undefined;
    const value = store.state[key] ?? now.value;
    if (document.activeElement !== box) box.value = String(Number(Number(value).toPrecision(4)));
    range.value = String(to(value));
    range.setAttribute("aria-valuetext", quantity(value, now.unit));
    clear.disabled = !isSet;
    const share = (/** @type {number} */ at) =>
      `${Math.max(0, Math.min(100, ((to(at) - to(minimum)) / (to(maximum) - to(minimum))) * 100))}%`;
    const isTurning = key === "boresight_deg" && now.low > now.high;
    track.style.setProperty("--low", isTurning ? "0%" : share(now.low ?? now.value));
    track.style.setProperty("--high", isTurning ? "0%" : share(now.high ?? now.value));
    const hasRange = now.low !== null && now.low !== undefined && now.low !== now.high;
    note.textContent = isSet
      ? t("set_by_you", { value: quantity(now.value, now.unit) })
      : hasRange
        ? t("published_range", { range: span(quantity(now.low, now.unit), quantity(now.high, now.unit)) })
        : t("no_range");
    const text = ["floor_km", "ceiling_km", "reach_km"].map((k) =>
      short(store.state[k] ?? parameter(k, store.state)?.value),
    );
    if (key === "reach_km") gist("interceptor", `${text[0]}–${text[1]} km, ${text[2]} km`);
    if (key === "reaction_s") gist("time", t("gist_time", { value: quantity(value, now.unit) }));
  });
  return h(
    "div",
    { class: "field slider" },
    h("label", { htmlFor: key }, name),
    track,
    h("span", { class: "pair" }, box, h("span", { class: "unit" }, unitName(first.unit))),
    sourceButton(about, name),
    clear,
    note,
  );
}

/** All other numbers of the model: shown with their sources, not changed here. */
function others() {
  const rows = study().parameters.filter((/** @type {any} */ row) => !row.key);
  return h(
    "table",
    { class: "numbers" },
    h(
      "tbody",
      {},
      rows.map((/** @type {any} */ row) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, parameterName(row.name)),
          h(
            "td",
            { class: "n" },
            quantity(row.value, row.unit),
            row.low !== row.high
              ? h(
                  "span",
                  { class: "soft" },
                  ` (${span(quantity(row.low, row.unit), quantity(row.high, row.unit))})`,
                )
              : null,
          ),
          h(
            "td",
            {},
            sourceButton(() => row, parameterName(row.name)),
          ),
        ),
      ),
    ),
  );
}
