"""The gallery: scripts that assert a number and make a figure, run when the site is built.

A script of ``docs/gallery`` begins with a docstring whose first line is its title, asserts what it says
and leaves a ``figure``: a picture of a record, or one of matplotlib. Its page, with the figure and the
whole script, is written beside it into ``gallery/made``, which is not kept. A script that fails, or
leaves no figure, fails the build. One that is older than its figure is not run again, so that a
writer of pages need not wait; ``./check`` begins with an empty folder.
"""

import ast
import runpy
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib as mpl
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

MADE = "made"
CARD = """[![{title}](made/{name}.svg)](made/{name}.md)

[{title}](made/{name}.md)
"""
PAGE = """# {title}

{text}

![{title}]({name}.svg)

```{{literalinclude}} ../{name}.py
:language: python
:lines: {first}-
```

[The script](../{name}.py) runs by itself: `python docs/gallery/{name}.py`.
"""


class Told(NamedTuple):
    """What a script says of itself, and the line on which its code begins."""

    title: str
    text: str
    first: int


def told_by(script: Path) -> Told:
    """The docstring of a script, taken apart."""
    tree = ast.parse(script.read_text(encoding="utf-8"))
    title, _, text = (ast.get_docstring(tree) or "").partition("\n")
    if not (title and text.strip()):
        raise ExtensionError(f"{script.name}: expected a docstring of a title and some words")
    return Told(title.rstrip("."), text.strip(), tree.body[1].lineno)


def scripts_in(folder: Path) -> list[Path]:
    """The scripts of a gallery in the order of their names."""
    return sorted(folder.glob("*.py"))


def run(script: Path, picture: Path) -> None:
    """Run a script and keep its figure.

    Raises
    ------
    ExtensionError : the script leaves no figure; whatever it raises goes through.
    """
    figure = runpy.run_path(str(script)).get("figure")
    if figure is None:
        raise ExtensionError(f"{script.name}: expected a figure")
    if hasattr(figure, "_repr_svg_"):
        figure.save(picture)
        return
    figure.savefig(picture, metadata={"Date": None})


def make(app: Sphinx) -> None:
    """Run what has no figure yet, and write the pages of all."""
    folder = Path(app.srcdir) / "gallery"
    made = folder / MADE
    scripts = scripts_in(folder)
    made.mkdir(exist_ok=True)
    for old in made.iterdir():
        if old.stem not in {script.stem for script in scripts}:
            old.unlink()
    mpl.use("agg")
    # One shade of ids, so that the same script writes the same file.
    mpl.rcParams["svg.hashsalt"] = "shieldmap"
    for script in scripts:
        picture = made / f"{script.stem}.svg"
        if not picture.is_file() or picture.stat().st_mtime < script.stat().st_mtime:
            run(script, picture)
        told = told_by(script)
        page = PAGE.format(name=script.stem, **told._asdict())
        path = made / f"{script.stem}.md"
        if not path.is_file() or path.read_text(encoding="utf-8") != page:
            path.write_text(page, encoding="utf-8")


def cards(_app: Sphinx, name: str, source: list[str]) -> None:
    """The pictures on the page of the gallery, in the place of a comment that asks for them."""
    if name != "gallery/index":
        return
    folder = Path(_app.srcdir) / "gallery"
    shown = "\n".join(
        ":::{container} card\n" + CARD.format(name=one.stem, title=told_by(one).title) + ":::\n"
        for one in scripts_in(folder)
    )
    source[0] = source[0].replace("% cards", shown)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", make)
    app.connect("source-read", cards)
    return {"parallel_read_safe": True}
