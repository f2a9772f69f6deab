/** Flights between other countries: which of them the radar sees, and what each side gets by its limits. */
import * as api from "./api.js";
import { $, html, into, problem, script, soft } from "./dom.js";
import { language, t } from "./language.js";
import * as format from "./format.js";
import { follow, latest } from "./latest.js";
import { once } from "./once.js";
import { inks, onTheme } from "./theme.js";
import { parameterName } from "./study.js";
import { query, served, store } from "./store.js";

/** @type {(flights: ForeignFlight[]) => void} */ let show = () => {};
/** @type {ForeignSeen|null} */ let told = null;
/** @type {Trade|null} */ let trade = null;
/** The cross section asked for; none is the study's own. @type {number|undefined} */ let section;
let key = "";

/** Those of a study as it is: each takes the server a minute the first time. */
const trades = once((/** @type {string} */ scenario) => api.trade({ scenario }));

/** @param {(flights: ForeignFlight[]) => void} call draws flights on the globe */
export function begin(call) {
  show = call;
  onTheme(() => plot());
}

/** Follow the state: the flights are told under what the radar sees. */
export function follows() {
  const isOn = store.state.question === "radar";
  $("foreign").hidden = !isOn;
  if (!isOn) {
    key = "";
    return show([]);
  }
  const next = `${query(served(store.state))} ${section}`;
  if (next === key) return draw();
  key = next;
  asking(served(store.state));
}

const asking = latest(
  async (/** @type {State} */ state) => {
    $("foreign").classList.add("old");
    if (!told)
      into("foreign")`<h2>${t("foreign_title")}</h2>${soft(t("foreign_wait"))}
      <progress id="foreign-progress" max="1" aria-label=${t("computing")} />`;
    const stop = follow(showProgress, `${api.CLIENT}-foreign`);
    try {
      told = await api.foreign(state, section);
    } finally {
      stop();
      $("foreign").classList.remove("old");
    }
    draw();
    // The curve comes after the flights that it is of.
    trade = told.study ? await trades(state.scenario ?? "korea").catch(() => null) : null;
    draw();
  },
  {
    replaces: () => true,
    failed: (error) => into("foreign")`<h2>${t("foreign_title")}</h2>${problem(error)}`,
  },
);

/** @param {Progress|null} now */
function showProgress(now) {
  const node = document.getElementById("foreign-progress");
  if (node && now?.total) node.setAttribute("value", String(now.done / now.total));
}

/** What was told, in the language of the page. */
export function draw() {
  if (!told || store.state.question !== "radar") return;
  show(told.flights);
  const { cross_sections_m2: sections, cross_section_m2: now, study, countries } = told;
  const choose = (/** @type {Happened} */ { currentTarget }) => {
    section = sections[Number(currentTarget.value)];
    follows();
  };
  const name = (/** @type {CountryFlights} */ of) => (language() === "ko" ? of.name_ko : of.name);
  into("foreign")`
    <h2>${t("foreign_title")}</h2>
    <p id="foreign-sentence" data-testid="foreign-sentence">${told.sentence[language()]}</p>
    ${
      study &&
      html`<label for="foreign-section">${t("foreign_section")} <b>${format.measured(now, "m^2")}</b></label>
        <input id="foreign-section" type="range" min="0" max=${sections.length - 1} step="1"
          value=${sections.indexOf(now)} onchange=${choose} aria-valuetext=${format.measured(now, "m^2")} />
        <table class="numbers"><thead><tr><td /><th scope="col" class="n">${t("foreign_flown")}</th><th scope="col" class="n">${t("foreign_seen_head")}</th></tr></thead>
          <tbody>${countries.map((of) => html`<tr><th scope="row">${name(of)}</th><td class="n">${of.flown}</td><td class="n">${of.seen}</td></tr>`)}</tbody></table>
        <ul class="keys"><li><i class="key-seen" />${t("foreign_key_seen")}</li><li><i class="key-unseen" />${t("foreign_key_unseen")}</li></ul>`
    }
    ${
      trade &&
      html`<h3>${t("foreign_trade")}</h3><p>${language() === "ko" ? trade.sentence_ko : trade.sentence_en}</p>
        <div id="foreign-plot" />${soft(t("foreign_trade_note", { draws: trade.draws }))}`
    }`;
  plot();
}

/** The curve: people defended over flights seen, a point a setting. */
async function plot() {
  const box = document.getElementById("foreign-plot");
  if (!box || !trade) return;
  await script("/static/vendor/d3/d3.min.js");
  await script("/static/vendor/plot/plot.umd.min.js");
  const { Plot } = window;
  const rows = trade.points.map((point) => ({
    x: point.mean_seen,
    y: point.mean_people / 1e6,
    point,
    title: point.numbers
      .map((one) => `${parameterName(one.parameter)}: ${format.measured(one.value, one.unit)}`)
      .join("\n"),
  }));
  const best = rows.filter((row) => row.point.is_efficient).sort((a, b) => a.x - b.x);
  const [at, { reach, soft: grey, theirs }] = [{ x: "x", y: "y" }, inks()];
  const colour = (/** @type {typeof rows[0]} */ { point }) => (point.is_efficient ? reach : grey);
  const figure = Plot.plot({
    className: "plot",
    height: 220,
    width: Math.max(280, box.clientWidth || 330),
    marginLeft: 42,
    marginBottom: 36,
    x: { label: t("foreign_axis_seen"), labelArrow: "none", ticks: 6, zero: true },
    y: { label: t("foreign_axis_people"), labelArrow: "none", ticks: 5, grid: true, zero: true },
    ariaLabel: t("foreign_trade"),
    marks: [
      Plot.line(best, { ...at, stroke: reach, strokeWidth: 1.4 }),
      Plot.dot(rows, { ...at, r: 3.4, fill: colour, title: "title" }),
      Plot.dot(
        rows.filter((row) => row.point.is_given),
        { ...at, r: 7, symbol: "star", fill: theirs, title: "title" },
      ),
    ],
  });
  for (const style of figure.querySelectorAll("style")) style.remove();
  for (const part of figure.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  figure.setAttribute("role", "img");
  box.replaceChildren(figure);
}
