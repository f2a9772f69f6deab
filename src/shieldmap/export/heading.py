"""What a file of an answer says of itself: whose it is, of which day, what was changed, how sure it is.

A file travels without the page that made it. So each of them holds the study and the missile in words,
the share of people with its band and the number of draws, what was changed of the study, the date, the
hash by which the same answer is found again, its sources and the limits of the model.

Texts are in the language of the reader; the names of fields are not.
"""

import html
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shieldmap import formats
from shieldmap.export.tracks import About
from shieldmap.results import Quantiles, ShareEnds, StateChange
from shieldmap.words import name_of, t


class Heading(NamedTuple):
    """What is told beside the numbers of an answer.

    ``flight`` is the missile and how it is flown, ``places`` where it starts, ``computed`` a date;
    ``sampled`` is the share of people over ``draws`` joint draws, ``share`` that at the values and ends.
    """

    about: About
    title: str = ""
    flight: str = ""
    places: str = ""
    computed: str = ""
    run_hash: str = ""
    draws: int = 0
    sampled: Quantiles | None = None
    share: ShareEnds | None = None
    changes: tuple[StateChange, ...] = ()


def flown_from(heading: Heading) -> str:
    """The missile, how it is flown and from where."""
    if not heading.places:
        return heading.flight
    return t("files_flown_from", flight=heading.flight, places=heading.places)


def share_told(heading: Heading) -> str:
    """The share of people with its band in one sentence."""
    drawn, ends = heading.sampled, heading.share
    if drawn is not None and drawn.p50 is not None and heading.draws:
        return t(
            "files_median",
            draws=heading.draws,
            median=formats.percent(drawn.p50),
            band=formats.span(formats.percent(drawn.p05), formats.percent(drawn.p95)),
        )
    if ends is None or ends.value is None or ends.value != ends.value:
        return t("files_nobody")
    return t("files_values", **{end: formats.percent(share) for end, share in ends})


def changes_told(heading: Heading) -> list[str]:
    """What was changed of the study, a line for each field; nothing where nothing was."""
    return [
        t(
            "files_change",
            name=name_of(one.name, one.name_ko),
            before=name_of(one.before, one.before_ko),
            after=name_of(one.after, one.after_ko),
        )
        for one in heading.changes
    ]


def computed_told(heading: Heading) -> str:
    """The date, the version and the hash."""
    return t(
        "files_computed",
        date=heading.computed,
        version=heading.about.version,
        hash=heading.run_hash,
    )


def as_markup(heading: Heading, legend: str = "") -> str:
    """The heading as globes show it in a balloon, which is HTML; ``legend`` is markup already."""
    return "".join(_parts(heading, legend))


def _parts(heading: Heading, legend: str) -> Iterator[str]:
    yield f"<h3>{html.escape(heading.title)}</h3>"
    yield _paragraph(flown_from(heading))
    yield _paragraph(share_told(heading))
    if rows := changes_told(heading):
        yield f"<p><b>{html.escape(t('files_changed'))}</b></p>"
        yield "<ul>" + "".join(f"<li>{html.escape(row)}</li>" for row in rows) + "</ul>"
    yield _paragraph(computed_told(heading))
    yield legend
    yield _paragraph(heading.about.limits)
    if heading.about.sources:
        yield f"<p><b>{html.escape(t('files_sources'))}</b></p>"
        yield "".join(map(_paragraph, heading.about.sources))


def _paragraph(text: str) -> str:
    return f"<p>{html.escape(text)}</p>" if text else ""


def as_member(heading: Heading) -> Mapping[str, object]:
    """The heading as a member of a JSON document."""
    return {
        "title": heading.title,
        "missile": heading.flight,
        "launch_points": heading.places,
        "computed": heading.computed,
        "hash": heading.run_hash,
        "changes": [one.as_json() for one in heading.changes],
        "share_of_people": None if heading.sampled is None else heading.sampled.as_json(),
        "draws": heading.draws,
        "told": share_told(heading),
        "version": heading.about.version,
        "limits": heading.about.limits,
        "sources": list(heading.about.sources),
    }
