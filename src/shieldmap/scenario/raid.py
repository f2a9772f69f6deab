"""The nouns of a raid: what comes, and how batteries fight it."""

from typing import Annotated, Literal

from pydantic import Field

from shieldmap.scenario.parts import (
    ASSUMPTION,
    COUNT,
    FRACTION,
    CountRange,
    Few,
    Flag,
    Fraction,
    GivenNumber,
    Name,
    Note,
    Part,
    Seconds,
    Source,
    Text,
    number,
)


class Fire(Part):
    """How a battery fights a raid; what is left out is the catalogue's, or nothing.

    ``salvo`` shots a look and at most ``looks`` looks at one target; without them those of the
    doctrine. ``record`` names a count of hits and shots of the catalogue whose posterior takes the
    place of the kill probability. ``track_probability``, ``radar_failure`` and ``radar_lost_s``
    belong to the battery's own radar. ``double_engagement`` lets it shoot at what another battery
    shoots at, if waiting for the result would leave it no shot.
    """

    salvo: Few | None = None
    looks: Few | None = None
    simultaneous: CountRange | None = Field(default=None, description=COUNT.description)
    kill_probability: Fraction | None = FRACTION
    record: Name | None = None
    common_mode_failure: Fraction | None = FRACTION
    reloads: CountRange = Field(
        default=CountRange(value=0, low=0, high=0), description=COUNT.description
    )
    double_engagement: Flag = False
    track_budget: CountRange | None = Field(default=None, description=COUNT.description)
    track_probability: Fraction | None = FRACTION
    radar_failure: Fraction | None = FRACTION
    radar_lost_s: Seconds | None = None


class Wave(Part):
    """Missiles of one threat, fired together or one after the other at some places in turn.

    ``spacing_s`` is the time between two launches; 0 is all at once. Launch points and targets are
    taken in turn, pairs that the missile cannot fly are passed over. ``objects`` counts the credible
    objects that come with each missile, its warhead among them; ``discrimination`` is the
    probability that they are told apart, and below ``sorting_altitude_km`` the air sorts them.
    """

    threat: Name
    launch_points: tuple[Name, ...] = Field(
        default=(), max_length=64, description="a list of at most 64 ids of launch points"
    )
    targets: tuple[Name, ...] = Field(
        min_length=1, max_length=256, description="a list of 1 to 256 ids of assets"
    )
    count: Annotated[
        int, Field(strict=True, ge=1, le=100_000, description="a whole number from 1 to 100000")
    ]
    start_s: Seconds = 0.0
    spacing_s: Seconds = 0.0
    objects: Few = 1
    discrimination: Fraction | None = FRACTION
    sorting_altitude_km: GivenNumber | None = ASSUMPTION
    source: Source | None = None
    note: Note = ""


class Weight(Part):
    """What a place counts when shots are given out; places without one count 1."""

    asset: Name
    weight: Annotated[float, number(0, 1e6, "")]


class RaidPlan(Part):
    """Missiles that come together, and how the defence answers them.

    ``undiscriminated`` says what fire control does where objects are not told apart: ``waste``
    shoots at each, ``gate`` waits until the air sorts them. ``half_width`` is the half of the
    95 % interval of the mean number of leakers at which the trials stop; 0 fights all ``trials_max``,
    and without it it is 0.05 missiles, or 0.2 % of a larger raid.
    """

    title: Text
    waves: tuple[Wave, ...] = Field(
        min_length=1, max_length=256, description="1 to 256 tables [[raid.waves]]"
    )
    weights: tuple[Weight, ...] = Field(
        default=(), max_length=1000, description="at most 1000 tables [[raid.weights]]"
    )
    assignment: Annotated[
        Literal["most-urgent", "value-weighted", "optimal"],
        Field(description="most-urgent, value-weighted or optimal"),
    ] = "most-urgent"
    undiscriminated: Annotated[Literal["waste", "gate"], Field(description="waste or gate")] = (
        "waste"
    )
    half_width: Annotated[float, number(0, 1e4, "missiles")] | None = None
    trials_max: Annotated[
        int,
        Field(strict=True, ge=2, le=1_000_000, description="a whole number from 2 to 1000000"),
    ] = 200_000
    seed: Annotated[
        int, Field(strict=True, ge=0, le=2**31 - 1, description="a whole number from 0 to 2^31 - 1")
    ] = 1
    source: Source | None = None
    note: Note = ""

    @property
    def half_width_missiles(self) -> float:
        """Where the trials stop, in missiles."""
        return max(0.05, 0.002 * self.missiles) if self.half_width is None else self.half_width

    @property
    def missiles(self) -> int:
        """How many missiles come."""
        return sum(wave.count for wave in self.waves)
