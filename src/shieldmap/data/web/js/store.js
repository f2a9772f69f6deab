/** The state of the page: one plain object, its address, and the way back. */

/** What the server knows, in the order of the address. @type {Record<string, StateField>} */
export const SERVER = {};
const FLIGHT = ["threat", "missile", "trajectory", "apogee_km", "launch_points"];
/** What only the page knows. @type {Record<string, string>} */
const PAGE = {
  lang: "text",
  colour: "text",
  place: "pair",
  view: "text",
  town: "text",
  compare: "text",
  spot: "text",
  question: "text",
};
/** How each field is written in an address. @type {Record<string, string>} */
const FIELDS = {};

/** Know what a state may hold. @param {StateField[]} fields */
export function know(fields) {
  for (const field of fields) SERVER[field.key] = field;
  Object.assign(FIELDS, Object.fromEntries(fields.map(({ key, kind }) => [key, kind])), PAGE);
}

/** @param {string} kind @param {string} text */
function read(kind, text) {
  if (kind === "list") return text.split(",").filter(Boolean);
  if (kind === "flag") return ["1", "true", "yes"].includes(text.toLowerCase());
  if (kind === "text") return text;
  const numbers = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (numbers.some((value) => !Number.isFinite(value))) return undefined;
  if (kind === "pair") return numbers.length === 2 ? numbers : undefined;
  return kind === "whole" ? Math.round(numbers[0]) : numbers[0];
}

const round = (/** @type {any} */ value) => (typeof value === "number" ? Number(value.toFixed(4)) : value);
const written = (/** @type {any} */ value) =>
  Array.isArray(value) ? value.map(round).join(",") : String(round(value));

/** Keys that others add to an address to follow its readers; answers/state.py knows the same ones. */
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
    const value = text ? read(kind, text) : undefined;
    if (value !== undefined) state[key] = value;
    else if (text) unread.push(`${key}=${text}`);
  }
  return state;
}

/** Some fields of a state, those that are set. @param {State} state @param {object} [fields] @returns {State} */
const part = (state, fields = FIELDS) =>
  Object.fromEntries(
    Object.keys(fields)
      .filter((key) => state[key] !== undefined && state[key] !== null)
      .map((key) => [key, state[key]]),
  );

/** A state as a query; commas stay readable: they need no escape. @param {State} state @param {object} [fields] */
export const query = (state, fields) =>
  Object.entries(part(state, fields))
    .map(([key, value]) => `${key}=${encodeURIComponent(written(value)).replaceAll("%2C", ",")}`)
    .join("&");

/** The address of a state below its server. @param {State} state */
export const addressOf = (state) => location.pathname + (query(state) && `?${query(state)}`);

/** The part of a state that the server knows. @param {State} state */
export const served = (state) => part(state, SERVER);

/** A change that takes every field of the server back to the study's own value. @param {string[]} [keys] or some of them */
export const own = (keys = Object.keys(SERVER)) =>
  /** @type {State} */ (Object.fromEntries(keys.map((key) => [key, undefined])));

/** A change that leaves a flight set by hand. */
export const noFlight = () => own(FLIGHT);

/** Whether a number of the defence or of its radar is not the study's own. @param {State} state */
export const isSetByHand = (state) => Object.keys(served(state)).some((key) => SERVER[key].is_by_hand);

/** Whether two states ask the same of the server. @param {State} a @param {State} b */
export const same = (a, b) => query(a, SERVER) === query(b, SERVER);

const DEPTH = 200;

/** The one store of the page. */
export const store = {
  /** @type {State} */ state: {},
  /** @type {State} */ kept: {},
  /** @type {State[]} */ past: [],
  /** @type {State[]} */ future: [],
  /** What the last undo or redo left, until something else is changed. @type {State|null} */ left: null,
  /** @type {((state: State, before: State, isDragging: boolean) => void)[]} */ listeners: [],

  /** @param {State} state */
  begin(state) {
    this.state = this.kept = state;
    addEventListener("popstate", () => {
      const next = parse(location.search);
      this.past.push(this.kept);
      this.future = [];
      this.left = this.kept;
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
    const next = part({ ...this.state, ...patch });
    const keys = Object.keys(patch);
    if (keys.length && keys.every((key) => key in PAGE && key !== "compare")) {
      // Only what the page shows: nothing to undo, and a drag goes on.
      this.kept = part({ ...this.kept, ...patch });
      show(next, false);
      return this.move(next, !same(next, this.kept));
    }
    this.left = null;
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

  undo: () => store.step(store.past, store.future),
  redo: () => store.step(store.future, store.past),

  /** @param {State[]} from @param {State[]} to */
  step(from, to) {
    const next = from.pop();
    if (!next) return;
    to.push(this.kept);
    this.left = this.kept;
    // What only the page knows (language, view) is no part of the way back.
    this.kept = part({ ...served(next), ...part(this.state, PAGE), compare: next.compare });
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

let lastShown = 0;
let later = 0;

/** Browsers allow few changes of the address a second, so a drag writes it now and then. @param {State} state @param {boolean} isNew */
function show(state, isNew) {
  clearTimeout(later);
  const url = addressOf(state);
  const wait = 150 - (performance.now() - lastShown);
  if (isNew) history.pushState(null, "", url);
  else if (wait <= 0 || state === store.kept) history.replaceState(null, "", url);
  else {
    later = window.setTimeout(() => show(store.state, false), wait);
    return;
  }
  lastShown = performance.now();
}
