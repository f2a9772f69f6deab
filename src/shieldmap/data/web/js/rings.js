/** What reaches how far, as rings with their kilometres: the interceptor, the radar, and a scale. */
import { freeOf, middleOfFree } from "./frame.js";
import { distance, from, trace } from "./geo.js";
import { km, measured } from "./format.js";
import { t } from "./language.js";
import { parameter, study } from "./study.js";
import { BORESIGHT_KM, FONT, inks } from "./theme.js";

/** @typedef {import("./marks.js").Marks} Marks */
/** @typedef {{dash?: number[], wide?: number, alpha?: number}} Style */

const LABEL = `600 12px ${FONT}`;
/** Where a label is looked for along a ring, in degrees from north: the sea comes first. */
const AROUND = [105, 75, 255, 285, 130, 50, 230, 310, 160, 200, 20, 340];
/** Altitudes of targets at which the edge of the radar's view is drawn. */
const HEIGHTS_M = [100e3, 200e3, 300e3];
/** Every so many points of an outline are drawn. */
const EVERY = 4;
const [SCALE_PX, STEPS] = [110, [1, 2, 5]];

/** @param {Marks} marks @param {Meaning} now */
export function draw(marks, now) {
  band(marks, now);
  if (marks.isReachShown) reach(marks, now);
  const { coverage } = marks;
  if (coverage && marks.isRadarShown && now.radar_present) {
    heights(marks, coverage);
    ranges(marks, now, coverage);
  }
  scale(marks);
}

/** How far interceptors reach: the value, and thin the published figures. @param {Marks} marks @param {Meaning} now */
function reach(marks, now) {
  const about = parameter("reach_km", marks.state);
  if (!about) return;
  const value = marks.state.reach_km ?? about.value;
  circle(
    marks,
    now.battery,
    value,
    inks().reach,
    { wide: 2.2 },
    t("ring_reach", { km: measured(value, "km") }),
  );
  const others = [about.low, about.high, ...(marks.told ? about.rivals.flatMap(figures) : [])];
  for (const figure of new Set(others.filter((figure) => Math.abs(figure - value) > 0.5)))
    circle(marks, now.battery, figure, inks().reach, { dash: [7, 4], wide: 1.1 }, measured(figure, "km"));
}

/** @param {Ended} rival @returns {number[]} */
const figures = ({ value, low, high }) => [value, low, high].filter((figure) => figure !== null);

/** How far the radar finds a target by itself, and how far where it was told to look. @param {Marks} marks @param {Meaning} now @param {PageCoverage} coverage */
function ranges(marks, now, { search_range_m, track_range_m }) {
  const rows = /** @type {[string, number, Style][]} */ ([
    ["ring_search", search_range_m, { wide: 1.8 }],
    ["ring_cued", track_range_m, { wide: 1.8, dash: [10, 5] }],
  ]);
  for (const [word, range_m, style] of rows) {
    const [west, sector] = [now.boresight_deg - now.sector_deg / 2, now.sector_deg];
    circle(marks, now.radar, range_m / 1e3, inks().radar, style, t(word, { km: km(range_m) }), [
      west,
      sector,
    ]);
  }
}

/** The edge of the radar's view for targets at some altitudes. @param {Marks} marks @param {PageCoverage} coverage */
function heights(marks, coverage) {
  HEIGHTS_M.forEach((altitude_m, i) => {
    const outline = coverage.outlines.find((row) => row.altitude_m === altitude_m);
    const ring = outline?.ring.filter((_, n) => n % EVERY === 0) ?? [];
    const pixels = ring.map(([latitude, longitude]) => marks.map.project(latitude, longitude, altitude_m));
    line(marks, [...pixels, pixels[0]], inks().radar, { dash: [2, 4 + 2 * i], wide: 1.3, alpha: 0.85 });
    const words = t("ring_altitude", { km: km(altitude_m) });
    label(
      marks,
      seen(pixels).filter((_, n) => n % 5 === i),
      words,
      inks().radar,
    );
  });
}

/** The directions that the radar may have, by what is published: over north as well. @param {Marks} marks @param {Meaning} now */
function band(marks, now) {
  const { boresight_low_deg: low, boresight_high_deg: high } = study().defence.radar;
  const turn = (high - low + 360) % 360;
  if (!now.radar_present || turn === 0) return;
  const at = Array.from({ length: 25 }, (_, i) =>
    from(...now.radar, low + (turn * i) / 24, BORESIGHT_KM + 9),
  );
  trace(marks.pen, marks.map, at);
  Object.assign(marks.pen, { lineWidth: 5, lineCap: "butt", globalAlpha: 0.55, strokeStyle: inks().radar });
  marks.pen.stroke();
  marks.pen.globalAlpha = 1;
}

/**
 * A ring around a place, or a part of it, with its label.
 * @param {Marks} marks @param {[number, number]} place @param {number} reach_km @param {string} color @param {Style} style
 * @param {string} words @param {[number, number]} [part] where it begins and how far it turns, in degrees
 */
function circle(marks, place, reach_km, color, style, words, part = [0, 360]) {
  const steps = Math.max(24, Math.round(part[1] / 3));
  const at = (/** @type {number} */ azimuth) => marks.map.project(...from(...place, azimuth, reach_km));
  const pixels = Array.from({ length: steps + 1 }, (_, i) => at(part[0] + (part[1] * i) / steps));
  line(marks, pixels, color, style);
  const isIn = (/** @type {number} */ azimuth) => (azimuth - part[0] + 720) % 360 <= part[1];
  label(marks, seen(AROUND.filter(isIn).map(at)), words, color);
}

/** @typedef {import("./marks.js").Pixel} Pixel */

/** @param {(Pixel|null)[]} pixels @returns {Pixel[]} */
const seen = (pixels) => /** @type {Pixel[]} */ (pixels.filter(Boolean));

/** A line through pixels, with a rim; a gap where the globe hides it. @param {Marks} marks @param {(Pixel|null)[]} pixels @param {string} color @param {Style} style */
function line({ pen }, pixels, color, { dash = [], wide = 1, alpha = 1 }) {
  pen.beginPath();
  pixels.forEach((pixel, i) => {
    if (pixel && pixels[i - 1]) pen.lineTo(pixel.x, pixel.y);
    else if (pixel) pen.moveTo(pixel.x, pixel.y);
  });
  pen.lineJoin = "round";
  pen.setLineDash(dash);
  for (const [style, width, seenBy] of /** @type {[string, number, number][]} */ ([
    [inks().halo, wide + 1.6, 0.4],
    [color, wide, alpha],
  ])) {
    Object.assign(pen, { strokeStyle: style, lineWidth: width, globalAlpha: seenBy });
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** A label on the first of some pixels with room. @param {Marks} marks @param {Pixel[]} pixels @param {string} words @param {string} color */
function label(marks, pixels, words, color) {
  const free = freeOf(marks.sheet, 8);
  const inside = (/** @type {Pixel} */ { x, y }) =>
    x > free.left && x < free.right && y > free.top && y < free.bottom;
  pixels.filter(inside).some((pixel) => marks.name(pixel, words, 0, LABEL, color, "", true));
}

/**
 * How near a flight comes to the battery inside the interceptor's floor and ceiling: where that is farther
 * than it reaches, the line shows by how much.
 * @param {Marks} marks @param {Meaning} now @param {PlaceExplained} told
 */
export function nearest(marks, now, told) {
  const { curve, floor_m, ceiling_m, reach_m } = told;
  if (told.defended || !curve || !told.failed?.some((row) => row.constraint === "out-of-reach")) return;
  let best = -1;
  curve.altitude_m.forEach((altitude, i) => {
    const isBetween = altitude >= floor_m && altitude <= ceiling_m;
    if (isBetween && (best < 0 || curve.slant_from_battery_m[i] < curve.slant_from_battery_m[best])) best = i;
  });
  const start = study().launch_points.find((row) => row.id === told.launch_point);
  if (best < 0 || !start || curve.slant_from_battery_m[best] <= reach_m) return;
  const part = curve.downrange_m[best] / (curve.downrange_m.at(-1) || 1);
  // Along the way from launch point to place, as seen on the ground.
  const at = between(
    [start.latitude_deg, start.longitude_deg],
    [told.latitude_deg, told.longitude_deg],
    part,
  );
  const [here, there] = [marks.map.project(...now.battery), marks.map.project(...at, curve.altitude_m[best])];
  if (!here || !there) return;
  line(marks, [here, there], inks().theirs, { dash: [3, 3], wide: 2 });
  const words = t("ring_nearest", { km: km(curve.slant_from_battery_m[best]) });
  const steps = [0.5, 0.62, 0.38, 0.74, 0.26].map((part) => ({
    x: here.x + (there.x - here.x) * part,
    y: here.y + (there.y - here.y) * part,
  }));
  label(marks, steps, words, inks().theirs);
}

/** A place between two others. @param {Place} a @param {Place} b @param {number} part @returns {Place} */
function between(a, b, part) {
  const turn = ((b[1] - a[1] + 540) % 360) - 180;
  return [a[0] + (b[0] - a[0]) * part, a[1] + turn * part];
}

/** A bar for so many km, as they are in the middle of the free map. @param {Marks} marks */
function scale(marks) {
  const free = freeOf(marks.sheet, 10);
  const { x, y } = middleOfFree(free);
  const [a, b] = [marks.map.unproject(x - SCALE_PX / 2, y), marks.map.unproject(x + SCALE_PX / 2, y)];
  if (!a || !b) return;
  const most = distance(a, b);
  const ten = 10 ** Math.floor(Math.log10(most));
  const length = ten * Math.max(...STEPS.filter((step) => step * ten <= most));
  const wide = (SCALE_PX * length) / most;
  const bottom = free.bottom - 4;
  const rights = [free.right - 4, free.left + wide + 4];
  const boxOf = (/** @type {number} */ right) =>
    /** @type {import("./marks.js").Box} */ ([right - wide - 4, bottom - 22, right + 4, bottom + 4]);
  const right = rights.find((at) => !marks.isTaken(boxOf(at))) ?? rights[0];
  const { pen } = marks;
  for (const [style, width] of /** @type {[string, number][]} */ ([
    [inks().halo, 5],
    [inks().ink, 2],
  ])) {
    pen.beginPath();
    (pen.moveTo(right - wide, bottom - 5), pen.lineTo(right - wide, bottom));
    (pen.lineTo(right, bottom), pen.lineTo(right, bottom - 5));
    Object.assign(pen, { strokeStyle: style, lineWidth: width });
    pen.stroke();
  }
  pen.font = LABEL;
  const words = km(length * 1e3);
  marks.write(words, right - wide / 2 - pen.measureText(words).width / 2, bottom - 13, inks().ink);
  marks.taken.push(boxOf(right));
}
