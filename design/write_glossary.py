"""Write docs/glossary.md from the table of terms."""

from collections.abc import Iterator
from pathlib import Path

from shieldmap import terms

GLOSSARY = Path(__file__).parents[1] / "docs" / "glossary.md"
HEAD = """# Glossary

Made from `src/shieldmap/data/terms.toml` by `python design/write_glossary.py`: what is written there
is written nowhere else. Ends are called bad, value and good as they serve the defence; low and high
are numbers.
"""


def lines() -> Iterator[str]:
    """The whole page, line by line."""
    yield HEAD
    yield "## Words\n"
    for one in terms.VOCABULARY.values():
        yield f"- **{one.long.en}** ({one.long.ko}): {one.text.en}"
    yield "\n## Assumptions\n"
    yield "| key in files and addresses | unit | refused outside | control | bad end | English | Korean |"
    yield "|---|---|---|---|---|---|---|"
    for it in terms.ASSUMPTIONS.values():
        limits = "" if it.limits is None else f"{it.limits[0]:g} to {it.limits[1]:g}"
        control = "" if it.control is None else f"{it.control[0]:g} to {it.control[1]:g}"
        key = f"`{it.key}`" if it.key else f"({it.name})"
        yield f"| {key} | {it.unit} | {limits} | {control} | {it.bad or ''} | {it.long.en} | {it.long.ko} |"
    for title, rows in (
        ("Why a place is not defended", terms.REASONS),
        ("What becomes of missiles that come through", terms.OUTCOMES),
        ("Shot doctrines", terms.DOCTRINES),
        ("Trajectory classes", terms.CLASSES),
        ("Questions", terms.QUESTIONS),
    ):
        yield f"\n## {title}\n\n| code | English | Korean |\n|---|---|---|"
        for name, row in rows.items():
            yield f"| `{name}` | {row.long.en} | {row.long.ko} |"


def text() -> str:
    """The whole page."""
    return "\n".join(lines()) + "\n"


if __name__ == "__main__":
    GLOSSARY.write_text(text(), encoding="utf-8")
