/** Two small maps of the same country side by side: A and B, each with its footprint and its battery. */
import { html, onSheet } from "./dom.js";
import { t } from "./language.js";
import { paint } from "./cells.js";
import { Flat } from "./flat.js";
import { edgesOf } from "./ground.js";
import { sectorOutline, trace } from "./geo.js";
import { launchPoint } from "./study.js";

const FAN_KM = 110;
const DIAMOND = { x: [0, 4.5, 0, -4.5], y: [-4.5, 0, 4.5, 0] };

/** @typedef {{letter: string, title: string, answer: Area, means: Meaning, study: Study}} Side one state, drawn */

class Small {
  /** @type {Side|null} */ side = null;
  /** @type {Flat|null} */ map = null;

  /** @param {HTMLCanvasElement} sheet @param {Cells} places @param {string} colour @param {Side} side */
  show(sheet, places, colour, side) {
    this.side = side;
    if (this.map?.surface !== sheet) {
      this.map?.leave();
      this.map = new Flat(sheet, edgesOf(side.study.bounds_deg));
      this.map.moved.push(() => this.marks());
    }
    this.map.set(paint(places, side.answer, colour));
  }

  /** Battery, radar with its sector, launch points: enough to see what moved. */
  marks() {
    const { map, side } = this;
    if (!map || !side) return;
    const { pen } = map;
    const now = side.means;
    if (now.radar_present) {
      trace(pen, map, sectorOutline(now.radar, now.boresight_deg, now.sector_deg, FAN_KM));
      pen.strokeStyle = "#007a58";
      pen.lineWidth = 1.2;
      pen.stroke();
    }
    for (const id of now.launch_points) {
      const point = launchPoint(id, side.study);
      if (!point) continue;
      const { x, y } = map.project(point.latitude_deg, point.longitude_deg);
      pen.beginPath();
      DIAMOND.x.forEach((dx, i) => pen.lineTo(x + dx, y + DIAMOND.y[i]));
      ink(pen, "#ff8080");
    }
    const { x, y } = map.project(...now.battery);
    pen.beginPath();
    pen.rect(x - 5, y - 4, 10, 8);
    ink(pen, "#80e0ff");
  }
}

/** @param {CanvasRenderingContext2D} pen @param {string} fill */
function ink(pen, fill) {
  pen.closePath();
  pen.fillStyle = fill;
  pen.fill();
  pen.strokeStyle = "#111";
  pen.lineWidth = 1.2;
  pen.stroke();
}

const pair = [new Small(), new Small()];

/** The two maps. @param {Cells} places @param {string} colour @param {Side[]} sides */
export const maps = (places, colour, sides) => html`
  <div class="compare-maps">
    ${sides.map((side, i) => {
      const label = t("compare_map_of", { letter: side.letter, share: side.title });
      const take = onSheet((sheet) => pair[i].show(sheet, places, colour, side));
      return html`<figure>
        <figcaption><b>${side.letter}</b> ${side.title}</figcaption>
        <canvas class="small-map" id="compare-map-${"ab"[i]}" role="img" aria-label=${label} ref=${take} />
      </figure>`;
    })}
  </div>`;
