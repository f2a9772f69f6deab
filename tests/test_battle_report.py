"""The sections of the battle: they say what the run says, keep two intervals apart, and fetch nothing."""

import copy
import re
from types import SimpleNamespace
from typing import Any, cast

import pytest
from lxml import etree

from shieldmap import words
from shieldmap.archive import Run
from shieldmap.report import battle as section, battle_maps, battle_words, templates
from shieldmap.results import CountedMean, FootprintSummary, RaidAnswers, RaidTimeline
from shieldmap.results.gaps import UnreachedPlace
from tests.records import whole

Values = dict[str, Any]

AXES = {
    "outcomes": ("missiles of the raid", "missiles aimed at the place"),
    "leakers": ("share of the trials (%)", "missiles that come through"),
    "empty": ("missiles that come through", "interceptors spent", "missiles in the raid"),
    "adds": ("missiles that come through",),
    "lost": ("missiles that come through",),
    "warning": ("seconds before the impact",),
    "sites": ("people defended against all missiles (%)",),
    "gantt": ("time since the start of the raid (s)",),
    "space": ("altitude (km)",),
}
"""What is measured, and in what, on every chart; the map has degrees."""


def counted(mean: float, half: float, bad: float, good: float) -> Values:
    return sampled(mean, half) | {"parameter_range": [bad, good]}


def sampled(mean: float, half: float) -> Values:
    return {"mean": mean, "sampling_interval": [mean - half, mean + half]}


def outcomes(**missiles: float) -> list[Values]:
    rows = [
        {
            "outcome": "stopped",
            "by": by,
            "text": f"stopped by {by}",
            "missiles": missiles.get(by, 0.0),
        }
        for by in ("defence", "patriot")
    ]
    reasons = {"missed": "every shot at it missed", "out-of-reach": "no shot fits"}
    return rows + [
        {
            "outcome": code,
            "by": None,
            "text": text,
            "missiles": missiles.get(code, missiles.get(code.replace("-", "_"), 0.0)),
        }
        for code, text in reasons.items()
    ]


def battery(key: str, system: str, name: str, interceptors: int) -> Values:
    return {
        "id": key, "name": name, "system": system, "system_name": system.upper(),
        "interceptors": {"value": interceptors, "low": interceptors // 2, "high": 2 * interceptors},
        "salvo": 2, "looks": 1, "kill_probability": {"value": 0.8, "bad": 0.5, "good": 0.9},
        "record": "tests" if key == "patriot" else None, "common_mode_failure": 0.05,
        "simultaneous": 9, "double_engagement": False, "paths_in_reach": 1, "paths": 2,
    }  # fmt: skip


def asset(name: str, **missiles: float) -> Values:
    found = outcomes(**missiles)
    leaked = sum(row["missiles"] for row in found if row["by"] is None)
    return {
        "asset": name.lower(), "name": name, "missiles": round(sum(r["missiles"] for r in found)),
        "leakers": {"mean": leaked, "sampling_interval": [leaked - 0.02, leaked + 0.02]},
        "none_leaks": {"share": 0.251, "sampling_interval": [0.244, 0.258]}, "outcomes": found,
    }  # fmt: skip


def leakage() -> Values:
    assets = [
        asset("North Base", defence=2.25, patriot=0.5, missed=1.25),
        asset("South Port", defence=1.0, missed=0.5, out_of_reach=2.5),
    ]
    total = {
        row["by"] or row["outcome"]: sum(one["outcomes"][i]["missiles"] for one in assets)
        for i, row in enumerate(assets[0]["outcomes"])
    }
    prices = {"value": 12e6, "low": 11e6, "high": 15e6}
    cost = {"value": 1234e6, "low": 1111e6, "high": 1500e6}
    return {
        "title": "Eight missiles", "missiles": 8, "assignment": "most-urgent",
        "undiscriminated": "waste", "note": "A note.",
        "waves": [{"threat": "long", "count": 8, "start_s": 0.0, "spacing_s": 5.0,
                   "launch_points": ["North"], "targets": ["North Base", "South Port"], "objects": 3,
                   "discrimination": {"value": 0.5, "low": 0.2, "high": 0.8},
                   "sorting_altitude_m": 70e3, "note": ""}],
        "batteries": [battery("defence", "thaad", "Hill", 48), battery("patriot", "pac-3", "Bay", 64)],
        "trials": 12000, "leakers": counted(4.25, 0.04, 7.5, 1.5),
        "none_leaks": {"share": 0.0123, "sampling_interval": [0.0105, 0.0144],
                       "parameter_range": [0.0, 0.4]},
        "distribution": [148, 600, 1500, 2200, 3000, 2200, 1500, 600, 252],
        "interceptors_spent": {
            "all": counted(16.0, 0.1, 9.0, 18.0),
            "by_battery": {"defence": counted(10.0, 0.1, 5.0, 12.0),
                           "patriot": counted(6.0, 0.1, 4.0, 6.0)},
            "at_objects_that_were_no_warheads": counted(1.0, 0.1, 2.0, 0.5),
            "at_missiles_already_stopped": counted(3.0, 0.1, 2.0, 4.0),
        },
        "outcomes": outcomes(**total), "by_asset": assets,
        "cost": {
            "by_battery": [
                {"battery": key, "system": key, "spent": 8.0, "price_usd": prices, "cost_usd": cost,
                 "source": "a-price", "note": "", "rivals": [
                     {"value": 13.5, "unit": "M USD", "source": "another", "note": "12 to 15."}]}
                for key in ("defence", "patriot")
            ],
            "total_usd": cost, "per_missile_stopped_usd": prices, "limits": "prices alone",
        },
        "passed_over": [], "interval": "95 % of the trials", "parameter_range": "all ends",
    }  # fmt: skip


def emptying() -> Values:
    def rows(slope: float, emptied: int) -> list[Values]:
        return [
            {"missiles": n, "leakers": sampled(slope * n, 0.2), "spent": min(2.0 * n, 48.0),
             "empty": {"share": float(n >= emptied), "sampling_interval": [0.0, 1.0]},
             "emptied_s": 300.0 if n >= emptied else None}
            for n in (1, 20, 24, 40, 100)
        ]  # fmt: skip

    return {
        "interceptors": 48, "trials": 2000, "in_reach": 6, "limits": "the battery alone",
        "curves": [{"doctrine": "single", "rows": rows(0.3, 40), "empties_at": 40},
                   {"doctrine": "salvo-2", "rows": rows(0.2, 24), "empties_at": 24},
                   {"doctrine": "shoot-look-shoot", "rows": rows(0.25, 101), "empties_at": None}],
    }  # fmt: skip


def place(name: str, key: str, latitude_deg: float, longitude_deg: float) -> Values:
    return {"site": key, "name": name, "latitude_deg": latitude_deg, "longitude_deg": longitude_deg}


def with_(places: list[Values], more: Values) -> list[Values]:
    return [one | more for one in places]


def sites() -> Values:
    named = [place("Pyeongtaek", "site-pyeongtaek", 36.96, 127.03)]
    cells = [place("36.96, 127.30", "cell-1", 36.96, 127.30)]
    people = {t: {"in_range": 5e7, "value": 2e7, "bad": 0.0, "good": 3e7} for t in ("long", "all")}
    fits = {t: {"value": True, "bad": False, "good": True} for t in ("long", "all")}
    beside = {"distance_m": 120e3, "people_added": {"long": 3.5e6}, "added": 3.5e6}
    standing = {"distance_m": 120e3, "threats_defended": 1, "defended": fits}
    ranked = {"people": people, "mean_share": 0.4}
    row = {"sites": 2, "of": 2, "distance_m": [20e3, 120e3], "named": ["Pyeongtaek"]}
    share = {"share": "half", "fraction": 0.5, "batteries": 1, "greedy": 2, "sites": ["Pyeongtaek"]}
    most = {"share": "nine tenths", "fraction": 0.9, "batteries": None, "greedy": None, "sites": []}
    need = {"people_in_range": 5e7, "greatest_share": 0.8, "rows": [share, most]}
    here = {t: {"in_range": 5e7, "value": 2e7, "bad": 1e6, "good": 3e7} for t in ("long", "all")}
    return {
        "launchers": {"here": here, "named": with_(named, beside), "best": with_(cells, beside), "grid_spacing_m": 25e3,
                      "limits": "one radar"},
        "stand": {"place": "Seoul", "latitude_deg": 37.57, "longitude_deg": 126.98,
                  "threats": ["long"], "spacing_m": 25e3, "sites": with_(named + cells, standing),
                  "by_threat": [{"threat": t, **row} for t in ("long", "all")], "limits": "radar"},
        "batteries": {"named": with_(named, ranked), "best_of_grid": with_(cells, ranked), "sites": 2, "grid_spacing_m": 25e3,
                      "needed": [{"threat": t, **need} for t in ("long", "all")],
                      "site_spacing_m": 60e3, "limits": "full batteries"},
    }  # fmt: skip


def space() -> Values:
    return {
        "ceiling_m": {"value": 150e3, "low": 100e3, "high": 150e3, "source": "a-ceiling"},
        "satellites": [{"name": "Low one, far down", "altitude_m": 167.4e3, "source": "a-satellite",
                        "above_ceiling_m": 17.4e3}],
        "intercepts": [
            {"intercept": "highest", "threat": "long", "asset": "South Port", "altitude_m": 150e3,
             "target_mass_kg": 1000.0, "kill_vehicle_mass_kg": 50.0, "closing_speed_m_s": 3500.0,
             "energy_j_kg": 3e5, "is_catastrophic": True,
             "counts": [{"length_m": 0.01, "fragments": 48516.0}], "flown": 292,
             "highest_m": {"median": 151e3, "p99": 369e3, "most": 851e3},
             "share_above": [{"name": "Low one, far down", "altitude_m": 167.4e3, "share": 0.055,
                              "sampling_interval": [0.03, 0.09]}],
             "below_100_km_s": {"p99": 470.0}, "in_space_after_orbit": 0.0,
             "in_space_after_orbit_interval": [0.0, 0.01], "orbit_s": 5400.0}
        ],
        "samples": 300, "least_length_m": 0.01, "sources": ["a-model"], "limits": "a model",
    }  # fmt: skip


def answers() -> Values:
    combos = ((), ("thaad",), ("pac-3",), ("thaad", "pac-3"))
    warned = {"threat": "long", "launch_point": "north", "missile": "long", "status": "threatened",
              "time_of_flight_s": 300.0, "apogee_m": 60e3, "after_cue_s": [240.0, 180.0, 270.0],
              "after_radar_s": [200.0, None, 210.0]}  # fmt: skip
    own = {"place": "battery", "threat": "long", "launch_point": "north", "status": "threatened",
          "defended": False, "defended_bad": False, "defended_good": True, "share_of_samples": 0.4,
          "reason": "never-visible", "reason_text": "never visible to the radar"}  # fmt: skip
    return {
        "leakage": leakage(), "empty": emptying(), "space": space(), **sites(),
        "adds": {
            "trials": 2000, "names": {"thaad": "THAAD", "pac-3": "PAC-3"},
            "rows": [{"systems": list(c), "leakers": counted(8.0 - 2 * len(c), 0.1, 8.0, 1.0),
                      "spent": 4.0, "stopped_by": {}} for c in combos],
            "added": [{"system": s, "name": s.upper(), "leakers_with_all": 4.0,
                       "leakers_without_it": 6.0, "leakers_alone": 6.0} for s in ("thaad", "pac-3")],
        },
        "lost": {
            "trials": 2000,
            "rows": [{"change": change, "leakers": counted(4.0 + i, 0.1, 8.0, 1.0), "spent": 12.0,
                      "stopped_by": {"defence": 3.0, "patriot": 1.0}}
                     for i, change in enumerate(("as it is", "two launchers leave"))],
        },
        "gap": {
            "least_s": 1.0, "sentence_en": "A gap.", "sentence_ko": "틈.", "limits": "geometry",
            "layers": [{"layer": "defence", "system_name": "THAAD (first)"}],
            "rows": [
                {"place": "Seoul", "kind": "asset", "threat": "long", "launch_point": "north",
                 "missile": "long", "place_ko": "서울", "status": "threatened",
                 "flight_s": 300.0, "inside_s": 0.0, "outside_s": 300.0, "by_layer_s": {},
                 "descent_s": 90.0, "descent_outside_s": 90.0,
                 "closes": [{"layer": "defence", "number": "reach", "published_m": 2e5,
                             "needed_m": 203120.0, "change_m": 3120.0}],
                 "sites": [{"site": "place", "name": "Seoul", "layer": "defence",
                            "inside_s": 9.0}]},
                UnreachedPlace(place="Jeju", place_ko="제주", kind="asset", threat="long",
                               launch_point="north", missile="long", status="not-threatened"),
            ],
        },
        "worth": {
            "trials": 2000, "sentence_en": "Worth.", "sentence_ko": "값.", "limits": "coarse",
            "rows": [{"change": part, "part": part, "leakers": counted(4.0, 0.1, 8.0, 1.0),
                      "interceptors": counted(12.0, 0.1, 9.0, 14.0), "spent": 12.0,
                      "more_leakers": counted(0.0, 0.0, 0.0, 0.0), "stopped_by": {}}
                     for part in ("nothing", "radar")],
        },
        "warning": {"place": "Seoul", "rows": [warned], "shortest": warned, "limits": "no message"},
        "itself": {"rows": [own], "defended": 0, "threatened": 1, "covers_itself": False},
    }  # fmt: skip


def timeline() -> Values:
    shots = [
        {
            "battery": "defence",
            "is_warhead": hit,
            "launch_s": 100.0,
            "intercept_s": 150.0,
            "hit": hit,
        }
        for hit in (True, False)
    ]
    missile = {
        "id": 0, "wave": 0, "threat": "long", "launch_point": "north", "asset_name": "North Base",
        "launch_s": 0.0, "ends_s": 150.0, "outcome": "stopped by THAAD", "stopped": True,
        "shots": shots, "events": [{"event": "burnout", "time_s": 60.0, "altitude_m": 40e3}],
    }  # fmt: skip
    leaked = missile | {"id": 1, "stopped": False, "outcome": "no shot fits", "shots": [],
                        "launch_s": 5.0, "ends_s": 305.0}  # fmt: skip
    return {"trial": 0, "seed": 1, "missiles": [missile, leaked]}


SUMMARY: Values = {
    "threats": [{"id": "long", "name": "Longshot", "missile": "long", "class": "minimum-energy",
                 "apogee_m": None, "by_launch_point": []}],
    "launch_points": [{"id": "north", "name": "North (hill)"}],
    "grid": {"countries": ["KOR"]},
}  # fmt: skip


def told(battle: Values, happened: Values | None = None) -> Any:
    run = SimpleNamespace(
        battle=whole(RaidAnswers, **battle),
        timeline=whole(RaidTimeline, **(timeline() if happened is None else happened)),
        footprint=whole(FootprintSummary, **SUMMARY),
        catalogue=SimpleNamespace(entries={}),
    )
    return section.section(cast(Run, run))["battle"]


def rendered(parts: Any) -> str:
    """The template of the battle as the page includes it, with the page's own macros."""
    head = (
        (templates.TEMPLATES / "report.html.j2").read_text(encoding="utf-8").split("<!DOCTYPE")[0]
    )
    body = '{% if battle %}{% include "battle.html.j2" %}{% endif %}'
    return templates.environment().from_string(head + body).render(battle=parts)


@pytest.fixture(scope="module")
def parts() -> Any:
    return told(answers())


@pytest.fixture(scope="module")
def text(parts: Any) -> str:
    return rendered(parts)


def figures(text: str) -> list[Any]:
    return [etree.fromstring(svg) for svg in re.findall(r'<svg class="drawn".*?</svg>', text)]


def words_of(node: Any) -> str:
    return "".join(node.itertext())


def plainly(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).replace("\u00a0", " ")


def test_the_sections_speak_korean() -> None:
    """No English sentence is left: five words in a row are none of the fixture's names."""
    with words.using("ko"):
        parts = told(answers())
        text = re.sub(r"<[^>]+>", "|", rendered(parts))
    assert not re.search(r"[A-Za-z][\w’'-]+(?:,? [A-Za-z][\w’'-]+){4,}", text)
    assert parts["leakage"]["lead"].startswith(
        "미사일 8발 가운데 방어를 뚫는 것은 시행 12,000번의 평균으로 4.25발(95% 표본 구간 4.21–4.29"
    )
    for svg in re.findall(r"<svg.*?</svg>", rendered(parts)):
        etree.fromstring(svg)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("stopped by THAAD, Hill (north)", "요격: 사드(THAAD), Hill (north)"),
        ("stopped by THAAD", "사드(THAAD)가 요격"),
        ("shot 2: THAAD launches at an object that is no warhead", "2번째 요격: 사드(THAAD), 탄두가 아닌 물체에 발사"),
        ("shot 2: THAAD launches", "2번째 요격: 사드(THAAD) 발사"),
        ("nine tenths", "10분의 9"),
        ("a sentence of another version", "a sentence of another version"),
    ],
)  # fmt: skip
def test_what_answers_keep_is_said_in_the_readers_language(kept: str, said: str) -> None:
    assert words.said(kept, "questions") == kept
    with words.using("ko"):
        assert words.said(kept, "questions") == said


def test_no_section_without_a_raid() -> None:
    assert section.section(cast(Run, SimpleNamespace(battle=None, timeline=None))) == {
        "battle": None
    }
    assert rendered(None).strip() == ""


def test_every_question_has_its_part(parts: Any, text: str) -> None:
    assert all(parts.values())
    for key in parts:
        assert f'id="battle-{key}"' in text
        # What is folded is opened by a link that leads inside it.
        inside = "-open" if f'id="battle-{key}-open"' in text else ""
        assert f'href="#battle-{key}{inside}"' in text
    assert "Limits: prices alone." in plainly(text)


def test_every_chart_says_what_is_measured_and_in_what(parts: Any) -> None:
    charts = {
        "outcomes": parts["leakage"]["chart"], "leakers": parts["leakage"]["histogram"],
        "sites": parts["batteries"]["chart"], "gantt": parts["one"]["chart"],
        **{key: parts[key]["chart"] for key in ("empty", "adds", "lost", "warning", "space")},
    }  # fmt: skip
    for name, labels in AXES.items():
        found = {words_of(node) for node in etree.fromstring(charts[name]).iter("text")}
        assert set(labels) <= found, name
    degrees = {words_of(n) for n in etree.fromstring(parts["stand"]["map"]).iter("text")}
    # The map is some 100 km wide, and the bar takes a quarter of that at most.
    assert {"127°E", "37°N", "20 km"} <= degrees


def test_figures_are_well_formed_and_keep_their_words_inside(text: str) -> None:
    drawn = figures(text)
    assert len(drawn) > 10
    for figure in drawn:
        _, _, width, height = (float(part) for part in figure.get("viewBox").split())
        for node in figure.iter("text"):
            words_, size = words_of(node), float(node.get("font-size").removesuffix("px"))
            assert size >= 7.0, words_
            if node.get("transform"):
                continue
            reach = 0.5 * size * len(words_)
            x, y = float(node.get("x")), float(node.get("y"))
            left = (
                x
                - {"start": 0.0, "middle": 0.5, "end": 1.0}[node.get("text-anchor", "start")]
                * reach
            )
            assert left > -2.0, words_
            assert left + reach < width + 2.0, words_
            assert 0.0 < y < height, words_


def test_nothing_is_fetched(text: str) -> None:
    assert not re.search(r"https?:|<script|<img|<link|@import|src=", text)
    assert set(re.findall(r'href="(.)', text)) == {"#"}
    named = re.findall(r' id="([^"]+)"', text)
    assert len(named) == len(set(named))


def test_the_rows_of_outcomes_add_up_to_the_missiles(text: str) -> None:
    table = re.findall(r'id="outcome-table".*?<tbody>(.*?)</table>', text, re.DOTALL)[0]
    rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    assert len(rows) == 3
    for row, missiles in zip(rows, (4, 4, 8), strict=True):
        *means, leaked = (float(value) for value in re.findall(r'<data value="([^"]+)"', row))
        assert sum(means) == pytest.approx(missiles)
        assert sum(means[2:]) == pytest.approx(leaked)


def test_words_carry_both_intervals_and_never_merge_them(parts: Any) -> None:
    for key in ("leakage", "adds", "lost", "cost"):
        assert re.search(r"sampling interval .*; parameter range", parts[key]["lead"]), key
    for key in ("raid", "warning", "stand", "batteries"):
        assert "parameter range" in parts[key]["lead"], key
        assert "sampling interval" in parts[key]["lead"], key
    assert "parameter range" in parts["itself"]["lead"]
    assert "parameter range was not computed" in parts["empty"]["lead"]
    lead = parts["leakage"]["lead"].replace("\u00a0", " ")
    assert lead.startswith(
        "Of 8 missiles 4.25 (95 % sampling interval 4.21–4.29, at the values; parameter range: 7.5 at "
        "the bad ends, 1.5 at the good ends) come through"
    )
    assert (
        "A raid of 24 missiles empties the 48 interceptors with salvo-2" in parts["empty"]["lead"]
    )


@pytest.mark.parametrize(
    ("key", "path", "value", "wanted"),
    [
        ("leakage", ("leakage", "leakers", "mean"), 5.5, "5.50 (95"),
        ("leakage", ("leakage", "none_leaks", "share"), 0.333, "33.3"),
        ("cost", ("leakage", "cost", "total_usd", "value"), 4321e6, "4,321 million"),
        ("empty", ("empty", "interceptors"), 32, "the 32 interceptors"),
        ("warning", ("warning", "shortest", "time_of_flight_s"), 287.0, "287"),
        ("stand", ("stand", "by_threat", 1, "sites"), 0, "From none of the 2 sites"),
        ("space", ("space", "ceiling_m", "value"), 140e3, "140"),
    ],
)
def test_words_follow_the_numbers(
    key: str, path: tuple[Any, ...], value: float, wanted: str
) -> None:
    changed = copy.deepcopy(answers())
    at: Any = changed
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert wanted in told(changed)[key]["lead"]
    assert wanted not in told(answers())[key]["lead"]


def test_what_is_alike_in_every_trial_has_no_interval() -> None:
    told = CountedMean(mean=4.0, sampling_interval=(3.998, 4.0), parameter_range=(4.0, 0.0))
    assert battle_words.counted(told).startswith("4 (in every trial at the values; parameter range")
    drawn = told.model_copy(update={"sampling_interval": (3.9, 4.0)})
    assert "sampling interval 3.90–4.00" in battle_words.counted(drawn)


def test_layers_that_add_nothing_are_not_ranked() -> None:
    lead = "none adds anything to the others"
    given = answers()
    for row in given["adds"]["rows"]:
        row["leakers"] = counted(8.0, 0.0, 8.0, 8.0)
    assert lead in told(given)["adds"]["lead"]


def test_what_a_run_lacks_is_left_out() -> None:
    lacking = {"warning", "stand", "gap", "worth"}
    bare = {name: one for name, one in answers().items() if name not in lacking}
    found = told(bare, {})
    assert {key for key, part in found.items() if not part} == lacking | {"one"}
    text = rendered(found)
    assert 'id="battle-stand"' not in text
    assert 'id="battle-cost"' in text


def test_the_gap_tells_what_would_close_it_and_where_nothing_flies(parts: Any) -> None:
    """3.12 km are told as 3.2: never less than is needed."""
    seoul, jeju = (row["cells"][0] for row in parts["gap"]["rows"])
    assert seoul["seconds"] == "300 of 300"
    closes = "the reach of THAAD longer by 3.2\N{NO-BREAK SPACE}km; THAAD at the place itself"
    assert seoul["closes"] == closes
    assert not jeju["is_open"]
    assert closes in rendered(parts)


def test_empty_answers_are_said_in_words() -> None:
    given = answers()
    for curve in given["empty"]["curves"]:
        curve["empties_at"] = None
    given["space"]["intercepts"] = []
    given["warning"]["shortest"]["after_radar_s"] = [None, None, None]
    found = told(given)
    assert found["empty"]["lead"].startswith("No raid of up to 100 missiles empties the 48")
    assert "does not see it" in found["warning"]["lead"]
    assert "not seen" in rendered(found)
    for curve in given["empty"]["curves"]:
        curve["rows"] = []
    given["warning"] |= {"rows": [], "shortest": None}
    found = told(given)
    assert "No missile of the scenario reaches Seoul" in rendered(found)
    assert "None" not in plainly(rendered(found)).replace("None comes through", "")


@pytest.mark.parametrize("count", [1, 2, 3, 4, 8, 11])
def test_colours_of_the_map_cover_every_number(count: int) -> None:
    fills = battle_maps.stand_fills(count)
    assert len({fill.colour for fill in fills}) == len(fills)
    drawn = [battle_maps._fill(found, count) for found in range(count + 1)]
    assert drawn[0].text == "against none"
    assert drawn[-1].text == f"all {count}"
    order = [fills.index(fill) for fill in drawn]
    assert order == sorted(order)
    assert set(order) == set(range(len(fills)))
