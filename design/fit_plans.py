"""What each estimated missile is fitted to: one plan a missile, with the published flights that it uses.

Part of `fit_missiles.py`, which solves them.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Test(NamedTuple):
    """One published flight. ``range_observed`` is false where the distance is assumed."""

    date: str
    place: str
    latitude_deg: float
    longitude_deg: float
    range_km: float
    apogee_km: float
    time_s: float | None
    source: str
    how: str = "full burn"
    range_observed: bool = True


class Plan(NamedTuple):
    """What is freed for one missile, what it is solved against, and what else is compared.

    ``free`` is None for a published stage set.  ``test_payload`` frees the payload of the first
    flight; ``other_range_km`` is the maximum range published for the payload of that flight.
    ``ends`` are the lowest and the highest maximum range, whose refits give the ends of the freed
    number where sensible; ``remark`` closes its note.
    """

    missile: str
    free: str | None
    target: str
    tests: tuple[Test, ...]
    test_payload: bool = False
    other_range_km: float | None = None
    ends: tuple[float | None, float | None] = (None, None)
    remark: str = ""

    def observations(self) -> list[str]:
        """Return the published numbers that are compared with."""
        names = ["maximum range"]
        if self.other_range_km:
            names.append("maximum range with the flight's payload")
        for test in self.tests:
            names += [f"{test.date} range"] * test.range_observed
            names += [f"{test.date} apogee"]
            names += [f"{test.date} time"] * (test.time_s is not None)
        return names

    def parameters(self) -> list[str]:
        """Return all that was free, the steering of the flights included."""
        names = [] if self.free is None else [self.free]
        names += ["test payload"] * self.test_payload
        for test in self.tests:
            if test.how == "full burn":
                names += [f"{test.date} pitch"] * test.range_observed
            elif test.how == "cut-off":
                names += [f"{test.date} pitch", f"{test.date} cut-off"]
            else:
                names += [f"{test.date} cut-off"]
        return names

    def degrees_of_freedom(self) -> int:
        """Return how many observations are left to check the fit."""
        return len(self.observations()) - len(self.parameters())


SUNAN: Final = (39.20299, 125.70926)
PLANS: Final = (
    Plan(
        "hwasong-5", None, "", (
            Test("2014-02-27", "Kittaeryong", 38.99083, 127.6236, 200, 80, None,
                 "cns-nagix", "minimum energy"),
        ),
    ),
    Plan(
        "hwasong-7", None, "", (
            Test("2014-03-26", "Sunchon", 39.412594, 125.89031, 650, 150, None,
                 "cns-nagix", "minimum energy"),
        ),
    ),
    Plan("hwasong-9", None, "", (
        Test("2017-03-06", "Hwangju", 38.686834, 125.702005, 1000, 260, None,
             "shieldmap-memory", "minimum energy"),)),
    Plan(
        "hwasong-6", "tanks", "range", (
            Test("2015-03-01", "Nampo", 38.7523, 125.3247, 490, 134, None,
                 "cns-nagix", "minimum energy"),
        ),
    ),
    Plan(
        "hwasong-10", "impulse", "apogee", (
            Test("2016-06-22", "Wonsan", 39.1677, 127.4817, 400, 1413.6, None,
                 "xinhua-musudan-2016"),
        ), ends=(2350, 3500),
    ),
    Plan(
        "hwasong-12", "impulse", "apogee", (
            Test("2017-05-14", "Kusong", 40.0659, 125.2099, 787, 2111.5, 1800,
                 "csis-irbm-2017"),
            Test("2017-09-15", "Sunan", *SUNAN, 3700, 770, 1140, "csis-irbm-2017", "cut-off"),
            Test("2022-10-04", "Mupyong-ni", 40.611208, 126.425743, 4500, 970, None,
                 "kazinform-2022", "cut-off"),
        ), ends=(3700, 6000),
    ),
    Plan(
        "hwasong-14", "impulse", "range", (
            Test("2017-07-04", "Panghyon", 39.872153, 125.269192, 933, 2802, 2340,
                 "new-scientist-2017"),
        ), test_payload=True, other_range_km=6700, ends=(8000, None),
    ),
    Plan(
        "hwasong-15", "impulse", "range", (
            Test("2017-11-29", "Pyongsong", 39.282, 125.869, 950, 4475, 3180, "wright-2017-11"),
        ), test_payload=True, ends=(8500, 14000),
    ),
    Plan(
        "hwasong-17", "payload", "range", (
            Test("2022-11-18", "Pyongyang", 39.200159, 125.673256, 999.2, 6040.9, 4135,
                 "tass-2022"),
        ), test_payload=True,
        remark="High: the highest published throw-weight, which is for shorter ranges.",
    ),
    Plan(
        "hwasong-18", "payload", "range", (
            Test("2023-07-12", "Samsok", 39.112, 125.998, 1001.2, 6648.4, 4491, "janes-2023"),
        ), test_payload=True,
        remark="High: an estimate. The launch mass is a guess, so the payload is no better.",
    ),
    Plan(
        "hwasong-19", "payload", "range", (
            Test("2024-10-31", "Pyongyang", 39.200159, 125.673256, 1000, 7500, None,
                 "dagens-2024", range_observed=False),
        ), test_payload=True,
        remark="High: an estimate. The launch mass is a guess, so the payload is no better.",
    ),
    Plan(
        "pukguksong-1", "payload", "apogee", (
            Test("2016-08-24", "Sinpo", 40.0368, 128.1839, 500, 500, None, "daily-caller-2016"),
        ), ends=(900, 1300),
        remark="The published maximum of 1,300 km asks for more than the flight showed.",
    ),
    Plan(
        "pukguksong-2", "payload", "apogee", (
            Test("2017-02-12", "Kusong", 40.01325, 125.22302, 500, 550, None, "csis-kn15-2017"),
        ), ends=(None, 2000),
        remark="The published maximum of 1,300 km asks for more than the flight showed.",
    ),
    Plan("kn-25", "payload", "range", (
        Test("2026-03-14", "Sunan", *SUNAN, 340, 80, None, "cns-nagix", "cut-off"),
        Test("2024-09-12", "Chunghwa", 38.875, 125.926, 350, 100, None, "cns-nagix", "cut-off"),
        Test("2026-01-27", "Sunan", *SUNAN, 340, 70, None, "cns-nagix", "cut-off")), ends=(380, 500),
        remark="The sum is some 3 t, as recalled; no page was found in November 2026."),
    Plan("df-31a", "impulse", "range", (), ends=(10000, None)),
    Plan("topol-m", "impulse", "range", (), ends=(None, 11000)),
    Plan("yars", "impulse", "range", (), ends=(10500, 12000)),
    Plan("df-5a", "impulse", "range", (), ends=(None, 13000)),
    Plan(
        "df-41", "payload", "range", (), ends=(10000, 15000),
        remark="The launch mass is recalled, so the payload is no better."),
    Plan(
        "r-36m2", "payload", "range", (), ends=(10200, 16000),
        remark="Throw-weight holds the fuel of the warhead carrier, which is not burned here.",
    ),
    Plan("khorramshahr-4", "impulse", "range", (), ends=(None, 2500)),
    Plan("iran-hypothetical-3500km", "payload", "range", (), ends=(None, None),
        remark="Ends: what 4,000 and 3,000 km would take. No such missile is known, so no load is published."),
    Plan("df-26", "payload", "range", (), ends=(3000, 5000),
        remark="At 3,000 km it lies inside the 1,200 to 1,800 kg of the press."),
    Plan("ghadr", "impulse", "range", ()),
    Plan("emad", "impulse", "range", ()),
    Plan("kheibar-shekan", "payload", "range", ()),
    Plan("fattah-1", "payload", "range", ()),
    Plan("palestine-2", "payload", "range", (), ends=(1900, None)),
    Plan("zolfaghar", "impulse", "range", ()),
    Plan("qiam-1", "tanks", "range", ()),
    Plan(
        "zulfiqar-yemen", "payload", "range", (),
        remark="The range is that of the missiles of Yemen in general, so the payload is no better."),
)  # fmt: skip


# ---------------------------------------------------------------------------------------------
# Flying
