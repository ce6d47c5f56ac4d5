"""Which side a number of a vote took: "281 in favour", "142 members voted no", "Ayes: 67"."""

from __future__ import annotations

from graph.extraction.vote_lines import (
    SIDES,
    Count,
    Side,
    Word,
    low,
    phrases,
    reads,
    starts_number,
    vote_words,
)

_STOPS = frozenset(".;:!?(")
_CALLED_OUT = frozenset(("ayes", "noes", "yeas", "nays"))
_REACH = 22
"""Words between a figure and the phrase that says its side; further on it is another clause's."""


def label_before(line: list[Word], count: Count) -> Side | None:
    """Return the side named right before a number: "against 106", "ayes: 281", "the noes were 142"."""
    step = count.first - 1 - (low(line, count.first - 1) in (":", "were", "was", "by", "at"))
    called = low(line, step - 1) in _CALLED_OUT
    step -= called and low(line, step) in (",", "had", "got")  # "Ayes, 67; Noes, 53"
    colon = step < count.first - 1
    if low(line, 0) == "among":
        return None  # "among those who voted in favour were five senators"
    for side in SIDES:
        for phrase in phrases(f"label_{side}"):
            begin = step + 1 - len(phrase)
            if begin < 0 or tuple(w.text for w in line[begin : step + 1]) != phrase:
                continue
            if phrase == ("opposed",) and low(line, count.first - 1) != "by":
                continue
            alone = colon or phrase[-1] in ("against", "ayes", "noes", "nays", "yeas")
            counted = begin and starts_number(line, begin - 1)
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
    return low(line, at) == "no" and low(line, at + 1) in behind and not starts_number(line, at - 1)


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
    return line[after].text not in vote_words()["voters"] | _CALLED_OUT
