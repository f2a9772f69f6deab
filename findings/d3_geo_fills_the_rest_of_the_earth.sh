#!/bin/sh
# What a good guess says: d3-geo, which draws GeoJSON, reads a polygon as the standard for GeoJSON has it (RFC 7946:
# the outer ring against the clock), so that an area that other tools wrote is drawn and measured as that area.
# What happens: d3-geo wants the outer ring with the clock, seen from above, because it has room for areas larger
# than a hemisphere. A circle of 200 km that Turf writes by the standard is for d3-geo the whole Earth but that
# circle: 99.98 % of the globe, with the centre outside. The circle that d3-geo makes itself is, by the standard, the
# wrong way round. A planar projection hides it until the polygon is filled or measured.
# Who is hurt: maps and measures of coverage, defended areas and danger zones that go from GIS tools to a web page:
# the page fills the world, or says that a place outside is inside.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
cd "$there"
npm install --silent --no-audit --no-fund \
    d3-geo@3.1.2 @turf/circle@7.4.0 @turf/area@7.4.0 @turf/boolean-clockwise@7.4.0 >/dev/null
cat >rings.mjs <<'JAVASCRIPT'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import { area } from "@turf/area";
import { booleanClockwise } from "@turf/boolean-clockwise";
import { circle } from "@turf/circle";
import { geoArea, geoCircle, geoContains } from "d3-geo";

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version;
console.log(`Node ${process.version}, d3-geo ${version("d3-geo")}, Turf ${version("@turf/circle")}`);
const centre = [128.3, 36.0];
const standard = circle(centre, 200, { steps: 128, units: "kilometers" }).geometry;
const own = geoCircle().center(centre).radius(1.8)();
const reversed = { ...standard, coordinates: [[...standard.coordinates[0]].reverse()] };
const share = (polygon) => geoArea(polygon) / (4 * Math.PI);
const row = (name, polygon) => {
  const way = booleanClockwise(polygon.coordinates[0]) ? "with the clock" : "against the clock";
  const told = [share(polygon), geoContains(polygon, centre), geoContains(polygon, [0, 0])];
  console.log(
    `${name}: ${way}; d3-geo: ${(100 * told[0]).toFixed(4)} % of the Earth,`,
    `holds its centre: ${told[1]}, holds 0, 0: ${told[2]}; Turf: ${(area(polygon) / 1e6).toFixed(0)} km2`,
  );
  return [way, ...told];
};
const [wayStandard, ...byStandard] = row("by the standard", standard);
const [, ...turned] = row("turned round", reversed);
const [wayOwn, ...byItself] = row("d3-geo's circle", own);
assert.equal(wayStandard, "against the clock");
assert.equal(wayOwn, "with the clock");
assert(byStandard[0] > 0.9997 && !byStandard[1] && byStandard[2]);
assert(turned[0] < 0.0003 && turned[1] && !turned[2]);
assert(byItself[0] < 0.0003 && byItself[1]);
JAVASCRIPT
node rings.mjs
