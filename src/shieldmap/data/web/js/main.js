/** Shieldmap's page: brings the parts together. */
import * as api from "./api.js";
import { $, bring, choice, html, into, refusalOf, still } from "./dom.js";
import { chosen, defaultLanguage, fetchWords, language, setLanguage, t, translate } from "./language.js";
import { follow as followProgress, latest } from "./latest.js";
import * as study from "./study.js";
import { know, noFlight, parse, same, served, store, unread } from "./store.js";
import { stage } from "./stage.js";
import * as answerPanel from "./answer.js";
import * as cells from "./cells.js";
import * as compare from "./compare.js";
import * as change from "./change.js";
import * as controls from "./controls.js";
import * as foreign from "./foreign.js";
import * as keep from "./keep.js";
import * as player from "./player.js";
import * as popover from "./popover.js";
import * as questions from "./questions.js";
import * as server from "./server.js";
import * as studies from "./studies.js";
import * as town from "./town.js";
import * as why from "./why.js";

const COLOURS = ["probability", "shots", "margin"];
/** @type {{answer: Area, places: Cells, spacing: number}|null} */ let drawn = null;

const page = document.documentElement;
/** @returns {string} */
const colourOf = (/** @type {State} */ state) => (COLOURS.includes(state.colour) ? state.colour : COLOURS[0]);
const spacingOf = (/** @type {State} */ state) => state.spacing_km ?? study.ownSpacing();

// --- the area ---------------------------------------------------------------------

/** @typedef {{state: State, spacing: number, isCoarse: boolean}} Question */

const askArea = latest(
  async (/** @type {Question} */ { state, spacing, isCoarse }, signal) => {
    const stop = isCoarse && drawn ? () => {} : followProgress(showProgress);
    try {
      const sent = { ...served(state), spacing_km: spacing };
      const [places, answer] = await Promise.all([
        study.grid(spacing),
        api.area(sent, api.FIRST_DRAWS, signal),
      ]);
      if (answer.status.length !== places.latitude_deg.length) throw new Error(t("no_server"));
      drawn = { answer, places, spacing };
      answerPanel.problem("");
      answerPanel.old(false);
      server.isThere();
      page.classList.remove("opening");
      // The number first: it is what was asked, and the map takes longer to paint.
      answerPanel.draw(answer, { isCoarse, choose: chooseSpot });
      change.draw(answer, true, spacing);
      numberDrawn();
      performance.mark("number");
      await drawMap();
      if (!isCoarse && !stage.map.isFlat) settle();
      if (!isCoarse) askAllDraws(sent);
    } finally {
      stop();
    }
  },
  {
    // A fine grid takes long: a newer question does not wait for it.
    replaces: (running) => !running.isCoarse,
    failed: (problem) => {
      refuse(problem);
      if (!drawn) $("answer-sentence").textContent = "";
      page.dataset.failed = "";
    },
    busy: (isBusy) => page.classList.toggle("asking", isBusy),
  },
);

/** There is no answer, or no study. @param {any} problem */
function refuse(problem) {
  // What stays on the page belongs to an earlier state.
  answerPanel.old(drawn !== null);
  const isAway = problem.status === 0;
  answerPanel.problem(refusalOf(problem.message) + (isAway ? ` ${t("again_soon")}` : ""));
  page.classList.remove("opening");
  if (isAway) server.isAway(again);
}

/** Everything that hangs on the state, asked once more. */
function again() {
  if (!asked) return location.reload();
  ask(false);
  askTracks(asked);
  askRadar(asked);
  askBeside();
}

/** What stands beside the map and hangs on the state. */
function askBeside() {
  why.ask();
  town.ask();
  questions.ask();
  foreign.follows();
}

let drawsTimer = 0;
/** When nothing else is asked for a moment: the same answer over all draws. @param {State} sent */
function askAllDraws(sent) {
  clearTimeout(drawsTimer);
  drawsTimer = window.setTimeout(async () => {
    if (!drawn || page.classList.contains("asking")) return;
    const { answer: before, places, spacing } = drawn;
    const told = await api.area(sent, api.ALL_DRAWS, undefined, `${api.CLIENT}-draws`).catch(() => null);
    if (!told || drawn?.answer !== before) return;
    drawn = { answer: told, places, spacing };
    await drawMap();
    answerPanel.drawAgain(told, chooseSpot);
    change.draw(told, false, spacing);
  }, 150);
}

/** Resolved by the first number on the page. */
let numberDrawn = () => {};
const firstNumber = new Promise((resolve) => (numberDrawn = () => resolve(undefined)));
/** So long the globe waits for the first number: raising it keeps the browser from drawing anything else. */
const GLOBE_WAITS_MS = 1200;

let startsAt = 0;
/** @param {Progress|null} told */
function showProgress(told) {
  const bar = $("progress");
  bar.hidden = !told;
  if ($("status-text").className === "problem") return;
  // The worker says nothing until its kernels are there: the first time ever they are compiled.
  startsAt = told?.what === "starting" ? startsAt || performance.now() : 0;
  const isLong = startsAt > 0 && performance.now() - startsAt > 2500;
  $("status-text").textContent = told ? t(isLong ? "compiling" : "computing") : "";
  if (told?.total) {
    bar.max = told.total;
    bar.value = told.done;
  } else bar.removeAttribute("value");
}

/** Paint the cells: the state itself, the one kept as A, or their difference. */
async function drawMap() {
  if (!drawn) return;
  const { answer, places, spacing } = drawn;
  const colour = colourOf(store.state);
  if (!compare.isOn()) {
    change.hold(null);
    return stage.show(places, answer, colour);
  }
  const refused = (/** @type {Error} */ problem) => {
    if (compare.isOn()) compare.fail(problem);
    return null;
  };
  const kept = await compare.answerOfA(spacing).catch(refused);
  if (!kept) return stage.show(places, answer, colour);
  if (drawn?.answer !== answer) return;
  stage.show(places, answer, colour, compare.mapView() === "difference" ? kept : undefined);
  compare.draw(kept, answer, places, colour);
  change.hold(compare.other());
}

/** @param {boolean} isDragging */
function ask(isDragging) {
  const { state } = store;
  const spacing = spacingOf(state);
  const isCoarse = isDragging && spacing < study.DRAG_SPACING;
  askArea({ state, spacing: isCoarse ? study.DRAG_SPACING : spacing, isCoarse });
}

// --- radar and flights -------------------------------------------------------------

const askRadar = latest(
  async (/** @type {State} */ state) =>
    stage.setRadar(study.meaning(state).radar_present ? await api.coverage(served(state)) : null),
  { failed: () => stage.setRadar(null) },
);
const askTracks = latest(
  async (/** @type {State} */ state) => stage.setTracks(await api.tracks(served(state))),
  { failed: () => stage.setTracks([]) },
);

const SEEN = ["scenario", "threat", "missile", "rcs_m2"];
/** What the radar's picture hangs on: where it stands, and how it looks. */
const radarKeys = () => [
  ...[...SEEN, "radar", "radar_present"],
  ...study.study().parameters.flatMap((row) => (row.group === "view" && row.key ? [row.key] : [])),
];
const TRACKS = ["scenario", "threat", "missile", "trajectory", "apogee_km", "launch_points"];
/** @param {string[]} keys @param {State} a @param {State|null} b */
const differs = (keys, a, b) => !b || keys.some((key) => String(a[key]) !== String(b[key]));

// --- following the state -------------------------------------------------------------

/** @type {State|null} */ let asked = null;
/** Whether the samples of the state as asked are on their way or there. */

/** @param {State} state @param {State} before @param {boolean} isDragging */
async function follow(state, before, isDragging) {
  if (state.scenario !== before.scenario) return reopen();
  // While a study is opened, the state that stands at its end counts.
  if (openings) return;
  keep.follow();
  controls.update();
  stage.marks.state = state;
  const isOther = !same(state, before);
  if (isOther) {
    stage.handles.label();
    stage.handles.place();
    stage.marks.draw();
    // The volume is heavy: while the radar moves its sector alone is drawn.
    if (isDragging && stage.coverage && differs(radarKeys(), state, before)) stage.setRadar(null);
  }
  compare.follow(state);
  if (state.lang !== before.lang) fetchWords(chosen(state.lang)).then(speak, refuse);
  if (isDragging) return isOther ? ask(true) : undefined;
  if (differs(TRACKS, state, asked)) askTracks(state);
  if (differs(radarKeys(), state, asked) || !stage.coverage) askRadar(state);
  const isNew = !asked || !same(state, asked);
  if (isNew) {
    asked = state;
    // Beside what was set stands no number of the state before.
    change.draw(null, true);
    ask(false);
    askBeside();
    player.stale();
  } else if (state.colour !== before.colour) drawMap();
  if (state.question !== before.question || state.town !== before.town) questions.ask();
  if (state.question !== before.question) {
    foreign.follows();
    if (state.question !== "raid") player.leaveRaid();
    stage.setRadarMode(state.question === "radar");
  }
  if (state.town && state.town !== before.town) bring("ask");
  if (state.colour !== before.colour) dressColours();
}

/** @param {PageSpot} spot */
function chooseSpot(spot) {
  store.change({ spot: spot.id || undefined });
  why.open(spot, true);
  stage.map.go(spot.latitude_deg, spot.longitude_deg);
}

function dressColours() {
  const choose = (/** @type {string} */ name) =>
    store.change({ colour: name === COLOURS[0] ? undefined : name });
  const buttons = choice("colour", COLOURS, colourOf(store.state), choose);
  into("colour-choice")`<span class="segmented">${buttons}</span>`;
}

/** All words again, in the language of the state. */
function speak() {
  setLanguage(chosen(store.state.lang));
  translate();
  const [textContent, title] = [t("other_language"), t("other_language_title")];
  Object.assign($("lang"), { lang: language() === "ko" ? "en" : "ko", textContent, title });
  if (!study.study()) return;
  $("study-title").textContent = answerPanel.studyTitle();
  const { layers, defence } = study.study();
  $("alone").hidden = !layers.length;
  $("alone").textContent = t("alone", { system: study.inWords(defence.system_name), n: layers.length });
  const note = language() === "ko" && html`<li class="soft">${t("notes_english")}</li>`;
  into("limits-list")`${[keep.limitRows(), note]}`;
  $("foot-text").textContent = t("foot");
  controls.update();
  dressColours();
  stage.tools();
  stage.legend();
  stage.handles.dress();
  stage.marks.draw();
  player.dress();
  compare.dress();
  questions.dress();
  foreign.draw();
  why.draw();
  town.draw();
  if (drawn) answerPanel.draw(drawn.answer, { isCoarse: false, choose: chooseSpot });
  if (drawn && compare.isOn()) drawMap();
}

// --- start -------------------------------------------------------------------------

const isCoarseDrawn = () => drawn !== null && drawn.spacing !== spacingOf(store.state);
let hasSettled = false;
/** The first frame of the globe with the footprint in it. */
function settle() {
  if (hasSettled) return;
  hasSettled = true;
  let left = 3;
  const { scene } = stage.map;
  const stop = scene.postRender.addEventListener(() => {
    if ((left -= 1) > 0) return scene.requestRender();
    stop();
    page.dataset.ready = "globe";
  });
  scene.requestRender();
}

/** Say above everything what of an address was not taken. @param {Shown[]} told */
function tell(told) {
  $("unread").hidden = !told.length;
  into("unread")`${told.map((one) => html`<span>${one} </span>`)}`;
}

let openings = 0;
/** Another study: what was drawn belongs to the one before. */
async function reopen() {
  const turn = (openings += 1);
  page.classList.add("asking", "opening");
  try {
    await study.open(store.state.scenario ?? "korea");
  } catch (problem) {
    if (turn !== openings) return;
    openings = 0;
    page.classList.remove("asking");
    refuse(problem);
    studies.lost(store.state.scenario ?? "").then((one) => tell([one]));
    return store.change({ scenario: study.study().name === "korea" ? undefined : study.study().name });
  }
  if (turn !== openings) return;
  openings = 0;
  const { state } = store;
  drawn = asked = null;
  answerPanel.clear();
  change.draw(null, true);
  stage.clear();
  stage.move();
  stage.marks.state = state;
  compare.follow(state);
  keep.follow();
  speak();
  stage.handles.place();
  follow(state, state, false);
  questions.ask();
  foreign.follows();
}

/** Until the study is there: its title as soon as it is known, the questions, and what is waited for. @param {ScenarioName[]} names */
function showOpening(names) {
  if (study.study()) return;
  const row = names.find(({ name }) => name === (store.state.scenario ?? "korea"));
  $("study-title").textContent = row ? study.titleOf(row) : t("study_opening");
  $("answer-sentence").textContent = t("study_opening");
  questions.wait();
}

/**
 * Open the study of a state; one that is not there is named, and the first one opened in its place.
 * @param {State} state @returns {Promise<string>} the name of what is not there
 */
async function openOr(state) {
  const wanted = state.scenario ?? "korea";
  try {
    await study.open(wanted);
    return "";
  } catch (problem) {
    if (wanted === "korea") throw problem;
    for (const key of Object.keys(state)) if (key !== "lang") delete state[key];
    await study.open("korea");
    return wanted;
  }
}

async function open() {
  const asks = new URLSearchParams(location.search).get("lang");
  try {
    const [fields, colours] = await Promise.all([api.fields(), api.colours(), fetchWords(chosen(asks))]);
    know(fields);
    cells.learn(colours);
  } catch (problem) {
    page.dataset.ready = "text";
    return refuse(problem);
  }
  const state = parse(location.search);
  const notRead = unread;
  store.begin(state);
  speak();
  showOpening([]);
  keep.begin();
  $("again").addEventListener("click", again);
  popover.begin();
  $("lang").addEventListener("click", () => {
    const to = language() === "ko" ? "en" : "ko";
    store.change({ lang: to === defaultLanguage() ? undefined : to });
  });
  const names = api.scenarios().catch(() => []);
  names.then(showOpening);
  const lost = await openOr(state).catch((problem) => {
    page.dataset.ready = "text";
    refuse(problem);
    return false;
  });
  if (typeof lost !== "string") return;
  $("answer-sentence").textContent = t("answer_wait");
  // A study that is asked for by a former name is told, and goes on under the one that it has.
  const [old, { name }] = [state.scenario ?? "korea", study.study()];
  if (name !== old) state.scenario = name;
  stage.begin();
  stage.marks.state = state;
  controls.begin(stage.handles, names);
  studies.begin(names);
  questions.begin({
    town: () => $("town").focus(),
    raid: () => player.playRaid(),
    radar: () => {
      for (const id of ["assume", "group-radar"]) $(id).open = true;
      $("group-radar").scrollIntoView({ block: "start" });
    },
    copy: (text) => keep.copyText(text),
  });
  foreign.begin((flights) => stage.setForeign(flights));
  compare.begin(drawMap);
  town.begin({
    goTo: (chosenTown, isNew) => {
      stage.marks.town = chosenTown;
      stage.marks.draw();
      if (isNew) stage.map.go(chosenTown.latitude_deg, chosenTown.longitude_deg);
    },
    why: (row, place) => {
      const own = study.study().default_threat;
      store.change({ ...noFlight(), threat: row.threat === own ? undefined : row.threat });
      why.open(place, true);
    },
    spot: (place) => {
      stage.map.go(place.latitude_deg, place.longitude_deg);
      why.open({ ...place, name: "" });
    },
  });
  why.begin({
    mark: (place) => {
      stage.marks.place = place;
      stage.marks.draw();
      player.stale();
    },
  });
  player.begin(() => town.chosen ?? study.study().assets.find((row) => row.kind === "city") ?? null);
  stage.onPress((place) => why.open(place));
  speak();
  store.subscribe(follow);
  asked = state;
  compare.follow(state);
  // A coarse answer first: on a server that was just started the flights of the fine one take seconds.
  if (spacingOf(state) < study.DRAG_SPACING) ask(true);
  ask(false);
  askTracks(state);
  if (state.place) {
    const [latitude_deg, longitude_deg] = state.place;
    const isHere = (/** @type {Spotted} */ row) =>
      Math.hypot(row.latitude_deg - latitude_deg, row.longitude_deg - longitude_deg) < 0.002;
    why.open(study.study().assets.find(isHere) ?? { latitude_deg, longitude_deg, name: "" });
  }
  if (state.town) town.restore(state.town);
  questions.ask();
  foreign.follows();
  page.dataset.ready = "text";
  performance.mark("controls");
  /** @type {Shown[]} */ const told = name !== old ? [t("study_renamed", { old, name })] : [];
  if (notRead.length) told.push(t("unread", { what: notRead.join(", ").slice(0, 120) }));
  tell(told);
  if (lost) studies.lost(lost).then((one) => tell([one, ...told]));
  // The globe comes after the first number: text and controls are there before it.
  await Promise.race([firstNumber, new Promise((resolve) => setTimeout(resolve, GLOBE_WAITS_MS))]);
  requestAnimationFrame(() =>
    setTimeout(() => {
      askRadar(store.state);
      stage.raise(state.view, (globe) => {
        stage.setRadarMode(store.state.question === "radar");
        stage.tools();
        let timer = 0;
        const keepView = () => store.change({ view: globe.view === globe.homeView ? undefined : globe.view });
        globe.scene.camera.moveEnd.addEventListener(() => {
          clearTimeout(timer);
          timer = window.setTimeout(keepView, still() ? 100 : 400);
        });
        if (drawn && !isCoarseDrawn()) settle();
      });
    }, 0),
  );
}

/** What a console, or a test, may ask the page. */
const asking = {
  state: () => store.state,
  answer: () => drawn?.answer ?? null,
  why: () => why.answer(),
  globe: () => (stage.map?.isFlat === false ? stage.map : null),
  answers: () => stage.drawn,
  radar: () => stage.coverage,
  tracks: () => stage.tracks,
  foreign: () => stage.foreign,
  legs: () => stage.marks.legs,
  said: () => stage.marks.said,
};
window.shieldmap = {
  /** Where a place is in the window. @param {number} latitude @param {number} longitude */
  pixelOf(latitude, longitude) {
    const pixel = stage.map.project(latitude, longitude);
    if (!pixel) return null;
    const frame = stage.map.box.getBoundingClientRect();
    return { x: frame.left + pixel.x, y: frame.top + pixel.y };
  },
};
for (const [name, get] of Object.entries(asking)) Object.defineProperty(window.shieldmap, name, { get });

open();
