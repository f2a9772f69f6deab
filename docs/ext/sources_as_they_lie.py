"""Pages that are read on a plain host as well: what only Sphinx needs is added when they are read.

The pages themselves stay as they are: Markdown whose links and pictures work where the files lie.
"""

import re
from typing import Any

from sphinx.application import Sphinx

# Headings of written pages carry their anchor as HTML.
_ANCHORED = re.compile(r'^(#+ )<a id="([^"]+)"></a>', re.MULTILINE)

_SCRIPT = re.compile(r"\]\(((?:\.\./)*gallery)/(\w+)\.py\)")

OUTSIDE = {
    "../CHANGELOG.md": "CHANGELOG.md",
    "../CONTRIBUTING.md": "CONTRIBUTING.md",
}
"""Files of the repository beside this folder, and the pages that include them."""

DECISIONS = """

```{toctree}
:hidden:
:glob:

0*
```
"""


def read(_app: Sphinx, name: str, source: list[str]) -> None:
    text = _ANCHORED.sub(r"(\2)=\n\1", source[0])
    for file, page in OUTSIDE.items():
        text = text.replace(f"]({file}", f"]({page}")
    # A script of the gallery has a page here, and is its own on a plain host.
    text = _SCRIPT.sub(r"](\1/made/\2.md)", text)
    if name == "decisions/README":
        text += DECISIONS
    source[0] = text


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("source-read", read)
    return {"parallel_read_safe": True}
