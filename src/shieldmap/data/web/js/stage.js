/** The map: the flat one at once, the globe when it is ready, and what both show. */
import { $, html, into } from "./dom.js";
import { t } from "./language.js";
import { Flat } from "./flat.js";
import { Marks } from "./marks.js";
import { Handles } from "./handles.js";
import * as cells from "./cells.js";
import * as legend from "./legend.js";
import { from } from "./geo.js";
import { edgesOf, firstOf } from "./ground.js";
import { launchPoint, meaning, study } from "./study.js";
import * as symbols from "./symbols.js";

/** Reasons that the radar gives: what it sees belongs to the picture. */
const RADAR_REASONS = /visible|field|detect|track/;

/** @param {Located} at @returns {Place} */
const placeOf = (at) => [at.latitude_deg, at.longitude_deg];

export const stage = {
  map: /** @type {Ground} */ (/** @type {unknown} */ (null)),
  marks: /** @type {Marks} */ (/** @type {unknown} */ (null)),
  handles: /** @type {Handles} */ (/** @type {unknown} */ (null)),
  /** @type {import("./globe_area.js").GlobeArea|null} */ area: null,
  /** @type {import("./globe_lines.js").GlobeLines|null} */ lines: null,
  /** @type {Painted|null} */ painted: null,
  /** @type {DrawnFlight[]} */ tracks: [],
  /** @type {ForeignFlight[]} */ foreign: [],
  /** @type {PageCoverage|null} */ coverage: null,
  shows: { tracks: true, reach: true, radar: false },
  colour: "probability",
  isFilm: false,
  isRadarMode: false,
  isRaid: false,
  /** The place asked about, and what is known of it. @type {Located|null} */ place: null,
  /** @type {PlaceExplained|null} */ told: null,
  /** The place that the camera has gone to. */ framed: "",
  /** Answers drawn so far. */ drawn: 0,

  begin() {
    this.map = new Flat($("flat"), edgesOf(study().bounds_deg));
    this.marks = new Marks($("marks"), this.map);
    this.handles = new Handles(this.map);
    // What lies above the dock ends where it begins.
    const dock = $("dock");
    new ResizeObserver(() => $("stage").style.setProperty("--dock", `${dock.offsetHeight}px`)).observe(dock);
    // Names go out of the way of the number over a small map.
    new ResizeObserver(() => this.marks.draw()).observe($("mini"));
    this.marks.near = (place) => this.handles.nearTown(place);
    this.handles.towns = () => {
      const own = this.marks.spots.length ? this.marks.spots : study().assets;
      return [...own.filter(({ kind }) => kind === "city" || kind === "town"), ...study().cities];
    };
    this.handles.dress();
  },

  /** Bring the globe. @param {string|undefined} view @param {(globe: import("./globe.js").Globe) => void} ready */
  async raise(view, ready) {
    // 0.9 MB of standard symbols: plain marks stand in until they are there.
    const dress = () => (this.handles.dress(), this.marks.draw());
    symbols.load().then(dress, () => {});
    const module = await import("./globe.js");
    if (!module.canDraw()) return this.stayFlat();
    try {
      const { bounds_deg, launch_points } = study();
      const globe = await module.start($("globe"), bounds_deg, firstOf(bounds_deg, launch_points));
      const [{ GlobeArea }, { GlobeLines }] = await Promise.all([
        import("./globe_area.js"),
        import("./globe_lines.js"),
      ]);
      if (view) globe.view = view;
      this.area = new GlobeArea(globe);
      this.lines = new GlobeLines(globe);
      this.lines.setForeign(this.foreign);
      globe.widget.scene.renderError.addEventListener(() => this.stayFlat());
      $("globe").classList.add("ready");
      if (this.map.isFlat) this.map.leave();
      this.map = globe;
      this.marks.use(globe);
      this.handles.use(globe);
      if (this.painted) this.area.set(this.painted);
      this.drawFlights();
      this.drawRadar();
      // A view in the address is the reader's own: the camera does not leave it for the place.
      this.framed = view && this.place ? placeOf(this.place).join() : "";
      this.lookAt();
      globe.draw();
      ready(globe);
    } catch (problem) {
      console.warn("globe:", problem);
      this.stayFlat();
    }
  },

  /** Another study: the map goes there. */
  move() {
    const ground = study().bounds_deg;
    if (this.map.isFlat) {
      this.map.edges = edgesOf(ground);
      this.map.home();
    } else this.map.lieOn(ground, firstOf(ground, study().launch_points));
  },

  stayFlat() {
    if (!this.map.isFlat) {
      // The globe broke: a fresh sheet takes its place.
      $("globe").classList.remove("ready");
      const surface = $("flat");
      surface.hidden = false;
      this.area = this.lines = null;
      this.map = new Flat(surface, edgesOf(study().bounds_deg));
      this.marks.use(this.map);
      this.handles.use(this.map);
      if (this.painted) this.map.set(this.painted);
    }
    $("map-note").hidden = false;
    document.documentElement.dataset.map = "flat";
  },

  /** @param {Cells} places @param {Area} answer @param {string} colour @param {Area} [other] the state kept as A */
  show(places, answer, colour, other) {
    this.painted = cells.paint(places, answer, colour, other);
    this.colour = other ? "difference" : colour;
    if (this.map.isFlat) this.map.set(this.painted);
    else this.area?.set(this.painted);
    this.marks.spots = answer.spots;
    this.marks.draw();
    this.drawn += 1;
    this.legend();
  },

  legend() {
    const { shows } = this;
    legend.draw(this.colour, { ...shows, radar: this.isRadarDrawn(), raid: this.isRaid });
  },

  /** @param {DrawnFlight[]} tracks */
  setTracks(tracks) {
    this.tracks = tracks.filter((track) => track.phases?.length);
    this.drawFlights();
  },

  /** Flights between other countries, where the radar is asked about. @param {ForeignFlight[]} flights */
  setForeign(flights) {
    this.foreign = flights;
    this.lines?.setForeign(flights);
  },

  /** The flight in question alone, where a place is asked about. */
  drawFlights() {
    const { place, told, shows } = this;
    const asked = told?.flight ?? [];
    const legs = place ? asked : this.tracks.flatMap((track) => track.phases);
    this.marks.legs = shows.tracks ? legs : [];
    this.lines?.setFlights(this.marks.legs, place && shows.tracks ? told?.interceptors : []);
    if (this.map.isFlat) this.map.draw();
    else this.marks.draw();
  },

  /**
   * A place is asked about; nothing when it is closed.
   * @param {Located|null} place @param {PlaceExplained|null} told null until the answer is there
   */
  explain(place, told) {
    const isNew = place !== this.place;
    [this.place, this.told] = [place, told];
    this.marks.told = told;
    if (isNew) legend.fold();
    this.drawFlights();
    this.drawRadar();
    this.legend();
    if (!place) this.framed = "";
    else if (told) this.lookAt();
  },

  /** The camera shows battery, launch point and place, once for each place. */
  lookAt() {
    const { place, told } = this;
    const key = place ? placeOf(place).join() : "";
    if (!place || !told || key === this.framed) return;
    this.framed = key;
    const { battery } = meaning(this.marks.state);
    const start = told.status === "threatened" ? launchPoint(told.launch_point) : null;
    this.map.frame([battery, placeOf(place), ...(start ? [placeOf(start)] : [])]);
  },

  /** While something is played, only that is drawn in flight. @param {boolean} isOn @param {boolean} [isRaid] */
  setFilm(isOn, isRaid = false) {
    this.isFilm = isOn;
    this.isRaid = isOn && isRaid;
    this.legend();
    if (!this.lines) return;
    this.lines.flights.show = !isOn;
    if (this.lines.volume) this.lines.volume.show = !isOn;
  },

  /** @param {PageCoverage|null} coverage */
  setRadar(coverage) {
    const isFirst = this.coverage === null;
    this.coverage = coverage;
    this.drawRadar();
    if (isFirst) this.lookWithRadar();
  },

  /** Whether what the radar sees is drawn: asked for, or the reason that is asked for. */
  isRadarDrawn() {
    return this.shows.radar || RADAR_REASONS.test(this.told?.reason ?? "");
  },

  drawRadar() {
    const coverage = this.isRadarDrawn() ? this.coverage : null;
    this.lines?.setRadar(coverage);
    if (this.lines?.volume) this.lines.volume.show = !this.isFilm;
    Object.assign(this.marks, { coverage, isRadarShown: coverage !== null });
    this.marks.draw();
  },

  /** Radar mode: what the radar sees in place of the flights, and the camera as far as it sees. @param {boolean} isOn */
  setRadarMode(isOn) {
    if (isOn === this.isRadarMode) return;
    this.isRadarMode = isOn;
    Object.assign(this.shows, { radar: isOn, tracks: !isOn });
    this.drawFlights();
    this.drawRadar();
    this.legend();
    this.tools();
    if (isOn) this.lookWithRadar();
    else this.map.home();
  },

  /** The camera holds what the radar follows when it is told where to look. */
  lookWithRadar() {
    if (!this.isRadarMode || !this.coverage || !meaning(this.marks.state).radar_present) return;
    const { radar, boresight_deg: middle, sector_deg: wide } = meaning(this.marks.state);
    const far = this.coverage.track_range_m / 1e3;
    const edge = [-0.5, 0, 0.5].map((part) => from(...radar, middle + part * wide, far));
    this.map.frame([radar, ...edge].map(([latitude, longitude]) => [latitude, longitude]));
  },

  /** Nothing of a study that was closed stays on the map. */
  clear() {
    this.setTracks([]);
    this.setRadar(null);
    this.explain(null, null);
    this.marks.spots = [];
    this.marks.areLayersShown = false;
  },

  /** The buttons of the map. */
  tools() {
    const button = (
      /** @type {string} */ word,
      /** @type {string} */ sign,
      /** @type {() => void} */ call,
    ) => html`
      <button type="button" class="icon" aria-label=${t(word)} title=${t(word)} onclick=${call}>${sign}</button>`;
    const toggle = (/** @type {"tracks"|"reach"|"radar"} */ name) => html`
      <button type="button" id="show-${name}" aria-pressed=${this.shows[name]} onclick=${() => this.turn(name)}>
        ${t(`show_${name}`)}
      </button>`;
    into("map-tools")`
      ${button("zoom_in", "+", () => this.map.zoom(0.6))}
      ${button("zoom_out", "−", () => this.map.zoom(1.6))}
      ${button("home", "⌂", () => this.map.home())}
      ${toggle("tracks")}
      ${toggle("reach")}
      ${toggle("radar")}`;
    $("map-tools").classList.toggle("flat", this.map.isFlat);
  },

  /** Show or hide. @param {"tracks"|"reach"|"radar"} name */
  turn(name) {
    this.shows[name] = !this.shows[name];
    this.marks.isReachShown = this.shows.reach;
    this.drawFlights();
    this.drawRadar();
    this.legend();
    this.tools();
  },

  /** A press without a drag asks about the place. @param {(place: Spotted) => void} call */
  onPress(call) {
    const box = /** @type {HTMLElement} */ ($("stage"));
    /** @type {PointerEvent|null} */ let down = null;
    const press = (/** @type {PointerEvent} */ event) => {
      down = event.button === 0 && event.isPrimary && event.target === this.map.box ? event : null;
    };
    const release = (/** @type {PointerEvent} */ event) => {
      if (!down || event.timeStamp - down.timeStamp > 700) return;
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 6) return;
      const frame = this.map.box.getBoundingClientRect();
      const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
      const spot = this.marks.spotAt(x, y);
      const ground = this.map.unproject(x, y);
      if (spot) call(spot);
      else if (ground) call({ latitude_deg: ground[0], longitude_deg: ground[1], name: "" });
    };
    box.addEventListener("pointerdown", press, true);
    box.addEventListener("pointerup", release, true);
  },
};
