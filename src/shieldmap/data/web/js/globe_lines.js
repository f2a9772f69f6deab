/** What stands in space: flights coloured by phase and the radar's volume. */
import { phases, SHOT } from "./legend.js";
import { inks, onTheme } from "./theme.js";

const RADAR = "#009E73";

export class GlobeLines {
  /** @param {import("./globe.js").Globe} globe */
  constructor(globe) {
    this.globe = globe;
    this.C = window.Cesium;
    this.flights = globe.scene.primitives.add(new this.C.PolylineCollection());
    /** What would have come after a hit. */
    this.rest = globe.scene.primitives.add(new this.C.PolylineCollection());
    /** Flights between other countries. */
    this.foreign = globe.scene.primitives.add(new this.C.PolylineCollection());
    /** @type {ForeignFlight[]} */ this.others = [];
    this.outline = globe.scene.primitives.add(new this.C.PolylineCollection());
    /** @type {Anything} */ this.volume = null;
    /** @type {FlightLeg[]} */ this.legs = [];
    /** @type {Interceptor[]} */ this.shots = [];
    onTheme(() => {
      this.setFlights(this.legs, this.shots);
      this.setForeign(this.others);
    });
  }

  /**
   * Flights, and the interceptors that would meet them.
   * @param {FlightLeg[]} legs @param {Interceptor[]} [shots]
   */
  setFlights(legs, shots = []) {
    const { flights } = this;
    [this.legs, this.shots] = [legs, shots];
    flights.removeAll();
    for (const { phase, positions } of legs) {
      const isDashed = phase === "reentry";
      this.fly(positions, phases()[phase], phase === "midcourse" ? 1.4 : 2.6, isDashed ? 10 : 0);
    }
    for (const { latitude_deg, longitude_deg, altitude_m } of shots) {
      const way = latitude_deg.flatMap((latitude, i) => [longitude_deg[i], latitude, altitude_m[i]]);
      this.fly(way, SHOT, 2, 0);
    }
    this.globe.draw();
  }

  /** Flights between other countries, thin, and thick where the radar has them in view. @param {ForeignFlight[]} flights */
  setForeign(flights) {
    this.others = flights;
    this.foreign.removeAll();
    for (const { way } of flights) this.fly(way, inks().soft, 1, 0, this.foreign);
    for (const { in_view } of flights)
      for (const part of in_view) this.fly(part, inks().radar, 3.2, 0, this.foreign);
    this.globe.draw();
  }

  /** The rest of a way that ended before, dashed; none takes it off. @param {number[]} way longitude, latitude, altitude and so on */
  setRest(way) {
    this.rest.removeAll();
    if (way.length) this.fly(way, inks().reentry, 2.4, 12, this.rest);
    this.globe.draw();
  }

  /**
   * @param {number[]} way longitude, latitude, altitude and so on @param {string} css @param {number} width @param {number} dashLength
   * @param {Anything} [onto]
   */
  fly(way, css, width, dashLength, onto = this.flights) {
    const { C } = this;
    const color = C.Color.fromCssColorString(css);
    const material = dashLength
      ? C.Material.fromType("PolylineDash", { color, dashLength })
      : C.Material.fromType("Color", { color });
    onto.add({ positions: C.Cartesian3.fromDegreesArrayHeights(way), width, material });
  }

  /** @param {PageCoverage|null} coverage null hides it */
  setRadar(coverage) {
    const { globe, outline } = this;
    outline.removeAll();
    if (this.volume) globe.scene.primitives.remove(this.volume);
    this.volume = coverage && globe.scene.primitives.add(this.volumeOf(coverage));
    for (const edge of coverage?.volume.flatMap((sheet) => this.edges(sheet)) ?? [])
      this.line(edge, 0.4, 1.1);
    globe.draw();
  }

  /** @param {Anything} positions @param {number} alpha @param {number} width */
  line(positions, alpha, width) {
    const { C, outline } = this;
    const material = C.Material.fromType("Color", {
      color: C.Color.fromCssColorString(inks().radar).withAlpha(alpha),
    });
    outline.add({ positions, width, material });
  }

  /** @param {PageCoverage} coverage */
  volumeOf(coverage) {
    const { C } = this;
    const renderState = { depthMask: false, cull: { enabled: false } };
    return new C.Primitive({
      geometryInstances: coverage.volume.map((sheet) => this.sheet(sheet)),
      appearance: new C.PerInstanceColorAppearance({
        flat: true,
        translucent: true,
        closed: false,
        renderState,
      }),
      asynchronous: false,
    });
  }

  /** One sheet of quads as a mesh. @param {VolumeSheet} sheet */
  sheet({ rows, columns, ecef_m }) {
    const { C } = this;
    const indices = new Uint32Array((rows - 1) * (columns - 1) * 6);
    let n = 0;
    for (let i = 0; i + 1 < rows; i += 1)
      for (let j = 0; j + 1 < columns; j += 1) {
        const a = i * columns + j;
        indices.set([a, a + 1, a + columns, a + 1, a + columns + 1, a + columns], n);
        n += 6;
      }
    const position = new C.GeometryAttribute({
      componentDatatype: C.ComponentDatatype.DOUBLE,
      componentsPerAttribute: 3,
      values: Float64Array.from(ecef_m),
    });
    const geometry = new C.Geometry({
      attributes: { position },
      indices,
      primitiveType: C.PrimitiveType.TRIANGLES,
      boundingSphere: C.BoundingSphere.fromVertices(ecef_m),
    });
    const color = C.ColorGeometryInstanceAttribute.fromColor(
      C.Color.fromCssColorString(RADAR).withAlpha(0.07),
    );
    return new C.GeometryInstance({ geometry, attributes: { color } });
  }

  /** The four edges of a sheet, without those that are a single point. @param {VolumeSheet} sheet */
  edges({ rows, columns, ecef_m }) {
    const { C } = this;
    const at = (/** @type {number} */ i, /** @type {number} */ j) =>
      C.Cartesian3.fromArray(ecef_m, 3 * (i * columns + j));
    const row = (/** @type {number} */ i) => Array.from({ length: columns }, (_, j) => at(i, j));
    const column = (/** @type {number} */ j) => Array.from({ length: rows }, (_, i) => at(i, j));
    return [row(0), row(rows - 1), column(0), column(columns - 1)].filter(
      (edge) => C.Cartesian3.distance(edge[0], edge[edge.length >> 1]) > 1,
    );
  }
}
