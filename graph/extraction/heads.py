"""Who is head of state where no words beside a name say so: who signs bills, or whose desk they lie on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.extraction.nouns import sort_of
from graph.extraction.offices import OfficeHeld
from graph.extraction.verb_words import words_of
from graph.language.roles import agents, patients
from graph.language.tree import Text, Tree, children, possessors
from graph.terms import Capacity

if TYPE_CHECKING:
    from graph.extraction.referents import Referent
    from graph.language.words import Token
    from graph.model import Quote

_SIGNED = re.compile(r"\b(?:sign|veto|assent|promulgat|desk|pen\b)")
_REFUSED = re.compile(r"\b(?:turn|reject|refus|return|sen[dt]|hand)")
_CALLED = re.compile(r"(?:\b[Tt]he|[’']s) president\b(?! of)")
_NO_HEADS = frozenset(("presiding", "government", "legislator"))
_IT = frozenset(("it", "them", "which", "that"))
_SIGNS = frozenset(("sign", "veto", "promulgate"))
_Who = Callable[[int, "Token"], "Referent | None"]


def find_head(text: Text, referents: Mapping[str, Referent], who: _Who) -> None:
    """Give the office of head of state, where nobody is said to hold it, to the one person who does with
    bills what only its holder does, or who refuses them where "the president" is told of, and holds no
    other.
    """
    held = {office.sort for referent in referents.values() for office, _ in referent.offices}
    if "head" in held:
        return
    found = _people(text, _SIGNED, _signing, who)
    if not found and _CALLED.search(f"{text.article.title} {text.article.text}"):
        found = _people(text, _REFUSED, _refusing, who)
    for person, quote in found if len(found) == 1 else ():
        if not {office.sort for office, _ in person.offices} & _NO_HEADS:
            person.offices.append((OfficeHeld("head of state", None, Capacity.INCUMBENT, "head"), quote))


def does_as_head(pronoun: Token) -> bool:
    """Whether a pronoun is of who signs, vetoes or is overridden, or of whose signature or desk is told."""
    above = pronoun.head.lemma_.lower()
    signs = pronoun.dep_ == "nsubj" and above in _SIGNS
    signs |= pronoun.dep_ == "obj" and above in ("override", "overrule")
    return signs or (pronoun.dep_ == "nmod:poss" and above in word_class("things_of_head"))


def _people(
    text: Text, told: re.Pattern[str], acting: Callable[[Tree], Iterator[Token]], who: _Who
) -> list[tuple[Referent, Quote]]:
    """Return the persons that act so in the sentences with certain words, each with the first of these."""
    found: dict[str, tuple[Referent, Quote]] = {}
    for index, tree in enumerate(text.trees):
        if told.search(tree.sentence.text):
            for person in (who(index, token) for token in acting(tree)):
                if person is not None and person.sort == "person":
                    found.setdefault(person.key, (person, tree.sentence.quote))
    return list(found.values())


def _signing(tree: Tree) -> Iterator[Token]:
    """Yield who signs or vetoes a bill in a sentence, and whose signature, veto or desk it tells of."""
    for token in tree.doc:
        word = token.lemma_.lower()
        if token.pos_ == "NOUN" and word in word_class("things_of_head"):
            yield from _named(tree, [*possessors(token), *children(token, "nmod")])
        elif token.pos_ == "VERB" and word in _SIGNS | {"assent"}:
            alone = word == "sign" and not patients(token) and words_of(token) == ["sign"]
            if word == "veto" or alone or _acts_on_a_bill(tree, token):
                yield from _named(tree, agents(token), did=token.tag_ in ("VBD", "VBN"))


def _refusing(tree: Tree) -> Iterator[Token]:
    """Yield who refuses a bill in a sentence, or returns it."""
    for token in tree.doc:
        refuses = token.pos_ == "VERB" and not word_class("refuses_as_head").isdisjoint(words_of(token))
        if refuses and _acts_on_a_bill(tree, token):
            yield from _named(tree, agents(token), did=token.tag_ in ("VBD", "VBN"))


def _named(tree: Tree, nouns: list[Token], *, did: bool = False) -> Iterator[Token]:
    """Yield those of the nouns that are persons by name, and "he" or "she" of what was done."""
    for noun in nouns:
        name = tree.name_at(noun)
        if (name is not None and name.label == "PERSON") or (did and noun.lower_ in ("he", "she")):
            yield noun


def _acts_on_a_bill(tree: Tree, verb: Token) -> bool:
    done_to = [*patients(verb), *children(verb, "obl")]
    return any(noun.lower_ in _IT or sort_of(tree, noun) == "bill" for noun in done_to)
