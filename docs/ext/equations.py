"""Equations as MathML: browsers draw it themselves, without a script, a font or the network.

LaTeX is turned into MathML when the site is built. A formula that cannot be turned is a warning, and so
an error of the build.
"""

import html
from typing import Any

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)


def mathml(node: nodes.Element, display: str) -> str:
    """The formula of a node, with what was written as its text for who cannot see it."""
    latex = node.astext()
    try:
        drawn: str = convert(latex, display=display)
    except Exception as error:  # noqa: BLE001  (the package raises what it likes)
        logger.warning("cannot draw %r: %s", latex, error, location=node, type="equations")
        return html.escape(latex)
    if r"\\" in drawn or "merror" in drawn:
        logger.warning("not drawn as it should be: %r", latex, location=node, type="equations")
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
