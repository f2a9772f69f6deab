/** The server's answers: one function an address, one kind of error. */

/** An answer that is no answer, with the server's one sentence. */
export class Refused extends Error {
  /** @param {number} status @param {string} detail */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** This tab, so that a newer question can replace an older one; a page loaded again goes on under its name. */
export const CLIENT = clientName();

function clientName() {
  const fresh = crypto
    .getRandomValues(new Uint32Array(3))
    .reduce((text, part) => text + part.toString(36), "t");
  try {
    const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    // A tab that was doubled has the same store: only a reload may take the name over.
    const name = (entry?.type === "reload" && sessionStorage.getItem("client")) || fresh;
    sessionStorage.setItem("client", name);
    return name;
  } catch {
    return fresh;
  }
}

const RETRIES = 6;
const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} url @param {any} [body] @param {AbortSignal} [signal] @returns {Promise<Response>} */
async function ask(url, body, signal) {
  const options =
    body === undefined
      ? {}
      : {
          signal,
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
        };
  for (let attempt = 0; ; attempt += 1) {
    let response;
    try {
      response = await fetch(url, options);
    } catch (problem) {
      if (signal?.aborted) throw problem;
      throw new Refused(0, "");
    }
    if (response.ok) return response;
    if ((response.status === 429 || response.status === 503) && attempt < RETRIES) {
      await pause(400 * (attempt + 1));
      continue;
    }
    const detail = await response.json().then(
      (problem) => problem.detail,
      () => response.statusText,
    );
    throw new Refused(response.status, typeof detail === "string" ? detail : JSON.stringify(detail));
  }
}

/** @param {string} url @param {any} [body] @param {AbortSignal} [signal] */
const json = async (url, body, signal) => (await ask(url, body, signal)).json();
const part = encodeURIComponent;

export const scenarios = () => json("/api/scenarios");
/** @param {string} name */
export const scenario = (name) => json(`/api/scenario/${part(name)}`);
/** @param {string} name @param {number} spacing */
export const places = (name, spacing) => json(`/api/places/${part(name)}?spacing_km=${spacing}`);
/** @param {string} name @param {string} query */
export const towns = (name, query) => json(`/api/towns/${part(name)}?query=${part(query)}`);
/** @param {object} state @param {string} colour @param {AbortSignal} [signal] @param {string} [client] */
export const area = (state, colour, signal, client = CLIENT) =>
  json("/api/area", { state, client, colour }, signal);
/** @param {object} state @param {number} latitude_deg @param {number} longitude_deg */
export const why = (state, latitude_deg, longitude_deg) =>
  json("/api/why", { state, client: `${CLIENT}-why`, latitude_deg, longitude_deg });
/** @param {object} state @param {object} town */
export const defended = (state, town) => json("/api/defended", { state, client: `${CLIENT}-town`, ...town });
/** @param {object} state */
export const coverage = (state) => json("/api/coverage", { state, client: `${CLIENT}-radar` });
/** @param {object} state */
export const tracks = (state) => json("/api/tracks", { state, client: `${CLIENT}-tracks` });
/** @param {object} state @param {number} latitude_deg @param {number} longitude_deg */
export const engagement = (state, latitude_deg, longitude_deg) =>
  json("/api/engagement", { state, client: `${CLIENT}-play`, latitude_deg, longitude_deg });
/** @param {object} state */
export const raid = (state) => json("/api/raid", { state, client: `${CLIENT}-raid` });
/** @param {string} [client] */
export const progress = (client = CLIENT) => json(`/api/progress/${client}`);
export const version = () => json("/api/version");

/** A file made by the server: its content and its name. @param {string} kind @param {object} state */
export async function file(kind, state) {
  const response = await ask(`/api/export/${kind}`, { state, client: `${CLIENT}-file-${kind}` });
  const name = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  return { blob: await response.blob(), name: name ?? `shieldmap.${kind === "citation" ? "txt" : kind}` };
}
