/** Marks and names over the map, on one thin sheet: they stay sharp and never cover each other. */
import { $ } from "./dom.js";
import { nameOf } from "./language.js";
import { sectorOutline, from, trace } from "./geo.js";
import { symbol } from "./symbols.js";
import { inWords, launchName, launchPoint, meaning, study } from "./study.js";

const FONT =
  '"Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", system-ui, sans-serif';
export const BORESIGHT_KM = 190;
const KINDS = { site: 7, city: 6, headquarters: 5, base: 4, port: 4, storage: 3, town: 1 };
const FAR = 1_500_000,
  CLOSE = 520_000;

export class Marks {
  /** @type {any} */ state = {};
  /** @type {any[]} */ spots = [];
  /** @type {number[]|null} */ place = null;
  /** @type {any} */ town = null;
  /** @type {any[]} */ tracks = [];
  /** @type {[number, number, number, number][]} */ taken = [];
  isRadarShown = true;
  /** Batteries of other systems take part in a raid only. */
  areLayersShown = false;
  /** For a picture nothing lies over the map. */
  isAlone = false;

  /** @param {HTMLCanvasElement} sheet @param {any} map */
  constructor(sheet, map) {
    this.sheet = sheet;
    this.pen = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
    this.use(map);
  }

  /** @param {any} map the globe or the flat map */
  use(map) {
    this.map = map;
    map.moved.push(() => this.draw());
    this.draw();
  }

  draw() {
    if (!study()) return;
    const { sheet, pen } = this;
    const width = sheet.clientWidth,
      height = sheet.clientHeight,
      ratio = Math.min(2, devicePixelRatio || 1);
    if (sheet.width !== Math.round(width * ratio) || sheet.height !== Math.round(height * ratio)) {
      sheet.width = Math.round(width * ratio);
      sheet.height = Math.round(height * ratio);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    this.taken = this.covered();
    ((this.width = width), (this.height = height));
    const now = meaning(this.state);
    if (this.map.isFlat) this.ways();
    this.fan(now);
    for (const [at, [left, top, right, bottom]] of /** @type {[number[], number[]][]} */ ([
      [now.battery, [-24, -46, 24, 8]],
      [now.radar, [-42, -8, 8, 42]],
    ])) {
      const pixel = this.map.project(at[0], at[1]);
      if (pixel) this.taken.push([pixel.x + left, pixel.y + top, pixel.x + right, pixel.y + bottom]);
    }
    const turn =
      now.radar_present &&
      this.map.project(...from(now.radar[0], now.radar[1], now.boresight_deg, BORESIGHT_KM));
    if (turn) this.taken.push([turn.x - 12, turn.y - 12, turn.x + 12, turn.y + 12]);
    for (const layer of this.areLayersShown ? study().layers : [])
      this.symbol("layer", layer.latitude_deg, layer.longitude_deg, 15, inWords(layer.system_name));
    for (const site of study().defence.launcher_sites ?? [])
      this.symbol("launcher", site.latitude_deg, site.longitude_deg, 14);
    this.cross();
    for (const id of now.launch_points) {
      const point = launchPoint(id);
      if (point) this.symbol("launch_point", point.latitude_deg, point.longitude_deg, 15, launchName(id));
    }
    this.names();
  }

  /** What lies over the map: names go elsewhere. @returns {[number, number, number, number][]} */
  covered() {
    if (this.isAlone) return [];
    const own = this.sheet.getBoundingClientRect();
    return ["legend", "player", "map-tools", "why"].map((id) => {
      const { left, top, right, bottom } = $(id).getBoundingClientRect();
      return [left - own.left, top - own.top, right - own.left, bottom - own.top];
    });
  }

  /** The paths over ground, where there is no globe to fly in. */
  ways() {
    const { pen } = this;
    pen.lineWidth = 1.4;
    for (const track of this.tracks)
      for (const phase of track.phases) {
        pen.strokeStyle = { boost: "#D55E00", reentry: "#9b3d76" }[phase.phase] ?? "#2b2b2b";
        this.line(phase.positions, 3);
      }
  }

  /** @param {number[]} flat lon, lat, alt … @param {number} step */
  line(flat, step) {
    this.pen.beginPath();
    for (let i = 0; i < flat.length; i += step) {
      const pixel = this.map.project(flat[i + 1], flat[i]);
      if (pixel) this.pen.lineTo(pixel.x, pixel.y);
    }
    this.pen.stroke();
  }

  /** The radar's sector: a small fan and the direction in its middle. @param {any} now */
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
    trace(
      pen,
      this.map,
      [0, 0.25, 0.5, 0.75, 1].map((part) =>
        from(now.radar[0], now.radar[1], now.boresight_deg, BORESIGHT_KM * part),
      ),
    );
    pen.lineWidth = 2;
    pen.stroke();
  }

  /** @param {any} kind @param {number} latitude @param {number} longitude @param {number} size @param {string} [text] */
  symbol(kind, latitude, longitude, size, text) {
    const pixel = this.map.project(latitude, longitude);
    if (!pixel || !this.isInside(pixel)) return;
    const picture = symbol(kind, size);
    const wide = picture.width / 2,
      tall = picture.height / 2;
    this.pen.drawImage(picture, pixel.x - wide / 2, pixel.y - tall / 2, wide, tall);
    this.taken.push([pixel.x - wide / 2, pixel.y - tall / 2, pixel.x + wide / 2, pixel.y + tall / 2]);
    if (text)
      this.name(
        pixel,
        text,
        wide / 2 + 3,
        `600 12px ${FONT}`,
        kind === "launch_point" ? "#8c1d18" : "#0b4a6b",
      );
  }

  /** The place that is asked about. */
  cross() {
    for (const [at, color] of [
      [this.place, "#111"],
      [this.town && [this.town.latitude_deg, this.town.longitude_deg], "#08436a"],
    ]) {
      const pixel = at && this.map.project(at[0], at[1]);
      if (!pixel || !this.isInside(pixel)) continue;
      const { pen } = this;
      for (const [stroke, wide] of /** @type {[string, number][]} */ ([
        ["#fff", 5],
        [color, 2.4],
      ])) {
        ((pen.strokeStyle = stroke), (pen.lineWidth = wide));
        pen.beginPath();
        pen.arc(pixel.x, pixel.y, 9, 0, 7);
        for (const [dx, dy] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ])
          (pen.moveTo(pixel.x + dx * 6, pixel.y + dy * 6), pen.lineTo(pixel.x + dx * 13, pixel.y + dy * 13));
        pen.stroke();
      }
      this.taken.push([pixel.x - 13, pixel.y - 13, pixel.x + 13, pixel.y + 13]);
      if (color !== "#111") this.name(pixel, nameOf(this.town), 15, `700 14px ${FONT}`, "#08436a");
    }
  }

  /** Places by weight: far away only the cities, close by every town. */
  names() {
    const height = this.map.altitude ?? 1e6;
    const least = height > FAR ? 6 : height > CLOSE ? 2 : 0;
    const places = this.spots.length ? this.spots : study().assets;
    const rows = places
      .map((spot) => ({ spot, weight: (KINDS[spot.kind] ?? 2) + Math.min(0.9, (spot.people ?? 0) / 1e7) }))
      .filter((row) => row.weight >= least && row.spot.name !== this.town?.name)
      .sort((a, b) => b.weight - a.weight);
    for (const { spot, weight } of rows) {
      const pixel = this.map.project(spot.latitude_deg, spot.longitude_deg);
      if (!pixel || !this.isInside(pixel)) continue;
      const isCity = weight >= 6,
        size = isCity ? 4 : 3;
      if (this.isTaken([pixel.x - size, pixel.y - size, pixel.x + size, pixel.y + size])) continue;
      const done = this.name(
        pixel,
        nameOf(spot),
        size + 3,
        `${isCity ? 600 : 400} ${isCity ? 13 : 11.5}px ${FONT}`,
        "#1c1c1c",
      );
      if (!done && weight < 4) continue;
      this.dot(pixel, spot, size);
      this.taken.push([pixel.x - size, pixel.y - size, pixel.x + size, pixel.y + size]);
    }
  }

  /** @param {{x: number, y: number}} pixel @param {any} spot @param {number} size */
  dot({ x, y }, spot, size) {
    const { pen } = this;
    pen.beginPath();
    if (spot.kind === "city" || spot.kind === "town") pen.arc(x, y, size, 0, 7);
    else pen.rect(x - size, y - size, size * 2, size * 2);
    pen.fillStyle = spot.status !== "threatened" ? "#fff" : spot.defended ? "#08436a" : "#f2b04d";
    pen.fill();
    pen.lineWidth = 1.4;
    pen.strokeStyle = "#fff";
    pen.stroke();
    pen.lineWidth = 0.9;
    pen.strokeStyle = "#222";
    pen.stroke();
  }

  /**
   * Write a name where there is room: right, left, above, below.
   * @param {{x: number, y: number}} pixel @param {string} text @param {number} gap @param {string} font @param {string} color
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
      const box = /** @type {[number, number, number, number]} */ ([
        left - 2,
        middle - tall,
        left + wide + 2,
        middle + tall,
      ]);
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

  /** @param {number[]} box */
  isTaken([left, top, right, bottom]) {
    return this.taken.some(
      (other) => left < other[2] && right > other[0] && top < other[3] && bottom > other[1],
    );
  }

  /** @param {{x: number, y: number}} pixel */
  isInside({ x, y }) {
    return x > -30 && y > -30 && x < this.width + 30 && y < this.height + 30;
  }

  /** The spot under a pixel, if any. @param {number} x @param {number} y */
  spotAt(x, y) {
    let best = null,
      least = 12;
    for (const spot of this.spots) {
      if (spot.kind === "town") continue;
      const pixel = this.map.project(spot.latitude_deg, spot.longitude_deg);
      const away = pixel ? Math.hypot(pixel.x - x, pixel.y - y) : Infinity;
      if (away < least) ((best = spot), (least = away));
    }
    return best;
  }
}
