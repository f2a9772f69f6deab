/** The globe: Cesium without its widgets, without network, drawn only when something changed. */
import { script, settled, still } from "./dom.js";
import { freeOf, middleOfFree } from "./frame.js";
import { distance } from "./geo.js";
import { FINER, middleOf, reachOf } from "./ground.js";
import { inks, onTheme, relief } from "./theme.js";

/** @type {Anything} */
let C;
/** The day on which everything is shown: one for which the Earth's orientation file is in the package. */
export const DAY = "2025-06-01";

const PITCH_DEG = -68;
/** Between these heights (m) places are framed; and so often a better view is looked for. */
const [LOWEST, HIGHEST, TRIES] = [130_000, 12_000_000, 14];
/** Steps of a wheel in pixels that change the height e-fold. */
const WHEEL = 900;
const KM_A_DEGREE = 111.2;
/** @typedef {{latitude: number, longitude: number, height: number, heading: number, pitch: number}} View */

/** Whether this browser can draw it at all. */
export function canDraw() {
  try {
    const probe = document.createElement("canvas");
    return Boolean(probe.getContext("webgl2") || probe.getContext("webgl"));
  } catch {
    return false;
  }
}

/** @param {HTMLElement} box @param {Edges} ground where the study lies @param {Place[]} first what it shows first */
export async function start(box, ground, first) {
  const href = "/static/vendor/cesium/Widgets/CesiumWidget/CesiumWidget.css";
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
  window.CESIUM_BASE_URL = "/static/vendor/cesium/";
  await script("/static/vendor/cesium/Cesium.js");
  C = window.Cesium;
  const widget = new C.CesiumWidget(box, {
    clock: new C.Clock({ currentTime: C.JulianDate.fromIso8601(`${DAY}T00:00:00Z`), shouldAnimate: false }),
    baseLayer: new C.ImageryLayer(tiles(0, 4)),
    terrainProvider: new C.EllipsoidTerrainProvider(),
    requestRenderMode: true,
    maximumRenderTimeChange: Infinity,
    msaaSamples: 1,
    skyBox: false,
    skyAtmosphere: false,
    showRenderLoopErrors: false,
    creditContainer: document.createElement("div"),
    contextOptions: { webgl: { preserveDrawingBuffer: false } },
  });
  const { scene } = widget;
  scene.globe.showGroundAtmosphere = false;
  scene.fog.enabled = false;
  scene.highDynamicRange = false;
  for (const body of [scene.sun, scene.moon]) if (body) body.show = false;
  for (const { box: edges, low, high } of FINER) {
    const finer = tiles(low, high, C.Rectangle.fromDegrees(...edges));
    widget.imageryLayers.add(new C.ImageryLayer(finer, { minimumTerrainLevel: low - 1 }));
  }
  const controller = scene.screenSpaceCameraController;
  controller.minimumZoomDistance = 20_000;
  controller.maximumZoomDistance = 25_000_000;
  // The wheel is taken below: Cesium's own leaves the country at the edge when it goes back.
  controller.zoomEventTypes = [C.CameraEventType.RIGHT_DRAG, C.CameraEventType.PINCH];
  widget.clock.shouldAnimate = false;
  widget.screenSpaceEventHandler.removeInputAction(C.ScreenSpaceEventType.LEFT_DOUBLE_CLICK);
  const globe = new Globe(widget);
  globe.dress();
  onTheme(() => globe.dress());
  globe.lieOn(ground, first);
  return globe;
}

/** @param {number} low @param {number} high @param {Anything} [rectangle] */
function tiles(low, high, rectangle) {
  const provider = new C.UrlTemplateImageryProvider({
    url: "/tiles/{z}/{x}/{reverseY}.webp",
    tilingScheme: new C.GeographicTilingScheme(),
    minimumLevel: low,
    maximumLevel: high,
    rectangle,
  });
  // A tile that is not there leaves the coarser one: nothing to say.
  provider.errorEvent.addEventListener(() => {});
  return provider;
}

/** How a camera is turned. @param {Anything} camera */
const turnOf = (camera) => ({ direction: camera.directionWC.clone(), up: camera.upWC.clone() });

/** How far the country comes back to the middle while the camera goes back. @param {number} factor of the height */
const homing = (factor) => Math.min(1, 1 - 1 / factor);

export class Globe {
  isFlat = /** @type {const} */ (false);
  /** What it shows first. @type {Edges} */ ground = { west: 0, south: 0, east: 1, north: 1 };
  /** The view that needs no place in the address. */
  homeView = "";
  /** @type {(() => void)[]} */ moved = [];
  /** @type {any} the last view with the ground near */ last = null;

  /** What the whole country is seen by. @type {Place[]} */ first = [];

  /** Another ground, shown at once. @param {Edges} ground @param {Place[]} first what it shows first */
  lieOn(ground, first) {
    this.ground = ground;
    this.first = first;
    this.last = null;
    this.home(false);
  }

  /** @param {any} widget */
  constructor(widget) {
    this.widget = widget;
    this.scene = widget.scene;
    /** @type {HTMLCanvasElement} */ this.box = widget.scene.canvas;
    this.scene.postRender.addEventListener(() => this.moved.forEach((call) => call()));
    this.scene.camera.moveEnd.addEventListener(() => this.stayNear());
    this.box.addEventListener("wheel", (event) => this.turn(event), { passive: false });
    new ResizeObserver(() => this.view === this.homeView && this.home(false)).observe(this.box);
  }

  /** Its colours, by the reader's system. */
  dress() {
    const { scene } = this;
    scene.globe.baseColor = C.Color.fromCssColorString(inks().sea);
    scene.backgroundColor = C.Color.fromCssColorString(inks().space);
    for (let i = 0; i < scene.imageryLayers.length; i += 1)
      Object.assign(scene.imageryLayers.get(i), relief());
    this.draw();
  }

  /** A turn of the wheel at the edge of the globe throws the camera far away: back to where it was. */
  stayNear() {
    const { camera } = this.scene;
    const { latitude, longitude, height } = camera.positionCartographic;
    const [lat, lon] = [C.Math.toDegrees(latitude), C.Math.toDegrees(longitude)];
    const away_m = 1e3 * distance([lat, lon], middleOf(this.ground));
    const isLost = away_m > Math.max(reachOf(this.ground), 1.2 * height);
    if (isLost && this.last) camera.setView(this.last);
    else this.last = { destination: camera.positionWC.clone(), orientation: turnOf(camera) };
  }

  /** Draw once more. */
  draw() {
    this.scene.requestRender();
  }

  /** Height of the camera in metres. */
  get altitude() {
    return this.scene.camera.positionCartographic.height;
  }

  /**
   * Where a place is on the screen; null behind the globe.
   * @param {number} latitude @param {number} longitude @param {number} [height] metres
   * @returns {{x: number, y: number}|null}
   */
  project(latitude, longitude, height = 0) {
    const point = C.Cartesian3.fromDegrees(longitude, latitude, height);
    const out = C.Cartesian3.subtract(this.scene.camera.positionWC, point, new C.Cartesian3());
    return C.Cartesian3.dot(out, point) < 0 ? null : (this.scene.cartesianToCanvasCoordinates(point) ?? null);
  }

  /** The place under a pixel. @param {number} x @param {number} y @returns {[number, number]|null} */
  unproject(x, y) {
    const point = this.scene.camera.pickEllipsoid(new C.Cartesian2(x, y));
    if (!point) return null;
    const { latitude, longitude } = C.Cartographic.fromCartesian(point);
    return [C.Math.toDegrees(latitude), C.Math.toDegrees(longitude)];
  }

  /** The whole country, with the launch points that lie near. @param {boolean} [isFlight] */
  home(isFlight = true) {
    this.frame(this.first, isFlight);
    if (!isFlight) this.homeView = this.view;
  }

  /**
   * Show some places in the part of the map that is free, seen from the south.
   * @param {Place[]} places @param {boolean} [isFlight] @param {number} [most] height in metres
   */
  frame(places, isFlight = true, most = HIGHEST) {
    if (!places.length) return;
    const { camera } = this.scene;
    const before = { destination: camera.positionWC.clone(), orientation: turnOf(camera) };
    const view = this.fitted(places, most);
    if (isFlight && !still()) camera.setView(before);
    this.look(view, isFlight);
  }

  /** A view that holds places in the free part: looked for by trying. @param {Place[]} places @param {number} most */
  fitted(places, most) {
    const free = freeOf(this.box);
    const middle = middleOfFree(free);
    const mean = (/** @type {number} */ i) => places.reduce((sum, at) => sum + at[i], 0) / places.length;
    /** @type {View} */
    let view = { latitude: mean(0) - 3, longitude: mean(1), height: 1_200_000, heading: 0, pitch: PITCH_DEG };
    for (let i = 0; i < TRIES; i += 1) {
      this.look(view, false);
      const pixels = places.map(([latitude, longitude]) => this.project(latitude, longitude));
      const [xs, ys] = [pixels.map((at) => at?.x ?? NaN), pixels.map((at) => at?.y ?? NaN)];
      const [left, right] = [Math.min(...xs), Math.max(...xs)],
        [top, bottom] = [Math.min(...ys), Math.max(...ys)];
      const here = this.unproject((left + right) / 2, (top + bottom) / 2);
      const there = this.unproject(middle.x, middle.y);
      if (!here || !there) {
        view = { ...view, latitude: mean(0), longitude: mean(1), height: view.height * 1.5, pitch: -90 };
        continue;
      }
      const wide = Math.max(
        (right - left) / (free.right - free.left),
        (bottom - top) / (free.bottom - free.top),
      );
      const height = Math.min(most, HIGHEST, Math.max(LOWEST, view.height * wide));
      const nearer = height / view.height;
      view = {
        ...view,
        pitch: PITCH_DEG,
        height,
        // What is in the middle stays there while the height changes.
        latitude: Math.max(-85, here[0] + (view.latitude - there[0]) * nearer),
        longitude: here[1] + (view.longitude - there[1]) * nearer,
      };
    }
    return view;
  }

  /** @param {View} at @param {boolean} [isFlight] */
  look(at, isFlight = true) {
    const view = {
      destination: C.Cartesian3.fromDegrees(at.longitude, at.latitude, at.height),
      orientation: { heading: C.Math.toRadians(at.heading), pitch: C.Math.toRadians(at.pitch), roll: 0 },
    };
    if (isFlight && !still()) this.scene.camera.flyTo({ ...view, duration: 1.2 });
    else this.scene.camera.setView(view);
    this.draw();
  }

  /** Go to a place: it comes to lie in the middle of what is free. @param {number} latitude @param {number} longitude */
  go(latitude, longitude) {
    const reach = 120 / KM_A_DEGREE;
    const corners = [-reach, reach].map((by) => /** @type {Place} */ ([latitude + by, longitude]));
    this.frame(corners);
  }

  /** A turn of the wheel. @param {WheelEvent} event */
  turn(event) {
    event.preventDefault();
    const frame = this.box.getBoundingClientRect();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    const steps = Math.max(-300, Math.min(300, event.deltaY * lines));
    this.zoom(Math.exp(steps / WHEEL), event.clientX - frame.left, event.clientY - frame.top);
  }

  /**
   * Closer to a pixel, or back so that the country stays in the middle.
   * @param {number} factor of the height @param {number} [x] @param {number} [y]
   */
  zoom(factor, x, y) {
    const { camera } = this.scene;
    const middle = middleOfFree(freeOf(this.box));
    const pixel = factor > 1 || x === undefined || y === undefined ? middle : { x, y };
    const before = this.unproject(pixel.x, pixel.y);
    const height = camera.positionCartographic.height;
    if (factor < 1) camera.zoomIn(height * (1 - factor));
    else if (height < HIGHEST * 1.5) camera.zoomOut(height * (factor - 1));
    this.shift(before, this.unproject(pixel.x, pixel.y));
    if (factor > 1) this.shift(middleOf(this.ground), this.unproject(middle.x, middle.y), homing(factor));
    this.draw();
  }

  /** Bring a place to where another one is seen. @param {Place|null} place @param {Place|null} to @param {number} [part] of the way */
  shift(place, to, part = 1) {
    if (!place || !to) return;
    const { positionCartographic: at, heading, pitch } = this.scene.camera;
    const turn = ((place[1] - to[1] + 540) % 360) - 180;
    this.look(
      {
        latitude: Math.max(-85, Math.min(85, C.Math.toDegrees(at.latitude) + (place[0] - to[0]) * part)),
        longitude: C.Math.toDegrees(at.longitude) + turn * part,
        height: at.height,
        heading: C.Math.toDegrees(heading),
        pitch: C.Math.toDegrees(pitch),
      },
      false,
    );
  }

  /** The camera for the address: latitude, longitude, height in km, heading, pitch. */
  get view() {
    const { positionCartographic: at, heading, pitch } = this.scene.camera;
    const deg = (/** @type {number} */ angle, digits = 0) => C.Math.toDegrees(angle).toFixed(digits);
    const height_km = (at.height / 1e3).toFixed(0);
    return [deg(at.latitude, 2), deg(at.longitude, 2), height_km, deg(heading), deg(pitch)].join(",");
  }

  set view(text) {
    const [latitude, longitude, height, heading, pitch] = text.split(",").map(Number);
    if ([latitude, longitude, height, heading, pitch].every(Number.isFinite))
      this.look({ latitude, longitude, height: Math.max(20, height) * 1e3, heading, pitch }, false);
  }

  /** Wait until the ground in sight is there, or a while has passed. */
  shown() {
    return settled(() => {
      this.scene.requestRender();
      return this.scene.globe.tilesLoaded;
    });
  }

  /** The picture as it stands. @returns {HTMLCanvasElement} */
  picture() {
    this.scene.requestRender();
    this.scene.render();
    return this.scene.canvas;
  }
}
