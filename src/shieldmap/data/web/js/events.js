/** What happens, in words: the events of an engagement by name, those of a raid by their pattern. */
import { named, t } from "./language.js";

/** @type {[RegExp, string][]} */
const PATTERNS = [
  [/^above the horizon of (?<by>.+)$/, "raid_horizon"],
  [/^detected by (?<by>.+)$/, "raid_detected"],
  [/^firm track, (?<by>.+)$/, "raid_track"],
  [/^committed, (?<by>.+)$/, "raid_committed"],
  [/^shot (?<n>\d+): (?<by>.+) launches at an object that is no warhead$/, "raid_launch_other"],
  [/^shot (?<n>\d+): (?<by>.+) launches$/, "raid_launch"],
  [/^shot (?<n>\d+): intercept, hit$/, "raid_hit"],
  [/^shot (?<n>\d+): intercept, miss$/, "raid_miss"],
  [/^shot (?<n>\d+): assessed$/, "raid_assessed"],
];

/** @param {string} event */
export function eventName(event) {
  for (const [pattern, word] of PATTERNS) {
    const found = pattern.exec(event);
    if (found) return t(word, found.groups);
  }
  return named("event", event.replaceAll(/[^a-z0-9]+/gi, "-"), event);
}
