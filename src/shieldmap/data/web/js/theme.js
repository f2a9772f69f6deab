/** What is drawn and not styled: its font, and its inks, light or dark as the reader's system has it. */

export const FONT =
  '"Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", system-ui, sans-serif';
/** How far from the radar its direction can be taken hold of. */
export const BORESIGHT_KM = 190;

const dark = matchMedia("(prefers-color-scheme: dark)");

export const isDark = () => dark.matches;
/** @param {() => void} call when the system turns from one to the other */
export const onTheme = (call) => dark.addEventListener("change", call);

const LIGHT = {
  ink: "#1c1c1c",
  soft: "#4d5963",
  halo: "rgba(255,255,255,0.92)",
  ours: "#0b4a6b",
  theirs: "#8c1d18",
  town: "#08436a",
  reach: "#0a4f7a",
  radar: "#007a58",
  shade: "rgba(0,158,115,0.07)",
  midcourse: "#2b2b2b",
  reentry: "#9b3d76",
  sea: "#cfdde6",
  space: "#e9eef2",
};
/** @type {typeof LIGHT} */
const DARK = {
  ink: "#f3f5f7",
  soft: "#c3ccd4",
  halo: "rgba(12,17,22,0.85)",
  ours: "#a5d8f7",
  theirs: "#ffb3ad",
  town: "#a5d8f7",
  reach: "#9ad2f5",
  radar: "#5fd3ae",
  shade: "rgba(95,211,174,0.09)",
  midcourse: "#e7eaed",
  reentry: "#e58cc0",
  sea: "#1b2731",
  space: "#10161b",
};

export const inks = () => (isDark() ? DARK : LIGHT);
/** How the relief is shown: in the dark sea and land stay apart. */
export const relief = () => (isDark() ? { brightness: 0.45, contrast: 3 } : { brightness: 1, contrast: 1 });
