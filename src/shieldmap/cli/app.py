"""The commands. Heavy imports happen inside them, so that ``shieldmap --help`` is quick."""

import signal
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn

import typer

from shieldmap.cli import (
    fly_options as options,
    leaving,
    see_options as radar_options,
    show,
    typed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    # Not at run time: they would bring numba into `shieldmap --help`.
    from shieldmap.cli import flying, flying_files, reconstructing

app = typer.Typer(
    name="shieldmap",
    help="What can a missile defence see, reach and protect?\n\nExample: shieldmap run korea",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
catalog_app = typer.Typer(
    help="Sourced values: list, show and check.\n\nExample: shieldmap catalog show hwasong-7",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(catalog_app, name="catalog")

# Typer keeps its own copy of click since 0.29, so the base of its errors has no public name.
_UsageError: Any = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


class _Stopped(BaseException):
    """A signal came: raised like Ctrl-C, so that everything on the way out cleans up."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


# What ends a program from outside; a closed terminal says HUP, where there is one.
_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def main() -> None:
    """Run the command line; every foreseeable failure is one sentence and exit code 2."""
    if threading.current_thread() is not threading.main_thread():
        _run()  # only the main thread may set how signals are handled
    # One that the caller ignores, as nohup does with HUP, stays ignored.
    heard = [number for number in _ENDING if signal.getsignal(number) is signal.SIG_DFL]
    for number in heard:
        signal.signal(number, _stop)
    others = sys.unraisablehook
    sys.unraisablehook = partial(_stop_later, others=others)
    try:
        _run()
    finally:
        sys.unraisablehook = others
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


def _run() -> NoReturn:
    try:
        code = app(prog_name="shieldmap", standalone_mode=False)
        sys.stdout.flush()  # here, where a full disk can still be answered
    except _UsageError as error:
        leaving.fail(error.format_message())
    except KeyboardInterrupt:
        leaving.stop(signal.SIGINT)
    except typer.Abort as abort:
        # Typer takes an end of file that something met for the user's wish to stop.
        raise (abort.__cause__ or abort) from None
    except _Stopped as stopped:
        leaving.stop(stopped.number)
    except BrokenPipeError:
        leaving.drop_output()
        sys.exit(0)
    except OSError as error:
        leaving.fail_system(error)
    except ValueError as error:
        if not type(error).__module__.startswith("shieldmap."):
            raise
        leaving.fail(str(error))
    if code == 128 + signal.SIGINT:
        leaving.stop(signal.SIGINT)  # typer answers Ctrl-C with this code, and says nothing
    sys.exit(code if isinstance(code, int) else 0)


def _stop(number: int, _frame: object) -> None:
    for other in _ENDING:
        signal.signal(other, signal.SIG_IGN)  # a second one must not interrupt the cleaning up
    raise _Stopped(number)


def _stop_later(
    lost: "sys.UnraisableHookArgs", *, others: "Callable[[sys.UnraisableHookArgs], object]"
) -> None:
    """Stop a little later where a signal came inside a callback of C, which lets nothing through.

    The compiler calls back after every kernel; a signal that comes there would be lost, and those
    after it too, since they are ignored once one was heard.
    """
    stopped = lost.exc_value
    if not isinstance(stopped, _Stopped | KeyboardInterrupt) or not hasattr(signal, "setitimer"):
        others(lost)
        return

    def again(_number: int, _frame: object) -> None:
        raise stopped

    signal.signal(signal.SIGALRM, again)
    signal.setitimer(signal.ITIMER_REAL, _LATER_S)


_LATER_S: Final = 0.05
"""A callback of the compiler takes less; where the next one swallows it too, it is tried again."""


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        from importlib.metadata import version as version_of

        show.say(f"shieldmap {version_of('shieldmap')}")
        raise typer.Exit
    del context


@app.command()
def run(
    scenario: Annotated[
        str, typer.Argument(help="An embedded scenario's name or the path of a scenario file.")
    ] = "korea",
    output_dir: Annotated[
        str, typer.Option("-o", "--output", help="Parent folder of the run directory.")
    ] = "runs",
    json: Json = False,
) -> None:
    """Run the whole study of a scenario; ends with the path of report.html.

    Example: shieldmap run korea -o runs
    """
    from shieldmap import archive, report
    from shieldmap.cli import show_stability

    with show.progress() as advance:
        made = archive.make_run(scenario, output_dir, progress=advance, finish=report.write)
    if json:
        paths = {"run": str(made.path), "report": str(made.report)}
        show.json_object({**paths, "summary": made.summary})
        return
    if made.summary.get("kind") == "stability":
        show_stability.run_summary(made.summary)
    else:
        show.run_summary(made.summary)
    show.say(made.report)


@app.command()
def fly(
    missile: options.Missile = None,
    from_: options.From = None,
    to: options.To = None,
    apogee: options.Apogee = None,
    class_: options.Class = None,
    payload: options.Payload = None,
    beta: options.Beta = None,
    from_burnout: options.FromBurnout = None,
    reconstruct: options.Reconstruct = None,
    azimuth: options.Azimuth = None,
    error_km: options.ErrorKm = None,
    vacuum: options.Vacuum = False,
    no_rotation: options.NoRotation = False,
    spherical: options.Spherical = False,
    plot: options.Plot = None,
    kml: options.Kml = None,
    czml: options.Czml = None,
    oem: options.Oem = None,
    csv: options.Csv = None,
    epoch: options.Epoch = None,
    frame: options.Frame = None,
    json: Json = False,
) -> None:
    """Fly one missile to a place: burnout, apogee, time, impact and reentry speed.

    Example: shieldmap fly nodong --from hwangju --to busan --plot nodong.pdf

    Example: shieldmap fly hwasong-15 --from 39.28,125.87 --azimuth 75 --reconstruct 950,4475
    """
    from shieldmap.cli import flying, flying_files, reconstructing

    if reconstruct is not None:
        asked = reconstructing.Request(
            missile=reconstructing.named(missile), published=reconstruct, start=from_, end=to, azimuth_deg=azimuth,
            error_km=error_km, payload_kg=payload, ballistic_coefficient_kg_m2=beta,
        )  # fmt: skip
        reconstructing.refuse(
            {"--apogee": apogee, "--class": class_, "--from-burnout": from_burnout,
             "--vacuum": vacuum or None, "--no-rotation": no_rotation or None,
             "--spherical": spherical or None, "--plot": plot, "--kml": kml, "--czml": czml,
             "--oem": oem, "--csv": csv, "--epoch": epoch, "--frame": frame}
        )  # fmt: skip
        _reconstruct(asked, json=json)
        return
    reconstructing.refuse({"--azimuth": azimuth, "--error-km": error_km}, without=True)
    request = flying.Request(
        missile=missile, start=from_, end=to, trajectory_class=class_, apogee_km=apogee,
        payload_kg=payload, ballistic_coefficient_kg_m2=beta, from_burnout=from_burnout,
        is_vacuum=vacuum, is_still=no_rotation, is_sphere=spherical,
    )  # fmt: skip
    _fly(request, flying_files.Files(plot, kml, czml, oem, csv, epoch, frame), json=json)


def _reconstruct(asked: "reconstructing.Request", *, json: bool) -> None:
    from shieldmap.cli import reconstructing

    with show.progress() as advance:
        fitted = reconstructing.fit(asked, advance)
    reconstructing.show(fitted, as_json=json)


def _fly(request: "flying.Request", files: "flying_files.Files", *, json: bool) -> None:
    from shieldmap.cli import flying, flying_files, show_flight

    flying.check(request)
    flying_files.check(files, request)
    outcome = flying.fly(request)
    written = flying_files.write(files, outcome)
    if json:
        named = {"files": [str(path) for path in written]} if written else {}
        show.json_object(outcome.as_json() | named)
        return
    show_flight.flights([one.result for one in outcome.flown], outcome.refused)
    for path in written:
        show.say(path)


@app.command("scenario")
def show_scenario(
    name: Annotated[
        str | None,
        typer.Argument(help="An embedded scenario's name or the path of a scenario file."),
    ] = None,
    json: Json = False,
) -> None:
    """Print a scenario file, to be copied and changed; without a name, list the embedded ones.

    Example: shieldmap scenario korea > mine.toml
    """
    from shieldmap import scenario as scenarios

    if name is None:
        known = [scenarios.load_study(embedded) for embedded in scenarios.names()]
        listed = [{"name": s.name, "title": s.title, "summary": s.summary} for s in known]
        show.scenario_list(listed, as_json=json)
        return
    # Checked first: what is printed can be run.
    checked = scenarios.load_study(name)
    if json:
        show.json_object(checked.as_mapping())
    else:
        # To be read on a terminal, else to be copied byte for byte.
        (show.say if sys.stdout.isatty() else print)(scenarios.source_text(name), end="")


@app.command()
def see(
    radar: radar_options.Radar,
    at: radar_options.At,
    altitude: radar_options.Altitude = None,
    boresight: radar_options.Boresight = None,
    sector: radar_options.Sector = None,
    elevation_min: radar_options.ElevationMin = None,
    tilt: radar_options.Tilt = None,
    scan_max: radar_options.ScanMax = None,
    horizon: radar_options.Horizon = None,
    rcs: radar_options.Rcs = None,
    snr: radar_options.Snr = None,
    dwell: radar_options.Dwell = None,
    missile: radar_options.Missile = None,
    from_: radar_options.From = None,
    to: radar_options.To = None,
    class_: radar_options.Class = None,
    apogee: radar_options.Apogee = None,
    plot: radar_options.Plot = None,
    czml: radar_options.Czml = None,
    geojson: radar_options.Geojson = None,
    json: Json = False,
) -> None:
    """What a radar sees: ranges, search, detection and the figures of the debate.

    Example: shieldmap see an-tpy-2 --at seongju --rcs 0.1

    Example: shieldmap see green-pine --at 36.5,126.8 --boresight 350 --json

    Example: shieldmap see an-tpy-2 --at seongju --missile nodong --from hwangju --to busan
    """
    from shieldmap.cli import seeing, seeing_files, seeing_tracks, show_radar

    wanted = seeing_tracks.Wanted(missile, from_, to, class_, apogee)
    seeing_tracks.check(wanted)
    files = seeing_files.Files(plot, czml, geojson)
    seeing_files.check(files)

    asked = seeing.prepare(
        seeing.Request(
            radar=radar, at=at, altitude_m=altitude, boresight_deg=boresight, sector_deg=sector,
            elevation_min_deg=elevation_min, tilt_deg=tilt, scan_max_deg=scan_max, horizon=horizon,
            cross_section_m2=rcs, snr_ratio=snr, dwell_s=dwell,
        )
    )  # fmt: skip
    result = seeing.see(asked)
    if missile is not None:
        result["tracks"] = seeing_tracks.tracks(asked, wanted, rcs is not None)
    result["coverage"] = seeing_files.coverage(asked)
    written = seeing_files.write(files, asked, result["coverage"])
    if json:
        show.json_object(result | {"files": [str(path) for path in written]})
        return
    show_radar.radar(result)
    for path in written:
        show.say(path)


@app.command()
def defend(
    scenario: Annotated[
        str, typer.Argument(help="An embedded scenario's name or the path of a scenario file.")
    ] = "korea",
    why: Annotated[
        str | None, typer.Option("--why", help="Explain one exact place: LAT,LON or a known name.")
    ] = None,
    threat: Annotated[
        str | None, typer.Option("--threat", help="Only this threat or missile of the scenario.")
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", help="Only this launch point of the scenario.")
    ] = None,
    json: Json = False,
) -> None:
    """The defended footprint of a scenario, or the reason at one exact place.

    Example: shieldmap defend korea --why 37.57,126.98
    """
    from shieldmap.cli import defending

    if why is None:
        show.footprint(defending.footprint_of(scenario, threat, from_), as_json=json)
    else:
        show.explanation(defending.explain(scenario, why, threat, from_), as_json=json)


@app.command()
def raid(
    scenario: Annotated[
        str, typer.Argument(help="An embedded scenario's name or the path of a scenario file.")
    ] = "korea",
    trials: Annotated[
        int | None,
        typed.whole("--trials", low=2, high=1_000_000, help="Fight exactly this many trials."),
    ] = None,
    half_width: Annotated[
        float | None,
        typed.number(
            "--half-width",
            low=0.0,
            help="Stop when the 95 % interval of the mean leakers is this far to either side.",
        ),
    ] = None,
    assignment: Annotated[
        str | None,
        typer.Option(
            "--assignment",
            help="most-urgent, value-weighted, or optimal: a plan by stocks that knows no times.",
        ),
    ] = None,
    undiscriminated: Annotated[
        str | None,
        typer.Option(
            "--undiscriminated",
            help="What fire control does with objects not told apart: waste or gate.",
        ),
    ] = None,
    seed: Annotated[
        int | None, typed.whole("--seed", low=0, high=2**31 - 1, help="Seed of the trials.")
    ] = None,
    czml: Annotated[
        Path | None, typer.Option("--czml", help="Write one raid as it happened, for a globe.")
    ] = None,
    timeline: Annotated[
        Path | None, typer.Option("--timeline", help="Write one raid as it happened, as JSON.")
    ] = None,
    epoch: options.RaidEpoch = None,
    json: Json = False,
) -> None:
    """Fight the raid of a scenario: what comes through, why, and what it takes.

    Example: shieldmap raid korea --trials 100000

    Example: shieldmap raid korea --assignment optimal --czml raid.czml
    """
    from shieldmap.cli import raiding, show_raid

    wanted = raiding.Wanted(
        trials, half_width, seed, assignment, undiscriminated, czml, timeline, epoch
    )
    raiding.check(wanted)
    result = raiding.fight(scenario, wanted)
    if json:
        show.json_object(result)
        return
    show_raid.raid(result)


@app.command()
def ask(
    question: Annotated[
        str | None, typer.Argument(help="One of the questions; without one they are listed.")
    ] = None,
    scenario: Annotated[
        str, typer.Argument(help="An embedded scenario's name or the path of a scenario file.")
    ] = "korea",
    place: Annotated[
        str | None,
        typer.Option("--place", help="The place asked about: LAT,LON or a known name."),
    ] = None,
    json: Json = False,
) -> None:
    """Answer one of the questions that people ask about a defence.

    Example: shieldmap ask empty korea

    Example: shieldmap ask warning korea --place seoul
    """
    from shieldmap.cli import raiding, show_raid

    if question is None:
        show_raid.questions(as_json=json)
        return
    result = raiding.ask(question, scenario, place)
    if json:
        show.json_object(result)
        return
    show_raid.answer(result)


@app.command()
def compare(
    before: Annotated[str, typer.Argument(help="A run directory or a scenario.")],
    after: Annotated[
        str | None, typer.Argument(help="The other run directory or scenario.")
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            help="What leaves: radar, launchers=N or interceptors=SHARE; may be repeated.",
        ),
    ] = None,
    output_dir: Annotated[
        str, typer.Option("-o", "--output", help="Parent folder of the runs and of the page.")
    ] = "runs",
    page: Annotated[
        Path | None, typer.Option("--output-file", help="Where the page goes (html).")
    ] = None,
    json: Json = False,
) -> None:
    """Before and after: what is lost between two runs, as a table and a page with a map.

    Example: shieldmap compare korea korea-2026

    Example: shieldmap compare korea --without launchers=2
    """
    from shieldmap.cli import comparing, show_raid

    result = comparing.side_by_side(before, after, without or [], output_dir, page)
    if json:
        show.json_object(result)
        return
    show_raid.comparison(result)


@catalog_app.command("list")
def catalog_list(json: Json = False) -> None:
    """List every system with its names.

    Example: shieldmap catalog list
    """
    from shieldmap import catalog

    entries = [
        {
            "id": entry.id,
            "name": entry.name,
            "name_ko": entry.name_ko,
            "aliases": list(entry.aliases),
            "summary": entry.summary,
        }
        for entry in catalog.entries()
    ]
    show.catalogue_list(entries, as_json=json)


@catalog_app.command("show")
def catalog_show(
    system: Annotated[str, typer.Argument(help="A catalogue id or alias.")], json: Json = False
) -> None:
    """Show every value of a system with range, basis, source and rivals.

    Example: shieldmap catalog show nodong
    """
    from shieldmap import catalog

    entry = catalog.load(system)
    values = [
        {"path": path, **quantity.model_dump()} for path, quantity in catalog.quantities(entry)
    ]
    records = [record.model_dump() for record in catalog.records(entry)]
    named = {"id": entry.id, "name": entry.name, "summary": entry.summary, "values": values}
    show.catalogue_entry(named | ({"records": records} if records else {}), as_json=json)


@catalog_app.command("check")
def catalog_check(json: Json = False) -> None:
    """Check both ways: no number without a source, no source unused.

    Example: shieldmap catalog check
    """
    from shieldmap import catalog

    problems = catalog.check(catalog.mentioned_keys())
    count = sum(1 for entry in catalog.entries() for _ in catalog.quantities(entry))
    result: dict[str, Any] = {"problems": problems, "values": count,
                              "sources": len(catalog.bibliography())}  # fmt: skip
    if json:
        show.json_object(result)
    else:
        for problem in problems:
            show.say(problem)
        show.say(f"{count} values, {result['sources']} sources, {len(problems)} problems")
    if problems:
        raise typer.Exit(1)


@app.command()
def verify(
    run_dir: Annotated[Path, typer.Argument(help="A run directory.")],
    json: Json = False,
) -> None:
    """Is a run whole? Compares every file with the manifest; exit code 2 where one has changed.

    Example: shieldmap verify runs/korea-0123456789ab
    """
    from shieldmap.cli import verifying

    state = verifying.verify(run_dir)
    if json:
        show.json_object(state)
    else:
        verifying.show_state(state)
    verifying.refuse_damage(run_dir, state)


@app.command()
def cite(
    run_dir: Annotated[Path, typer.Argument(help="A finished run directory.")],
    json: Json = False,
) -> None:
    """Print the bibliography of a run, as BibTeX.

    Example: shieldmap cite runs/korea-0123456789ab
    """
    from shieldmap.cli import citing

    entries = citing.bibliography_of(run_dir)
    if json:
        show.json_object({"sources": entries})
    else:
        show.say(citing.as_bibtex(entries))


@app.command()
def export(
    run_dir: Annotated[Path, typer.Argument(help="A finished run directory.")],
    to: Annotated[
        str,
        typer.Option(
            "--to",
            help="One or more, with commas: geojson, kml, csv, czml, oem, netcdf, parquet, toml, bibtex.",
        ),
    ],
    output_dir: Annotated[
        str, typer.Option("-o", "--output", help="Folder of the files; it is made.")
    ] = "exports",
    json: Json = False,
) -> None:
    """Write a finished run for other programs; nothing is computed again.

    Example: shieldmap export runs/korea-0123456789ab --to geojson,czml -o maps
    """
    from shieldmap import archive
    from shieldmap.cli import exporting

    kinds = exporting.kinds_of(to)
    with show.progress() as advance:
        folder = archive.output_folder(output_dir)
        written = exporting.save(archive.Run(run_dir), kinds, folder, advance)
    if json:
        show.json_object({"run": str(run_dir), "files": [str(path) for path in written]})
        return
    for path in written:
        show.say(str(path))


@app.command()
def bench(
    repeats: Annotated[int, typed.whole(low=1, high=20, help="Runs of each measurement.")] = 3,
    json: Json = False,
) -> None:
    """Measure speed together with its accuracy.

    Example: shieldmap bench --repeats 3
    """
    from shieldmap import bench as measure

    with show.progress() as advance:
        result = measure.measure(repeats, advance)
    show.bench(result, as_json=json)


@app.command()
def serve(
    port: Annotated[int, typed.whole(low=1, high=65535, help="The port of the page.")] = 8765,
    host: Annotated[
        str,
        typer.Option(help="The address to listen at; anything but the loopback is seen by others."),
    ] = "127.0.0.1",
    open_: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
) -> None:
    """Start the globe on this machine and print its address; Ctrl-C ends it.

    Example: shieldmap serve --port 8765
    """
    from shieldmap.cli import serving

    serving.serve(host, port, is_opened=open_)


@app.command()
def validate(
    group: Annotated[
        str | None, typer.Option("--group", help="Only this group of comparisons.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write every row as a page (html).")
    ] = None,
    json: Json = False,
) -> None:
    """Our results beside published ones; exit code 1 where a difference is not explained.

    Example: shieldmap validate --group lofted-times
    """
    from shieldmap.cli import validating

    if output is not None:
        validating.check(output)
    results = validating.validate(group)
    if output is not None:
        validating.write(output, results)
    if json:
        show.json_object(results)
    else:
        validating.show_results(results)
        if output is not None:
            show.say(output)
    if results["totals"]["surprises"]:
        raise typer.Exit(1)
