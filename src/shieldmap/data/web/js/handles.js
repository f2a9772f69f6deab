/** The battery, the radar and its direction on the map: to drag, by mouse, touch or keys. */
import { $, canvas, say } from "./dom.js";
import { nameOf, t } from "./language.js";
import { km, measured, position } from "./format.js";
import { azimuth, distance, from } from "./geo.js";
import { BORESIGHT_KM } from "./theme.js";
import { symbol } from "./symbols.js";
import { meaning, study } from "./study.js";
import { store } from "./store.js";

/** @typedef {"battery"|"radar"|"boresight"} Kind */

const [STEP_DEG, BIG] = [0.05, 5];
const KINDS = /** @type {Kind[]} */ (["battery", "radar", "boresight"]);
const ENDS = ["pointerup", "pointercancel", "lostpointercapture"];
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
const places = (/** @type {number[]} */ ...at) => at.map((part) => Number(part.toFixed(3)));

/** A direction for the state; the study's own is no change. @param {number} boresight_deg */
const turned = (boresight_deg) => ({
  boresight_deg: boresight_deg === study().defence.radar.boresight_deg ? undefined : boresight_deg,
});

/** Nearer than this, in km, a place is at its town. */
const AT_KM = 2.5;

export class Handles {
  isTogether = true;
  /** Towns that a place is told by. @type {() => Spotted[]} */ towns = () => [];
  /** The one that is being dragged. @type {Kind|null} */ held = null;

  /** @param {Ground} map */
  constructor(map) {
    this.map = map;
    for (const kind of KINDS) this.listen(kind, $(`handle-${kind}`));
    this.use(map);
  }

  /** @param {Ground} map */
  use(map) {
    this.map = map;
    map.moved.push(() => this.place());
    this.place();
  }

  /** @param {Kind} kind @param {HTMLElement} node */
  listen(kind, node) {
    node.addEventListener("pointerdown", (event) => this.grab(kind, node, event));
    node.addEventListener("keydown", (event) => this.key(kind, event));
    node.addEventListener("keyup", ({ key }) => {
      if (!(key in ARROWS) || this.held !== null) return;
      store.change({});
      say($("drag-note").textContent);
    });
    node.addEventListener("blur", () => this.tell(null));
    // The wheel over a handle turns the map beneath.
    const wheel = (/** @type {WheelEvent} */ event) =>
      this.map.box.dispatchEvent(new WheelEvent("wheel", event));
    node.addEventListener("wheel", wheel, { passive: true });
  }

  /** Draw the symbols, once their library is there. */
  dress() {
    for (const kind of /** @type {const} */ (["battery", "radar"])) {
      const picture = symbol(kind, 22);
      const { sheet, pen } = canvas(picture.width, picture.height);
      pen.drawImage(picture, 0, 0);
      sheet.style.width = `${picture.width / 2}px`;
      sheet.style.height = `${picture.height / 2}px`;
      const dot = Object.assign(document.createElement("i"), { className: "dot" });
      $(`handle-${kind}`).replaceChildren(dot, sheet);
    }
    this.label();
  }

  /** Their words: where each stands now. */
  label() {
    const now = meaning(store.state);
    for (const kind of KINDS) {
      const where = kind === "boresight" ? measured(now.boresight_deg, "deg") : position(...now[kind]);
      const label = t(`handle_${kind}`, { where });
      Object.assign($(`handle-${kind}`), { ariaLabel: label, title: label });
    }
  }

  /** Where a handle stands: coordinates and the nearest town, beside it. @param {Kind|null} kind */
  tell(kind) {
    const note = $("drag-note");
    note.hidden = kind === null;
    if (kind === null) return;
    const now = meaning(store.state);
    if (kind === "boresight")
      note.textContent = t("drag_boresight", { angle: measured(now.boresight_deg, "deg") });
    else note.textContent = [position(...now[kind]), this.nearTown(now[kind])].filter(Boolean).join(" · ");
    const at = kind === "boresight" ? from(...now.radar, now.boresight_deg, BORESIGHT_KM) : now[kind];
    const pixel = this.map.project(...at);
    if (!pixel) return;
    const { width } = this.map.box.getBoundingClientRect();
    const { offsetWidth: wide } = note;
    const left = Math.max(4, Math.min(width - wide - 4, pixel.x - wide / 2));
    note.style.transform = `translate(${left.toFixed(1)}px, ${(pixel.y + 16).toFixed(1)}px)`;
  }

  /** The nearest town and how far it is. @param {[number, number]} place */
  nearTown(place) {
    const rows = this.towns().map((town) => ({
      town,
      away: distance(place, [town.latitude_deg, town.longitude_deg]),
    }));
    if (!rows.length) return "";
    const { town, away } = rows.reduce((best, row) => (row.away < best.away ? row : best));
    const name = nameOf(town);
    return away < AT_KM ? t("drag_at", { name }) : t("drag_near", { name, km: km(away * 1e3) });
  }

  /** Where each stands. */
  place() {
    const now = meaning(store.state);
    const boresight = from(...now.radar, now.boresight_deg, BORESIGHT_KM);
    for (const kind of KINDS) {
      const node = $(`handle-${kind}`);
      const at = kind === "boresight" ? boresight : now[kind];
      const pixel = kind === "battery" || now.radar_present ? this.map.project(...at) : null;
      node.hidden = !pixel;
      if (pixel) node.style.transform = `translate(${pixel.x.toFixed(1)}px, ${pixel.y.toFixed(1)}px)`;
    }
  }

  /** @param {Kind} kind @param {HTMLElement} node @param {PointerEvent} event */
  grab(kind, node, event) {
    if (event.button !== 0) return;
    event.preventDefault();
    node.focus({ preventScroll: true });
    try {
      node.setPointerCapture(event.pointerId);
    } catch {
      // A pointer that is gone already.
    }
    node.classList.add("held");
    this.held = kind;
    const frame = this.map.box.getBoundingClientRect();
    // A finger hides what it lies on: there the point keeps its distance. A cursor points at it.
    const isFinger = event.pointerType === "touch" && kind !== "boresight";
    const anchor = isFinger ? this.map.project(...meaning(store.state)[kind]) : null;
    const left = anchor ? event.clientX - anchor.x : frame.left,
      top = anchor ? event.clientY - anchor.y : frame.top;
    let isMoved = false;
    const [startX, startY] = [event.clientX, event.clientY];
    const move = (/** @type {PointerEvent} */ at) => {
      const ground = this.map.unproject(at.clientX - left, at.clientY - top);
      if (!ground) return;
      // A press that trembles is no drag.
      if (!isMoved && Math.hypot(at.clientX - startX, at.clientY - startY) < 3) return;
      isMoved = true;
      store.change(this.patch(kind, ground), { isDragging: true });
      this.tell(kind);
    };
    const end = () => {
      node.removeEventListener("pointermove", move);
      for (const name of ENDS) node.removeEventListener(name, end);
      node.classList.remove("held");
      this.tell(null);
      this.held = null;
      if (isMoved) store.change({});
    };
    node.addEventListener("pointermove", move);
    for (const name of ENDS) node.addEventListener(name, end);
  }

  /** What a new place means for the state. @param {Kind} kind @param {[number, number]} ground */
  patch(kind, ground) {
    const now = meaning(store.state);
    if (kind === "boresight") return turned(Math.round(azimuth(now.radar, ground)) % 360);
    const at = places(...ground);
    if (kind === "radar") return { radar: at };
    if (!this.isTogether || !now.radar_present) return { battery: at };
    return {
      battery: at,
      radar: places(now.radar[0] + at[0] - now.battery[0], now.radar[1] + at[1] - now.battery[1]),
    };
  }

  /** @param {Kind} kind @param {KeyboardEvent} event */
  key(kind, event) {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const now = meaning(store.state);
    const [north, east] = arrow.map((step) => step * (event.shiftKey ? BIG : 1));
    const patch =
      kind === "boresight"
        ? turned((now.boresight_deg + (east || -north) + 360) % 360)
        : this.patch(kind, [now[kind][0] + north * STEP_DEG, now[kind][1] + east * STEP_DEG]);
    store.change(patch, { isDragging: true });
    this.tell(kind);
  }
}
