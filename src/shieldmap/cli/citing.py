"""``shieldmap cite``: the bibliography of a run."""

from pathlib import Path

from shieldmap import archive


def bibliography_of(run_dir: Path) -> list[dict[str, str]]:
    """The sources of a run, as plain fields; those that its scenario defines are among them."""
    return archive.Run(run_dir).bibliography


def as_bibtex(entries: list[dict[str, str]]) -> str:
    """The sources as BibTeX."""
    out = []
    for entry in entries:
        fields = [
            f"  {name} = {{{_balanced(value)}}}"
            for name, value in entry.items()
            if name not in ("key", "type")
        ]
        out.append(f"@{entry['type']}{{{entry['key']},\n" + ",\n".join(fields) + "\n}")
    return "\n\n".join(out)


def _balanced(text: str) -> str:
    """A text without braces where they would end the field: the author of a scenario knows no TeX."""
    depth = 0
    for letter in text:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth < 0:
            break
    return text if depth == 0 else text.replace("{", "(").replace("}", ")")
