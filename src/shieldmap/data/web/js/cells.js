/** The cells of the map as one picture: classes, colours, patterns. */
import { canvas, penOf } from "./dom.js";

const [GREEN, ROSE] = ["#009E73", "#CC79A7"];

/** The classes of each map, once the colours are known. @type {Record<string, Class[]>} */
export const CLASSES = {};

/** What lies over the colour of a class. @type {Class[]} */
export const OVERLAYS = [];

/** The shares from which each class of the probability begins. @type {number[]} */
let shares = [];

/** Know the colours, which the files of an answer have as well. @param {MapColours} of */
export function learn(of) {
  const [sand, pale, ...blues] = of.steps;
  const faint = (/** @type {string} */ fill) => fill + Math.round(255 * of.faint).toString(16);
  const empty = { word: "legend_not_threatened", fill: faint(of.not_threatened), pattern: "grey" };
  const unknown = { word: "legend_not_computed", fill: faint(of.not_computed) };
  shares = of.shares.slice(1).map(({ least }) => least);
  Object.assign(CLASSES, {
    shots: [
      { word: "legend_shots_0", short: "short_shots_0", fill: sand },
      { word: "legend_shots_few", short: "short_shots_few", fill: pale },
      { word: "legend_shots_1", short: "short_shots_1", fill: blues[1] },
      { word: "legend_shots_2", short: "short_shots_2", fill: blues[2] },
      { word: "legend_shots_3", short: "short_shots_3", fill: blues[3] },
    ],
    probability: of.shares.map(shareClass),
    margin: [
      { word: "legend_margin_none", short: "short_margin_none", fill: "#d9b98a" },
      { word: "legend_margin_bad", short: "short_margin_bad", fill: sand },
      { word: "legend_margin_near", short: "short_margin_near", fill: pale },
      { word: "legend_margin_0", short: "short_margin_0", fill: blues[0] },
      { word: "legend_margin_20", short: "short_margin_20", fill: blues[1] },
      { word: "legend_margin_60", short: "short_margin_60", fill: blues[2] },
      { word: "legend_margin_120", short: "short_margin_120", fill: blues[3] },
    ],
    difference: [
      { word: "legend_neither", short: "legend_neither", fill: sand },
      { word: "legend_only_a", short: "legend_only_a", fill: ROSE, pattern: "fall" },
      { word: "legend_only_b", short: "legend_only_b", fill: GREEN, pattern: "flat" },
      { word: "legend_both", short: "legend_both", fill: blues[2] },
    ],
  });
  for (const classes of Object.values(CLASSES)) classes.push(empty, unknown);
  OVERLAYS.splice(
    0,
    OVERLAYS.length,
    { word: "legend_good_only", pattern: "rise", fill: sand },
    { word: "legend_not_bad", pattern: "dots", fill: blues[1] },
  );
}

/** A class of shares by the numbers between which it lies. @param {ShareClass} of @param {number} i @param {ShareClass[]} all @returns {Class} */
function shareClass({ word, least, most, fill, line }, i, all) {
  // Where it fails is told by the most there is, so that the next class begins there.
  const [from, to] = [i === 1 ? all[0].most : least, all[i + 1]?.least ?? 100];
  if (line) INKS.lined = line;
  return {
    word: `legend_share_${word}`,
    values: { least, most, from, to },
    text: i === 0 ? `≤${most}` : to === 100 ? `≥${least}` : `${from}–${to}`,
    fill,
    pattern: line ? "lined" : undefined,
  };
}

/** Bits of the verdicts by the values, at the bad and at the good ends. */
const [VALUE, BAD, GOOD] = [1, 2, 4];

/** Which of some rising edges a value has passed. @param {number} value @param {number[]} edges */
const rank = (value, ...edges) => edges.filter((edge) => value >= edge).length;

/**
 * The class of a place: that of a cell with its share of the draws, or white.
 * @param {Spotted & Partial<DrawnVerdict>} spot @returns {{fill: string, line?: string}}
 */
export function spotClass({ status, share_of_samples: share, defended }) {
  if (status !== "threatened") return { fill: "#fff" };
  const percent = share != null ? Math.round(100 * share) : defended ? 100 : 0;
  const { fill, pattern } = CLASSES.probability[rank(percent, ...shares)];
  return { fill, line: pattern && INKS[pattern] };
}

/** @param {Area} answer @param {string} colour @param {number} i */
function classOf(answer, colour, i) {
  const last = CLASSES[colour].length;
  if (answer.status[i] !== 0) return last - (answer.status[i] === 1 ? 2 : 1);
  if (colour === "probability" && answer.probability) {
    return rank(answer.probability[i], ...shares);
  }
  if (colour === "margin") {
    const margin = answer.margin_s[i];
    return margin === null ? 0 : 1 + rank(margin, -20, 0, 20, 60, 120);
  }
  const shots = answer.shots[i];
  return answer.defended[i] & VALUE ? 1 + Math.min(3, Math.max(1, shots)) : rank(shots, 1);
}

/** @param {Area} a @param {Area} b @param {number} i */
function differenceOf(a, b, i) {
  if (a.status[i] === 2 || b.status[i] === 2) return 5;
  if (a.status[i] === 1 && b.status[i] === 1) return 4;
  return (a.defended[i] & VALUE ? 1 : 0) + (b.defended[i] & VALUE ? 2 : 0);
}

const TILE = 12;
/** @type {Record<string, string>} */
const INKS = { rise: "#08436a", fall: "#5a2442", grey: "rgba(90,90,90,0.45)", flat: "#00382a" };
/** @type {Map<string, HTMLCanvasElement>} */
const tiles = new Map();

/** A small picture that repeats: lines or dots. @param {CanvasRenderingContext2D} onto @param {string} name */
function patternOf(onto, name) {
  const tile = tiles.get(name) ?? tileOf(name);
  tiles.set(name, tile);
  return /** @type {CanvasPattern} */ (onto.createPattern(tile, "repeat"));
}

/** @param {string} name */
function tileOf(name) {
  const { sheet, pen } = canvas(TILE, TILE);
  pen.strokeStyle = INKS[name] ?? "#fff";
  pen.fillStyle = "rgba(255,255,255,0.7)";
  pen.lineWidth = name === "grey" || name === "lined" ? 1 : 2.2;
  pen.beginPath();
  const line = (/** @type {number[]} */ ...[x, y, toX, toY]) => (pen.moveTo(x, y), pen.lineTo(toX, toY));
  for (const x of [-TILE, 0, TILE]) {
    if (name === "rise" || name === "lined") line(x, TILE, x + TILE, 0);
    else if (name === "fall" || name === "grey") line(x, 0, x + TILE, TILE);
  }
  for (const at of [3, 9]) {
    if (name === "flat") line(0, at, TILE, at);
    else if (name === "dots") pen.fillRect(at - 1, at - 1, 2, 2);
  }
  pen.stroke();
  return sheet;
}

/** Where the cells of a grid lie in the picture. @param {Cells} places */
function layoutOf({ latitude_deg: lat, longitude_deg: lon, height_deg: tall, width_deg: wide }) {
  // Whole half degrees, so that coarse and fine grids share one picture.
  const down = (/** @type {number} */ deg) => Math.floor(deg * 2) / 2;
  const up = (/** @type {number} */ deg) => Math.ceil(deg * 2) / 2;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (let i = 0; i < lat.length; i += 1) {
    [west, east] = [Math.min(west, lon[i] - wide[i] / 2), Math.max(east, lon[i] + wide[i] / 2)];
    [south, north] = [Math.min(south, lat[i] - tall[i] / 2), Math.max(north, lat[i] + tall[i] / 2)];
  }
  [west, south, east, north] = [down(west), down(south), up(east), up(north)];
  const scale = Math.min(tall[0] < 0.03 ? 240 : 180, 4000 / (east - west), 4000 / (north - south));
  const boxes = new Int16Array(4 * lat.length);
  for (let i = 0; i < lat.length; i += 1) {
    const left = Math.round((lon[i] - wide[i] / 2 - west) * scale),
      right = Math.round((lon[i] + wide[i] / 2 - west) * scale);
    const top = Math.round((north - lat[i] - tall[i] / 2) * scale),
      bottom = Math.round((north - lat[i] + tall[i] / 2) * scale);
    boxes.set([left, top, right - left, bottom - top], 4 * i);
  }
  const size = { width: Math.round((east - west) * scale), height: Math.round((north - south) * scale) };
  return { west, south, east, north, ...size, boxes };
}

/** @type {WeakMap<Cells, ReturnType<typeof layoutOf>>} */
const layouts = new WeakMap();

/**
 * Paint an answer, or the difference of two.
 * @param {Cells} places @param {Area} answer @param {string} colour @param {Area} [other] the state kept as A
 * @returns {Painted}
 */
export function paint(places, answer, colour, other) {
  const layout = layouts.get(places) ?? layoutOf(places);
  layouts.set(places, layout);
  const { boxes, width, height, west, south, east, north } = layout;
  const { sheet: picture, pen } = canvas(width, height);
  const classes = CLASSES[other ? "difference" : colour] ?? CLASSES.shots;
  /** @type {Map<string, Path2D>} */ const fills = new Map();
  /** @type {Map<string, Path2D>} */ const patterns = new Map();
  for (let i = 0; i < answer.status.length; i += 1) {
    const kind = classes[other ? differenceOf(other, answer, i) : classOf(answer, colour, i)];
    const pattern =
      kind.pattern ?? (other || answer.status[i] !== 0 ? null : endsOf(answer.defended[i], colour));
    for (const [paths, name] of /** @type {const} */ ([
      [fills, kind.fill],
      [patterns, pattern],
    ])) {
      if (!name) continue;
      const path = paths.get(name) ?? new Path2D();
      paths.set(name, path);
      path.rect(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
    }
  }
  for (const [fill, path] of fills) ((pen.fillStyle = fill), pen.fill(path));
  for (const [name, path] of patterns) ((pen.fillStyle = patternOf(pen, name)), pen.fill(path));
  return { picture, west, south, east, north };
}

/** The pattern of a place whose verdict hangs on the ends of the assumptions. @param {number} bits @param {string} colour */
function endsOf(bits, colour) {
  // A share of the draws says it itself.
  if (colour === "probability") return null;
  if (!(bits & VALUE)) return bits & GOOD ? "rise" : null;
  return bits & BAD ? null : "dots";
}

/** Draw a colour of the legend. @param {HTMLCanvasElement} sheet @param {Class} kind */
export function swatch(sheet, { fill, pattern }) {
  const pen = penOf(sheet);
  pen.clearRect(0, 0, sheet.width, sheet.height);
  for (const style of [fill, pattern && patternOf(pen, pattern)]) {
    if (style) ((pen.fillStyle = style), pen.fillRect(0, 0, sheet.width, sheet.height));
  }
}
