/** The state of the page: one plain object, its address, and the way back. */

/** @typedef {Record<string, any>} State */

const NUMBER = "number",
  WHOLE = "whole",
  TEXT = "text",
  LIST = "list",
  PAIR = "pair",
  FLAG = "flag";

/** What the server knows, in the order of the address. */
export const SERVER = {
  scenario: TEXT,
  threat: TEXT,
  missile: TEXT,
  trajectory: TEXT,
  apogee_km: NUMBER,
  launch_points: LIST,
  rcs_m2: NUMBER,
  battery: PAIR,
  radar: PAIR,
  radar_present: FLAG,
  boresight_deg: NUMBER,
  sector_deg: NUMBER,
  elevation_min_deg: NUMBER,
  floor_km: NUMBER,
  ceiling_km: NUMBER,
  reach_km: NUMBER,
  warning_s: NUMBER,
  reaction_s: NUMBER,
  assessment_s: NUMBER,
  salvo_spacing_s: NUMBER,
  doctrine: TEXT,
  launchers: WHOLE,
  interceptors_per_launcher: WHOLE,
  spacing_km: NUMBER,
};
/** What a reader chooses among; the others are numbers and places set by hand. */
const CHOSEN = [
  "scenario",
  "threat",
  "missile",
  "trajectory",
  "apogee_km",
  "launch_points",
  "doctrine",
  "spacing_km",
];
/** What only the page knows. */
export const PAGE = {
  lang: TEXT,
  colour: TEXT,
  place: PAIR,
  view: TEXT,
  town: TEXT,
  compare: TEXT,
  spot: TEXT,
};
const FIELDS = { ...SERVER, ...PAGE };

/** @param {string} kind @param {string} text */
function read(kind, text) {
  if (kind === LIST) return text.split(",").filter(Boolean);
  if (kind === FLAG) return ["1", "true", "yes"].includes(text.toLowerCase());
  if (kind === TEXT) return text;
  const numbers = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (numbers.some((value) => !Number.isFinite(value))) return undefined;
  if (kind === PAIR) return numbers.length === 2 ? numbers : undefined;
  return kind === WHOLE ? Math.round(numbers[0]) : numbers[0];
}

/** @param {any} value */
const written = (value) =>
  Array.isArray(value)
    ? value.map((part) => (typeof part === "number" ? round(part) : part)).join(",")
    : typeof value === "number"
      ? String(round(value))
      : String(value);
const round = (/** @type {number} */ value) => Number(value.toFixed(4));

/** Keys that others add to an address to follow its readers; live/state.py knows the same ones. */
const TRACKER =
  /^(utm|mtm|pk|hsa|mc)_|^_(ga|gl|hsenc|hsmi)$|^(fb|g|dc|y|tw|tt)clid$|^(msclkid|gbraid|wbraid|igshid|igsh)$/;

/** What the last address held that was not understood. */
export let unread = /** @type {string[]} */ ([]);

/** @param {string} search a query string @returns {State} */
export function parse(search) {
  const query = new URLSearchParams(search);
  unread = [...query.keys()].filter((key) => !(key in FIELDS) && !TRACKER.test(key));
  /** @type {State} */ const state = {};
  for (const [key, kind] of Object.entries(FIELDS)) {
    const text = query.get(key);
    const value = text === null || text === "" ? undefined : read(kind, text);
    if (value !== undefined) state[key] = value;
    else if (text !== null && text !== "") unread.push(`${key}=${text}`);
  }
  return state;
}

/** The address of a state: only what is set. @param {State} state @param {object} [fields] */
export function query(state, fields = FIELDS) {
  const parts = Object.keys(fields).filter((key) => state[key] !== undefined && state[key] !== null);
  // Commas stay readable: they need no escape in a query.
  return parts
    .map((key) => `${key}=${encodeURIComponent(written(state[key])).replaceAll("%2C", ",")}`)
    .join("&");
}

/** The part of a state that the server knows. @param {State} state @returns {State} */
export function served(state) {
  return Object.fromEntries(
    Object.keys(SERVER)
      .filter((key) => state[key] !== undefined && state[key] !== null)
      .map((key) => [key, state[key]]),
  );
}

/** Whether a number of the defence or of its radar is not the study's own. @param {State} state */
export const isSetByHand = (state) => Object.keys(served(state)).some((key) => !CHOSEN.includes(key));

/** Whether two states ask the same of the server. @param {State} a @param {State} b */
export const same = (a, b) => query(a, SERVER) === query(b, SERVER);

const DEPTH = 200;

/** The one store of the page. */
export const store = {
  /** @type {State} */ state: {},
  /** @type {State} */ kept: {},
  /** @type {State[]} */ past: [],
  /** @type {State[]} */ future: [],
  /** @type {((state: State, before: State, isDragging: boolean) => void)[]} */ listeners: [],

  /** @param {State} state */
  begin(state) {
    this.state = this.kept = state;
    addEventListener("popstate", () => {
      const next = parse(location.search);
      this.past.push(this.kept);
      this.future = [];
      this.kept = next;
      this.move(next, false);
    });
  },

  /** @param {(state: State, before: State, isDragging: boolean) => void} call */
  subscribe(call) {
    this.listeners.push(call);
  },

  /**
   * Change a few fields; undefined takes a field back to the scenario's own value.
   * While dragging the address follows; a committed change can be undone.
   * @param {State} patch @param {{isDragging?: boolean}} [how]
   */
  change(patch, { isDragging = false } = {}) {
    const next = clean({ ...this.state, ...patch });
    const keys = Object.keys(patch);
    if (keys.length && keys.every((key) => key in PAGE && key !== "compare")) {
      // Only what the page shows: nothing to undo, and a drag goes on.
      this.kept = clean({ ...this.kept, ...patch });
      show(next, false);
      return this.move(next, !same(next, this.kept));
    }
    if (isDragging) {
      show(next, false);
    } else if (same(next, this.kept) && next.compare === this.kept.compare) {
      this.kept = next;
      show(next, false);
    } else {
      show(this.kept, false);
      show(next, true);
      this.past.push(this.kept);
      if (this.past.length > DEPTH) this.past.shift();
      this.future = [];
      this.kept = next;
    }
    this.move(next, isDragging);
  },

  undo() {
    this.step(this.past, this.future);
  },
  redo() {
    this.step(this.future, this.past);
  },

  /** @param {State[]} from @param {State[]} to */
  step(from, to) {
    const next = from.pop();
    if (!next) return;
    to.push(this.kept);
    // What only the page knows (language, view) is no part of the way back.
    const page = Object.fromEntries(Object.keys(PAGE).map((key) => [key, this.state[key]]));
    this.kept = clean({ ...served(next), ...page, compare: next.compare });
    show(this.kept, false);
    this.move(this.kept, false);
  },

  /** @param {State} next @param {boolean} isDragging */
  move(next, isDragging) {
    const before = this.state;
    this.state = next;
    for (const call of this.listeners) call(next, before, isDragging);
  },
};

/** @param {State} state */
const clean = (state) =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined && value !== null));

let lastShown = 0;
let later = 0;

/** Browsers allow few changes of the address a second, so a drag writes it now and then. @param {State} state @param {boolean} isNew */
function show(state, isNew) {
  clearTimeout(later);
  const text = query(state);
  const url = location.pathname + (text ? `?${text}` : "");
  const wait = 150 - (performance.now() - lastShown);
  if (isNew) history.pushState(null, "", url);
  else if (wait <= 0 || state === store.kept) history.replaceState(null, "", url);
  else {
    later = window.setTimeout(() => show(store.state, false), wait);
    return;
  }
  lastShown = performance.now();
}
