"""``shieldmap export``: a finished run in the formats of other programs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from shieldmap import products
from shieldmap.answers.places import InputError
from shieldmap.archive import Run
from shieldmap.cli import citing, writing
from shieldmap.footprint import Progress

KINDS: Final = (*products.KINDS, "bibtex")


def kinds_of(text: str) -> list[str]:
    """The formats of a comma-separated list, each once."""
    asked = list(dict.fromkeys(part.strip().lower() for part in text.split(",")))
    for kind in asked:
        if kind not in KINDS:
            raise InputError(f"--to is '{text}': expected one or more of {', '.join(KINDS)}")
    return asked


def contents(run: Run, kind: str) -> dict[str, bytes]:
    """The files of a run in one format, by name."""
    if kind == "bibtex":
        text = citing.as_bibtex(citing.bibliography_of(run.path))
        return {f"{run.path.name}.bib": (text + "\n").encode()}
    return products.files(run, kind)


def save(
    run: Run, kinds: Sequence[str], folder: Path, advance: Progress | None = None
) -> list[Path]:
    """Write a run in some formats into a folder, which is made; all files or none.

    ``advance`` is called with (format, how many are done, formats in all).

    Raises
    ------
    ValueError : a format that the study has nothing for, or a folder that cannot be written.
    """
    whole: dict[Path, bytes] = {}
    with writing.folder_made(folder):
        for done, kind in enumerate(kinds):
            if advance is not None:
                advance(f"writing {kind}", done, len(kinds))
            whole |= {folder / name: content for name, content in contents(run, kind).items()}
        writing.write_all(whole)
    return list(whole)
