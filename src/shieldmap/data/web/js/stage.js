/** The map: the flat one at once, the globe when it is ready, and what both show. */
import { $, html, into } from "./dom.js";
import { t } from "./language.js";
import { Flat } from "./flat.js";
import { Marks } from "./marks.js";
import { Handles } from "./handles.js";
import * as cells from "./cells.js";
import * as legend from "./legend.js";
import { edgesOf } from "./ground.js";
import { study } from "./study.js";
import * as symbols from "./symbols.js";

export const stage = {
  map: /** @type {Ground} */ (/** @type {unknown} */ (null)),
  marks: /** @type {Marks} */ (/** @type {unknown} */ (null)),
  handles: /** @type {Handles} */ (/** @type {unknown} */ (null)),
  /** @type {import("./globe_area.js").GlobeArea|null} */ area: null,
  /** @type {import("./globe_lines.js").GlobeLines|null} */ lines: null,
  /** @type {Painted|null} */ painted: null,
  /** @type {DrawnFlight[]} */ tracks: [],
  /** @type {PageCoverage|null} */ coverage: null,
  shows: { tracks: true, radar: true },
  colour: "shots",
  isFilm: false,
  /** Answers drawn so far. */ drawn: 0,

  begin() {
    this.map = new Flat($("flat"), edgesOf(study().bounds_deg));
    this.marks = new Marks($("marks"), this.map);
    this.handles = new Handles(this.map);
    this.handles.dress();
    // Where there is little room the map itself comes first.
    if (matchMedia("(max-width: 75rem)").matches) $("legend-details").open = false;
  },

  /** Bring the globe. @param {string|undefined} view @param {(globe: import("./globe.js").Globe) => void} ready */
  async raise(view, ready) {
    // 0.9 MB of standard symbols: plain marks stand in until they are there.
    const dress = () => (this.handles.dress(), this.marks.draw());
    symbols.load().then(dress, () => {});
    const module = await import("./globe.js");
    if (!module.canDraw()) return this.stayFlat();
    try {
      const globe = await module.start($("globe"), study().bounds_deg);
      const [{ GlobeArea }, { GlobeLines }] = await Promise.all([
        import("./globe_area.js"),
        import("./globe_lines.js"),
      ]);
      if (view) globe.view = view;
      this.area = new GlobeArea(globe);
      this.lines = new GlobeLines(globe);
      globe.widget.scene.renderError.addEventListener(() => this.stayFlat());
      $("globe").classList.add("ready");
      if (this.map.isFlat) this.map.leave();
      this.map = globe;
      this.marks.use(globe);
      this.handles.use(globe);
      if (this.painted) this.area.set(this.painted);
      this.lines.setTracks(this.shows.tracks ? this.tracks : []);
      this.lines.setRadar(this.shows.radar ? this.coverage : null);
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
      this.map.fit();
    } else this.map.lieOn(ground);
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
    legend.draw(this.colour, this.shows);
  },

  /** @param {DrawnFlight[]} tracks */
  setTracks(tracks) {
    this.tracks = tracks.filter((track) => track.phases?.length);
    this.marks.tracks = this.shows.tracks ? this.tracks : [];
    this.lines?.setTracks(this.shows.tracks ? this.tracks : []);
    if (this.map.isFlat) this.map.draw();
  },

  /** While something is played, only that is drawn in flight. @param {boolean} isOn */
  setFilm(isOn) {
    this.isFilm = isOn;
    if (!this.lines) return;
    this.lines.flights.show = !isOn;
    if (this.lines.volume) this.lines.volume.show = !isOn;
  },

  /** @param {PageCoverage|null} coverage */
  setRadar(coverage) {
    this.coverage = coverage;
    this.lines?.setRadar(this.shows.radar ? coverage : null);
    if (this.lines?.volume) this.lines.volume.show = !this.isFilm;
  },

  /** Nothing of a study that was closed stays on the map. */
  clear() {
    this.setTracks([]);
    this.setRadar(null);
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
    const toggle = (/** @type {"tracks"|"radar"} */ name) => html`
      <button type="button" id="show-${name}" aria-pressed=${this.shows[name]} onclick=${() => this.turn(name)}>
        ${t(`show_${name}`)}
      </button>`;
    into("map-tools")`
      ${button("zoom_in", "+", () => this.map.zoom(0.6))}
      ${button("zoom_out", "−", () => this.map.zoom(1.6))}
      ${button("home", "⌂", () => this.map.home())}
      ${toggle("tracks")}
      ${toggle("radar")}`;
    $("map-tools").classList.toggle("flat", this.map.isFlat);
  },

  /** Show or hide. @param {"tracks"|"radar"} name */
  turn(name) {
    this.shows[name] = !this.shows[name];
    this.marks.isRadarShown = this.shows.radar;
    if (name === "tracks") this.setTracks(this.tracks);
    else this.setRadar(this.coverage);
    this.marks.draw();
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
