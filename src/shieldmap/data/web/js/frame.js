/** The part of the map that is free: panels lie over the rest. */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Free */

const MARGIN = 34;
const LEAST = 120;
/** What may lie over the map, in the order in which room is given to it. */
const OVER = ["dock", "why", "map-tools"];

/** The free part of a map in its own pixels. @param {HTMLElement} box @param {number} [margin] @returns {Free} */
export function freeOf(box, margin = MARGIN) {
  const own = box.getBoundingClientRect();
  const free = { left: 0, top: 0, right: own.width, bottom: own.height };
  for (const id of OVER) {
    const node = document.getElementById(id);
    const over = node?.getBoundingClientRect();
    if (over?.width && over.height) cut(free, moved(over, own));
  }
  const room = Math.max(0, Math.min(free.right - free.left, free.bottom - free.top) - LEAST) / 2;
  const edge = Math.min(margin, room);
  return {
    left: free.left + edge,
    top: free.top + edge,
    right: free.right - edge,
    bottom: free.bottom - edge,
  };
}

/** @param {Free} over @param {{left: number, top: number}} own @returns {Free} */
const moved = ({ left, top, right, bottom }, own) => ({
  left: left - own.left,
  top: top - own.top,
  right: right - own.left,
  bottom: bottom - own.top,
});

/** Cut away the side on which a panel takes least. @param {Free} free @param {Free} over */
function cut(free, over) {
  if (over.left >= free.right || over.right <= free.left) return;
  if (over.top >= free.bottom || over.bottom <= free.top) return;
  const sides = /** @type {[keyof Free, number, number][]} */ ([
    ["left", over.right, (over.right - free.left) * (free.bottom - free.top)],
    ["right", over.left, (free.right - over.left) * (free.bottom - free.top)],
    ["top", over.bottom, (over.bottom - free.top) * (free.right - free.left)],
    ["bottom", over.top, (free.bottom - over.top) * (free.right - free.left)],
  ]);
  const [side, to] = sides.toSorted((a, b) => a[2] - b[2])[0];
  free[side] = to;
}

/** The middle of a free part. @param {Free} free */
export const middleOfFree = ({ left, top, right, bottom }) => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});
