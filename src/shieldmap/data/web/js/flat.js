/** The flat map: drawn at once, and all there is where the globe cannot start. */
import { penOf, settled } from "./dom.js";
import { freeOf } from "./frame.js";
import { FINER } from "./ground.js";
import { inks, onTheme, relief } from "./theme.js";

const LEVEL = 6;
const SIDE = 180 / 2 ** LEVEL;
/** The tiles that there are: level, and the first and last column and row. */
const LEVELS = [
  { level: 4, box: [0, 0, 31, 15] },
  ...FINER.filter(({ high }) => high === LEVEL).map(
    ({ box: [west = 0, south = 0, east = 0, north = 0] }) => ({
      level: LEVEL,
      box: [
        Math.floor((west + 180) / SIDE),
        Math.floor((south + 90) / SIDE),
        Math.ceil((east + 180) / SIDE) - 1,
        Math.ceil((north + 90) / SIDE) - 1,
      ],
    }),
  ),
];

export class Flat {
  isFlat = /** @type {const} */ (true);
  /** Only the globe has them. */ widget = null;
  scene = null;
  altitude = 900_000;
  /** @type {(() => void)[]} */ moved = [];
  /** @type {Painted|null} */ painted = null;
  /** @type {Map<string, HTMLImageElement|null>} */ tiles = new Map();
  isGone = false;
  ratio = 1;
  /** Pixels a degree of latitude, a degree of longitude in them, and where zero north, zero east is. */
  scale = 1;
  squeeze = 1;
  left = 0;
  top = 0;
  /** The next frame, if it is asked for. */ soon = 0;
  /** What is shown in place of the whole ground. @type {Edges|null} */ near = null;

  /** @param {HTMLCanvasElement} surface @param {Edges} view */
  constructor(surface, view) {
    this.box = this.surface = surface;
    this.edges = view;
    this.pen = penOf(surface);
    this.fit();
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(surface);
    onTheme(() => this.draw());
  }

  fit() {
    if (this.isGone) return;
    const { clientWidth: width, clientHeight: height } = this.surface;
    const ratio = devicePixelRatio || 1;
    Object.assign(this.surface, { width: Math.max(1, width * ratio), height: Math.max(1, height * ratio) });
    const { west, south, east, north } = this.near ?? this.edges;
    const { left, top, right, bottom } = this.near
      ? freeOf(this.surface)
      : { left: 0, top: 0, right: width, bottom: height };
    const middle = (south + north) / 2;
    this.squeeze = Math.cos((middle * Math.PI) / 180);
    this.scale = Math.min((right - left) / ((east - west) * this.squeeze), (bottom - top) / (north - south));
    this.left = (left + right) / 2 - ((west + east) / 2) * this.squeeze * this.scale;
    this.top = (top + bottom) / 2 + middle * this.scale;
    this.ratio = ratio;
    this.draw();
  }

  /** @param {number} latitude @param {number} longitude @param {number} [_height] everything lies flat */
  project(latitude, longitude, _height) {
    return { x: this.left + longitude * this.squeeze * this.scale, y: this.top - latitude * this.scale };
  }

  /** @param {number} x @param {number} y @returns {[number, number]} */
  unproject(x, y) {
    return [(this.top - y) / this.scale, (x - this.left) / this.squeeze / this.scale];
  }

  /** @param {Painted} painted */
  set(painted) {
    this.painted = painted;
    this.draw();
  }

  draw() {
    if (this.isGone) return;
    const { pen, surface, ratio } = this;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = inks().sea;
    pen.fillRect(0, 0, surface.clientWidth, surface.clientHeight);
    const { brightness, contrast } = relief();
    pen.filter = `brightness(${brightness}) contrast(${contrast})`;
    this.ground();
    pen.filter = "none";
    if (this.painted) {
      const { picture, west, south, east, north } = this.painted;
      pen.globalAlpha = 0.82;
      this.image(picture, west, south, east, north);
      pen.globalAlpha = 1;
    }
    for (const call of this.moved) call();
  }

  /** @param {CanvasImageSource} picture @param {number} west @param {number} south @param {number} east @param {number} north */
  image(picture, west, south, east, north) {
    const a = this.project(north, west),
      b = this.project(south, east);
    this.pen.drawImage(picture, a.x, a.y, b.x - a.x, b.y - a.y);
  }

  /** The relief beneath: coarse tiles everywhere, finer ones around the embedded studies. */
  ground() {
    const [north, west] = this.unproject(0, 0),
      [south, east] = this.unproject(this.surface.clientWidth, this.surface.clientHeight);
    for (const { level, box } of LEVELS) {
      const size = 180 / 2 ** level;
      const first = Math.max(box[0], Math.floor((west + 180) / size)),
        last = Math.min(box[2], Math.floor((east + 180) / size));
      const low = Math.max(box[1], Math.floor((south + 90) / size)),
        high = Math.min(box[3], Math.floor((north + 90) / size));
      for (let x = first; x <= last; x += 1)
        for (let y = low; y <= high; y += 1) {
          const tile = this.tile(`/tiles/${level}/${x}/${y}.webp`);
          const [left, bottom] = [x * size - 180, y * size - 90];
          // Half a pixel more hides the seams.
          if (tile) this.image(tile, left, bottom, left + size + 0.5 / this.scale, bottom + size);
        }
    }
  }

  /** @param {string} url */
  tile(url) {
    const known = this.tiles.get(url);
    if (known !== undefined) return known;
    this.tiles.set(url, null);
    const picture = new Image();
    picture.onload = () => {
      this.tiles.set(url, picture);
      this.soon ||= requestAnimationFrame(() => ((this.soon = 0), this.draw()));
    };
    picture.src = url;
    return null;
  }

  home() {
    this.near = null;
    this.fit();
  }

  /** Show some places in the part of the map that is free. @param {Place[]} places */
  frame(places) {
    const [lats, lons] = [places.map((at) => at[0]), places.map((at) => at[1])];
    const [south, north, west, east] = [
      Math.min(...lats),
      Math.max(...lats),
      Math.min(...lons),
      Math.max(...lons),
    ];
    // A single place still has a surrounding.
    const edge = Math.max(0.3, 1 - (north - south) / 2);
    this.near = { west: west - edge, south: south - edge, east: east + edge, north: north + edge };
    this.fit();
  }

  go() {}
  zoom() {}
  view = "";

  /** Wait until the ground in sight is there, or a while has passed. */
  shown() {
    return settled(() => [...this.tiles.values()].every((tile) => tile !== null));
  }

  picture() {
    return this.surface;
  }

  /** The globe takes over. */
  leave() {
    this.isGone = true;
    this.watch.disconnect();
    this.moved = [];
    this.tiles.clear();
    this.surface.hidden = true;
  }
}
