/** The battery, the radar and its direction on the map: to drag, by mouse, touch or keys. */
import { $, fill, h } from "./dom.js";
import { t } from "./language.js";
import { position, quantity } from "./format.js";
import { azimuth, from } from "./geo.js";
import { BORESIGHT_KM } from "./marks.js";
import { symbol } from "./symbols.js";
import { meaning, study } from "./study.js";
import { store } from "./store.js";

const STEP_DEG = 0.05,
  BIG = 5;
const ARROWS = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
const places = (/** @type {number[]} */ at) => at.map((part) => Number(part.toFixed(3)));

/** A direction for the state; the study's own is no change. @param {number} boresight_deg */
const turned = (boresight_deg) => ({
  boresight_deg: boresight_deg === study().defence.radar.boresight_deg ? undefined : boresight_deg,
});

export class Handles {
  isTogether = true;
  /** The one that is being dragged. @type {string|null} */ held = null;

  /** @param {any} map */
  constructor(map) {
    this.buttons = Object.fromEntries(
      ["battery", "radar", "boresight"].map((kind) => [kind, this.button(kind)]),
    );
    fill($("overlay"), Object.values(this.buttons));
    this.use(map);
  }

  /** @param {any} map */
  use(map) {
    this.map = map;
    map.moved.push(() => this.place());
    this.place();
  }

  /** @param {string} kind */
  button(kind) {
    const node = h("button", {
      type: "button",
      class: `handle ${kind}`,
      id: `handle-${kind}`,
      data: { testid: `handle-${kind}` },
    });
    node.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => this.grab(kind, node, event));
    node.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.key(kind, event));
    node.addEventListener(
      "keyup",
      (/** @type {KeyboardEvent} */ event) => event.key in ARROWS && this.held === null && store.change({}),
    );
    // The wheel over a handle turns the map beneath.
    node.addEventListener(
      "wheel",
      (/** @type {WheelEvent} */ event) => this.map.box.dispatchEvent(new WheelEvent("wheel", event)),
      { passive: true },
    );
    return node;
  }

  /** Draw the symbols, once their library is there. */
  dress() {
    for (const kind of ["battery", "radar"]) {
      const picture = symbol(/** @type {any} */ (kind), 22);
      const copy = h("canvas", { width: picture.width, height: picture.height });
      copy.getContext("2d").drawImage(picture, 0, 0);
      copy.style.width = `${picture.width / 2}px`;
      copy.style.height = `${picture.height / 2}px`;
      fill(this.buttons[kind], h("i", { class: "dot" }), copy);
    }
    this.label();
  }

  /** Their words: where each stands now. */
  label() {
    const now = meaning(store.state);
    for (const [kind, node] of Object.entries(this.buttons)) {
      const where =
        kind === "boresight" ? quantity(now.boresight_deg, "deg") : position(now[kind][0], now[kind][1]);
      node.setAttribute("aria-label", t(`handle_${kind}`, { where }));
      node.title = t(`handle_${kind}`, { where });
    }
  }

  /** Where each stands. */
  place() {
    const now = meaning(store.state);
    const at = {
      battery: now.battery,
      radar: now.radar,
      boresight: from(now.radar[0], now.radar[1], now.boresight_deg, BORESIGHT_KM),
    };
    for (const [kind, node] of Object.entries(this.buttons)) {
      const pixel =
        kind !== "battery" && !now.radar_present ? null : this.map.project(at[kind][0], at[kind][1]);
      node.hidden = !pixel;
      if (pixel) node.style.transform = `translate(${pixel.x.toFixed(1)}px, ${pixel.y.toFixed(1)}px)`;
    }
  }

  /** @param {string} kind @param {HTMLElement} node @param {PointerEvent} event */
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
    const now = meaning(store.state);
    const anchor = kind === "boresight" ? null : this.map.project(now[kind][0], now[kind][1]);
    const dx = anchor ? event.clientX - frame.left - anchor.x : 0,
      dy = anchor ? event.clientY - frame.top - anchor.y : 0;
    let isMoved = false;
    const move = (/** @type {PointerEvent} */ at) => {
      const ground = this.map.unproject(at.clientX - frame.left - dx, at.clientY - frame.top - dy);
      if (!ground) return;
      isMoved = true;
      store.change(this.patch(kind, ground), { isDragging: true });
    };
    const end = () => {
      node.removeEventListener("pointermove", move);
      for (const name of ["pointerup", "pointercancel", "lostpointercapture"])
        node.removeEventListener(name, end);
      node.classList.remove("held");
      this.held = null;
      if (isMoved) store.change({});
    };
    node.addEventListener("pointermove", move);
    for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) node.addEventListener(name, end);
  }

  /** What a new place means for the state. @param {string} kind @param {number[]} ground */
  patch(kind, ground) {
    const now = meaning(store.state);
    if (kind === "boresight") return turned(Math.round(azimuth(now.radar, ground)) % 360);
    const at = places(ground);
    if (kind === "radar") return { radar: at };
    if (!this.isTogether) return { battery: at };
    const radar = places([now.radar[0] + at[0] - now.battery[0], now.radar[1] + at[1] - now.battery[1]]);
    return now.radar_present ? { battery: at, radar } : { battery: at };
  }

  /** @param {string} kind @param {KeyboardEvent} event */
  key(kind, event) {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const now = meaning(store.state);
    const times = event.shiftKey ? BIG : 1;
    if (kind === "boresight") {
      const turn = (arrow[1] || -arrow[0]) * times;
      store.change(turned((now.boresight_deg + turn + 360) % 360), { isDragging: true });
    } else {
      const at = now[kind];
      store.change(
        this.patch(kind, [at[0] + arrow[0] * STEP_DEG * times, at[1] + arrow[1] * STEP_DEG * times]),
        { isDragging: true },
      );
    }
  }
}
