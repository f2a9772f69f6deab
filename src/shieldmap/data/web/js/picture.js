/** A picture of the map to print: title, answer, map, legend, what was changed, date and source. */
import * as api from "./api.js";
import { $, canvas, download } from "./dom.js";
import { language, t } from "./language.js";
import * as format from "./format.js";
import { flightOf, launchName, meaning, study } from "./study.js";
import { stage } from "./stage.js";
import { shareInWords, studyTitle } from "./answer.js";
import { FONT } from "./theme.js";
import { served, store } from "./store.js";
import { symbol } from "./symbols.js";

/** Lengths in pixels: the margin, the column beside the map, and its least height. */
const [EDGE, SIDE, LEAST] = [24, 310, 420];
const RATIO = 2;
const [DARK, GREY, FAINT] = ["#1c1c1c", "#444", "#666"];

/** @param {string} version */
export async function save(version) {
  const [told] = await Promise.all([api.told(served(store.state)), stage.map.shown()]);
  const { clientWidth: wide, clientHeight: tall } = stage.map.box;
  const width = wide + SIDE + 2 * EDGE;
  const most = width - 2 * EDGE;
  // Written once to see how much room the texts take, then in their places.
  const trial = canvas(1, 1).pen;
  const top = head(trial, most);
  const bottom = top + Math.max(tall, LEAST, beside(trial, 0, 0, told));
  const { sheet, pen } = canvas(width * RATIO, foot(trial, bottom, most, version, told) * RATIO);
  pen.scale(RATIO, RATIO);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, sheet.width, sheet.height);
  head(pen, most);
  map(pen, top);
  beside(pen, EDGE + wide + 22, top, told);
  foot(pen, bottom, most, version, told);
  const name = `shieldmap-${study().name}-${told.run_hash.slice(0, 8)}.png`;
  sheet.toBlob((blob) => blob && download(blob, name), "image/png");
}

/** Whose answer it is, and the answer. @param {CanvasRenderingContext2D} pen @param {number} most */
function head(pen, most) {
  const from = format.listed(meaning(store.state).launch_points.map((id) => launchName(id)));
  const flight = t("picture_flight", { flight: flightOf(store.state), from });
  const answer = `${shareInWords()} ${$("answer-sentence").textContent}`;
  const sampled = $("sampled").hidden ? "" : $("sampled").textContent;
  let y = write(pen, studyTitle(), [EDGE, 34, most], "700 20px", DARK) + 3;
  y = write(pen, flight, [EDGE, y, most], "600 14px", DARK) + 4;
  for (const text of [answer, sampled]) if (text) y = write(pen, text, [EDGE, y, most], "400 13px", GREY) + 4;
  return y;
}

/** The map as it is seen, without what lies over it. @param {CanvasRenderingContext2D} pen @param {number} top */
function map(pen, top) {
  const { box } = stage.map;
  const place = /** @type {const} */ ([EDGE, top, box.clientWidth, box.clientHeight]);
  // Names go where they do on a map without panels: none of them lies over the picture.
  stage.marks.isAlone = true;
  stage.marks.draw();
  // The globe keeps its picture only until the browser shows it: draw it at once.
  pen.drawImage(stage.map.picture(), ...place);
  pen.drawImage(stage.marks.sheet, ...place);
  stage.marks.isAlone = false;
  stage.marks.draw();
  for (const kind of /** @type {const} */ (["radar", "battery"])) {
    const node = $(`handle-${kind}`);
    const [, x, y] = /translate\(([-\d.]+)px, ([-\d.]+)px\)/.exec(node.style.transform) ?? [];
    if (node.hidden || !x) continue;
    const picture = symbol(kind, 22);
    const [w, h] = [picture.width / 2, picture.height / 2];
    // Where the style sheet puts them: the battery above its place, the radar south-west of its own.
    const [left, above] = kind === "battery" ? [-w / 2, -h - 3] : [-w - 4, 4];
    pen.drawImage(picture, EDGE + Number(x) + left, top + Number(y) + above, w, h);
  }
}

/**
 * The legend as the page shows it, and what was changed of the study.
 * @param {CanvasRenderingContext2D} pen @param {number} left @param {number} top @param {StateTold} told
 */
function beside(pen, left, top, told) {
  const legend = $("legend-body");
  const title = legend.querySelector("h3").textContent;
  let y = write(pen, title, [left, top + 14, SIDE - 30], "600 14px", DARK) + 12;
  for (const row of legend.querySelectorAll("li")) {
    const mark = row.querySelector("canvas");
    if (mark) pen.drawImage(mark, left, y - 12, 26, 15);
    else stroke(pen, row.querySelector("i"), left, y - 4);
    y =
      write(pen, row.querySelector("span").textContent, [left + 34, y, SIDE - 60], "400 12.5px", "#333") + 10;
  }
  if (!told.changes.length) return y - top;
  y = write(pen, t("picture_changed"), [left, y + 18, SIDE - 30], "600 14px", DARK) + 10;
  const isKorean = language() === "ko";
  for (const one of told.changes) {
    const [name, before, after] = isKorean
      ? [one.name_ko, one.before_ko, one.after_ko]
      : [one.name, one.before, one.after];
    y = write(pen, name, [left, y, SIDE - 30], "600 12.5px", "#333") + 6;
    y = write(pen, t("picture_change", { before, after }), [left, y, SIDE - 30], "400 12.5px", "#333") + 9;
  }
  return y - top;
}

/**
 * A line of the legend.
 * @param {CanvasRenderingContext2D} pen @param {Anything} node @param {number} left @param {number} y
 */
function stroke(pen, node, left, y) {
  const { borderTopColor, borderTopStyle } = getComputedStyle(node);
  pen.strokeStyle = borderTopColor;
  pen.lineWidth = 3;
  pen.setLineDash(borderTopStyle === "dashed" ? [5, 3] : []);
  pen.beginPath();
  pen.moveTo(left, y);
  pen.lineTo(left + 26, y);
  pen.stroke();
}

/**
 * Date, hash, source and limits; where the sheet ends.
 * @param {CanvasRenderingContext2D} pen @param {number} top @param {number} most @param {string} version @param {StateTold} told
 */
function foot(pen, top, most, version, told) {
  const alone = study().layers.length ? $("alone").textContent : "";
  const computed = t("picture_computed", { date: told.computed, version, hash: told.run_hash });
  let y = write(pen, computed, [EDGE, top + 22, most], "600 12px", GREY) + 4;
  y = write(pen, `${t("limits_short")} ${alone}`, [EDGE, y, most], "400 11px", GREY) + 5;
  return write(pen, study().attribution, [EDGE, y, most], "400 9px", FAINT) + 8;
}

/**
 * Write a text in rows of at most some width.
 * @param {CanvasRenderingContext2D} pen @param {string} words @param {[number, number, number]} at x, y and the width
 * @param {string} font its weight and size @param {string} color @returns {number} where the next text begins
 */
function write(pen, words, [x, y, most], font, color) {
  pen.font = `${font} ${FONT}`;
  pen.fillStyle = color;
  const line = Number.parseFloat(font.split(" ")[1]) * 1.35;
  let row = "";
  for (const word of words.split(" ")) {
    const next = row ? `${row} ${word}` : word;
    if (pen.measureText(next).width > most && row) {
      pen.fillText(row, x, y);
      y += line;
      row = word;
    } else row = next;
  }
  pen.fillText(row, x, y);
  return y + line * 0.75;
}
