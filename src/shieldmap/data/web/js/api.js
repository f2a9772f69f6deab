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

/** @param {string} url @param {object} [body] @param {AbortSignal} [signal] */
async function ask(url, body, signal) {
  const headers = { "Content-Type": "application/json" };
  const options = body && { signal, method: "POST", headers, body: JSON.stringify(body) };
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, options).catch((problem) => {
      throw signal?.aborted ? problem : new Refused(0, "");
    });
    if (response.ok) return response;
    if ((response.status === 429 || response.status === 503) && attempt <= RETRIES) {
      await pause(400 * attempt);
      continue;
    }
    const { detail } = await response.json().catch(() => ({ detail: response.statusText }));
    throw new Refused(response.status, typeof detail === "string" ? detail : JSON.stringify(detail));
  }
}

/** @param {string} url @param {object} [body] @param {AbortSignal} [signal] @returns {Promise<any>} */
const json = async (url, body, signal) => (await ask(url, body, signal)).json();
const part = encodeURIComponent;

/** Ask of a state, under a name of its own. @param {string} path @param {string} name @param {State} state @param {object} [more] */
const of = (path, name, state, more) => json(`/api/${path}`, { state, client: CLIENT + name, ...more });
const at = (/** @type {Located} */ { latitude_deg, longitude_deg }) => ({ latitude_deg, longitude_deg });

/** @type {() => Promise<ScenarioName[]>} */
export const scenarios = () => json("/api/scenarios");
/** Studies that the page does not open. @type {() => Promise<StudyElsewhere[]>} */
export const elsewhere = () => json("/api/elsewhere");
/** @type {() => Promise<StateField[]>} */
export const fields = () => json("/api/fields");
/** @type {() => Promise<MapColours>} */
export const colours = () => json("/api/colours");
/** What is told beside an answer. @type {(state: State) => Promise<StateTold>} */
export const told = (state) => of("told", "-told", state);
/** @type {(name: string) => Promise<Study>} */
export const scenario = (name) => json(`/api/scenario/${part(name)}`);
/** @type {(name: string, spacing_km: number) => Promise<Cells>} */
export const places = (name, spacing_km) => json(`/api/places/${part(name)}?spacing_km=${spacing_km}`);
/** @type {(name: string, query: string) => Promise<Town[]>} */
export const towns = (name, query) => json(`/api/towns/${part(name)}?query=${part(query)}`);
/** Joint draws of a first answer, and of the one that follows it. */
export const FIRST_DRAWS = 32;
export const ALL_DRAWS = 512;
/** @type {(state: State, draws: number, signal?: AbortSignal, client?: string) => Promise<Area>} */
export const area = (state, draws, signal, client = CLIENT) =>
  json("/api/area", { state, client, draws }, signal);
/** @type {(state: State, place: Located, name?: string) => Promise<PlaceExplained>} */
export const why = (state, place, name = "-why") => of("why", name, state, at(place));
/** @type {(state: State, town: Town) => Promise<TownDefended>} */
export const defended = (state, town) =>
  of("defended", "-town", state, { ...at(town), name: town.name, name_ko: town.name_ko });
/** @type {(state: State) => Promise<PageCoverage>} */
export const coverage = (state) => of("coverage", "-radar", state);
/** @type {(state: State) => Promise<DrawnFlight[]>} */
export const tracks = (state) => of("tracks", "-tracks", state);
/** @type {(state: State, place: Located) => Promise<Czml>} */
export const engagement = (state, place) => of("engagement", "-play", state, at(place));
/** @type {(state: State) => Promise<PageRaid>} */
export const raid = (state) => of("raid", "-raid", state);
/** Flights between other countries that the radar sees. @type {(state: State, cross_section_m2?: number) => Promise<ForeignSeen>} */
export const foreign = (state, cross_section_m2) => of("foreign", "-foreign", state, { cross_section_m2 });
/** What each side gets under limits of the radar. @type {(state: State) => Promise<Trade|null>} */
export const trade = (state) => of("trade", "-trade", state);
/** One of the first questions, answered to be quoted. @type {(state: State, question: string, client?: string) => Promise<Quoted>} */
export const quoted = (state, question, client = "-quoted") => of("quoted", client, state, { question });
/** @type {(client?: string) => Promise<Progress>} */
export const progress = (client = CLIENT) => json(`/api/progress/${client}`);
/** @type {() => Promise<Version>} */
export const version = () => json("/api/version");

/**
 * A file made by the server: its content and its name.
 * @param {string} kind @param {State} state @param {string} lang of its words @returns {Promise<[Blob, string]>}
 */
export async function file(kind, state, lang) {
  const path = kind === "brief" ? "/api/brief" : `/api/export/${kind}`;
  const response = await ask(path, { state, lang, client: `${CLIENT}-file-${kind}` });
  const name = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  return [await response.blob(), name ?? `shieldmap.${kind === "citation" ? "txt" : kind}`];
}
