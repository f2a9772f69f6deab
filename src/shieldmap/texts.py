"""Text at the borders: what may stand in one, how it is shown, how a number in one is read.

Texts come from files, command lines and addresses. A character that steers a terminal, ends a line or
turns the direction of writing is refused where a text is kept, and shown as an escape where it is not.
"""

import math
import re
from typing import Final

# C0 and C1 controls, separators of lines, turns of the direction of writing, halves of a pair and
# what is no character.
_UNSHOWN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_MOST_DIGITS: Final = 400

LONGEST_SENTENCE: Final = 900
"""Letters of a sentence that says what is wrong; the end of a longer one is cut."""


def visible(text: str, keep: str = "") -> str:
    r"""The text with every character that would act on a terminal as an escape such as ``\x1b``.

    Parameters
    ----------
    keep : characters that stay, such as a newline.
    """
    return _UNSHOWN.sub(lambda found: found[0] if found[0] in keep else _escape(found[0]), text)


def in_json(text: str) -> str:
    """A text of JSON with the same characters as JSON's own escapes, which read back as they were."""
    return _UNSHOWN.sub(
        lambda found: found[0] if found[0] in "\n\t" else f"\\u{ord(found[0]):04x}", text
    )


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def unshown(text: str, keep: str = "") -> str | None:
    """The first character that no text may hold, as ``U+001B``; nothing where there is none."""
    found = next((f[0] for f in _UNSHOWN.finditer(text) if f[0] not in keep), None)
    return None if found is None else f"U+{ord(found):04X}"


def sentence(text: str) -> str:
    """One line that can be printed anywhere, cut where it is long."""
    line = " ".join(visible(text, keep="\n\r\t").split())
    return line if len(line) <= LONGEST_SENTENCE else line[: LONGEST_SENTENCE - 4] + " ..."


def number(text: str) -> float:
    """The finite number that a text is, in plain digits: no underscores, no words.

    Raises
    ------
    ValueError : anything else, such as ``1_000``, ``nan``, ``inf``, digits of other scripts.
    """
    given = text.strip(" \t\r\n")
    if len(given) <= _MOST_DIGITS and _NUMBER.fullmatch(given):
        value = float(given)
        if math.isfinite(value):
            return value
    raise ValueError(f"'{text}' is not a number")


def whole(text: str) -> int:
    """The whole number that a text is, in plain digits.

    Raises
    ------
    ValueError : anything else, such as ``1_000`` or ``6.0``.
    """
    given = text.strip(" \t\r\n")
    if len(given) <= _MOST_DIGITS and re.fullmatch(r"[+-]?[0-9]+", given):
        return int(given)
    raise ValueError(f"'{text}' is not a whole number")
