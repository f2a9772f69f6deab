/** The legend of the map: one line of colours, and what else there is to know on demand. */
import { $, into, html, onSheet } from "./dom.js";
import { CLASSES, OVERLAYS, swatch } from "./cells.js";
import { t } from "./language.js";
import { inks } from "./theme.js";

export const PHASES = { boost: "#D55E00", midcourse: "#2b2b2b", reentry: "#9b3d76" };
/** The colours of a flight by phase, by the reader's system. @returns {Record<string, string>} */
export const phases = () => ({ ...PHASES, midcourse: inks().midcourse, reentry: inks().reentry });
export const SHOT = "#3f9bd1";

/** @typedef {{tracks: boolean, reach: boolean, radar: boolean, raid: boolean}} Drawn */

/** @param {Shown} text @param {Shown} mark */
const row = (text, mark) => html`<li>${mark}<span>${text}</span></li>`;
/** @param {string} word @param {string} kind */
const line = (word, kind) => row(t(word), html`<i class="line ${kind}" />`);
/** @param {Class} kind @param {string} text */
const box = (kind, text) =>
  row(text, html`<canvas width="44" height="28" ref=${onSheet((sheet) => swatch(sheet, kind))} />`);

/** What is drawn in a raid. */
const raid = () => [
  line("legend_missile", "boost"),
  line("legend_interceptor", "shot"),
  ...["hit", "miss", "leak"].map((kind) => row(t(`legend_${kind}`), html`<i class="dot ${kind}" />`)),
];

/** @param {string} colour @param {Drawn} shown */
export function draw(colour, shown) {
  const classes = CLASSES[colour].slice(0, -1);
  // The ends of the assumptions are told neither over a difference nor over shares of the draws.
  const overlays = ["difference", "probability"].includes(colour) ? [] : OVERLAYS;
  const flights = shown.tracks ? Object.keys(PHASES).map((phase) => line(`phase_${phase}`, phase)) : [];
  const lines = [
    ...(shown.raid ? [] : flights),
    ...(shown.reach ? [line("legend_reach", "reach"), line("legend_reach_range", "reach-range")] : []),
    line("legend_band", "band"),
    ...(shown.radar
      ? [line("legend_search", "search"), line("legend_cued", "cued"), line("legend_radar", "radar")]
      : []),
  ];
  into("legend-strip")`
    <span class="soft">${t(shown.raid ? "legend_strip_raid" : `legend_strip_${colour}`)}</span>
    <ul>${shown.raid ? raid() : classes.slice(0, -1).map((kind) => box(kind, kind.text ?? t(kind.short ?? "")))}</ul>`;
  into("legend-body")`
    <h3>${t(`legend_title_${colour}`)}</h3>
    <ul>${[...classes, ...overlays].map((kind) => box(kind, t(kind.word ?? "", kind.values)))}</ul>
    <p class="soft">${t(colour === "difference" ? "legend_dots_difference" : "legend_dots")}</p>
    <ul class="lines">${lines}</ul>
    ${shown.reach && html`<p class="soft">${t("legend_reach_note")}</p>`}
    <p class="soft">${t("legend_scale")}</p>`;
}

/** Out of the way when something is asked about. */
export const fold = () => ($("legend-details").open = false);
