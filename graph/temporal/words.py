"""The words of English time expressions, read once from `data/lexicon/time.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import LexiconError

LEXICON = Path(__file__).resolve().parents[2] / "data" / "lexicon" / "time.toml"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: `day` (month, day), `weekday` (month, ISO weekday, which one, -1 the last) or `easter`.

    `easter` counts days from Western Easter Sunday; `not_before` is the day of the month from which weekdays
    are counted, and `plus` days are added at the end.
    """

    name: str
    day: tuple[int, ...] = ()
    weekday: tuple[int, ...] = ()
    easter: int | None = None
    not_before: int = 1
    plus: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon, as tables from lower-case words. Field names are those of the file's sections."""

    months: dict[str, int]
    months_short: dict[str, int]
    weekdays: dict[str, int]
    weekdays_short: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    parts_of_day: dict[str, str]
    seasons: dict[str, str]
    repeats: dict[str, str]
    zones: frozenset[str]
    slashes: dict[str, frozenset[str]]
    holidays: dict[str, Holiday]
    text: dict[str, frozenset[str]]
    tense: dict[str, frozenset[str]]


@cache
def words(path: Path = LEXICON) -> Words:
    """Return the lexicon.

    Raises:
        LexiconError: the file is missing, is no TOML, or lacks a section.
    """
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        return _checked(read)
    except OSError as error:
        raise LexiconError(
            "the lexicon of time words cannot be read", place=str(path), remedy="restore the file"
        ) from error
    except (ValueError, TypeError, KeyError) as error:
        raise LexiconError(
            f"the lexicon of time words breaks its own rules: {error}",
            place=str(path),
            remedy="compare it with the file as shipped",
        ) from error


def _checked(read: dict[str, Any]) -> Words:
    holidays: dict[str, Holiday] = {}
    for entry in read["holiday"]:
        rule = {key: value for key, value in entry.items() if key != "names"}
        for key in ("day", "weekday"):
            if key in rule:
                rule[key] = tuple(rule[key])
        if sum(key in rule for key in ("day", "weekday", "easter")) != 1:
            raise ValueError(f"{entry['names']} has not exactly one rule")
        for name in entry["names"]:
            holidays[name] = Holiday(entry["names"][0], **rule)
    return Words(
        months=_numbers(read, "months", 1, 12),
        months_short=_numbers(read, "months_short", 1, 12),
        weekdays=_numbers(read, "weekdays", 1, 7),
        weekdays_short=_numbers(read, "weekdays_short", 1, 7),
        units=_strings(read, "units"),
        numbers=_numbers(read, "numbers", 1, 90),
        ordinals=_numbers(read, "ordinals", -1, 30),
        decades=_numbers(read, "decades", 2, 9),
        parts_of_day=_strings(read, "parts_of_day"),
        seasons=_strings(read, "seasons"),
        repeats=_strings(read, "repeats"),
        zones=frozenset(read["zones"]["after_clock"]),
        slashes={name: frozenset(listed) for name, listed in read["slashes"].items()},
        holidays=holidays,
        text={name: frozenset(listed) for name, listed in read["text"].items()},
        tense={name: frozenset(listed) for name, listed in read["tense"].items()},
    )


def _numbers(read: dict[str, Any], section: str, least: int, most: int) -> dict[str, int]:
    table: dict[str, int] = read[section]
    for word, number in table.items():
        if not isinstance(number, int) or not least <= number <= most:
            raise ValueError(f"[{section}] {word} = {number!r} lies outside {least} to {most}")
    return table


def _strings(read: dict[str, Any], section: str) -> dict[str, str]:
    table: dict[str, str] = read[section]
    for word, value in table.items():
        if not isinstance(value, str):
            raise ValueError(f"[{section}] {word} = {value!r} is no string")
    return table
