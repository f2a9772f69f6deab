/** Time: an engagement or a raid, played with our own slider and button. */
import * as api from "./api.js";
import { $, fill, h, say } from "./dom.js";
import { has, nameOf, t } from "./language.js";
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
/** @type {{time_s: number, event: string, missile?: string}[]} */ let events = [];
let length = 0,
  at = 0,
  frame = 0,
  last = 0,
  isBusy = false;
/** @type {() => any} */ let fallback = () => null;

/** @param {() => any} place the place to play where none is chosen */
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

/** @type {{key: string, answer: any}|null} the raid whose numbers are shown */ let raided = null;
const raidKey = () => JSON.stringify(served(store.state));

/** The choices, in the language of the page. */
export function dress() {
  if (raided) drawRaid(raided.answer);
  const node = $("play-what"),
    before = node.value;
  fill(
    node,
    h("option", { value: "engagement" }, t("play_engagement")),
    study().has_raid ? h("option", { value: "raid" }, t("play_raid")) : null,
  );
  node.value = before && [...node.options].some((option) => option.value === before) ? before : "engagement";
  label();
  if (reel) show(at);
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
    fill($("raid"), h("p", { class: "soft" }, t("raid_stale")));
  }
}

function wanted() {
  const kind = $("play-what").value;
  const own = why.current();
  const place = own
    ? {
        latitude_deg: own.latitude,
        longitude_deg: own.longitude,
        name: own.name ?? format.position(own.latitude, own.longitude),
      }
    : fallback();
  const key = JSON.stringify([
    kind,
    served(store.state),
    kind === "engagement" && place ? [place.latitude_deg, place.longitude_deg] : null,
  ]);
  return { kind, place, key };
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
  const stop = follow(
    (told) =>
      told &&
      ($("time-event").textContent = told.what
        ? `${t("play_wait")} ${told.total ? `${Math.round((100 * told.done) / told.total)} %` : ""}`
        : t("play_wait")),
    `${api.CLIENT}-raid`,
  );
  try {
    const answer = kind === "raid" ? await api.raid(served(store.state)) : await engagementAt(place);
    // What was changed meanwhile has another raid: this one is nobody's.
    if (key !== wanted().key) return void ($("time-event").textContent = t("play_changed"));
    events = answer.events;
    if (kind === "raid") {
      raided = { key: raidKey(), answer };
      drawRaid(answer);
      $("raid").scrollIntoView({ block: "nearest" });
    }
    await put(answer.czml);
    reel = key;
    $("time-event").textContent = kind === "engagement" ? t("play_place", { place: nameOf(place) }) : "";
  } catch (problem) {
    $("time-event").textContent = /** @type {Error} */ (problem).message || t("no_server");
  } finally {
    stop();
    isBusy = false;
  }
}

/** What is drawn of one engagement, and its events. @param {any} place */
async function engagementAt(place) {
  const state = served(store.state);
  const [czml, told] = await Promise.all([
    api.engagement(state, place.latitude_deg, place.longitude_deg),
    api.why(state, place.latitude_deg, place.longitude_deg),
  ]);
  return { czml, events: told.timeline };
}

/** @param {any[]} czml */
async function put(czml) {
  length = (await film.put(czml, events)) ?? Math.max(...events.map((row) => row.time_s), 1);
  Object.assign($("time"), { min: 0, max: Math.ceil(length), step: 1, disabled: false });
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
  $("time").setAttribute("aria-valuetext", `${Math.round(at)} ${t("unit_s")}`);
  $("time-text").textContent = format.clock(at);
  const past = events.filter((row) => row.time_s <= at + 1e-6);
  const event = past[past.length - 1];
  const text = event ? eventName(event.event) : "";
  $("time-event").textContent = text
    ? `${format.seconds(event.time_s)}: ${text}${event.missile === undefined ? "" : ` (${t("missile_n", { n: event.missile + 1 })})`}`
    : "";
  if (text !== spoken && event?.missile === undefined) say((spoken = text));
  film.show(at);
}

/** What a raid does to the battery, in numbers. @param {any} answer */
function drawRaid(answer) {
  const one = (/** @type {number} */ value) => format.number(value, 1);
  const [low, high] = [...answer.leakers.parameter_range].sort((a, b) => a - b);
  const layer = (/** @type {any} */ row) =>
    row.system_name ? `${inWords(row.system_name)}, ${inWords(row.name)}` : inWords(row.name);
  const { title, note } = study().raid ?? {};
  const byId = Object.fromEntries(answer.by_layer.map((/** @type {any} */ row) => [row.id, layer(row)]));
  const outcomes = answer.by_outcome.filter((/** @type {any} */ row) => row.mean > 0.005);
  fill(
    $("raid"),
    h("h3", {}, title ? inWords(title) : t("play_raid")),
    h(
      "p",
      {},
      h("b", { class: "big" }, one(answer.leakers.mean)),
      " ",
      t("raid_leakers", {
        of: answer.missiles,
        low: one(low),
        high: one(high),
        a: one(answer.leakers.sampling_interval[0]),
        b: one(answer.leakers.sampling_interval[1]),
      }),
    ),
    h(
      "table",
      { class: "numbers" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, t("outcome")),
          h("th", { scope: "col", class: "n" }, t("missiles_mean")),
        ),
      ),
      h(
        "tbody",
        {},
        outcomes.map((/** @type {any} */ row) =>
          h(
            "tr",
            {},
            h(
              "th",
              { scope: "row" },
              row.by
                ? t("outcome_stopped", { by: byId[row.by] ?? row.by })
                : has(`outcome_${row.outcome}`)
                  ? t(`outcome_${row.outcome}`)
                  : row.text,
            ),
            h("td", { class: "n" }, one(row.mean)),
          ),
        ),
      ),
    ),
    h(
      "table",
      { class: "numbers" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, t("layer")),
          h("th", { scope: "col", class: "n" }, t("stopped")),
          h("th", { scope: "col", class: "n" }, t("spent")),
        ),
      ),
      h(
        "tbody",
        {},
        answer.by_layer.map((/** @type {any} */ row) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, layer(row)),
            h("td", { class: "n" }, one(row.stopped)),
            h("td", { class: "n" }, one(row.interceptors_spent)),
          ),
        ),
      ),
    ),
    note ? h("p", { class: "soft", lang: spokenIn(note) }, inWords(note)) : null,
  );
}
