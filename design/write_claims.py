"""Write docs/claims.md and docs/claims.ko.md from the files of the claims and their recorded outcomes.

Usage: python design/write_claims.py
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from shieldmap import claims, words
from shieldmap.claims import telling
from shieldmap.results.claims import PublicClaim, RecordedOutcome
from shieldmap.terms import Language
from shieldmap.words import t


class Wording(NamedTuple):
    """A page: where it stands, what it begins with, and its own words."""

    path: Path
    head: str
    verdict: str
    computed: str
    study: str


DOCS: Final = Path(__file__).parents[1] / "docs"
PAGES: Final[dict[Language, Wording]] = {
    "en": Wording(
        DOCS / "claims.md",
        """# Public statements as tests

[한국어](claims.ko.md)

Made from `src/shieldmap/data/claims` by `python design/write_claims.py`; `shieldmap claims` prints the same,
`shieldmap claims RUN` computes it from a run, and the report of a study has its own.

Each public statement about THAAD in South Korea and the defences around it is read as a test on the numbers
of a run. They are of the sides found, none of North Korea yet, and all are read with the same words:
*consistent* where the whole band of the computed number agrees with it, *not consistent* where none of it
does, else it *depends on* the number that turns it or on what the statement leaves open: the missile, the
launch point, the radar cross section. A comparison (“better”) is tested as a comparison, with both sites.
*Depends* does not say how often: the line *Computed* counts the cases that agree, are open and do not.
“Consistent” says that a statement agrees with this model and its public inputs, not that it is true; how it
is read is an interpretation, which stands with it. Statements that no number answers stay in the list as
*not computable*; *not computed yet* says that a test is there and its outcome is not. Quotations have at
most 25 words; where no wording could be confirmed none stands here. A statement is added by adding a file
(`CONTRIBUTING.md`).
""",
        "Verdict: {word}.",
        "Computed: {line}.",
        "Study {study}: run `{run}`, code `{code}`, version {version}; recorded on {day}.",
    ),
    "ko": Wording(
        DOCS / "claims.ko.md",
        """# 공개 발언을 검정으로

[English](claims.md)

`python design/write_claims.py`가 `src/shieldmap/data/claims`에서 만든 문서다. `shieldmap claims`는 같은
내용을 터미널에 보이고, `shieldmap claims RUN`은 한 번의 계산에서 판정을 다시 구하며, 시나리오의 보고서에도
그 시나리오에 관한 발언이 실린다.

한국의 사드와 주변 방어 체계에 관한 공개 발언을 하나씩 계산 수치에 대한 검정으로 읽는다. 찾아낸 쪽의 발언만
있고 북한의 발언은 아직 없으며, 어느 쪽의 발언이든 같은 말로 판정한다. 계산한 수치의 구간 전체가 발언에 맞으면
*일치*, 구간 어디도 맞지 않으면 *불일치*, 그 밖에는 판정을 가르는 수치나 발언이 밝히지 않은 것(미사일, 발사 지점,
레이더 반사 면적)*에 달림*이다. 비교하는 말(‘유리하다’)은 두 배치 지점을 견주어 검정한다. *달림*은 얼마나 자주
그런지를 말하지 않으며, 맞는 경우와 갈리는 경우와 안 맞는 경우의 수는 *계산* 줄에 있다. ‘일치’는 이 모형과 공개된
입력값에 맞는다는 뜻이며 그 말이 참이라는 뜻은 아니다. 발언을 어떻게 읽었는지는 하나의 해석이므로 함께 적는다.
수치로 답할 수 없는 발언도 *계산 불가*로 목록에 남긴다. *아직 계산 안 함*은 검정은 있으나 결과가 없다는 뜻이다.
인용은 25단어를 넘지 않으며, 원문 표현을 확인하지 못한 발언은 인용하지 않는다. 발언은 파일 하나로
더한다(`CONTRIBUTING.md`).
""",
        "판정: {word}.",
        "계산: {line}.",
        "시나리오 {study}: 계산 `{run}`, 코드 `{code}`, 버전 {version}. {day} 기록.",
    ),
}


def text(language: Language = "en") -> str:
    """The whole page in a language."""
    with words.using(language):
        return "\n".join(lines(PAGES[language])) + "\n"


def lines(page: Wording) -> Iterator[str]:
    """The page, line by line: a table of all, then each in full."""
    known = claims.known_claims()
    rows = [claims.kept_answer(claim) for claim in known]
    yield page.head
    yield telling.counts(rows) + "\n"
    columns = ("date", "speaker", "side", "statement", "verdict")
    yield f"| {' | '.join(t(f'claims_column_{name}') for name in columns)} |"
    yield "|---|---|---|---|---|"
    for row in rows:
        told = telling.claim_told(row)
        linked = f"[{told.statement}](#{anchor(told.id)})"
        cells = (told.said_on, told.speaker, told.side, linked, told.word)
        yield f"| {' | '.join(cells)} |"
    yield ""
    recorded = claims.recorded_outcomes()
    for claim in known:
        yield from in_full(page, claim, recorded.get(claim.id))


def anchor(claim: str) -> str:
    """The place of a statement on its page: the site has one of each name over all its pages."""
    return claim if words.language() == "en" else f"{claim}-{words.language()}"


def in_full(page: Wording, claim: PublicClaim, kept: RecordedOutcome | None) -> Iterator[str]:
    """One statement: its words, verdict, numbers, reading and sources."""
    told = telling.claim_told(claims.kept_answer(claim))
    yield f'## <a id="{anchor(told.id)}"></a>{told.statement}\n'
    said = f"“{told.quotation}” ({told.quotation_note})" if told.quotation else told.quotation_note
    yield f"- **{told.speaker}** ({told.side}), {told.said_on}: {said}."
    yield f"- **{page.verdict.format(word=told.word)}**"
    yield from (f"- {page.computed.format(line=line)}" for line in told.computed)
    yield f"- {told.reading}"
    if kept is not None and kept.run:
        study = page.study.format(
            study=told.basis, run=kept.run, code=kept.code, version=kept.version, day=kept.made
        )
        yield f"- {study}"
    yield from (f"- [{title}]({url}), {note}." for title, url, note in told.links)
    yield ""


if __name__ == "__main__":
    for language, page in PAGES.items():
        page.path.write_text(text(language), encoding="utf-8")
