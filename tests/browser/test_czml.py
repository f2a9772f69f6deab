"""Cesium itself plays every CZML: whatever is there at a moment has a position."""

import json
from typing import Any

import pytest

from shieldmap.web.files import PAGE
from tests.area_files import made_files
from tests.films import films

pytestmark = pytest.mark.slow

# Every end of an availability, the clock's ends, and moments between, at which a thing is there.
LOST = """
async (text) => {
  const { CzmlDataSource, JulianDate } = Cesium;
  const source = await CzmlDataSource.load(JSON.parse(text));
  const lost = [];
  let asked = 0;
  for (const entity of source.entities.values) {
    if (!entity.position) continue;
    const moments = [source.clock.startTime, source.clock.stopTime];
    const spans = entity.availability;
    for (let i = 0; spans && i < spans.length; i++) {
      const { start, stop } = spans.get(i);
      const length = JulianDate.secondsDifference(stop, start);
      moments.push(start, stop);
      for (let k = 1; k < 8; k++) {
        moments.push(JulianDate.addSeconds(start, (k / 8) * length, new JulianDate()));
      }
    }
    for (const moment of moments) {
      if (!entity.isAvailable(moment)) continue;
      asked++;
      const place = entity.position.getValue(moment);
      const far = place ? Math.hypot(place.x, place.y, place.z) : NaN;
      // On the Earth or some hundred kilometres above it; a polynomial through few samples may swing.
      if (!(far > 1e6 && far < 1e8)) lost.push(`${entity.id} at ${JulianDate.toIso8601(moment)}`);
    }
  }
  return { asked, lost };
}
"""


def test_cesium_finds_a_position_at_every_moment_of_every_film(chromium: Any) -> None:
    page = chromium.new_page()
    page.add_script_tag(path=PAGE / "vendor" / "cesium" / "Cesium.js")
    asked = 0
    for name, text in films(10):
        found = page.evaluate(LOST, text)
        assert found["lost"] == [], name
        asked += found["asked"]
    assert asked > 1000
    page.close()


HELD = """
async (text) => {
  const source = await Cesium.CzmlDataSource.load(JSON.parse(text));
  const at = source.clock.startTime;
  const held = { polygons: 0, holes: 0, clamped: 0, moving: 0, labels: [] };
  for (const entity of source.entities.values) {
    if (entity.polygon) {
      const { positions, holes } = entity.polygon.hierarchy.getValue(at);
      held.polygons += positions.length > 2;
      held.holes += holes.length;
    }
    if (entity.polyline?.clampToGround?.getValue(at)) held.clamped++;
    if (entity.position && !entity.position.isConstant) held.moving++;
    if (entity.label) held.labels.push(entity.label.text.getValue(at));
  }
  return held;
}
"""


def test_cesium_reads_areas_radar_and_names_of_an_answer(chromium: Any) -> None:
    """What the file holds is what a globe makes of it."""
    page = chromium.new_page()
    page.add_script_tag(path=PAGE / "vendor" / "cesium" / "Cesium.js")
    text = made_files().text["czml"]
    assert page.evaluate(LOST, text)["lost"] == []
    held, packets = page.evaluate(HELD, text), json.loads(text)
    areas = [packet["polygon"] for packet in packets if "polygon" in packet]
    assert held["polygons"] == len(areas) > 3
    assert held["holes"] == sum(
        len(area.get("holes", {}).get("cartographicDegrees", [])) for area in areas
    )
    assert (held["clamped"], held["moving"]) == (2, 8)
    assert {"THAAD (Set by hand)", "AN/TPY-2", "Hwangju", "Tonghae"} <= set(held["labels"])
    assert len(set(held["labels"])) == len(held["labels"])
    page.close()
