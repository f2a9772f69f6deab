"""The templates of ``data/report``, filled in the reader's language."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from shieldmap import formats, words
from shieldmap.words import t

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES: Final = Path(__file__).parent.parent / "data" / "report"


def environment() -> "Environment":
    """How templates are read: ``t`` says a message, ``said`` a record's text, ``drawn`` draws a figure."""
    import jinja2
    from markupsafe import Markup

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["drawn"] = Markup
    made.globals |= {"t": marked_up, "heads": heads, "degrees": degrees, "said": words.said}
    made.filters["css_text"] = css_text
    made.globals["lang"] = words.language()
    return made


def filled(template: str, content: Mapping[str, object]) -> str:
    """A template filled in, with the style of the pages."""
    from markupsafe import Markup

    css = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    hints = f':root {{ --scroll: "{t("report_scroll")}"; --swipe: "{t("report_swipe")}"; }}\n'
    return environment().get_template(template).render(css=Markup(hints + css), **content)


def css_text(text: str) -> "Markup":
    """A text as a string of a style sheet, with nothing in it that could end the string."""
    from markupsafe import Markup

    kept = (one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in text)
    return Markup(f'"{"".join(kept)}"')


def marked_up(message: str, **values: Any) -> "Markup":
    """A message with the markup that it holds; what stands in it is escaped, unless it is markup."""
    from markupsafe import Markup, escape

    held = {name: one if isinstance(one, int) else escape(one) for name, one in values.items()}
    return Markup(t(message, **held))


def heads(names: str) -> "Markup":
    """Head cells of a table by the ends of their messages; ``name:n`` heads a column of numbers."""
    from markupsafe import Markup

    cells = []
    for name, _, kind in (one.partition(":") for one in names.split()):
        given = f' class="{kind}"' if kind else ""
        cells.append(f'<th scope="col"{given}>{marked_up(f"report_{name}")}</th>')
    return Markup("".join(cells))


def degrees(angle_deg: float, digits: int = 0) -> str:
    """``120°``."""
    return formats.measured_text(formats.number(angle_deg, digits), "deg")
