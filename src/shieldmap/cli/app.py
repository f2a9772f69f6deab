"""The commands. Heavy imports happen inside them, so that ``shieldmap --help`` is quick."""

import signal
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn

import typer

from shieldmap.cli import (
    asking,
    catalog_commands,
    claiming,
    completing,
    fly_options as options,
    leaving,
    new_commands,
    reproducing,
    see_options as radar_options,
    show,
    typed,
)
from shieldmap.cli.speaking import App

if TYPE_CHECKING:
    from collections.abc import Callable

    # Not at run time: they would bring numba into `shieldmap --help`.
    from shieldmap.answers import FlightRequest, ReconstructionRequest
    from shieldmap.cli import flying_files

app = App(
    name="shieldmap",
    help="What can a missile defence see, reach and protect?\n\nExample: shieldmap run korea",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(catalog_commands.app, name="catalog")
app.add_typer(new_commands.app, name="new")

# Typer keeps its own copy of click since 0.29, so the base of its errors has no public name.
_UsageError: Any = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")
_NO_ARGUMENTS: Final = "NoArgsIsHelpError"


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
        if type(error).__name__ == _NO_ARGUMENTS:
            # Its message is the help, which is no sentence: as it is, where typer puts it.
            print(error.format_message(), file=sys.stderr)
            sys.exit(leaving.FAILED)
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
    scenario: typed.ScenarioName = "korea",
    output_dir: Annotated[
        str, typer.Option("-o", "--output", help="Parent folder of the run directory.")
    ] = "runs",
    json: typed.Json = False,
) -> None:
    """Run the whole study of a scenario. It ends with the path of report.html.

    Example: shieldmap run korea -o runs
    """
    from shieldmap import archive, report
    from shieldmap.cli import show_defence, show_stability
    from shieldmap.results import FootprintSummary

    with show.progress() as advance:
        made = archive.make_run(scenario, output_dir, progress=advance, finish=report.write)
    if json:
        paths = {"run": str(made.path), "report": str(made.report)}
        show.json_object({**paths, "summary": made.summary.as_json()})
        return
    if isinstance(made.summary, FootprintSummary):
        show_defence.run_summary(made.summary)
    else:
        show_stability.run_summary(made.summary)
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
    json: typed.Json = False,
) -> None:
    """Fly one missile to a place. It tells burnout, apogee, time, impact and reentry speed.

    Example: shieldmap fly nodong --from hwangju --to busan --plot nodong.pdf

    Example: shieldmap fly hwasong-15 --from 39.28,125.87 --azimuth 75 --reconstruct 950,4475
    """
    from shieldmap.answers import FlightRequest, ReconstructionRequest
    from shieldmap.cli import flying_files, show_reconstruction

    files = flying_files.FlightFiles(plot, kml, czml, oem, csv, epoch, frame)
    switches = vacuum, no_rotation, spherical
    if reconstruct is None:
        show_reconstruction.refuse({"azimuth": azimuth, "error-km": error_km}, without=True)
        path = missile, from_, to, class_, apogee, payload, beta, from_burnout
        _fly(FlightRequest(*path, *switches), files, json=json)
        return
    named = ("vacuum", "no-rotation", "spherical")
    given = {name: value or None for name, value in zip(named, switches, strict=True)}
    flown = {"apogee": apogee, "class": class_, "from-burnout": from_burnout}
    show_reconstruction.refuse(flown | given | files._asdict())
    name = show_reconstruction.missile_named(missile)
    fit = name, reconstruct, from_, to, azimuth, error_km, payload, beta
    _reconstruct(ReconstructionRequest(*fit), json=json)


def _reconstruct(asked: "ReconstructionRequest", *, json: bool) -> None:
    from shieldmap.answers import reconstruction
    from shieldmap.cli import show_reconstruction

    with show.progress() as advance:
        fitted = reconstruction.fit(asked, advance)
    show_reconstruction.reconstruction(fitted, as_json=json)


def _fly(request: "FlightRequest", files: "flying_files.FlightFiles", *, json: bool) -> None:
    from shieldmap.answers import flights
    from shieldmap.cli import flying_files, show_flight

    flights.check(request)
    flying_files.check(files, request)
    done = flights.fly_request(request)
    written = flying_files.write(files, done)
    if json:
        named = {"files": [str(path) for path in written]} if written else {}
        show.json_object(done.record().as_json() | named)
        return
    show_flight.flights(done.record())
    for path in written:
        show.say(path)


@app.command("scenario")
def show_scenario(
    name: typed.MaybeScenarioName = None,
    json: typed.Json = False,
) -> None:
    """Print a scenario file, to be copied and changed. Without a name, list the embedded ones.

    Example: shieldmap scenario korea > mine.toml
    """
    from shieldmap import scenario as scenarios
    from shieldmap.cli import show_catalogue
    from shieldmap.results import ListedScenario

    if name is None:
        known = [scenarios.load_study(embedded) for embedded in scenarios.names()]
        listed = [ListedScenario(name=s.name, title=s.title, summary=s.summary) for s in known]
        show_catalogue.scenarios(listed, as_json=json)
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
    json: typed.Json = False,
) -> None:
    """What a radar sees. Ranges, search, detection and the figures of the debate.

    Example: shieldmap see an-tpy-2 --at seongju --rcs 0.1

    Example: shieldmap see green-pine --at 36.5,126.8 --boresight 350 --json

    Example: shieldmap see an-tpy-2 --at seongju --missile nodong --from hwangju --to busan
    """
    from shieldmap.answers import RadarRequest, radar as radars, radar_tracks
    from shieldmap.cli import seeing_files, show_radar

    view_asked = radar, at, altitude, boresight, sector, elevation_min, tilt, scan_max, horizon
    flight = missile, from_, to, class_, apogee
    request = RadarRequest(*view_asked, rcs, snr, dwell, *flight)
    radar_tracks.check(request)
    files = seeing_files.RadarFiles(plot, czml, geojson)
    seeing_files.check(files)
    asked = radars.prepare(request)
    view = radars.view(asked)
    written = seeing_files.write(files, asked, view.coverage)
    if json:
        show.json_object(view.as_json() | {"files": [str(path) for path in written]})
        return
    show_radar.radar(view)
    for path in written:
        show.say(path)


@app.command()
def defend(
    scenario: typed.ScenarioName = "korea",
    why: Annotated[
        str | None, typer.Option("--why", help="Explain one exact place: LAT,LON or a known name.")
    ] = None,
    threat: Annotated[
        str | None, typer.Option("--threat", help="Only this threat or missile of the scenario.")
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", help="Only this launch point of the scenario.")
    ] = None,
    json: typed.Json = False,
) -> None:
    """What a scenario defends, or why one exact place is or is not.

    Example: shieldmap defend korea --why 37.57,126.98
    """
    from shieldmap import answers
    from shieldmap.cli import show_defence

    if why is not None:
        explained = answers.why(why, scenario, threat=threat, from_=from_)
        show_defence.explanation(explained, as_json=json)
        return
    with show.progress() as advance:
        summary = answers.defend(scenario, threat=threat, from_=from_, progress=advance)
    show_defence.footprint(summary, as_json=json)


@app.command()
def raid(
    scenario: typed.ScenarioName = "korea",
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
    json: typed.Json = False,
) -> None:
    """Fight the raid of a scenario. It tells what comes through, why, and what it takes.

    Example: shieldmap raid korea --trials 100000

    Example: shieldmap raid korea --assignment optimal --czml raid.czml
    """
    from shieldmap.answers import RaidRequest
    from shieldmap.cli import raid_files, show_raid

    request = RaidRequest(trials, half_width, seed, assignment, undiscriminated)
    files = raid_files.RaidFiles(czml, timeline, epoch)
    with show.progress() as advance:
        result = raid_files.fight(scenario, request, files, advance)
    if json:
        show.json_object(result)
        return
    show_raid.raid(result.record, result.files)


app.command()(asking.ask)
app.command()(asking.trade)
app.command()(asking.sweep)
app.command()(asking.brief)
app.command()(claiming.claims)
app.command()(reproducing.reproduce)


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
    json: typed.Json = False,
) -> None:
    """Compare two runs, before and after. What is lost, as a table and a page with a map.

    Example: shieldmap compare korea korea-2026-03

    Example: shieldmap compare korea --without launchers=2
    """
    from shieldmap.cli import comparing, show_raid

    compared = comparing.side_by_side(before, after, without or [], output_dir, page)
    if json:
        show.json_object(compared.record)
        return
    show_raid.comparison(compared.record, compared.lead)


@app.command()
def verify(
    run_dir: Annotated[Path, typer.Argument(help="A run directory.")],
    json: typed.Json = False,
) -> None:
    """Check that a run is whole. Every file is compared with the manifest; exit code 2 where one changed.

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
    json: typed.Json = False,
) -> None:
    """Print the bibliography of a run, as BibTeX.

    Example: shieldmap cite runs/korea-0123456789ab
    """
    from shieldmap.cli import citing

    entries = citing.bibliography_of(run_dir)
    if json:
        show.json_object({"sources": [entry.as_json() for entry in entries]})
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
            autocompletion=completing.kinds,
        ),
    ],
    output_dir: Annotated[
        str, typer.Option("-o", "--output", help="Folder of the files; it is made.")
    ] = "exports",
    json: typed.Json = False,
) -> None:
    """Write a finished run for other programs. Nothing is computed again.

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
    peers: Annotated[
        bool,
        typer.Option("--peers", help="Beside SciPy, pytrajlib, Stone Soup: shieldmap[bench]."),
    ] = False,
    json: typed.Json = False,
) -> None:
    """Measure speed together with its accuracy.

    Example: shieldmap bench --repeats 3

    Example: shieldmap bench --peers --json
    """
    from shieldmap import bench as measuring
    from shieldmap.cli import show_catalogue

    with show.progress() as advance:
        measure = measuring.measure_peers if peers else measuring.measure
        result = measure(repeats, advance)
    show_catalogue.bench(result, as_json=json)


@app.command()
def serve(
    studies: typed.Studies = None,
    port: Annotated[int, typed.whole(low=1, high=65535, help="The port of the page.")] = 8765,
    host: Annotated[
        str,
        typer.Option(help="The address to listen at; anything but the loopback is seen by others."),
    ] = "127.0.0.1",
    open_: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
) -> None:
    """Start the globe on this machine. It prints its address; Ctrl-C ends it.

    Example: shieldmap serve my-study --port 8765
    """
    from shieldmap.cli import serving

    serving.serve(host, port, studies or [], is_opened=open_)


@app.command()
def validate(
    group: Annotated[
        str | None, typer.Option("--group", help="Only this group of comparisons.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write every row as a page (html).")
    ] = None,
    json: typed.Json = False,
) -> None:
    """Our results beside published ones. Exit code 1 where a difference is not explained.

    Example: shieldmap validate --group lofted-times
    """
    from shieldmap import answers
    from shieldmap.cli import validating

    if output is not None:
        validating.check(output)
    with show.progress() as advance:
        results = answers.validate(group, advance)
    if output is not None:
        validating.write_page(output, results)
    if json:
        show.json_object(results)
    else:
        validating.show_results(results)
        if output is not None:
            show.say(output)
    if results.totals.surprises:
        raise typer.Exit(1)


@app.command()
def record(
    since: Annotated[
        int, typed.whole("--since", low=2017, high=2100, help="The first year.")
    ] = 2017,
    seconds: Annotated[
        float,
        typed.number(
            "--seconds", low=0.1, high=3600.0, help="Seconds in a layer's band that count as met."
        ),
    ] = 30.0,
    csv: Annotated[
        Path | None, typer.Option("--csv", help="Write one row for each flight (csv).")
    ] = None,
    parquet: Annotated[
        Path | None, typer.Option("--parquet", help="Write the same rows (parquet).")
    ] = None,
    plot: Annotated[
        Path | None, typer.Option("--plot", help="Write the figure by year (svg, pdf or png).")
    ] = None,
    json: typed.Json = False,
) -> None:
    """Published North Korean flight tests beside the layers. Seconds in each band, shots that fit.

    Example: shieldmap record --plot record.svg --csv record.csv
    """
    from shieldmap import answers
    from shieldmap.cli import show_record

    files = show_record.RecordFiles(csv, parquet, plot)
    show_record.check(files)
    with show.progress() as advance:
        result = answers.record(since, seconds=seconds, progress=advance)
    written = show_record.write(files, result)
    if json:
        named = {"files": [str(path) for path in written]} if written else {}
        show.json_object(result.as_json() | named)
        return
    show_record.show(result, written)
