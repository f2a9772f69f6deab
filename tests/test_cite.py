"""The bibliography of a run is TeX: by our own strict rules, and by bibtex and pdflatex where they are."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from shieldmap import scenario as scenarios
from shieldmap.cli import citing
from shieldmap.results import UsedSource

AWKWARD = [UsedSource.model_validate(given) for given in [
    {"key": "all-specials", "type": "misc", "title": "100 % of A&B_C #1 costs $5 {x} }y{ a\\b ~c^d <e> |f| \"g\"",
     "url": "https://example.org/a_b%20c?d=1&e=~f#g^h$i_j|k`l'm\\n{o}", "urldate": "2026-01-01"},
    {"key": "letters", "type": "article", "author": "Nørsett, S. and Müller, Ł. and Çelik, Ş.",
     "title": "Über Größe, naïve café: THAAD – ‘so’ “it” … 5 µm² ± 1° ≤ ½ ﬁ", "journal": "Zeitschrift & Æther",
     "volume": "8", "number": "2", "pages": "1-20", "year": "2000", "url": "https://example.org/한글/é"},
    {"key": "scripts", "type": "misc", "title": "화성-12형 시험 발사 Ракета 火星 😀", "author": "국방부", "year": "2017"},
    {"key": "many-commas", "type": "misc", "title": "eNodeB and iPhone", "author": "Kim, Lee, Park, and Choi"},
    {"key": "bad-names", "type": "misc", "title": "x", "author": "Smith, and and Jones"},
    {"key": "no-publisher", "type": "book", "title": "A Book", "author": "{ITU-R & friends}", "year": "1999",
     "pages": "7-9", "howpublished": "printed work"},
    {"key": "no-year", "type": "misc", "title": "Only a title\u202e"},
    {"key": "odd-kind", "type": "dataset", "title": "Data", "note": "In Thai.", "url": "https://example.org/" + "x" * 300},
]]  # fmt: skip
STUDIES = scenarios.names()


def sources_of(name: str) -> list[UsedSource]:
    """Every source that a study may cite, so all that a run of it does."""
    known = scenarios.bibliography(scenarios.load_study(name))
    return [
        UsedSource.model_validate({"key": key, "type": one.kind, **one.fields})
        for key, one in known.items()
    ]


def fields_of(text: str) -> list[tuple[str, str, str]]:
    """Key, name and value of every field, read by counting braces as BibTeX does."""
    found = []
    for entry in text.split("\n\n"):
        if entry.startswith("@preamble"):
            continue
        head, *lines = entry.split("\n")
        key = re.fullmatch(r"@[a-z]+\{([^\s\"#%'(),={}~\\]+),", head)
        assert key is not None, head
        assert lines[-1] == "}"
        for line in lines[:-1]:
            name, value = re.fullmatch(r"  ([a-z]+) = \{(.*)\},?", line).groups()  # type: ignore[union-attr]
            found.append((key.group(1), name, value))
    return found


def check_tex(value: str) -> None:
    """Braces that match at every place, ASCII, and no character that TeX acts upon."""
    assert value.isascii()
    assert value.isprintable()
    depth = 0
    for letter in value:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0, value
    assert depth == 0, value
    bare = re.sub(r"\\url\{[^{}]*\}", "", value)
    bare = re.sub(r"\$(\^\\circ|\^2|\^3|\\[a-z]+)\$", "", bare)
    assert not re.search(r"(?<!\\)[&%$#_]", bare), value
    assert not re.search(r"(?<!\\)[~^]", bare), value


@pytest.mark.parametrize("name", [*STUDIES, "awkward"])
def test_every_field_is_tex(name: str) -> None:
    sources = AWKWARD if name == "awkward" else sources_of(name)
    fields = fields_of(citing.as_bibtex(sources))
    for _, _, value in fields:
        check_tex(value)
    assert {key for key, _, _ in fields} == {source.key for source in sources}
    told = {(key, name) for key, name, _ in fields}
    # A style sorts by author or key; an address is where plain styles print it.
    for source in sources:
        assert (source.key, "author") in told or (source.key, "key") in told
    by_key: dict[str, str] = {}
    for key, name_, value in fields:
        if name_ in ("howpublished", "note"):
            by_key[key] = by_key.get(key, "") + value
    for source in sources:
        assert bool(source.field("url")) == (r"\url{" in by_key.get(source.key, ""))


def test_capitals_are_kept_and_letters_become_commands() -> None:
    fields = {(key, name): value for key, name, value in fields_of(citing.as_bibtex(AWKWARD))}
    assert fields["letters", "author"] == (
        r"N{\o}rsett, S. and M{\"{u}}ller, {\L}. and {\c{C}}elik, {\c{S}}."
    )
    assert fields["letters", "title"].startswith(r"{\"{U}}ber {Gr{\"{o}}{\ss}e,} na{\"{i}}ve")
    assert r"{THAAD}" in fields["letters", "title"]
    assert fields["many-commas", "title"] == "{eNodeB} and {iPhone}"
    assert fields["many-commas", "author"] == "{Kim, Lee, Park, and Choi}"
    assert fields["scripts", "author"] == "gukbangbu"
    assert fields["scripts", "title"].startswith("hwaseong-12hyeong siheom balsa")
    assert "[U+706B]" in fields["scripts", "title"]
    assert fields["no-publisher", "author"] == r"{ITU-R {\&} friends}"
    assert fields["no-publisher", "howpublished"] == "pages 7-9, printed work"
    assert r"{\textbraceleft}x{\textbraceright}" in fields["all-specials", "title"]


DOCUMENT = r"""\documentclass{article}
%s
\begin{document}
\nocite{*}
\bibliographystyle{%s}
\bibliography{cited}
\end{document}
"""


@pytest.mark.skipif(
    shutil.which("bibtex") is None or shutil.which("pdflatex") is None,
    reason="TeX is not installed",
)
@pytest.mark.parametrize(
    ("style", "package"),
    [("plain", ""), ("plain", r"\usepackage{url}"), ("plain", r"\usepackage{hyperref}"),
     ("alpha", ""), ("abbrv", ""), ("unsrt", "")],
)  # fmt: skip
@pytest.mark.parametrize("name", ["every study", "awkward"])
def test_bibtex_and_pdflatex_take_it_without_a_warning(
    name: str, style: str, package: str, tmp_path: Path
) -> None:
    cited = {source.key: source for study in STUDIES for source in sources_of(study)}
    sources = AWKWARD if name == "awkward" else list(cited.values())
    (tmp_path / "cited.bib").write_text(citing.as_bibtex(sources), encoding="utf-8")
    (tmp_path / "paper.tex").write_text(DOCUMENT % (package, style), encoding="utf-8")

    def told(*command: str) -> str:
        ran: Any = subprocess.run(
            command, cwd=tmp_path, capture_output=True, timeout=300, check=False
        )
        text = str(ran.stdout.decode("utf-8", "replace"))
        assert ran.returncode == 0, text[-3000:]
        return text

    latex = ("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex")
    told(*latex)
    said = told("bibtex", "paper")
    assert "arning" not in said, said
    assert "rror" not in said, said
    told(*latex)
    final = told(*latex)
    assert "! " not in final
    assert not re.search(r"LaTeX Warning: (?!There were|Font)", final), final[-3000:]
    assert "Missing character" not in (tmp_path / "paper.log").read_text("latin-1")
    assert (tmp_path / "paper.pdf").stat().st_size > 10_000
