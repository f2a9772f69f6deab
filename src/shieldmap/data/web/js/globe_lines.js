/** What stands in space: flights coloured by phase and the radar's volume. */
import { PHASES } from "./legend.js";

const RADAR = "#009E73";
/** The one outline drawn on the map: at the edge of the air. */
const OUTLINE_M = 100e3;

export class GlobeLines {
  /** @param {import("./globe.js").Globe} globe */
  constructor(globe) {
    this.globe = globe;
    this.C = window.Cesium;
    this.flights = globe.scene.primitives.add(new this.C.PolylineCollection());
    this.outline = globe.scene.primitives.add(new this.C.PolylineCollection());
    /** @type {Anything} */ this.volume = null;
  }

  /** @param {DrawnFlight[]} tracks */
  setTracks(tracks) {
    const { C, flights } = this;
    flights.removeAll();
    for (const { phase, positions } of tracks.flatMap((track) => track.phases)) {
      const color = C.Color.fromCssColorString(PHASES[phase]);
      const [kind, dashes] = phase === "reentry" ? ["PolylineDash", { dashLength: 10 }] : ["Color", {}];
      flights.add({
        positions: C.Cartesian3.fromDegreesArrayHeights(positions),
        width: phase === "midcourse" ? 1.4 : 2.6,
        material: C.Material.fromType(kind, { color, ...dashes }),
      });
    }
    this.globe.draw();
  }

  /** @param {PageCoverage|null} coverage null hides it */
  setRadar(coverage) {
    const { C, globe, outline } = this;
    outline.removeAll();
    if (this.volume) globe.scene.primitives.remove(this.volume);
    this.volume = coverage && globe.scene.primitives.add(this.volumeOf(coverage));
    for (const edge of coverage?.volume.flatMap((sheet) => this.edges(sheet)) ?? [])
      this.line(edge, 0.4, 1.1);
    for (const { altitude_m, ring } of coverage?.outlines ?? []) {
      if (altitude_m !== OUTLINE_M) continue;
      const flat = ring.flatMap(([lat, lon]) => [lon, lat, altitude_m]);
      this.line(C.Cartesian3.fromDegreesArrayHeights(flat), 0.8, 1.4);
    }
    globe.draw();
  }

  /** @param {Anything} positions @param {number} alpha @param {number} width */
  line(positions, alpha, width) {
    const { C, outline } = this;
    const material = C.Material.fromType("Color", {
      color: C.Color.fromCssColorString(RADAR).withAlpha(alpha),
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
