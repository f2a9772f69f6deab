/** The study that is open: its own values, and what a state makes of them. */
import * as api from "./api.js";
import { once } from "./once.js";
import { language, named, nameOf, t } from "./language.js";
import * as format from "./format.js";

/** @type {Study} */
let own;

export const DRAG_SPACING = 25;
/** The grid of the study itself, as its run and Python take it. */
export const ownSpacing = () => own.grid.spacing_km;

/** The scenario as the server tells it. */
export const study = () => own;

/** The title of a study in the language of the page. @param {{title: string, title_ko: string}} of */
export const titleOf = ({ title, title_ko }) => nameOf({ name: title, name_ko: title_ko });

/** A note or a name of the study in the language of the page. @param {string} text */
export const inWords = (text) => (language() === "ko" && own.korean[text]) || text;
/** The language in which a text of the study is shown. @param {string} text */
export const spokenIn = (text) => (language() === "ko" && own.korean[text] ? "ko" : "en");

/** An embedded scenario as the server tells it, asked for once. */
export const described = once(api.scenario);

const places = once(api.places);
/** The cells of a grid, asked for once. @param {number} spacing_km */
export const grid = (spacing_km) => places(own.name, spacing_km);

let wanted = "";
/** Open a study; of several asked for at once the last one. @param {string} name */
export async function open(name) {
  wanted = name;
  const found = await described(name);
  if (wanted === name) own = found;
}

/** The threat that a state names. @param {State} state @param {Study} [from] its study */
const threatOf = (state, from = own) =>
  from.threats.find((row) => row.id === state.threat) ??
  from.threats.find((row) => row.id === from.default_threat) ??
  from.threats[0];

/** What a state means: every value that the page draws. @param {State} state @param {Study} [from] its study @returns {Meaning} */
export function meaning(state, from = own) {
  const { battery, radar } = from.defence;
  const threat = threatOf(state, from);
  return {
    threat,
    missile: state.missile ?? threat.missile,
    isOwn: ["missile", "trajectory", "apogee_km"].some((key) => state[key] !== undefined),
    trajectory: state.trajectory ?? threat.trajectory,
    // Another missile or path leaves the apogee of the threat behind.
    apogee_km:
      state.apogee_km ??
      (state.missile === undefined && state.trajectory === undefined ? threat.apogee_km : null),
    launch_points: state.launch_points ?? threat.launch_points,
    battery: state.battery ?? [battery.latitude_deg, battery.longitude_deg],
    radar: state.radar ?? [radar.latitude_deg, radar.longitude_deg],
    radar_present: state.radar_present ?? radar.present,
    boresight_deg: state.boresight_deg ?? radar.boresight_deg,
    sector_deg: state.sector_deg ?? radar.sector_deg,
    doctrine: state.doctrine ?? from.doctrine,
  };
}

/**
 * A parameter that a key of the state sets: value, range, unit, source.
 * @param {string} key @param {State} state @param {Study} [from] its study @returns {Parameter|null}
 */
export function parameter(key, state, from = own) {
  const listed = from.parameters.find((row) => row.key === key);
  if (listed) return listed;
  const plain = { key, basis: null, rivals: [], path: null, minimum: 0, step: 1, unit: "count" };
  const { battery } = from.defence;
  const { source, note } = battery;
  if (key === "rcs_m2")
    return {
      ...plain,
      name: "radar_cross_section",
      minimum: 0.001,
      maximum: 10,
      step: 0.001,
      ...threatOf(state, from).rcs_m2,
    };
  if (key === "launchers" || key === "interceptors_per_launcher")
    return { ...plain, name: key, maximum: key === "launchers" ? 12 : 16, ...battery[key], source, note };
  return null;
}

/** @param {string} id @param {Study} [from] its study */
export const launchPoint = (id, from = own) => from.launch_points.find((row) => row.id === id);

/** A launch point by its short name. @param {string} id @param {Study} [from] its study */
export function launchName(id, from = own) {
  const found = launchPoint(id, from);
  return (found ? nameOf(found) : id).split(/ ?\(/)[0].split(",")[0];
}

/** What a state sets, or an assumption, in words. @param {string} name */
export const parameterName = (name) => named("state", name, t(`assumption_${name}_long`));

/** The missile and how it is flown. @param {{name: string, name_ko?: string|null, trajectory: string, apogee_km?: number|null}} threat */
export function flightName(threat) {
  const missile = nameOf(threat);
  const path = t(`class_${threat.trajectory.replace("_", "-")}`);
  return threat.apogee_km
    ? t("flight_to", { missile, path, height: format.measured(threat.apogee_km, "km") })
    : t("flight", { missile, path });
}

/** The missile that the state flies. @param {State} state */
export function missileOf(state) {
  const now = meaning(state);
  return nameOf(now.isOwn ? (own.missiles.find((row) => row.id === now.missile) ?? now.threat) : now.threat);
}

/** What the state flies, in words. @param {State} state @param {Study} [from] its study */
export function flightOf(state, from = own) {
  const now = meaning(state, from);
  if (!now.isOwn) return flightName(now.threat);
  const missile = from.missiles.find((row) => row.id === now.missile) ?? {
    name: now.missile,
  };
  return flightName({ ...missile, trajectory: now.trajectory, apogee_km: state.apogee_km ?? null });
}

/**
 * The sources named in a field: keys, pages and what the bibliography knows.
 * @param {string|null} text @returns {Source[]}
 */
export function sourcesOf(text) {
  return (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [key, page] = part.split("#");
      return { key, page: page ?? null, ...(own.sources[key] ?? { title: key }) };
    });
}
