"""What each side gets, in the terminal."""

from collections.abc import Callable

from shieldmap import formats, words
from shieldmap.cli.show import new_table, print_table, say, tell
from shieldmap.results.footprint import Quantiles
from shieldmap.results.page import NumberSet
from shieldmap.results.trading import Trade, TradePoint
from shieldmap.words import t


def trade(result: Trade) -> None:
    """Print the sentence, a row for each setting and what would show from outside."""
    tell(words.name_of(result.sentence_en, result.sentence_ko))
    table = new_table(
        "trade_settings", ">trade_share_defended", ">trade_people_lost", ">trade_seen",
        ">trade_only_this", ">trade_minutes",
    )  # fmt: skip
    for point in result.points:
        table.add_row(*_cells(point))
    print_table(table)
    say(t("cli_trade_marks"))
    shown = new_table("trade_shows", "trade_statement", "source", title=t("trade_outside"))
    for row in result.outside:
        text = words.name_of(row.text_en, row.text_ko)
        shown.add_row(t(f"cli_shows_{row.shows}"), text, row.source)
    print_table(shown)
    tell(t("cli_limits", limits=words.said(result.limits)))


def _cells(point: TradePoint) -> tuple[str, ...]:
    mark = "→ " if point.is_given else "* " if point.is_efficient else "  "
    setting = ", ".join(_number(one) for one in point.numbers)
    lost = point.people_lost.p50 or 0.0
    low, middle, high = (
        (s or 0.0) / 60.0 for s in (point.seconds.p05, point.seconds.p50, point.seconds.p95)
    )
    minutes = Quantiles(p05=low, p50=middle, p95=high)
    return (
        mark + setting,
        _banded(point.share, formats.percent),
        formats.NONE if point.is_given else formats.change(-lost),
        _banded(point.seen, formats.number),
        _banded(point.only, formats.number),
        _banded(minutes, formats.number),
    )


def _number(one: NumberSet) -> str:
    return f"{t(f'assumption_{one.parameter}')} {formats.measured(one.value, one.unit)}"


def _banded(values: Quantiles, say_: Callable[[float], str]) -> str:
    """A median with its band: ``12 (9–15)``."""
    low, middle, high = (say_(one or 0.0) for one in (values.p05, values.p50, values.p95))
    return f"{middle} ({formats.span(low, high)})"
