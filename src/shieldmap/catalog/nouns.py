"""The nouns of a catalogue file: systems made of sourced numbers.

Every class refuses what breaks the catalogue's rules, with a sentence.
Conversions to SI arrays for the kernels are methods named ``arrays``.
"""

import math
from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal, Self

import numpy as np
from pydantic import Field, field_validator, model_validator

from shieldmap import model
from shieldmap.catalog.quantity import CatalogError, Frozen, Quantity
from shieldmap.catalog.stage import (
    SEA_LEVEL_PRESSURE_PA,
    STANDARD_GRAVITY_M_S2,
    Stage,
    ThrustTable,
    burn_of,
    check_thrust,
)


class Payload(Frozen):
    """What the last stage throws: warhead and all that flies with it."""

    mass: Quantity


class Boost(Frozen):
    """How the boost is steered: a vertical rise, then a pitch-over, then a gravity turn."""

    rise_time: Quantity
    pitch_time: Quantity


class Reentry(Frozen):
    """The body that comes down."""

    ballistic_coefficient: Quantity
    radar_cross_section: Quantity


class Lift(Frozen):
    """How the body flies on from its peak: with a constant ratio of lift to drag, upwards.

    ``fade`` is the climb, as the sine of an angle, at which the lift has faded to nothing, so that the body
    glides; without one it keeps its lift and skips. Below ``release_speed`` it falls without lift.
    """

    lift_to_drag: Quantity
    fade: Quantity | None = None
    release_speed: Quantity

    @model_validator(mode="after")
    def _check(self) -> Self:
        for name, given in (
            ("lift_to_drag", self.lift_to_drag),
            ("release_speed", self.release_speed),
        ):
            if not given.low_si > 0.0:
                raise ValueError(f"{name} is {given.low_si:g} at its low end: expected more than 0")
        return self


class DatedCount(Frozen):
    """How many there were of something on a day, in a month or in a year."""

    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$")]
    count: Quantity


class Supply(Frozen):
    """How many interceptors were made, bought and fired, and how fast more come.

    ``delivered`` counts all since the first, to every customer, ``bought`` what one year's budget
    buys, ``fired`` what one war took. ``production`` is a rate of today, ``production_planned`` one
    that was announced. ``batteries`` is how many the maker's own country has.
    """

    production: Quantity
    production_planned: Quantity
    batteries: Quantity | None = None
    delivered: tuple[DatedCount, ...] = ()
    bought: tuple[DatedCount, ...] = ()
    fired: tuple[DatedCount, ...] = ()

    @field_validator("delivered", "bought", "fired", mode="before")
    @classmethod
    def _counts_to_tuple(cls, raw: Any) -> Any:
        return tuple(raw) if isinstance(raw, list) else raw


class MissileStock(Frozen):
    """How many launchers of a missile there are, and how many missiles of every kind together."""

    launchers: Quantity
    missiles_of_all_kinds: Quantity | None = None


class Published(Frozen):
    """Published performance: never flown from, only compared with."""

    range: Quantity | None = None
    apogee: Quantity | None = None
    flight_time: Quantity | None = None
    launch_mass: Quantity | None = None
    length: Quantity | None = None


_TOO_WEAK: Final = "begins with less thrust than weight: expected a table that begins at lift-off"


class _Entry(Frozen):
    id: str
    name: str
    name_ko: str
    aliases: tuple[str, ...] = ()
    summary: str

    @field_validator("aliases", mode="before")
    @classmethod
    def _list_to_tuple(cls, raw: Any) -> Any:
        return tuple(raw) if isinstance(raw, list) else raw


class MissileEntry(_Entry):
    """One missile: flown as an arc, flown with lift, or known and not flown."""

    country: str
    propellant: Literal["liquid", "solid"]
    flight: Literal["ballistic", "quasi-ballistic", "glide"]
    body: Literal["unitary", "separating"]
    thrust_termination: bool
    energy_management: bool
    in_scope_note: str
    stages: tuple[Stage, ...] = ()
    payload: Payload | None = None
    boost: Boost | None = None
    reentry: Reentry | None = None
    lift: Lift | None = None
    published: Published = Published()
    stock: MissileStock | None = None

    @field_validator("stages", mode="before")
    @classmethod
    def _stages_to_tuple(cls, raw: Any) -> Any:
        return tuple(raw) if isinstance(raw, list) else raw

    @model_validator(mode="after")
    def _check(self) -> Self:
        parts = {
            "stages": bool(self.stages),
            "payload": self.payload is not None,
            "boost": self.boost is not None,
            "reentry": self.reentry is not None,
        }
        if self.flight == "ballistic" and self.lift is not None:
            raise ValueError("a ballistic missile flies arcs and has no 'lift'")
        if self.flight == "ballistic" or self.lift is not None:
            for name, given in parts.items():
                if not given:
                    raise ValueError(f"a {self.flight} missile that is flown needs '{name}'")
            if self.lift is not None and self.published.apogee is None:
                raise ValueError(
                    "a missile with 'lift' needs 'published.apogee': only that is flown"
                )
            if self.stages[0].thrust is not None and not _lifts_off(self.arrays()):
                raise ValueError(f"stages.0.thrust {_TOO_WEAK}")
        elif self.stages:
            raise ValueError(
                f"a {self.flight} missile without 'lift' is not flown and has no 'stages'"
            )
        return self

    @property
    def is_flown(self) -> bool:
        """Whether it is flown at all, as an arc or with lift."""
        return bool(self.stages)

    @property
    def apogees_flown_km(self) -> tuple[float, float] | None:
        """The published apogees between which a missile with lift is flown; nothing for one without.

        Nothing else of such a missile is flown: there is no search over its paths.
        """
        if self.lift is None or self.published.apogee is None:
            return None
        return self.published.apogee.low_si / 1e3, self.published.apogee.high_si / 1e3

    def arrays(
        self,
        payload_kg: float | None = None,
        ballistic_coefficient_kg_m2: float | None = None,
    ) -> model.Missile:
        """Return the missile as SI arrays for the kernels.

        Parameters
        ----------
        payload_kg, ballistic_coefficient_kg_m2 : replace the catalogue's value.
        """
        if not self.is_flown:
            raise CatalogError(
                f"{self.id} is not flown as an arc: {self.flight} missiles stay low or manoeuvre, "
                "so only the published apogee is compared with the interceptor's floor"
            )
        if self.payload is None or self.boost is None or self.reentry is None:
            raise CatalogError(f"{self.id} lacks what is needed to fly it")
        payload = _override(self.id, "payload_kg", payload_kg, self.payload.mass)
        beta = _override(
            self.id,
            "ballistic_coefficient_kg_m2",
            ballistic_coefficient_kg_m2,
            self.reentry.ballistic_coefficient,
        )
        stages = self.stages
        burns = [stage.burn(stage.burn_time.si) for stage in stages]
        parts = [burn.share.size for burn in burns]
        coasts = [0.0 if stage.coast_time is None else stage.coast_time.si for stage in stages]
        return model.Missile(
            stage_propellant_kg=np.concatenate(
                [stage.propellant_mass.si * b.share for stage, b in zip(stages, burns, strict=True)]
            ),
            stage_dry_kg=_when_burnt_out(parts, [stage.dry_mass.si for stage in stages]),
            stage_burn_s=np.concatenate([burn.burn_s for burn in burns]),
            stage_exhaust_m_s=np.repeat([stage.nozzle()[0] for stage in stages], parts),
            stage_exit_m2=np.repeat([stage.nozzle()[1] for stage in stages], parts),
            stage_area_m2=np.repeat(
                [math.pi / 4 * stage.diameter.si**2 for stage in stages], parts
            ),
            stage_coast_s=_when_burnt_out(parts, coasts),
            payload_kg=payload,
            rise_s=self.boost.rise_time.si,
            pitch_s=self.boost.pitch_time.si,
            ballistic_coefficient_kg_m2=beta,
            has_cutoff=self.thrust_termination or self.energy_management,
            lift_to_drag=0.0 if self.lift is None else self.lift.lift_to_drag.si,
            climb_share=0.0 if self.lift is None or self.lift.fade is None else self.lift.fade.si,
            release_speed_m_s=0.0 if self.lift is None else self.lift.release_speed.si,
        )


def _when_burnt_out(parts: Sequence[int], values: Sequence[float]) -> model.Floats:
    """One value of each stage in the last of its parts, zero in those before."""
    rows = np.zeros(sum(parts))
    rows[np.cumsum(parts) - 1] = values
    return rows


def _lifts_off(missile: model.Missile) -> bool:
    """Whether it pushes more than it weighs at the moment of ignition, at sea level."""
    flow = missile.stage_propellant_kg[0] / missile.stage_burn_s[0]
    push_n = flow * missile.stage_exhaust_m_s[0] - SEA_LEVEL_PRESSURE_PA * missile.stage_exit_m2[0]
    mass_kg = missile.payload_kg + missile.stage_propellant_kg.sum() + missile.stage_dry_kg.sum()
    return bool(push_n > mass_kg * STANDARD_GRAVITY_M_S2)


def _override(entry_id: str, field: str, value: float | None, quantity: Quantity) -> float:
    if value is None:
        return quantity.si
    if not (math.isfinite(value) and value > 0.0):
        raise CatalogError(f"{field} of {entry_id} is {value}: it must be a number above zero")
    return float(value)


class Interceptor(Frozen):
    """The interceptor as mass, thrust and drag; seeker and autopilot are out of scope.

    ``coast_ballistic_coefficient`` belongs to the body that burns out. Where the kill vehicle leaves
    it, ``release_time`` after burnout, it coasts on with a coefficient of its own.
    A table [interceptor.thrust] tells its thrust by time, as that of a missile's stage does.
    """

    launch_mass: Quantity
    diameter: Quantity
    length: Quantity
    kill_vehicle_mass: Quantity
    burn_time: Quantity
    burnout_speed: Quantity
    propellant_mass: Quantity
    specific_impulse_vacuum: Quantity
    nozzle_exit_area: Quantity
    coast_ballistic_coefficient: Quantity
    release_time: Quantity | None = None
    released_ballistic_coefficient: Quantity | None = None
    late_share: Quantity | None = None
    thrust: ThrustTable | None = None
    launch_elevation_min: Quantity
    launch_elevation_max: Quantity
    hold_time: Quantity

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.thrust is not None:
            exit_m2 = self.nozzle_exit_area.si
            check_thrust(
                self.thrust, self.propellant_mass, self.burn_time, self._exhaust_m_s, exit_m2
            )
            if not _lifts_off(self.arrays()):
                raise ValueError(f"thrust {_TOO_WEAK}")
        return self

    @property
    def _exhaust_m_s(self) -> float:
        return self.specific_impulse_vacuum.si * STANDARD_GRAVITY_M_S2

    def arrays(self) -> model.Missile:
        """Return the booster as one stage and the kill vehicle as its payload, in SI arrays.

        The launch direction is held for ``rise_s``; then the thrust follows the velocity.
        """
        propellant, vehicle = self.propellant_mass.si, self.kill_vehicle_mass.si
        burn = burn_of(self.thrust, self.nozzle_exit_area.si, self.burn_time.si)
        parts = burn.share.size
        return model.Missile(
            stage_propellant_kg=propellant * burn.share,
            stage_dry_kg=_when_burnt_out([parts], [self.launch_mass.si - propellant - vehicle]),
            stage_burn_s=burn.burn_s,
            stage_exhaust_m_s=np.full(parts, self._exhaust_m_s),
            stage_exit_m2=np.full(parts, self.nozzle_exit_area.si),
            stage_area_m2=np.full(parts, math.pi / 4 * self.diameter.si**2),
            stage_coast_s=np.zeros(parts),
            payload_kg=vehicle,
            rise_s=self.hold_time.si,
            pitch_s=0.0,
            ballistic_coefficient_kg_m2=self.coast_ballistic_coefficient.si,
            has_cutoff=False,
        )


class Envelope(Frozen):
    """The published envelope. ``reach`` is the slant range from launcher to intercept."""

    floor: Quantity
    ceiling: Quantity
    reach: Quantity
    target_speed_max: Quantity
    target_range_max: Quantity


class Launcher(Frozen):
    """One launcher vehicle."""

    interceptors: Quantity
    reload_time: Quantity


class BatteryMakeup(Frozen):
    """One battery."""

    launchers: Quantity
    ready_interceptors: Quantity
    soldiers: Quantity


class Delays(Frozen):
    """Time between seeing and shooting.

    ``warning`` runs from missile launch to an early-warning cue at the battery, ``reaction`` from
    firm track to interceptor launch; the track settles in between as fast as its looks allow.
    ``chain`` is a published time from missile launch to interceptor launch;
    it replaces all of them and is never added to them.
    """

    warning: Quantity
    reaction: Quantity
    assessment: Quantity
    salvo_spacing: Quantity
    chain: Quantity


class FireControl(Frozen):
    """When a track is firm and when an interceptor is committed to it, as one sigma of position.

    ``simultaneous`` is how many interceptors the fire control supports in flight at once.
    """

    firm_looks: Quantity
    firm_gate: Quantity
    commit_gate: Quantity
    simultaneous: Quantity


class Cost(Frozen):
    """Published prices."""

    interceptor: Quantity
    battery: Quantity


class ShotRecord(Frozen):
    """Hits and shots that somebody counted: evidence for a kill probability, never a prediction.

    ``kind`` says whether tests or combat were counted; scripted tests are no combat.
    """

    id: str
    kind: Literal["test", "combat"]
    hits: Annotated[int, Field(ge=0)]
    shots: Annotated[int, Field(ge=1)]
    source: str
    note: str

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.hits > self.shots:
            raise ValueError(f"hits {self.hits} are more than the shots {self.shots}")
        return self

    @property
    def key(self) -> str:
        """The bibliography key without the page."""
        return self.source.partition("#")[0]


class KillProbability(Frozen):
    """A stated assumption with its evidence as rivals, never a prediction.

    ``common_mode_failure`` is the probability that nothing of a layer works in a raid, whatever
    is shot: one cause that all its shots share. ``records`` can be chosen instead of the number.
    """

    single_shot: Quantity
    common_mode_failure: Quantity
    records: tuple[ShotRecord, ...] = ()

    @field_validator("records", mode="before")
    @classmethod
    def _records_to_tuple(cls, raw: Any) -> Any:
        return tuple(raw) if isinstance(raw, list) else raw


class DefenceEntry(_Entry):
    """One missile defence battery."""

    interceptor: Interceptor
    envelope: Envelope
    launcher: Launcher
    battery: BatteryMakeup
    delays: Delays
    fire_control: FireControl
    cost: Cost
    kill_probability: KillProbability
    supply: Supply | None = None


class Antenna(Frozen):
    """Aperture and transmitter."""

    frequency: Quantity
    aperture_area: Quantity
    aperture_efficiency: Quantity
    modules: Quantity
    module_power: Quantity
    duty_factor: Quantity
    beam_width: Quantity
    range_resolution: Quantity


class Receiver(Frozen):
    """What the radar equation needs behind the antenna. ``snr`` is a power ratio, not dB."""

    snr: Quantity
    dwell: Quantity
    noise_times_losses: Quantity
    noise_temperature: Quantity


class Reference(Frozen):
    """A published range with the cross section that it belongs to."""

    range: Quantity
    radar_cross_section: Quantity


class FieldOfRegard(Frozen):
    """Where the radar can look.

    ``tilt`` is the elevation of the antenna's normal and ``scan_max`` the angle that the beam can be
    steered off it: a cone. A radar without ``scan_max`` turns or has several faces, and ``sector``
    about the boresight limits it; of the others it is the wedge of azimuth, a rival of the cone.
    """

    sector: Quantity
    elevation_min: Quantity
    elevation_max: Quantity
    tilt: Quantity
    scan_max: Quantity | None = None


class Search(Frozen):
    """What an uncued search may spend, and what a cue leaves to be searched."""

    share_of_time: Quantity
    revisit: Quantity
    elevation_extent: Quantity
    cue_radius: Quantity
    false_alarm_probability: Quantity


class Tracking(Frozen):
    """How often a track is looked at, how many there may be, and the constant errors (one sigma)."""

    update: Quantity
    track_budget: Quantity
    angle_bias: Quantity
    range_bias: Quantity


class RadarEntry(_Entry):
    """One radar."""

    antenna: Antenna
    receiver: Receiver
    reference: Reference
    field_of_regard: FieldOfRegard
    search: Search
    tracking: Tracking


Entry = MissileEntry | DefenceEntry | RadarEntry
