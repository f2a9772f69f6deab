/**
 * Ask once for the same arguments; what failed is asked again.
 * @template {(string|number)[]} A
 * @template T
 * @param {(...asked: A) => Promise<T>} ask
 * @returns {(...asked: A) => Promise<T>}
 */
export function once(ask) {
  /** @type {Map<string, Promise<T>>} */ const known = new Map();
  return (...asked) => {
    const key = asked.join(" ");
    const answer = known.get(key) ?? ask(...asked);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  };
}
