"""A seeded mutator of scenario files: what a hurried, hostile or unlucky hand makes of one."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any, Final

from shieldmap import scenario

Raw = dict[str, Any]
Spot = tuple[Any, Any]
"""A list or table, and the index or key of what stands in it."""

ODD_TEXTS: Final = (
    "", " ", "x" * 65, "x" * 5000, "\x1b[31mred", "bell\x07", "\x9b2J", "\u202egnirts", "a\nb", "a\r\nb",
    "\x7f", "tab\there", "\u2028", "대구", "é" * 300, "$\\frac{1}{0}$", "$x^2", "[/bold]", "[red]x",
    "<script>alert(1)</script>", "{{ 7 * 7 }}", "%s %n", "../../etc", "..", "con", "NUL", "a,b", "-",
    "KOR", "ZZZ", "korea", "geonames", "an-tpy-2", "thaad", "hwasong-7", "none", "true", "1", "nan",
    "\ufeff", "\U0001f680", "a" * 64, "0", "2017-09-12", "https://", "javascript:alert(1)",
)  # fmt: skip
ODD_NUMBERS: Final = (
    0, -1, 1, 2, 3, 10, 1.5, 6.0, -0.0, 1e-300, 1e300, -1e300, 5e-324, 90, -90, 90.0, 180, -180, 360,
    359.999, 89.7, 179.9, 1e-6, 1e9, 2**31, 2**63, 2**64, -(2**63), 10**30, 10**400, 64, 256, 1000,
    100_000, float("nan"), float("inf"), float("-inf"), 0.5, 0.999999, 37.5, 127.0, -37.5, -53.0,
)  # fmt: skip
ODD_VALUES: Final[tuple[Any, ...]] = (
    True, False, [], {}, [[]], [{}], {"value": 1}, {"value": 1, "low": 2, "high": 0},
    {"value": 3, "low": 1, "high": 9, "source": "geonames"}, {"": 1}, [1, 2], [350, 10], ["a", "a"],
    dt.date(2017, 9, 12), dt.date(1, 1, 1), dt.date(9999, 12, 31), dt.time(1, 2, 3),
    dt.datetime(2017, 9, 12, tzinfo=dt.UTC),
)  # fmt: skip
ODD_KEYS: Final = (
    "", "unknown", "schema", "kind", "\x1b[2J", "a.b", "." * 400, "x" * 5000, "값", "launch_point",
    "__class__", "model_config", "as_mapping", "value",
)  # fmt: skip


def spots(raw: Any, depth: int = 0) -> list[Spot]:
    """Every place of a scenario at which something stands."""
    keys = list(raw) if isinstance(raw, dict) else range(len(raw)) if isinstance(raw, list) else ()
    found: list[Spot] = [(raw, key) for key in keys]
    for key in keys:
        if depth < 8:
            found += spots(raw[key], depth + 1)
    return found


def _alike(raw: Raw, rng: random.Random, kinds: Any) -> Spot | None:
    found = [
        (o, k) for o, k in spots(raw) if isinstance(o[k], kinds) and not isinstance(o[k], bool)
    ]
    return rng.choice(found) if found else None


def _set(raw: Raw, rng: random.Random) -> None:
    owner, key = rng.choice(spots(raw))
    owner[key] = rng.choice((*ODD_TEXTS, *ODD_NUMBERS, *ODD_VALUES))


def _set_number(raw: Raw, rng: random.Random) -> None:
    if (spot := _alike(raw, rng, (int, float))) is not None:
        spot[0][spot[1]] = rng.choice(ODD_NUMBERS)


def _scale_number(raw: Raw, rng: random.Random) -> None:
    if (spot := _alike(raw, rng, (int, float))) is not None:
        old = spot[0][spot[1]]
        factor = rng.choice((-1, 0, 2, 10, 1000))
        spot[0][spot[1]] = old * factor if rng.random() < 0.7 else type(old)(old + factor)


def _set_text(raw: Raw, rng: random.Random) -> None:
    if (spot := _alike(raw, rng, str)) is not None:
        spot[0][spot[1]] = rng.choice(ODD_TEXTS)


def _drop(raw: Raw, rng: random.Random) -> None:
    owner, key = rng.choice(spots(raw))
    del owner[key]


def _repeat(raw: Raw, rng: random.Random) -> None:
    if (spot := _alike(raw, rng, list)) is not None and spot[0][spot[1]]:
        items = spot[0][spot[1]]
        items += [rng.choice(items)] * rng.choice((1, 1, 2, 40, 300))


def _swap(raw: Raw, rng: random.Random) -> None:
    (a, i), (b, j) = rng.choice(spots(raw)), rng.choice(spots(raw))
    a[i], b[j] = _copied(b[j]), _copied(a[i])


def _swap_alike(raw: Raw, rng: random.Random) -> None:
    kinds = rng.choice((str, (int, float)))
    first, second = _alike(raw, rng, kinds), _alike(raw, rng, kinds)
    if first is not None and second is not None:
        (a, i), (b, j) = first, second
        a[i], b[j] = b[j], a[i]


def _add_key(raw: Raw, rng: random.Random) -> None:
    owners = [raw, *(o[k] for o, k in spots(raw) if isinstance(o[k], dict))]
    rng.choice(owners)[rng.choice(ODD_KEYS)] = rng.choice((*ODD_TEXTS, *ODD_NUMBERS, *ODD_VALUES))


def _nest(raw: Raw, rng: random.Random) -> None:
    owner, key = rng.choice(spots(raw))
    value = owner[key]
    for _ in range(rng.choice((1, 2, 30, 80))):
        value = {"a": value} if rng.random() < 0.8 else [value]
    owner[key] = value


def _turn_round(raw: Raw, rng: random.Random) -> None:
    """Move everything on the map by a turn, to another hemisphere or onto one spot."""
    turn, mirror, spot = rng.choice((0, 90, 180, 53.1)), rng.random() < 0.5, rng.random() < 0.2
    for owner, key in spots(raw):
        if not isinstance(owner[key], (int, float)) or isinstance(owner[key], bool):
            continue
        if key == "longitude_deg":
            owner[key] = 127.0 if spot else (owner[key] + turn + 180.0) % 360.0 - 180.0
        elif key == "latitude_deg":
            owner[key] = 37.0 if spot else -owner[key] if mirror else owner[key]


def _move_one(raw: Raw, rng: random.Random) -> None:
    """One table of the map goes far away: the antipode, a pole, the date line, the next town."""
    places = [o for o, k in spots(raw) if k == "latitude_deg"]
    if not places:
        return
    place = rng.choice(places)
    there: tuple[tuple[float, float], ...] = (
        (-37.5, -53.0), (89.6, 0.0), (-89.9, 10.0), (90.0, 0.0), (0.0, 180.0), (12.0, -179.9),
        (51.5, -0.1), (-33.9, 151.2), (37.57, 126.98), (0.0, 0.0),
    )  # fmt: skip
    place["latitude_deg"], place["longitude_deg"] = rng.choice(there)


def _fire(raw: Raw, rng: random.Random) -> None:
    """Another way to fight: launchers, salvos, probabilities, an absent radar."""
    owners = [o for o in (raw.get("defence"), *_tables(raw, "layers")) if isinstance(o, dict)]
    if not owners:
        return
    owner = rng.choice(owners)
    fraction = {"value": rng.choice((0, 0.5, 1)), "source": "geonames"}
    choices: tuple[tuple[str, str, Any], ...] = (
        ("fire", "salvo", rng.choice((1, 4, 8))), ("fire", "looks", rng.choice((1, 8))),
        ("fire", "simultaneous", rng.choice((0, 1, 10_000))), ("fire", "kill_probability", fraction),
        ("fire", "common_mode_failure", fraction), ("fire", "track_budget", rng.choice((0, 1, 9999))),
        ("fire", "track_probability", fraction), ("fire", "radar_failure", fraction),
        ("fire", "radar_lost_s", rng.choice((0, 100, 86_400))), ("fire", "reloads", 10_000),
        ("battery", "launchers", rng.choice((0, 1, 500))),
        ("battery", "interceptors_per_launcher", rng.choice((0, 1, 500))),
        ("radar", "present", False),
        ("assumptions", "warning_s", {"value": rng.choice((0, 3600)), "source": "geonames"}),
        ("assumptions", "floor_km", {"value": rng.choice((0, 200)), "source": "geonames"}),
        ("assumptions", "reach_km", {"value": rng.choice((1, 3000)), "source": "geonames"}),
    )  # fmt: skip
    table, key, value = rng.choice(choices)
    if isinstance(owner.setdefault(table, {}), dict):
        owner[table][key] = value


def _raid(raw: Raw, rng: random.Random) -> None:
    given = raw.get("raid")
    if isinstance(given, dict):
        key, value = rng.choice(
            (
                ("trials_max", rng.choice((2, 3, 100_000_000))),
                ("half_width", rng.choice((0, 1e-9, 1e4))),
                ("assignment", rng.choice(("optimal", "value-weighted"))),
                ("undiscriminated", "gate"), ("seed", 2**31 - 1),
            )
        )  # fmt: skip
        given[key] = value
    for wave in _tables(given, "waves"):
        wave["count"] = rng.choice((1, 2, 3, 1000, 100_000))
        wave["spacing_s"] = rng.choice((0, 1, 86_400))


def _view(raw: Raw, rng: random.Random) -> None:
    if isinstance(raw.get("view"), dict):
        value = rng.choice(([0.1], [1e-6, 1000], [1e-6, 0.1, 1000], [0.1, 0.1000001]))
        raw["view"]["cross_sections_m2"] = value
        raw["view"]["headline_cross_section_m2"] = rng.choice(value)
        for name in rng.sample(("groups", "statements", "task"), rng.randrange(4)):
            raw.pop(name, None)


def _tables(owner: Any, key: str) -> list[Raw]:
    given = owner.get(key) if isinstance(owner, dict) else None
    return [item for item in given if isinstance(item, dict)] if isinstance(given, list) else []


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


SCHEMA: Final[tuple[Callable[[Raw, random.Random], None], ...]] = (
    _set, _set_number, _set_text, _drop, _repeat, _swap, _add_key, _nest,
)  # fmt: skip
"""Changes that a check mostly refuses."""

MEANING: Final[tuple[Callable[[Raw, random.Random], None], ...]] = (
    _scale_number, _swap_alike, _turn_round, _move_one, _fire, _raid, _view,
)  # fmt: skip
"""Changes that a check mostly lets through."""

_BYTES: Final = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"[", b"]]", b'"', b"'''", b"=", b"nan", b"inf", b"-",
    b"\x1b[31m", b"9" * 5000, b"[a]\n" * 3, b"a.b.c.d = 1\n", b"{" * 300, b"[" * 3000,
    b".".join([b"a"] * 400) + b" = 1\n", b"\xed\xa0\x80", b"\\u0000", b"1e999", b"0x" + b"f" * 300,
)  # fmt: skip


def mutated(seed: int, gentle: bool = False) -> Raw:
    """The tables of an embedded scenario with one to four changes.

    Parameters
    ----------
    gentle : only changes that a check mostly lets through.
    """
    rng = random.Random(seed)
    raw = _copied(scenario.load_study(rng.choice(scenario.names())).as_mapping())
    raw["date"] = dt.date.fromisoformat(raw["date"])
    pool = MEANING if gentle or rng.random() < 0.4 else SCHEMA
    for _ in range(rng.choice((1, 1, 2, 4))):
        if raw:
            rng.choice(pool)(raw, rng)
    return raw


def torn(text: bytes, seed: int) -> bytes:
    """A file with a few of its bytes cut, doubled or replaced."""
    rng = random.Random(seed)
    for _ in range(rng.choice((1, 1, 3, 10))):
        at, length = rng.randrange(len(text) + 1), rng.choice((0, 1, 20, 500))
        text = (
            text[:at] + rng.choice((b"", text[at : at + length] * 2, *_BYTES)) + text[at + length :]
        )
    return text


def as_toml(value: Any) -> str:
    """A mapping as TOML of one long table, whatever stands in it."""
    return "".join(f"{_key(key)} = {_inline(item)}\n" for key, item in value.items())


def _key(key: str) -> str:
    return (
        '"' + "".join(c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in key) + '"'
    )


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(k)} = {_inline(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, str):
        return _key(value)
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else repr(value)
