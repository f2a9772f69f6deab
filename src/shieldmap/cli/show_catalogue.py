"""What ``catalog``, ``scenario`` and ``bench`` print for people."""

from collections.abc import Sequence

from shieldmap import formats, words
from shieldmap.cli import show
from shieldmap.cli.speaking import said
from shieldmap.results import Bench, ListedScenario, ListedSystem, System
from shieldmap.results.run_files import UsedNumber
from shieldmap.words import t


def scenarios(listed: Sequence[ListedScenario], *, as_json: bool) -> None:
    """Every embedded scenario with its title."""
    if as_json:
        show.json_object({"scenarios": [one.as_json() for one in listed]})
        return
    table = show.new_table("name", "title")
    for scenario in listed:
        table.add_row(scenario.name, said(scenario.title))
    show.print_table(table)


def systems(entries: Sequence[ListedSystem], *, as_json: bool) -> None:
    """Every system with its names."""
    if as_json:
        show.json_object({"systems": [one.as_json() for one in entries]})
        return
    table = show.new_table("id", "name", "aliases", "summary")
    for entry in entries:
        name = words.name_of(entry.name, entry.name_ko)
        table.add_row(entry.id, name, ", ".join(entry.aliases), said(entry.summary))
    show.print_table(table)


def entry(told: System, *, as_json: bool) -> None:
    """Every value of a system with its range, basis, source and rivals."""
    if as_json:
        show.json_object(told)
        return
    name, summary = said(told.name), said(told.summary)
    show.say(t("cli_catalogue_entry", name=name, summary=summary))
    table = show.new_table("value_of", ">value", ">low", ">high", "unit", "basis", "source")
    for row in told.values:
        basis = t(f"cli_basis_{row.basis}")
        table.add_row(row.path, *_numbers(row), row.unit, basis, row.source)
        for rival in row.rivals:
            first = f"  {t('cli_rival')}"
            table.add_row(first, *_numbers(rival), rival.unit, "", rival.source)
    show.print_table(table)
    if told.records:
        heads = ("record", ">hits", ">shots", "of", "source", "note")
        counts = show.new_table(*heads, title=t("cli_records"))
        for counted in told.records:
            kind, note = t(f"cli_kind_{counted.kind}"), said(counted.note)
            shots = (str(counted.hits), str(counted.shots))
            counts.add_row(counted.id, *shots, kind, counted.source, note)
        show.print_table(counts)


def _numbers(row: UsedNumber) -> list[str]:
    ends = (row.value, row.low, row.high)
    return ["" if end is None else formats.signed(f"{end:g}") for end in ends]


def bench(result: Bench, *, as_json: bool) -> None:
    """Speed with its accuracy."""
    if as_json:
        show.json_object(result)
        return
    show.say(t("cli_bench_machine", **{key: str(found) for key, found in result.machine}))
    if result.peers:
        beside = show.new_table("measured", ">ratio", ">ours", ">theirs", "unit", "peer")
        for one in result.peers:
            rates = (
                t("cli_bench_rate", rate=formats.short(rate), threads=threads)
                for rate, threads in ((one.ours, one.our_threads), (one.theirs, one.their_threads))
            )
            ratio = formats.short(one.ratio)
            beside.add_row(said(one.name), ratio, *rates, said(one.unit), said(one.peer))
        show.print_table(beside)
        for one in result.peers:
            show.say(f"{said(one.name)}: {said(one.accuracy)}")
        return
    table = show.new_table("measured", ">median", "unit", "accuracy")
    for row in result.rows:
        table.add_row(said(row.name), formats.short(row.median), said(row.unit), said(row.accuracy))
    show.print_table(table)
