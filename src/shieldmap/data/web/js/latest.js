/** Latest wins: while one question is asked, only remember that another is wanted. */
import * as api from "./api.js";

/**
 * @template Q
 * @param {(question: Q, signal: AbortSignal) => Promise<void>} run
 * @param {object} [options]
 * @param {(running: Q, wanted: Q) => boolean} [options.replaces] ask at once; the server drops the older question
 * @param {(problem: Error) => void} [options.failed]
 * @param {(isBusy: boolean) => void} [options.busy]
 */
export function latest(run, { replaces = () => false, failed = () => {}, busy = () => {} } = {}) {
  /** @type {Q|null} */ let running = null;
  /** @type {{question: Q}|null} */ let wanted = null;
  let turn = 0,
    stop = new AbortController();

  /** @param {Q} question */
  async function start(question) {
    const own = (turn += 1);
    running = question;
    busy(true);
    try {
      await run(question, stop.signal);
    } catch (problem) {
      const dropped =
        (problem instanceof api.Refused && problem.status === 409) ||
        /** @type {Error} */ (problem).name === "AbortError";
      if (own === turn && !dropped) failed(/** @type {Error} */ (problem));
    }
    if (own !== turn) return;
    running = null;
    const next = wanted;
    wanted = null;
    if (next) start(next.question);
    else busy(false);
  }

  /** @param {Q} question */
  return function want(question) {
    if (running === null) start(question);
    else if (replaces(running, question)) {
      stop.abort();
      stop = new AbortController();
      wanted = null;
      start(question);
    } else wanted = { question };
  };
}

/**
 * Follow a question that takes long: the first word after 300 ms, then every 300 ms.
 * @param {(told: Progress|null) => void} show null when it ended
 * @param {string} [client]
 * @returns {() => void} stop
 */
export function follow(show, client) {
  let ended = false;
  const look = async () => {
    if (ended) return;
    const told = await api.progress(client).catch(() => null);
    if (ended) return;
    show(told ?? { what: null, done: 0, total: 0 });
    timer = setTimeout(look, 300);
  };
  let timer = setTimeout(look, 300);
  return () => {
    ended = true;
    clearTimeout(timer);
    show(null);
  };
}
