/** What is assumed: every choice and number that a reader may change. */
import { $, html, into, soft } from "./dom.js";
import { capital, nameOf, t } from "./language.js";
import { measured, position, short, span, unitName } from "./format.js";
import { sourceButton } from "./popover.js";
import {
  flightName,
  launchName,
  meaning,
  ownSpacing,
  parameter,
  parameterName,
  study,
  titleOf,
} from "./study.js";
import { noFlight, own, SERVER, served, store } from "./store.js";

const OWN = "own";
/** The number of which more or less was typed than it can be. */
let limited = "";
const SPACINGS_KM = [25, 10, 5, 2.5, 1.6];

/** @type {{handles: import("./handles.js").Handles, scenarios: ScenarioName[]}} */
const known = { handles: /** @type {any} */ (null), scenarios: [] };

/** @param {import("./handles.js").Handles} handles @param {Promise<ScenarioName[]>} scenarios */
export function begin(handles, scenarios) {
  known.handles = handles;
  scenarios.then((rows) => ((known.scenarios = rows), update()));
}

/** Bring the controls in step with the state. */
export function update() {
  if (!known.handles) return;
  const now = meaning(store.state);
  const km = store.state.spacing_km ?? ownSpacing();
  const value = (/** @type {string} */ key) => store.state[key] ?? parameter(key, store.state)?.value;
  const [floor, ceiling, reach] = ["floor_km", "ceiling_km", "reach_km"].map((key) =>
    measured(value(key), "km"),
  );
  const faces = `${measured(now.boresight_deg, "deg")} ± ${measured(now.sector_deg / 2, "deg")}`;
  const gists = {
    missile: now.launch_points.map((id) => launchName(id)).join(", "),
    battery: position(...now.battery),
    radar: now.radar_present ? faces : t("radar_away"),
    interceptor: `${span(floor, ceiling)}, ${reach}`,
    time: t("gist_time", { value: measured(value("reaction_s"), "s") }),
    grid: measured(km, "km"),
    others: "",
  };
  const group = (/** @type {keyof typeof gists} */ id, /** @type {Shown[]} */ ...rows) => html`
    <details class="group" id="group-${id}" open=${id === "missile"}>
      <summary><span>${t(`group_${id}`)}</span><output class="gist" id="gist-${id}">${gists[id]}</output></summary>
      ${rows}
    </details>`;
  const sliders = (/** @type {string[]} */ ...keys) => keys.map((key) => slider(key));
  // Which numbers have a control, and in which group, stands in the table of terms.
  const grouped = (/** @type {string} */ name) =>
    sliders(...study().parameters.flatMap((row) => (row.group === name && row.key ? [row.key] : [])));
  const loaded = sliders("launchers", "interceptors_per_launcher");
  into("controls")`
    ${studyChoice()}
    ${group("missile", threatChoice(now), ownFlight(now), launchPoints(now), slider("rcs_m2", true))}
    ${group("battery", place("battery", now.battery), together(), loaded, doctrine(now))}
    ${group("radar", radarPresent(now), place("radar", now.radar), grouped("view"))}
    ${group("interceptor", grouped("envelope"))}
    ${group("time", grouped("time"))}
    ${group("grid", spacing(km))}
    ${group("others", others())}
    <p class="reset"><button type="button" class="small" id="reset" onclick=${reset}>${t("reset")}</button></p>`;
}

const reset = () => store.change({ ...own(), scenario: store.state.scenario });

/** Only what differs from the study is part of the state. @param {string} key @param {any} value @param {any} own */
const choose = (key, value, own) => store.change({ [key]: value === own ? undefined : value });

/** @param {string} id @param {string} label @param {Shown} control @param {Shown} [extra] */
const field = (id, label, control, extra) =>
  html`<div class="field"><label for=${id}>${label}</label>${control}${extra}</div>`;

/** @param {string} id @param {string[][]} options @param {string} value @param {(value: string) => void} call */
const select = (id, options, value, call) => html`
  <select id=${id} value=${value} onchange=${(event) => call(event.currentTarget.value)}>
    ${options.map(([option, text]) => html`<option value=${option}>${text}</option>`)}
  </select>`;

/** A box to tick. @param {string} text @param {boolean} isOn @param {(isOn: boolean) => void} call @param {string} [id] */
const check = (text, isOn, call, id) => html`
  <label class="check">
    <input type="checkbox" id=${id} checked=${isOn} onchange=${(event) => call(event.currentTarget.checked)} />${text}
  </label>`;

/**
 * A number to type, with its unit; while somebody types in it, it is left alone.
 * @param {{id: string}} about @param {any} value @param {string} unit @param {(text: string) => void} call
 */
const numberBox = (about, value, unit, call) => html`
  <input type="number" inputmode="decimal" ...${about}
    value=${document.activeElement?.id === about.id ? undefined : value}
    onblur=${update} onchange=${(event) => call(event.currentTarget.value)} />
  <span class="unit">${unit}</span>`;

function studyChoice() {
  const options = known.scenarios.map((row) => [row.name, titleOf(row)]);
  // What was set belongs to its study; place, town, comparison and view stay.
  const open = (/** @type {string} */ name) =>
    store.change({ ...own(), scenario: name === "korea" ? undefined : name });
  // Another study starts from its own values: said while there is something to lose.
  const hasNothing = Object.keys(served(store.state)).every((key) =>
    ["scenario", "spacing_km"].includes(key),
  );
  const note = html`<p class="soft" hidden=${hasNothing}>${t("study_note")}</p>`;
  return field("scenario", t("study"), select("scenario", options, study().name, open), note);
}

/** @param {Meaning} now */
function threatChoice({ threat, isOwn }) {
  const options = study().threats.map((row) => [row.id, flightName(row)]);
  const call = (/** @type {string} */ value) => {
    const { missile, trajectory, apogee_km } = threat;
    if (value === OWN) store.change({ missile, trajectory, apogee_km: apogee_km ?? undefined });
    else
      store.change({
        ...noFlight(),
        rcs_m2: undefined,
        threat: value === study().default_threat ? undefined : value,
      });
  };
  const control = select("threat", [...options, [OWN, t("own_flight")]], isOwn ? OWN : threat.id, call);
  return field(
    "threat",
    t("flight_label"),
    control,
    sourceButton(() => sourced("threat", threat), t("flight_label")),
  );
}

/** What has a source and is no single number. @param {string} name @param {{source: string, note: string|null}} given */
const sourced = (name, { source, note }) => ({ name, value: null, unit: "", source, note, rivals: [] });

/** @param {Meaning} now */
function ownFlight({ isOwn, missile, trajectory }) {
  const { apogee_km } = store.state;
  const range = (/** @type {Missile} */ row) => (row.range_km ? ` · ${measured(row.range_km, "km")}` : "");
  const missiles = study().missiles.map((row) => [row.id, nameOf(row) + range(row)]);
  const paths = SERVER.trajectory.choices.map((name) => [name, t(`class_${name}`)]);
  const isPlain = trajectory === "minimum-energy";
  const fly = (/** @type {string} */ path) =>
    store.change({ trajectory: path, apogee_km: path === "minimum-energy" ? undefined : apogee_km });
  const about = { id: "apogee", min: 20, max: 2500, step: 10, disabled: isPlain };
  const rise = (/** @type {string} */ text) =>
    store.change({ apogee_km: text === "" ? undefined : Number(text) });
  return html`<div class="own" hidden=${!isOwn}>
    ${field(
      "missile",
      t("missile"),
      select("missile", missiles, missile, (id) => store.change({ missile: id })),
    )}
    ${field("trajectory", t("path"), select("trajectory", paths, trajectory, fly))}
    ${field("apogee", t("apogee"), numberBox(about, apogee_km ?? "", "km", rise))}
  </div>`;
}

/** @param {Meaning} now */
function launchPoints({ launch_points: chosen, threat }) {
  const ids = study().launch_points.map((point) => point.id);
  const inOrder = (/** @type {string[]} */ some) => ids.filter((id) => some.includes(id));
  const call = (/** @type {string} */ id, /** @type {boolean} */ isOn) => {
    const next = inOrder(isOn ? [...chosen, id] : chosen.filter((other) => other !== id));
    if (!next.length) return update();
    store.change({ launch_points: next.join() === inOrder(threat.launch_points).join() ? undefined : next });
  };
  return html`<fieldset class="checks">
    <legend>${t("launch_area")}</legend>
    ${ids.map((id) => check(launchName(id), chosen.includes(id), (isOn) => call(id, isOn)))}
    ${soft(t("launch_area_note"))}
  </fieldset>`;
}

/** @param {Meaning} now */
function doctrine(now) {
  const options = SERVER.doctrine.choices.map((name) => [name, capital(t(`doctrine_${name}_long`))]);
  const call = (/** @type {string} */ value) => choose("doctrine", value, study().doctrine);
  return field("doctrine", t("doctrine"), select("doctrine", options, now.doctrine, call));
}

/** Latitude and longitude as numbers. @param {"battery"|"radar"} key @param {number[]} at */
function place(key, at) {
  const name = t(`${key}_place`);
  const call = () => {
    const texts = ["latitude", "longitude"].map((part) => $(`${key}-${part}`).value);
    const to = texts.map(Number);
    if (texts.every((text) => text !== "") && to.every(Number.isFinite)) store.change({ [key]: to });
  };
  const box = (/** @type {string} */ part, /** @type {number} */ i) => {
    const about = { id: `${key}-${part}`, step: 0.01, min: i ? 120 : 30, max: i ? 135 : 45 };
    const label = { "aria-label": t(`${key}_${part}`) };
    return numberBox({ ...about, ...label }, Number(at[i].toFixed(3)), i ? "°E" : "°N", call);
  };
  return html`<div class="field place" role="group" aria-label=${name}>
    <span class="label">${name}</span>
    <span class="pair">${["latitude", "longitude"].map(box)}</span>
    ${sourceButton(() => sourced(key, study().defence[key]), name)}
  </div>`;
}

function together() {
  const { handles } = known;
  return check(t("together"), handles.isTogether, (isOn) => (handles.isTogether = isOn));
}

/** @param {Meaning} now */
function radarPresent({ radar_present }) {
  const call = (/** @type {boolean} */ isOn) => choose("radar_present", isOn, study().defence.radar.present);
  return check(t("radar_present"), radar_present, call, "radar-present");
}

/** @param {number} km */
function spacing(km) {
  const all = [...new Set([...SPACINGS_KM, ownSpacing()])].sort((a, b) => b - a);
  const options = all.map((km) => [String(km), measured(km, "km")]);
  const call = (/** @type {string} */ value) => choose("spacing_km", Number(value), ownSpacing());
  return [
    field("spacing", t("spacing"), select("spacing", options, String(km), call)),
    soft(t("spacing_note")),
  ];
}

/** A number with its published range. @param {string} key @param {boolean} [isLog] */
function slider(key, isLog = false) {
  const about = parameter(key, store.state);
  if (!about) return null;
  const { unit, low, high } = about;
  const name = parameterName(about.name);
  const isSet = store.state[key] !== undefined;
  const value = store.state[key] ?? about.value;
  const to = (/** @type {number} */ value) => (isLog ? Math.log10(value) : value);
  const back = (/** @type {string} */ text) =>
    isLog ? Number((10 ** Number(text)).toPrecision(2)) : Number(text);
  const minimum = about.minimum ?? Math.min(low ?? about.value, about.value) * 0.5,
    maximum = about.maximum ?? Math.max(high ?? about.value, about.value) * 2;
  const share = (/** @type {number} */ at) =>
    `${Math.max(0, Math.min(100, ((to(at) - to(minimum)) / (to(maximum) - to(minimum))) * 100))}%`;
  // A range of directions over north lies at both ends of this line.
  const isTurning = key === "boresight_deg" && low > high;
  const ends = { "--low": share(low), "--high": share(high) };
  const published = {
    range: span(measured(low, unit), measured(high, unit)),
    value: measured(about.value, unit),
  };
  const change = (/** @type {string} */ text) => {
    const typed = SERVER[key]?.kind === "whole" ? Math.round(Number(text)) : Number(text);
    const kept = Math.min(maximum, Math.max(minimum, typed));
    // What is typed beyond the ends, or between whole numbers, is not kept, and that is said.
    limited = text !== "" && kept !== Number(text) ? key : "";
    store.change({ [key]: text === "" ? undefined : kept });
    if (text !== "") $(key).value = String(kept);
    update();
  };
  const box = { id: key, "data-testid": key, min: minimum, max: maximum, step: "any" };
  const word = isSet ? "set_by_you" : low === high ? "no_range" : "published_range";
  const back_to = t("back_to_published", { name });
  return html`<div class="field slider">
    <label for=${key}>${name}</label>
    <div class=${isTurning ? "track wraps" : "track"} style=${ends}>
      <input type="range" id="range-${key}" aria-label=${name} aria-valuetext=${measured(value, unit)}
        min=${to(minimum)} max=${to(maximum)} step=${isLog ? 0.02 : (about.step ?? "any")} value=${to(value)}
        oninput=${(event) => store.change({ [key]: back(event.currentTarget.value) }, { isDragging: true })}
        onchange=${(event) => store.change({ [key]: back(event.currentTarget.value) })} />
    </div>
    <span class="pair">${numberBox(box, Number(Number(value).toPrecision(4)), unitName(unit), change)}</span>
    ${sourceButton(() => parameter(key, store.state), name)}
    <button type="button" class="icon clear" aria-label=${back_to} title=${back_to} disabled=${!isSet}
      onclick=${() => store.change({ [key]: undefined })}>↺</button>
    <span class="range-note">${t(word, published)}${limited === key && html` <b role="status">${t("limited", { span: span(measured(minimum, unit), measured(maximum, unit)) })}</b>`}</span>
  </div>`;
}

/** All other numbers of the model: shown with their sources, not changed here. */
function others() {
  const rows = study().parameters.filter((row) => !row.key);
  const range = (/** @type {Parameter} */ { low, high, unit }) =>
    low !== high && html`<span class="soft"> (${span(measured(low, unit), measured(high, unit))})</span>`;
  return html`<table class="numbers"><tbody>
    ${rows.map(
      (row) => html`<tr>
      <th scope="row">${parameterName(row.name)}</th>
      <td class="n">${measured(row.value, row.unit)}${range(row)}</td>
      <td>${sourceButton(() => row, parameterName(row.name))}</td>
    </tr>`,
    )}
  </tbody></table>`;
}
