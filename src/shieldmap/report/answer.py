"""The answer in sentences, put together from the sums of a run and from nothing else."""

from typing import Any, Final

from shieldmap import terms
from shieldmap.archive import Run
from shieldmap.report import words

CAPITAL = "seoul"


def main_threat(run: Run) -> dict[str, Any]:
    """The threat that the drawn engagements show, else the first."""
    threats: list[dict[str, Any]] = run.summary["threats"]
    engagements = run.engagements
    shown = engagements[0]["threat"] if engagements else threats[0]["id"]
    return next(threat for threat in threats if threat["id"] == shown)


def paragraphs(run: Run) -> list[list[str]]:
    """Least and most over the missiles: sentences at the values, and sentences at the ends."""
    summary = run.summary
    doctrine = summary["doctrine"]
    reaching = [threat for threat in summary["threats"] if threat["threatened"]["people"] > 0]
    if not reaching:
        return [["No missile of this scenario reaches a cell of the grid."]]
    ordered = sorted(reaching, key=lambda threat: float(threat["share_of_people"]["value"]))
    least, most = ordered[0], ordered[-1]
    if least is most:
        first = (
            f"At the values as published or estimated, the battery defends {_case(most, summary)}."
        )
    else:
        first = (
            "At the values as published or estimated, the battery defends between "
            f"{_case(least, summary)}, and {_case(most, summary)}."
        )
    meaning = (
        f"Doctrine {doctrine}: {terms.DOCTRINES[doctrine].long.en}. A place counts as defended when "
        "every shot that the doctrine asks for fits, against every launch point that reaches it."
    )
    values = [first, one_sided(run)]
    return [[part for part in values if part], [_ends(reaching), meaning]]


def _case(threat: dict[str, Any], summary: dict[str, Any]) -> str:
    share = words.percent(threat["share_of_people"]["value"])
    return (
        f"{share} of the people in range ({words.people(threat['defended']['value']['people'])} "
        f"of {words.people(threat['threatened']['people'])}) against the "
        f"{words.threat_name(threat, summary)}"
    )


def _ends(threats: list[dict[str, Any]]) -> str:
    def shares(pick: str) -> str:
        found = sorted(float(threat["share_of_people"][pick]) for threat in threats)
        return words.span(words.percent(found[0]), words.percent(found[-1]))

    sampled = [threat["sampled"] for threat in threats if threat["sampled"]["samples"]]
    text = (
        f"With every disputed number at its bad end for the defence at once the share is "
        f"{shares('bad')}, with every one at its good end {shares('good')}"
    )
    if not sampled:
        return text + "."
    low = min(float(part["share_of_people"]["p05"]) for part in sampled)
    high = max(float(part["share_of_people"]["p95"]) for part in sampled)
    return (
        f"{text}; over {sampled[0]['samples']} joint draws of the numbers from their ranges, the "
        f"5–95 % bands of the missiles lie within {words.span(words.percent(low), words.percent(high))}."
    )


_END_NAMES: Final = {
    "interceptor": {
        "floor": "floor",
        "ceiling": "ceiling",
        "reach": "reach",
        "target_speed_max": "fastest target",
    },
    "battery": {"warning": "warning", "track": "track time", "reaction": "reaction time"},
    "radar": {"sector": "sector", "elevation_min": "least elevation"},
}


def _good_end(row: dict[str, Any]) -> float | None:
    term = terms.ASSUMPTIONS[row["name"]]
    if term.bad is None:
        return None
    return term.at(terms.End.GOOD, row["value"], row["low"], row["high"])


def one_sided(run: Run) -> str:
    """Which published values stand at the good end of their range, and what that does."""
    summary = run.summary
    at_end = [
        row["name"]
        for row in summary["assumptions"]
        if row["basis"] == "published"
        and row["low"] < row["high"]
        and row["value"] == _good_end(row)
    ]
    if not at_end:
        return ""
    owned = [
        (owner, [names[name] for name in at_end if name in names])
        for owner, names in _END_NAMES.items()
    ]
    whose = [f"the {owner}’s {words.listed(parts)}" for owner, parts in owned if parts]
    many = len(at_end) > 1
    text = (
        f"The published value{'s' if many else ''} of {', and of '.join(whose)} "
        f"stand{'' if many else 's'} at the favourable end of "
        f"{'their ranges' if many else 'its range'}"
    )
    sampled = [threat for threat in summary["threats"] if threat["sampled"]["samples"]]
    above = sum(
        threat["defended"]["value"]["people"] > threat["sampled"]["people"]["p95"]
        for threat in sampled
    )
    if not above:
        return text + "."
    count = (
        f"all {above} missiles" if above == len(sampled) else f"{above} of {len(sampled)} missiles"
    )
    return (
        f"{text}; joint draws from the ranges are mostly less favourable, and against {count} the "
        "value lies above its own 5–95 % band."
    )


def capital(run: Run) -> str:
    """Seoul in a sentence: the limit that fails first, by how much, and which envelope decides."""
    spot = next((asset for asset in run.summary["assets"] if asset["id"] == CAPITAL), None)
    if spot is None:
        return ""
    threatening = [result for result in spot["by_threat"] if result["status"] == "threatened"]
    failing = [result for result in threatening if not result["defended"]]
    if not threatening:
        return f"{spot['name']} lies within the range of none of the missiles."
    if not failing:
        return f"{spot['name']} is defended against all {len(threatening)} missiles that reach it."
    if len(failing) == len(threatening):
        opening = (
            f"{spot['name']} is defended against none of the {len(threatening)} missiles "
            "that reach it"
        )
    else:
        opening = (
            f"{spot['name']} is defended against {len(threatening) - len(failing)} of the "
            f"{len(threatening)} missiles that reach it"
        )
    return f"{opening}. {' '.join(_reason_sentences(failing))} {_binding(failing)}".strip()


def _reason_sentences(failing: list[dict[str, Any]]) -> list[str]:
    """One sentence for every reason, with the margins between which it fails."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for result in failing:
        groups.setdefault(result["reason_text"] or "a further shot does not fit", []).append(result)
    sentences = []
    for text, results in groups.items():
        margins = sorted(
            (r["margin"] for r in results if r["margin"] is not None), key=lambda m: abs(float(m))
        )
        unit = results[0]["margin_unit"]
        against = "all of them" if len(results) == len(failing) else f"{len(results)} of them"
        sentence = f"The first limit that fails against {against}: {text}"
        if margins:
            ends = [words.margin(abs(m), unit).lstrip("+") for m in (margins[0], margins[-1])]
            sentence += f", by {words.span(*ends)}"
        near = [r["closest_in_band_m"] for r in results if r["closest_in_band_m"] is not None]
        if results[0]["reason"] == "out-of-reach" and near:
            sentence += (
                f" (inside the altitude band the target comes no nearer to the launcher than "
                f"{words.span(words.km(min(near)), words.km(max(near)))})"
            )
        sentences.append(sentence + ".")
    return sentences


def _binding(failing: list[dict[str, Any]]) -> str:
    """Whether the published envelope or the computed flight of the interceptor decides."""
    counts: dict[str, int] = {}
    for result in failing:
        counts[result["binds"]] = counts.get(result["binds"], 0) + 1
    parts = [
        f"against {counts[name]}, {text}"
        for name, text in words.BINDS_TEXT.items()
        if name in counts
    ]
    sentence = "; ".join(parts)
    return sentence[:1].upper() + sentence[1:] + "." if parts else ""
