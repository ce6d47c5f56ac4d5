"""Offices: who holds which, in what capacity, of which body or state, as the words beside a name say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.lexicon import folded, offices, states, word_class
from graph.language.names import Name
from graph.language.tree import Tree, children
from graph.lexicons import load_lexicon
from graph.terms import Capacity

if TYPE_CHECKING:
    from graph.language.words import Token


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office beside a person's name: its title, the body or state it is of, in what capacity."""

    title: str
    organisation: str | None
    capacity: Capacity
    sort: str


@lru_cache(maxsize=1)
def _title() -> str:
    """Return the alternation of all office titles, longer ones first."""
    words = {word for group in offices().values() for word in group} | set(
        load_lexicon("offices")["before_names"]
    )
    listed = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") + (r"\.?" if len(word) < 5 else "") for word in listed
    )


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<lead>(?:\b[\w’'.-]+\s){{0,5}}?)\b(?P<title>(?:{_title()})(?:[-\s](?:{_title()}))?)"
        r"(?:\s(?:of|for)\s(?:the\s)?(?P<of>[A-Z][\w’'-]*(?:\s(?:of\s|and\s|the\s)?[A-Z][\w’'-]*){0,4}))?,?\s$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"^,?\s(?:who\s(?:is|was)\s|is\s|was\s)?(?P<lead>(?:(?:the|a|an|its|their|his|her)\s)?(?:[\w’'.-]+\s){{0,4}}?)\b(?P<title>{_title()})s?\b"
        r"(?:\s(?:of|for|in|at)\s(?:the\s)?(?P<of>[\w’'-]+(?:\s(?:of\s|and\s|the\s)?[A-Z][\w’'-]*){0,4}))?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _capacities() -> tuple[tuple[Capacity, frozenset[str]], ...]:
    listed = load_lexicon("offices")["capacity"]
    return tuple((Capacity(name), frozenset(words)) for name, words in listed.items())


_ARTICLES = frozenset(("the", "a", "an"))
_CHAIRS = re.compile(r"(?<!vice )(?<!vice-)(?<!deputy )\bchair(?:man|woman|person)?$")
_PARLIAMENT = re.compile(
    r"^(?:(?:the|state|supreme|national|verkhovna) )*"
    r"(?:rada|duma|federation council|parliament|senate|assembly|majlis|lok sabha|rajya sabha|knesset)\b"
    r"(?!.*\b(?:committee|party|group|commission))"
)


@lru_cache(maxsize=1024)
def office_sort(title: str, organisation: str | None) -> str:
    """Return what an office is to a bill: "head", "government", "presiding", "legislator", "court", "other".

    A president of a parliament, a party or a company is no head of state.
    """
    words = folded(title).rstrip(".")
    of = folded(organisation or "") or words.rpartition(" ")[0]  # "council president"
    of_body = bool(
        re.search(
            r"assembly|senate|parliament|house|congress|chamber|duma|council|commission|party|court|bank|union|committee|institution|group",
            of,
        )
    )
    if _CHAIRS.search(words) and _PARLIAMENT.search(of):
        return "presiding"
    if re.search(r"\bvice\b|deputy (?:president|prime)|^(?:lieutenant|lt\.?) gov", words):
        return "other"
    for sort, listed in (
        ("presiding", "presiding_officer"),
        ("head", "head_of_state"),
        ("government", "head_of_government"),
        ("government", "minister"),
        ("legislator", "legislator"),
        ("court", "judge"),
    ):
        if any(re.search(rf"\b{re.escape(word)}$", words) for word in offices()[listed]):
            if sort == "head" and of_body:
                return (
                    "presiding"
                    if re.search(r"assembly|senate|parliament|house|congress|chamber|duma", of)
                    else "other"
                )
            return sort
    return "other"


def capacity_told(words: str) -> Capacity:
    """Return in which capacity words tell that an office is held; as its holder where they do not say."""
    parts = set(re.findall(r"\w+", words.lower()))
    return next((capacity for capacity, known in _capacities() if parts & known), Capacity.INCUMBENT)


def _organisation(lead: str) -> str | None:
    """Return the state or body in the words before a title: "Venezuela's interim", "French", "Senate
    Majority"; not one before an article: "American forces captured the former".
    """
    table = states()
    words = lead.strip().split()
    words = words[max((at + 1 for at, word in enumerate(words) if word.lower() in _ARTICLES), default=0) :]
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            stretch = re.sub(r"[’']s?$", "", " ".join(words[first:last]))
            key = folded(stretch)
            if key in table.by_name:
                return table.by_name[key]
            if key in table.by_adjective and stretch[:1].isupper():
                return table.by_adjective[key]
            beside = all(word[:1].isupper() for word in words[last:])  # not "the Senate sent it to Gov."
            if key in table.bodies and stretch[:1].isupper() and beside:
                return stretch
    return None


def _held(found: re.Match[str]) -> OfficeHeld:
    lead, of = found.group("lead") or "", found.group("of")
    capacity = capacity_told(f"{lead} {found.group('title')}")
    title = re.sub(r"\s+", " ", found.group("title")).strip()
    if of is not None and not of[:1].isupper():
        of = (
            of
            if re.search(r"parliament|assembly|house|senate|commission|government", of, re.IGNORECASE)
            else None
        )
    organisation = of or _organisation(lead)
    sort = office_sort(title, organisation)
    if sort == "head" and re.search(r"\b(?:its|their|whose)\b", lead):
        sort = "other"  # "the forum said, and Ann Lee, its president"
    return OfficeHeld(title, organisation, capacity, sort)


def offices_beside(tree: Tree, name: Name) -> Iterator[OfficeHeld]:
    """Yield the offices told right before or right after a person's name."""
    text, offset = tree.sentence.text, tree.sentence.start
    before = text[max(0, name.start - offset - 120) : name.start - offset]
    last_break = max(before.rfind(mark) for mark in (";", ":", "(", "“", '"', "—"))
    if found := _before().search(before[last_break + 1 :]):
        yield _held(found)
    after = text[name.end - offset : name.end - offset + 120]
    beside = after[:1] in (",", "(") or re.match(r"\s(?:is|was)\s(?:the|a|an)\s", after)
    stretch = re.split(r"[;:(“\"—]|, (?:and|who said|which)", after.lstrip("("))[0]
    if beside and (found := _after().match(stretch)):
        yield _held(found)


def called(tree: Tree, name: Name) -> str:
    """Return a surname with the title that is part of it: "Lord Hope", "King Charles"."""
    before = tree.sentence.text[: name.start - tree.sentence.start].split()[-1:]
    titles = load_lexicon("english")["names"]["kept_titles"]
    return " ".join([*before, name.text]) if before and before[0].lower() in titles else name.text


def is_seat_of_head(noun: Token) -> bool:
    """Whether a noun names where a head of state sits or works: "the presidential administration"."""
    if noun.lemma_.lower() in word_class("seats_of_head"):
        return True
    near = children(noun, "amod", "compound", "nmod:poss", "nmod")
    heads = {"president", "presidential", "governor", "king", "grand-ducal", "royal"}
    return noun.lemma_.lower() in word_class("offices_of_head") and any(
        word.lemma_.lower() in heads for word in near
    )
