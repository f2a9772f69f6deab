"""Cesium itself plays every CZML: whatever is there at a moment has a position."""

from typing import Any

import pytest

from shieldmap.web.files import PAGE
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
