"""The application: routes of a few lines that hand work to worker processes."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Annotated, Any, Final, Literal, NamedTuple

from fastapi import FastAPI, HTTPException, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from shieldmap import archive, colours, geodata, results, scenario as scenario_files
from shieldmap.answers import page
from shieldmap.catalog import CatalogError
from shieldmap.export import EPOCH_EXPECTED, ExportError, epoch_of
from shieldmap.kept import give_back
from shieldmap.results.trading import Trade
from shieldmap.scenario import Scenario, ScenarioError
from shieldmap.web import files, messages
from shieldmap.web.guards import HEADERS, Guards
from shieldmap.web.remembered import Remembered
from shieldmap.web.work import LOOK_UPS
from shieldmap.web.workers import LIVE, QUEUE, FullError, JobError, Lane

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")
MOST_FLIGHTS: Final = 250_000
"""Cells times launch points of one answer; a finer grid takes gigabytes."""

_LIMIT_S: Final = 180.0
_RAID_LIMIT_S: Final = 600.0
_LOOK_S: Final = 0.5
_READ: Final = ["GET", "HEAD"]
_READERS: Final = 2
_FULL: Final = "too much is waiting: try again in a moment"
_KINDS = Literal["geojson", "kml", "csv", "czml", "toml", "citation"]
_Scenario = Annotated[
    str, Path(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$", description="an embedded scenario")
]

_REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    400: {"model": messages.ProblemMessage, "description": "What was sent cannot be read."},
    403: {"model": messages.ProblemMessage, "description": "The request comes from another site."},
    404: {"model": messages.ProblemMessage, "description": "There is nothing by this name."},
    405: {"model": messages.ProblemMessage, "description": "This is not asked in this way."},
    408: {"model": messages.ProblemMessage, "description": "The body did not come in time."},
    413: {"model": messages.ProblemMessage, "description": "The body is too long."},
    422: {"model": messages.ProblemMessage, "description": "A field or a value that cannot be."},
    500: {"model": messages.ProblemMessage, "description": "A fault of the server."},
}
"""What any route may answer, in one shape."""

_PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    409: {
        "model": messages.ProblemMessage,
        "description": "A newer request took this one's place.",
    },
    429: {
        "model": messages.ProblemMessage,
        "description": "Too much is waiting: try again in a moment.",
    },
    503: {
        "model": messages.ProblemMessage,
        "description": "The work took too long or its process ended.",
    },
}


class _Desk:
    """The two lanes, answers at once and raids, which take longer; and what was answered before."""

    def __init__(self, quick: Lane, slow: Lane, remembered: Remembered) -> None:
        self.quick, self.slow, self.remembered = quick, slow, remembered
        self._readers = asyncio.Semaphore(_READERS)
        self._waiting = 0

    def open(self, *, warm: bool) -> None:
        """Start the lanes; the first number on the page comes before the first raid."""
        self.quick.start()
        if warm:
            asyncio.get_running_loop().call_later(_RAIDS_LATER_S, self.slow.make_ready)

    def close(self) -> None:
        """End both."""
        self.quick.close()
        self.slow.close()

    async def look_up(self, name: str, given: Mapping[str, Any]) -> Response:
        """Answer what needs no kernel in a thread, so that the page stands while the first flights fly.

        Few at a time: every one of many threads would keep some of what a fine grid takes.
        """
        held = self.remembered.find(name, given)
        if held is not None:
            return Response(held, media_type="application/json")
        if self._waiting >= QUEUE:
            return _problem(429, _FULL)
        self._waiting += 1
        try:
            async with self._readers:
                content = await run_in_threadpool(_looked_up, name, given)
        finally:
            self._waiting -= 1
        self.remembered.keep(name, given, content)
        return Response(content, media_type="application/json")

    def progress(self, client: str) -> tuple[str, int, int] | None:
        """What is under way for a client in either lane."""
        return self.quick.progress(client) or self.slow.progress(client)


def create_app(
    *,
    hosts: tuple[str, ...] = LOOPBACK,
    warm: bool = True,
    most_flights: int = MOST_FLIGHTS,
    studies: Sequence[Scenario] = (),
    quick: Lane | None = None,
    remembered: Remembered | None = None,
) -> FastAPI:
    """The page and its API as an ASGI application.

    Parameters
    ----------
    hosts : names that requests may be for; all others are refused. With "*" any address of numbers
        is one too, because no name can be bound to another machine by it.
    warm : compile and fly the first answer at the start, before anybody asks.
    most_flights : cells times launch points of one answer.
    studies : those that may be opened by their names beside the embedded ones.
    quick : the lane of the live answers, where its process was begun before.
    remembered : answers of earlier servers; without it every question is computed.

    Raises
    ------
    ScenarioError : a study has the name of another.
    """
    for study in studies:
        page.open_study(study)
    texts = tuple(scenario_files.to_toml(study) for study in studies)
    session = _Desk(
        quick or Lane(LIVE, warm="areas" if warm else "", studies=texts),
        Lane("raids", warm="raids" if warm else "", studies=texts),
        remembered or Remembered(None),
    )

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        session.open(warm=warm)
        yield
        session.close()

    app = FastAPI(
        title="Shieldmap",
        version=version("shieldmap"),
        description="What can a missile defence see, reach and protect? From public, unclassified "
        "numbers; defended means that shots fit, not that they hit.",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        responses=_REFUSALS,
    )
    _guard(app, hosts)
    _add_page(app)
    _add_descriptions(app, session, most_flights)
    _add_beside(app, session)
    _add_answers(app, session, most_flights)
    _add_files(app, session, most_flights)
    return app


def _guard(app: FastAPI, hosts: tuple[str, ...]) -> None:
    """Read requests strictly, and say in one sentence what cannot be answered."""
    app.router.route_class = _Route
    app.add_middleware(Guards, hosts=hosts)
    app.add_exception_handler(RequestValidationError, _say_what_is_wrong)
    app.add_exception_handler(Exception, _say_fault)
    for refusal in (ScenarioError, CatalogError, ExportError):
        app.add_exception_handler(refusal, _say_sentence)


class _Sent(Request):
    """A request whose body is read strictly."""

    async def json(self) -> Any:
        """The body as JSON, in which every field stands once.

        Raises
        ------
        HTTPException : what cannot be read, in one sentence.
        """
        try:
            return json.loads(await self.body(), object_pairs_hook=_each_once)
        except ScenarioError as error:
            raise HTTPException(422, str(error)) from None
        except (ValueError, RecursionError):
            raise HTTPException(422, "the body is no JSON that can be read") from None


class _Route(APIRoute):
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def strictly(request: Request) -> Response:
            return await handle(_Sent(request.scope, request.receive))

        return strictly


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ScenarioError(f"{twice[:80]} stands twice in the body: expected each field once")
    return held


async def _say_fault(_request: Request, _error: Exception) -> Response:
    # Outside the guards: what every answer says is added here. What happened stands in the log.
    answer = _problem(500, "a fault of the server: what happened stands in its log")
    answer.headers.update(HEADERS)
    return answer


async def _say_what_is_wrong(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return _problem(422, messages_of(error))


async def _say_sentence(_request: Request, error: Exception) -> Response:
    return _problem(422, str(error))


def messages_of(error: RequestValidationError) -> str:
    """The first thing that is wrong with a request, in one sentence."""
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return "the body is no JSON"
    where = [str(part) for part in first["loc"][1:]]
    if where[:1] == ["state"] and isinstance(error.body, dict):
        # A state is checked once more, as the command line and Python do, for their words.
        try:
            page.from_mapping(error.body["state"])
        except ScenarioError as refusal:
            return str(refusal)
    if not where:
        return "the body is no JSON object: expected a table with state and client"
    found = json.dumps(first.get("input"), ensure_ascii=True, default=str)[:80]
    if first["type"] == "missing":
        return f"{'.'.join(where)} is missing: expected {_EXPECTED.get(where[-1], 'a value')}"
    if first["type"] == "extra_forbidden":
        return f"{'.'.join(where)} is not a known field"
    return f"{'.'.join(where)} is {found}: expected {_EXPECTED.get(where[-1], 'another value')}"


def _expected() -> dict[str, str]:
    """What may stand in each field of a request, in words."""
    asked = (
        messages.AreaAsked,
        messages.TownAsked,
        messages.RaidAsked,
        messages.QuotedAsked,
        messages.ForeignAsked,
    )
    found = {
        name: field.description for model in asked for name, field in model.model_fields.items()
    }
    known = {name: text for name, text in found.items() if text}
    return known | {
        "state": "a table of what was changed",
        "spacing_km": "a number from 1.5 to 100 km",
        "query": "a text of at most 60 characters",
        "epoch": EPOCH_EXPECTED,
        "kind": f"one of {', '.join(page.KINDS)}",
    }


_EXPECTED: Final = _expected()


def _problem(status: int, sentence: str) -> JSONResponse:
    # A lone surrogate in what was sent cannot be sent back.
    clean = sentence.encode("utf-8", "replace").decode()
    headers = {"Retry-After": "1"} if status == 429 else None
    return JSONResponse({"detail": clean}, status_code=status, headers=headers)


async def _do(
    lane: Lane,
    name: str,
    given: Mapping[str, Any],
    request: Request,
    *,
    client: str,
    limit_s: float = _LIMIT_S,
) -> Response:
    """Hand a job to a lane; its answer is JSON already. A job whose asker has gone is dropped."""
    asked = asyncio.ensure_future(lane.ask(client, name, given, limit_s))
    try:
        while not (await asyncio.wait({asked}, timeout=_LOOK_S))[0]:
            if await request.is_disconnected():
                lane.drop(client, name, given)
        content = asked.result()
    except FullError:
        return _problem(429, _FULL)
    except JobError as error:
        return _problem(error.status, error.sentence)
    except asyncio.CancelledError:
        # Only the end of the server cancels a request: it is answered, or the log has a traceback.
        lane.drop(client, name, given)
        return _problem(503, "the server is ending")
    return Response(content, media_type="application/json")


def _looked_up(name: str, given: Mapping[str, Any]) -> bytes:
    content = LOOK_UPS[name](given)
    give_back()
    return content


def _add_page(app: FastAPI) -> None:
    page, tiles = files.page_files(), files.tile_files()

    @app.api_route("/", methods=_READ, include_in_schema=False)
    async def index(request: Request) -> Response:
        return files.answer(page.get("index.html"), request)

    @app.api_route("/static/{name:path}", methods=_READ, include_in_schema=False)
    async def static(name: str, request: Request) -> Response:
        return files.answer(page.get(name), request)

    @app.api_route("/words/{language}.ftl", methods=_READ, include_in_schema=False)
    async def words_of(language: str, request: Request) -> Response:
        return files.words_answer(language, request)

    @app.api_route("/tiles/{name:path}", methods=_READ, include_in_schema=False)
    async def tile(name: str, request: Request) -> Response:
        return files.answer(tiles.get(name), request)


def _add_descriptions(app: FastAPI, session: _Desk, most_flights: int) -> None:
    """What there is to ask about."""

    @app.get("/api/version", summary="Version and hash", response_model=messages.Version)
    async def version_of() -> Response:
        return await session.look_up("version", {})

    @app.get(
        "/api/scenarios",
        summary="The embedded scenarios in which something is defended",
        response_model=list[messages.ScenarioName],
    )
    async def scenarios() -> Response:
        return await session.look_up("scenarios", {})

    @app.get("/api/fields", summary="What a state may hold, in the order of an address")
    async def fields() -> list[results.StateField]:
        return page.fields()

    @app.get(
        "/api/scenario/{name}",
        summary="A scenario: what can be changed, with every source",
        response_model=dict[str, Any],
        responses=_PROBLEMS,
    )
    async def scenario(name: _Scenario) -> Response:
        page.base_of(page.State(scenario=name))
        return await session.look_up("scenario", {"name": name})

    @app.get(
        "/api/places/{scenario}",
        summary="The cells of the grid",
        response_model=results.Cells,
        responses=_PROBLEMS,
    )
    async def places(
        scenario: _Scenario,
        spacing_km: Annotated[messages.QuerySpacing, Query()] = 5.0,
    ) -> Response:
        check_size(page.State(scenario=scenario, spacing_km=spacing_km), most_flights, points=1)
        given = {"scenario": scenario, "spacing_km": spacing_km}
        return await session.look_up("places", given)

    @app.get(
        "/api/towns/{scenario}",
        summary="Towns and assets by a part of their name",
        response_model=list[results.Town],
        responses=_PROBLEMS,
    )
    async def towns(scenario: _Scenario, query: Annotated[str, Query(max_length=60)]) -> Response:
        page.base_of(page.State(scenario=scenario))
        return await session.look_up("towns", {"scenario": scenario, "query": query})

    @app.get("/api/progress/{client}", summary="How far the work of a client is")
    async def progress(client: Annotated[messages.Client, Path()]) -> messages.Progress:
        told = session.progress(client)
        if told is None:
            return messages.Progress(what=None)
        return messages.Progress(what=told[0], done=told[1], total=told[2])


def _add_beside(app: FastAPI, session: _Desk) -> None:
    """What stands beside an answer: colours, what was changed, and studies of another kind."""

    @app.get(
        "/api/elsewhere",
        summary="The embedded studies that the page does not open",
        response_model=list[messages.StudyElsewhere],
    )
    async def elsewhere() -> Response:
        return await session.look_up("elsewhere", {})

    @app.get("/api/colours", summary="The colours of the map's cells")
    async def map_colours() -> results.MapColours:
        return colours.MAP

    @app.post(
        "/api/told",
        summary="What is told beside an answer: flight, hash, date, and what was changed of the study",
        response_model=results.StateTold,
        responses=_PROBLEMS,
    )
    async def told(asked: messages.Asked) -> Response:
        return await session.look_up("told", _given(asked))


class _Answer(NamedTuple):
    """A question that the server computes an answer to."""

    verb: str
    summary: str
    asked: Any
    answer: Any


_ANSWERS: Final = (
    _Answer("area", "What is defended", messages.AreaAsked, results.Area),
    _Answer(
        "why",
        "The engagement against one place, and what would change it",
        messages.PlaceAsked,
        results.PlaceExplained,
    ),
    _Answer(
        "defended",
        "Am I defended? One sentence about a town",
        messages.TownAsked,
        results.TownDefended,
    ),
    _Answer("coverage", "What the radar sees", messages.Asked, results.PageCoverage),
    _Answer("tracks", "Flights by phase, for drawing", messages.Asked, list[results.DrawnFlight]),
    _Answer(
        "engagement",
        "The engagement against a place as CZML",
        messages.EngagementAsked,
        list[dict[str, Any]],
    ),
    _Answer("raid", "The raid of the scenario fought", messages.RaidAsked, results.PageRaid),
    _Answer(
        "quoted",
        "One of the first questions, answered so that it can be quoted",
        messages.QuotedAsked,
        results.Quoted,
    ),
    _Answer(
        "foreign",
        "Flights between other countries that the radar sees",
        messages.ForeignAsked,
        results.ForeignSeen,
    ),
    _Answer(
        "trade",
        "What each side gets under limits of the radar of a study; null where nothing is known of it",
        messages.Asked,
        Trade | None,
    ),
)
_RAIDS_LATER_S: Final = 5.0
_SLOW: Final = ("raid", "quoted", "foreign", "trade")
"""What the second lane answers: raids and foreign flights take seconds the first time."""


def _add_answers(app: FastAPI, session: _Desk, most_flights: int) -> None:
    """What is computed."""

    def check(asked: Any) -> None:
        if hasattr(asked, "epoch"):
            epoch_of(asked.epoch)
        if isinstance(asked, messages.AreaAsked):
            check_size(asked.state, most_flights)

    def add(of: _Answer) -> None:
        async def answer(asked: Any, request: Request) -> Response:
            check(asked)
            given = _given(asked)
            held = session.remembered.find(of.verb, given)
            if held is not None:
                return Response(held, media_type="application/json")
            lane, limit_s = (
                (session.slow, _RAID_LIMIT_S) if of.verb in _SLOW else (session.quick, _LIMIT_S)
            )
            made = await _do(lane, of.verb, given, request, client=asked.client, limit_s=limit_s)
            if made.status_code == 200:
                session.remembered.keep(of.verb, given, bytes(made.body))
            return made

        answer.__annotations__["asked"] = of.asked  # where FastAPI reads what is asked
        answer.__name__ = of.verb
        route = app.post(
            f"/api/{of.verb}", summary=of.summary, response_model=of.answer, responses=_PROBLEMS
        )
        route(answer)

    for of in _ANSWERS:
        add(of)


def _add_files(app: FastAPI, session: _Desk, most_flights: int) -> None:
    """What a reader takes along."""

    @app.post(
        "/api/brief",
        summary="A brief of two pages, as one file of HTML",
        response_class=Response,
        responses={**_PROBLEMS, 200: {"description": "The pages."}},
    )
    async def brief(asked: messages.FileAsked, request: Request) -> Response:
        _check_file(asked, most_flights)
        made = await _do(
            session.slow,
            "brief",
            _given(asked),
            request,
            client=asked.client,
            limit_s=_RAID_LIMIT_S,
        )
        if made.status_code == 200:
            made.headers["content-type"] = "text/html; charset=utf-8"
            digest = archive.run_hash(page.scenario_of(asked.state))
            name = f"brief-{asked.state.scenario}-{digest[:8]}.html"
            made.headers["content-disposition"] = f'attachment; filename="{name}"'
        return made

    @app.post(
        "/api/export/{kind}",
        summary="An answer as a file",
        response_class=Response,
        responses={**_PROBLEMS, 200: {"description": "The file."}},
    )
    async def export(kind: _KINDS, asked: messages.FileAsked, request: Request) -> Response:
        _check_file(asked, most_flights)
        given = {**_given(asked), "kind": kind}
        made = await _do(session.quick, "export", given, request, client=asked.client)
        if made.status_code == 200:
            made.headers["content-type"] = f"{page.KINDS[kind][1]}; charset=utf-8"
            name = page.file_name(asked.state, kind)
            made.headers["content-disposition"] = f'attachment; filename="{name}"'
        return made


def _check_file(asked: messages.FileAsked, most_flights: int) -> None:
    epoch_of(asked.epoch)
    check_size(asked.state, most_flights)


def _given(asked: Any) -> dict[str, Any]:
    """A request as plain values for another process."""
    given: dict[str, Any] = asked.model_dump(mode="json")
    given["state"] = asked.state.model_dump(mode="json", exclude_none=True)
    return given


def check_size(state: page.State, most_flights: int, points: int | None = None) -> None:
    """Refuse an answer that would take gigabytes, before anybody computes it.

    Parameters
    ----------
    points : launch points, where they are not those of the flight that the state looks at.
    """
    spacing_km = (
        page.base_of(state).grid.spacing_km if state.spacing_km is None else state.spacing_km
    )
    if points is None:
        points = page.launch_points_of(state)
    ground = page.base_of(state).ground
    places = geodata.ground_area_m2(ground) / (1e3 * spacing_km) ** 2 if ground.countries else 1.0
    if points * places > most_flights:
        raise ScenarioError(
            f"spacing_km is {spacing_km:g}, with launch points: {points}: expected a wider spacing or "
            "fewer launch points"
        )


def serve(
    listening: socket.socket,
    hosts: tuple[str, ...] = LOOPBACK,
    most_flights: int = MOST_FLIGHTS,
    studies: Sequence[Scenario] = (),
    quick: Lane | None = None,
) -> None:
    """Run the server on a socket that listens, until it is interrupted."""
    from shieldmap.web import door, remembered

    made = create_app(
        hosts=hosts,
        most_flights=most_flights,
        studies=studies,
        quick=quick,
        # A study of one's own file may change while its name stays.
        remembered=None if studies else remembered.here(),
    )
    door.run(made, listening)
