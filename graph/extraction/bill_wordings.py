"""What a bill that has no title is called, without what only stands behind it: "anti-layoffs law | a day",
"draft bill, | in 2019", "amnesty bill | for those".
"""

from __future__ import annotations

import re

YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")
_UNIT = r"(?:hour|day|week|month|year)"
_SOME = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_READING = r"(?:first|second|third|final|further|last)(?: and (?:second|third|final))?"
_NOTHING = (
    r"(?:for|of|by|with|in|to|at|from|and|or|as|but|under|within|about|into|those|which|that|whose|who|whom"
    r"|an?|the|some|its|one)"
)
"""Words with which no name ends."""
_BEHIND = re.compile(
    rf"(?<=(?:bill|laws)),? (?:{_SOME} )?{_UNIT}s?$|(?<=(?:law|act)),? (?:{_SOME} )?{_UNIT}s?$"
    rf"|,? (?:{_SOME} )?{_UNIT}s? (?:earlier|later|before|after|ago)$"
    rf"|,? the {_UNIT} (?:before|after)$"
    rf"|,? (?:this|last|next) (?:{_UNIT}|spring|summer|autumn|fall|winter|session|\w+day)$"
    r"|, in (?:19|20)\d\d$"
    rf"|,? (?:in|at|on) (?:the |its )?{_READING}(?: readings?)?(?: procedure)?$"
    rf"|,? for (?:its )?{_READING} readings?$"
    r"|,? by (?:voice|roll call|acclamation)$"
    r"|,? in (?:general|particular|principle|full)(?: and in particular)?$"
    r"|,? with (?:between )?\d[\w -]* votes$"
    r"|,? among (?:them|which)(?: one)?$"
    r"|,? \d+(?:-| to )\d+$"
    r"|, (?:with|as|along|than|then|while|until) .*$"
    r"|,? (?:which|that) (?:was|were|is|are) then$"
    rf"|,? {_NOTHING}$"
)
"""What stands behind a name and is none of it."""
_AHEAD = re.compile(r"^(?:this|last|next) \w+day (?:the )?")
_SET_OFF = re.compile(r",(?= of (?:1[6-9]|20)\d\d$)|,(?= (?:No\.?|number) ?\d)")
"""A comma before what belongs to a name: "original Act, of 1975", "bill, No. 13533"."""


def tidied(words: str) -> str:
    """Return the words that name a bill without what stands around them; a noun alone is left as it was."""
    name = _SET_OFF.sub("", _AHEAD.sub("", words))
    while " " in (shorter := _BEHIND.sub("", name)) and shorter != name:
        name = shorter
    return name


def year_of(words: str) -> int | None:
    """Return the year that a title carries."""
    found = YEAR.search(words)
    return int(found.group()) if found else None
