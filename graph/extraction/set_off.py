"""Phrases set off by commas that tell where a bill stands: "the bill, now before the Senate, would …", "Still
in committee, the bill …".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.language.tree import SUBJECTS, children

if TYPE_CHECKING:
    from graph.language.words import Doc, Token

_BEHIND = frozenset(("nmod", "amod", "acl", "appos", "acl:relcl"))
_ENDS = frozenset((",", ".", ";", "–", "—"))


def told_of(word: Token) -> Token | None:
    """Return the noun of which a phrase set off by commas tells where it stands; None for other words."""
    if word.pos_ == "VERB" or not _may_tell(word.doc):
        return None
    first = word.left_edge
    if first.text == ",":
        first = first.nbor()
    opens = first.lower_ in word_class("still_there") and first is not word
    stands = word.lemma_.lower() in word_class("stands_apart") and first.i >= word.i - 1
    if not (opens or stands) or children(word, "cop"):
        return None
    if first.i == 0:
        return _subject_behind(word)
    if first.preceding != "," or first.i < 2 or not _is_closed(word):
        return None
    if word.dep_ in _BEHIND and word.head.i < first.i:
        return word.head
    noun = word.doc[first.i - 2]
    while noun.dep_ in ("nmod", "compound", "flat") and noun.head.i < first.i:
        noun = noun.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _may_tell(doc: Doc) -> bool:
    """Whether a sentence has a word by which such a phrase tells where a bill stands."""
    known: bool | None = doc.known.get("set off")
    if known is None:
        some = word_class("still_there") | word_class("stands_apart")
        known = any(word.lower_ in some or word.lemma_.lower() in some for word in doc)
        doc.known["set off"] = known
    return known


def _is_closed(word: Token) -> bool:
    """Whether a comma or the sentence ends behind a phrase and the time in it."""
    last = word.subtree[-1]
    return last.i + 1 >= len(word.doc) or last.text in _ENDS or last.nbor().text in _ENDS | {"since", "on"}


def _subject_behind(word: Token) -> Token | None:
    """Return the subject behind the comma that ends a phrase at the start of a sentence."""
    verbs = [word.head, *children(word, "parataxis", "ccomp", "advcl")]
    for verb in verbs:
        for noun in children(verb, *SUBJECTS, "nsubj:pass"):
            start = noun.left_edge.i
            if start > word.i and word.doc[start - 1].text == ",":
                return noun
    return None
