/** A film on the globe: CZML put on, dressed for a light map, and taken off again. */
import { DAY } from "./globe.js";
import { eventName } from "./events.js";
import { PHASES } from "./legend.js";
import { stage } from "./stage.js";

/** Events that stay on the map once they happened. */
const KEPT = ["detection", "earliest intercept", "impact"];
const OURS = "#0a4f7a";

/** @type {any} */ let source = null;
/** @type {any} */ let start = null;

/**
 * @param {any[]} czml @param {{time_s: number, event: string}[]} events
 * @returns {Promise<number|null>} its length in seconds; null where there is no globe
 */
export async function put(czml, events) {
  const { widget } = stage.map;
  if (!widget) return null;
  const C = window.Cesium;
  take();
  // Times count from the launch: the day itself says nothing.
  source = await C.CzmlDataSource.load(
    JSON.parse(JSON.stringify(czml).replaceAll(/\d{4}-\d\d-\d\dT(?=\d\d:)/g, `${DAY}T`)),
  );
  const { startTime, stopTime } = source.clock;
  start = C.JulianDate.clone(startTime);
  for (const entity of source.entities.values) dress(C, entity, events, stopTime);
  await widget.dataSources.add(source);
  stage.setFilm(true);
  widget.clock.shouldAnimate = false;
  widget.clock.clockRange = C.ClockRange.UNBOUNDED;
  return Math.max(1, C.JulianDate.secondsDifference(stopTime, startTime));
}

/** @param {Anything} C @param {Anything} entity @param {Played[]} events @param {Anything} stop */
function dress(C, entity, events, stop) {
  const color = (/** @type {string} */ text) => C.Color.fromCssColorString(text);
  const id = String(entity.id);
  const isOurs = /interceptor|shot|meeting|battery/.test(id);
  if (entity.point) {
    entity.point.color = color(isOurs ? OURS : PHASES.boost);
    entity.point.outlineColor = C.Color.WHITE;
    entity.point.outlineWidth = 1.5;
    entity.point.disableDepthTestDistance = Number.POSITIVE_INFINITY;
  }
  if (entity.path) {
    entity.path.material = new C.ColorMaterialProperty(color(isOurs ? OURS : PHASES.boost));
    entity.path.width = isOurs ? 2 : 2.5;
    entity.path.leadTime = 0;
    entity.path.trailTime = 1e5;
    // What flew stays on the map where it ended.
    if (isOurs && entity.availability?.length && entity.position) {
      entity.position.forwardExtrapolationType = C.ExtrapolationType.HOLD;
      entity.availability = new C.TimeIntervalCollection([
        new C.TimeInterval({ start: entity.availability.start, stop }),
      ]);
    }
  }
  const number = /^event-(\d+)$/.exec(id);
  const event = number ? events[Number(number[1])] : null;
  if (number) {
    entity.show = Boolean(event && KEPT.includes(event.event));
    // An instant in the file; on the map it stays to the end.
    if (entity.availability?.length)
      entity.availability = new C.TimeIntervalCollection([
        new C.TimeInterval({ start: entity.availability.start, stop }),
      ]);
  }
  // Batteries stand on the map already, with their symbols.
  if (id.startsWith("battery")) entity.show = false;
  if (entity.label) {
    if (event) entity.label.text = eventName(event.event);
    entity.label.font = '600 13px "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", system-ui, sans-serif';
    entity.label.fillColor = color("#1a1d20");
    entity.label.outlineColor = C.Color.WHITE;
    entity.label.outlineWidth = 4;
    entity.label.style = C.LabelStyle.FILL_AND_OUTLINE;
    entity.label.disableDepthTestDistance = Number.POSITIVE_INFINITY;
  }
}

/** @param {number} seconds */
export function show(seconds) {
  const { widget } = stage.map;
  if (!source || !widget) return;
  const C = window.Cesium;
  widget.clock.currentTime = C.JulianDate.addSeconds(start, seconds, new C.JulianDate());
  stage.map.draw();
}

export function take() {
  if (source && stage.map.widget) stage.map.widget.dataSources.remove(source, true);
  source = null;
  stage.setFilm(false);
  stage.map.draw();
}
