/** Where a study lies: what the map shows first, and where there are finer tiles. */

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
const PITCH_DEG = -64;
/** Chosen by eye for South Korea; other grounds follow its proportions. */
const KOREA = {
  bounds: { west: 124.62, south: 33.18, east: 130.91, north: 38.63 },
  home: { latitude: 32.25, longitude: 127.9, height: 960_000, heading: 0, pitch: PITCH_DEG },
  edges: { west: 123.6, south: 32.9, east: 132.2, north: 42.3 },
};
/** A camera this high over so many km of ground, and a flat map so much wider than it. */
const HEIGHT_A_KM = 2_000,
  LEAST_HEIGHT_M = 150_000,
  MARGIN = 0.35;

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

/** Where the camera of the globe stands first. @param {Edges} ground */
export function homeOf(ground) {
  if (isLike(ground, KOREA.bounds)) return KOREA.home;
  const [latitude, longitude] = middleOf(ground);
  const height = Math.min(12_000_000, Math.max(LEAST_HEIGHT_M, HEIGHT_A_KM * sizeOf(ground).km));
  const back = height / 1e3 / Math.tan(-PITCH_DEG * (Math.PI / 180)) / KM_A_DEGREE;
  return { latitude: Math.max(-85, latitude - back), longitude, height, heading: 0, pitch: PITCH_DEG };
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
