/** Directions and distances on a sphere: for drawing only, never for an answer. */

const RADIUS_KM = 6371;
const rad = (/** @type {number} */ deg) => (deg * Math.PI) / 180;
const deg = (/** @type {number} */ angle) => (angle * 180) / Math.PI;

/** @param {number} latitude @param {number} longitude @param {number} azimuth @param {number} km @returns {[number, number]} */
export function from(latitude, longitude, azimuth, km) {
  const [arc, lat, az] = [km / RADIUS_KM, rad(latitude), rad(azimuth)];
  const to = Math.asin(Math.sin(lat) * Math.cos(arc) + Math.cos(lat) * Math.sin(arc) * Math.cos(az));
  const north = Math.cos(arc) - Math.sin(lat) * Math.sin(to);
  const turn = Math.atan2(Math.sin(az) * Math.sin(arc) * Math.cos(lat), north);
  return [deg(to), longitude + deg(turn)];
}

/** Azimuth from one place to another, 0 to 360. @param {number[]} a @param {number[]} b */
export function azimuth([latA, lonA], [latB, lonB]) {
  const [d, a, b] = [rad(lonB - lonA), rad(latA), rad(latB)];
  const north = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(d);
  return (deg(Math.atan2(Math.sin(d) * Math.cos(b), north)) + 360) % 360;
}

/** @param {number[]} a @param {number[]} b kilometres */
export function distance([latA, lonA], [latB, lonB]) {
  const a =
    Math.sin(rad(latB - latA) / 2) ** 2 +
    Math.cos(rad(latA)) * Math.cos(rad(latB)) * Math.sin(rad(lonB - lonA) / 2) ** 2;
  return 2 * RADIUS_KM * Math.asin(Math.sqrt(a));
}

/**
 * Begin a path through places, those left out that the map does not show.
 * @param {CanvasRenderingContext2D} pen @param {Ground} map @param {number[][]} places latitude and longitude
 */
export function trace(pen, map, places) {
  pen.beginPath();
  for (const [latitude, longitude] of places) {
    const pixel = map.project(latitude, longitude);
    if (pixel) pen.lineTo(pixel.x, pixel.y);
  }
}

/** The outline of a sector, from its corner and back. @param {number[]} corner @param {number} boresight @param {number} sector @param {number} km */
export function sectorOutline([latitude, longitude], boresight, sector, km) {
  const steps = Math.max(6, Math.round(sector / 6));
  const arc = Array.from({ length: steps + 1 }, (_, i) =>
    from(latitude, longitude, boresight - sector / 2 + (sector * i) / steps, km),
  );
  return sector >= 360 ? arc : [[latitude, longitude], ...arc, [latitude, longitude]];
}
