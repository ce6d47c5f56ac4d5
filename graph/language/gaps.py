"""Hang on a verb who or what tells it once more without it: "The Senate passed it in May, | the House in
June", read as a name of May or a second object; "was amended in May and | again in June", read as two months.
"""

from __future__ import annotations

from functools import lru_cache

from graph.language.words import Token
from graph.lexicons import load_lexicon

_IN_FRONT = frozenset(("det", "amod", "compound", "nmod:poss"))
_ACTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl:agent"))
_ENDS = frozenset((",", ".", ";", "and", "but"))
_NEXT_TO = ("ADP", "ADV", "DET", "PROPN", "NUM")
_LATER = frozenset(("later", "before", "after", "earlier", "today", "yesterday"))
_SORTS = ("legislature", "chamber", "committee", "head")
_REST = frozenset(("rest", "others", "remainder"))
"""What is told of in place of a body: "part of it applies from May, | the rest from June"."""
_REACH = 6
"""Words of a time behind a body, at most: "by 51 votes to 49 in June"."""


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    actors = load_lexicon("kinds")["actors"]
    return frozenset(
        word for sort in ("legislature", "chamber", "committee", "head") for word in actors[sort]
    )


@lru_cache(maxsize=1)
def _times() -> frozenset[str]:
    units = load_lexicon("english")["units"]
    return frozenset(
        (*load_lexicon("words")["calendar"], *units["pointed_at"], *_LATER, "today", "yesterday")
    )


def fill_gap(body: Token) -> None:
    """Mend the tree around one noun in place."""
    rest = body.lower_ in _REST
    if body.i < 4 or body.pos_ not in ("NOUN", "PROPN") or not (rest or _is_body(body)):
        return
    first = body.i
    while body.doc[first - 1].head is body and body.doc[first - 1].dep_ in _IN_FRONT:
        first -= 1
    if body.doc[first - 1].text not in (",", ";") or first < 4:
        return
    behind = _behind(body)
    verb = body.head
    while verb.tag_[:2] != "VB" and verb.head is not verb:
        verb = verb.head
    if not behind or verb.tag_[:2] != "VB" or verb.i > first:
        return
    before = body.doc[verb.i : first]
    told = any(word.lower_ in _times() or word.tag_ == "CD" for word in before)
    if not told or not any(c.dep_ in _ACTS and c.i < first and (rest or _is_body(c)) for c in verb.children):
        return
    body.hang(verb, "conj")
    for word in behind:
        if word.head not in behind and word.head is not body:
            word.hang(body, "nmod")


def tell_again(again: Token) -> None:
    """Mend the tree around "again" behind "and" where a time follows, in place."""
    behind = _behind(again)
    time = again.head if again.head in behind else behind[0].head if behind else again
    verb = time.head if time in behind else time
    while verb.tag_[:2] != "VB" and verb.head is not verb:
        verb = verb.head
    if not behind or again.nbor(-1).lower_ != "and" or verb.pos_ != "VERB" or verb.i > again.i:
        return
    again.hang(verb, "conj")
    for word in behind:
        if word.head not in behind and word.head is not again:
            word.hang(again, "nmod")


def _is_body(noun: Token) -> bool:
    return noun.lemma_.lower() in _bodies()


def _behind(body: Token) -> list[Token]:
    """Return the words of a time or of figures that stand right behind a body, where nothing else does."""
    rest = body.doc[body.i + 1 : body.i + 2 + _REACH]
    end = next((place for place, word in enumerate(rest) if word.lower_ in _ENDS), len(rest))
    found = rest[:end]
    if not found or found[0].pos_ not in _NEXT_TO or any(word.pos_ in ("VERB", "AUX") for word in found):
        return []
    return found if any(word.lower_ in _times() or word.tag_ == "CD" for word in found) else []
