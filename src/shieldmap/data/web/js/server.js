/** Whether the server answers: where it does not, it is looked for until it does. */
import * as api from "./api.js";

/** Seconds between two looks: soon at first, then seldom. */
const [FIRST_S, LAST_S] = [3, 60];
let timer = 0;
let wait_s = FIRST_S;

/** It did not answer. @param {() => void} again what is asked once it does */
export function isAway(again) {
  clearTimeout(timer);
  timer = window.setTimeout(async () => {
    wait_s = Math.min(2 * wait_s, LAST_S);
    const isBack = await api.version().catch(() => null);
    if (isBack) again();
    else isAway(again);
  }, wait_s * 1e3);
}

/** It answered. */
export function isThere() {
  clearTimeout(timer);
  wait_s = FIRST_S;
}
