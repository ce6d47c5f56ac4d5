"""A parsed sentence, and the relations of Universal Dependencies read off it.

The functions answer the questions of an extractor: what hangs on a word, through which preposition, what
governs it. They look through coordination and apposition, so that rules need not; `roles` says who does what.
Labels: https://universaldependencies.org/u/dep/index.html
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from graph.language.masks import Mask
from graph.language.names import Name
from graph.model import Article, Sentence

if TYPE_CHECKING:
    from graph.language.words import Doc, Token

SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
_BEHIND_A_NOUN = frozenset(("acl", "acl:relcl", "appos", "parataxis"))
_OUTSIDE_A_PHRASE = _BEHIND_A_NOUN | {
    *("case", "mark", "cc", "cc:preconj", "conj", "punct", "cop", "nsubj", "aux", "advmod", "advcl", "dep"),
    "list",
}
CLAUSES = ("ROOT", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "xcomp", "conj", "parataxis", "csubj")


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with its words, each at its span in the article, its names and its dependency tree.

    `kind` is "headline", "running" or "caption".
    """

    sentence: Sentence
    kind: str
    doc: Doc
    spans: tuple[tuple[int, int], ...]
    names: tuple[Name, ...]
    masks: tuple[Mask, ...]

    @property
    def part_start(self) -> int:
        """Offset of the sentence in its part."""
        return self.sentence.start

    def words(self, tokens: Iterable[Token]) -> str:
        """Return the article's own words from the first to the last of the tokens."""
        places = [self.spans[token.i] for token in tokens]
        if not places:
            return ""
        start, end = min(a for a, _ in places), max(b for _, b in places)
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]

    def span(self, tokens: Iterable[Token]) -> tuple[int, int]:
        """Return the span in the part from the first to the last of the tokens."""
        places = [self.spans[token.i] for token in tokens]
        return min(a for a, _ in places), max(b for _, b in places)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Return the tokens that overlap a span of the part."""
        spans = self.spans
        last = first = bisect_left(spans, (end,))
        while first and spans[first - 1][1] > start:
            first -= 1
        return self.doc[first:last]

    def name_at(self, token: Token) -> Name | None:
        """Return the name that covers a token."""
        known = self.doc.known.get("names")
        if known is None:
            known = self.doc.known["names"] = [self._name_over(*span) for span in self.spans]
        found: Name | None = known[token.i]
        return found

    def _name_over(self, start: int, end: int) -> Name | None:
        return next((name for name in self.names if name.start < end and start < name.end), None)


@dataclass(frozen=True, slots=True)
class Text:
    """An article with the trees of its sentences, in order; `skipped` sentences have none."""

    article: Article
    trees: tuple[Tree, ...]
    skipped: tuple[Sentence, ...] = ()


_Answer = TypeVar("_Answer")


def kept(read: Callable[[Token], _Answer]) -> Callable[[Token], _Answer]:
    """Keep what a function reads off a word with it, whose tree never changes."""

    @wraps(read)
    def answer_of(token: Token) -> _Answer:
        known = token.known
        if read not in known:
            known[read] = read(token)
        answer: _Answer = known[read]
        return answer

    return answer_of


def once(read: Callable[[Tree, Token], _Answer], tree: Tree, token: Token) -> _Answer:
    """Return what a function reads off a word in its tree, kept with the word."""
    known = token.known
    if read not in known:
        known[read] = read(tree, token)
    answer: _Answer = known[read]
    return answer


def dependents(token: Token) -> list[tuple[str, Token]]:
    """Return (label, word) for each direct dependent, in text order."""
    return [(child.dep_, child) for child in token.children]


def children(token: Token, *labels: str) -> list[Token]:
    """Return the direct dependents with one of the labels, in text order."""
    below = token.children
    return [child for child in below if child.dep_ in labels] if below else []


@kept
def lemma(token: Token) -> str:
    """Return the lemma in lower case, with the particle of a phrasal verb ("throw out")."""
    particle = next((child.lower_ for label, child in dependents(token) if label == "compound:prt"), "")
    return f"{token.lemma_.lower()} {particle}".strip()


def conjuncts(token: Token) -> list[Token]:
    """Return the token and what is coordinated with it ("A, B and C" from A)."""
    return list(_conjuncts(token))


@kept
def _conjuncts(token: Token) -> list[Token]:
    found: list[Token] = []
    queue = [token]
    while queue:
        current = queue.pop(0)
        found.append(current)
        queue.extend(c for c in children(current, "conj") if _alike(token, c))
    return found


def first_conjunct(token: Token) -> Token:
    """Return the first of the words that one is coordinated with ("A" from C in "A, B and C"), or itself."""
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    return token


def _alike(first: Token, second: Token) -> bool:
    """Whether two words can be coordinated: a finite verb hung on a noun is a parser's slip."""
    nouns = ("NOUN", "PROPN", "PRON", "NUM")
    return not (
        first.pos_ in nouns and second.pos_ == "VERB" and children(second, "nsubj", "obl:agent", "obj")
    )


def phrase(token: Token) -> list[Token]:
    """Return the noun phrase around a head: its subtree without clauses, appositions and coordinated
    phrases.
    """
    found: list[Token] = []
    queue = [token]
    while queue:
        current = queue.pop()
        found.append(current)
        outside = _OUTSIDE_A_PHRASE if current is token else _BEHIND_A_NOUN
        queue += [child for child in current.children if child.dep_ not in outside]
    return sorted(found, key=lambda t: t.i)


def prepositions(token: Token) -> list[str]:
    """Return the words that mark the role of a noun: "to", "by", "because of"."""
    return list(_prepositions(token))


@kept
def _prepositions(token: Token) -> list[str]:
    found = list[str]()
    for child in children(token, "case", "mark"):
        found.append(" ".join([child.lower_, *(c.lower_ for c in children(child, "fixed"))]))
    if not found:
        for child in children(token, "nmod:desc", "compound", "det", "amod"):
            found += prepositions(child)
    if not found and token.dep_ == "obl:agent":
        return ["by"]
    if not found and token.dep_ == "conj":
        return prepositions(token.head)
    return found


def obliques(token: Token) -> list[tuple[str, Token]]:
    """Return (preposition, noun) for each oblique or noun modifier, coordinated ones included."""
    return list(_obliques(token))


@kept
def _obliques(token: Token) -> list[tuple[str, Token]]:
    found: list[tuple[str, Token]] = []
    for child in children(
        token, "obl", "obl:agent", "nmod", "obl:unmarked", "nmod:unmarked", "advmod", "nmod:desc"
    ):
        marks = prepositions(child) or [""]
        found += [(mark, noun) for mark in marks[:1] for noun in conjuncts(child) if noun.pos_ != "ADV"]
    return found


def governors(token: Token) -> Iterator[Token]:
    """Yield the heads from the token upward."""
    while token.head != token:
        token = token.head
        yield token


@kept
def clause_of(token: Token) -> Token:
    """Return the verb (or other predicate) whose clause the token stands in; a predicate is its own."""
    current = token
    while current.head != current and not (
        current.dep_ in CLAUSES and (current.pos_ in ("VERB", "AUX") or children(current, "cop", *SUBJECTS))
    ):
        current = current.head
    return current


def possessors(noun: Token) -> list[Token]:
    """Return who a noun belongs to: "the Senate's vote", "their vote"."""
    return [owner for child in children(noun, "nmod:poss") for owner in conjuncts(child)]
