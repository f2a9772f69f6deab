/** The answer in numbers and words: the headline, the reasons, the launch points and the places. */
import { $, fill, h, say } from "./dom.js";
import { language, nameOf, t } from "./language.js";
import * as format from "./format.js";
import { flightOf, launchName, meaning, study, titleOf } from "./study.js";
import { served, store } from "./store.js";

/** @type {any} */ let shown = null;
/** @type {any} the samples of the state last asked about */ let samples = null;

/** Samples that came later than their answer. @param {any} answer with samples */
export function drawSamples(answer) {
  if (shown && shown.query === answer.query) headline({ ...shown, totals: answer.totals }, false);
}
let isAllShown = false;
let filter = "";
const FEW = 12;

/**
 * @param {any} answer @param {{isCoarse: boolean, choose: (spot: any) => void}} how
 */
export function draw(answer, how) {
  shown = answer;
  headline(answer, how.isCoarse);
  if (how.isCoarse) {
    spots(answer, how.choose);
    return;
  }
  reasons(answer);
  launchPoints(answer);
  spots(answer, how.choose);
  say(`${$("share").textContent} ${$("share-range").textContent}. ${$("answer-sentence").textContent}`);
}

export const studyTitle = () => {
  const title = titleOf(study());
  const state = served(store.state);
  const isChanged = Object.keys(state).some((key) => !["scenario", "threat", "spacing_km"].includes(key));
  return isChanged ? `${title} · ${t("changed_by_you")}` : title;
};

/** No answer yet: the one before belongs to another study. */
export function clear() {
  for (const id of ["share", "people-number", "area-number", "interceptors-number"]) $(id).textContent = "–";
  for (const id of ["share-range", "sampled"]) $(id).textContent = "";
  $("answer-sentence").textContent = t("answer_wait");
  for (const id of ["reasons", "by-launch-point", "spots", "raid"]) fill($(id));
}

/** @param {any} answer @param {boolean} isCoarse */
function headline(answer, isCoarse) {
  const { totals } = answer;
  $("study-title").textContent = studyTitle();
  const share = totals.share_of_people,
    { low, value, high } = totals.defended;
  const isNobody = share.value === null;
  $("share").textContent = isNobody ? "–" : `${isCoarse ? "≈ " : ""}${format.percent(share.value)}`;
  $("share-range").textContent =
    isNobody || share.low === share.high
      ? ""
      : `(${format.span(format.percent(share.low), format.percent(share.high))})`;
  $("mini").textContent = isNobody ? "" : `${$("share").textContent} ${$("share-range").textContent}`;
  $("people-number").textContent = format.partOf(
    format.people(value.people),
    format.people(totals.threatened.people),
  );
  $("area-number").textContent = format.partOf(
    format.area(value.area_m2),
    format.area(totals.threatened.area_m2),
  );
  const rounds = answer.interceptors;
  $("interceptors-number").textContent =
    rounds.low === rounds.high
      ? format.number(rounds.value)
      : `${format.number(rounds.value)} (${format.span(format.number(rounds.low), format.number(rounds.high))})`;
  const doctrine = t(`shots_${meaning(store.state).doctrine}`);
  const words = {
    flight: flightOf(store.state),
    n: meaning(store.state).launch_points.length,
    doctrine,
    low: format.people(low.people),
    high: format.people(high.people),
  };
  $("answer-sentence").textContent = isNobody
    ? t("answer_nobody", words)
    : t(words.n === 1 ? "answer_sentence_one" : "answer_sentence", {
        ...words,
        from: launchName(meaning(store.state).launch_points[0]),
      });
  $("status-text").textContent = isCoarse ? t("coarse") : "";
  const sampled = $("sampled");
  if (totals.sampled) samples = { query: answer.query, ...totals.sampled };
  const known = samples?.query === answer.query ? samples : null;
  sampled.hidden = known === null;
  if (known)
    sampled.textContent = t(share.value > known.p95 ? "sampled_below" : "sampled", {
      p05: format.percent(known.p05),
      p50: format.percent(known.p50),
      p95: format.percent(known.p95),
    });
}

/** @param {any} answer */
function reasons(answer) {
  const rows = answer.reasons
    .filter((/** @type {any} */ row) => row.people > 0 || row.area_m2 > 0)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => b.people - a.people);
  const most = rows[0]?.people || 1;
  fill(
    $("reasons"),
    h("h3", {}, t("reasons_title")),
    rows.length
      ? h(
          "table",
          { class: "numbers bars" },
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              h("th", { scope: "col" }, t("reason")),
              h("th", { scope: "col", class: "n" }, t("fact_people")),
              h("th", { scope: "col", class: "n" }, "km²"),
            ),
          ),
          h(
            "tbody",
            {},
            rows.map((/** @type {any} */ row) => {
              const bar = h("i", { class: "bar" });
              bar.style.width = `${(100 * row.people) / most}%`;
              return h(
                "tr",
                {},
                h("th", { scope: "row" }, t(`reason_${row.constraint}`), bar),
                h("td", { class: "n" }, format.people(row.people)),
                h("td", { class: "n" }, format.area(row.area_m2).replace(/\s?km²/, "")),
              );
            }),
          ),
        )
      : h("p", { class: "soft" }, t("reasons_none")),
  );
}

/** @param {any} answer */
function launchPoints(answer) {
  const rows = answer.by_launch_point;
  fill(
    $("by-launch-point"),
    rows.length < 2 && !rows.some((/** @type {any} */ row) => row.refusal)
      ? null
      : [
          h("h3", {}, t("by_launch_point")),
          h(
            "table",
            { class: "numbers" },
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                h("th", { scope: "col" }, t("launch_point")),
                h("th", { scope: "col", class: "n" }, t("threatened")),
                h("th", { scope: "col", class: "n" }, t("defended")),
                h("th", { scope: "col", class: "n" }, t("low_high")),
              ),
            ),
            h(
              "tbody",
              {},
              rows.map((/** @type {any} */ row) =>
                h(
                  "tr",
                  {},
                  h("th", { scope: "row" }, launchName(row.launch_point)),
                  row.refusal
                    ? h("td", { colSpan: 3, lang: "en" }, row.refusal)
                    : [
                        h("td", { class: "n" }, format.people(row.threatened.people)),
                        h("td", { class: "n" }, format.people(row.defended.value.people)),
                        h(
                          "td",
                          { class: "n wrap" },
                          format.span(
                            format.people(row.defended.low.people),
                            format.people(row.defended.high.people),
                          ),
                        ),
                      ],
                ),
              ),
            ),
          ),
        ],
  );
}

/** A verdict in one word, with how sure it is. @param {any} spot */
export function verdict(spot) {
  if (spot.status !== "threatened")
    return { word: t(spot.status === "not-threatened" ? "not_threatened" : "not_flown"), kind: "none" };
  if (spot.defended)
    return spot.defended_low ? { word: t("yes_sure"), kind: "yes" } : { word: t("yes"), kind: "yes-some" };
  return spot.defended_high ? { word: t("no_good"), kind: "no-some" } : { word: t("no"), kind: "no" };
}

/** The places that the debate names, then every town. @param {any} answer @param {(spot: any) => void} choose */
function spots(answer, choose) {
  const box = $("spots");
  if (!box.children.length || box.dataset.lang !== language()) {
    box.dataset.lang = language();
    const search = h("input", {
      type: "search",
      id: "spot-filter",
      placeholder: t("filter"),
      "aria-label": t("filter"),
      on: {
        input: () => {
          filter = search.value.trim().toLowerCase();
          rows(choose);
        },
      },
    });
    search.value = filter;
    fill(
      box,
      h("h3", {}, t("places")),
      search,
      h(
        "table",
        { class: "numbers spots" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, t("place")),
            h("th", { scope: "col" }, t("defended_q")),
            h("th", { scope: "col", class: "n" }, t("shots")),
            h("th", { scope: "col" }, t("why_not")),
          ),
        ),
        h("tbody", { id: "spot-rows" }),
      ),
      h("button", {
        type: "button",
        class: "small",
        id: "all-spots",
        on: {
          click: () => {
            isAllShown = !isAllShown;
            rows(choose);
          },
        },
      }),
    );
  }
  rows(choose);
}

/** @param {(spot: any) => void} choose */
function rows(choose) {
  const matching = shown.spots.filter(
    (/** @type {any} */ spot) =>
      !filter || `${spot.name} ${spot.name_ko ?? ""}`.toLowerCase().includes(filter),
  );
  const assets = matching.filter((/** @type {any} */ spot) => spot.kind !== "town");
  const list = isAllShown || filter ? matching : assets.slice(0, FEW);
  const body = $("spot-rows");
  const focus =
    document.activeElement instanceof HTMLElement && body.contains(document.activeElement)
      ? document.activeElement.dataset.name
      : null;
  fill(
    body,
    list.map((/** @type {any} */ spot) => {
      const said = verdict(spot);
      return h(
        "tr",
        { class: spot.id && store.state.spot === spot.id ? "chosen" : "" },
        h(
          "th",
          { scope: "row" },
          h(
            "button",
            { type: "button", class: "link", data: { name: spot.name }, on: { click: () => choose(spot) } },
            nameOf(spot),
          ),
        ),
        h("td", { class: `verdict ${said.kind}` }, said.word),
        h("td", { class: "n" }, spot.status === "threatened" ? format.number(spot.shots) : "–"),
        h(
          "td",
          {},
          spot.reason && !spot.defended
            ? [
                t(`short_${spot.reason}`),
                spot.margin !== null
                  ? h("span", { class: "soft" }, ` ${format.margin(spot.margin, spot.margin_unit)}`)
                  : null,
              ]
            : "",
        ),
      );
    }),
  );
  if (focus) body.querySelector(`[data-name="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  const button = $("all-spots");
  button.hidden = Boolean(filter) || shown.spots.length <= FEW;
  button.textContent = isAllShown ? t("fewer_places") : t("all_places", { n: shown.spots.length });
}

/** A question that failed, in the server's words. @param {string} text */
export function problem(text) {
  const node = $("status-text");
  node.textContent = text;
  node.className = text ? "problem" : "";
  if (text) say(text);
}
