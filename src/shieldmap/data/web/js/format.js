/** Numbers as a reader meets them: the rules of formats.py, in the language of the page. */
import { language, t } from "./language.js";

const [NONE, MINUS, NB] = ["–", "−", "\u00a0"];

/** @type {Map<string, Intl.NumberFormat>} */ const known = new Map();

/**
 * A number as digits: a half goes away from zero, judged by the shortest decimal that stands for the number.
 * @param {number} value @param {Intl.NumberFormatOptions} how
 */
function digitsOf(value, how) {
  const key = JSON.stringify(how);
  const format = known.get(key) ?? new Intl.NumberFormat("en-GB", { signDisplay: "negative", ...how });
  known.set(key, format);
  // Given as a text, a number is rounded as it is written.
  return format.format(/** @type {any} */ (String(value))).replace("-", MINUS);
}

/** @param {number} digits */
const fixed = (digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
const SIGNIFICANT = { maximumSignificantDigits: 3 };
/** The number that digits stand for. @param {string} text */
const read = (text) => Number(text.replace(MINUS, "-").replaceAll(/[,%]/g, ""));
/** @param {number|null|undefined} value @returns {value is number} */
const isKnown = (value) => value !== null && value !== undefined && Number.isFinite(value);

/** A number with a fixed count of decimals. @param {number} value @param {number} [digits] */
export const number = (value, digits = 0) => digitsOf(value, fixed(digits));

/** Three digits below a thousand, no trailing zeros. @param {number|null|undefined} value */
export function short(value) {
  if (!isKnown(value)) return NONE;
  const text = digitsOf(value, SIGNIFICANT);
  return Math.abs(read(text)) >= 1000 ? number(value) : text;
}

/** A share in percent: little and almost all are said so. @param {number|null|undefined} share @param {number} [digits] */
export function percent(share, digits = 0) {
  if (!isKnown(share)) return NONE;
  const sign = language() === "ko" ? "%" : `${NB}%`;
  const text = digitsOf(share, { style: "percent", ...fixed(digits) }).replace("%", "");
  const least = 10 ** -digits;
  if (share > 0 && read(text) === 0) return `<${number(least, digits)}${sign}`;
  if (share < 1 && read(text) >= 100) return `>${number(100 - least, digits)}${sign}`;
  return text + sign;
}

/** A count in whole steps. @param {number} count @param {number} step */
const to = (count, step) => number(read(number(count / step)) * step);

/** Heads as they can be known. @param {number|null|undefined} count */
export function people(count) {
  if (count === null || count === undefined) return NONE;
  const isMany = count >= (language() === "ko" ? 9_950 : 999_500);
  if (isMany)
    return t("people_many", { count: language() === "ko" ? number(count / 1e4) : number(count / 1e6, 1) });
  return t("people_few", { count: to(count, count >= 99_500 ? 10_000 : count >= 9_950 ? 1_000 : 100) });
}

/** Millions for a column: one decimal, two below a million. @param {number} count */
export function million(count) {
  if (count <= 0 || count >= 995_000) return number(count / 1e6, 1);
  return count < 5_000 ? "<0.01" : number(count / 1e6, 2);
}

/** What stands after the last digit. @param {string} text */
const unitOf = (text) => /\D*$/.exec(text)?.[0] ?? "";
/** @param {string} text @param {string} unit */
const without = (text, unit) => (unit && text.endsWith(unit) ? text.slice(0, -unit.length) : text);

/** `41–67 %`, the unit once. @param {string} low @param {string} high */
export function span(low, high) {
  if (low === high) return low;
  // A dash before a sign reads as one of them.
  if (/^[<>−+]/.test(high)) return t("span_to", { low, high });
  const unit = unitOf(low);
  const bare = high.endsWith(unit) ? without(low, unit) : low;
  return low.startsWith(MINUS) ? t("span_to", { low: bare, high }) : `${bare}–${high}`;
}

/** A change in millions with its sign for a column; none where nothing changes. @param {number} count */
export const change = (count) =>
  count === 0 ? t("none") : (count > 0 ? "+" : MINUS) + million(Math.abs(count));

/** `17.1 of 51.8 million`, the unit once. @param {string} part @param {string} whole */
export const partOf = (part, whole) =>
  t("part_of", { part: language() === "ko" ? part : without(part, unitOf(whole)), whole });

/** @param {number|null|undefined} area square metres */
export const area = (area) => (isKnown(area) ? `${digitsOf(area / 1e6, SIGNIFICANT)}${NB}km²` : NONE);

/** @param {number|null|undefined} length metres @param {number} [digits] */
export const km = (length, digits = 0) => (isKnown(length) ? `${number(length / 1e3, digits)}${NB}km` : NONE);

/** @param {number|null|undefined} time seconds */
export const seconds = (time) => (isKnown(time) ? withUnit(number(time), "s") : NONE);

/** Minutes and seconds on a player. @param {number} time */
export function clock(time) {
  const whole = Math.max(0, Math.round(time));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** SI unit: what one of the unit that people use is in it, and that unit. @type {Record<string, [number, string]>} */
const SHOWN = { m: [1e3, "km"], "m/s": [1e3, "km/s"], rad: [Math.PI / 180, "deg"] };

/** @type {Record<string, string>} */
const WRITTEN = { deg: "°", "m^2": "m²", m2: "m²", "kg/m^2": "kg/m²", 1: "", count: "" };

/** A unit as it is written. @param {string} unit */
export const unitName = (unit) => (unit === "s" ? t("unit_s") : (WRITTEN[unit] ?? unit));

/** A number with its unit; a degree and a Korean second stand close. @param {string} number @param {string} unit */
function withUnit(number, unit) {
  const name = unitName(unit);
  const isClose = !name || name === "°" || (unit === "s" && language() === "ko");
  return number + (isClose ? "" : NB) + name;
}

/** A value in a unit of the catalogue, as it is. @param {number|null|undefined} value @param {string} [unit] */
export const measured = (value, unit = "") =>
  value === null || value === undefined ? NONE : withUnit(short(value), unit);

/** An SI value in the unit that people use. @param {number} value @param {string} unit @returns {[number, string]} */
function shown(value, unit) {
  const [factor, name] = SHOWN[unit] ?? [1, unit];
  return [value / factor, name];
}

/** An SI value in the unit that people use, three digits below a thousand. @param {number|null|undefined} value @param {string} unit */
export const quantity = (value, unit) =>
  value === null || value === undefined ? NONE : measured(...shown(value, unit));

/** An SI margin with its sign and unit; speeds stay in m/s. @param {number|null} value @param {string|null} unit */
export function margin(value, unit) {
  if (!isKnown(value) || !unit) return NONE;
  /** @type {[number, string]} */
  const [found, name] = unit === "m/s" ? [value, unit] : shown(value, unit);
  const text = number(found, Math.abs(found) >= 9.95 || unit === "count" ? 0 : 1);
  return withUnit((found > 0 && /[1-9]/.test(text) ? "+" : "") + text, name);
}

/** @param {number} latitude @param {number} longitude */
export function position(latitude, longitude) {
  const ns = latitude < 0 ? "S" : "N",
    ew = longitude < 0 ? "W" : "E";
  return `${number(Math.abs(latitude), 2)}°${NB}${ns}, ${number(Math.abs(longitude), 2)}°${NB}${ew}`;
}

/** `a, b and c`. @param {string[]} parts */
export function listed(parts) {
  if (parts.length < 2) return parts[0] ?? t("none");
  return t("listed", { most: parts.slice(0, -1).join(", "), last: parts.at(-1) });
}
