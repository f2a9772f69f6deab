/** The defended area on the globe: one draped picture, replaced without a gap and within one frame. */

const ALPHA = 0.8;

export class GlobeArea {
  /** @param {import("./globe.js").Globe} globe */
  constructor(globe) {
    this.globe = globe;
    this.C = window.Cesium;
    /** @type {any} */ this.primitive = null;
    this.key = "";
  }

  /** @param {Painted} painted */
  set(painted) {
    const key = [painted.west, painted.south, painted.east, painted.north].join();
    if (this.primitive && key === this.key) {
      // The old texture stays until the new one is there.
      this.primitive.appearance.material.uniforms.image = painted.picture;
    } else {
      const made = this.globe.scene.primitives.add(this.drape(painted), 0);
      if (this.primitive) this.globe.scene.primitives.remove(this.primitive);
      this.primitive = made;
      this.key = key;
    }
    // Cesium takes a new picture up in one update and draws it in the next: the first is done here.
    this.primitive.appearance.material.update(this.globe.scene.context);
    this.globe.draw();
  }

  /** @param {Painted} painted */
  drape({ picture, west, south, east, north }) {
    const { C } = this;
    const material = new C.Material({
      fabric: { type: "Image", uniforms: { image: picture, color: new C.Color(1, 1, 1, ALPHA) } },
      translucent: true,
      magnificationFilter: C.TextureMagnificationFilter.NEAREST,
      minificationFilter: C.TextureMinificationFilter.LINEAR,
    });
    const geometry = new C.RectangleGeometry({
      rectangle: C.Rectangle.fromDegrees(west, south, east, north),
      vertexFormat: C.EllipsoidSurfaceAppearance.VERTEX_FORMAT,
      granularity: C.Math.toRadians(0.5),
      height: 0,
    });
    return new C.Primitive({
      geometryInstances: new C.GeometryInstance({ geometry }),
      appearance: new C.EllipsoidSurfaceAppearance({
        material,
        flat: true,
        aboveGround: false,
        translucent: true,
      }),
      asynchronous: false,
    });
  }
}
