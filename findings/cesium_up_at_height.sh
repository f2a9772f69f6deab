#!/bin/sh
# What a good guess says: Transforms.eastNorthUpToFixedFrame gives the local frame at a position, whose third axis
# is, as its documentation says, the normal of the ellipsoid through that position; so at any height above a place
# it is the vertical of that place, and a line drawn along it comes down where the position stands over.
# What happens: the third axis is the position divided by the squares of the radii, which is the normal only on the
# ground. In the air it leans: at 45 degrees of latitude by 1 arc second at 10 km, 94 at 1,000 km and 222 at
# 3,000 km. Cesium's own Cartographic.fromCartesian finds the right foot: the line misses it by 456 m from 1,000 km.
# Who is hurt: views, sensor cones and attitudes of anything high up (a missile at its apogee, a satellite, a
# radar's beam from space) that is drawn or computed in the local frame; on the ground all is well, so that
# no test with a building or an aircraft finds it.
# Known upstream: cesium issues 4682 (2016, open) and 8989, and still so in the version below.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
cd "$there"
npm install --silent --no-audit --no-fund @cesium/engine@26.3.0 >/dev/null
cat >up.mjs <<'JAVASCRIPT'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import {
  Cartesian3, Cartesian4, Cartographic, Ellipsoid, Matrix4, Transforms,
} from "@cesium/engine";

const { version } = JSON.parse(readFileSync("node_modules/@cesium/engine/package.json"));
console.log(`Node ${process.version}, @cesium/engine ${version}`);
const foot = Cartesian3.fromDegrees(127, 45, 0);
const vertical = Ellipsoid.WGS84.geodeticSurfaceNormal(foot);
const EXPECTED = [[0, 0], [10, 1.1], [100, 10.7], [1000, 94.0], [3000, 221.9]];
for (const [km, seconds] of EXPECTED) {
  const at = Cartesian3.fromDegrees(127, 45, km * 1000);
  const frame = Transforms.eastNorthUpToFixedFrame(at);
  const { x, y, z } = Matrix4.getColumn(frame, 2, new Cartesian4());
  const lean = Cartesian3.angleBetween(new Cartesian3(x, y, z), vertical);
  const cartographic = Cartographic.fromCartesian(at);
  const below = Cartesian3.fromRadians(cartographic.longitude, cartographic.latitude, 0);
  const said = (lean * 180 * 3600) / Math.PI;
  console.log(
    `${km} km: up leans by ${said.toFixed(1)} arc seconds, ${(lean * km * 1000).toFixed(0)} m on the ground;`,
    `the foot by Cartographic is off by ${Cartesian3.distance(below, foot).toExponential(0)} m`,
  );
  assert(Math.abs(said - seconds) < 0.1);
  assert(Cartesian3.distance(below, foot) < 1e-6);
}
JAVASCRIPT
node up.mjs
