/** Bars with their bands: the picture of an answer. */
import { html } from "./dom.js";
import { language, t } from "./language.js";
import * as format from "./format.js";

/** A number of an answer in its unit; an answer leaves out what it does not have. @param {number|null|undefined} value @param {string} unit */
export function inUnit(value, unit) {
  if (value == null) return "–";
  if (unit === "share") return format.percent(value);
  return unit === "m2" ? format.area(value) : format.number(value);
}

/**
 * @param {QuotedBar[]} rows @param {number} most where the scale ends @param {string} unit
 * @param {(query: string) => void} open shows the state of a bar
 */
export function bars(rows, most, unit, open) {
  const at = (/** @type {number} */ value) => `${Math.max(0, Math.min(100, (100 * value) / (most || 1)))}%`;
  // What is less than one missile is worth a decimal.
  const told = (/** @type {number} */ value) =>
    unit === "missiles" && value < 9.95 ? format.number(value, 1) : inUnit(value, unit);
  const row = (/** @type {QuotedBar} */ { name, value, low, high, is_now, query }) => {
    const text = name[language()];
    const band = low != null && high != null && { left: at(low), width: `calc(${at(high)} - ${at(low)})` };
    const words =
      low == null || high == null ? "" : ` (${format.span(inUnit(low, unit), inUnit(high, unit))})`;
    return html`<tr class=${is_now ? "now" : ""}>
      <th scope="row">
        ${query && !is_now ? html`<button type="button" class="link" title=${t("show_state")} onclick=${() => open(query)}>${text}</button>` : text}
      </th>
      <td class="bar-cell"><span class="bar-track"><i class="bar-fill" style=${{ width: at(value) }} />
        ${band && html`<i class="bar-band" style=${band} />`}</span></td>
      <td class="n">${told(value)}<span class="soft">${words}</span></td>
    </tr>`;
  };
  return html`<table class="numbers quoted-bars"><tbody>${rows.map(row)}</tbody></table>`;
}
