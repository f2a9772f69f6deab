/** The count of a raid at a moment: what flies, what was stopped, what came through. */
import { html } from "./dom.js";
import * as format from "./format.js";
import { t } from "./language.js";

const [LAUNCH, SHOT, HIT, IMPACT] = [
  /^missile launch$/,
  /^shot \d+: .+ launches/,
  /intercept, hit$/,
  /^impact$/,
];

/** @typedef {{launched: number, flying: number, stopped: number, through: number, shots: number}} Count */

/** @param {Played[]} events of all missiles @param {number} time_s @returns {Count} */
export function counted(events, time_s) {
  const past = events.filter((row) => row.time_s <= time_s + 1e-6);
  const missiles = (/** @type {RegExp} */ pattern, rows = past) =>
    new Set(rows.filter((row) => pattern.test(row.event)).map((row) => row.missile));
  const launched = missiles(LAUNCH).size,
    through = missiles(IMPACT);
  // A hit on something beside the warhead stops nothing: such a missile comes down later.
  const falls = missiles(IMPACT, events);
  const stopped = [...missiles(HIT)].filter((missile) => !falls.has(missile)).length;
  const shots = past.filter((row) => SHOT.test(row.event)).length;
  return { launched, flying: launched - stopped - through.size, stopped, through: through.size, shots };
}

/** @param {Count} count @param {PageRaid} raid */
export const score = (count, { missiles, leakers }) => html`
  <span>${t("score_launched", { n: count.launched, of: missiles })}</span>
  <span class="flying">${t("score_flying", { n: count.flying })}</span>
  <span class="hit">${t("score_stopped", { n: count.stopped })}</span>
  <span class="leak">${t("score_through", { n: count.through })}</span>
  <span class="shot">${t("score_shots", { n: count.shots })}</span>
  <span class="soft">${t("score_one", { mean: format.number(leakers.mean, 1) })}</span>`;
