/** The cells of the map as one picture: classes, colours, patterns. */
import { canvas } from "./dom.js";

export const SAND = "#EFC27E",
  PALE = "#F8E6C2";
export const BLUES = ["#8fc1de", "#4a96c5", "#1a6ca3", "#08436a"];
const GREEN = "#009E73",
  ROSE = "#CC79A7";

/**
 * @typedef {Object} Class one colour of the legend
 * @property {string} word its words
 * @property {string} fill
 * @property {string} [pattern]
 */

const EMPTY = { word: "legend_not_threatened", fill: "rgba(255,255,255,0.35)", pattern: "grey" };
const UNKNOWN = { word: "legend_not_computed", fill: "rgba(120,120,120,0.35)" };

/** @type {Record<string, Class[]>} the last two are always: not threatened, not computed */
export const CLASSES = {
  shots: [
    { word: "legend_shots_0", fill: SAND },
    { word: "legend_shots_few", fill: PALE },
    { word: "legend_shots_1", fill: BLUES[1] },
    { word: "legend_shots_2", fill: BLUES[2] },
    { word: "legend_shots_3", fill: BLUES[3] },
    EMPTY,
    UNKNOWN,
  ],
  probability: [
    { word: "legend_probability_0", fill: SAND },
    { word: "legend_probability_1", fill: PALE },
    { word: "legend_probability_25", fill: BLUES[0] },
    { word: "legend_probability_50", fill: BLUES[1] },
    { word: "legend_probability_75", fill: BLUES[2] },
    { word: "legend_probability_100", fill: BLUES[3] },
    EMPTY,
    UNKNOWN,
  ],
  margin: [
    { word: "legend_margin_none", fill: "#d9b98a" },
    { word: "legend_margin_bad", fill: SAND },
    { word: "legend_margin_near", fill: PALE },
    { word: "legend_margin_0", fill: BLUES[0] },
    { word: "legend_margin_20", fill: BLUES[1] },
    { word: "legend_margin_60", fill: BLUES[2] },
    { word: "legend_margin_120", fill: BLUES[3] },
    EMPTY,
    UNKNOWN,
  ],
  difference: [
    { word: "legend_neither", fill: SAND },
    { word: "legend_only_a", fill: ROSE, pattern: "fall" },
    { word: "legend_only_b", fill: GREEN, pattern: "flat" },
    { word: "legend_both", fill: BLUES[2] },
    EMPTY,
    UNKNOWN,
  ],
};

/** What lies over the colour of a class. */
export const OVERLAYS = [
  { word: "legend_good_only", pattern: "rise", under: SAND },
  { word: "legend_not_bad", pattern: "dots", under: BLUES[1] },
];

const VALUE = 1,
  BAD = 2,
  GOOD = 4;

/** @param {any} answer @param {string} colour @param {number} i */
function classOf(answer, colour, i) {
  const last = CLASSES[colour].length;
  if (answer.status[i] === 1) return last - 2;
  if (answer.status[i] !== 0) return last - 1;
  const isDefended = answer.defended[i] & VALUE;
  if (colour === "probability" && answer.probability) {
    const share = answer.probability[i];
    return share <= 0 ? 0 : share < 25 ? 1 : share < 50 ? 2 : share < 75 ? 3 : share < 100 ? 4 : 5;
  }
  if (colour === "margin") {
    const margin = answer.margin_s[i];
    if (margin === null) return 0;
    return margin < -20 ? 1 : margin < 0 ? 2 : margin < 20 ? 3 : margin < 60 ? 4 : margin < 120 ? 5 : 6;
  }
  const shots = answer.shots[i];
  if (!isDefended) return shots > 0 ? 1 : 0;
  return Math.min(1 + Math.max(1, shots), 4);
}

/** @param {any} a @param {any} b @param {number} i */
function differenceOf(a, b, i) {
  if (a.status[i] === 2 || b.status[i] === 2) return 5;
  if (a.status[i] === 1 && b.status[i] === 1) return 4;
  return (a.defended[i] & VALUE ? 1 : 0) + (b.defended[i] & VALUE ? 2 : 0);
}

const TILE = 12;
/** @type {Map<string, HTMLCanvasElement>} */
const tiles = new Map();

/** A small picture that repeats: lines or dots. @param {string} name */
export function patternTile(name) {
  const found = tiles.get(name);
  if (found) return found;
  const tile = canvas(TILE, TILE);
  const pen = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
  pen.strokeStyle =
    { rise: "#08436a", fall: "#5a2442", grey: "rgba(90,90,90,0.45)", flat: "#00382a" }[name] ?? "#fff";
  pen.lineWidth = name === "grey" ? 1 : 2.2;
  pen.beginPath();
  for (const shift of [-TILE, 0, TILE]) {
    if (name === "rise") (pen.moveTo(shift, TILE), pen.lineTo(shift + TILE, 0));
    else if (name === "fall" || name === "grey") (pen.moveTo(shift, 0), pen.lineTo(shift + TILE, TILE));
  }
  if (name === "flat") for (const y of [3, 9]) (pen.moveTo(0, y), pen.lineTo(TILE, y));
  pen.stroke();
  pen.fillStyle = "rgba(255,255,255,0.7)";
  if (name === "dots")
    for (const [x, y] of [
      [3, 3],
      [9, 9],
    ])
      pen.fillRect(x - 1, y - 1, 2, 2);
  tiles.set(name, tile);
  return tile;
}

/**
 * Where the cells of a grid lie in the picture.
 * @param {any} places @returns {{west: number, south: number, east: number, north: number, width: number, height: number, boxes: Int16Array}}
 */
function layout(places) {
  const known = layouts.get(places);
  if (known) return known;
  const { latitude_deg: lat, longitude_deg: lon, height_deg: tall, width_deg: wide } = places;
  let west = 180,
    south = 90,
    east = -180,
    north = -90;
  for (let i = 0; i < lat.length; i += 1) {
    ((west = Math.min(west, lon[i] - wide[i] / 2)), (east = Math.max(east, lon[i] + wide[i] / 2)));
    ((south = Math.min(south, lat[i] - tall[i] / 2)), (north = Math.max(north, lat[i] + tall[i] / 2)));
  }
  // Whole half degrees, so that coarse and fine grids share one picture.
  ((west = Math.floor(west * 2) / 2),
    (south = Math.floor(south * 2) / 2),
    (east = Math.ceil(east * 2) / 2),
    (north = Math.ceil(north * 2) / 2));
  const scale = Math.min(tall[0] < 0.03 ? 240 : 180, 4000 / (east - west), 4000 / (north - south));
  const boxes = new Int16Array(4 * lat.length);
  for (let i = 0; i < lat.length; i += 1) {
    const left = Math.round((lon[i] - wide[i] / 2 - west) * scale),
      right = Math.round((lon[i] + wide[i] / 2 - west) * scale);
    const top = Math.round((north - lat[i] - tall[i] / 2) * scale),
      bottom = Math.round((north - lat[i] + tall[i] / 2) * scale);
    boxes.set([left, top, right - left, bottom - top], 4 * i);
  }
  const made = {
    west,
    south,
    east,
    north,
    width: Math.round((east - west) * scale),
    height: Math.round((north - south) * scale),
    boxes,
  };
  layouts.set(places, made);
  return made;
}
const layouts = new WeakMap();

/**
 * Paint an answer, or the difference of two.
 * @param {any} places @param {any} answer @param {string} colour @param {any} [other] the state kept as A
 */
export function paint(places, answer, colour, other) {
  const { boxes, width, height, west, south, east, north } = layout(places);
  const picture = canvas(width, height);
  const pen = /** @type {CanvasRenderingContext2D} */ (picture.getContext("2d"));
  const isDifference = colour === "difference" && other;
  const classes = CLASSES[isDifference ? "difference" : colour] ?? CLASSES.shots;
  /** @type {Map<string, Path2D>} */ const fills = new Map();
  /** @type {Map<string, Path2D>} */ const patterns = new Map();
  const add = (
    /** @type {Map<string, Path2D>} */ paths,
    /** @type {string} */ key,
    /** @type {number} */ i,
  ) => {
    let path = paths.get(key);
    if (!path) paths.set(key, (path = new Path2D()));
    path.rect(boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3]);
  };
  for (let i = 0; i < answer.status.length; i += 1) {
    const kind = classes[isDifference ? differenceOf(other, answer, i) : classOf(answer, colour, i)];
    add(fills, kind.fill, 4 * i);
    if (kind.pattern) add(patterns, kind.pattern, 4 * i);
    else if (!isDifference && answer.status[i] === 0) {
      const bits = answer.defended[i];
      if (!(bits & VALUE) && bits & GOOD) add(patterns, "rise", 4 * i);
      else if (colour !== "probability" && bits & VALUE && !(bits & BAD)) add(patterns, "dots", 4 * i);
    }
  }
  for (const [fill, path] of fills) ((pen.fillStyle = fill), pen.fill(path));
  for (const [name, path] of patterns) {
    pen.fillStyle = /** @type {CanvasPattern} */ (pen.createPattern(patternTile(name), "repeat"));
    pen.fill(path);
  }
  return { picture, west, south, east, north };
}

/** A swatch of the legend. @param {string} fill @param {string} [pattern] */
export function swatch(fill, pattern) {
  const box = canvas(44, 28);
  const pen = /** @type {CanvasRenderingContext2D} */ (box.getContext("2d"));
  pen.fillStyle = fill;
  pen.fillRect(0, 0, 44, 28);
  if (pattern) {
    pen.fillStyle = /** @type {CanvasPattern} */ (pen.createPattern(patternTile(pattern), "repeat"));
    pen.fillRect(0, 0, 44, 28);
  }
  return box;
}
