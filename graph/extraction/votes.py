"""Figures of votes in their usual forms, given to the nearest decision of the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.draft import Draft, EventMention
from graph.model import Votes
from graph.terms import DECISIONS, EventType

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_WORDS = {word: number for number, word in enumerate(_NUMBERS)}
_LEAST = 3
"""Votes in all; fewer are no vote of a legislature but a count of other things."""
_VOTED = DECISIONS | {EventType.REFERENDUM, EventType.CONCILIATION, EventType.JUDICIAL_REVIEW}

_N = rf"(\d{{1,3}}(?:,\d{{3}})?|{'|'.join(_NUMBERS)})"
_DASH = r"\s?[-–—]\s?"
_ABSTAINED = rf"(?:(?:,? with|,? and|,)+ {_N} (?:abst\w+|abstaining))?"
_DECIDED = (
    r"(?:by|voted?(?: of| was)?|passed|approved|rejected|failed|it|bill|measure|cleared|fell|went|lost"
    r"|carried|(?:tally|margin|count|result) of|on an?|in an?)"
)
_NO_UNIT = r"(?!\s?(?:per ?cent|%|seat|majority|day|year|month|week|point|article|people|[mb]illion))"
_AFTER_TALLY = (
    r"(?= (?:vote|in favou?r|against|party|margin|to )|[,.;)]|$| on | with | last | after "
    r"| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # 281 in favour and 142 against, with 5 abstentions
        rf"\b{_N} (?:votes? )?(?:in favou?r|for|yes|ayes?)(?: and|,| to)? {_N} (?:votes? )?"
        rf"(?:against|no|noes|nays){_ABSTAINED}",
        # 281 members voted for it and 142 against
        rf"\b{_N} (?:\w+ ){{0,3}}?voted? (?:in favou?r|for|yes)[^.;]{{0,40}}? {_N} (?:voted )?(?:against|no)"
        rf"(?:[^.;]{{0,20}}? {_N} abst\w+)?",
        # by 281 votes to 142, with 5 abstentions
        rf"\bby {_N} votes? (?:to|against) {_N}{_ABSTAINED}",
        rf"\b{_N} votes? to {_N}\b{_ABSTAINED}",
        # passed it 281-142; on a vote of 281 to 142
        rf"\b{_DECIDED}(?: \w+)? {_N}(?:{_DASH}| to | against ){_N}(?:{_DASH}{_N})?\b{_NO_UNIT}",
        # a 281-142 vote
        rf"\b(\d{{1,3}}){_DASH}(\d{{1,3}})(?:{_DASH}(\d{{1,3}}))?\b{_AFTER_TALLY}",
        # drew 243 votes; 243 votes for
        rf"\b(?:drew|received|got|won|with|by|supported by|backed by|gained|attracted) {_N} votes?"
        r"(?: in favou?r| for)?\b(?! (?:to|against))",
        rf"\b{_N} (?:votes? (?:in favou?r|for)|(?:\w+ ){{1,2}}(?:voted for|voted in favou?r|backed it"
        r"|supported it|in favou?r))\b",
    )
)


def _count(word: str | None) -> int | None:
    plain = (word or "").lower().replace(",", "")
    return _WORDS.get(plain, int(plain) if plain.isdigit() else None)


def find_votes_in(text: str) -> list[tuple[int, int, Votes]]:
    """Return (start, end, figures) of each vote told in a sentence; a year or a score of a match is none."""
    found = list[tuple[int, int, Votes]]()
    for form in _FORMS:
        for match in form.finditer(text):
            if any(match.start() < end and start < match.end() for start, end, _ in found):
                continue
            counts = [_count(group) for group in (*match.groups(), None, None)][:3]
            figures = Votes(*counts)
            if (figures.in_favour or 0) + (figures.against or 0) >= _LEAST:
                found.append((match.start(), match.end(), figures))
    return sorted(found, key=lambda item: item[0])


def find_votes(draft: Draft) -> Draft:
    """Return the draft with figures on the decisions nearest to them, each figure on one decision."""
    mentions = list(draft.mentions)
    for index, tree in enumerate(draft.text.trees):
        offset = tree.sentence.start
        for start, end, figures in find_votes_in(tree.sentence.text):
            middle = offset + (start + end) // 2
            near = [
                (abs(tree.spans[m.place[1]][0] - middle), position)
                for position, m in enumerate(mentions)
                if m.place[0] == index and _takes_votes(m)
            ]
            near = near or _told_before(mentions, index)
            if near:
                position = min(near)[1]
                mentions[position] = _with(mentions[position], figures)
    return replace(draft, mentions=tuple(mentions))


def _takes_votes(mention: EventMention) -> bool:
    return mention.type in _VOTED and mention.votes is None and mention.status.is_fact


def _told_before(mentions: list[EventMention], index: int) -> list[tuple[int, int]]:
    """Return the decisions of the sentence before, for a sentence that gives only the figures."""
    return [
        (0, position) for position, m in enumerate(mentions) if m.place[0] == index - 1 and _takes_votes(m)
    ][-1:]


def _with(mention: EventMention, figures: Votes) -> EventMention:
    against = "?" if figures.against is None else figures.against
    return replace(mention, votes=figures, because=(*mention.because, f"votes {figures.in_favour}–{against}"))
