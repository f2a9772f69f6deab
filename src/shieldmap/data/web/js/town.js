/** Am I defended? A town, one sentence, one small table. */
import * as api from "./api.js";
import { $, fill, h, say } from "./dom.js";
import { language, nameOf, t } from "./language.js";
import * as format from "./format.js";
import { latest } from "./latest.js";
import { flightName, launchName, parameterName, study } from "./study.js";
import { served, store } from "./store.js";

/** @type {any[]} */ let found = [];
let active = -1;
/** @type {any} */ export let chosen = null;
/** @type {any} */ let answer = null;
/** @type {(town: any, isNew: boolean) => void} */ let went = () => {};
/** @type {(row: any, town: any) => void} */ let explain = () => {};

/** @param {{goTo: (town: any, isNew: boolean) => void, why: (row: any, town: any) => void}} calls */
export function begin(calls) {
  went = calls.goTo;
  explain = calls.why;
  const box = $("town"),
    list = $("town-list");
  box.addEventListener("input", () => (box.value.trim() ? suggest(box.value.trim()) : close()));
  box.addEventListener("focus", () => found.length && box.value && open());
  box.addEventListener("blur", () => setTimeout(close, 150));
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    // A Korean syllable in the making uses Enter itself.
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open();
      move(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && found.length) {
      event.preventDefault();
      choose(found[Math.max(0, active)]);
    } else if (event.key === "Escape") close();
  });
}

const suggest = latest(async (/** @type {string} */ text) => {
  found = await api.towns(study().name, text);
  active = found.length ? 0 : -1;
  open();
});

function open() {
  const list = $("town-list");
  fill(
    list,
    found.length
      ? found.map((town, i) =>
          h(
            "li",
            {
              role: "option",
              id: `town-${i}`,
              "aria-selected": String(i === active),
              on: {
                pointerdown: (/** @type {Event} */ event) => {
                  event.preventDefault();
                  choose(town);
                },
              },
            },
            h("span", {}, nameOf(town)),
            h(
              "span",
              { class: "soft" },
              town.name === town.name_ko ? "" : ` ${language() === "ko" ? town.name : (town.name_ko ?? "")}`,
            ),
            town.people ? h("span", { class: "soft right" }, format.people(town.people)) : null,
          ),
        )
      : h("li", { class: "soft", role: "option", "aria-disabled": "true" }, t("no_town")),
  );
  list.hidden = false;
  $("town").setAttribute("aria-expanded", "true");
  move(active);
}

function close() {
  $("town-list").hidden = true;
  $("town").setAttribute("aria-expanded", "false");
  $("town").removeAttribute("aria-activedescendant");
}

/** @param {number} to */
function move(to) {
  if (!found.length) return;
  active = (to + found.length) % found.length;
  [...$("town-list").children].forEach((node, i) => node.setAttribute("aria-selected", String(i === active)));
  $("town").setAttribute("aria-activedescendant", `town-${active}`);
}

/** @param {any} town */
function choose(town) {
  chosen = town;
  $("town").value = nameOf(town);
  close();
  store.change({ town: town.name });
  went(town, true);
  ask();
}

/** The town of an address. @param {string} name */
export async function restore(name) {
  const towns = await api.towns(study().name, name).catch(() => []);
  const town = towns.find((/** @type {any} */ row) => row.name === name || row.name_ko === name) ?? towns[0];
  if (!town) return;
  chosen = town;
  $("town").value = nameOf(town);
  went(town, false);
  ask();
}

/** Ask again with the state as it is now. */
export function ask() {
  if (chosen) question({ state: served(store.state), town: chosen });
}

const question = latest(
  async (/** @type {{state: any, town: any}} */ { state, town }) => {
    const got = await api.defended(state, {
      latitude_deg: town.latitude_deg,
      longitude_deg: town.longitude_deg,
      name: town.name,
      name_ko: town.name_ko,
    });
    if (town !== chosen) return;
    answer = got;
    draw();
    say($("town-sentence").textContent);
  },
  {
    failed: (problem) =>
      fill($("town-answer"), h("p", { class: "problem" }, problem.message || t("no_server"))),
    busy: (isBusy) => {
      $("town-answer").classList.toggle("busy", isBusy);
      if (isBusy && !answer)
        fill($("town-answer"), h("p", { class: "soft" }, t("town_wait", { name: nameOf(chosen) })));
    },
  },
);

export function draw() {
  if (!chosen || !answer) return;
  // Somebody may be typing the next name.
  if (document.activeElement !== $("town")) $("town").value = nameOf(chosen);
  const rows = [...answer.rows].sort(
    (a, b) => Number(a.status !== "threatened") - Number(b.status !== "threatened"),
  );
  fill(
    $("town-answer"),
    h(
      "p",
      { class: "town-sentence", id: "town-sentence", lang: language() },
      language() === "ko" ? answer.sentence_ko : answer.sentence_en,
    ),
    h(
      "div",
      {
        class: "scroll",
        tabIndex: 0,
        role: "region",
        "aria-label": t("town_table", { name: nameOf(chosen) }),
      },
      h(
        "table",
        { class: "numbers town-rows" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            [
              ["against", ""],
              ["defended_q", ""],
              ["of_assumptions", "n"],
              ["warning_time", "n"],
            ].map(([word, kind]) => h("th", { scope: "col", class: kind }, t(word))),
          ),
        ),
        h("tbody", {}, rows.map(row)),
      ),
    ),
    h("p", { class: "soft" }, t("town_note")),
  );
}

/** @param {any} row */
function row(row) {
  const isThreatened = row.status === "threatened";
  const verdict = !isThreatened
    ? [t(row.status === "not-threatened" ? "not_threatened" : "not_flown"), "none"]
    : row.defended
      ? [t("yes"), "yes"]
      : row.defended_from > 0
        ? [t("from_some", { n: row.defended_from, of: row.launch_points }), "no-some"]
        : [t("no"), "no"];
  const cue = row.after_cue_s ?? [null, null, null];
  return h(
    "tr",
    {},
    h(
      "th",
      { scope: "row" },
      isThreatened
        ? h(
            "button",
            {
              type: "button",
              class: "link",
              title: t("why_button"),
              on: { click: () => explain(row, chosen) },
            },
            flightName(row),
          )
        : flightName(row),
      isThreatened
        ? h(
            "span",
            { class: "soft under" },
            [
              row.launch_points > 1
                ? t("worst_from", { place: launchName(row.launch_point) })
                : t("from", { place: launchName(row.launch_point) }),
              decider(row),
            ]
              .filter(Boolean)
              .join(" · "),
          )
        : null,
    ),
    h("td", { class: `verdict ${verdict[1]}` }, verdict[0]),
    h("td", { class: "n" }, isThreatened ? format.percent(row.share_of_samples) : "–"),
    h(
      "td",
      { class: "n" },
      isThreatened
        ? [
            format.seconds(cue[0]),
            cue[1] !== cue[2] && cue[1] !== null && cue[1] !== undefined
              ? h(
                  "span",
                  { class: "soft under" },
                  format.span(format.number(Math.round(cue[1])), format.number(Math.round(cue[2]))),
                )
              : null,
          ]
        : "–",
    ),
  );
}

/** What decides, or why not. @param {any} row */
function decider(row) {
  if (!row.defended && row.reason)
    return (
      t(`short_${row.reason}`) +
      (row.decides ? ` · ${t("decides", { what: parameterName(row.decides) })}` : "")
    );
  return row.decides ? t("decides", { what: parameterName(row.decides) }) : null;
}
