"""Words that stand for a further bill beside one that is named: "a rival one, which would allow it", "the
other, on prisons", "another bill".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import bill_words, changes, folded, singular, word_class
from graph.language.tree import Tree, children

if TYPE_CHECKING:
    from graph.language.words import Token

_LONGEST = 14
"""Words of an inserted description."""
_OPENS = frozenset(("on", "about", "for", "with", "against", "which", "that", "to", "under"))
_TELLING = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "VBG"))
_STAND_INS = frozenset(("one", "another", "other", "second", "third"))
_WOULD = frozenset(("would", "will", "could"))
_HEADS = ("nsubj", "nsubj:pass", "obj", "conj", "ROOT", "obl", "appos", "dislocated")


def behind(token: Token) -> list[Token]:
    """Return the words behind a noun, set off by commas, that say what it is on: "the other law, on prisons,
    was", "another, creating a register".
    """
    rest = list(token.doc[token.i + 1 :])
    if len(rest) < 2 or rest[0].text != ",":
        return []
    if rest[1].lower_ not in _OPENS and rest[1].tag_ != "VBG":
        return []
    found: list[Token] = []
    for word in rest[1 : _LONGEST + 1]:
        if word.text in (",", ";", ".", "–", "—"):
            break
        found.append(word)
    return found


def telling(words: list[Token]) -> frozenset[str]:
    """Return the folded words of a description that tell a bill from others."""
    found = {singular(folded(w.lemma_)) for w in words if w.tag_ in _TELLING and len(w.text) > 2}
    return frozenset(found - bill_words()["generic_modifiers"])


def further_name(tree: Tree, token: Token) -> tuple[frozenset[str], str]:
    """Return the telling words and the name of a noun that is told apart from a bill before it, its "another"
    or "second" with it.
    """
    words = behind(token)
    before = children(token, "det", "amod", "compound")
    first = [c for c in before if c.i < token.i and c.lower_ not in ("the", "a", "an")]
    return telling(words), tree.words([*first, token, *words])


def is_stand_in(token: Token) -> bool:
    """Whether "one", "another" or "the other" can stand for a bill: without a noun of its own, with words
    that tell which.
    """
    if token.lower_ not in _STAND_INS or token.dep_ not in _HEADS or token.i + 1 == len(token.doc):
        return False
    marks = {c.lower_ for c in children(token, "det", "amod", "compound")}
    if marks & {"this", "that"}:
        return False  # "some reform but not this one"
    if children(token, "nmod", "case") and token.lower_ == "one":
        return False  # "one of them"
    if token.lower_ == "one":
        return bool(marks & word_class("other_bill")) or bool(children(token, "acl:relcl", "amod"))
    if token.lower_ == "another":
        return True
    return bool(marks & {"the", "a"})


def one_of_several(token: Token) -> list[Token]:
    """Return the words by which "one" or "another" of several bills is told, without a comma: "two bills, one
    that would raise fines and another to ban hunting", "three bills, including one calling for a ban", "two
    bills, one on rents and the other on mines".
    """
    rest = list(token.doc[token.i + 1 :])
    first = token.lower_ in ("one", "another") or token.preceding in ("the", "a")
    if token.lower_ not in _STAND_INS or not first or len(rest) < 3:
        return []
    if rest[0].lemma_.lower() in changes()["reading"]:
        return []  # "the second reading"
    would = rest[0].lower_ in ("that", "which") and rest[1].lower_ in _WOULD
    infinitive = rest[0].lower_ == "to" and rest[1].tag_ == "VB"
    on = rest[0].lower_ in ("on", "about", "concerning") and not _is_no_matter(rest[1:4])
    if not (would or infinitive or on or (rest[0].lower_.endswith("ing") and rest[0].tag_ in ("VBG", "NN"))):
        return []
    found: list[Token] = []
    for at, word in enumerate(rest[: _LONGEST - 1]):
        after = {other.lower_ for other in rest[at + 1 : at + 3]}
        if word.is_punct or (word.lower_ in ("and", "or") and after & (_STAND_INS | {"the"})):
            break
        found.append(word)
    while found and found[-1].pos_ in ("ADP", "DET", "CCONJ", "PART", "AUX"):
        found.pop()
    return found


def _is_no_matter(behind: list[Token]) -> bool:
    """Whether what stands behind "on" is when or where, not what: "one on Tuesday", "one on the floor"."""
    no_matter = word_class("calendar") | word_class("time_units") | word_class("places_of_bills")
    return behind[0].tag_ == "CD" or any(word.lemma_.lower() in no_matter for word in behind)


def is_told(token: Token) -> bool:
    """Whether words behind a stand-in say what the bill is on."""
    return bool(telling(behind(token)))
