/** The figure of an engagement: height over the way along the ground, with what limits it. */
import { script } from "./dom.js";
import { eventName } from "./events.js";
import { t } from "./language.js";
import { PHASES } from "./legend.js";

const [BLUE, GREEN] = ["#0a4f7a", "#007a58"];
/** @type {Record<string, string>} */
const MARKED = {
  detection: GREEN,
  "firm track": GREEN,
  "earliest intercept": BLUE,
  "second intercept": BLUE,
  "latest intercept": BLUE,
};

/** Dots closer than this many pixels would cover each other's numbers. */
const SAME_PX = 16;

const FRAME = {
  className: "plot",
  height: 225,
  marginLeft: 42,
  marginRight: 46,
  marginTop: 22,
  marginBottom: 36,
};

const load = () =>
  script("/static/vendor/d3/d3.min.js").then(() => script("/static/vendor/plot/plot.umd.min.js"));

/** The value of a curve at a time. @param {number[]} times @param {number[]} values @param {number} at */
function valueAt(times, values, at) {
  let i = 1;
  while (i < times.length - 1 && times[i] < at) i += 1;
  const part = (at - times[i - 1]) / (times[i] - times[i - 1] || 1);
  return values[i - 1] + (values[i] - values[i - 1]) * Math.min(1, Math.max(0, part));
}

/** @param {HTMLElement} box @param {PlaceExplained} told */
export async function draw(box, told) {
  await load();
  const { Plot } = window;
  const { curve, battery_downrange_m } = told;
  if (!box.isConnected || !curve) return;
  const way = curve.time_s.map((time, i) => ({
    x: curve.downrange_m[i] / 1e3,
    y: curve.altitude_m[i] / 1e3,
    isInReach: curve.slant_from_battery_m[i] <= told.reach_m,
    time,
  }));
  const burnout = told.timeline.find((row) => row.event === "burnout")?.time_s ?? 0;
  const end = way[way.length - 1].x,
    top = Math.max(...way.map((row) => row.y), told.ceiling_m / 1e3);
  const events = told.timeline
    .filter((row) => row.event in MARKED)
    .map((row) => ({
      x: valueAt(curve.time_s, curve.downrange_m, row.time_s) / 1e3,
      y: row.altitude_m / 1e3,
      text: eventName(row.event),
      color: MARKED[row.event],
    }));
  const battery = battery_downrange_m === null ? [] : [[battery_downrange_m / 1e3, 0]];
  const flights = told.interceptors.map((shot) => flight(curve, battery_downrange_m ?? 0, shot));
  const [floor, ceiling] = [told.floor_m / 1e3, told.ceiling_m / 1e3];
  const x2 = Math.max(end, ...battery.flat(), ...flights.flat().map((row) => row.x));
  const limits = [
    [x2, floor, t("floor_short")],
    [x2, ceiling, t("ceiling_short")],
  ];
  const width = Math.max(280, box.clientWidth || 330);
  const dots = together(events, width / x2, FRAME.height / (top * 1.35));
  const at = { x: "x", y: "y" };
  const round = { ...at, stroke: BLUE, strokeLinecap: "round" };
  const name = { x: "0", y: "1", text: "2", textAnchor: "start", dx: 4, fill: BLUE, fontSize: 10.5 };
  // Numbers in the dots and their names below: no name covers the curve.
  const number = { ...at, text: "number", fill: "white", fontSize: 9.5, fontWeight: 700 };
  const axis = { labelArrow: "none", ticks: 5 };
  const figure = Plot.plot({
    ...FRAME,
    width,
    x: { ...axis, label: t("axis_downrange"), nice: true, grid: false, labelAnchor: "right" },
    y: { ...axis, label: t("axis_altitude"), domain: [0, top * 1.12], grid: true },
    ariaLabel: t("figure_label"),
    marks: [
      Plot.rect([[0, x2, floor, ceiling]], {
        x1: "0",
        x2: "1",
        y1: "2",
        y2: "3",
        fill: BLUE,
        fillOpacity: 0.08,
      }),
      Plot.ruleY([floor, ceiling], { stroke: BLUE, strokeDasharray: "4 3", strokeOpacity: 0.7 }),
      Plot.text(limits, name),
      Plot.line(
        way.filter((row) => row.isInReach),
        { ...round, strokeOpacity: 0.25, strokeWidth: 8 },
      ),
      Plot.line(way, { ...at, stroke: PHASES.midcourse, strokeWidth: 1.6 }),
      Plot.line(
        way.filter((row) => row.time <= burnout + 1),
        { ...at, stroke: PHASES.boost, strokeWidth: 3 },
      ),
      flights.map((flight) => Plot.line(flight, { ...round, strokeWidth: 1.6, strokeDasharray: "1 3" })),
      Plot.dot(battery, { symbol: "triangle", r: 5, fill: BLUE, dy: -4 }),
      Plot.dot(dots, { ...at, r: 7.5, fill: "color", stroke: "white" }),
      Plot.text(dots, number),
      Plot.dot([[end, 0]], { symbol: "times", r: 5, stroke: "#333", strokeWidth: 2 }),
    ],
  });
  // The page allows no style element; the rules stand in the style sheets.
  for (const style of figure.querySelectorAll("style")) style.remove();
  // To a screen reader the figure is one picture with its own sentence: Plot's names of its parts say nothing.
  for (const part of figure.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  figure.setAttribute("role", "img");
  const names = document.createElement("ol");
  names.className = "plot-names";
  for (const { number, text } of dots) {
    const row = document.createElement("li");
    row.append(Object.assign(document.createElement("b"), { textContent: number }), ` ${text}`);
    names.append(row);
  }
  box.replaceChildren(figure, names);
}

/**
 * An interceptor's way in the plane of the missile's: from the battery to where they meet.
 * @param {Curve} curve @param {number} battery_m @param {Interceptor} shot
 */
function flight(curve, battery_m, { intercept_s, ground_m, altitude_m }) {
  const way_m = valueAt(curve.time_s, curve.downrange_m, intercept_s) - battery_m;
  const whole = ground_m[ground_m.length - 1] || 1;
  return ground_m.map((ground, i) => ({
    x: (battery_m + (way_m * ground) / whole) / 1e3,
    y: altitude_m[i] / 1e3,
  }));
}

/** @typedef {{x: number, y: number, text: string, color: string}} Named an event with its name */

/** Events with their numbers; those at one point share one. @param {Named[]} events @param {number} across pixels a km @param {number} up */
function together(events, across, up) {
  /** @type {(Named & {number: string})[]} */ const dots = [];
  for (const row of events) {
    const same = dots.find(
      (other) => Math.hypot((other.x - row.x) * across, (other.y - row.y) * up) < SAME_PX,
    );
    if (same) same.text += `, ${row.text}`;
    else dots.push({ ...row, number: String(dots.length + 1) });
  }
  return dots;
}
