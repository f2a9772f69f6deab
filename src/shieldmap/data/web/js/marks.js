/** Marks and names over the map, on one thin sheet: they stay sharp and never cover each other. */
import { $, penOf } from "./dom.js";
import { spotClass } from "./cells.js";
import { nameOf } from "./language.js";
import { position } from "./format.js";
import { from, sectorOutline, trace } from "./geo.js";
import { phases } from "./legend.js";
import * as rings from "./rings.js";
import { symbol } from "./symbols.js";
import { inWords, launchName, launchPoint, meaning, study } from "./study.js";
import { BORESIGHT_KM, FONT, inks, onTheme } from "./theme.js";

const SMALL = `400 11px ${FONT}`;
/** @type {Record<string, number>} */
const KINDS = { site: 7, city: 6, headquarters: 5, base: 4, port: 4, storage: 3, town: 1 };
/** Heights of the camera in metres: above the first only cities are named, below the second every town. */
const [FAR, CLOSE] = [1_500_000, 520_000];

/** How far from the middle of a country its name may stand, and from a handle a city's. */
const ASIDE = [
  [0, 0],
  [0, -36],
  [0, 36],
  [-70, 0],
  [70, 0],
  [-70, -36],
  [70, 36],
  [0, 72],
];
const HANDLE = 15;

/** @typedef {{x: number, y: number}} Pixel */
/** @typedef {[number, number, number, number]} Box left, top, right, bottom */

/** A box around a pixel. @param {Pixel} pixel @param {number} wide @param {number} [tall] @returns {Box} */
const around = ({ x, y }, wide, tall = wide) => [x - wide, y - tall, x + wide, y + tall];

export class Marks {
  /** Where the handles stand, which cover what lies below. @type {Box[]} */ held = [];
  /** @type {State} */ state = {};
  /** @type {PageSpot[]} */ spots = [];
  /** @type {Spotted|null} */ place = null;
  /** @type {Town|null} */ town = null;
  /** @type {PlaceExplained|null} */ told = null;
  /** @type {PageCoverage|null} */ coverage = null;
  /** @type {FlightLeg[]} */ legs = [];
  /** What a film says where. @type {Note[]} */ notes = [];
  /** @type {Box[]} */ taken = [];
  /** What is written on the sheet. @type {string[]} */ said = [];
  /** The nearest town of a place, in words. @type {(place: Place) => string} */ near = () => "";
  width = 0;
  height = 0;
  isReachShown = true;
  isRadarShown = false;
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
    onTheme(() => this.draw());
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
    this.said = [];
    this.held = this.handles(now);
    this.taken = [...this.covered(), ...this.held];
    if (this.map.isFlat) this.ways();
    this.fan(now);
    this.cross(now);
    for (const { at, text, color } of this.notes)
      at.some((place) => {
        const pixel = this.map.project(...place);
        return pixel && this.name(pixel, text, 9, `600 13px ${FONT}`, color);
      });
    rings.draw(this, now);
    for (const layer of this.areLayersShown ? study().layers : [])
      this.symbol("layer", layer, 15, [inWords(layer.name), inWords(layer.system_name)]);
    for (const site of study().defence.launcher_sites) this.symbol("launcher", site, 14);
    for (const id of now.launch_points) {
      const point = launchPoint(id);
      // Only the flight in question: the other launch points stand back.
      const isOther = this.place !== null && this.told !== null && this.told.launch_point !== id;
      pen.globalAlpha = isOther ? 0.4 : 1;
      if (point) this.symbol("launch_point", point, 15, isOther ? [] : [launchName(id)]);
      pen.globalAlpha = 1;
    }
    this.lands();
    this.names();
  }

  /** What lies over the map: names go elsewhere. @returns {Box[]} */
  covered() {
    if (this.isAlone) return [];
    const own = this.sheet.getBoundingClientRect();
    return ["dock", "map-tools", "why", "mini"].map((id) => {
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
    for (const { phase, positions } of this.legs) {
      pen.strokeStyle = phases()[phase];
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
    if (!now.radar_present) return;
    const { pen } = this;
    trace(pen, this.map, sectorOutline(now.radar, now.boresight_deg, now.sector_deg, BORESIGHT_KM));
    pen.fillStyle = inks().shade;
    pen.fill();
    pen.setLineDash([6, 4]);
    pen.lineWidth = 1.5;
    pen.strokeStyle = inks().radar;
    pen.stroke();
    pen.setLineDash([]);
    const middle = [0, 0.25, 0.5, 0.75, 1].map((part) =>
      from(...now.radar, now.boresight_deg, BORESIGHT_KM * part),
    );
    trace(pen, this.map, middle);
    pen.lineWidth = 2;
    pen.stroke();
  }

  /**
   * A symbol with its name, and under it what else it is.
   * @param {keyof typeof import("./symbols.js").SIDC} kind @param {Located} at @param {number} size @param {string[]} [texts]
   */
  symbol(kind, at, size, [text, more] = []) {
    const pixel = this.inside(at);
    if (!pixel) return;
    const picture = symbol(kind, size);
    const [wide, tall] = [picture.width / 2, picture.height / 2];
    this.pen.drawImage(picture, pixel.x - wide / 2, pixel.y - tall / 2, wide, tall);
    this.taken.push(around(pixel, wide / 2, tall / 2));
    const color = kind === "launch_point" ? inks().theirs : inks().ours;
    if (text) this.name(pixel, text, wide / 2 + 3, `600 12px ${FONT}`, color, more);
  }

  /** The place that is asked about, and the town. @param {Meaning} now */
  cross(now) {
    const { place, town } = this;
    const asked = place && this.inside(place);
    if (asked) {
      this.target(asked, inks().ink);
      if (this.told) rings.nearest(this, now, this.told);
      const at = /** @type {Place} */ ([place.latitude_deg, place.longitude_deg]);
      const [text, more] = place.name ? [nameOf(place)] : [this.near(at) || position(...at), position(...at)];
      this.name(asked, text, 15, `700 14px ${FONT}`, inks().ink, more);
    }
    const home = town && this.inside(town);
    if (!home) return;
    const isSame = asked && Math.hypot(asked.x - home.x, asked.y - home.y) < 3;
    if (isSame) return;
    this.target(home, inks().town);
    this.name(home, nameOf(town), 15, `700 14px ${FONT}`, inks().town);
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
    this.stroke(inks().halo, 5);
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

  /** The countries, in wide letters. */
  lands() {
    const { pen } = this;
    pen.letterSpacing = "1.5px";
    /** @type {Set<string>} */ const told = new Set();
    for (const land of study().countries) {
      const pixel = told.has(land.code) ? null : this.inside(land);
      if (!pixel) continue;
      // Where a battery or a city stands in the middle of a country its name goes a little aside.
      const isWritten = ASIDE.some(([x, y]) =>
        this.name(
          { x: pixel.x + x, y: pixel.y + y },
          nameOf(land),
          0,
          `600 13px ${FONT}`,
          inks().soft,
          "",
          true,
        ),
      );
      if (isWritten) told.add(land.code);
    }
    pen.letterSpacing = "0px";
  }

  /** Places by weight: far away only the cities, close by every town. */
  names() {
    const height = this.map.altitude ?? 1e6;
    const least = height > FAR ? 6 : height > CLOSE ? 2 : 0;
    const own = this.spots.length ? this.spots : study().assets;
    // Beyond the ground a city is a name and no more.
    const abroad = height > FAR ? [] : study().cities;
    const rows = [...own, ...abroad]
      .map((spot) => ({
        spot,
        weight: (KINDS[spot.kind ?? ""] ?? 2) + Math.min(0.9, (spot.people ?? 0) / 1e7),
      }))
      .filter(({ spot, weight }) => weight >= least && !this.isMarked(spot))
      .sort((a, b) => b.weight - a.weight);
    for (const { spot, weight } of rows) {
      const pixel = this.inside(spot);
      const isCity = weight >= 6,
        size = isCity ? 4 : 3;
      if (!pixel) continue;
      const isFree = !this.isTaken(around(pixel, size));
      // A city under a handle keeps its name, which stands beside the handle.
      if (!isFree && !(isCity && this.isTaken(around(pixel, 0), this.held))) continue;
      const font = `${isCity ? "600 13" : "400 11.5"}px ${FONT}`;
      const isNamed = this.name(pixel, nameOf(spot), isFree ? size + 3 : HANDLE, font, inks().ink);
      if (!isFree || (!isNamed && weight < 4)) continue;
      this.dot(pixel, spot, size);
      this.taken.push(around(pixel, size));
    }
  }

  /** Whether a place has its mark and its name already. @param {Spotted} spot */
  isMarked(spot) {
    return [this.place, this.town].some(
      (other) =>
        other &&
        Math.hypot(other.latitude_deg - spot.latitude_deg, other.longitude_deg - spot.longitude_deg) < 0.002,
    );
  }

  /** @param {Pixel} pixel @param {Spotted} spot @param {number} size */
  dot({ x, y }, spot, size) {
    const { pen } = this;
    const outline = () => {
      pen.beginPath();
      if (spot.kind === "city" || spot.kind === "town") pen.arc(x, y, size, 0, 7);
      else pen.rect(x - size, y - size, size * 2, size * 2);
    };
    const { fill, line } = spotClass(spot);
    outline();
    pen.fillStyle = fill;
    pen.fill();
    if (line) {
      // As the cells of its class, which are lined.
      pen.beginPath();
      pen.moveTo(x - size, y + size);
      pen.lineTo(x + size, y - size);
      this.stroke(line, 1.6);
      outline();
    }
    this.stroke("#fff", 1.4);
    this.stroke("#222", 0.9);
  }

  /**
   * Write a name where there is room: right, left, above, below.
   * @param {Pixel} pixel @param {string} text @param {number} gap @param {string} font @param {string} color
   * @param {string} [more] in a smaller line under it @param {boolean} [isOver] on the pixel itself
   */
  name({ x, y }, text, gap, font, color, more = "", isOver = false) {
    const { pen } = this;
    pen.font = SMALL;
    const under = more ? pen.measureText(more).width : 0;
    pen.font = font;
    const wide = Math.max(under, pen.measureText(text).width),
      tall = more ? 14 : 7;
    const sides = [
      [x + gap, y],
      [x - gap - wide, y],
      [x - wide / 2, y - gap - tall],
      [x - wide / 2, y + gap + tall],
    ];
    for (const [left, middle] of isOver ? [[x - wide / 2, y]] : sides) {
      const box = around({ x: left + wide / 2, y: middle }, wide / 2 + 2, tall);
      if (box[0] < 2 || box[2] > this.width - 2 || this.isTaken(box)) continue;
      this.write(text, left, more ? middle - 7 : middle, color);
      pen.font = SMALL;
      if (more) this.write(more, left, middle + 7, color);
      this.taken.push(box);
      return true;
    }
    return false;
  }

  /** Letters with a rim, in the font that is set. @param {string} text @param {number} left @param {number} middle @param {string} color */
  write(text, left, middle, color) {
    const { pen } = this;
    this.said.push(text);
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 3.5;
    pen.strokeStyle = inks().halo;
    pen.strokeText(text, left, middle);
    pen.fillStyle = color;
    pen.fillText(text, left, middle);
  }

  /** @param {Box} box @param {Box[]} [by] */
  isTaken([left, top, right, bottom], by = this.taken) {
    return by.some((other) => left < other[2] && right > other[0] && top < other[3] && bottom > other[1]);
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
