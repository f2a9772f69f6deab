/** The map: the flat one at once, the globe when it is ready, and what both show. */
import { $, fill, h } from "./dom.js";
import { t } from "./language.js";
import { Flat } from "./flat.js";
import { Marks } from "./marks.js";
import { Handles } from "./handles.js";
import * as cells from "./cells.js";
import * as legend from "./legend.js";
import * as symbols from "./symbols.js";

export const stage = {
  /** @type {any} */ map: null,
  /** @type {any} */ marks: null,
  /** @type {any} */ handles: null,
  /** @type {any} */ area: null,
  /** @type {any} */ lines: null,
  /** @type {any} */ painted: null,
  /** @type {any[]} */ tracks: [],
  /** @type {any} */ coverage: null,
  shows: { tracks: true, radar: true },
  colour: "shots",
  isDifference: false,
  isFilm: false,
  /** Answers drawn so far. */ drawn: 0,

  begin() {
    this.map = new Flat($("flat"));
    this.marks = new Marks($("marks"), this.map);
    this.handles = new Handles(this.map);
    this.handles.dress();
    // Where there is little room the map itself comes first.
    if (matchMedia("(max-width: 75rem)").matches) $("legend-details").open = false;
  },

  /** Bring the globe. @param {string|undefined} view @param {(map: any) => void} ready */
  async raise(view, ready) {
    // 0.9 MB of standard symbols: plain marks stand in until they are there.
    symbols.load().then(
      () => {
        this.handles.dress();
        this.marks.draw();
      },
      () => {},
    );
    const module = await import("./globe.js");
    if (!module.canDraw()) return this.stayFlat();
    try {
      const globe = await module.start($("globe"));
      const [{ GlobeArea }, { GlobeLines }] = await Promise.all([
        import("./globe_area.js"),
        import("./globe_lines.js"),
      ]);
      if (view) globe.view = view;
      this.area = new GlobeArea(globe);
      this.lines = new GlobeLines(globe);
      globe.widget.scene.renderError.addEventListener(() => this.stayFlat());
      $("globe").classList.add("ready");
      this.map.leave();
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

  stayFlat() {
    if (!this.map.isFlat) {
      // The globe broke: a fresh sheet takes its place.
      $("globe").classList.remove("ready");
      const surface = $("flat");
      surface.hidden = false;
      this.area = this.lines = null;
      this.map = new Flat(surface);
      this.marks.use(this.map);
      this.handles.use(this.map);
      if (this.painted) this.map.set(this.painted);
    }
    const note = $("map-note");
    note.hidden = false;
    note.textContent = t("no_globe");
    note.dataset.t = "no_globe";
    document.documentElement.dataset.map = "flat";
  },

  /** @param {any} places @param {any} answer @param {string} colour @param {any} [other] */
  show(places, answer, colour, other) {
    this.painted = cells.paint(places, answer, colour, other);
    this.colour = colour;
    this.isDifference = Boolean(other);
    (this.area ?? this.map).set(this.painted);
    this.marks.spots = answer.spots;
    this.marks.draw();
    this.drawn += 1;
    this.legend();
  },

  legend() {
    const key = [
      this.colour,
      this.isDifference,
      this.shows.tracks,
      this.shows.radar,
      document.documentElement.lang,
    ].join();
    if (key === this.legendKey) return;
    this.legendKey = key;
    legend.draw(this.colour, this.isDifference, this.shows);
  },
  legendKey: "",

  /** @param {any[]} tracks */
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

  /** @param {any} coverage */
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
    const toggle = (/** @type {"tracks"|"radar"} */ name) => {
      const node = h(
        "button",
        {
          type: "button",
          "aria-pressed": String(this.shows[name]),
          id: `show-${name}`,
          on: {
            click: () => {
              this.shows[name] = !this.shows[name];
              node.setAttribute("aria-pressed", String(this.shows[name]));
              this.marks.isRadarShown = this.shows.radar;
              if (name === "tracks") this.setTracks(this.tracks);
              else this.setRadar(this.coverage);
              this.marks.draw();
              this.legend();
            },
          },
        },
        t(`show_${name}`),
      );
      return node;
    };
    fill(
      $("map-tools"),
      h(
        "button",
        {
          type: "button",
          class: "icon",
          "aria-label": t("zoom_in"),
          title: t("zoom_in"),
          on: { click: () => this.map.zoom(0.6) },
        },
        "+",
      ),
      h(
        "button",
        {
          type: "button",
          class: "icon",
          "aria-label": t("zoom_out"),
          title: t("zoom_out"),
          on: { click: () => this.map.zoom(1.6) },
        },
        "−",
      ),
      h(
        "button",
        {
          type: "button",
          class: "icon",
          "aria-label": t("home"),
          title: t("home"),
          on: { click: () => this.map.home() },
        },
        "⌂",
      ),
      toggle("tracks"),
      toggle("radar"),
    );
    $("map-tools").classList.toggle("flat", this.map.isFlat);
  },

  /** A press without a drag asks about the place. @param {(latitude: number, longitude: number, spot: any) => void} call */
  onPress(call) {
    const box = $("stage");
    /** @type {{x: number, y: number, at: number}|null} */ let down = null;
    box.addEventListener(
      "pointerdown",
      (event) => {
        down =
          event.button === 0 && event.isPrimary && event.target === this.map.box
            ? { x: event.clientX, y: event.clientY, at: event.timeStamp }
            : null;
      },
      true,
    );
    box.addEventListener(
      "pointerup",
      (event) => {
        if (
          !down ||
          Math.hypot(event.clientX - down.x, event.clientY - down.y) > 6 ||
          event.timeStamp - down.at > 700
        )
          return;
        const frame = this.map.box.getBoundingClientRect();
        const x = event.clientX - frame.left,
          y = event.clientY - frame.top;
        const spot = this.marks.spotAt(x, y);
        const ground = spot ? [spot.latitude_deg, spot.longitude_deg] : this.map.unproject(x, y);
        if (ground) call(ground[0], ground[1], spot);
      },
      true,
    );
  },
};
