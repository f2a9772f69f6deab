/** A picture of the map to print: title, map, legend, source line. */
import { $, canvas, download } from "./dom.js";
import { t } from "./language.js";
import { study } from "./study.js";
import { stage } from "./stage.js";
import { shareInWords, studyTitle } from "./answer.js";
import { FONT } from "./theme.js";
import { symbol } from "./symbols.js";

/** Lengths in pixels. */
const [EDGE, HEAD, FOOT, SIDE] = [24, 92, 84, 310];

/** @param {string} version @param {string} name of the file, without its ending */
export async function save(version, name) {
  const map = stage.map;
  const { clientWidth: wide, clientHeight: tall } = map.box;
  const ratio = 2;
  const width = wide + SIDE + 2 * EDGE,
    height = Math.max(tall, 420) + HEAD + FOOT;
  const { sheet, pen } = canvas(width * ratio, height * ratio);
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
  for (const kind of /** @type {const} */ (["radar", "battery"])) {
    const node = $(`handle-${kind}`);
    const [, x, y] = /translate\(([-\d.]+)px, ([-\d.]+)px\)/.exec(node.style.transform) ?? [];
    if (node.hidden || !x) continue;
    const picture = symbol(kind, 22);
    const [w, h] = [picture.width / 2, picture.height / 2];
    // Where the style sheet puts them: the battery above its place, the radar south-west of its own.
    const [left, top] = kind === "battery" ? [-w / 2, -h - 3] : [-w - 4, 4];
    pen.drawImage(picture, EDGE + Number(x) + left, HEAD + Number(y) + top, w, h);
  }
  const most = width - 2 * EDGE;
  write(pen, studyTitle(), [EDGE, 34, most], "700 20px", "#1c1c1c");
  write(pen, `${shareInWords()} · ${$("answer-sentence").textContent}`, [EDGE, 58, most], "400 13px", "#444");
  drawLegend(pen, EDGE + wide + 22);
  const alone = study().layers.length ? $("alone").textContent : "";
  const source = `${t("picture_source", { version })} ${t("limits_short")} ${alone}`;
  const below = write(pen, source, [EDGE, HEAD + Math.max(tall, 420) + 20, most], "400 11px", "#555");
  write(pen, study().attribution, [EDGE, below + 7, most], "400 9px", "#777");
  sheet.toBlob((blob) => blob && download(blob, `${name}.png`), "image/png");
}

/** The legend as the page shows it. @param {CanvasRenderingContext2D} pen @param {number} left */
function drawLegend(pen, left) {
  const legend = $("legend-body");
  const title = legend.querySelector("h3").textContent;
  let y = write(pen, title, [left, HEAD + 14, SIDE - 30], "600 14px", "#1c1c1c") + 12;
  for (const row of legend.querySelectorAll("li")) {
    const mark = row.querySelector("canvas");
    if (mark) pen.drawImage(mark, left, y - 12, 26, 15);
    else {
      const { borderTopColor, borderTopStyle } = getComputedStyle(row.querySelector("i"));
      pen.strokeStyle = borderTopColor;
      pen.lineWidth = 3;
      pen.setLineDash(borderTopStyle === "dashed" ? [5, 3] : []);
      pen.beginPath();
      pen.moveTo(left, y - 4);
      pen.lineTo(left + 26, y - 4);
      pen.stroke();
    }
    y =
      write(pen, row.querySelector("span").textContent, [left + 34, y, SIDE - 60], "400 12.5px", "#333") + 10;
  }
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
