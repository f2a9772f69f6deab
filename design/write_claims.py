"""Write docs/claims.md from the files of the claims and their recorded outcomes.

Usage: python design/write_claims.py
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from shieldmap import claims, words
from shieldmap.claims import telling
from shieldmap.results.claims import PublicClaim, RecordedOutcome

PAGE: Final = Path(__file__).parents[1] / "docs" / "claims.md"
HEAD: Final = """# Public statements as tests

Made from `src/shieldmap/data/claims` by `python design/write_claims.py`; `shieldmap claims` prints the same,
`shieldmap claims RUN` computes it from a run, and the report of a study has its own.

Each public statement about THAAD in South Korea is read as a test on the numbers of a run. They are of the
sides found, none of North Korea yet, and all are read with the same words: *consistent* where the whole band
of the computed number agrees with it, *not consistent* where none of it does, else it *depends on* the number
that turns it or on what the statement leaves open. *Depends* does not say how often: the line *Computed*
counts the cases that agree, are open and do not. "Consistent" says that a statement agrees with this model and its public inputs, not that it is
true; how it is read is an interpretation, which stands with it. Statements that no number answers stay in
the list as *not computable*. Quotations have at most 25 words; where no wording could be confirmed none
stands here. A statement is added by adding a file (`CONTRIBUTING.md`).
"""


def text() -> str:
    """The whole page."""
    with words.using("en"):
        return "\n".join(lines()) + "\n"


def lines() -> Iterator[str]:
    """The page, line by line: a table of all, then each in full."""
    known = claims.known_claims()
    rows = [claims.kept_answer(claim) for claim in known]
    yield HEAD
    yield telling.counts(rows) + "\n"
    yield "| date | who | side | statement | verdict |"
    yield "|---|---|---|---|---|"
    for row in rows:
        told = telling.claim_told(row)
        linked = f"[{told.statement}](#{told.id})"
        cells = (told.said_on, told.speaker, told.side, linked, told.word)
        yield f"| {' | '.join(cells)} |"
    yield ""
    recorded = claims.recorded_outcomes()
    for claim in known:
        yield from in_full(claim, recorded.get(claim.id))


def in_full(claim: PublicClaim, kept: RecordedOutcome | None) -> Iterator[str]:
    """One statement: its words, verdict, numbers, reading and sources, in both languages."""
    told = telling.claim_told(claims.kept_answer(claim))
    yield f'## <a id="{told.id}"></a>{told.statement}\n'
    yield f"{claim.statement.ko}\n"
    said = f"“{told.quotation}” ({told.quotation_note})" if told.quotation else told.quotation_note
    yield f"- **{told.speaker}** ({told.side}), {told.said_on}: {said}."
    yield f"- **Verdict: {told.word}.**"
    yield from (f"- Computed: {line}." for line in told.computed)
    yield f"- {told.reading} {claim.reading.ko}"
    if kept is not None and kept.run:
        code = f"run `{kept.run}`, code `{kept.code}`, version {kept.version}"
        yield f"- Study {told.basis}: {code}; recorded on {kept.made}: {kept.reason}"
    yield from (f"- [{title}]({url}), {note}." for title, url, note in told.links)
    yield ""


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
