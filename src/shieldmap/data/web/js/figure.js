/** The figure of an engagement: height over the way along the ground, with what limits it. */
import { script } from "./dom.js";
import { t } from "./language.js";
import { PHASES } from "./legend.js";

const BLUE = "#0a4f7a",
  GREEN = "#007a58";
const MARKED = {
  detection: GREEN,
  "firm track": GREEN,
  "earliest intercept": BLUE,
  "second intercept": BLUE,
  "latest intercept": BLUE,
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

/** @param {HTMLElement} box @param {any} told */
export async function draw(box, told) {
  await load();
  if (!box.isConnected) return;
  const { Plot } = window;
  const { curve } = told;
  const way = curve.time_s.map((/** @type {number} */ time, /** @type {number} */ i) => ({
    x: curve.downrange_m[i] / 1e3,
    y: curve.altitude_m[i] / 1e3,
    time,
  }));
  const burnout = told.timeline.find((/** @type {any} */ row) => row.event === "burnout")?.time_s ?? 0;
  const burn = way.filter((/** @type {any} */ row) => row.time <= burnout + 1);
  const end = way[way.length - 1].x,
    top = Math.max(...way.map((/** @type {any} */ row) => row.y), told.ceiling_m / 1e3);
  const events = told.timeline
    .filter((/** @type {any} */ row) => row.event in MARKED)
    .map((/** @type {any} */ row) => ({
      x: valueAt(curve.time_s, curve.downrange_m, row.time_s) / 1e3,
      y: row.altitude_m / 1e3,
      text: t(`event_${row.event}`),
      color: MARKED[row.event],
      time: row.time_s,
    }));
  const flights = told.interceptors.map((/** @type {any} */ row) => flight(told, row));
  const band = {
    x1: 0,
    x2: Math.max(
      end,
      (told.battery_downrange_m ?? 0) / 1e3,
      ...flights.flat().map((/** @type {any} */ row) => row.x),
    ),
    y1: told.floor_m / 1e3,
    y2: told.ceiling_m / 1e3,
  };
  const inReach = told.reach_m
    ? way.filter(
        (/** @type {any} */ row, /** @type {number} */ i) => curve.slant_from_battery_m[i] <= told.reach_m,
      )
    : [];
  const width = Math.max(280, box.clientWidth || 330);
  const figure = Plot.plot({
    className: "plot",
    width,
    height: 225,
    marginLeft: 42,
    marginRight: 12,
    marginTop: 22,
    marginBottom: 36,
    x: {
      label: t("axis_downrange"),
      nice: true,
      grid: false,
      labelArrow: "none",
      labelAnchor: "right",
      ticks: 5,
    },
    y: { label: t("axis_altitude"), domain: [0, top * 1.12], grid: true, labelArrow: "none", ticks: 5 },
    ariaLabel: t("figure_label"),
    marks: [
      Plot.rect([band], { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: BLUE, fillOpacity: 0.08 }),
      Plot.ruleY([band.y1, band.y2], { stroke: BLUE, strokeDasharray: "4 3", strokeOpacity: 0.7 }),
      Plot.text(
        [
          [band.x2, band.y1, t("floor_short")],
          [band.x2, band.y2, t("ceiling_short")],
        ],
        { x: "0", y: "1", text: "2", textAnchor: "end", dy: -6, dx: -2, fill: BLUE, fontSize: 10.5 },
      ),
      Plot.line(inReach, {
        x: "x",
        y: "y",
        stroke: BLUE,
        strokeOpacity: 0.25,
        strokeWidth: 8,
        strokeLinecap: "round",
      }),
      Plot.line(way, { x: "x", y: "y", stroke: PHASES.midcourse, strokeWidth: 1.6 }),
      Plot.line(burn, { x: "x", y: "y", stroke: PHASES.boost, strokeWidth: 3 }),
      flights.map((/** @type {any} */ flight) =>
        Plot.line(flight, {
          x: "x",
          y: "y",
          stroke: BLUE,
          strokeWidth: 1.6,
          strokeDasharray: "1 3",
          strokeLinecap: "round",
        }),
      ),
      told.battery_downrange_m === null || told.battery_downrange_m === undefined
        ? null
        : Plot.dot([[told.battery_downrange_m / 1e3, 0]], { symbol: "triangle", r: 5, fill: BLUE, dy: -4 }),
      Plot.dot(events, { x: "x", y: "y", r: 4, fill: "color", stroke: "white" }),
      Plot.text(spread(events, top, width), {
        x: "x",
        y: "ty",
        text: "text",
        textAnchor: "middle",
        fill: "color",
        fontSize: 10.5,
        stroke: "white",
        strokeWidth: 3,
      }),
      Plot.dot([[end, 0]], { symbol: "times", r: 5, stroke: "#333", strokeWidth: 2 }),
    ],
  });
  // The page allows no style element; the rules stand in the style sheets.
  for (const style of figure.querySelectorAll("style")) style.remove();
  // To a screen reader the figure is one picture with its own sentence: Plot's names of its parts say nothing.
  for (const part of figure.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  figure.setAttribute("role", "img");
  box.replaceChildren(figure);
}

/** An interceptor's way in the plane of the missile's: from the battery to where they meet. @param {any} told @param {any} shot */
function flight(told, shot) {
  const from = (told.battery_downrange_m ?? 0) / 1e3;
  const to = valueAt(told.curve.time_s, told.curve.downrange_m, shot.intercept_s) / 1e3;
  const whole = shot.ground_m[shot.ground_m.length - 1] || 1;
  return shot.ground_m.map((/** @type {number} */ ground, /** @type {number} */ i) => ({
    x: from + ((to - from) * ground) / whole,
    y: shot.altitude_m[i] / 1e3,
  }));
}

/** Names of events, moved apart where they would cover each other. @param {any[]} events @param {number} top @param {number} width */
function spread(events, top, width) {
  const line = (top * 1.12 * 13) / 167;
  /** @type {any[]} */ const placed = [];
  const reach = Math.max(...events.map((row) => row.x), 1);
  for (const row of [...events].sort((a, b) => b.y - a.y)) {
    let ty = row.y + line * 0.9;
    while (
      placed.some(
        (other) => Math.abs(other.ty - ty) < line && Math.abs(other.x - row.x) < (reach * 110) / width,
      )
    )
      ty -= line * 0.5;
    placed.push({ ...row, ty: Math.max(line * 0.4, ty) });
  }
  return placed;
}
