/** Time: an engagement or a raid, played with our own slider and button. */
import * as api from "./api.js";
import { $, html, into, say, soft, still } from "./dom.js";
import { t } from "./language.js";
import * as format from "./format.js";
import { follow } from "./latest.js";
import * as film from "./film.js";
import { eventName } from "./events.js";
import * as raidTable from "./raid.js";
import { counted, score } from "./score.js";
import { study } from "./study.js";
import { served, store } from "./store.js";
import { stage } from "./stage.js";
import * as why from "./why.js";

/** How many seconds are shown in one, and with which a film begins. */
const SPEEDS = [1, 5, 10, 20, 40, 80];
/** @type {Record<string, number>} */
const FIRST = { engagement: 10, raid: 20 };
/** @type {number|null} what the reader chose */ let speed = null;
/** @type {string} what the film on the reel answers */ let reel = "";
/** @type {Played[]} */ let events = [];
/** When the film of a defended place ends: at the first hit. @type {number|null} */ let end_s = null;
let isRaid = false;
let [length, at, frame, last] = [0, 0, 0, 0];
let isBusy = false;
/** Films asked for so far: one that is no longer wanted is not shown. */ let turn = 0;
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
    pace();
  });
  $("speed").addEventListener("change", () => (speed = Number($("speed").value)));
}

const speedNow = () => speed ?? FIRST[$("play-what").value] ?? FIRST.engagement;

/** The choice of speeds; none where the reader asked for little motion: nothing moves by itself then. */
function pace() {
  const options = SPEEDS.map(
    (times) =>
      html`<option value=${times} selected=${times === speedNow()}>${t("speed_times", { times })}</option>`,
  );
  into("speed")`${options}`;
  $("speed").hidden = still();
}

/** @type {{key: string, answer: PageRaid}|null} the raid whose numbers are shown */ let raided = null;
const raidKey = () => JSON.stringify(served(store.state));

/** The choices, in the language of the page. */
export function dress() {
  if (raided) raidTable.draw(raided.answer);
  const raid = study().has_raid && html`<option value="raid">${t("play_raid")}</option>`;
  into("play-what")`<option value="engagement">${t("play_engagement")}</option>${raid}`;
  label();
  pace();
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

/** Another question: a raid on the reel, or on its way, is not its picture. */
export function leaveRaid() {
  if ($("play-what").value !== "raid") return;
  pause();
  unload();
  $("play-what").value = "engagement";
  layers();
  pace();
}

function layers() {
  stage.marks.areLayersShown = $("play-what").value === "raid";
  stage.marks.draw();
}

function label() {
  $("play").textContent = frame ? "❚❚" : "▶";
  $("play").setAttribute("aria-label", t(frame ? "pause" : "play"));
  // Without motion the button makes the film ready, and the slider shows it.
  $("play").disabled = still() && reel !== "" && reel === wanted().key;
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
  turn += 1;
  isBusy = false;
  reel = "";
  end_s = null;
  $("score").hidden = true;
  label();
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
  const mine = (turn += 1);
  $("time-event").textContent = t("play_wait");
  const wait = (/** @type {Progress|null} */ told) => {
    if (mine !== turn) return;
    const done = told?.what && told.total ? ` ${format.percent(told.done / told.total)}` : "";
    if (told) $("time-event").textContent = t("play_wait") + done;
  };
  const stop = follow(wait, `${api.CLIENT}-raid`);
  try {
    const raid = kind === "raid" ? await api.raid(served(store.state)) : null;
    const answer = raid ?? (place && (await engagementAt(place)));
    if (mine !== turn) return;
    // What was changed meanwhile has another raid: this one is nobody's.
    if (!answer || key !== wanted().key) return void ($("time-event").textContent = t("play_changed"));
    isRaid = raid !== null;
    end_s = "end_s" in answer ? answer.end_s : null;
    const last_s = end_s ?? Infinity;
    events = answer.events.filter((row) => row.time_s <= last_s + 1e-6);
    if (raid) {
      raided = { key: raidKey(), answer: raid };
      raidTable.draw(raid);
      $("raid").scrollIntoView({ block: "nearest" });
    }
    length =
      (await film.put(answer.czml, answer.events, { isRaid, end_s })) ??
      Math.max(...events.map((row) => row.time_s), 1);
    Object.assign($("time"), { min: 0, max: Math.ceil(length), step: 1, disabled: false });
    reel = key;
    const name = place && !raid ? t("play_place", { place: why.titleOf(place) }) : "";
    $("time-event").textContent = still() ? t("play_still") : name;
  } catch (problem) {
    if (mine === turn) $("time-event").textContent = /** @type {Error} */ (problem).message || t("no_server");
  } finally {
    stop();
    if (mine === turn) isBusy = false;
  }
}

/** What is drawn of one engagement, and its events. @param {Spotted} place */
async function engagementAt(place) {
  const state = served(store.state);
  const [czml, told] = await Promise.all([api.engagement(state, place), api.why(state, place)]);
  const met = told.defended ? told.interceptors.map((shot) => shot.intercept_s) : [];
  return { czml, events: told.timeline, end_s: met.length ? Math.min(...met) : null };
}

export async function play() {
  if (isBusy) return;
  if (reel !== wanted().key) {
    // The flight to a place is framed with it.
    if (!why.current()) stage.map.home();
    await load();
    if (!reel) return;
    if (isRaid) show(0);
    // The count of a raid takes room of the map.
    if (isRaid) stage.map.home();
    if (still()) return void (showFirst(), label());
    show(0);
  } else if (at >= length) show(0);
  last = performance.now();
  const step = (/** @type {number} */ now) => {
    show(at + ((now - last) / 1000) * speedNow());
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

/** The beginning, with what to do next in place of an event. */
function showFirst() {
  const hint = $("time-event").textContent;
  show(0);
  $("time-event").textContent = hint;
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
  if (end_s !== null && at >= length - 1e-6)
    $("time-event").textContent = t("film_end", { time: format.seconds(end_s) });
  if (text !== spoken && !missile) say((spoken = text));
  film.show(at);
  $("score").hidden = !isRaid || !raided;
  if (isRaid && raided) into("score")`${score(counted(events, at), raided.answer)}`;
}
