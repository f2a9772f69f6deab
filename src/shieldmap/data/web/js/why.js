/** Why? One place: the engagement as a timeline, or the reason why not, and what would change it. */
import * as api from "./api.js";
import { $, html, into, problem, say, soft } from "./dom.js";
import { capital, language, nameOf, t } from "./language.js";
import * as format from "./format.js";
import { eventName } from "./events.js";
import { latest } from "./latest.js";
import { draw as drawFigure } from "./figure.js";
import { flightOf, launchName, parameter, parameterName } from "./study.js";
import * as site from "./site.js";
import { stage } from "./stage.js";
import { served, SERVER, store } from "./store.js";
import { studyTitle, verdict, verdictWord } from "./answer.js";

/** Reasons of which the published envelope and the interceptor's flight are two sides. */
const ENVELOPE = ["above-ceiling", "below-floor", "out-of-reach", "arrives-before-interceptor"];
/** @type {PlaceExplained|null} */ let told = null;
/** @type {Spotted|null} */ let place = null;
/** The same place with battery and radar at it. @type {PlaceExplained|null} */ let there = null;
/** @type {(place: Spotted|null) => void} */ let marked = () => {};
/** @type {HTMLElement|null} */ let opener = null;

/** @param {{mark: (place: Spotted|null) => void}} calls */
export function begin(calls) {
  marked = calls.mark;
  addEventListener("keydown", (event) => {
    // What lies in front of the panel, such as a list of towns, is closed first.
    const isInFront = !$("popover").hidden || $("dialog").open || event.target instanceof HTMLInputElement;
    if (event.key === "Escape" && place && !isInFront) close();
  });
}

export const current = () => place;
export const answer = () => told;

/** @param {Spotted} at without a name where it is any place @param {boolean} [isFocus] */
export function open(at, isFocus = false) {
  opener = isFocus && document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const round = (/** @type {number} */ deg) => Number(deg.toFixed(3));
  const [latitude_deg, longitude_deg] = [round(at.latitude_deg), round(at.longitude_deg)];
  place = { ...at, latitude_deg, longitude_deg };
  told = there = null;
  store.change({ place: [latitude_deg, longitude_deg] });
  marked(place);
  draw();
  $("why").hidden = false;
  document.documentElement.classList.add("why-open");
  stage.explain(place, null);
  if (isFocus) $("why").focus({ preventScroll: true });
  ask();
}

export function close() {
  place = told = there = null;
  $("why").hidden = true;
  document.documentElement.classList.remove("why-open");
  store.change({ place: undefined, spot: undefined });
  marked(null);
  stage.explain(null, null);
  if (opener?.isConnected) opener.focus();
  else $("panel").focus({ preventScroll: true });
}

/** Ask again with the state as it is now. */
export function ask() {
  if (place) question({ state: served(store.state), at: place });
}

const question = latest(
  async (/** @type {{state: State, at: Spotted}} */ { state, at }) => {
    const got = await api.why({ ...state, spacing_km: undefined }, at);
    if (at !== place) return;
    told = got;
    there = null;
    stage.explain(place, told);
    draw();
    say(`${titleOf(at)}: ${$("why-verdict").textContent}`);
    if (told.status === "threatened" && !told.defended) elsewhere(at, told);
  },
  {
    failed: (error) => draw(problem(error)),
    busy: (isBusy) => $("why").classList.toggle("busy", isBusy),
  },
);

/** Whether another site would do. @param {Spotted} at @param {PlaceExplained} here */
async function elsewhere(at, here) {
  const got = await site.fromHere(at).catch(() => null);
  // Another place, or another state, was asked about meanwhile.
  if (!got || at !== place || here !== told) return;
  there = got;
  draw();
}

const where = (/** @type {Located} */ at) => format.position(at.latitude_deg, at.longitude_deg);

/** A place by its name, or by where it is. @param {Spotted} at */
export const titleOf = (at) => nameOf(at) || where(at);

/** Draw what is known. @param {Shown} [refusal] in place of it */
export function draw(refusal) {
  if (!place) return;
  const content = refusal ?? (told ? body(told) : soft(t("why_wait")));
  into("why")`
    <div class="why-head">
      <div>
        <p class="over">${t("why_over")}</p>
        <h2 id="why-title">${titleOf(place)}</h2>
        ${place.name && soft(where(place))}
      </div>
      <button type="button" class="icon close" aria-label=${t("close")} onclick=${close}>×</button>
    </div>
    <div id="why-body">${content}</div>`;
  const figure = document.getElementById("why-figure");
  if (figure && told?.curve) drawFigure(figure, told);
}

/** @param {PlaceExplained} told */
function body(told) {
  const sentence = html`<p class="why-verdict ${verdict(told).kind}" id="why-verdict">${verdictText(told)}</p>`;
  const outside = !told.is_on_ground && soft(t("outside_ground", { study: studyTitle() }));
  if (told.status !== "threatened" || !place) return [outside, sentence, launchPoints(told)];
  const failed = told.failed.map(
    (row) =>
      html`<li>${t(`reason_${row.constraint}_long`)}<b> ${format.margin(row.margin, row.unit)}</b></li>`,
  );
  return html`
    ${soft(t("why_flight", { flight: flightOf(store.state), place: launchName(told.launch_point) }))}
    ${outside}
    ${sentence}
    ${!told.defended && site.hint(place, titleOf(place), there)}
    ${facts(told)}
    ${told.curve && html`<figure><div id="why-figure"></div><figcaption>${t("figure_caption")}</figcaption></figure>`}
    ${failed.length > 0 && html`<h3>${t("why_failed")}</h3><ul class="failed">${failed}</ul>`}
    ${changes(told)}
    ${told.defended && site.moveButton(place, titleOf(place))}
    ${timeline(told)}
    ${launchPoints(told)}`;
}

/** @param {PlaceExplained} told */
function verdictText(told) {
  if (told.status === "not-threatened") return t("verdict_not_threatened");
  if (told.status !== "threatened") return language() === "en" ? told.sentence : t("not_flown");
  const said = { share: format.percent(told.share_of_samples), draws: told.draws ?? 0 };
  const first = t("why_drawn", { verdict: capital(verdictWord(told)), ...said });
  const shots = t(told.shots === 1 ? "shots_fit_one" : "shots_fit", { n: told.shots });
  if (told.defended) return `${first} ${t("why_values_yes")} ${shots}`;
  const main = told.failed.find((row) => row.constraint === told.reason);
  const margin = main && main.margin !== null ? ` (${format.margin(main.margin, main.unit)})` : "";
  const why = told.reason ? t(`reason_${told.reason}_long`) + margin : shots;
  return `${first} ${t("why_values_no", { why })}`;
}

/** @param {PlaceExplained} told */
function facts(told) {
  const { reason, binds, defended_by_doctrine: doctrines } = told;
  const byDoctrine = Object.entries(doctrines ?? {}).map(
    ([name, isIt]) => `${t(`doctrine_${name}`)} ${isIt ? "✓" : "✗"}`,
  );
  const isEnvelope = reason && ENVELOPE.includes(reason) && binds && binds !== "none";
  const rows = [
    ["time_of_flight", format.seconds(told.time_of_flight_s)],
    ["apogee", format.km(told.apogee_m)],
    ["slack", told.defended && told.slack_s !== null && format.margin(told.slack_s, "s")],
    ["binds", isEnvelope && t(`binds_${binds}`)],
    ["by_doctrine", byDoctrine.join(" · ")],
  ].filter(([, value]) => value);
  return html`<dl class="pairs">
    ${rows.map(([name, value]) => html`<div><dt>${t(String(name))}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

/** Which parameter alone would change the verdict, those within their published range first. @param {PlaceExplained} told */
function changes(told) {
  const rows = told.changes
    .filter((row) => row.flips_at !== null || row.at_low !== told.defended || row.at_high !== told.defended)
    // The server's order: the nearest turn first, those inside their range before.
    .sort((a, b) => Number(a.flips_at === null) - Number(b.flips_at === null));
  const reach = told.launch_points.filter((row) => row.status === "threatened").length;
  return html`
    <h3>${t(told.defended ? "changes_lose" : "changes_gain")}</h3>
    ${reach > 1 && !told.defended && soft(t("changes_all", { n: reach }))}
    ${
      rows.length
        ? html`<ul class="changes">${rows.map((row) => change(row, told.defended))}</ul>`
        : soft(t(told.together.length ? "changes_none" : "changes_none_two"))
    }
    ${
      told.together.length > 0 &&
      html`<h3>${t("two_together")}</h3><ul class="changes">${told.together.map(pair)}</ul>`
    }`;
}

/** @param {string} label for a screen reader @param {State} patch what it sets */
const setButton = (label, patch) => html`
  <button type="button" class="small" aria-label=${label} onclick=${() => store.change(patch)}>${t("set")}</button>`;

/** Two numbers that change the verdict together. @param {ChangeTogether} row */
function pair(row) {
  // The ends of a range as they stand; a turn elsewhere a little past it.
  const at = (/** @type {NumberSet} */ number) => {
    const now = number.key && (store.state[number.key] ?? parameter(number.key, store.state)?.value);
    return row.in_range || !Number.isFinite(now) ? number.value : over(number.key, now, number.value);
  };
  const words = row.numbers
    .map((number) => `${parameterName(number.parameter)} ${format.measured(at(number), number.unit)}`)
    .join(" + ");
  const patch = Object.fromEntries(row.numbers.map((number) => [number.key, at(number)]));
  return html`<li class=${row.in_range ? "within" : ""}>
    <div><b>${words}</b>${soft(t(row.in_range ? "together_in" : "together_out"))}</div>
    ${row.numbers.every((number) => number.key) && setButton(t("set_both", { what: words }), patch)}
  </li>`;
}

/** @param {VerdictChange} row @param {boolean} isDefended */
function change(row, isDefended) {
  const { key, value, low, high } = row;
  const quantity = (/** @type {number} */ value) => format.measured(value, row.unit);
  const isSet = key && store.state[key] !== undefined;
  const range =
    low === high
      ? t(isSet ? "value_by_you" : "published_value", { value: quantity(value) })
      : t("published_range", { range: format.span(quantity(low), quantity(high)) });
  const at =
    row.flips_at === null ? (row.at_high === isDefended ? low : high) : over(key, value, row.flips_at);
  const says = row.flips_at === null ? "change_end" : isDefended ? "change_lose" : "change_gain";
  const name = parameterName(row.parameter);
  // Directions are counted from the present one, so that north is no jump.
  const turn = (/** @type {number} */ to) => (key === "boresight_deg" ? turned(value, to) : to);
  const least = Math.min(turn(low), value, turn(at)),
    most = Math.max(turn(high), value, turn(at));
  const share = (/** @type {number} */ to) =>
    `${most > least ? 4 + (92 * (turn(to) - least)) / (most - least) : 50}%`;
  const bar = { "--low": share(low), "--high": share(high), "--now": share(value), "--flip": share(at) };
  return html`<li class=${row.flips_in_range ? "within" : ""}>
    <div>
      <b>${name}</b>
      <p>${t(says, { value: quantity(at) })}<span class="soft"> (${range})</span></p>
      <span class="change-bar" aria-hidden="true" style=${bar}>
        <i class="span" /><i class="now" /><i class="flip" />
      </span>
    </div>
    ${key && setButton(t("set_to", { name, value: quantity(at) }), { [key]: at })}
  </li>`;
}

/** A direction counted from the present one, so that north is no jump. @param {number} now @param {number} to */
const turned = (now, to) => now + ((to - now + 540) % 360) - 180;

/**
 * A little past the value at which the verdict changes, in round numbers.
 * @param {string|null} key @param {number} now @param {number} at
 */
function over(key, now, at) {
  if (key === "boresight_deg") {
    const to = turned(now, at);
    return ((to >= now ? Math.ceil(to) : Math.floor(to)) + 360) % 360;
  }
  const isWhole = key !== null && SERVER[key]?.kind === "whole";
  const unit = isWhole ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(at) || 1)) - 2);
  return Number(((at >= now ? Math.ceil(at / unit) : Math.floor(at / unit)) * unit).toPrecision(6));
}

/** @param {PlaceExplained} told */
function timeline(told) {
  const rows = told.timeline.map((row) => {
    const isOurs = /intercept/.test(row.event) && !/commit/.test(row.event);
    const where = { altitude: format.km(row.altitude_m), range: format.km(row.range_m) };
    return html`<li class=${isOurs ? "ours" : ""}>
      <span class="when">${format.seconds(row.time_s)}</span>
      <span><b>${eventName(row.event)}</b><span class="soft under">${t("event_where", where)}</span></span>
    </li>`;
  });
  return rows.length > 0 && html`<h3>${t("timeline")}</h3><ol class="timeline">${rows}</ol>`;
}

/** @param {PlaceExplained} told */
function launchPoints(told) {
  const rows = told.launch_points.map((row) => {
    const kind = row.status !== "threatened" ? "none" : row.defended ? "yes" : "no";
    const said = t(kind === "none" ? "not_threatened" : kind);
    return html`<li class="verdict ${kind}">${launchName(row.launch_point)}: ${said}</li>`;
  });
  return rows.length > 1 && html`<h3>${t("from_each")}</h3><ul class="chips">${rows}</ul>`;
}
