/** A film on the globe: CZML put on, dressed for a light map, and taken off again. */
import { DAY } from "./globe.js";
import { eventName } from "./events.js";
import { t } from "./language.js";
import { PHASES, SHOT } from "./legend.js";
import { stage } from "./stage.js";
import { inks } from "./theme.js";

/** Events that stay on the map once they happened. */
const KEPT = ["detection", "earliest intercept", "impact"];
/** Points of the way that is left out, and where along it its name may stand. */
const STEPS = 48,
  PARTS = [0.6, 0.45, 0.3, 0.75, 0.15, 0.9];

/** @type {Anything} */ let source = null;
/** @type {Anything} */ let start = null;
/** What happens, with its time and its place. @type {Note[]} */ let notes = [];

const [HIT, LEAK] = ["#009E73", "#b3123a"];

/**
 * Put a film on; its length in seconds, null where there is no globe.
 * @param {Czml} czml @param {Played[]} events @param {{isRaid: boolean, end_s: number|null}} how where it ends if not with the last flight
 */
export async function put(czml, events, { isRaid, end_s }) {
  const { widget } = stage.map;
  if (!widget) return null;
  const C = window.Cesium;
  take();
  // Times count from the launch: the day itself says nothing.
  const text = JSON.stringify(czml).replaceAll(/\d{4}-\d\d-\d\dT(?=\d\d:)/g, `${DAY}T`);
  source = await C.CzmlDataSource.load(JSON.parse(text));
  const { startTime, stopTime } = source.clock;
  start = C.JulianDate.clone(startTime);
  for (const entity of source.entities.values) dress(C, entity, events, stopTime);
  if (end_s !== null) leaveOut(C, end_s, stopTime);
  await widget.dataSources.add(source);
  stage.setFilm(true, isRaid);
  widget.clock.shouldAnimate = false;
  widget.clock.clockRange = C.ClockRange.UNBOUNDED;
  return end_s ?? Math.max(1, C.JulianDate.secondsDifference(stopTime, startTime));
}

/** What would have come after the hit: the rest of the way, dashed. @param {Anything} C @param {number} end_s @param {Anything} stop */
function leaveOut(C, end_s, stop) {
  const target = source.entities.getById("target");
  if (!target?.position) return;
  const from = C.JulianDate.addSeconds(start, end_s, new C.JulianDate());
  const rest_s = C.JulianDate.secondsDifference(stop, from);
  const times = Array.from({ length: STEPS + 1 }, (_, i) =>
    C.JulianDate.addSeconds(from, (rest_s * i) / STEPS, new C.JulianDate()),
  );
  const way = times.map((time) => placeOf(C, target.position.getValue(time))).filter((at) => at !== null);
  if (way.length < 2) return;
  stage.lines?.setRest(way.flatMap(([latitude, longitude, height]) => [longitude, latitude, height]));
  const at = PARTS.map((part) => way[Math.round(part * (way.length - 1))]);
  notes.push({ time_s: 0, at, text: t("film_rest"), color: inks().reentry });
}

/** Latitude, longitude and height of a point. @param {Anything} C @param {Anything} point @returns {[number, number, number]|null} */
function placeOf(C, point) {
  if (!point) return null;
  const { latitude, longitude, height } = C.Cartographic.fromCartesian(point);
  return [C.Math.toDegrees(latitude), C.Math.toDegrees(longitude), height];
}

/** @param {Anything} C @param {Anything} entity @param {Played[]} events @param {Anything} stop */
function dress(C, entity, events, stop) {
  const color = (/** @type {string} */ text) => C.Color.fromCssColorString(text);
  const toTheEnd = () => {
    const { start } = entity.availability;
    entity.availability = new C.TimeIntervalCollection([new C.TimeInterval({ start, stop })]);
  };
  const disableDepthTestDistance = Number.POSITIVE_INFINITY;
  const id = String(entity.id);
  const isOurs = /interceptor|shot|meeting|battery/.test(id);
  const own = color(isOurs ? SHOT : PHASES.boost);
  const edge = { outlineColor: C.Color.WHITE, disableDepthTestDistance };
  if (entity.point) Object.assign(entity.point, { ...edge, color: own, outlineWidth: 1.5, ...endOf(C, id) });
  if (entity.path) {
    const material = new C.ColorMaterialProperty(own);
    Object.assign(entity.path, { material, width: isOurs ? 2 : 2.5, leadTime: 0, trailTime: 1e5 });
    // What flew stays on the map where it ended.
    if (isOurs && entity.availability?.length && entity.position) {
      entity.position.forwardExtrapolationType = C.ExtrapolationType.HOLD;
      // Its head is gone where it met: what became of it is marked there.
      const { start, stop: met } = entity.availability;
      const flying = new C.TimeIntervalCollectionProperty();
      flying.intervals.addInterval(new C.TimeInterval({ start, stop: met, data: true }));
      if (entity.point) entity.point.show = flying;
      toTheEnd();
    }
  }
  const number = /^event-(\d+)$/.exec(id)?.[1];
  const event = number && events[Number(number)];
  if (number) {
    entity.show = Boolean(event && KEPT.includes(event.event));
    // An instant in the file; on the map it stays to the end.
    if (entity.availability?.length) toTheEnd();
  }
  // Batteries stand on the map already, with their symbols.
  if (id.startsWith("battery")) entity.show = false;
  // Names stand on the sheet over the map, where none of them covers another.
  if (entity.label) entity.label.show = false;
  const at = event && KEPT.includes(event.event) ? placeOf(C, entity.position?.getValue(stop)) : null;
  if (event && at)
    notes.push({ time_s: event.time_s, at: [at], text: eventName(event.event), color: inks().ink });
}

/** How the end of a flight is marked: a hit, a miss, or one that came through. @param {Anything} C @param {string} id */
function endOf(C, id) {
  const color = (/** @type {string} */ text) => C.Color.fromCssColorString(text);
  if (/-hit$|^meeting-/.test(id)) return { color: color(HIT), pixelSize: 9 };
  if (id.endsWith("-impact")) return { color: color(LEAK), pixelSize: 12, outlineWidth: 2 };
  if (!id.endsWith("-miss")) return {};
  return { color: color("rgba(255,255,255,0.15)"), outlineColor: color("#7d868d"), pixelSize: 7 };
}

/** @param {number} seconds */
export function show(seconds) {
  const { widget } = stage.map;
  if (!source || !widget) return;
  const C = window.Cesium;
  stage.marks.notes = notes.filter((note) => note.time_s <= seconds + 1e-6);
  widget.clock.currentTime = C.JulianDate.addSeconds(start, seconds, new C.JulianDate());
  stage.map.draw();
}

export function take() {
  if (source && stage.map.widget) stage.map.widget.dataSources.remove(source, true);
  source = null;
  notes = stage.marks.notes = [];
  stage.lines?.setRest([]);
  stage.setFilm(false);
  stage.map.draw();
}
