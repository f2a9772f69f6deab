"""Equations as MathML: browsers draw it themselves, without a script, a font or the network.

LaTeX is turned into MathML when the site is built. A formula that cannot be turned is a warning, and so
an error of the build.
"""

import html
import re
from typing import Any

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

_THIN = '<mspace width="0.17em"/>'
# A function stands apart from its argument and from what it is multiplied with: TeX knows, MathML asks.
_NAMED = "<mi>(?:cos|sin|tan|ln|exp|max|Var|E)</mi>"
_BEFORE = re.compile(rf"(?<=</mi>|</mn>)(?={_NAMED}|<msup>{_NAMED})")
_AFTER = re.compile(rf"({_NAMED}|<msup>{_NAMED}<mn>\d</mn></msup>)(?=<mi>|<msub>|<mn>)")
# Vectors: browsers know the bold letters of Unicode, and no longer the attribute.
_BOLD = re.compile(r'<mi mathvariant="bold(?:-italic)?">([^<]+)</mi>')
_BOLD_FROM = (("A", "Z", 0x1D400), ("a", "z", 0x1D41A), ("α", "ω", 0x1D6C2))
# What is left of LaTeX that was not understood.
_LEFT = ("&#x00026;", "\\", "merror")


def bold(letter: str) -> str:
    """A letter in bold, where there is one."""
    for first, last, code in _BOLD_FROM:
        if first <= letter <= last:
            return chr(code + ord(letter) - ord(first))
    return letter


def mathml(node: nodes.Element, display: str) -> str:
    """The formula of a node, with what was written as its text for who cannot see it."""
    latex = node.astext()
    try:
        drawn: str = convert(latex, display=display)
    except Exception as error:  # noqa: BLE001  (the package raises what it likes)
        logger.warning("cannot draw %r: %s", latex, error, location=node, type="equations")
        return html.escape(latex)
    if any(part in drawn for part in _LEFT):
        logger.warning("not drawn as it should be: %r", latex, location=node, type="equations")
    drawn = _BOLD.sub(lambda found: f"<mi>{bold(html.unescape(found[1]))}</mi>", drawn)
    drawn = _AFTER.sub(rf"\1{_THIN}", _BEFORE.sub(_THIN, drawn))
    return drawn.replace("<math ", f'<math alttext="{html.escape(latex, quote=True)}" ', 1)


def visit_inline(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(mathml(node, "inline"))
    raise nodes.SkipNode


def visit_block(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "div", CLASS="equation"))
    self.body.append(mathml(node, "block"))
    if node["number"]:
        number = get_node_equation_number(self, node)
        self.body.append(f'<span class="eqno">({number})')
        self.add_permalink_ref(node, "Link to this equation")
        self.body.append("</span>")
    self.body.append("</div>")
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, Any]:
    # The only renderer beside Sphinx's own is taken by itself.
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
