/** Why? One place: the engagement as a timeline, or the reason why not, and what would change it. */
import * as api from "./api.js";
import { $, fill, h, say } from "./dom.js";
import { language, t } from "./language.js";
import * as format from "./format.js";
import { latest } from "./latest.js";
import { draw as drawFigure } from "./figure.js";
import { flightOf, launchName, parameter, parameterName } from "./study.js";
import { isSetByHand, served, store } from "./store.js";
import { verdict } from "./answer.js";

/** Reasons of which the published envelope and the interceptor's flight are two sides. */
const ENVELOPE = ["above-ceiling", "below-floor", "out-of-reach", "arrives-before-interceptor"];
/** @type {any} */ let told = null;
/** @type {{latitude: number, longitude: number, name: string|null}|null} */ let place = null;
/** @type {(place: any) => void} */ let marked = () => {};
/** @type {HTMLElement|null} */ let opener = null;

/** @param {{mark: (place: any) => void}} calls */
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

/** @param {number} latitude @param {number} longitude @param {string|null} [name] @param {boolean} [isFocus] */
export function open(latitude, longitude, name = null, isFocus = false) {
  opener = isFocus && document.activeElement instanceof HTMLElement ? document.activeElement : null;
  place = { latitude: Number(latitude.toFixed(3)), longitude: Number(longitude.toFixed(3)), name };
  told = null;
  store.change({ place: [place.latitude, place.longitude] });
  marked(place);
  draw();
  $("why").hidden = false;
  document.documentElement.classList.add("why-open");
  if (isFocus) $("why").focus({ preventScroll: true });
  ask();
}

export function close() {
  place = null;
  told = null;
  $("why").hidden = true;
  document.documentElement.classList.remove("why-open");
  store.change({ place: undefined, spot: undefined });
  marked(null);
  if (opener?.isConnected) opener.focus();
  else $("panel").focus({ preventScroll: true });
}

/** Ask again with the state as it is now. */
export function ask() {
  if (place) question({ state: served(store.state), at: place });
}

const question = latest(
  async (/** @type {{state: any, at: any}} */ { state, at }) => {
    const got = await api.why({ ...state, spacing_km: undefined }, at.latitude, at.longitude);
    if (at !== place) return;
    told = got;
    draw();
    say(`${title()}: ${$("why-verdict").textContent}`);
  },
  {
    failed: (problem) => {
      const node = document.getElementById("why-body");
      if (node) fill(node, h("p", { class: "problem" }, problem.message || t("no_server")));
    },
    busy: (isBusy) => $("why").classList.toggle("busy", isBusy),
  },
);

const title = () => place?.name ?? (place ? format.position(place.latitude, place.longitude) : "");

/** Draw what is known. */
export function draw() {
  if (!place) return;
  const box = $("why");
  const scroll = box.scrollTop;
  const hadFocus = box.contains(document.activeElement);
  fill(
    box,
    h(
      "div",
      { class: "why-head" },
      h(
        "div",
        {},
        h("p", { class: "over" }, t("why_over")),
        h("h2", { id: "why-title" }, title()),
        place.name ? h("p", { class: "soft" }, format.position(place.latitude, place.longitude)) : null,
      ),
      h(
        "button",
        { type: "button", class: "icon close", "aria-label": t("close"), on: { click: close } },
        "×",
      ),
    ),
    h("div", { id: "why-body" }, told ? body() : h("p", { class: "soft" }, t("why_wait"))),
  );
  box.scrollTop = scroll;
  // What had the focus was drawn anew: the panel itself keeps the place in the order.
  if (hadFocus) box.focus({ preventScroll: true });
  const figure = document.getElementById("why-figure");
  if (figure && told?.curve) drawFigure(figure, told);
}

function body() {
  const said = verdict(told);
  const sentence = h("p", { class: `why-verdict ${said.kind}`, id: "why-verdict" }, verdictText());
  if (told.status !== "threatened") return [sentence, launchPoints()];
  return [
    h(
      "p",
      { class: "soft" },
      t("why_flight", { flight: flightOf(store.state), place: launchName(told.launch_point) }),
    ),
    sentence,
    facts(),
    told.curve
      ? h("figure", {}, h("div", { id: "why-figure" }), h("figcaption", {}, t("figure_caption")))
      : null,
    told.failed.length
      ? [
          h("h3", {}, t("why_failed")),
          h(
            "ul",
            { class: "failed" },
            told.failed.map((/** @type {any} */ row) =>
              h(
                "li",
                {},
                t(`reason_${row.constraint}`),
                h("b", {}, ` ${format.margin(row.margin, row.unit)}`),
              ),
            ),
          ),
        ]
      : null,
    changes(),
    timeline(),
    launchPoints(),
  ];
}

function verdictText() {
  if (told.status === "not-threatened") return t("verdict_not_threatened");
  if (told.status !== "threatened") return language() === "en" ? told.sentence : t("not_flown");
  const shots = t(told.shots === 1 ? "shots_fit_one" : "shots_fit", { n: told.shots });
  // Values set by hand may lie where nothing is published.
  const by = isSetByHand(store.state) ? "_set" : "";
  if (told.defended) return `${t(told.defended_low ? "verdict_yes_sure" : `verdict_yes${by}`)} ${shots}`;
  const main = told.failed.find((/** @type {any} */ row) => row.constraint === told.reason);
  const why = told.reason
    ? `${t(`reason_${told.reason}`)}${main && main.margin !== null ? ` (${format.margin(main.margin, main.unit)})` : ""}`
    : shots;
  return `${t(told.defended_high ? `verdict_no_good${by}` : `verdict_no${by}`)} ${t("because", { why })}`;
}

function facts() {
  const rows = [
    [
      t("share_of_assumptions"),
      told.share_of_samples === null || told.share_of_samples === undefined
        ? null
        : format.percent(told.share_of_samples),
    ],
    [t("time_of_flight"), format.seconds(told.time_of_flight_s)],
    [t("apogee"), format.km(told.apogee_m)],
    [
      t("slack"),
      told.slack_s === null || told.slack_s === undefined || !told.defended
        ? null
        : format.margin(told.slack_s, "s"),
    ],
    [
      t("binds"),
      ENVELOPE.includes(told.reason) && told.binds && told.binds !== "none" ? t(`binds_${told.binds}`) : null,
    ],
    [
      t("by_doctrine"),
      told.defended_by_doctrine
        ? Object.entries(told.defended_by_doctrine)
            .map(([name, isIt]) => `${t(`doctrine_short_${name}`)} ${isIt ? "✓" : "✗"}`)
            .join(" · ")
        : null,
    ],
  ].filter(([, value]) => value);
  return h(
    "dl",
    { class: "pairs" },
    rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
  );
}

/** Which parameter alone would change the verdict, those within their published range first. */
function changes() {
  const rows = [...told.changes]
    .filter((row) => row.flips_at !== null || row.at_low !== told.defended || row.at_high !== told.defended)
    // The server's order: the nearest turn first, those inside their range before.
    .sort((a, b) => Number(a.flips_at === null) - Number(b.flips_at === null));
  const reach = told.launch_points.filter((/** @type {any} */ row) => row.status === "threatened").length;
  return [
    h("h3", {}, t(told.defended ? "changes_lose" : "changes_gain")),
    reach > 1 && !told.defended ? h("p", { class: "soft" }, t("changes_all", { n: reach })) : null,
    rows.length
      ? h("ul", { class: "changes" }, rows.map(change))
      : h("p", { class: "soft" }, t(told.together.length ? "changes_none" : "changes_none_two")),
    told.together.length
      ? [h("h3", {}, t("two_together")), h("ul", { class: "changes" }, told.together.map(pair))]
      : null,
  ];
}

/** @param {string} label for a screen reader @param {any} patch what it sets */
const setButton = (label, patch) =>
  h(
    "button",
    { type: "button", class: "small", "aria-label": label, on: { click: () => store.change(patch) } },
    t("set"),
  );

/** Two numbers that change the verdict together. @param {any} row */
function pair(row) {
  // The ends of a range as they stand; a turn elsewhere a little past it.
  const at = (/** @type {any} */ number) => {
    const now = number.key && (store.state[number.key] ?? parameter(number.key, store.state)?.value);
    return row.in_range || !Number.isFinite(now)
      ? number.value
      : over({ ...number, value: now }, number.value);
  };
  const said = row.numbers.map(
    (/** @type {any} */ number) =>
      `${parameterName(number.parameter)} ${format.quantity(at(number), number.unit)}`,
  );
  const words = said.join(" + ");
  const isSettable = row.numbers.every((/** @type {any} */ number) => number.key);
  return h(
    "li",
    { class: row.in_range ? "within" : "" },
    h(
      "div",
      {},
      h("b", {}, words),
      h("p", { class: "soft" }, t(row.in_range ? "together_in" : "together_out")),
    ),
    isSettable
      ? setButton(
          t("set_both", { what: words }),
          Object.fromEntries(row.numbers.map((/** @type {any} */ number) => [number.key, at(number)])),
        )
      : null,
  );
}

/** @param {any} row */
function change(row) {
  const quantity = (/** @type {number} */ value) => format.quantity(value, row.unit);
  const range =
    row.low === row.high
      ? t(row.key && store.state[row.key] !== undefined ? "value_by_you" : "published_value", {
          value: quantity(row.value),
        })
      : t("published_range", { range: format.span(quantity(row.low), quantity(row.high)) });
  const end = row.at_high !== told.defended ? row.high : row.low;
  const at = row.flips_at === null ? end : over(row, row.flips_at);
  const says =
    row.flips_at === null
      ? t("change_end", { value: quantity(end) })
      : t(told.defended ? "change_lose" : "change_gain", { value: quantity(at) });
  const bar = h(
    "span",
    { class: "change-bar", "aria-hidden": "true" },
    h("i", { class: "span" }),
    h("i", { class: "now" }),
    h("i", { class: "flip" }),
  );
  // Directions are counted from the present one, so that north is no jump.
  const turn = (/** @type {number} */ value) =>
    row.key === "boresight_deg" ? row.value + ((value - row.value + 540) % 360) - 180 : value;
  const least = Math.min(turn(row.low), row.value, turn(at)),
    most = Math.max(turn(row.high), row.value, turn(at));
  const share = (/** @type {number} */ value) =>
    `${most > least ? 4 + (92 * (turn(value) - least)) / (most - least) : 50}%`;
  bar.style.setProperty("--low", share(row.low));
  bar.style.setProperty("--high", share(row.high));
  bar.style.setProperty("--now", share(row.value));
  bar.style.setProperty("--flip", share(at));
  return h(
    "li",
    { class: row.flips_in_range ? "within" : "" },
    h(
      "div",
      {},
      h("b", {}, parameterName(row.parameter)),
      h("p", {}, says, h("span", { class: "soft" }, ` (${range})`)),
      bar,
    ),
    row.key && at !== null
      ? setButton(t("set_to", { name: parameterName(row.parameter), value: quantity(at) }), { [row.key]: at })
      : null,
  );
}

/** A little past the value at which the verdict changes, in round numbers. @param {any} row @param {number} at */
function over(row, at) {
  if (row.key === "boresight_deg") {
    // Directions are counted from the present one, so that north is no jump.
    const to = row.value + ((at - row.value + 540) % 360) - 180;
    return ((to >= row.value ? Math.ceil(to) : Math.floor(to)) + 360) % 360;
  }
  const isWhole = ["launchers", "interceptors_per_launcher"].includes(row.key);
  const unit = isWhole ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(at) || 1)) - 2);
  return Number(
    (at >= row.value ? Math.ceil(at / unit) * unit : Math.floor(at / unit) * unit).toPrecision(6),
  );
}

function timeline() {
  if (!told.timeline.length) return null;
  return [
    h("h3", {}, t("timeline")),
    h(
      "ol",
      { class: "timeline" },
      told.timeline.map((/** @type {any} */ row) =>
        h(
          "li",
          { class: /intercept/.test(row.event) && !/commit/.test(row.event) ? "ours" : "" },
          h("span", { class: "when" }, format.seconds(row.time_s)),
          h(
            "span",
            {},
            h("b", {}, t(`event_${row.event}`)),
            h(
              "span",
              { class: "soft under" },
              t("event_where", { altitude: format.km(row.altitude_m), range: format.km(row.range_m) }),
            ),
          ),
        ),
      ),
    ),
  ];
}

function launchPoints() {
  if (told.launch_points.length < 2) return null;
  return [
    h("h3", {}, t("from_each")),
    h(
      "ul",
      { class: "chips" },
      told.launch_points.map((/** @type {any} */ row) => {
        const kind = row.status !== "threatened" ? "none" : row.defended ? "yes" : "no";
        return h(
          "li",
          { class: `verdict ${kind}` },
          `${launchName(row.launch_point)}: ${t(kind === "none" ? "not_threatened" : kind)}`,
        );
      }),
    ),
  ];
}
