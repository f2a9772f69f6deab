"""Fly arcs with Orekit and write them as facts: data/validation/orekit_arcs.json.

Usage: python design/against_orekit.py

Orekit is a library of space flight dynamics in Java [https://www.orekit.org]. It is no part of this
project's environment; make one for it, with a Java of version 11 or newer on the path:

    python -m venv orekit && orekit/bin/pip install orekit-jpype==13.1.9.0 numpy
    orekit/bin/python design/against_orekit.py

Nothing of shieldmap is imported. Gravity, the ellipsoid, the frames, the drag and the search for
impact are Orekit's; the Earth is a frame that turns about the common axis at a constant rate, so that
no data of the Earth's orientation is needed. ``validation/orekit.py`` flies the same arcs with ours.
"""

import json
import math
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import orekit_jpype

orekit_jpype.initVM()

# The Java classes exist once the machine runs.
from java.lang import System  # noqa: E402
from jpype import JImplements, JOverride  # noqa: E402
from org.hipparchus.geometry.euclidean.threed import (  # noqa: E402
    Rotation,
    RotationConvention,
    Vector3D,
)
from org.hipparchus.ode.nonstiff import DormandPrince853Integrator  # noqa: E402
from org.orekit.bodies import GeodeticPoint, OneAxisEllipsoid  # noqa: E402
from org.orekit.forces.drag import DragForce, IsotropicDrag  # noqa: E402
from org.orekit.forces.gravity import J2OnlyPerturbation  # noqa: E402
from org.orekit.frames import Frame, FramesFactory, Transform  # noqa: E402
from org.orekit.models.earth.atmosphere import SimpleExponentialAtmosphere  # noqa: E402
from org.orekit.orbits import CartesianOrbit, OrbitType  # noqa: E402
from org.orekit.propagation import SpacecraftState  # noqa: E402
from org.orekit.propagation.events import AltitudeDetector  # noqa: E402
from org.orekit.propagation.numerical import NumericalPropagator  # noqa: E402
from org.orekit.time import AbsoluteDate  # noqa: E402
from org.orekit.utils import PVCoordinates  # noqa: E402

FILE: Final = (
    Path(__file__).parents[1] / "src" / "shieldmap" / "data" / "validation" / "orekit_arcs.json"
)

# WGS 84, as NIMA TR 8350.2 gives it; J2 is minus the root of five times its normalised C20.
EARTH: Final = {
    "gm_m3_s2": 3.986004418e14,
    "semi_major_axis_m": 6378137.0,
    "flattening": 1.0 / 298.257223563,
    "j2": 0.0010826298213129216,
    "rotation_rad_s": 7.292115e-5,
}
AIR: Final = {"surface_density_kg_m3": 1.225, "scale_height_m": 7200.0}
BALLISTIC_COEFFICIENT_KG_M2: Final = 2000.0
# Latitude, longitude and azimuth (deg), altitude (km), speed (km/s) and elevation (deg) of burnouts: four
# speeds, 3 to 44 minutes of flight, flat and lofted, on both sides of the equator, in all directions.
STARTS: Final = (
    (38.7, 125.7, 165.0, 35.0, 1.5, 42.0),
    (0.0, 30.0, 90.0, 40.0, 1.5, 60.0),
    (-35.0, -70.0, 250.0, 30.0, 1.5, 30.0),
    (62.0, 10.0, 0.0, 35.0, 1.5, 75.0),
    (40.0, 127.0, 120.0, 60.0, 2.9, 40.0),
    (5.0, 45.0, 315.0, 70.0, 2.9, 55.0),
    (-20.0, 150.0, 200.0, 60.0, 2.9, 70.0),
    (55.0, -100.0, 80.0, 65.0, 2.9, 25.0),
    (39.5, 125.5, 75.0, 120.0, 5.0, 35.0),
    (-5.0, 0.0, 270.0, 150.0, 5.0, 65.0),
    (30.0, 55.0, 300.0, 130.0, 5.0, 80.0),
    (-50.0, 170.0, 20.0, 110.0, 5.0, 20.0),
    (39.7, 105.0, 20.0, 200.0, 6.8, 25.0),
    (0.0, -60.0, 45.0, 250.0, 6.8, 40.0),
    (60.0, 40.0, 340.0, 180.0, 6.8, 60.0),
    (-30.0, 80.0, 130.0, 220.0, 6.8, 15.0),
)
# A millionth of a metre and 1e-13 of the state, a thousand times finer than the agreement.
ABSOLUTE: Final = 1e-8
RELATIVE: Final = 1e-13
LONGEST_S: Final = 12000.0
GOLDEN: Final = 0.5 * (math.sqrt(5.0) - 1.0)


@JImplements("org.orekit.frames.TransformProvider")
class Turning:
    """The Earth-fixed frame, which coincides with the inertial one at the start."""

    @JOverride
    def getTransform(self, date: Any) -> Any:
        rate = EARTH["rotation_rad_s"]
        angle = rate * date.durationFrom(EPOCH)
        turned = Rotation(Vector3D.PLUS_K, angle, RotationConvention.FRAME_TRANSFORM)
        return Transform(date, turned, Vector3D(0.0, 0.0, rate))

    # Java's defaults call the first, but are not found from here; a transform serves for all three.
    @JOverride
    def getStaticTransform(self, date: Any) -> Any:
        return self.getTransform(date)

    @JOverride
    def getKinematicTransform(self, date: Any) -> Any:
        return self.getTransform(date)


EPOCH: Final = AbsoluteDate.ARBITRARY_EPOCH
INERTIAL: Final = FramesFactory.getGCRF()
FIXED: Final = Frame(INERTIAL, Turning(), "turning Earth")
SHAPE: Final = OneAxisEllipsoid(EARTH["semi_major_axis_m"], EARTH["flattening"], FIXED)


def start_of(start: tuple[float, ...]) -> Any:
    """The burnout as an Orekit state of 1 kg."""
    latitude, longitude, azimuth, altitude_km, speed_km_s, elevation = start
    point = GeodeticPoint(math.radians(latitude), math.radians(longitude), altitude_km * 1e3)
    east, north, up = (
        speed_km_s * 1e3 * part
        for part in (
            math.cos(math.radians(elevation)) * math.sin(math.radians(azimuth)),
            math.cos(math.radians(elevation)) * math.cos(math.radians(azimuth)),
            math.sin(math.radians(elevation)),
        )
    )
    velocity = Vector3D(east, point.getEast(), north, point.getNorth(), up, point.getZenith())
    fixed = PVCoordinates(SHAPE.transform(point), velocity)
    inertial = FIXED.getTransformTo(INERTIAL, EPOCH).transformPVCoordinates(fixed)
    orbit = CartesianOrbit(inertial, INERTIAL, EPOCH, EARTH["gm_m3_s2"])
    return SpacecraftState(orbit).withMass(1.0)


def flown(start: tuple[float, ...], has_air: bool) -> dict[str, Any]:
    """Impact and apogee of an arc."""
    propagator = NumericalPropagator(DormandPrince853Integrator(1e-6, 20.0, ABSOLUTE, RELATIVE))
    propagator.setOrbitType(OrbitType.CARTESIAN)
    propagator.addForceModel(
        J2OnlyPerturbation(EARTH["gm_m3_s2"], EARTH["semi_major_axis_m"], EARTH["j2"], FIXED)
    )
    if has_air:
        air = SimpleExponentialAtmosphere(
            SHAPE, AIR["surface_density_kg_m3"], 0.0, AIR["scale_height_m"]
        )
        propagator.addForceModel(
            DragForce(air, IsotropicDrag(1.0 / BALLISTIC_COEFFICIENT_KG_M2, 1.0))
        )
    propagator.setInitialState(start_of(start))
    propagator.addEventDetector(AltitudeDetector(1.0, 1e-9, 0.0, SHAPE))
    generator = propagator.getEphemerisGenerator()
    end = propagator.propagate(EPOCH.shiftedBy(LONGEST_S))
    impact_s = end.getDate().durationFrom(EPOCH)
    assert impact_s < LONGEST_S, "the arc does not fall"
    position = end.getPVCoordinates(FIXED).getPosition()
    between = generator.getGeneratedEphemeris()

    def altitude_m(t: float) -> float:
        date = EPOCH.shiftedBy(t)
        place = SHAPE.transform(between.getPosition(date, FIXED), FIXED, date)
        return float(place.getAltitude())

    return {
        "impact_ecef_m": [round(float(x), 6) for x in position.toArray()],
        "impact_s": round(impact_s, 9),
        "apogee_m": round(altitude_m(_highest(altitude_m, impact_s)), 6),
    }


def _highest(altitude_m: Any, end_s: float) -> float:
    """The time of the greatest altitude by golden section; the altitude has one peak."""
    low, high = 0.0, end_s
    while high - low > 1e-4:
        a, b = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
        if altitude_m(a) < altitude_m(b):
            low = a
        else:
            high = b
    return 0.5 * (low + high)


def main() -> None:
    """Fly every start without air and in exponential air."""
    arcs = [
        {
            "latitude_deg": start[0],
            "longitude_deg": start[1],
            "azimuth_deg": start[2],
            "altitude_km": start[3],
            "speed_km_s": start[4],
            "elevation_deg": start[5],
            "air": has_air,
            **flown(start, has_air),
        }
        for has_air in (False, True)
        for start in STARTS
    ]
    facts = {
        "source": f"Orekit {version('orekit_jpype').rsplit('.', 1)[0]}, flown by hand with "
        "design/against_orekit.py",
        "url": "https://www.orekit.org",
        "versions": {
            "orekit_jpype": version("orekit_jpype"),
            "jpype1": version("jpype1"),
            "java": str(System.getProperty("java.version")),
        },
        "model": "NumericalPropagator, DormandPrince853Integrator, J2OnlyPerturbation; with air "
        "SimpleExponentialAtmosphere and IsotropicDrag; AltitudeDetector",
        "earth": EARTH,
        "air": AIR,
        "ballistic_coefficient_kg_m2": BALLISTIC_COEFFICIENT_KG_M2,
        "arcs": arcs,
    }
    FILE.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(f"{len(arcs)} arcs in {FILE}")


if __name__ == "__main__":
    main()
