/** A picture of the map to print: title, map, legend, source line. */
import { $, canvas, download } from "./dom.js";
import { t } from "./language.js";
import { study } from "./study.js";
import { stage } from "./stage.js";
import { studyTitle } from "./answer.js";
import { symbol } from "./symbols.js";

const FONT =
  '"Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", system-ui, sans-serif';
const EDGE = 24,
  HEAD = 92,
  FOOT = 84,
  SIDE = 310;

/** @param {string} version @param {string} name of the file, without its ending */
export async function save(version, name) {
  const map = stage.map;
  const wide = map.box.clientWidth,
    tall = map.box.clientHeight;
  const ratio = 2;
  const width = wide + SIDE + 2 * EDGE,
    height = Math.max(tall, 420) + HEAD + FOOT;
  const sheet = canvas(width * ratio, height * ratio);
  const pen = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
  pen.scale(ratio, ratio);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
  // Names go where they do on a map without panels: none of them lies over the picture.
  stage.marks.isAlone = true;
  stage.marks.draw();
  // The globe keeps its picture only until the browser shows it: draw it at once.
  pen.drawImage(map.picture(), EDGE, HEAD, wide, tall);
  pen.drawImage(stage.marks.sheet, EDGE, HEAD, wide, tall);
  stage.marks.isAlone = false;
  stage.marks.draw();
  for (const kind of ["radar", "battery"]) {
    const node = $(`handle-${kind}`),
      move = /translate\(([-\d.]+)px, ([-\d.]+)px\)/.exec(node.style.transform);
    if (node.hidden || !move) continue;
    const picture = symbol(/** @type {any} */ (kind), 22);
    const x = EDGE + Number(move[1]),
      y = HEAD + Number(move[2]),
      w = picture.width / 2,
      h = picture.height / 2;
    // Where the style sheet puts them: the battery above its place, the radar south-west of its own.
    if (kind === "battery") pen.drawImage(picture, x - w / 2, y - h - 3, w, h);
    else pen.drawImage(picture, x - w - 4, y + 4, w, h);
  }
  const text = (
    /** @type {string} */ words,
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {string} */ font,
    color = "#1c1c1c",
    most = width - 2 * EDGE,
  ) => {
    pen.font = `${font} ${FONT}`;
    pen.fillStyle = color;
    return wrap(pen, words, x, y, most, Number(/([\d.]+)px/.exec(font)?.[1] ?? 14) * 1.35);
  };
  text(studyTitle(), EDGE, 34, "700 20px");
  text(
    `${$("share").textContent} ${$("share-range").textContent} · ${$("answer-sentence").textContent}`,
    EDGE,
    58,
    "400 13px",
    "#444",
  );
  const left = EDGE + wide + 22;
  let y = HEAD + 14;
  y =
    text($("legend-body").querySelector("h3")?.textContent ?? "", left, y, "600 14px", undefined, SIDE - 30) +
    12;
  for (const row of $("legend-body").querySelectorAll("li")) {
    const mark = row.querySelector("canvas");
    if (mark) pen.drawImage(mark, left, y - 12, 26, 15);
    else {
      const line = row.querySelector("i");
      pen.strokeStyle = line ? getComputedStyle(line).borderTopColor : "#222";
      pen.lineWidth = 3;
      pen.setLineDash(line && getComputedStyle(line).borderTopStyle === "dashed" ? [5, 3] : []);
      pen.beginPath();
      (pen.moveTo(left, y - 4), pen.lineTo(left + 26, y - 4));
      pen.stroke();
    }
    y =
      text(row.querySelector("span")?.textContent ?? "", left + 34, y, "400 12.5px", "#333", SIDE - 60) + 10;
  }
  const foot = HEAD + Math.max(tall, 420) + 20;
  const below = text(
    `${t("picture_source", { version })} ${t("limits_short")} ${study().layers.length ? $("alone").textContent : ""}`,
    EDGE,
    foot,
    "400 11px",
    "#555",
  );
  text(study().attribution, EDGE, below + 7, "400 9px", "#777");
  const blob = await new Promise((resolve) => sheet.toBlob(resolve, "image/png"));
  download(/** @type {Blob} */ (blob), `${name}.png`);
}

/** @param {CanvasRenderingContext2D} pen @param {string} words @param {number} x @param {number} y @param {number} most @param {number} line */
function wrap(pen, words, x, y, most, line) {
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
