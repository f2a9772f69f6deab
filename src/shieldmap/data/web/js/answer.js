/** The answer in numbers and words: the headline, the reasons, the launch points and the places. */
import { $, html, into, say, soft, table } from "./dom.js";
import { nameOf, t } from "./language.js";
import * as format from "./format.js";
import { flightOf, launchName, meaning, missileOf, study, titleOf } from "./study.js";
import { served, store } from "./store.js";

const FEW = 12;
/** In place of a share where nobody is in range. */ const NOBODY = "–";
/** @type {Area|null} */ let shown = null;
let isAllShown = false;
let filter = "";

/** The same answer over more draws. @param {Area} answer @param {(spot: PageSpot) => void} choose */
export function drawAgain(answer, choose) {
  shown = answer;
  headline(answer, false);
  spots(choose);
}

/** Whether the answer shown belongs to an earlier state. @param {boolean} isOld */
export function old(isOld) {
  $("answer").classList.toggle("old", isOld);
  $("old-note").hidden = $("map-old").hidden = !isOld;
}

/** @param {Area} answer @param {{isCoarse: boolean, choose: (spot: PageSpot) => void}} how */
export function draw(answer, { isCoarse, choose }) {
  shown = answer;
  headline(answer, isCoarse);
  spots(choose);
  if (isCoarse) return;
  into("reasons")`${reasons(answer)}`;
  into("by-launch-point")`${launchPoints(answer)}`;
  say(inOneSentence());
}

/** The share with its range, as the headline has it. */
export const shareInWords = () => Object.values(shareApart()).join(" ").trim();
const shareApart = () => ({ value: $("share").textContent, band: $("share-range").textContent });

/** Headline and sentence as they are spoken. */
function inOneSentence() {
  const [share, sentence] = [shareInWords(), $("answer-sentence").textContent];
  return share === NOBODY ? sentence : t("answer_said", { share, sentence });
}

/** What is asked: nothing but the share, a question without its answer yet, or its answer. @typedef {{value: string, band: string, about: string}|null|undefined} Asked */

/** @type {Asked} */ let asked;

/** On a small screen a number lies over the map: that of the question asked, else the share. @param {Asked} question */
export function badge(question) {
  asked = question;
  const isThere = shown && shown.totals.share_of_people.value !== null;
  const share = isThere ? { ...shareApart(), about: missileOf(store.state) } : null;
  const told = asked === undefined ? share : asked;
  into("mini")`${told && html`<b>${told.value}</b> <b>${told.band}</b><span>${told.about}</span>`}`;
}

export const studyTitle = () => {
  const title = titleOf(study());
  const isChanged = Object.keys(served(store.state)).some(
    (key) => !["scenario", "threat", "spacing_km"].includes(key),
  );
  return isChanged ? `${title} · ${t("changed_by_you")}` : title;
};

/** Texts of elements by their ids. @param {Record<string, string>} texts */
function write(texts) {
  for (const [id, text] of Object.entries(texts)) $(id).textContent = text;
}

/** No answer yet: the one before belongs to another study. */
export function clear() {
  shown = null;
  badge(asked);
  write({ share: NOBODY, "people-number": "–", "area-number": "–", "interceptors-number": "–" });
  write({
    "share-range": "",
    sampled: "",
    "people-basis": "",
    "area-basis": "",
    "answer-sentence": t("answer_wait"),
  });
  for (const id of ["reasons", "by-launch-point", "spots", "raid"]) into(id)``;
}

/** A band of which both ends read the same. @param {string} end a percentage */
const alike = (end) => `${end.replace(/\s?%$/, "")}–${end}`;

/** @param {Area} answer @param {boolean} isCoarse */
function headline({ totals, interceptors }, isCoarse) {
  const { share_of_people: share, threatened, defended, sampled } = totals;
  const now = meaning(store.state);
  const n = now.launch_points.length;
  const isNobody = share.value === null;
  const { p05, p50, p95 } = sampled?.share_of_people ?? { p05: null, p50: null, p95: null };
  const [low, high] = [format.percent(p05), format.percent(p95)];
  const { people, area } = format;
  const rounds = [interceptors.value, interceptors.low, interceptors.high].map((n) => format.number(n));
  write({
    "study-title": studyTitle(),
    share: isNobody ? NOBODY : `${isCoarse ? "≈ " : ""}${format.percent(p50 ?? share.value)}`,
    // A share without a band would pass for a sure one, also where both ends are alike.
    "share-range": isNobody || p05 === null ? "" : `(${low === high ? alike(low) : format.span(low, high)})`,
    "people-number": format.partOf(
      people(sampled?.people.p50 ?? defended.value.people),
      people(threatened.people),
    ),
    "people-basis": t(sampled ? "basis_median" : "basis_values"),
    "area-number": format.partOf(area(defended.value.area_m2), area(threatened.area_m2)),
    "area-basis": t("basis_values"),
    "interceptors-number":
      rounds[1] === rounds[2] ? rounds[0] : `${rounds[0]} (${format.span(rounds[1], rounds[2])})`,
    "answer-sentence": t(isNobody ? "answer_nobody" : n === 1 ? "answer_sentence_one" : "answer_sentence", {
      flight: flightOf(store.state),
      n,
      from: launchName(now.launch_points[0]),
      doctrine: now.doctrine,
      low: people(defended.bad.people),
      high: people(defended.good.people),
    }),
    "status-text": isCoarse ? t("coarse") : "",
  });
  // Places alone have people and no area.
  $("area-fact").hidden = study().grid.countries.length === 0;
  badge(asked);
  $("sampled").hidden = !sampled || isNobody;
  if (!sampled || isNobody) return;
  const [value, bad, good] = [share.value, share.bad, share.good].map((one) => format.percent(one));
  $("sampled").textContent = t("sampled", { n: sampled.samples, value, bad, good });
}

/** @param {Area} answer */
function reasons(answer) {
  const rows = answer.reasons
    .filter((row) => row.people > 0 || row.area_m2 > 0)
    .sort((a, b) => b.people - a.people);
  const most = rows[0]?.people || 1;
  const heads = { [t("reason")]: "", [t("fact_people")]: "n", "km²": "n" };
  const body = rows.map((row) => {
    const width = `${(100 * row.people) / most}%`;
    return html`<tr>
      <th scope="row">${t(`reason_${row.constraint}_long`)}<i class="bar" style=${{ width }} /></th>
      <td class="n">${format.people(row.people)}</td>
      <td class="n">${format.area(row.area_m2).replace(/\s?km²/, "")}</td>
    </tr>`;
  });
  return html`<h3>${t("reasons_title")}</h3>${rows.length ? table("bars", heads, body) : soft(t("reasons_none"))}`;
}

/** @param {Area} answer */
function launchPoints({ by_launch_point: points }) {
  if (points.length < 2 && !points.some((row) => row.refusal)) return null;
  const { people, span } = format;
  const rows = points.map(
    ({ launch_point, refusal, threatened, defended }) => html`<tr>
      <th scope="row">${launchName(launch_point)}</th>
      ${
        refusal
          ? html`<td colspan="3" lang="en">${refusal}</td>`
          : html`<td class="n">${people(threatened.people)}</td>
            <td class="n">${people(defended.value.people)}</td>
            <td class="n wrap">${span(people(defended.bad.people), people(defended.good.people))}</td>`
      }
    </tr>`,
  );
  const numbers = { [t("threatened")]: "n", [t("defended")]: "n", [t("low_high")]: "n" };
  return html`<h3>${t("by_launch_point")}</h3>${table("", { [t("launch_point")]: "", ...numbers }, rows)}`;
}

/** How the verdict of the draws is coloured: what hangs has the colour of the side that more draws take. */
const KINDS = { holds: "yes", hangs: "hangs", fails: "no" };

/** What the draws say of a place, in words and as a kind of colour. @param {DrawnVerdict & {status: Status}} spot */
export function verdict(spot) {
  if (spot.status !== "threatened" || !spot.verdict)
    return { word: t(spot.status === "not-threatened" ? "not_threatened" : "not_flown"), kind: "none" };
  return { word: verdictWord(spot), kind: KINDS[spot.verdict] };
}

/** `holds`, `fails`, `hangs on the interceptor's ceiling`. @param {DrawnVerdict} spot */
export function verdictWord({ verdict, hangs_on: on }) {
  if (verdict !== "hangs") return t(`verdict_${verdict}`);
  return t("verdict_hangs", { what: on && on !== "several" ? t(`assumption_${on}`) : t("verdict_several") });
}

/** The places that the debate names, then every town. @param {(spot: PageSpot) => void} choose */
function spots(choose) {
  const all = shown?.spots ?? [];
  const wanted = filter.trim().toLowerCase();
  const matching = all.filter((spot) => `${spot.name} ${spot.name_ko}`.toLowerCase().includes(wanted));
  const assets = matching.filter((spot) => spot.kind !== "town");
  const list = isAllShown || wanted ? matching : assets.slice(0, FEW);
  const search = (/** @type {Happened} */ { currentTarget }) => {
    filter = currentTarget.value;
    spots(choose);
  };
  const turn = () => {
    isAllShown = !isAllShown;
    spots(choose);
  };
  const heads = { [t("place")]: "", [t("defended_q")]: "", [t("of_assumptions")]: "n", [t("why_not")]: "" };
  const rows = list.map((spot) => row(spot, choose));
  const more = isAllShown ? t("fewer_places") : t("all_places", { n: all.length });
  const isWhole = wanted !== "" || all.length <= FEW;
  into("spots")`<h3>${t("places")}</h3>
    <input type="search" id="spot-filter" placeholder=${t("filter")} aria-label=${t("filter")}
      value=${filter} oninput=${search} />
    ${table("spots", heads, rows)}
    <button type="button" class="small" id="all-spots" hidden=${isWhole} onclick=${turn}>${more}</button>`;
}

/** @param {PageSpot} spot @param {(spot: PageSpot) => void} choose */
function row(spot, choose) {
  const { word, kind } = verdict(spot);
  const margin = spot.margin !== null && format.margin(spot.margin, spot.margin_unit);
  return html`<tr class=${spot.id && store.state.spot === spot.id ? "chosen" : ""}>
    <th scope="row"><button type="button" class="link" onclick=${() => choose(spot)}>${nameOf(spot)}</button></th>
    <td class="verdict ${kind}">${word}</td>
    <td class="n">${format.percent(spot.share_of_samples)}</td>
    <td>
      ${spot.reason && !spot.defended && t(`reason_${spot.reason}`)}
      ${spot.reason && !spot.defended && margin && html`<span class="soft"> ${margin}</span>`}
    </td>
  </tr>`;
}

/** A question that failed, in the server's words, and how it is asked again. @param {string} text */
export function problem(text) {
  $("again").hidden = !text;
  const node = $("status-text");
  node.textContent = text;
  node.className = text ? "problem" : "";
  if (text) say(text);
}
