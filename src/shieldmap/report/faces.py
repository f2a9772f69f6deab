"""An open face inside a page: only the letters that the page needs, so that Korean looks alike everywhere.

The face is Pretendard (SIL Open Font License 1.1, Reserved Font Name), which holds Latin and Hangul; a
subset is another work and bears another name.
"""

import base64
import io
import logging
from importlib.resources import files
from typing import Final

FACE: Final = "Shieldmap Text"
"""What the subset is called: the licence keeps the face's own name for the whole of it."""

_FILES: Final = {400: "Pretendard-Regular.otf", 700: "Pretendard-Bold.otf"}
_FOLDER: Final = files("shieldmap") / "data" / "faces"


def faces_for(text: str) -> str:
    """The rules ``@font-face`` of both weights with the letters of a text, as data of the page itself."""
    return "\n".join(_rule(weight, _subset(name, text)) for weight, name in _FILES.items())


def _rule(weight: int, face: bytes) -> str:
    data = base64.b64encode(face).decode()
    return (
        f'@font-face {{ font-family: "{FACE}"; font-weight: {weight}; '
        f"src: url(data:font/woff;base64,{data}) format('woff'); }}"
    )


def _subset(name: str, text: str) -> bytes:
    """The letters of a text as WOFF: its compression is zlib's, which needs no other package."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    # It tells of each table that it drops.
    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    options = subset.Options()
    options.layout_features = ["kern", "tnum"]
    options.hinting, options.desubroutinize = False, True
    options.name_IDs = []
    font = TTFont(io.BytesIO(_FOLDER.joinpath(name).read_bytes()))
    cutter = subset.Subsetter(options)
    cutter.populate(text=text + "0123456789")
    cutter.subset(font)
    font.flavor = "woff"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
