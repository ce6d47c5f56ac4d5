"""What a clause says of a bill: praise (1), blame (-1) or neither, by what the bill is or does.

"The bill is historic" and "it will protect families" praise; "the law would hurt them" and "it does not solve
the problem" blame; "this measure cuts red tape" praises, because what is cut is bad. The words for it are the
classes "good" and "bad" and the table "effects" of `data/lexicon/stance.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft
from graph.extraction.stances.words import classes_in
from graph.language.roles import is_negated, patients, subjects
from graph.language.tree import children, conjuncts, lemma, obliques, phrase
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

_DEEP = 3
"""Clauses below one another that are looked into: "will help us try to end it"."""
_IT = frozenset(("it", "this", "that", "these", "which"))
_BEHIND = ("from", "through", "under", "with", "in", "by", "thanks to", "because of", "of")


@lru_cache(maxsize=1)
def _effects() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_lexicon("stance")["effects"].items()}


@lru_cache(maxsize=1)
def _text_words() -> frozenset[str]:
    return frozenset(load_lexicon("stance")["classes"]["text"])


def praise(draft: Draft, index: int, clauses: Iterable[Token]) -> int:
    """Return the sign of what some clauses and those below them say of a bill."""
    total, seen = 0, set[int]()
    for first in clauses:
        for token in first.subtree:
            if token.i in seen or not (token.pos_ in ("VERB", "AUX") or children(token, "cop")):
                continue
            seen.add(token.i)
            if token.dep_ not in ("aux", "aux:pass", "cop") and _is_of_bill(draft, index, token):
                total += effect(token)
    return (total > 0) - (total < 0)


def _is_of_bill(draft: Draft, index: int, clause: Token) -> bool:
    """Whether a bill does what a clause tells, or it comes through one."""
    idle = bool(children(clause, "expl", "csubj", "ccomp")) or clause.lemma_.lower() == "seem"
    for noun in subjects(clause):
        if noun.lower_ in _IT:
            if not idle and not (noun.lower_ == "it" and _is_fronted(clause)):
                return True
        elif _is_bill(draft, index, noun):
            return True
    return any(mark in _BEHIND and draft.bills.is_mention(index, noun) for mark, noun in obliques(clause))


def _is_fronted(clause: Token) -> bool:
    """Whether "it" stands for a clause to come: "it is important for her to speak out"."""
    return bool(children(clause, "cop")) and any(
        c.lower_ in ("to", "for")
        for deep in children(clause, "xcomp", "advcl", "acl")
        for c in children(deep, "mark")
    )


def _is_bill(draft: Draft, index: int, noun: Token) -> bool:
    if draft.bills.is_mention(index, noun):
        return True
    if noun.lemma_.lower() in _text_words() | _effects()["given"]:
        return any(c.lower_ in ("this", "these", "the", "that") for c in children(noun, "det"))
    return any(draft.bills.is_mention(index, deep) for mark, deep in obliques(noun) if mark == "of")


def effect(clause: Token, depth: int = 0) -> int:
    """Return the sign of what something is or does by a clause."""
    if is_negated(clause) and any(t.lower_ == "enough" for t in clause.subtree):
        return -1
    sign = _effect(clause, depth)
    return -sign if sign and is_negated(clause) else sign


def _effect(clause: Token, depth: int) -> int:
    words, base = _effects(), clause.lemma_.lower()
    forms = {base, lemma(clause)}
    forms |= {f"{base} {c.lemma_.lower()}" for c in children(clause, "xcomp", "advmod", "obj")}
    if clause.pos_ != "VERB" or children(clause, "cop"):
        return _tone(clause)
    below = [
        deep for first in children(clause, "xcomp", "advcl") if depth < _DEEP for deep in conjuncts(first)
    ]
    told = sum(effect(deep, depth + 1) for deep in below if deep.dep_ != "advcl" or _is_way(deep))
    nouns = patients(clause) + [
        noun for mark, noun in obliques(clause) if mark not in ("under", "because of")
    ]
    toned = sum(_tone(noun) for noun in nouns)
    if base in words["fails"] or any(noun.lower_ in ("nothing", "little") for noun in nouns):
        return -1
    if forms & words["curbs"]:
        tone = toned or told
        return (tone < 0) - (tone > 0)
    if forms & words["harms"]:
        return -1
    if forms & words["helps"]:
        return -1 if told < 0 else 1
    tone = told + toned + sum(_tone(word) for word in children(clause, "advmod", "compound:prt"))
    return (tone > 0) - (tone < 0)


def _is_way(clause: Token) -> bool:
    """Whether a clause tells what comes of it: "…, giving families a fair chance"."""
    return clause.tag_ == "VBG" or any(c.lower_ == "to" for c in children(clause, "mark"))


def _tone(word: Token) -> int:
    """Return whether a noun or adjective with what describes it praises or blames."""
    behind = [c for c in children(word, "nmod", "acl:relcl", "acl", "obl", "advmod") if c.i > word.i]
    before = [t for t in phrase(word) if t.i <= word.i]
    names = [name for _, name in classes_in(sorted({*before, *behind}, key=lambda t: t.i))]
    tone = sum(name in ("good", "praise") for name in names) - sum(name in ("bad", "blame") for name in names)
    return (tone > 0) - (tone < 0)
