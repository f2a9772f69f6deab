/** Two small maps of the same country side by side: A and B, each with its footprint and its battery. */
import { fill, h } from "./dom.js";
import { t } from "./language.js";
import { paint } from "./cells.js";
import { Flat } from "./flat.js";
import { sectorOutline, trace } from "./geo.js";
import { launchPoint } from "./study.js";

const VIEW = { west: 124.2, south: 32.9, east: 131.2, north: 42.3 };
const FAN_KM = 110;

/** @typedef {{letter: string, title: string, answer: any, means: any, study: any}} Side one state, drawn */

class Small {
  /** @type {any} */ means = null;
  /** @type {any} */ study = null;

  /** @param {string} letter */
  constructor(letter) {
    this.sheet = h("canvas", { class: "small-map", id: `compare-map-${letter.toLowerCase()}`, role: "img" });
    this.caption = h("figcaption", {});
    this.figure = h("figure", {}, this.caption, this.sheet);
    this.map = new Flat(this.sheet, VIEW);
    this.map.moved.push(() => this.marks());
  }

  /** @param {any} places @param {string} colour @param {Side} side */
  show(places, colour, side) {
    fill(this.caption, h("b", {}, side.letter), ` ${side.title}`);
    this.sheet.setAttribute("aria-label", t("compare_map_of", { letter: side.letter, share: side.title }));
    this.means = side.means;
    this.study = side.study;
    this.map.set(paint(places, side.answer, colour));
  }

  /** Battery, radar with its sector, launch points: enough to see what moved. */
  marks() {
    const { pen } = this.map;
    const now = this.means;
    if (!now) return;
    if (now.radar_present) {
      trace(pen, this.map, sectorOutline(now.radar, now.boresight_deg, now.sector_deg, FAN_KM));
      pen.strokeStyle = "#007a58";
      pen.lineWidth = 1.2;
      pen.stroke();
    }
    for (const id of now.launch_points) {
      const point = launchPoint(id, this.study);
      const { x, y } = point ? this.map.project(point.latitude_deg, point.longitude_deg) : { x: -9, y: -9 };
      pen.beginPath();
      for (const [dx, dy] of [[0, -4.5], [4.5, 0], [0, 4.5], [-4.5, 0]]) pen.lineTo(x + dx, y + dy); // prettier-ignore
      this.ink("#ff8080");
    }
    const { x, y } = this.map.project(now.battery[0], now.battery[1]);
    pen.beginPath();
    pen.rect(x - 5, y - 4, 10, 8);
    this.ink("#80e0ff");
  }

  /** @param {string} fill */
  ink(fill) {
    const { pen } = this.map;
    pen.closePath();
    pen.fillStyle = fill;
    pen.fill();
    pen.strokeStyle = "#111";
    pen.lineWidth = 1.2;
    pen.stroke();
  }
}

/** @type {Small[]|null} */
let pair = null;

/** The two maps, brought up to date. @param {any} places @param {string} colour @param {Side[]} sides */
export function maps(places, colour, sides) {
  pair ??= sides.map((side) => new Small(side.letter));
  pair.forEach((small, i) => small.show(places, colour, sides[i]));
  return h("div", { class: "compare-maps" }, pair.map((small) => small.figure)); // prettier-ignore
}
