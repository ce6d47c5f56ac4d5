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
REST = frozenset(("rest", "others", "remainder"))
"""What is told of in place of a body: "part of it applies from May, | the rest from June"."""
_REACH = 6
"""Words of a time behind a body, at most: "by 51 votes to 49 in June"."""


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    actors = load_lexicon("kinds")["actors"]
    return frozenset(word for sort in _SORTS for word in actors[sort])


@lru_cache(maxsize=1)
def _times() -> frozenset[str]:
    calendar, units = load_lexicon("words")["calendar"], load_lexicon("english")["units"]
    return frozenset((*calendar, *units["pointed_at"])) | _LATER


def fill_gap(body: Token) -> None:
    """Mend the tree around one noun, not among the first four words, in place."""
    rest = body.lower_ in REST
    if not (rest or _is_body(body)):
        return
    first = body.i
    while body.doc[first - 1].head is body and body.doc[first - 1].dep_ in _IN_FRONT:
        first -= 1
    if body.doc[first - 1].text not in (",", ";") or first < 4:
        return
    behind, verb = _behind(body), _verb_at_or_above(body.head)
    if not behind or verb is None or verb.i > first:
        return
    told = any(_tells_when(word) for word in body.doc[verb.i : first])
    if told and any(c.dep_ in _ACTS and c.i < first and (rest or _is_body(c)) for c in verb.children):
        _hang_with_time(body, verb, behind)


def tell_again(again: Token) -> None:
    """Mend the tree around "again" behind "and" where a time follows, in place."""
    behind = _behind(again)
    time = again.head if again.head in behind else behind[0].head if behind else again
    verb = _verb_at_or_above(time.head if time in behind else time)
    if behind and again.preceding == "and" and verb and verb.pos_ == "VERB" and verb.i <= again.i:
        _hang_with_time(again, verb, behind)


def _verb_at_or_above(word: Token) -> Token | None:
    """Return a word, or the first above it, that is a verb by its tag ("take", read as a noun, is one)."""
    while word.tag_[:2] != "VB" and word.head is not word:
        word = word.head
    return word if word.tag_[:2] == "VB" else None


def _hang_with_time(word: Token, verb: Token, behind: list[Token]) -> None:
    """Hang on a verb what tells it once more, and on that the words of its time."""
    word.hang(verb, "conj")
    for part in behind:
        if part.head not in behind and part.head is not word:
            part.hang(word, "nmod")


def _tells_when(word: Token) -> bool:
    return word.lower_ in _times() or word.tag_ == "CD"


def _is_body(noun: Token) -> bool:
    return noun.lemma_.lower() in _bodies()


def _behind(body: Token) -> list[Token]:
    """Return the words of a time or of figures that stand right behind a body, where nothing else does."""
    rest = body.doc[body.i + 1 : body.i + 2 + _REACH]
    end = next((place for place, word in enumerate(rest) if word.lower_ in _ENDS), len(rest))
    found = rest[:end]
    if not found or found[0].pos_ not in _NEXT_TO or any(word.pos_ in ("VERB", "AUX") for word in found):
        return []
    return found if any(map(_tells_when, found)) else []
