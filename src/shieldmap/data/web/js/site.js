/** Another site: battery and radar at the place that is asked about, and what that would do for it. */
import * as api from "./api.js";
import { html, soft } from "./dom.js";
import * as format from "./format.js";
import { t } from "./language.js";
import { isSetByHand, served, store } from "./store.js";
import { meaning } from "./study.js";

/** The nearest that a move is one: 1 km. */
const SAME_DEG = 0.01;

/** What moves battery and radar to a place. @param {Located} place @returns {State} */
export function moveTo({ latitude_deg, longitude_deg }) {
  const at = [Number(latitude_deg.toFixed(3)), Number(longitude_deg.toFixed(3))];
  return meaning(store.state).radar_present ? { battery: at, radar: at } : { battery: at };
}

/** Whether the battery stands there already. @param {Located} place */
const isThere = ({ latitude_deg, longitude_deg }) => {
  const [latitude, longitude] = meaning(store.state).battery;
  return Math.hypot(latitude - latitude_deg, longitude - longitude_deg) < SAME_DEG;
};

/** The button that moves them. @param {Located} place @param {string} name */
export const moveButton = (place, name) =>
  isThere(place)
    ? null
    : html`<button type="button" class="small move-here" onclick=${() => store.change(moveTo(place))}>
        ${t("move_to", { place: name })}
      </button>`;

/** What the place would be with battery and radar at it. @param {Located} place @returns {Promise<PlaceExplained|null>} null where they stand there */
export async function fromHere(place) {
  if (isThere(place)) return null;
  const state = { ...served(store.state), ...moveTo(place), spacing_km: undefined };
  return api.why(state, place, "-site");
}

/**
 * A hint that another site would do, or would not.
 * @param {Located} place @param {string} name @param {PlaceExplained|null} there what is known of it
 */
export function hint(place, name, there) {
  const button = moveButton(place, name);
  if (!button) return null;
  const share = there && there.share_of_samples !== null ? format.percent(there.share_of_samples) : "";
  const by = isSetByHand(store.state) ? "set" : "published";
  const word = there?.defended ? "site_yes" : "site_no";
  return html`<div class="site">
    <h3>${t("site_title")}</h3>
    ${there ? soft(t(word, { place: name, share, by })) : soft(t("site_wait"))}
    ${button}
  </div>`;
}
