#!/bin/sh
# What a good guess says: a CZML packet whose availability begins at the moment of its first position, and ends at
# that of its last, has a position whenever it is there, both ends included.
# What happens: Cesium reads the interval as dates and the samples as seconds after their epoch, and the two are
# rounded differently. At 32 of 2,000 ends, all in whole microseconds that agree in the file, the entity is available
# and its position undefined. Whole seconds do not show it. Holding the position at both ends (backward and
# forwardExtrapolationType HOLD) helps.
# Who is hurt: tracks, interceptors and sensors that are read at their first or last moment, which is when something
# is launched or hit: the thing is missing from the picture, or undefined enters a computation, once in sixty ends.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
cd "$there"
npm install --silent --no-audit --no-fund @cesium/engine@26.3.0 >/dev/null
cat >ends.mjs <<'JAVASCRIPT'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import { CzmlDataSource, JulianDate } from "@cesium/engine";

const { version } = JSON.parse(readFileSync("node_modules/@cesium/engine/package.json"));
console.log(`Node ${process.version}, @cesium/engine ${version}`);
const EPOCH_MS = Date.UTC(2017, 7, 28, 20, 57, 6);
let seed = 12345;
const drawn = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
/** A count of microseconds after the epoch as a date of the file. */
const iso = (us) => {
  const second = new Date(EPOCH_MS + Math.floor(us / 1e6) * 1000).toISOString().slice(0, 19);
  return `${second}.${String(us % 1e6).padStart(6, "0")}Z`;
};

/** How many of the ends of a thousand flights are there without a position. */
async function missing(step, extrapolation) {
  const found = [];
  seed = 12345;
  for (let k = 0; k < 1000; k++) {
    const from = Math.floor(drawn() * 1500e6 / step) * step;
    const to = from + step + Math.floor(drawn() * 500e6 / step) * step;
    const position = {
      epoch: iso(0),
      cartesian: [from / 1e6, 7e6, 0, 0, to / 1e6, 7e6, 1e6, 0],
      ...extrapolation,
    };
    const packet = { id: "missile", availability: `${iso(from)}/${iso(to)}`, position };
    const source = await new CzmlDataSource().process([{ id: "document", version: "1.0" }, packet]);
    const missile = source.entities.getById("missile");
    for (const us of [from, to]) {
      const at = JulianDate.fromIso8601(iso(us));
      assert(missile.isAvailable(at));
      if (missile.position.getValue(at) === undefined) found.push(`${us / 1e6} s, ${iso(us)}`);
    }
  }
  return found;
}

const HOLD = { backwardExtrapolationType: "HOLD", forwardExtrapolationType: "HOLD" };
const decimals = await missing(1, {});
console.log("ends without a position, of 2,000:", decimals.length, "such as", decimals[0]);
const whole = await missing(1e6, {});
console.log("where all moments are whole seconds:", whole.length);
const held = await missing(1, HOLD);
console.log("where positions are held at both ends:", held.length);
assert.equal(decimals.length, 32);
assert.equal(whole.length, 0);
assert.equal(held.length, 0);
JAVASCRIPT
node ends.mjs
