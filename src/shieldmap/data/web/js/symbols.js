/** Standard symbols (MIL-STD-2525D / APP-6D) as small pictures. */
import { canvas, script } from "./dom.js";

export const SIDC = {
  battery: "10031000151301020000", // friendly land unit, air defence, missile, battery
  radar: "10031500002203000000", // friendly sensor, radar
  layer: "10031000001301020000", // friendly air-defence missile unit
  launcher: "10031500001111000000", // friendly launcher, away from its battery
  launch_point: "10061500001113000000", // hostile surface-to-surface missile launcher
};

/** @type {Map<string, HTMLCanvasElement>} */
const made = new Map();

export const load = () => script("/static/vendor/milsymbol/milsymbol.js").then(() => made.clear());

/**
 * A symbol at twice its size, for sharp screens; a plain mark until the library is there.
 * @param {keyof typeof SIDC} kind @param {number} size
 */
export function symbol(kind, size) {
  const key = kind + size;
  const found = made.get(key);
  if (found) return found;
  const picture = window.ms ? standard(kind, size) : plain(kind, size);
  made.set(key, picture);
  return picture;
}

/** @param {keyof typeof SIDC} kind @param {number} size @returns {HTMLCanvasElement} */
const standard = (kind, size) =>
  new window.ms.Symbol(SIDC[kind], {
    size: size * 2,
    outlineWidth: 4,
    outlineColor: "rgba(255,255,255,0.9)",
  }).asCanvas();

/** @param {keyof typeof SIDC} kind @param {number} size */
function plain(kind, size) {
  const { sheet, pen } = canvas(size * 2, size * 2);
  pen.fillStyle = kind === "launch_point" ? "#ff8080" : "#80e0ff";
  pen.fillRect(2, 2, size * 2 - 4, size * 2 - 4);
  pen.strokeRect(2, 2, size * 2 - 4, size * 2 - 4);
  return sheet;
}
