"""The API as a user meets it: answers, refusals, files, headers, and how the server ends."""

import contextlib
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from shieldmap import colours, plain, terms, words
from shieldmap.answers import page
from shieldmap.web.guards import HEADERS, LARGEST_BODY_BYTES
from tests.web.conftest import free_port, go_to, started

COARSE: dict[str, Any] = {"spacing_km": 25, "launch_points": ["hwangju"]}
DAEGU = {"latitude_deg": 35.87, "longitude_deg": 128.6}


def area(client: httpx.Client, **changes: Any) -> dict[str, Any]:
    answer = client.post("/api/area", json={"state": {**COARSE, **changes}, "client": "test"})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


# --- answers ---------------------------------------------------------------------------------


def test_an_answer_is_that_of_the_same_state_in_python(client: httpx.Client) -> None:
    over_http = area(client, reach_km=170)
    here = page.View(page.from_mapping({**COARSE, "reach_km": 170})).area(draws=32).as_json()
    for key in ("status", "defended", "shots", "margin_s", "reason", "totals", "spots", "query"):
        assert over_http[key] == plain.values(here[key]), key


def test_what_is_told_beside_an_answer_is_that_of_python(client: httpx.Client) -> None:
    state = {**COARSE, "battery": [36.4, 128.0], "reach_km": 170}
    answer = client.post("/api/told", json={"state": state})
    assert answer.json() == plain.values(page.told(page.from_mapping(state)).as_json())
    assert {one["key"] for one in answer.json()["changes"]} == {
        "launch_points", "battery", "reach_km", "spacing_km",
    }  # fmt: skip
    refused = client.post("/api/told", json={"state": {"threat": "x"}})
    assert refused.status_code == 422


def test_the_map_has_the_colours_of_its_files(client: httpx.Client) -> None:
    told = client.get("/api/colours").json()
    assert told == plain.values(colours.MAP.as_json())
    text = client.post("/api/export/geojson", json={"state": COARSE}).json()
    fills = {one["properties"].get("fill") for one in text["features"]} - {None}
    assert fills <= {one["fill"] for one in told["shares"]} | {told["not_threatened"]}


def test_a_file_speaks_the_language_that_is_asked_for(client: httpx.Client) -> None:
    asked = {"state": COARSE, "lang": "ko"}
    assert "방어 체계" in client.post("/api/export/kml", json=asked).text
    assert "방어 체계" not in client.post("/api/export/kml", json={"state": COARSE}).text
    assert client.post("/api/export/kml", json={**asked, "lang": "de"}).status_code == 422


def test_columns_have_one_value_for_each_cell(client: httpx.Client) -> None:
    answer = area(client)
    places = client.get("/api/places/korea", params={"spacing_km": 25}).json()
    for key in ("status", "defended", "shots", "margin_s", "reason"):
        assert len(answer[key]) == answer["cells"] == len(places["latitude_deg"])


def test_a_shorter_reach_defends_fewer_people(client: httpx.Client) -> None:
    def people(reach_km: float) -> float:
        return float(area(client, reach_km=reach_km)["totals"]["defended"]["value"]["people"])

    assert people(100) < people(200)


def test_the_samples_are_told_when_asked_for(client: httpx.Client) -> None:
    body = {"state": COARSE, "client": "test", "draws": 32}
    answer = client.post("/api/area", json=body).json()
    assert len(answer["probability"]) == answer["cells"]
    assert 0 <= min(answer["probability"]) <= max(answer["probability"]) <= 100
    body["draws"] = 0
    assert client.post("/api/area", json=body).json()["probability"] is None


def test_why_names_what_happens_and_what_would_change_it(client: httpx.Client) -> None:
    answer = client.post("/api/why", json={"state": COARSE, **DAEGU}).json()
    assert answer["status"] == "threatened"
    assert next(row["event"] for row in answer["timeline"]) == "missile launch"
    assert {row["parameter"] for row in answer["changes"]} >= {"reach", "floor", "reaction"}


def test_a_town_gets_one_sentence_in_two_languages(client: httpx.Client) -> None:
    found = client.get("/api/towns/korea", params={"query": "대구"}).json()[0]
    body = {
        "state": {},
        **{k: found[k] for k in ("latitude_deg", "longitude_deg", "name", "name_ko")},
    }
    answer = client.post("/api/defended", json=body).json()
    assert answer["sentence_en"].startswith("Daegu: ")
    assert "대구광역시" in answer["sentence_ko"]
    assert len(answer["rows"]) == len(page.base_of(page.State()).threats)


@pytest.mark.parametrize("kind", sorted(page.KINDS))
def test_every_export_is_a_file_with_a_name(client: httpx.Client, kind: str) -> None:
    answer = client.post(f"/api/export/{kind}", json={"state": COARSE})
    assert answer.status_code == 200, answer.text
    ending, media_type, _ = page.KINDS[kind]
    # The head of the hash that the citation tells whole: a file that is found again says of what it is.
    citation = client.post("/api/export/citation", json={"state": COARSE}).text
    digest = re.search(r"hash ([0-9a-f]+),", citation)[1]
    name = f"shieldmap-korea-{digest[:8]}.{ending}"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.text


def test_a_launch_date_moves_the_clock_and_what_is_none_is_refused(client: httpx.Client) -> None:
    place = {"latitude_deg": 36.05, "longitude_deg": 128.22}
    date = "2016-09-05T12:13:00+09:00"
    film = client.post("/api/export/czml", json={"state": COARSE, "epoch": date}).json()
    assert film[0]["clock"]["currentTime"] == "2016-09-05T03:13:00.000000Z"
    shown = client.post("/api/engagement", json={"state": COARSE, "epoch": date, **place}).json()
    assert shown[0]["clock"]["currentTime"] == "2016-09-05T03:13:00.000000Z"
    asked: list[tuple[str, dict[str, object]]] = [
        ("/api/export/czml", {"epoch": "2016-09-05T03:13:00"}),
        ("/api/engagement", {"epoch": "yesterday", **place}),
        ("/api/raid", {"epoch": "9999-12-31T23:59:59Z"}),
        ("/api/export/czml", {"epoch": 5}),
        ("/api/export/czml", {"epoch": "x" * 80}),
    ]
    for path, body in asked:
        answer = client.post(path, json={"state": COARSE, **body})
        assert answer.status_code == 422
        said = answer.json()["detail"]
        assert said.startswith("epoch is ")
        assert said.endswith("such as 2016-09-05T03:13:00Z")
    wrong = client.post("/api/export/geojson", json={"state": COARSE, "epoch": date})
    assert wrong.status_code == 422
    assert wrong.json()["detail"].startswith("epoch has no effect on geojson")


@pytest.mark.slow
def test_the_raid_sums_to_its_missiles(client: httpx.Client) -> None:
    answer = client.post("/api/raid", json={"state": {}, "client": "raid", "trials": 200}).json()
    assert sum(row["mean"] for row in answer["by_outcome"]) == pytest.approx(answer["missiles"])
    assert answer["czml"][0]["id"] == "document"


def test_progress_of_nobody_is_nothing(client: httpx.Client) -> None:
    assert client.get("/api/progress/nobody").json()["what"] is None


# --- refusals --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        ({"state": {"reach_km": "far"}}, "reach_km", '"far"'),
        ({"state": {"reach_km": 4000}}, "reach_km", "4000"),
        ({"state": {"battery": [91, 0]}}, "battery", "91"),
        ({"state": {"scenario": "../etc/passwd"}}, "scenario", "../etc/passwd"),
        ({"state": {"scenario": "china-russia"}}, "scenario", "china-russia"),
        ({"state": {"launch_points": ["nowhere"]}}, "launch_points", "nowhere"),
        ({"state": {"threat": "nothing"}}, "threat", "nothing"),
        ({"state": {"missile": "hwasong-11ma"}}, "missile", "hwasong-11ma"),
        ({"state": {"missile": "nothing"}}, "nothing", "catalogue"),
        ({"draws": 513}, "draws", "513"),
        ({"client": "a b"}, "client", "a b"),
        ({"state": 3}, "state", "3"),
        ({"more": 1}, "more", ""),
    ],
)
def test_a_wrong_field_is_answered_in_one_sentence(
    client: httpx.Client, body: dict[str, Any], field: str, value: str
) -> None:
    answer = client.post("/api/area", json=body)
    assert answer.status_code == 422
    sentence = answer.json()["detail"]
    assert field in sentence
    assert value in sentence
    assert "\n" not in sentence
    assert "Traceback" not in sentence


def test_a_grid_of_gigabytes_is_refused_before_it_is_flown(client: httpx.Client) -> None:
    answer = client.post("/api/area", json={"state": {"spacing_km": 1.5, "launch_points": [
        "hwangju", "kittaeryong", "wonsan", "sukchon", "kusong", "tonghae", "samjiyon"]}})  # fmt: skip
    assert answer.status_code == 422
    assert "spacing_km is 1.5" in answer.json()["detail"]


def test_a_place_that_no_flight_reaches_has_no_engagement(client: httpx.Client) -> None:
    place = {"latitude_deg": -35.0, "longitude_deg": 20.0}
    assert client.post("/api/engagement", json={"state": COARSE, **place}).status_code == 422
    why = client.post("/api/why", json={"state": COARSE, **place}).json()
    assert why["status"] == "not-threatened"


def test_a_body_that_is_too_long_is_refused(client: httpx.Client) -> None:
    answer = client.post("/api/area", content=b" " * (LARGEST_BODY_BYTES + 1))
    assert answer.status_code == 413

    def in_parts() -> Any:
        for _ in range(20):
            yield b" " * (LARGEST_BODY_BYTES // 10)

    assert client.post("/api/area", content=in_parts()).status_code == 413


def test_what_is_no_json_is_refused(client: httpx.Client) -> None:
    headers = {"Content-Type": "application/json"}
    for content in (b"{", b"[1]", b"\xff\xfe", b'{"state": {"reach_km": 1e999}}', b"null"):
        answer = client.post("/api/area", content=content, headers=headers)
        assert answer.status_code in (400, 422), content
        assert isinstance(answer.json()["detail"], str)


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (b"[" * 30_000, 422, "no JSON"),
        (b'{"state": ' * 5000, 422, "no JSON"),
        (b'{"state": {"reach_km": ' + b"9" * 5000 + b"}}", 422, "no JSON"),
        (b'{"state": {"reach_km": ' + b"9" * 400 + b"}}", 422, "reach_km"),
        (b'{"state": {"reach_km": NaN}}', 422, "reach_km"),
        (b'{"state": {"reach_km": -Infinity}}', 422, "reach_km"),
        (b'{"state": {}, "state": {}}', 422, "state stands twice"),
        (b'{"state": {"reach_km": 1, "reach_km": 2}}', 422, "reach_km stands twice"),
        (b"", 422, "expected a table"),
        (b'"state"', 422, "expected a table"),
        (b'{"state": {"spacing_km": 25}}\x00', 422, "no JSON"),
    ],
)
def test_odd_bodies_are_refused_in_a_sentence(
    client: httpx.Client, content: bytes, status: int, words: str
) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.post("/api/area", content=content, headers=headers)
    assert answer.status_code == status
    assert words in answer.json()["detail"]
    assert len(answer.json()["detail"]) < 400


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_of_another_type_is_refused(client: httpx.Client, kind: str) -> None:
    headers = {"Content-Type": kind} if kind else {}
    answer = client.post("/api/area", content=b'{"state": {"spacing_km": 25}}', headers=headers)
    assert answer.status_code == 422
    assert isinstance(answer.json()["detail"], str)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/api/why", {"latitude_deg": "35.87", "longitude_deg": 128.6}, "latitude_deg"),
        ("/api/why", {"latitude_deg": 35.87, "longitude_deg": "128.6"}, "longitude_deg"),
        ("/api/why", {"latitude_deg": True, "longitude_deg": 128.6}, "latitude_deg"),
        ("/api/area", {"state": {"reach_km": "150"}}, "reach_km"),
        ("/api/area", {"state": {"battery": ["36", 127]}}, "battery"),
        ("/api/area", {"state": {"radar_present": "true"}}, "radar_present"),
        ("/api/area", {"state": {"radar_present": 1}}, "radar_present"),
        ("/api/area", {"state": {"launchers": "6"}}, "launchers"),
        ("/api/area", {"state": {"launchers": 6.0}}, "launchers"),
        ("/api/raid", {"trials": "200"}, "trials"),
        ("/api/raid", {"trials": 200.0}, "trials"),
        ("/api/area", {"client": 1}, "client"),
    ],
)
def test_a_number_is_a_number_and_a_text_is_a_text(
    client: httpx.Client, path: str, body: dict[str, Any], field: str
) -> None:
    answer = client.post(path, json={"state": {}, **body})
    assert answer.status_code == 422
    assert field in answer.json()["detail"]


@pytest.mark.parametrize(
    "text", ["2_5", " 25", "25 ", "nan", "inf", "1e999", "0x19", "٢٥", "", "1.4", "101"]
)
def test_a_number_of_a_query_is_written_plainly(client: httpx.Client, text: str) -> None:
    answer = client.get("/api/places/korea", params={"spacing_km": text})
    assert answer.status_code == 422
    assert "spacing_km" in answer.json()["detail"]
    assert "from 1.5 to 100 km" in answer.json()["detail"]


def test_plain_numbers_of_a_query_are_read(client: httpx.Client) -> None:
    counts = {
        len(client.get("/api/places/korea", params={"spacing_km": text}).json()["people"])
        for text in ("25", "25.0", "2.5e1", "+25")
    }
    assert len(counts) == 1


def test_a_longitude_may_be_told_up_to_360_everywhere(client: httpx.Client) -> None:
    """-180 to 360, as on the command line and in a state; the answer tells -180 to 180."""
    at = {"state": COARSE, "latitude_deg": 35.87}
    answer = client.post("/api/why", json={**at, "longitude_deg": 359.9})
    assert answer.status_code == 200
    assert answer.json()["longitude_deg"] == pytest.approx(-0.1, abs=1e-9)
    for longitude_deg in (-180.1, 360.1):
        refused = client.post("/api/why", json={**at, "longitude_deg": longitude_deg})
        assert refused.status_code == 422
        assert "-180 to 360" in refused.json()["detail"]
    for path in ("/api/engagement", "/api/defended"):
        far = client.post(path, json={**at, "longitude_deg": 359.9})
        assert far.status_code in (200, 422)
        assert "-180 to 360" not in far.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404), ("GET", "/static/nothing", 404), ("GET", "/tiles/9/9/9.webp", 404),
        ("GET", "/api/area", 405), ("DELETE", "/api/area", 405), ("OPTIONS", "/api/area", 405),
        ("HEAD", "/api/version", 405), ("POST", "/", 405),
        ("GET", "/api/progress/a%20b", 422), ("GET", f"/api/progress/{'a' * 65}", 422),
        ("GET", "/api/scenario/..%2F..%2Fpyproject", 404), ("GET", "/api/scenario/KOREA", 422),
        ("GET", "/api/scenario/nothing", 422), ("GET", "/api/towns/korea", 422),
        ("POST", "/api/export/exe", 422), ("GET", "/api/%61rea", 405), ("GET", "/%00", 404),
    ],
)  # fmt: skip
def test_every_refusal_has_the_one_shape(
    client: httpx.Client, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    if method != "HEAD":
        assert list(answer.json()) == ["detail"]
        assert isinstance(answer.json()["detail"], str)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_the_page_can_be_asked_for_its_head_alone(client: httpx.Client) -> None:
    whole, head = client.get("/"), client.head("/")
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_a_name_that_cannot_be_written_does_no_harm(client: httpx.Client) -> None:
    body = json.dumps({"state": COARSE, **DAEGU, "name": "\ud800"})
    headers = {"Content-Type": "application/json"}
    assert client.post("/api/defended", content=body, headers=headers).status_code == 422


# --- who may ask -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "", "127.0.0.2", "[::2]", "[::1].evil.example:80"],
)
def test_other_hosts_are_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1:1", "[::1]:8765"])
def test_the_loopback_by_any_name_is_let_in(client: httpx.Client, host: str) -> None:
    assert client.get("/api/version", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_requests_from_pages_elsewhere_are_refused(client: httpx.Client, site: str) -> None:
    answer = client.post("/api/area", json={"state": {}}, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403


def test_an_origin_elsewhere_is_refused_and_the_own_is_not(
    client: httpx.Client, server: str
) -> None:
    """Browsers send it with every POST; Sec-Fetch-Site only where they trust the address."""
    body = {"state": COARSE}
    assert (
        client.post("/api/tracks", json=body, headers={"Origin": "http://evil.example"}).status_code
        == 403
    )
    own = client.post("/api/tracks", json=body, headers={"Origin": server})
    assert own.status_code == 200
    assert "access-control-allow-origin" not in own.headers


def test_whoever_leaves_frees_the_worker(client: httpx.Client, server: str) -> None:
    """A long answer whose asker has gone is dropped: the next one need not wait for it."""
    long = {
        "state": {"spacing_km": 2.2, "missile": "hwasong-10", "trajectory": "lofted"},
        "client": "gone",
    }
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{server}/api/area", json=long, timeout=1.5)
    for _ in range(200):
        if client.get("/api/progress/gone").json()["what"] is None:
            break
        time.sleep(0.1)
    else:
        raise AssertionError("the job of a client that left went on")


@pytest.mark.parametrize(
    "path", ["/", "/static/css/base.css", "/api/version", "/nothing", "/api/area"]
)
def test_every_answer_carries_the_security_headers(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_the_content_policy_allows_no_code_from_text() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy


# --- files -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/%2e%2e/%2e%2e/pyproject.toml", "/static//etc/passwd",
        "/static/vendor/../../scenarios/korea.toml", "/tiles/../SOURCES.json", "/static/js",
        "/static/js/main.js%00", "/static/..%5c..%5capp.py", "/tiles/tilemapresource.xml",
        "/static/vendor/VENDOR.json",
    ],
)  # fmt: skip
def test_no_path_reaches_a_file_that_is_not_the_pages(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_file_that_the_browser_has_is_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/static/vendor/d3/d3.min.js")
    again = client.get(
        "/static/vendor/d3/d3.min.js", headers={"If-None-Match": first.headers["etag"]}
    )
    assert first.headers["content-type"] == "text/javascript; charset=utf-8"
    assert (again.status_code, again.content) == (304, b"")


def test_the_words_of_the_page_come_as_one_file_of_messages(client: httpx.Client) -> None:
    for language in terms.LANGUAGES:
        first = client.get(f"/words/{language}.ftl")
        again = client.get(
            f"/words/{language}.ftl", headers={"If-None-Match": first.headers["etag"]}
        )
        assert first.text == words.source(language, "common", "page")
        assert first.headers["content-type"] == "text/plain; charset=utf-8"
        assert first.headers["content-security-policy"]
        assert (again.status_code, again.content) == (304, b"")
        # Sentences that the server writes itself, and the studies' texts, are not sent.
        assert "town_sentence" not in first.text
        assert "\ntext-" not in first.text
    assert client.get("/words/de.ftl").status_code == 404


def test_the_page_is_told_what_a_state_may_hold(client: httpx.Client) -> None:
    told = client.get("/api/fields").json()
    assert [row["key"] for row in told] == list(page.State.model_fields)
    chosen = {row["key"]: row["choices"] for row in told if row["choices"]}
    assert chosen == {"trajectory": list(terms.CLASSES), "doctrine": list(terms.DOCTRINES)}
    numbers = {row["key"] for row in told if row["kind"] == "number" and row["is_by_hand"]}
    assert numbers == {term.key for term in terms.controls()}


def test_no_page_file_names_another_host() -> None:
    """Nothing that the page loads comes from elsewhere; addresses of sources are data, not files."""
    folder = Path(page.__file__).parent.parent / "data" / "web"
    own = [
        p
        for p in folder.rglob("*")
        if p.suffix in (".html", ".js", ".css") and "vendor" not in p.parts
    ]
    assert own
    for path in own:
        text = path.read_text(encoding="utf-8")
        assert "https://" not in text.replace("https://www.w3.org", ""), path.name


# --- the description -------------------------------------------------------------------------


def test_openapi_describes_every_route_with_its_refusals(client: httpx.Client) -> None:
    told = client.get("/openapi.json").json()
    paths = told["paths"]
    assert {
        "/api/area",
        "/api/why",
        "/api/raid",
        "/api/export/{kind}",
        "/api/progress/{client}",
    } <= set(paths)
    for path, methods in paths.items():
        for method in methods.values():
            assert method["summary"], path
            # One shape for all that is refused, by any route.
            refusals = {s: r for s, r in method["responses"].items() if s[0] in "45"}
            assert {"400", "403", "404", "413", "422", "500"} <= set(refusals), path
            for answer in refusals.values():
                schema = answer["content"]["application/json"]["schema"]
                assert schema["$ref"].endswith("/ProblemMessage"), path
    assert {"409", "429", "503"} <= set(paths["/api/area"]["post"]["responses"])


# --- start and end ---------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_server_and_its_workers(number: int) -> None:
    port = free_port()
    process = started(port)
    go_to(f"http://127.0.0.1:{port}")
    workers = children_of(process.pid)
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    # A closed terminal ends it as TERM does.
    ended = signal.SIGTERM if number == signal.SIGHUP else number
    assert process.returncode in (0, 128 + ended, -ended)
    assert "Traceback" not in said
    assert workers
    assert not any(Path(f"/proc/{pid}").exists() and "shieldmap" in command(pid) for pid in workers)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_signal_while_a_job_runs_leaves_no_process(number: int) -> None:
    port = free_port()
    process = started(port)
    address = f"http://127.0.0.1:{port}"
    go_to(address)
    body = {"state": {"spacing_km": 2.5, "missile": "hwasong-10"}, "client": "long"}
    with contextlib.suppress(httpx.HTTPError):
        httpx.post(f"{address}/api/area", json=body, timeout=0.5)
    workers = children_of(process.pid)
    assert workers
    process.send_signal(number)
    process.communicate(timeout=60)
    # A worker whose server was killed notices it at its next step.
    for _ in range(600):
        left = [pid for pid in workers if is_running(pid)]
        if not left:
            break
        time.sleep(0.1)
    assert left == []


def is_running(pid: int) -> bool:
    """Whether a process of Python's own is there and no corpse, on Linux."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z" and "multiprocessing" in command(pid)


def children_of(pid: int) -> list[int]:
    """The processes that a process has started, on Linux."""
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(n) for path in found for n in path.read_text().split()]


def command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def test_a_port_in_use_is_one_sentence(server: str) -> None:
    port = server.rsplit(":", 1)[1]
    code = "from shieldmap.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "serve", "--port", port],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert f"--port is {port}, which another program uses" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
