/** Numbers as a reader meets them: rounded, with units, in the language of the page. */
import { language, t } from "./language.js";

const NB = "\u00a0";
const NONE = "–";

/** @param {number} value @param {number} [digits] */
export function number(value, digits = 0) {
  // Adding zero turns minus zero into zero.
  return (Math.abs(value) < 0.5 / 10 ** digits ? 0 : value)
    .toLocaleString(language() === "ko" ? "ko-KR" : "en-GB", {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    .replace("-", "−");
}

/** Three digits below a thousand, no trailing zeros. @param {number|null|undefined} value */
export function short(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return NONE;
  if (Math.abs(value) >= 1000) return number(value);
  return String(Number(value.toPrecision(3))).replace("-", "−");
}

/** Whole percent; "<1 %" for little, a dash for nothing. @param {number|null|undefined} share */
export function percent(share) {
  if (share === null || share === undefined || !Number.isFinite(share)) return NONE;
  if (share > 0 && share < 0.005) return `<1${NB}%`;
  if (share < 1 && share > 0.995) return `>99${NB}%`;
  return `${Math.round(share * 100)}${NB}%`;
}

/** `41–67 %`, the unit once. @param {string} low @param {string} high */
export function span(low, high) {
  if (low === high) return low;
  // A dash before a sign reads as one of them.
  if (/^[<>]/.test(high)) return t("span_to", { low, high });
  const unit = low.match(new RegExp(`${NB}\\S+$`))?.[0] ?? "";
  return (unit && high.endsWith(unit) ? low.slice(0, -unit.length) : low) + "–" + high;
}

/** `17.1 of 51.8 million`, the unit once. @param {string} part @param {string} whole */
export function partOf(part, whole) {
  const unit = whole.match(new RegExp(`${NB}\\S+$`))?.[0] ?? "";
  const isShared = unit && part.endsWith(unit) && language() !== "ko";
  return t("of", { part: isShared ? part.slice(0, -unit.length) : part, whole });
}

/** Heads as they can be known. @param {number|null|undefined} count */
export function people(count) {
  if (count === null || count === undefined) return NONE;
  if (language() === "ko") {
    if (count >= 9_950) return `${number(Math.round(count / 1e4))}만${NB}명`;
    return `${number(Math.round(count / 100) * 100)}${NB}명`;
  }
  if (count >= 999_500) return `${number(count / 1e6, 1)}${NB}million`;
  return number(count >= 9_950 ? Math.round(count / 1e3) * 1e3 : Math.round(count / 100) * 100);
}

/** @param {number|null|undefined} area square metres */
export function area(area) {
  if (area === null || area === undefined) return NONE;
  return `${number(Number((area / 1e6).toPrecision(3)))}${NB}km²`;
}

/** @param {number|null|undefined} length metres @param {number} [digits] */
export function km(length, digits = 0) {
  return length === null || length === undefined ? NONE : `${number(length / 1e3, digits)}${NB}km`;
}

/** @param {number|null|undefined} time seconds */
export function seconds(time) {
  return time === null || time === undefined ? NONE : `${number(Math.round(time))}${NB}${t("unit_s")}`;
}

/** Minutes and seconds on a player. @param {number} time */
export function clock(time) {
  const whole = Math.max(0, Math.round(time));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A unit of the program: what one is in the unit that is shown. @type {Record<string, [number, string]>} */
const SHOWN = { m: [1e-3, "km"], "m/s": [1e-3, "km/s"], rad: [180 / Math.PI, "°"] };

/** @type {Record<string, string>} */
const WRITTEN = { deg: "°", "m^2": "m²", m2: "m²", "kg/m^2": "kg/m²", 1: "", count: "" };

/** A unit as it is written. @param {string} unit */
export const unitName = (unit) => (unit === "s" ? t("unit_s") : (WRITTEN[unit] ?? unit));

/** A number with its unit; a degree stands close. @param {string} number @param {string} unit */
function withUnit(number, unit) {
  const name = unitName(unit);
  return number + (name && name !== "°" ? NB : "") + name;
}

/** A margin with its sign and unit. @param {number|null} value @param {string|null} unit */
export function margin(value, unit) {
  if (value === null || !unit) return NONE;
  const [factor, name] = SHOWN[unit] ?? [1, unit];
  const shown = value * factor;
  const digits = Math.abs(shown) >= 9.95 || unit === "count" ? 0 : 1;
  return withUnit((shown > 0 ? "+" : "") + number(shown, digits), name);
}

/** A value in a unit of the catalogue, not converted. @param {number|null|undefined} value @param {string} [unit] */
export const quantity = (value, unit = "") =>
  value === null || value === undefined ? NONE : withUnit(short(value), unit);

/** @param {number} latitude @param {number} longitude */
export function position(latitude, longitude) {
  const ns = latitude < 0 ? "S" : "N",
    ew = longitude < 0 ? "W" : "E";
  return `${Math.abs(latitude).toFixed(2)}°${NB}${ns}, ${Math.abs(longitude).toFixed(2)}°${NB}${ew}`;
}
