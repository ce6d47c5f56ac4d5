"""Names out of GUM's entity annotation, which marks every noun phrase, named or not.

A mention counts as a name where its head is a proper noun; the name is the stretch of name-like words around
the head. Format of the column: https://gucorpling.org/gum/ ("Entity" in MISC).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.language.training.names import UNSURE, NamedSentence
from graph.language.training.treebanks import TreeSentence, Word, surface

LABELS = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "event": "EVENT"}
"""Our types; "time" is no name, any other type is unsure."""
_IN_NAMES = frozenset({"flat", "compound", "nmod:desc", "amod", "goeswith", "flat:name", "nummod"})
_SMALL = frozenset({"ADP", "DET", "CCONJ", "PUNCT", "PART", "SYM"})
_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "president", "senator", "minister", "sir", "professor"}  # no part of a name
)


def gum_names(sentence: TreeSentence) -> NamedSentence:
    """Return a sentence of GUM with its names."""
    found = dict[tuple[int, int], str]()
    for start, end, kind in mentions(sentence.words):
        if kind != "time":
            span = _name(sentence.words, start, end, kind)
            if span:
                found.setdefault(span, LABELS.get(kind, UNSURE))
    words, spaces = surface(sentence)
    names = tuple((start, end, label) for (start, end), label in found.items())
    return NamedSentence(tuple(words), tuple(spaces), names, sentence.id)


def mentions(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Return the mentions as half-open ranges of words with their type, in the order in which they close."""
    found, opened = list[tuple[int, int, str]](), list[tuple[str, int, str]]()
    for index, word in enumerate(words):
        column = re.search(r"(?:^|\|)Entity=([^|]*)", word.misc)
        for mark in re.finditer(r"\(([^()]+)\)?|([^()]+)\)", column[1] if column else ""):
            if not mark[0].startswith("("):
                identity = mark[2].split("-")[0].strip()
                place = next((i for i in reversed(range(len(opened))) if opened[i][0] == identity), None)
                if place is not None:
                    _, start, kind = opened.pop(place)
                    found.append((start, index + 1, kind))
                continue
            identity, kind = mark[1].split("-")[:2]
            if mark[0].endswith(")"):
                found.append((index, index + 1, kind))
            else:
                opened.append((identity, index, kind))
    return found


def _name(words: Sequence[Word], start: int, end: int, kind: str) -> tuple[int, int] | None:
    """Return the range of the name in a mention, or none where its head is no proper noun."""
    heads = (
        i for i in range(start, end) if not start <= words[i].head < end or words[i].head == i
    )  # the root of the sentence is its own head
    head = next((i for i in heads if words[i].relation != "punct"), None)
    if head is None or words[head].upos != "PROPN":
        return None
    kept = _kept(words, start, end, head, kind)
    low = high = head
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return low, high + 1


def _kept(words: Sequence[Word], start: int, end: int, head: int, kind: str) -> set[int]:
    """Return the words of a mention that hang together with the head as a name does."""
    kept, size = {head}, 0
    while len(kept) > size:
        size = len(kept)
        for i in range(start, end):
            if i not in kept and words[i].head in kept and _in_name(words, start, i, kind):
                kept.add(i)
        inside = range(min(kept), max(kept))
        if all(i in kept or words[i].upos in _SMALL for i in inside):
            kept.update(inside)
    return kept


def _in_name(words: Sequence[Word], start: int, index: int, kind: str) -> bool:
    """Whether a word that hangs on a word of a name belongs to it."""
    word = words[index]
    capital, proper = word.form[:1].isupper(), word.upos == "PROPN"
    if word.relation == "nmod:desc" and kind == "person" and word.form.lower().rstrip(".") in _TITLES:
        return False
    if word.relation == "nmod" and proper and kind != "person":  # "Ministry of Justice"
        before = (words[i] for i in range(start, index) if words[i].head == index)
        return any(each.form.lower() in ("of", "for") for each in before)
    return (
        (proper and word.relation in _IN_NAMES)
        or (proper and word.relation == "conj" and kind == "organization")
        or (capital and word.relation in ("amod", "flat", "compound"))
        or (
            word.upos == "NUM"
            and word.relation in ("nummod", "flat", "compound")
            and word.form[:1].isdigit()
            and kind != "person"
        )
    )
