/** What a raid does to the battery, in numbers: what comes through, where, and what was spent. */
import { html, into, table } from "./dom.js";
import { named, nameOf, t } from "./language.js";
import * as format from "./format.js";
import { inWords, spokenIn, study } from "./study.js";

const one = (/** @type {number} */ value) => format.number(value, 1);
/** @param {PageLayer} layer */
const layerName = ({ system_name, name }) =>
  system_name ? `${inWords(system_name)}, ${inWords(name)}` : inWords(name);
/** @param {string} name @param {string[]} cells */
const row = (name, ...cells) =>
  html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="n">${cell}</td>`)}</tr>`;

/** @param {PageRaid} answer */
export function draw({ leakers, missiles, trials, by_layer, by_outcome, by_asset }) {
  const layers = new Map(by_layer.map((of) => [of.id, layerName(of)]));
  const outcome = (/** @type {PageOutcome} */ { by, outcome, text }) =>
    by ? t("outcome_stopped", { by: layers.get(by) ?? by }) : named("outcome", `${outcome}_long`, text);
  const [low, high] = [...leakers.parameter_range].sort((a, b) => a - b).map(one);
  const [a, b] = leakers.sampling_interval.map(one);
  const outcomes = by_outcome.filter(({ mean }) => mean > 0.005).map((of) => row(outcome(of), one(of.mean)));
  const { title, note } = study().raid ?? {};
  const spent = by_layer.map((of) => row(layerName(of), one(of.stopped), one(of.interceptors_spent)));
  into("raid")`
    <h3>${title ? inWords(title) : t("play_raid")}</h3>
    <p><b class="big">${one(leakers.mean)}</b> ${t("raid_leakers", { of: missiles, low, high, a, b })}</p>
    ${table("", { [t("outcome")]: "", [t("missiles_mean")]: "n" }, outcomes)}
    ${table("", { [t("layer")]: "", [t("stopped")]: "n", [t("spent")]: "n" }, spent)}
    ${places(by_asset)}
    <p class="soft">${t("raid_trials", { trials: format.number(trials) })}</p>
    ${note && html`<p class="soft" lang=${spokenIn(note)}>${inWords(note)}</p>`}`;
}

/** What comes down where: the places of the scenario that the raid is drawn against. @param {RaidAsset[]} by_asset */
function places(by_asset) {
  const assets = new Map(study().assets.map((asset) => [asset.id, nameOf(asset)]));
  const rows = by_asset.map(({ asset, name, missiles, leakers, none_leaks }) => {
    const [low, high] = leakers.sampling_interval.map((end) => format.number(Math.max(0, end), 2));
    const mean = `${format.number(leakers.mean, 2)} (${format.span(low, high)})`;
    return row(assets.get(asset) ?? name, format.number(missiles), mean, format.percent(none_leaks.share));
  });
  const heads = {
    [t("raid_place")]: "",
    [t("raid_missiles")]: "n",
    [t("raid_through")]: "n",
    [t("raid_none")]: "n",
  };
  return rows.length > 0 && html`<div id="raid-places">${table("", heads, rows)}</div>`;
}
