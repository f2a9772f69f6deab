/** A film on the globe: CZML put on, dressed for a light map, and taken off again. */
import { DAY } from "./globe.js";
import { eventName } from "./events.js";
import { PHASES } from "./legend.js";
import { FONT } from "./marks.js";
import { stage } from "./stage.js";

/** Events that stay on the map once they happened. */
const KEPT = ["detection", "earliest intercept", "impact"];
const OURS = "#0a4f7a";

/** @type {Anything} */ let source = null;
/** @type {Anything} */ let start = null;

/** Its length in seconds; null where there is no globe. @param {Czml} czml @param {Played[]} events */
export async function put(czml, events) {
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
  await widget.dataSources.add(source);
  stage.setFilm(true);
  widget.clock.shouldAnimate = false;
  widget.clock.clockRange = C.ClockRange.UNBOUNDED;
  return Math.max(1, C.JulianDate.secondsDifference(stopTime, startTime));
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
  const own = color(isOurs ? OURS : PHASES.boost);
  const edge = { outlineColor: C.Color.WHITE, disableDepthTestDistance };
  if (entity.point) Object.assign(entity.point, { ...edge, color: own, outlineWidth: 1.5 });
  if (entity.path) {
    const material = new C.ColorMaterialProperty(own);
    Object.assign(entity.path, { material, width: isOurs ? 2 : 2.5, leadTime: 0, trailTime: 1e5 });
    // What flew stays on the map where it ended.
    if (isOurs && entity.availability?.length && entity.position) {
      entity.position.forwardExtrapolationType = C.ExtrapolationType.HOLD;
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
  if (!entity.label) return;
  if (event) entity.label.text = eventName(event.event);
  const style = {
    font: `600 13px ${FONT}`,
    fillColor: color("#1a1d20"),
    style: C.LabelStyle.FILL_AND_OUTLINE,
  };
  Object.assign(entity.label, { ...edge, ...style, outlineWidth: 4 });
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
