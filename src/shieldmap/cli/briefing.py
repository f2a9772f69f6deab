"""``shieldmap brief``: the pages as HTML, and printed to PDF by a browser that is there."""

from pathlib import Path

from shieldmap import words
from shieldmap.answers import InputError
from shieldmap.answers.briefs import brief
from shieldmap.cli import writing
from shieldmap.footprint import Progress
from shieldmap.report import brief as pages, printing
from shieldmap.results import Brief, StabilityBrief
from shieldmap.words import t


def write_brief(
    study: str, folder: Path, *, with_pdf: bool, progress: Progress
) -> tuple[Brief | StabilityBrief, list[Path]]:
    """Write a brief and return what it tells and the paths of its files.

    Raises
    ------
    InputError : a folder that cannot be written, or no browser for ``--pdf``.
    """
    browser = printing.browser() if with_pdf else None
    if with_pdf and browser is None:
        raise InputError(t("brief_pdf_missing"))
    with writing.folder_made(folder):
        record = brief(study, progress=progress)
        page = folder / words.file_name(f"{pages.file_name(record)}.html")
        text = pages.html(record).encode()
        contents = {page: text}
        if browser is not None:
            contents[page.with_suffix(".pdf")] = printing.printed(browser, text)
        writing.write_all(contents)
    return record, list(contents)
