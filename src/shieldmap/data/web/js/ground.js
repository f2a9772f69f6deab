/** Where a study lies: what the map shows first, and where there are finer tiles. */
import { distance } from "./geo.js";

/** Finer tiles around the embedded studies: west, south, east, north, and their levels. */
export const FINER = [
  { box: [118, 28, 146, 46], low: 5, high: 6 },
  { box: [33.5, 28.5, 37.5, 34.5], low: 5, high: 6 },
  { box: [45.5, 21.5, 57.5, 31], low: 5, high: 6 },
  { box: [143.5, 12.5, 146.5, 16], low: 5, high: 6 },
  { box: [13.5, 41, 30.5, 55.5], low: 5, high: 6 },
  { box: [122, 32, 134, 44], low: 7, high: 8 },
  { box: [144.3, 13.1, 145.3, 13.8], low: 7, high: 8 },
];

const KM_A_DEGREE = 111.2;
/** Chosen by eye for South Korea; other grounds follow its proportions. */
const KOREA = {
  bounds: { west: 124.62, south: 33.18, east: 130.91, north: 38.63 },
  edges: { west: 123.6, south: 32.9, east: 132.2, north: 42.3 },
};
/** A flat map is so much wider than its ground, and a launch point nearer than so many of its sizes is shown first. */
const MARGIN = 0.35,
  NEAR = 1.4;

/** Whether two grounds are the same to a degree. @param {Edges} a @param {Edges} b */
const isLike = (a, b) =>
  Math.hypot(a.west - b.west, a.east - b.east, a.south - b.south, a.north - b.north) < 1;

/** Width and height of a ground in degrees, and the greater of them in km. @param {Edges} ground */
function sizeOf({ west, south, east, north }) {
  const [across, up] = [(east - west + 360) % 360, north - south];
  const middle = ((south + north) / 2) * (Math.PI / 180);
  return { across, up, km: KM_A_DEGREE * Math.max(up, across * Math.cos(middle)) };
}

/** The middle of a ground: latitude and longitude. @param {Edges} ground @returns {[number, number]} */
export const middleOf = (ground) => [
  (ground.south + ground.north) / 2,
  ground.west + sizeOf(ground).across / 2,
];

/** How far from its middle (m) a low camera may stand. @param {Edges} ground */
export const reachOf = (ground) => Math.max(1_000_000, 1_500 * sizeOf(ground).km);

/**
 * What the globe shows first: the ground, with the launch points that lie near.
 * @param {Edges} ground @param {Located[]} launch_points @returns {Place[]}
 */
export function firstOf(ground, launch_points) {
  const { west, south, east, north } = ground;
  const middle = middleOf(ground),
    reach_km = NEAR * sizeOf(ground).km;
  const near = launch_points
    .map((row) => /** @type {Place} */ ([row.latitude_deg, row.longitude_deg]))
    .filter((at) => distance(at, middle) < reach_km);
  return [[south, west], [south, east], [north, west], [north, east], ...near];
}

/** What the flat map shows. @param {Edges} ground @returns {Edges} */
export function edgesOf(ground) {
  if (isLike(ground, KOREA.bounds)) return KOREA.edges;
  const { across, up } = sizeOf(ground);
  const margin = MARGIN * Math.max(across, up);
  return {
    west: ground.west - margin,
    south: Math.max(-85, ground.south - margin),
    east: ground.west + across + margin,
    north: Math.min(85, ground.north + margin),
  };
}
