/** The defended area on the globe: one draped picture, replaced without a gap. */

export class GlobeArea {
  /** @param {import("./globe.js").Globe} globe */
  constructor(globe) {
    this.globe = globe;
    this.C = window.Cesium;
    /** @type {any} */ this.primitive = null;
    this.key = "";
  }

  /** @param {{picture: HTMLCanvasElement, west: number, south: number, east: number, north: number}} painted */
  set(painted) {
    const { C } = this;
    const key = [painted.west, painted.south, painted.east, painted.north].join();
    if (this.primitive && key === this.key) {
      // The old texture stays until the new one is there.
      this.primitive.appearance.material.uniforms.image = painted.picture;
    } else {
      const material = new C.Material({
        fabric: { type: "Image", uniforms: { image: painted.picture, color: new C.Color(1, 1, 1, 0) } },
        translucent: true,
        magnificationFilter: C.TextureMagnificationFilter.NEAREST,
        minificationFilter: C.TextureMinificationFilter.LINEAR,
      });
      const made = new C.Primitive({
        geometryInstances: new C.GeometryInstance({
          geometry: new C.RectangleGeometry({
            rectangle: C.Rectangle.fromDegrees(painted.west, painted.south, painted.east, painted.north),
            vertexFormat: C.EllipsoidSurfaceAppearance.VERTEX_FORMAT, granularity: C.Math.toRadians(0.5), height: 0,
          }),
        }),
        appearance: new C.EllipsoidSurfaceAppearance({ material, flat: true, aboveGround: false, translucent: true }),
        asynchronous: false,
      });
      this.globe.scene.primitives.add(made, 0);
      if (this.primitive) this.globe.scene.primitives.remove(this.primitive);
      this.primitive = made;
      this.key = key;
      // Nothing is shown before the picture is there.
      this.twice(() => (material.uniforms.color = new C.Color(1, 1, 1, 0.8)));
      return;
    }
    this.twice();
  }

  /** The texture is made at the start of one frame and drawn with the next. */
  twice(between = () => {}) {
    const { scene } = this.globe;
    scene.requestRender();
    const stop = scene.postRender.addEventListener(() => {
      stop();
      between();
      scene.requestRender();
    });
  }
}
