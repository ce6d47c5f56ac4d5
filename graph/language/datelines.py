"""How a report or an entry of a live report opens: "WASHINGTON —", "11:41 p.m. -"."""

from __future__ import annotations

import re

_DASH = r"[-–—]"
_CAPITALS = (
    r"(?:(?:ST\.|[A-Z]{2,3}) )?[A-Z][A-Z’'-]{3,}(?: (?:[A-Z][A-Z.’'-]+)){0,3}(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?"
)
_PLACE = r"[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){0,2}(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?"
_MONTH = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?i:[a-z]{2,6})?\.?"
_DAY = rf"[,.]? ?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:(?:,? |/)\d{{4}})?"
_FIGURES = r" \d{1,2}/\d{1,2}"
_WIRE = r"(?:\([A-Z][^()\n]{1,45}\)|/[A-Z][^/\n]{1,20}/)"
_DESK = r"\([a-z]{3,12}\)"
_AGENCY = r"[,.] [A-Z][A-Za-z]+(?:-[A-Z]\w+)?"
_SET_OFF = rf" ?(?:{_DASH}|--|\.-|=)"
CLOCK = re.compile(  # 11:41 p.m. - The Senate, 14.20: The Senate
    rf"\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:,?\s(?:[A-Z]{{2,4}}|\w+day))?(?P<dash>\s{_DASH}|:)(?=\s)"
)
"""How an entry of a live report begins."""
DATELINE = re.compile(  # WASHINGTON —, MEXICO CITY (Reuters) -, TAIPEI, May 3 (CNA):, Vilnius, Dec 22, BNS -
    rf"(?:{_CAPITALS}(?:{_DAY}(?:{_AGENCY})?|{_FIGURES})?(?: ?(?:{_WIRE}|{_DESK}))?(?:{_SET_OFF}|:(?= [A-Z]))"
    rf"|{_CAPITALS}(?:{_DAY})? {_WIRE}(?= [A-Z])"
    rf"|{_PLACE}(?:{_DAY}(?:{_AGENCY})?(?: ?{_WIRE})?| {_WIRE})(?:{_SET_OFF}|:)"
    rf"|{_PLACE}{_DAY} {_WIRE}(?= [A-Z])|{_PLACE}\.-"
    rf"|{_WIRE}(?:{_SET_OFF})"
    rf"|(?:WASHINGTON|Washington), D\.?C\.?(?:{_SET_OFF})?|Washington ?--)\s"
)
FIRST_PLACE = re.compile(rf"{_PLACE} {_DASH} (?=[A-Z\"“‘])")
"""A place before a dash with which a text opens: "Cairo - Egypt's parliament"."""
