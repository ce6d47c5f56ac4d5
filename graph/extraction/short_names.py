"""Bodies called by less than their name: "the committee", "the Assembly", "the same court"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extraction.lexicon import folded, states, word_class
from graph.extraction.nouns import bodies_named, nouns, plain_phrase, sort_of
from graph.language.tree import Text, Tree, children, first_conjunct, prepositions
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

_LAWMAKERS = frozenset(("legislature", "chamber"))
_SORTS = _LAWMAKERS | {"court", "committee", "party"}
_DEFINITE = frozenset(("the", "that", "this", "same", "its", "top", "highest", "apex"))
_RANK = re.compile(r"^(?:same|top|whole|full|highest|apex) ")
_STATES_OWN = re.compile(r"^(?:us|u\.s\.|american|united states|federal|national) (?=supreme court$)")
"""What says of a state's only supreme court whose it is."""


@dataclass(frozen=True, slots=True)
class LongName:
    """A body by its name, at a noun of a tree; `plain` is the name folded."""

    index: int
    token: Token
    sort: str
    plain: str


def long_names(text: Text) -> list[LongName]:
    """Return the bodies and parties named in an article, in text order."""
    found = list[LongName]()
    for index, tree in enumerate(text.trees):
        for token in nouns(tree):
            sort = sort_of(tree, token)
            if sort not in _SORTS or token.lemma_.lower() in word_class("office_holders"):
                continue
            words = plain_phrase(tree, token)
            named = any(word[:1].isupper() for word in words.split()) or sort == "committee"
            if named and (" " in words or sort == "party") and not _is_of_a_state(folded(words)):
                found.append(LongName(index, token, sort, plain_name(tree, token, sort)))
    return found


def _is_of_a_state(plain: str) -> bool:
    """Whether a court is called only by whose it is: "German court"."""
    whose, _, court = plain.partition(" ")
    return court == "court" and whose in states().by_adjective


def plain_name(tree: Tree, token: Token, sort: str) -> str:
    """Return the folded name of a body, a court's alone: "the hardline Guardian Council"."""
    named = bodies_named(tree, token) if sort == "court" else ()
    if named and (words := folded(plain_phrase(tree, token))).startswith("state "):
        return words  # "the state Supreme Court" beside that of the union
    return _STATES_OWN.sub("", folded(named[0].name if named else plain_phrase(tree, token)))


def short_for(names: list[LongName], tree: Tree, index: int, token: Token) -> LongName | None:
    """Return the name that a short one stands for: the last before it, else the only one there is.

    Of two houses neither is meant by "the house" alone.
    """
    sort, plain = sort_of(tree, token), _RANK.sub("", folded(plain_phrase(tree, token)))
    said = {child.lower_ for child in children(token, "det", "amod", "nmod:poss")}
    judges = tree.kind == "headline" and plain in ("judges", "justices")  # "Judges strike down data law"
    of_state = _is_of_a_state(plain) or judges  # "German court strikes down data law"
    plain = "court" if of_state else plain
    definite = of_state or bool(said & _DEFINITE) or token.text[:1].isupper()
    sorts = load_lexicon("offices")["short_names"].get(plain, ())
    if (sort not in _SORTS and not sorts) or " " in plain or not definite:
        return None
    fitting = [
        name
        for name in names
        if name.plain != plain
        and (
            name.sort in sorts and (plain, name.token.lemma_.lower()) != ("committee", "commission")
            if sorts and not token.text[:1].isupper()
            else (name.sort in (sort, *sorts) or {name.sort, sort} <= _LAWMAKERS)
            and (name.plain.endswith(f" {plain}") or name.plain.startswith(f"{plain} of "))
        )
    ]
    if plain == "house" and len({name.plain for name in fitting}) > 1:
        return None
    before = [name for name in fitting if (name.index, name.token.i) < (index, token.i)]
    if before:
        return before[-1]
    return fitting[0] if len({name.plain for name in fitting}) == 1 else None


def is_part_of_name(tree: Tree, token: Token) -> bool:
    """Whether a capitalised noun is only the end of a body's name: "House of Representatives"."""
    first = first_conjunct(token)
    head = first.head
    inside = first.dep_ == "nmod" and set(prepositions(first)) & {"of", "on", "for"}
    if head.lemma_.lower() in word_class("office_holders"):
        return False
    return bool(inside) and head.text[:1].isupper() and sort_of(tree, head) in _SORTS | {"government"}
