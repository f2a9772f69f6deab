"""The nouns of a catalogue file: one sourced number, and the systems made of such numbers.

Every class refuses what breaks the catalogue's rules, with a sentence.
Conversions to SI arrays for the kernels are methods named ``arrays``.
"""

import math
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final, Literal, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from shieldmap import model, units
from shieldmap.terms import Bad, End

STANDARD_GRAVITY_M_S2: Final = 9.80665
SEA_LEVEL_PRESSURE_PA: Final = 101325.0

Basis = Literal["measured", "published", "derived", "estimate"]
Number = Annotated[float, Field(allow_inf_nan=False)]


class CatalogError(ValueError):
    """A request or a file that the catalogue cannot serve, said in one sentence."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Rival(_Frozen):
    """Another published figure for the same quantity; its unit is the quantity's by default."""

    value: Number
    low: Number | None = None
    high: Number | None = None
    unit: str
    source: str
    note: str = ""

    @model_validator(mode="after")
    def _check(self) -> Self:
        _check_range(self.value, self.low, self.high)
        units.unit(self.unit)
        return self

    @property
    def si(self) -> float:
        """The rival's value in SI."""
        return units.to_si(self.value, self.unit)


class Quantity(_Frozen):
    """One sourced number with its range.

    ``basis`` says where it comes from: ``measured``, ``published``, ``derived`` (the note holds
    the formula) or ``estimate`` (the note holds the reason).
    ``source`` is a key of the bibliography, with a page as in ``key#p12`` where there is one.
    """

    value: Number
    low: Number | None = None
    high: Number | None = None
    unit: str
    basis: Basis
    source: str
    note: str = ""
    rivals: tuple[Rival, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _share_unit(cls, raw: Any) -> Any:
        """Give the quantity's unit to rivals that name none."""
        if not isinstance(raw, Mapping) or "unit" not in raw:
            return raw
        rivals = [
            {"unit": raw["unit"], **rival} if isinstance(rival, Mapping) else rival
            for rival in raw.get("rivals", ())
        ]
        return {**raw, "rivals": tuple(rivals)}

    @field_validator("unit")
    @classmethod
    def _check_unit(cls, unit: str) -> str:
        units.unit(unit)
        return unit

    @field_validator("source")
    @classmethod
    def _check_source(cls, source: str) -> str:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]*(#\S+)?", source):
            raise ValueError(f"source '{source}' is not a bibliography key such as 'key2016#p12'")
        return source

    @model_validator(mode="after")
    def _check(self) -> Self:
        _check_range(self.value, self.low, self.high)
        if self.basis == "derived" and not self.note:
            raise ValueError("a derived value needs its formula in 'note'")
        if self.basis == "estimate" and not self.note:
            raise ValueError("an estimate needs its reason in 'note'")
        return self

    @property
    def key(self) -> str:
        """The bibliography key without the page."""
        return self.source.partition("#")[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of this value and of its rivals."""
        return (self.key, *(rival.source.partition("#")[0] for rival in self.rivals))

    @property
    def si(self) -> float:
        """The value in SI."""
        return units.to_si(self.value, self.unit)

    @property
    def low_si(self) -> float:
        """The low end in SI; the value itself where no range is given."""
        return self.si if self.low is None else units.to_si(self.low, self.unit)

    @property
    def high_si(self) -> float:
        """The high end in SI; the value itself where no range is given."""
        return self.si if self.high is None else units.to_si(self.high, self.unit)

    def at(self, end: End, bad: Bad = "low") -> float:
        """The number in SI at its value or at one end; ``bad`` is the end that serves the defence badly."""
        return end.of(self.si, self.low_si, self.high_si, bad)


def _check_range(value: float, low: float | None, high: float | None) -> None:
    if low is not None and low > value:
        raise ValueError(f"low {low} is above the value {value}")
    if high is not None and high < value:
        raise ValueError(f"high {high} is below the value {value}")


class Stage(_Frozen):
    """One stage. ``propellant_mass`` is what is burned; the rest of the stage is dry.

    The thrust at an ambient pressure p is the vacuum thrust less p times the exit area, so
    a stage gives the vacuum impulse, or the sea-level impulse and the exit area, or both impulses.
    """

    propellant_mass: Quantity
    dry_mass: Quantity
    burn_time: Quantity
    diameter: Quantity
    specific_impulse_vacuum: Quantity | None = None
    specific_impulse_sea_level: Quantity | None = None
    nozzle_exit_area: Quantity | None = None
    coast_time: Quantity | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        vacuum, sea = self.specific_impulse_vacuum, self.specific_impulse_sea_level
        if vacuum is None and (sea is None or self.nozzle_exit_area is None):
            raise ValueError(
                "a stage needs 'specific_impulse_vacuum', or 'specific_impulse_sea_level' "
                "with 'nozzle_exit_area'"
            )
        return self

    def nozzle(self) -> tuple[float, float]:
        """Exhaust velocity in vacuum (m/s) and nozzle exit area (m2).

        Isp_vac = Isp_sl + p0 Ae / (mdot g0), solved for whichever of the three is not given.
        """
        flow = self.propellant_mass.si / self.burn_time.si * STANDARD_GRAVITY_M_S2
        vacuum = self.specific_impulse_vacuum
        sea = self.specific_impulse_sea_level
        area = self.nozzle_exit_area
        if vacuum is not None:
            if area is not None:
                exit_m2 = area.si
            elif sea is not None:
                exit_m2 = (vacuum.si - sea.si) * flow / SEA_LEVEL_PRESSURE_PA
            else:
                exit_m2 = 0.0
            return vacuum.si * STANDARD_GRAVITY_M_S2, exit_m2
        if sea is None or area is None:
            raise CatalogError("the stage has no specific impulse")
        vacuum_s = sea.si + SEA_LEVEL_PRESSURE_PA * area.si / flow
        return vacuum_s * STANDARD_GRAVITY_M_S2, area.si


class Payload(_Frozen):
    """What the last stage throws: warhead and all that flies with it."""

    mass: Quantity


class Boost(_Frozen):
    """How the boost is steered: a vertical rise, then a pitch-over, then a gravity turn."""

    rise_time: Quantity
    pitch_time: Quantity


class Reentry(_Frozen):
    """The body that comes down."""

    ballistic_coefficient: Quantity
    radar_cross_section: Quantity


class Lift(_Frozen):
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


class DatedCount(_Frozen):
    """How many there were of something on a day, in a month or in a year."""

    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$")]
    count: Quantity


class Supply(_Frozen):
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


class MissileStock(_Frozen):
    """How many launchers of a missile there are, and how many missiles of every kind together."""

    launchers: Quantity
    missiles_of_all_kinds: Quantity | None = None


class Published(_Frozen):
    """Published performance: never flown from, only compared with."""

    range: Quantity | None = None
    apogee: Quantity | None = None
    flight_time: Quantity | None = None
    launch_mass: Quantity | None = None
    length: Quantity | None = None


class _Entry(_Frozen):
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
        nozzles = [stage.nozzle() for stage in self.stages]
        coasts = [stage.coast_time for stage in self.stages]
        return model.Missile(
            stage_propellant_kg=_column(stage.propellant_mass.si for stage in self.stages),
            stage_dry_kg=_column(stage.dry_mass.si for stage in self.stages),
            stage_burn_s=_column(stage.burn_time.si for stage in self.stages),
            stage_exhaust_m_s=_column(exhaust for exhaust, _ in nozzles),
            stage_exit_m2=_column(exit_m2 for _, exit_m2 in nozzles),
            stage_area_m2=_column(math.pi / 4 * stage.diameter.si**2 for stage in self.stages),
            stage_coast_s=_column(0.0 if coast is None else coast.si for coast in coasts),
            payload_kg=payload,
            rise_s=self.boost.rise_time.si,
            pitch_s=self.boost.pitch_time.si,
            ballistic_coefficient_kg_m2=beta,
            has_cutoff=self.thrust_termination or self.energy_management,
            lift_to_drag=0.0 if self.lift is None else self.lift.lift_to_drag.si,
            climb_share=0.0 if self.lift is None or self.lift.fade is None else self.lift.fade.si,
            release_speed_m_s=0.0 if self.lift is None else self.lift.release_speed.si,
        )


def _column(values: Iterable[float]) -> model.Floats:
    return np.array(list(values), dtype=np.float64)


def _override(entry_id: str, field: str, value: float | None, quantity: Quantity) -> float:
    if value is None:
        return quantity.si
    if not (math.isfinite(value) and value > 0.0):
        raise CatalogError(f"{field} of {entry_id} is {value}: it must be a number above zero")
    return float(value)


class Interceptor(_Frozen):
    """The interceptor as mass, thrust and drag; seeker and autopilot are out of scope.

    ``coast_ballistic_coefficient`` belongs to the body that burns out. Where the kill vehicle leaves
    it, ``release_time`` after burnout, it coasts on with a coefficient of its own.
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
    launch_elevation_min: Quantity
    launch_elevation_max: Quantity
    hold_time: Quantity

    def arrays(self) -> model.Missile:
        """Return the booster as one stage and the kill vehicle as its payload, in SI arrays.

        The launch direction is held for ``rise_s``; then the thrust follows the velocity.
        """
        propellant, vehicle = self.propellant_mass.si, self.kill_vehicle_mass.si
        return model.Missile(
            stage_propellant_kg=_column([propellant]),
            stage_dry_kg=_column([self.launch_mass.si - propellant - vehicle]),
            stage_burn_s=_column([self.burn_time.si]),
            stage_exhaust_m_s=_column([self.specific_impulse_vacuum.si * STANDARD_GRAVITY_M_S2]),
            stage_exit_m2=_column([self.nozzle_exit_area.si]),
            stage_area_m2=_column([math.pi / 4 * self.diameter.si**2]),
            stage_coast_s=_column([0.0]),
            payload_kg=vehicle,
            rise_s=self.hold_time.si,
            pitch_s=0.0,
            ballistic_coefficient_kg_m2=self.coast_ballistic_coefficient.si,
            has_cutoff=False,
        )


class Envelope(_Frozen):
    """The published envelope. ``reach`` is the slant range from launcher to intercept."""

    floor: Quantity
    ceiling: Quantity
    reach: Quantity
    target_speed_max: Quantity
    target_range_max: Quantity


class Launcher(_Frozen):
    """One launcher vehicle."""

    interceptors: Quantity
    reload_time: Quantity


class BatteryMakeup(_Frozen):
    """One battery."""

    launchers: Quantity
    ready_interceptors: Quantity
    soldiers: Quantity


class Delays(_Frozen):
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


class FireControl(_Frozen):
    """When a track is firm and when an interceptor is committed to it, as one sigma of position.

    ``simultaneous`` is how many interceptors the fire control supports in flight at once.
    """

    firm_looks: Quantity
    firm_gate: Quantity
    commit_gate: Quantity
    simultaneous: Quantity


class Cost(_Frozen):
    """Published prices."""

    interceptor: Quantity
    battery: Quantity


class ShotRecord(_Frozen):
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


class KillProbability(_Frozen):
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


class Antenna(_Frozen):
    """Aperture and transmitter."""

    frequency: Quantity
    aperture_area: Quantity
    aperture_efficiency: Quantity
    modules: Quantity
    module_power: Quantity
    duty_factor: Quantity
    beam_width: Quantity
    range_resolution: Quantity


class Receiver(_Frozen):
    """What the radar equation needs behind the antenna. ``snr`` is a power ratio, not dB."""

    snr: Quantity
    dwell: Quantity
    noise_times_losses: Quantity
    noise_temperature: Quantity


class Reference(_Frozen):
    """A published range with the cross section that it belongs to."""

    range: Quantity
    radar_cross_section: Quantity


class FieldOfRegard(_Frozen):
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


class Search(_Frozen):
    """What an uncued search may spend, and what a cue leaves to be searched."""

    share_of_time: Quantity
    revisit: Quantity
    elevation_extent: Quantity
    cue_radius: Quantity
    false_alarm_probability: Quantity


class Tracking(_Frozen):
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
