/** The globe: Cesium without its widgets, without network, drawn only when something changed. */
import { $, script, still } from "./dom.js";
import { distance } from "./geo.js";
import { FINER, homeOf, middleOf, reachOf } from "./ground.js";

/** @type {Anything} */
let C;
/** The day on which everything is shown: one for which the Earth's orientation file is in the package. */
export const DAY = "2025-06-01";

/** Whether this browser can draw it at all. */
export function canDraw() {
  try {
    const probe = document.createElement("canvas");
    return Boolean(probe.getContext("webgl2") || probe.getContext("webgl"));
  } catch {
    return false;
  }
}

/** @param {HTMLElement} box @param {Edges} ground what it shows first */
export async function start(box, ground) {
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
  scene.globe.baseColor = C.Color.fromCssColorString("#cfdde6");
  scene.backgroundColor = C.Color.fromCssColorString("#e9eef2");
  scene.fog.enabled = false;
  scene.highDynamicRange = false;
  for (const body of [scene.sun, scene.moon]) if (body) body.show = false;
  for (const { box: edges, low, high } of FINER) {
    const finer = tiles(low, high, C.Rectangle.fromDegrees(...edges));
    widget.imageryLayers.add(new C.ImageryLayer(finer, { minimumTerrainLevel: low - 1 }));
  }
  scene.screenSpaceCameraController.minimumZoomDistance = 20_000;
  scene.screenSpaceCameraController.maximumZoomDistance = 25_000_000;
  widget.clock.shouldAnimate = false;
  widget.screenSpaceEventHandler.removeInputAction(C.ScreenSpaceEventType.LEFT_DOUBLE_CLICK);
  const globe = new Globe(widget);
  globe.lieOn(ground);
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

export class Globe {
  isFlat = /** @type {const} */ (false);
  /** What it shows first. @type {Edges} */ ground = { west: 0, south: 0, east: 1, north: 1 };
  /** The view that needs no place in the address. */
  homeView = "";
  /** @type {(() => void)[]} */ moved = [];
  /** @type {any} the last view with the ground near */ last = null;

  /** Another ground, shown at once. @param {Edges} ground */
  lieOn(ground) {
    this.ground = ground;
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
  }

  /** A turn of the wheel at the edge of the globe throws the camera far away: back to where it was. */
  stayNear() {
    const { camera } = this.scene;
    const { latitude, longitude, height } = camera.positionCartographic;
    const [lat, lon] = [C.Math.toDegrees(latitude), C.Math.toDegrees(longitude)];
    const away_m = 1e3 * distance([lat, lon], middleOf(this.ground));
    const isLost = away_m > Math.max(reachOf(this.ground), 1.2 * height);
    if (isLost && this.last) camera.setView(this.last);
    else
      this.last = {
        destination: camera.positionWC.clone(),
        orientation: { direction: camera.directionWC.clone(), up: camera.upWC.clone() },
      };
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
   * @param {number} latitude @param {number} longitude @returns {{x: number, y: number}|null}
   */
  project(latitude, longitude) {
    const point = C.Cartesian3.fromDegrees(longitude, latitude);
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

  /** @param {boolean} [isFlight] */
  home(isFlight = true) {
    const box = $("globe");
    // A tall, narrow map needs more distance for the same country.
    const wide = Math.max(1, 0.85 / (box.clientWidth / Math.max(1, box.clientHeight)));
    // A small map comes closer.
    const near = box.clientWidth < 600 ? 0.82 : 1;
    const first = homeOf(this.ground);
    // 2.2 and 7 degrees at a height of 960 km: further back, the camera stands further south.
    const shift = (7 * (1 - near) - 2.2 * (wide - 1)) * (first.height / 960_000);
    const latitude = Math.max(-85, first.latitude + shift);
    this.look({ ...first, height: first.height * wide * near, latitude }, isFlight);
    if (!isFlight) this.homeView = this.view;
  }

  /** @param {ReturnType<typeof homeOf>} at @param {boolean} [isFlight] */
  look(at, isFlight = true) {
    const view = {
      destination: C.Cartesian3.fromDegrees(at.longitude, at.latitude, at.height),
      orientation: { heading: C.Math.toRadians(at.heading), pitch: C.Math.toRadians(at.pitch), roll: 0 },
    };
    if (isFlight && !still()) this.scene.camera.flyTo({ ...view, duration: 1.2 });
    else this.scene.camera.setView(view);
    this.draw();
  }

  /** Go to a place, seen from the south. @param {number} latitude @param {number} longitude */
  go(latitude, longitude) {
    this.look({ latitude: latitude - 2.1, longitude, height: 420_000, heading: 0, pitch: -62 });
  }

  /** @param {number} factor */
  zoom(factor) {
    const { camera } = this.scene;
    const height = camera.positionCartographic.height;
    if (factor < 1) camera.zoomIn(height * (1 - factor));
    else camera.zoomOut(height * (factor - 1));
    this.draw();
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

  /** The picture as it stands. @returns {HTMLCanvasElement} */
  picture() {
    this.scene.requestRender();
    this.scene.render();
    return this.scene.canvas;
  }
}
