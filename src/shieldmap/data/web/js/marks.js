/** Marks and names over the map, on one thin sheet: they stay sharp and never cover each other. */
import { $, penOf } from "./dom.js";
import { nameOf } from "./language.js";
import { from, sectorOutline, trace } from "./geo.js";
import { PHASES } from "./legend.js";
import { symbol } from "./symbols.js";
import { inWords, launchName, launchPoint, meaning, study } from "./study.js";

export const FONT =
  '"Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", system-ui, sans-serif';
export const BORESIGHT_KM = 190;
/** @type {Record<string, number>} */
const KINDS = { site: 7, city: 6, headquarters: 5, base: 4, port: 4, storage: 3, town: 1 };
/** Heights of the camera in metres: above the first only cities are named, below the second every town. */
const [FAR, CLOSE] = [1_500_000, 520_000];

/** @typedef {{x: number, y: number}} Pixel */
/** @typedef {[number, number, number, number]} Box left, top, right, bottom */

/** A box around a pixel. @param {Pixel} pixel @param {number} wide @param {number} [tall] @returns {Box} */
const around = ({ x, y }, wide, tall = wide) => [x - wide, y - tall, x + wide, y + tall];

export class Marks {
  /** @type {State} */ state = {};
  /** @type {PageSpot[]} */ spots = [];
  /** @type {Located|null} */ place = null;
  /** @type {Town|null} */ town = null;
  /** @type {DrawnFlight[]} */ tracks = [];
  /** @type {Box[]} */ taken = [];
  width = 0;
  height = 0;
  isRadarShown = true;
  /** Batteries of other systems take part in a raid only. */
  areLayersShown = false;
  /** For a picture nothing lies over the map. */
  isAlone = false;

  /** @param {HTMLCanvasElement} sheet @param {Ground} map */
  constructor(sheet, map) {
    this.sheet = sheet;
    this.pen = penOf(sheet);
    this.map = map;
    this.use(map);
  }

  /** @param {Ground} map the globe or the flat map */
  use(map) {
    this.map = map;
    map.moved.push(() => this.draw());
    this.draw();
  }

  draw() {
    if (!study()) return;
    const { sheet, pen } = this;
    const ratio = Math.min(2, devicePixelRatio || 1);
    [this.width, this.height] = [sheet.clientWidth, sheet.clientHeight];
    const [width, height] = [Math.round(this.width * ratio), Math.round(this.height * ratio)];
    if (sheet.width !== width || sheet.height !== height) Object.assign(sheet, { width, height });
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    const now = meaning(this.state);
    this.taken = [...this.covered(), ...this.handles(now)];
    if (this.map.isFlat) this.ways();
    this.fan(now);
    for (const layer of this.areLayersShown ? study().layers : [])
      this.symbol("layer", layer, 15, inWords(layer.system_name));
    for (const site of study().defence.launcher_sites) this.symbol("launcher", site, 14);
    this.cross();
    for (const id of now.launch_points) {
      const point = launchPoint(id);
      if (point) this.symbol("launch_point", point, 15, launchName(id));
    }
    this.names();
  }

  /** What lies over the map: names go elsewhere. @returns {Box[]} */
  covered() {
    if (this.isAlone) return [];
    const own = this.sheet.getBoundingClientRect();
    return ["legend", "player", "map-tools", "why"].map((id) => {
      const { left, top, right, bottom } = $(id).getBoundingClientRect();
      return [left - own.left, top - own.top, right - own.left, bottom - own.top];
    });
  }

  /** Where the handles stand: battery, radar and direction. @param {Meaning} now @returns {Box[]} */
  handles(now) {
    const turn = from(...now.radar, now.boresight_deg, BORESIGHT_KM);
    const [battery, radar, boresight] = [now.battery, now.radar, turn].map((at) => this.map.project(...at));
    /** @type {Box[]} */ const boxes = [];
    if (battery) boxes.push([battery.x - 24, battery.y - 46, battery.x + 24, battery.y + 8]);
    if (radar) boxes.push([radar.x - 42, radar.y - 8, radar.x + 8, radar.y + 42]);
    if (boresight && now.radar_present) boxes.push(around(boresight, 12));
    return boxes;
  }

  /** The paths over ground, where there is no globe to fly in. */
  ways() {
    const { pen } = this;
    pen.lineWidth = 1.4;
    for (const { phase, positions } of this.tracks.flatMap((track) => track.phases)) {
      pen.strokeStyle = PHASES[phase];
      pen.beginPath();
      for (let i = 0; i < positions.length; i += 3) {
        const pixel = this.map.project(positions[i + 1], positions[i]);
        if (pixel) pen.lineTo(pixel.x, pixel.y);
      }
      pen.stroke();
    }
  }

  /** The radar's sector: a small fan and the direction in its middle. @param {Meaning} now */
  fan(now) {
    if (!now.radar_present || !this.isRadarShown) return;
    const { pen } = this;
    trace(pen, this.map, sectorOutline(now.radar, now.boresight_deg, now.sector_deg, BORESIGHT_KM));
    pen.fillStyle = "rgba(0,158,115,0.07)";
    pen.fill();
    pen.setLineDash([6, 4]);
    pen.lineWidth = 1.5;
    pen.strokeStyle = "#007a58";
    pen.stroke();
    pen.setLineDash([]);
    const middle = [0, 0.25, 0.5, 0.75, 1].map((part) =>
      from(...now.radar, now.boresight_deg, BORESIGHT_KM * part),
    );
    trace(pen, this.map, middle);
    pen.lineWidth = 2;
    pen.stroke();
  }

  /** @param {keyof typeof import("./symbols.js").SIDC} kind @param {Located} at @param {number} size @param {string} [text] */
  symbol(kind, at, size, text) {
    const pixel = this.inside(at);
    if (!pixel) return;
    const picture = symbol(kind, size);
    const [wide, tall] = [picture.width / 2, picture.height / 2];
    this.pen.drawImage(picture, pixel.x - wide / 2, pixel.y - tall / 2, wide, tall);
    this.taken.push(around(pixel, wide / 2, tall / 2));
    const color = kind === "launch_point" ? "#8c1d18" : "#0b4a6b";
    if (text) this.name(pixel, text, wide / 2 + 3, `600 12px ${FONT}`, color);
  }

  /** The place that is asked about, and the town. */
  cross() {
    const { place, town } = this;
    const asked = place && this.inside(place);
    if (asked) this.target(asked, "#111");
    const home = town && this.inside(town);
    if (!home) return;
    this.target(home, "#08436a");
    this.name(home, nameOf(town), 15, `700 14px ${FONT}`, "#08436a");
  }

  /** A ring with four strokes. @param {Pixel} pixel @param {string} color */
  target(pixel, color) {
    const { pen } = this;
    const { x, y } = pixel;
    pen.beginPath();
    pen.arc(x, y, 9, 0, 7);
    for (const sign of [1, -1]) {
      (pen.moveTo(x + 6 * sign, y), pen.lineTo(x + 13 * sign, y));
      (pen.moveTo(x, y + 6 * sign), pen.lineTo(x, y + 13 * sign));
    }
    this.stroke("#fff", 5);
    this.stroke(color, 2.4);
    this.taken.push(around(pixel, 13));
  }

  /** @param {string} style @param {number} width */
  stroke(style, width) {
    const { pen } = this;
    pen.strokeStyle = style;
    pen.lineWidth = width;
    pen.stroke();
  }

  /** Places by weight: far away only the cities, close by every town. */
  names() {
    const height = this.map.altitude ?? 1e6;
    const least = height > FAR ? 6 : height > CLOSE ? 2 : 0;
    const places = this.spots.length ? this.spots : study().assets;
    const rows = places
      .map((spot) => ({
        spot,
        weight: (KINDS[spot.kind ?? ""] ?? 2) + Math.min(0.9, (spot.people ?? 0) / 1e7),
      }))
      .filter((row) => row.weight >= least && row.spot.name !== this.town?.name)
      .sort((a, b) => b.weight - a.weight);
    for (const { spot, weight } of rows) {
      const pixel = this.inside(spot);
      const isCity = weight >= 6,
        size = isCity ? 4 : 3;
      if (!pixel || this.isTaken(around(pixel, size))) continue;
      const font = `${isCity ? "600 13" : "400 11.5"}px ${FONT}`;
      const isNamed = this.name(pixel, nameOf(spot), size + 3, font, "#1c1c1c");
      if (!isNamed && weight < 4) continue;
      this.dot(pixel, spot, size);
      this.taken.push(around(pixel, size));
    }
  }

  /** @param {Pixel} pixel @param {Spotted} spot @param {number} size */
  dot({ x, y }, spot, size) {
    const { pen } = this;
    pen.beginPath();
    if (spot.kind === "city" || spot.kind === "town") pen.arc(x, y, size, 0, 7);
    else pen.rect(x - size, y - size, size * 2, size * 2);
    pen.fillStyle = spot.status !== "threatened" ? "#fff" : spot.defended ? "#08436a" : "#f2b04d";
    pen.fill();
    this.stroke("#fff", 1.4);
    this.stroke("#222", 0.9);
  }

  /**
   * Write a name where there is room: right, left, above, below.
   * @param {Pixel} pixel @param {string} text @param {number} gap @param {string} font @param {string} color
   */
  name({ x, y }, text, gap, font, color) {
    const { pen } = this;
    pen.font = font;
    const wide = pen.measureText(text).width,
      tall = 7;
    for (const [left, middle] of [
      [x + gap, y],
      [x - gap - wide, y],
      [x - wide / 2, y - gap - tall],
      [x - wide / 2, y + gap + tall],
    ]) {
      const box = around({ x: left + wide / 2, y: middle }, wide / 2 + 2, tall);
      if (box[0] < 2 || box[2] > this.width - 2 || this.isTaken(box)) continue;
      pen.textBaseline = "middle";
      pen.lineJoin = "round";
      pen.lineWidth = 3.5;
      pen.strokeStyle = "rgba(255,255,255,0.92)";
      pen.strokeText(text, left, middle);
      pen.fillStyle = color;
      pen.fillText(text, left, middle);
      this.taken.push(box);
      return true;
    }
    return false;
  }

  /** @param {Box} box */
  isTaken([left, top, right, bottom]) {
    return this.taken.some(
      (other) => left < other[2] && right > other[0] && top < other[3] && bottom > other[1],
    );
  }

  /** The pixel of a place, if it is on the sheet. @param {Located} place */
  inside({ latitude_deg, longitude_deg }) {
    const pixel = this.map.project(latitude_deg, longitude_deg);
    if (!pixel || pixel.x < -30 || pixel.y < -30) return null;
    return pixel.x < this.width + 30 && pixel.y < this.height + 30 ? pixel : null;
  }

  /** The spot under a pixel, if any. @param {number} x @param {number} y */
  spotAt(x, y) {
    /** @type {PageSpot|null} */ let best = null;
    let least = 12;
    for (const spot of this.spots.filter(({ kind }) => kind !== "town")) {
      const pixel = this.map.project(spot.latitude_deg, spot.longitude_deg);
      const away = pixel ? Math.hypot(pixel.x - x, pixel.y - y) : Infinity;
      if (away < least) ((best = spot), (least = away));
    }
    return best;
  }
}
