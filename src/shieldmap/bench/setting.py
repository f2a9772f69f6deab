"""What the measurements are made on: flights, looks, verdicts and a raid, the same in every run."""

from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import (
    battle,
    campaign,
    catalog,
    earth,
    footprint,
    questions,
    radars,
    scenario,
    sensor,
    threat,
    track,
)
from shieldmap.campaign import MAIN
from shieldmap.model import Event, Face, Floats, Missile, Radar, Tables

SEED: Final = 20151130
LAUNCH_DEG: Final = (38.686834, 125.702005)  # Hwangju
TRACKS, LOOKS = 10_000, 100
RAID: Final = 20
LOOK_SIGMAS: Final = (1.0, 2e-4, 2e-4)  # metres and radians
_TRACKED_TO_DEG: Final = (35.9, 128.4)


def random_aims(missile: Missile, count: int) -> tuple[threat.AimTable, Floats, Floats]:
    """Places spread evenly in bearing and range over what minimum-energy flights reach."""
    latitude, longitude = np.radians(LAUNCH_DEG)
    table = threat.aim_table(missile, float(latitude), float(longitude))
    draw = np.random.default_rng(SEED)
    near, far = float(table.range_m[:, 0].max()), float(table.range_m[:, -1].min())
    bearing = draw.uniform(0.0, 2.0 * np.pi, count)
    distance = draw.uniform(near, far, count)
    lat, lon = earth.geodesic_direct(
        np.full(count, latitude), np.full(count, longitude), bearing, distance
    )
    return table, lat, lon


class TrackLooks(NamedTuple):
    """Looks at one flight of Hwasong-7 from Seongju, drawn anew for each track.

    ``state`` (k, 7) is the truth, ``local`` (k, 6) the same as positions and velocities by turns in the
    axes of the radar's face; ``looks`` and ``sigma`` are (tracks, k, 3), ``times`` (k,).
    """

    state: Floats
    local: Floats
    looks: Floats
    sigma: Floats
    times: Floats
    face: Face
    air: Tables

    def filtered(self) -> track.Tracks:
        """All tracks filtered."""
        return track.filter_batch(
            self.looks, self.sigma, self.times, self.face, is_history_kept=False, air=self.air
        )

    def follow(self) -> int:
        """The same, and how many predictions and updates it took."""
        self.filtered()
        return TRACKS * LOOKS


def track_looks() -> TrackLooks:
    """The looks of the measurement."""
    missile = catalog.missile("hwasong-7").arrays()
    air = earth.tables()
    latitude, longitude = np.radians(LAUNCH_DEG)
    table = threat.aim_table(missile, float(latitude), float(longitude), air=air)
    site = seongju()
    _, flights, kept = threat.fly_to(
        missile, table, *np.radians(_TRACKED_TO_DEG)[:, None], air=air, every_s=1.0
    )
    assert kept is not None
    first = int(flights.event_time_s[0, Event.BURNOUT]) + 1
    own = slice(first, first + LOOKS)
    position, velocity = kept.position_m[0, own], kept.velocity_m_s[0, own]
    drag = np.full(LOOKS, 1.0 / missile.ballistic_coefficient_kg_m2)
    state = np.column_stack([position, velocity, drag])
    face = sensor.face_of(site)
    seen = track.see(state, face)[0][:, :3]
    sigma = np.broadcast_to(np.array(LOOK_SIGMAS), (TRACKS, LOOKS, 3)).copy()
    looks = seen + sigma * np.random.default_rng(SEED).standard_normal(sigma.shape)
    local = np.empty((LOOKS, 6))
    local[:, 0::2] = (position - face.position_m) @ face.axes.T
    local[:, 1::2] = velocity @ face.axes.T
    return TrackLooks(state, local, looks, sigma, kept.time_s[own], face, air)


def seongju() -> Radar:
    """AN/TPY-2 at Seongju as the bench looks through it."""
    place = next(site for site in radars.sites() if site.id == "seongju")
    latitude, longitude, boresight = np.radians(
        [place.latitude_deg, place.longitude_deg, place.boresight_deg]
    ).tolist()
    entry = catalog.radar(place.system)
    view = radars.view_of(entry, boresight)
    return radars.site(latitude, longitude, place.altitude_m, view)


def timing_study() -> tuple[campaign.Study, tuple[Floats, Floats]]:
    """The study ``timing`` under its ends and every joint draw, and the places of its grid in radians."""
    given = scenario.load("timing")
    drawn = (campaign.Variant("sample", float(i)) for i in range(campaign.SAMPLES))
    study = campaign.study(given, variants=(*campaign.ENDS_ONLY, *drawn))
    where = footprint.places(given)
    return study, (np.radians(where.latitude_deg), np.radians(where.longitude_deg))


def to_judge(
    study: campaign.Study, case: campaign.Case, flown: campaign.FlownCase
) -> tuple[Any, ...]:
    """The arguments of the verdicts of one case that was flown."""
    assumptions = campaign.assumptions_of(study, case)
    return (
        flown.trajectories,
        flown.flights.event_time_s[:, Event.BURNOUT],
        study.defence.radar,
        study.defence.sites,
        campaign.inventory_of(study),
        campaign.tracker_of(study, assumptions),
        assumptions,
    )


def timing_flights() -> list[tuple[Any, ...]]:
    """The arguments of the verdicts of ``timing``, case by case."""
    study, places = timing_study()
    flown = ((case, campaign.fly(study, case, *places)) for case in study.cases)
    return [to_judge(study, case, one) for case, one in flown]


def lone_battery() -> battle.Field:
    """Twenty missiles in range of the battery of ``korea``, two shots each.

    No radar or layer fails, every missile is one object, and no shot waits for a channel or another launch:
    what comes out is binomial.
    """
    prepared = campaign.prepare(scenario.load("korea"))
    mine = questions.in_reach(prepared, MAIN)
    alone = np.flatnonzero(mine.objects == 1)
    raid = questions.resized(questions.taken(mine, alone), RAID)
    field = campaign.make_field(prepared, only=[MAIN], raid=raid)
    field.batteries["common_mode"] = 0.0
    field.batteries["simultaneous"] = 2 * RAID
    field.batteries["spacing_s"] = 0.0
    return field
