"""A publication date as a source states it: a whole calendar day, or nothing.

No guessing: a month without a day, a two-digit year, an order of digits that can be read two ways
(02/07/2026), an impossible day or time of day all give nothing. The day is the one written, in the source's
own time zone.
"""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_TIME = (
    r"(?:(?:T|,? (?:at )?)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r" ?(?:[ap]\.?m\.?)?,? ?(?:Z|\(?[A-Z]{2,5}\)?|[+-](?P<ahead>\d{2}):?\d{2}(?: \([A-Z]{2,5}\))?)?)?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE | re.ASCII)
    for form in (
        _YEAR + r"(?P<mark>[-/.]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})",  # ISO 8601, basic and extended
        _WEEKDAY + _DAY + r"[ -]" + _MONTH + r",?[ -]" + _YEAR,  # RFC 5322 and plain English
        _WEEKDAY + _MONTH + r" " + _DAY + r",? " + _YEAR,
    )
)
_FIRST_YEAR = 1605
"""The year of the first newspaper; an earlier year is a slip of the pen or of a program."""


def stated_date(words: str) -> dt.date | None:
    """Return the day that the words state, or None if they state none.

    >>> stated_date("Sat, 07 Feb 2026 23:30:00 -0500")
    datetime.date(2026, 2, 7)
    >>> stated_date("2024-02-30") is None
    True
    """
    plain = " ".join(words[:100].split()) if len(words) <= 100 else ""
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found:
            return _checked(found)
    return None


def _checked(found: re.Match[str]) -> dt.date | None:
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    year = int(found["year"])
    if year < _FIRST_YEAR or hour > 23 or minute > 59 or second > 60 or int(found["ahead"] or 0) > 14:
        return None
    try:
        return dt.date(year, number, int(found["day"]))
    except ValueError:  # 30 February
        return None
