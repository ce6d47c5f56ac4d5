"""Figures and the side that each took in a vote: "281 in favour", "142 members voted no", "nobody against".

A sentence is read word by word. Each number, in figures or in words, is looked at with what stands before and
behind it: it took a side, it is half of a pair ("281 to 142"), it is a bare count of votes, or it counts
something else (a hurdle, a majority, seats, days, one party's members) and is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from graph.extraction.hurdles import is_what_it_takes
from graph.lexicons import load_lexicon

Side = Literal["for", "against", "abstain"]
SIDES: tuple[Side, ...] = ("for", "against", "abstain")

_WORD = re.compile(
    r"(?:2[4-9]|[3-9]\d|\d{3})(?=:\d{2,3}\b)"  # "54:54" is no time of day
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’.][^\W\d_]+)*|[-–—−]|[%$£€.,;:!?()/]"
)
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})*")  # "6367" is part of a telephone number, "6,367" are votes
_PARTS = frozenset("23456789")
_DASHES = frozenset("-–—−")
_STOPS = frozenset(".;:!?(")
_REACH = 22
"""Words between a figure and the phrase that says its side; further on it is another clause's."""


class Word(NamedTuple):
    """A word, number or mark of a sentence, with its offsets; `text` is in lower case."""

    text: str
    start: int
    end: int
    capital: bool

    @property
    def is_dash(self) -> bool:
        """Whether it can join the figures of a tally."""
        return self.text in _DASHES


@dataclass(frozen=True, slots=True)
class Count:
    """A number: words `first` up to, not including, `end`."""

    value: int
    first: int
    end: int
    in_words: bool


@lru_cache(maxsize=1)
def vote_words() -> dict[str, frozenset[str]]:
    """Return the word lists of the lexicon by name; the sides' phrases under "for", "against" and so on."""
    read = load_lexicon("votes")
    tables = {**read["words"], **read["sides"], **read["attachment"], "zero": read["zero"]["phrases"]}
    tables |= {"zero_counted": read["zero"]["counted"], "or_side": [*tables["voters"], "opposition"]}
    return {name: frozenset(listed) for name, listed in tables.items()}


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    return dict(load_lexicon("votes")["numbers"])


@cache
def _phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a list as words, the longest first."""
    return tuple(sorted((tuple(p.split()) for p in vote_words()[name]), key=lambda p: (-len(p), p)))


@lru_cache(maxsize=4096)
def _beginning(name: str, word: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a list that begin with a word, the longest first."""
    return tuple(phrase for phrase in _phrases(name) if phrase[0] == word)


def words_in(text: str) -> list[Word]:
    """Return the words, numbers and marks of a sentence; quotation marks are left out."""
    return [
        Word(m.group().lower().replace("’", "'"), m.start(), m.end(), m.group()[0].isupper())
        for m in _WORD.finditer(text)
    ]


def tells_number(text: str) -> bool:
    """Whether a sentence has a word with which a number can begin."""
    return any(begins_number(word.lower()) for word in _WORD.findall(text))


def reads(line: list[Word], at: int, name: str) -> int:
    """Return the index after the longest phrase of a list that stands at an index; 0 where none does."""
    for phrase in _beginning(name, low(line, at)):
        if len(line) - at >= len(phrase) and all(line[at + i].text == w for i, w in enumerate(phrase)):
            return at + len(phrase)
    return 0


def low(line: list[Word], at: int) -> str:
    """Return the word at an index, "" outside the sentence."""
    return line[at].text if 0 <= at < len(line) else ""


def counts_in(line: list[Word]) -> list[Count]:
    """Return the numbers of a sentence that may count votes, in order."""
    found, at = list[Count](), 0
    while at < len(line):
        count = number_at(line, at) or _nobody(line, at) or _as_many(line, at, found)
        if count is None:
            at += 1
            continue
        if not _is_other(line, count):
            found.append(count)
        at = count.end
    return found


def number_at(line: list[Word], at: int) -> Count | None:
    """Return the number at an index of a sentence."""
    text = line[at].text
    if text.isdigit() and low(line, at + 1) == "/" and low(line, at + 2) in _PARTS:
        return Count(-1, at, at + 3, False)  # "a 2/3 majority"
    if text[0].isdigit():
        plain = text.replace(",", "") if _COUNT.fullmatch(text) else ""
        return Count(int(plain) if plain else -1, at, at + 1, False)
    table, total, step = _numbers(), 0, at
    while (value := table.get(low(line, step))) is not None:
        if total and not (total % 100 == 0 or (total % 10 == 0 and 0 < value < 10)):
            break
        total, step = total + value, step + 1
        if low(line, step) == "hundred" and total < 100:
            total, step = total * 100, step + 1
            step += low(line, step) == "and" and low(line, step + 1) in table
        elif low(line, step) in _DASHES and total % 100 >= 20 and 0 < table.get(low(line, step + 1), 0) < 10:
            step += 1
    return Count(total, at, step, True) if step > at else None


def _nobody(line: list[Word], at: int) -> Count | None:
    end = reads(line, at, "zero")
    if low(line, at) in ("no", "without") and low(line, end) not in vote_words()["zero_counted"]:
        return None
    if not end or (at and _starts_number(line, at - 1)):
        return None  # "18 no votes"
    return Count(0, at, end, True)


def _as_many(line: list[Word], at: int, before: list[Count]) -> Count | None:
    """Return the number that only points to the one before it: "and as many against"."""
    end = reads(line, at, "as_many") if before else 0
    return Count(before[-1].value, at, end, True) if end and low(line, end) != "as" else None


def _is_other(line: list[Word], count: Count) -> bool:
    """Whether a number counts something other than the votes of one side."""
    words, before, after = vote_words(), low(line, count.first - 1), low(line, count.end)
    month = low(line, count.first - 2) if before == "." else before  # "votes for Dec. 1-7"
    if count.value < 0 or month in words["months"] or before in ("$", "£", "€"):
        return True
    named = before in words["numbered"] and line[count.first - 1].capital
    if named and after not in _DASHES | {"to", "voted"}:
        return True  # "House Bill 40 was approved by a panel"
    if after == "other" and low(line, count.end + 1) not in words["voters"]:
        return True  # "and six other laws"
    if after in words["units"] or (after in _DASHES and low(line, count.end + 1) in words["units"]):
        return True
    behind = count.end + (3 if low(line, count.end + 1) == "to" else 1)  # "a 52-to-48 vote"
    if after in _DASHES and _glued(line, count.end) and not _starts_number(line, behind):
        return True  # a 450-seat house, a 57-vote majority
    if after == "of" and low(line, count.end + 1) == "them" and all(word.text != "against" for word in line):
        return True  # "140 of them voted yes" are some of a party
    if _begins_pair(line, count):
        return False  # "the 219-210 vote", "by a margin of 409 to 2"
    the = low(line, count.end + 1) == "the"
    if before == "some" and after == "of" and _starts_number(line, count.end + 1 + the):
        return False  # "some 43 of the 60 members backed it"
    if before == "least" and after in words["voters"] and low(line, count.end + 1) in words["acted"]:
        return False  # "at least 84 deputies voted for it"
    if (low(line, count.first - 2), before) in (("majority", "is"), ("all", "but")):
        return True  # "a two-thirds majority is 134 votes", "all but three voted for it"
    if before in ("some", "all", "the") and after in words["or_side"] and _took_sides(line, count):
        return False  # "some 58 MPs voted for it, four against", "while the nine others voted no"
    if before == "including":
        return True  # "nine members, including two of the majority, opposed it"
    if before == "and" and low(line, count.first - 3) == "between":
        return True  # "by margins of between 28 and 41 votes"
    if before == "or" and words["needing"] & {word.text for word in line[: count.first]}:
        return True  # "needed two-thirds of the house, or 434 votes"
    if before in words["gains"] | {"get", "reach", "hit", "win"} and low(line, count.first - 2) == "to":
        return low(line, count.first - 3).startswith("fail")  # "failed to get 60 votes"
    if before == "by" and {word.text for word in line[: count.first]} & words["exceeds"]:
        return True  # "exceeded the two-thirds by 26 votes"
    if before in words["hurdle"] or after in words["hurdle_after"]:
        return not (before == "another" and bool(reads(line, count.end, "abstain")))
    if before == "of" and low(line, count.first - 2) in ("majority", "margin", "lead", "quorum"):
        return side_after(line, count, count.end + 5) is None  # "a majority of 58 members voted in favour"
    if is_what_it_takes([word.text for word in line[: count.first]]):
        return True
    near = {low(line, count.first - step) for step in (1, 2, 3)}
    if near & words["needing"] and before not in ("with", "against"):
        return True
    return low(line, count.end) in words["votes"] and low(line, count.end + 1) in words["hurdle_after"]


def _took_sides(line: list[Word], count: Count) -> bool:
    """Whether the voters of a number took a side: all, some where others took another, or the rest."""
    behind = count.end + 1 + (low(line, count.end + 1) == "present")
    if low(line, count.first - 1) == "the":
        apart = low(line, count.first - 2) in ("while", "but", "with")
        return apart and side_after(line, count, len(line)) is not None
    others = any(reads(line, at, side) for at in range(behind, len(line)) for side in ("abstain", "against"))
    return low(line, behind) in vote_words()["acted"] and (others or low(line, count.first - 1) == "all")


def _begins_pair(line: list[Word], count: Count) -> bool:
    """Whether a number opens a pair that is always a result: "the 219-210 vote", "margin of 409 to 2"."""
    before, after = low(line, count.first - 1), low(line, count.end)
    if before == "the" and after in _DASHES:
        two = count.end + (3 if low(line, count.end + 1) == "to" else 1)  # "the 81-to-13 vote"
        return _starts_number(line, two) and low(line, two + 1) in vote_words()["votes"]
    margin = before == "of" and low(line, count.first - 2) in ("margin", "majority")
    behind = count.end + (after in vote_words()["votes"])
    return margin and low(line, behind) in _DASHES | {"to"} and _starts_number(line, behind + 1)


def _glued(line: list[Word], at: int) -> bool:
    return at + 1 < len(line) and line[at].end == line[at + 1].start and line[at - 1].end == line[at].start


def begins_number(word: str) -> bool:
    """Whether a number can begin with a word, "no" and "without" included."""
    return word[:1].isdigit() or word in _numbers() or word in ("no", "not", "without")


def _starts_number(line: list[Word], at: int) -> bool:
    return low(line, at)[:1].isdigit() or low(line, at) in _numbers()


def is_whole(line: list[Word], count: Count) -> bool:
    """Whether a number is the whole that another is a part of: "of 412 deputies present"."""
    words, first = vote_words(), count.first
    first -= low(line, first - 1).endswith("'s")  # "of the chamber's 120 members"
    first -= low(line, first - 1) in ("the", "its", "their")
    before, two = low(line, first - 1), low(line, first - 2)
    if before == "total":
        return True  # "of the total 299 votes cast"
    if two == "total" and low(line, count.first - 4) in ("with", "by"):
        return False  # "sailed through with a total of 29 votes"
    if two == "total":
        return side_after(line, count, len(line)) is None  # "a total of 351 deputies voted in favour"
    if before == "of" and two in words["backing"] | {"votes"} and low(line, count.end) in words["voters"]:
        return not {low(line, count.first - 3), low(line, count.first - 4)} & (words["gains"] | {"with"})
    return before == "of" and two not in words["count_of"]


def label_before(line: list[Word], count: Count) -> Side | None:
    """Return the side named right before a number: "against 106", "ayes: 281", "the noes were 142"."""
    step = count.first - 1 - (low(line, count.first - 1) in (":", "were", "was", "by", "at"))
    colon = step < count.first - 1
    if low(line, 0) == "among":
        return None  # "among those who voted in favour were five senators"
    for side in SIDES:
        for phrase in _phrases(f"label_{side}"):
            begin = step + 1 - len(phrase)
            if begin < 0 or tuple(w.text for w in line[begin : step + 1]) != phrase:
                continue
            if phrase == ("opposed",) and low(line, count.first - 1) != "by":
                continue
            alone = colon or phrase[-1] in ("against", "ayes", "noes", "nays", "yeas")
            counted = begin and _starts_number(line, begin - 1)
            if alone and not (counted and phrase[-1] != "against"):
                return side
    return None


def side_after(line: list[Word], count: Count, limit: int) -> tuple[Side, int] | None:
    """Return the side named behind a number and the index after the words that name it.

    `limit` is the index of the next number; what stands right before that one may belong to it.
    """
    apart, kinds = False, vote_words()
    for at in range(count.end, min(limit, count.end + _REACH, len(line))):
        word = line[at]
        if word.text in _STOPS and not _is_short_form(line, at):
            return None
        for side in SIDES:
            end = reads(line, at, side)
            by = low(line, end) == "by" and end + 1 == limit  # "backed by 65 MPs and opposed by 70"
            if (
                end
                and not by
                and not (end == limit and word.text in ("against", "for"))
                and not _other_no(line, at)
            ):
                some = _is_party(line, count) and side != "abstain"
                some = some or (side == "for" and low(line, count.end) == "opposition")
                return None if some else (side, end)
        direct = at == count.end or (at == count.end + 1 and low(line, at - 1) in kinds["voters"])
        if direct and (end := reads(line, at, "would_not")) and low(line, end) in ("", ".", ",", ";", "and"):
            return "against", end  # "195 voted for the bill; 234 did not"
        if word.text == "for" and direct and low(line, at + 1) not in ("the", "a", "example", "now"):
            other = low(line, at + 2) in kinds["units"]  # "debated Bill 8 for three hours"
            return None if other or _is_party(line, count) else ("for", at + 1)
        if word.text == "voted" and at <= count.end + 1 and _on_a_day_to(line, at + 1):
            return "for", at + 1  # "107 members voted on Tuesday to drop it"
        if word.text == "," and at > count.end and not apart:
            apart = True  # "195 members, most of them from the government side, had voted for it"
        elif word.text == "," and at == count.end and low(line, at + 1) not in ("most", "including", "among"):
            return None
        if at == count.end and not _may_vote(line, at):
            return None
    return None


def _is_short_form(line: list[Word], at: int) -> bool:
    """Whether one word in brackets stands at an index: "Members of Parliament (MPs)"."""
    return low(line, at) == "(" and low(line, at + 2) == ")"


def _on_a_day_to(line: list[Word], at: int) -> bool:
    """Whether a weekday and "to" stand at an index."""
    at += low(line, at) == "on"
    return low(line, at) in vote_words()["days"] and low(line, at + 1) == "to"


def _other_no(line: list[Word], at: int) -> bool:
    """Whether "no" is said of a noun or a number: "and no abstentions", "no more than", not "18 no votes"."""
    behind = vote_words()["zero_counted"] | {"more", "fewer", "less"}
    return low(line, at) == "no" and low(line, at + 1) in behind and not _starts_number(line, at - 1)


def _may_vote(line: list[Word], at: int) -> bool:
    """Whether a word behind a number leaves it a number of voters or votes."""
    words, text = vote_words(), low(line, at)
    known = words["voters"] | words["linking"] | {",", "and", "while", "but", "opposition"}
    return text in known or line[at].capital


def _is_party(line: list[Word], count: Count) -> bool:
    """Whether a number counts the members of one party: "39 Democrats voted against"."""
    after = count.end
    if after >= len(line) or not line[after].capital or line[after].start == line[count.end - 1].end:
        return False
    return line[after].text not in vote_words()["voters"]
