/** Time: an engagement or a raid, played with our own slider and button. */
import * as api from "./api.js";
import { $, html, into, say, soft, table } from "./dom.js";
import { named, t } from "./language.js";
import * as format from "./format.js";
import { follow } from "./latest.js";
import * as film from "./film.js";
import { eventName } from "./events.js";
import { inWords, spokenIn, study } from "./study.js";
import { served, store } from "./store.js";
import { stage } from "./stage.js";
import * as why from "./why.js";

const WATCHED_S = 24;
/** @type {string} what the film on the reel answers */ let reel = "";
/** @type {Played[]} */ let events = [];
let [length, at, frame, last] = [0, 0, 0, 0];
let isBusy = false;
/** @type {() => Spotted|null} */ let fallback = () => null;

/** @param {() => Spotted|null} place the place to play where none is chosen */
export function begin(place) {
  fallback = place;
  $("play").addEventListener("click", () => (frame ? pause() : play()));
  $("time").addEventListener("input", () => {
    pause();
    show(Number($("time").value));
  });
  $("play-what").addEventListener("change", () => {
    pause();
    unload();
    layers();
  });
}

/** @type {{key: string, answer: PageRaid}|null} the raid whose numbers are shown */ let raided = null;
const raidKey = () => JSON.stringify(served(store.state));

/** The choices, in the language of the page. */
export function dress() {
  if (raided) drawRaid(raided.answer);
  const raid = study().has_raid && html`<option value="raid">${t("play_raid")}</option>`;
  into("play-what")`<option value="engagement">${t("play_engagement")}</option>${raid}`;
  label();
  if (reel) show(at);
}

/** Play the raid from its start. */
export function playRaid() {
  $("play-what").value = "raid";
  pause();
  unload();
  layers();
  play();
}

function layers() {
  stage.marks.areLayersShown = $("play-what").value === "raid";
  stage.marks.draw();
}

function label() {
  $("play").textContent = frame ? "❚❚" : "▶";
  $("play").setAttribute("aria-label", t(frame ? "pause" : "play"));
}

/** The state changed: what is on the reel is no longer true. */
export function stale() {
  if (reel && reel !== wanted().key) {
    pause();
    unload();
  }
  if (raided && raided.key !== raidKey()) {
    raided = null;
    into("raid")`${soft(t("raid_stale"))}`;
  }
}

function wanted() {
  const kind = $("play-what").value;
  const place = why.current() ?? fallback();
  const at = kind === "engagement" && place ? [place.latitude_deg, place.longitude_deg] : null;
  return { kind, place, key: JSON.stringify([kind, served(store.state), at]) };
}

function unload() {
  reel = "";
  events = [];
  film.take();
  $("time").disabled = true;
  $("time").value = 0;
  $("time-text").textContent = "0:00";
  $("time-event").textContent = "";
}

async function load() {
  const { kind, place, key } = wanted();
  if (kind === "engagement" && !place) return;
  isBusy = true;
  $("time-event").textContent = t("play_wait");
  const wait = (/** @type {Progress|null} */ told) => {
    const done = told?.what && told.total ? ` ${format.percent(told.done / told.total)}` : "";
    if (told) $("time-event").textContent = t("play_wait") + done;
  };
  const stop = follow(wait, `${api.CLIENT}-raid`);
  try {
    const raid = kind === "raid" ? await api.raid(served(store.state)) : null;
    const answer = raid ?? (place && (await engagementAt(place)));
    // What was changed meanwhile has another raid: this one is nobody's.
    if (!answer || key !== wanted().key) return void ($("time-event").textContent = t("play_changed"));
    events = answer.events;
    if (raid) {
      raided = { key: raidKey(), answer: raid };
      drawRaid(raid);
      $("raid").scrollIntoView({ block: "nearest" });
    }
    length = (await film.put(answer.czml, events)) ?? Math.max(...events.map((row) => row.time_s), 1);
    Object.assign($("time"), { min: 0, max: Math.ceil(length), step: 1, disabled: false });
    reel = key;
    $("time-event").textContent = place && !raid ? t("play_place", { place: why.titleOf(place) }) : "";
  } catch (problem) {
    $("time-event").textContent = /** @type {Error} */ (problem).message || t("no_server");
  } finally {
    stop();
    isBusy = false;
  }
}

/** What is drawn of one engagement, and its events. @param {Spotted} place */
async function engagementAt(place) {
  const state = served(store.state);
  const [czml, told] = await Promise.all([api.engagement(state, place), api.why(state, place)]);
  return { czml, events: told.timeline };
}

export async function play() {
  if (isBusy) return;
  if (reel !== wanted().key) {
    // A whole flight is seen from afar.
    if (stage.map.altitude < 700_000) stage.map.home();
    await load();
    if (!reel) return;
    show(0);
  } else if (at >= length) show(0);
  last = performance.now();
  const step = (/** @type {number} */ now) => {
    show(at + ((now - last) / 1000) * (length / WATCHED_S));
    last = now;
    if (at >= length) return pause();
    frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  label();
}

export function pause() {
  cancelAnimationFrame(frame);
  frame = 0;
  label();
}

let spoken = "";

/** @param {number} time seconds after the start */
function show(time) {
  at = Math.min(length, Math.max(0, time));
  $("time").value = at;
  $("time").setAttribute("aria-valuetext", format.seconds(at));
  $("time-text").textContent = format.clock(at);
  const past = events.filter((row) => row.time_s <= at + 1e-6);
  const event = past.at(-1);
  const text = event ? eventName(event.event) : "";
  const missile = event?.missile === undefined ? "" : ` (${t("missile_n", { n: event.missile + 1 })})`;
  $("time-event").textContent = event ? `${format.seconds(event.time_s)}: ${text}${missile}` : "";
  if (text !== spoken && !missile) say((spoken = text));
  film.show(at);
}

/** What a raid does to the battery, in numbers. @param {PageRaid} answer */
function drawRaid({ leakers, missiles, by_layer, by_outcome }) {
  const one = (/** @type {number} */ value) => format.number(value, 1);
  const layer = (/** @type {PageLayer} */ { system_name, name }) =>
    system_name ? `${inWords(system_name)}, ${inWords(name)}` : inWords(name);
  const layers = new Map(by_layer.map((row) => [row.id, layer(row)]));
  const outcome = (/** @type {PageOutcome} */ { by, outcome, text }) =>
    by ? t("outcome_stopped", { by: layers.get(by) ?? by }) : named("outcome", `${outcome}_long`, text);
  const [low, high] = [...leakers.parameter_range].sort((a, b) => a - b).map(one);
  const [a, b] = leakers.sampling_interval.map(one);
  const row = (/** @type {string} */ name, /** @type {number[]} */ ...cells) =>
    html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="n">${one(cell)}</td>`)}</tr>`;
  const outcomes = by_outcome.filter(({ mean }) => mean > 0.005).map((of) => row(outcome(of), of.mean));
  const { title, note } = study().raid ?? {};
  const spent = by_layer.map((of) => row(layer(of), of.stopped, of.interceptors_spent));
  into("raid")`
    <h3>${title ? inWords(title) : t("play_raid")}</h3>
    <p><b class="big">${one(leakers.mean)}</b> ${t("raid_leakers", { of: missiles, low, high, a, b })}</p>
    ${table("", { [t("outcome")]: "", [t("missiles_mean")]: "n" }, outcomes)}
    ${table("", { [t("layer")]: "", [t("stopped")]: "n", [t("spent")]: "n" }, spent)}
    ${note && html`<p class="soft" lang=${spokenIn(note)}>${inWords(note)}</p>`}`;
}
