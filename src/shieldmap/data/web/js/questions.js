/** The first questions: one line, six buttons, and an answer that can be quoted. */
import * as api from "./api.js";
import { $, bring, html, into, problem, say, soft } from "./dom.js";
import { badge } from "./answer.js";
import { language, t } from "./language.js";
import * as format from "./format.js";
import { follow, latest } from "./latest.js";
import { bars, inUnit } from "./bars.js";
import { study } from "./study.js";
import { own, parse, query, served, store } from "./store.js";

/** @typedef {{town: () => void, raid: () => void, radar: () => void, copy: (text: string) => Promise<void>}} Calls */

const FIRST = ["town", "launchers", "site", "raid", "radar", "layers"];
/** @type {Calls} */ let calls;
/** @type {{key: string, answer: Quoted}|null} */ let shown = null;

/** @param {Calls} given */
export function begin(given) {
  calls = given;
}

/** @param {Said} said */
export const inLanguage = (said) => said[language()];

const chosen = () => {
  const name = store.state.question ?? (study().leads_with_raid ? "raid" : undefined);
  return study().questions.some((row) => row.question === name && !row.instead) ? name : undefined;
};
const keyOf = (/** @type {string} */ question) => `${question} ${query(served(store.state))}`;

/** The buttons before it is known which of them the study answers. */
export function wait() {
  into(
    "chips",
  )`${FIRST.map((name) => html`<button type="button" class="chip" disabled>${t(`first_${name}`)}</button>`)}`;
}

/** The buttons, in the order of the study. */
export function dress() {
  const now = chosen();
  into("chips")`${study().questions.map(
    ({ question, instead }) => html`
      <button type="button" class="chip" id="first-${question}" aria-pressed=${question === now}
        title=${instead ? t("first_elsewhere", { study: instead }) : undefined}
        onclick=${() => press(question, instead)}>
        ${t(`first_${question}`)}${instead && html`<span class="elsewhere" aria-hidden="true"> ↗</span>`}
      </button>`,
  )}`;
  draw();
}

/** @param {string} question @param {string|null} instead */
function press(question, instead) {
  if (instead) return store.change({ ...own(), scenario: instead, question });
  if (question === "town") {
    store.change({ question });
    return calls.town();
  }
  store.change({ question: store.state.question === question ? undefined : question });
  if (store.state.question) bring("quote");
}

/** Follow the state: another question, or the same of another state. */
export function ask() {
  dress();
  const question = chosen();
  $("quote").hidden = !question || question === "town";
  $("ask").hidden = question !== "town" && !store.state.town;
  mark();
  if (!question || question === "town") return;
  if (shown?.key === keyOf(question)) return draw();
  asking({ question, state: served(store.state), key: keyOf(question) });
}

const asking = latest(
  async (/** @type {{question: string, state: State, key: string}} */ { question, state, key }) => {
    // An answer that waits is told as such: the one before belongs to another state.
    $("quote").classList.add("old");
    if (!shown || !shown.key.startsWith(`${question} `)) into("quote")`${soft(t("quoted_wait"))}`;
    const stop = follow(showProgress, `${api.CLIENT}-quoted`);
    try {
      shown = { key, answer: await api.quoted(state, question) };
    } finally {
      stop();
    }
    $("quote").classList.remove("old");
    draw();
    mark();
    say(inLanguage(shown.answer.sentence));
  },
  {
    replaces: () => true,
    failed: (error) => {
      shown = null;
      $("quote").classList.remove("old");
      into("quote")`${problem(error)}`;
    },
  },
);

/** @param {Progress|null} told */
function showProgress(told) {
  const node = document.getElementById("quote-progress");
  if (!node) return;
  node.hidden = !told;
  if (told?.total) node.setAttribute("value", String(told.done / told.total));
  else node.removeAttribute("value");
}

/** The number and its band. @param {Quoted} answer */
function numberOf({ number }) {
  const one = (/** @type {number|null} */ value) => inUnit(value, number.unit);
  const [value, band] = [one(number.value), format.span(one(number.low), one(number.high))];
  return { value, band: band === value ? "" : `(${band})` };
}

/** The number of the question over a small map; while there is none, none. */
function mark() {
  const question = chosen();
  if (!question) return badge(undefined);
  if (shown?.key !== keyOf(question)) return badge(null);
  badge({ ...numberOf(shown.answer), about: t(`first_${question}`) });
}

/** The answer in the language of the page. */
function draw() {
  const question = chosen();
  if (!question || !shown || !shown.key.startsWith(`${question} `)) return;
  const { sentence, number, most, bars: rows, why } = shown.answer;
  const { value, band } = numberOf(shown.answer);
  const open = (/** @type {string} */ text) => {
    const kept = { question, lang: store.state.lang, view: store.state.view, town: store.state.town };
    store.change({ ...own(), ...parse(text), ...kept });
  };
  const copy = async (/** @type {Happened} */ { currentTarget }) => {
    await calls.copy(inLanguage(sentence));
    currentTarget.textContent = t("copied");
    setTimeout(() => (currentTarget.textContent = t("copy_sentence")), 1800);
  };
  into("quote")`
    <p class="quote-sentence" id="quote-sentence" data-testid="quote-sentence" lang=${language()}>${inLanguage(sentence)}</p>
    <p class="headline small"><b class="big" id="quote-number" data-testid="quote-number">${value}</b>
      <span class="soft">${band} ${number.draws ? t("quoted_of_draws", { draws: number.draws }) : t("quoted_of_ends")}</span></p>
    <progress id="quote-progress" max="1" hidden aria-label=${t("computing")} />
    ${bars(rows, most, number.unit, open)}
    <details class="why-answer"><summary>${t("first_why")}</summary>
      <ul>${why.map((row) => html`<li>${inLanguage(row)}</li>`)}</ul>
    </details>
    <p class="actions">
      <button type="button" class="small" id="copy-sentence" onclick=${copy}>${t("copy_sentence")}</button>
      ${question === "radar" && html`<button type="button" class="small" id="turn-radar" onclick=${calls.radar}>${t("turn_radar")}</button>`}
      ${question === "raid" && html`<button type="button" class="small" id="watch-raid" onclick=${calls.raid}>${t("watch_raid")}</button>`}
    </p>`;
}
