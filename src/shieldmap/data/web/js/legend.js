/** The legend of the map. */
import { into, html, onSheet } from "./dom.js";
import { CLASSES, OVERLAYS, swatch } from "./cells.js";
import { t } from "./language.js";

export const PHASES = { boost: "#D55E00", midcourse: "#2b2b2b", reentry: "#9b3d76" };

/** @param {string} colour @param {{tracks: boolean, radar: boolean}} shown */
export function draw(colour, shown) {
  const row = (/** @type {string} */ word, /** @type {Shown} */ mark) =>
    html`<li>${mark}<span>${word}</span></li>`;
  const line = (/** @type {string} */ word, /** @type {string} */ kind) =>
    row(t(word), html`<i class="line ${kind}" />`);
  const box = (/** @type {Class} */ kind) =>
    row(
      kind.text ?? t(kind.word ?? ""),
      html`<canvas width="44" height="28" ref=${onSheet((sheet) => swatch(sheet, kind))} />`,
    );
  // Neither pattern is drawn over a difference, and a probability has no bad end.
  const overlays = { difference: [], probability: OVERLAYS.slice(0, 1) }[colour] ?? OVERLAYS;
  const phases = shown.tracks ? Object.keys(PHASES).map((phase) => line(`phase_${phase}`, phase)) : [];
  const lines = shown.radar ? [...phases, line("legend_radar", "radar")] : phases;
  into("legend-body")`
    <h3>${t(`legend_title_${colour}`)}</h3>
    <ul>${[...CLASSES[colour].slice(0, -1), ...overlays].map(box)}</ul>
    ${["probability", "difference"].includes(colour) && html`<p class="soft">${t(`legend_dots_${colour}`)}</p>`}
    ${lines.length > 0 && html`<ul class="lines">${lines}</ul>`}`;
}
