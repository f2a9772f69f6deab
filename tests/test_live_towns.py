"""A town looked up, and whether the sentence about it says what the rows say."""

import re
import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from shieldmap import footprint, geodata, naming, terms, words
from shieldmap.answers import lookup, page, towns
from shieldmap.answers.page import Session, State
from shieldmap.model import Event
from shieldmap.results import Town, TownDefended, TownThreatened
from shieldmap.scenario import ScenarioError
from shieldmap.terms import LANGUAGES

DAEGU = (35.87, 128.59)
NOWHERE = (-35.0, -60.0)
# The timing case flies three missiles from two launch points.
SMALL = State(scenario="timing")
NOTHING = Town(name="", name_ko="", kind="town", latitude_deg=0.0, longitude_deg=0.0, people=0)


def names(text: str, state: State | None = None) -> list[tuple[str, str]]:
    return [(row.name, row.kind) for row in page.find(state or State(), text)]


@pytest.fixture(scope="module")
def session() -> Session:
    return Session()


@pytest.fixture(scope="module")
def daegu(session: Session) -> TownDefended:
    return page.defended(session, State(), *DAEGU, "Daegu", "대구광역시")


# --- looking up ---


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Seoul", "Seoul"), ("seoul", "Seoul"), ("SEOUL", "Seoul"), ("  Seoul ", "Seoul"),
        ("s e-o u l", "Seoul"), ("Séoûl", "Seoul"), ("ＳＥＯＵＬ", "Seoul"), ("서울", "Seoul"),
        ("서울특별시", "Seoul"), ("서울 특별시", "Seoul"), ("대구", "Daegu"), ("대구광역시", "Daegu"),
        ("세종", "Sejong"), ("세종특별자치시", "Sejong"), ("제주", "Jeju"), ("제주시", "Jeju"),
        ("전주", "Jeonju"), ("전주시", "Jeonju"), ("성주", "Seongju"), ("성주군", "Seongju"),
        ("pyeong-taek", "Pyeongtaek"), ("Pyeongt", "Pyeongtaek"), ("평택", "Pyeongtaek"),
        ("Camp Humphreys", "Camp Humphreys"), ("humphreys", "Camp Humphreys"),
    ],
)  # fmt: skip
def test_a_name_is_found_in_both_languages_with_and_without_its_ending(
    text: str, name: str
) -> None:
    found = names(text)
    assert found
    assert found[0][0] == name


def test_a_name_is_found_however_its_letters_are_composed() -> None:
    for text in ("서울특별시", "대구"):
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            assert names(unicodedata.normalize(form, text)) == names(text)


@pytest.mark.parametrize("text", ["서울시", "대구시", "Daegu-si", "Suwon-si", "Seongju-gun"])
def test_a_name_is_found_with_another_ending(text: str) -> None:
    assert names(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "'", "\t\n", "\x00", "%", "*", ".*", "🚀", "zzzzzz", "<script>alert(1)</script>",
     "'; DROP TABLE towns; --", "../../etc/passwd", "{{7*7}}", "서" * 5000, "a" * 100_000],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_what_is_no_name_finds_nothing(text: str) -> None:
    assert page.find(State(), text) == []


# A deadline would be a timed assertion; each search reads every neighbourhood.
@settings(deadline=None, max_examples=40)
@given(text=st.text(max_size=12))
def test_any_text_finds_few_places_that_hold_it(text: str) -> None:
    found = page.find(State(), text)
    assert len(found) <= lookup.MATCHES
    stems = lookup._words(text)
    holds = []
    for row in found:
        keys = [lookup._plain(row.name), lookup._plain(row.name_ko)]
        holds.append(
            any(all(stem in key for stem in stems) or lookup._plain(text) in key for key in keys)
        )
    # Either all hold it, or none does and these are a few that are written nearly so.
    assert all(holds) or (not any(holds) and len(found) <= 3)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Pusan", "Busan"), ("Taegu", "Daegu"), ("Kwangju", "Gwangju"), ("Cheju", "Jeju"),
     ("Seuol", "Seoul"), ("Pyongtaek", "Pyeongtaek"), ("데구", "Daegu")],
)  # fmt: skip
def test_older_romanisations_and_slips_are_understood(text: str, name: str) -> None:
    assert names(text)[0][0] == name


def test_the_best_match_comes_first_and_then_the_largest() -> None:
    found = page.find(State(), "광주")
    assert [row.name_ko for row in found[:2]] == ["광주광역시", "광주시"]
    assert found[0].people > found[1].people
    assert len(found) == lookup.MATCHES


@pytest.mark.parametrize(
    ("wanted", "name", "rank"),
    [
        ("daegu", "Daegu", 0), ("대구", "대구광역시", 1), ("대구광역시", "대구", 1), ("대구시", "대구광역시", 1),
        ("dae", "Daegu", 2), ("부산 해운대", "부산광역시 해운대구 우1동", 3), ("egu", "Daegu", 4),
        ("g", "Daegu", 9), ("busan", "Daegu", 9), ("daegus", "Daegu", 9),
    ],
)  # fmt: skip
def test_matches_are_ranked(wanted: str, name: str, rank: int) -> None:
    known = lookup._Known(NOTHING, (name, ""))
    found = lookup._rank(lookup._plain(wanted), lookup._stem(wanted), lookup._words(wanted), known)
    assert found == rank


def test_the_two_towns_of_one_name_are_both_found() -> None:
    found = [row for row in page.find(State(), "Goseong") if row.kind == "town"]
    assert len({(row.latitude_deg, row.longitude_deg) for row in found}) == 2


def test_every_town_of_the_map_is_found_by_its_own_names() -> None:
    """One search goes over all; here the ranking alone, name by name."""
    known = lookup._known_of(page.base_of(State()))
    listed = {str(name) for name in geodata.towns("KOR").name}
    assert {naming.plain(name) for name in listed} <= {naming.plain(one.bare[0]) for one in known}
    for one in known:
        assert one.names, one.spot
        for plain in one.names:
            assert lookup._rank(plain, plain, (), one) == 0


def test_assets_that_are_no_cities_are_found_too() -> None:
    assert ("Seongju battery", "site") in names("Seongju battery")
    assert ("Daegu Air Base", "base") in names("daegu")
    # Cities of the list of assets are towns already.
    assert [kind for name, kind in names("Daegu") if name == "Daegu"] == ["town"]


# --- two places of one name ---


@pytest.mark.parametrize("text", ["Goseong", "goseong-gun", "고성", "고성군", "Koseong"])
def test_a_name_that_two_places_bear_is_refused_with_both_labels(text: str) -> None:
    korea = page.base_of(State())
    with pytest.raises(ScenarioError, match="2 places: expected one of") as refused:
        lookup.meant(korea, text)
    labels = (
        ("고성군 (경남)", "고성군 (강원)")
        if "고" in text
        else ("Goseong (South Gyeongsang)", "Goseong (Gangwon)")
    )
    assert all(label in str(refused.value) for label in labels)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Goseong (Gangwon)", "Goseong (Gangwon)"), ("고성군 (강원)", "Goseong (Gangwon)"),
        ("강원 고성", "Goseong (Gangwon)"), ("강원도 고성군", "Goseong (Gangwon)"),
        ("gangwon goseong", "Goseong (Gangwon)"), ("고성군 (경남)", "Goseong (South Gyeongsang)"),
        ("Gwangju", "Gwangju"), ("광주", "Gwangju"), ("Kwangju", "Gwangju"),
        ("광주시", "Gwangju (Gyeonggi)"), ("경기도 광주", "Gwangju (Gyeonggi)"),
        ("Gwangju (Gyeonggi)", "Gwangju (Gyeonggi)"), ("대구", "Daegu"),
    ],
)  # fmt: skip
def test_a_label_or_a_name_with_its_province_is_one_place(text: str, name: str) -> None:
    assert lookup.meant(page.base_of(State()), text).name == name


def test_a_neighbourhood_that_many_towns_have_is_refused() -> None:
    with pytest.raises(ScenarioError, match=r"'중앙동' can be \d+ places: .* and \d+ more"):
        lookup.meant(page.base_of(State()), "중앙동")


def test_every_label_of_the_map_means_its_own_place() -> None:
    korea = page.base_of(State())
    labels, known = naming.town_labels("KOR"), geodata.towns("KOR")
    for row in range(len(labels.label)):
        for label in (labels.label[row], labels.label_ko[row]):
            found = lookup.meant(korea, label)
            # Spots keep four decimals of a degree.
            assert found.latitude_deg == pytest.approx(known.latitude_deg[row], abs=1e-4)
            assert found.name == labels.label[row]


def test_an_answer_says_that_there_is_another_place_of_its_name(session: Session) -> None:
    told = page.defended(session, SMALL, 38.3788, 128.4676, "Goseong (Gangwon)", "고성군 (강원)")
    assert [row.name for row in told.others] == ["Goseong (South Gyeongsang)"]
    assert told.sentence_en.endswith("another place of this name: Goseong (South Gyeongsang).")
    assert told.sentence_ko.endswith("고성군 (경남).")


def test_no_other_place_is_named_where_there_is_none(daegu: TownDefended) -> None:
    assert daegu.others == ()


# --- the rows ---


def test_the_rows_are_the_threats_of_the_scenario(daegu: TownDefended) -> None:
    threats = page.base_of(State()).threats
    assert [row.threat for row in daegu.rows] == [threat.id for threat in threats]
    for row, threat in zip(daegu.rows, threats, strict=True):
        assert row.launch_points == len(threat.launch_points)
        if isinstance(row, TownThreatened):
            assert row.status == "threatened"
            assert row.defended_from <= row.reached_from <= row.launch_points
            assert row.defended is (row.defended_from == row.reached_from)
            assert (row.reason is None) is row.defended
            # One missile of the fewest shots that the headline doctrine asks for.
            assert row.defended is False or row.shots >= 1


def test_the_rows_are_those_of_the_footprint(session: Session, daegu: TownDefended) -> None:
    """Each threat by a study of its own, the place judged without the session."""
    this = session.study(State(), draws=32, every_threat=True)
    doctrine = this.defence.doctrine
    for row in daegu.rows:
        reached, safe, low, times = 0, 0, [], {}
        for case in this.cases:
            if case.threat_id != row.threat:
                continue
            judged = footprint.judge_place(this, case, *DAEGU)
            if judged.aims.status[0] != 0:
                continue
            verdicts = judged.engagements.is_defended[0, :, doctrine]
            reached, safe = reached + 1, safe + bool(verdicts[0])
            low.append(bool(verdicts[this.columns("bad")[0]]))
            times[case.launch_id] = float(judged.flights.event_time_s[0, Event.IMPACT])
        assert row.defended_from == safe
        assert (row.status == "threatened") is isinstance(row, TownThreatened) is (reached > 0)
        if reached:
            assert row.reached_from == reached
            assert row.defended_bad is all(low)
            # Of the launch point named: 60 s by the value of the warning, 120 s late, 30 s early.
            told = [times[row.launch_point] - delay for delay in (60.0, 120.0, 30.0)]
            assert row.after_cue_s == pytest.approx(told, abs=1e-9)


def test_a_flight_set_by_hand_is_one_more_row(session: Session) -> None:
    state = SMALL.model_copy(update={"missile": "hwasong-7", "launch_points": ("hwangju",)})
    told = page.defended(session, state, *DAEGU, "Daegu", "대구")
    assert [row.threat for row in told.rows][-1] == "own"
    assert len(told.rows) == len(page.base_of(SMALL).threats) + 1


# --- the sentence ---


def told_by(rows: list[TownThreatened], word: str) -> list[TownThreatened]:
    return [row for row in rows if row.verdict == word]


@pytest.mark.parametrize(
    ("state", "place"),
    [(SMALL, DAEGU), (SMALL, (37.57, 126.98)), (SMALL, (36.6, 127.5)),
     (SMALL.model_copy(update={"doctrine": "single", "reach_km": 400.0}), (36.6, 127.5))],
)  # fmt: skip
def test_the_sentence_counts_what_the_rows_say(
    state: State, place: tuple[float, float], session: Session
) -> None:
    told = page.defended(session, state, *place, "Here", "여기")
    met = [row for row in told.rows if isinstance(row, TownThreatened)]
    assert met
    assert f". Of the {len(met)} missile flights" in told.sentence_en
    assert f". 이곳에 이르는 미사일 비행 {len(met)}가지 가운데" in told.sentence_ko
    words_told = {row.verdict for row in met}
    answers = {"hangs": "it depends", "fails": "not defended", "holds": "defended"}
    first = next(answers[word] for word in answers if word in words_told)
    if "holds" in words_told and len(words_told) > 1:
        first = "defended against some of them"
    assert told.sentence_en.startswith(f"Here: {first}. ")
    english = {
        "holds": r"holds against (\d+)",
        "fails": r"fails against (\d+)",
        "hangs": r"depends on [^,]*? against (\d+)",
    }
    korean = {"holds": "에는 방어됨", "fails": "에는 방어 안 됨", "hangs": "에 달림"}
    for word in ("holds", "hangs", "fails"):
        rows = told_by(met, word)
        found = re.search(english[word], told.sentence_en)
        assert (found is not None) is bool(rows), (word, told.sentence_en)
        assert (korean[word] in told.sentence_ko) is bool(rows)
        if found is not None:
            assert int(found[1]) == len(rows)
        for language in LANGUAGES:
            with words.using(language):
                for row in rows if len(rows) <= towns._NAMED else ():
                    assert towns._flight_named(row) in getattr(told, f"sentence_{language}")
    cues = [round(row.after_cue_s[0]) for row in met]
    for sentence in (told.sentence_en, told.sentence_ko):
        assert f"{min(cues)}" in sentence
        assert f"{max(cues)}" in sentence
        assert f"{met[0].draws}" in sentence


def test_the_verdicts_are_those_of_the_shares(daegu: TownDefended) -> None:
    """Holds from nine of ten draws, fails to one of ten [docs/glossary.md]."""
    met = [row for row in daegu.rows if isinstance(row, TownThreatened)]
    for row in met:
        assert row.share_of_samples is not None
        assert row.verdict == footprint.word_of(row.share_of_samples)
        assert (row.hangs_on is not None) is (row.verdict == "hangs")
    assert {row.verdict for row in met} == {"holds", "hangs", "fails"}


def test_the_two_sentences_say_the_same_numbers(daegu: TownDefended) -> None:
    """Names of missiles hold numbers as well, and both languages have them."""
    seconds = [re.findall(r"([\d,]+)–([\d,]+) ?(?:seconds|초)", getattr(daegu, key))
               for key in ("sentence_en", "sentence_ko")]  # fmt: skip
    assert seconds[0] == seconds[1]
    assert len(seconds[0]) == 1
    assert "대구광역시:" in daegu.sentence_ko


def test_what_it_hangs_on_most_often_is_said(daegu: TownDefended) -> None:
    known = [row.hangs_on for row in daegu.rows if getattr(row, "verdict", None) == "hangs"]
    most = max(dict.fromkeys(known), key=known.count)
    assert f"depends on {terms.ASSUMPTIONS[most].short.en}" in daegu.sentence_en
    assert f"{terms.ASSUMPTIONS[most].short.ko}에 달림" in daegu.sentence_ko


def test_a_place_that_nothing_reaches_is_told_so(session: Session) -> None:
    told = page.defended(session, SMALL, *NOWHERE, "", "")
    assert {row.status for row in told.rows} == {"not-threatened"}
    assert not any(row.defended for row in told.rows)
    assert told.sentence_en == "None of the 3 flights of this study reaches -35.00, -60.00."
    assert "3가지" in told.sentence_ko
    assert "-35.00, -60.00" in told.sentence_ko


def test_a_place_without_a_korean_name_keeps_its_name(session: Session) -> None:
    told = page.defended(session, SMALL, *DAEGU, "Somewhere", "")
    assert (told.name, told.name_ko) == ("Somewhere", "Somewhere")
    assert told.sentence_ko.startswith("Somewhere: ")


def test_a_name_is_said_as_it_was_given(session: Session) -> None:
    """The sentence is text: a page that shows it as markup would be at fault, not this."""
    name = "<b>{0}%s</b>"
    told = page.defended(session, SMALL, *DAEGU, name, name)
    assert told.sentence_en.startswith(f"{name}: defended. Of the ")


def test_no_negative_seconds_pass(session: Session) -> None:
    state = SMALL.model_copy(update={"warning_s": 3600.0})
    told = page.defended(session, state, *DAEGU, "Daegu", "대구")
    assert not re.search(r"-\d+ seconds|-\d+초", told.sentence_en + told.sentence_ko)


def test_a_share_of_nothing_is_said_the_right_way_round(session: Session) -> None:
    told = page.defended(session, SMALL, 37.57, 126.98, "Seoul", "서울")
    assert all(row.share_of_samples == 0.0 for row in told.rows)
    assert "holds against" not in told.sentence_en
    assert "fails against 3." in told.sentence_en
