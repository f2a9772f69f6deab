/** The legend of the map. */
import { $, fill, h } from "./dom.js";
import { CLASSES, OVERLAYS, swatch } from "./cells.js";
import { t } from "./language.js";

export const PHASES = { boost: "#D55E00", midcourse: "#2b2b2b", reentry: "#9b3d76" };

/** @param {string} colour @param {boolean} isDifference @param {{tracks: boolean, radar: boolean}} shown */
export function draw(colour, isDifference, shown) {
  const name = isDifference ? "difference" : colour;
  const row = (/** @type {string} */ word, /** @type {Node} */ mark) =>
    h("li", {}, mark, h("span", {}, t(word)));
  const classes = CLASSES[name].slice(0, -1).map((kind) => row(kind.word, swatch(kind.fill, kind.pattern)));
  const overlays = isDifference
    ? []
    : OVERLAYS.filter((kind) => name !== "probability" || kind.pattern === "rise").map((kind) =>
        row(kind.word, swatch(kind.under, kind.pattern)),
      );
  const lines = [];
  if (shown.tracks)
    for (const phase of Object.keys(PHASES))
      lines.push(row(`phase_${phase}`, h("i", { class: `line ${phase}` })));
  if (shown.radar) lines.push(row("legend_radar", h("i", { class: "line radar" })));
  fill(
    $("legend-body"),
    h("h3", {}, t(`legend_title_${name}`)),
    h("ul", {}, classes, overlays),
    lines.length ? h("ul", { class: "lines" }, lines) : null,
  );
}
