"""The page's files, found once at the start: a request looks a name up and never walks a folder."""

import hashlib
import mimetypes
from pathlib import Path
from typing import Final, NamedTuple

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from shieldmap import geodata, terms, words
from shieldmap.kept import kept

PAGE: Final = Path(__file__).parent.parent / "data" / "web"

_TYPES: Final = {
    **dict.fromkeys((".js", ".mjs"), "text/javascript"),
    ".webp": "image/webp",
    ".wasm": "application/wasm",
}
_HIDDEN: Final = ("VENDOR.json", "types.d.ts", "vendor.d.ts")


class FileFound(NamedTuple):
    """One file, its media type and whether it changes with the page."""

    path: Path
    media_type: str
    is_vendored: bool


def find(folder: Path) -> dict[str, FileFound]:
    """Every file below a folder by its name with slashes, such as ``js/main.js``."""
    out = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in _HIDDEN:
            name = path.relative_to(folder).as_posix()
            kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
            kind = kind or "application/octet-stream"
            if kind.startswith(("text/", "application/json")):
                kind += "; charset=utf-8"
            out[name] = FileFound(path, kind, name.startswith("vendor/"))
    return out


def page_files() -> dict[str, FileFound]:
    """The page: HTML, style, modules and what others wrote."""
    return find(PAGE)


def tile_files() -> dict[str, FileFound]:
    """The tiles of the map by ``level/x/y.webp``."""
    return {
        name: found
        for name, found in find(geodata.tiles_folder()).items()
        if name.endswith(".webp")
    }


@kept(64_000_000)
def _read(path: Path) -> tuple[bytes, str]:
    """The content and its tag."""
    content = path.read_bytes()
    return content, _tag(content)


def answer(found: FileFound | None, request: Request) -> Response:
    """A file, or that the browser has it already, or that there is none."""
    if found is None:
        return _missing()
    age = "max-age=86400" if found.is_vendored or found.path.suffix == ".webp" else "no-cache"
    return _sent(_read(found.path), found.media_type, age, request)


def words_answer(language: str, request: Request) -> Response:
    """The messages of the page in a language, or that the browser has them already."""
    if language not in terms.LANGUAGES:
        return _missing()
    content = words.source(language, "common", "page").encode()
    return _sent((content, _tag(content)), "text/plain; charset=utf-8", "no-cache", request)


def _missing() -> Response:
    return JSONResponse({"detail": "there is no such file"}, status_code=404)


def _tag(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:20]}"'


def _sent(made: tuple[bytes, str], media_type: str, age: str, request: Request) -> Response:
    content, tag = made
    headers = {"ETag": tag, "Cache-Control": age}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)
