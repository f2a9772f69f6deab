"""``shieldmap cite``: the bibliography of a run."""

from pathlib import Path

from shieldmap import archive, scenario as scenarios


def bibliography_of(run_dir: Path) -> list[dict[str, str]]:
    """The sources that a run's manifest lists, as plain fields."""
    keys = archive.Run(run_dir).manifest["sources"]
    known = scenarios.bibliography()
    return [
        {"key": key, "type": known[key].kind, **dict(known[key].fields)}
        for key in keys
        if key in known
    ]


def as_bibtex(entries: list[dict[str, str]]) -> str:
    """The sources as BibTeX."""
    out = []
    for entry in entries:
        fields = [
            f"  {name} = {{{value}}}"
            for name, value in entry.items()
            if name not in ("key", "type")
        ]
        out.append(f"@{entry['type']}{{{entry['key']},\n" + ",\n".join(fields) + "\n}")
    return "\n\n".join(out)
