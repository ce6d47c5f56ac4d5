"""The bytes of one file, before anything is known of what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from graph.errors import InputError

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

PARSER_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What parsers outside our hands are known to raise on damaged input, beside their own exceptions."""


def shown(name: str) -> str:
    """Return a file name fit for a message: no control or direction characters, at most 200 characters."""
    plain = _UNPRINTABLE.sub("?", name)
    return plain if len(plain) <= 200 else f"{plain[:120]}…{plain[-79:]}"


def missing(place: str) -> InputError:
    """Return the error of a path or address at which nothing is."""
    return InputError("there is no such file or folder", place=place, remedy="check the name")


@dataclass(frozen=True, slots=True)
class Source:
    """One file.

    Attributes:
        name: its name without folders; the suffix decides the format.
        place: as the user would name it, for messages.
        content: its bytes.
    """

    name: str
    place: str
    content: bytes

    @property
    def suffix(self) -> str:
        """The suffix in lower case with its dot, or nothing."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without suffix: the article's identifier where the file gives none."""
        return PurePosixPath(self.name).stem

    def at(self, record: str) -> str:
        """Return the place of one record in it, as in `news.jsonl, line 17`."""
        return f"{self.place}, {record}"
