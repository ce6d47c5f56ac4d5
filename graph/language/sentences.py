"""Cut a title or a text into sentences by rules: line ends, closing marks, and a list of abbreviations.

Linear in the length of the text. Spans are half-open code points of the part that was cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.lexicons import load_lexicon

LONGEST = 5_000
"""Characters. A longer "sentence" is a table, a list without stops, or an attack; it is set aside, not
parsed.
"""

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|(?:(?<=[a-z][a-z])|(?<=\d\d))\.(?=[A-Z][A-Za-z])")
"""The marks that may end a sentence; a dot also where the space behind it was lost."""
_DASH = r" ?(?:–|—|--|-(?=\s))"
_DAY = (
    r"(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2}, \d{4}"
)
_HEAD_CHARACTERS = 500
"""In so many characters of a press release its headings may run into the text."""
_HEAD = (
    re.compile(  # "… Projects November 8, 2007 Washington, D.C.- Today", "… Approval WASHINGTON, D.C. Utah"
        rf"(?<![,(] )\b(?:{_DAY}(?= [A-Z])|(?:WASHINGTON|Washington), D\.?C\.?(?=\s*(?:-|–|—|[A-Z]))"
        rf"|Washington{_DASH}|[A-Z][A-Z.’'-]{{3,}}(?: [A-Z][A-Z.’'-]+){{0,2}}(?:, [A-Z][\w.]+)?{_DASH}"
        rf"|(?:(?:St\.|New|San|Los|Las|Des|El|Fort|Salt Lake|Little|Baton) )?[A-Z][\w.]+, [A-Z]{{2}}{_DASH})"
    )
)
_PLACED_BY = frozenset(
    (
        "in",
        "on",
        "of",
        "at",
        "to",
        "from",
        "by",
        "near",
        "since",
        "until",
        "before",
        "after",
        "dated",
        "the",
        "and",
    )
)
_GOES_ON = (
    r"the|a|an|of|on|in|to|by|for|and|with|at|from|that|which|its|his|her|their|is|was|were|has|have|had|will"
    r"|or|as"
)
"""Words after which no line of its own ends."""
_LINE = re.compile(
    rf"(?:[^\n]{{40,}}(?:[^\n.!?…:;\"”’»)\]]\n(?=[a-z])| (?:{_GOES_ON})\n(?=\S))){{0,40}}[^\n]+"
)
_WORD_BEFORE = re.compile(r"[\w.&]+$")
_NUMERAL = re.compile(r"[IVX]+\b(?!')")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+")


@dataclass(frozen=True, slots=True)
class Breaks:
    """Which dots do not end a sentence."""

    inside: frozenset[str]
    maybe: frozenset[str]
    starters: frozenset[str]


@lru_cache(maxsize=1)
def _breaks() -> Breaks:
    table = load_lexicon("english")["sentences"]
    return Breaks(frozenset(table["inside"]), frozenset(table["maybe"]), frozenset(table["starters"]))


def _ends_here(text: str, dot: int, end: int, breaks: Breaks) -> bool:
    """Whether the closing mark at `dot`, with quotes up to `end`, ends a sentence."""
    following = text[end : end + 24].lstrip()
    if not following or text[dot] != ".":
        return not following or not following[0].islower()
    first = following.lstrip("\"'“‘«([")
    if first[:1].islower():
        return False
    before = _WORD_BEFORE.search(text, max(0, dot - 24), dot)
    word = before.group().lower().strip(".") if before else ""
    if len(word) == 1 and word.isalpha() and word != "i":  # an initial
        return False
    if first[:1].isdigit() and before and _INITIALS.fullmatch(before.group()):  # "L.D. 1313"
        return False
    if first.startswith("Res.") and before and (word == "con" or _INITIALS.fullmatch(before.group())):
        return False  # "H.J. Res. 76", "S. Con. Res. 3"
    if word in breaks.inside:
        # "no" is also a word of its own: only a number makes it "number"
        numbered = first[:1].isdigit() or (word == "art" and _NUMERAL.match(first))
        return word in ("no", "nos", "art") and not numbered
    if word in breaks.maybe:
        starter = re.match(r"\w+", first)
        return bool(starter) and starter.group().lower() in breaks.starters  # type: ignore[union-attr]
    return True


def cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each sentence, without the white space around it.

    Line ends cut, except where a text is wrapped: a long line that breaks off before a small letter, or
    after a small word, goes on.
    """
    breaks = _breaks()
    heads = list(_heads(text))
    for line in _LINE.finditer(text):
        begin = line.start()
        for place in heads:
            if begin < place < line.end():
                yield from _trimmed(text, begin, place)
                begin = place
        for mark in _END.finditer(text, begin, line.end()):
            if _ends_here(text, mark.start(), mark.end(), breaks):
                yield from _trimmed(text, begin, mark.end())
                begin = mark.end()
        yield from _trimmed(text, begin, line.end())


def _heads(text: str) -> Iterator[int]:
    """Yield where the day or place begins that stands at the head of a press release, behind its heading in
    one line; and where a day ends that no place follows.
    """
    for found in _HEAD.finditer(text, 0, _HEAD_CHARACTERS):
        before = _WORD_BEFORE.search(text, max(0, found.start() - 24), max(0, found.start() - 1))
        if before and before.group().lower() in _PLACED_BY:
            continue
        yield found.start()
        if re.fullmatch(_DAY, found.group()):
            yield found.end()


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = text[begin:end]
    left = len(stretch) - len(stretch.lstrip())
    kept = stretch.strip()
    if kept:
        yield begin + left, begin + left + len(kept)


def goes_on(text: str, end: int) -> bool:
    """Whether something stands behind `end` in the same line."""
    stop = text.find("\n", end)
    return bool(text[end : stop if stop >= 0 else len(text)].strip())
