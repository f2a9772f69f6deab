"""What each side gets, in the terminal."""

from collections.abc import Callable

from shieldmap import formats, words
from shieldmap.cli.show import add_column, new_table, print_table, say, tell
from shieldmap.results.footprint import Quantiles
from shieldmap.results.trading import Trade, TradePoint
from shieldmap.words import t


def trade(result: Trade) -> None:
    """Print the sentence, a row for each setting and what would show from outside."""
    tell(words.name_of(result.sentence_en, result.sentence_ko))
    table = new_table("trade_mark")
    for one in result.points[0].numbers:
        add_column(table, t(f"assumption_{one.parameter}"))
    for name in ("share_defended", "people_lost", "seen", "only_this", "minutes"):
        add_column(table, t(f"cli_head_trade_{name}"))
    for point in result.points:
        table.add_row(*_setting_cells(point))
    print_table(table)
    say(t("cli_trade_marks"))
    tell(t("trade_outside") + ":")
    for row in result.outside:
        shows, text = t(f"cli_shows_{row.shows}"), words.name_of(row.text_en, row.text_ko)
        source = f" [{row.source}]" if row.source else ""
        tell(f"{t(f'assumption_{row.number}')}: {shows}. {text}{source}", indent="  ")
    tell(t("cli_limits", limits=words.said(result.limits)))


def _setting_cells(point: TradePoint) -> tuple[str, ...]:
    mark = "→" if point.is_given else "*" if point.is_efficient else ""
    lost = point.people_lost.p50 or 0.0
    low, middle, high = (
        (s or 0.0) / 60.0 for s in (point.seconds.p05, point.seconds.p50, point.seconds.p95)
    )
    minutes = Quantiles(p05=low, p50=middle, p95=high)
    return (
        mark,
        *(formats.measured(one.value, one.unit) for one in point.numbers),
        _median_with_band(point.share, formats.percent),
        formats.NONE if point.is_given else formats.change(-lost),
        _median_with_band(point.seen, formats.number),
        _median_with_band(point.only, formats.number),
        _median_with_band(minutes, formats.number),
    )


def _median_with_band(values: Quantiles, say_: Callable[[float], str]) -> str:
    """A median with its band: ``12 (9–15)``."""
    low, middle, high = (say_(one or 0.0) for one in (values.p05, values.p50, values.p95))
    return f"{middle} ({formats.span(low, high)})"
