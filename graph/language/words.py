"""The words of a parsed sentence as plain objects: what the rules read, free of the parser that made them.

The rules ask each word for its form, lemma and head many times over; a plain attribute answers in a
fraction of the time that spaCy's views need. Names of attributes are spaCy's, labels are those of Universal
Dependencies.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from spacy import tokens as spacy_tokens
    from spacy.strings import StringStore

SUBJECT_LABELS = ("nsubj", "nsubj:pass")
"""Labels of what a verb, active or passive, is told of."""
_SMALL = frozenset(("punct", "det", "cc", "aux", "aux:pass", "cop"))


class Token:
    """A word: its form, what the model says of it, its head (itself at a root), its dependents in order;
    `known` keeps what functions have read off its tree, which never changes once it is mended.
    """

    __slots__ = ("children", "dep_", "doc", "head", "i", "known", "lemma_", "lower_", "pos_", "tag_", "text")

    def __init__(self, doc: Doc, i: int, text: str, tag: str, pos: str, lemma: str, dep: str) -> None:
        """Make the word at index `i` of a sentence, not yet hung on its head."""
        self.doc = doc
        self.i = i
        self.text = text
        self.lower_ = text.lower()
        self.tag_ = tag
        self.pos_ = pos
        self.lemma_ = lemma
        self.dep_ = dep
        self.head = self
        self.children: list[Token] = []
        self.known: dict[Hashable, Any] = {}

    def __repr__(self) -> str:
        """Return the form."""
        return self.text

    @property
    def is_alpha(self) -> bool:
        """Whether it has letters only."""
        return self.text.isalpha()

    @property
    def is_small(self) -> bool:
        """Whether it is a mark, an article, an auxiliary or "and", with nothing hung on it."""
        return not self.children and self.dep_ in _SMALL

    @property
    def is_punct(self) -> bool:
        """Whether it has punctuation marks only."""
        if self.text[:1].isalnum():
            return False
        return all(unicodedata.category(sign).startswith("P") for sign in self.text)

    @property
    def subtree(self) -> list[Token]:
        """The word and all that hangs on it, those before it first."""
        if not self.children:
            return [self]
        found: list[Token] = []
        self._gather(found)
        return found

    def _gather(self, found: list[Token]) -> None:
        here, place = True, self.i
        for child in self.children:
            if here and child.i > place:
                found.append(self)
                here = False
            if child.children:
                child._gather(found)
            else:
                found.append(child)
        if here:
            found.append(self)

    @property
    def left_edge(self) -> Token:
        """The first word of its subtree."""
        first, below = self, list(self.children)
        while below:
            word = below.pop()
            if word.i < first.i:
                first = word
            if word.children:
                below += word.children
        return first

    def nbor(self, distance: int = 1) -> Token:
        """Return the word so many places on.

        Raises:
            IndexError: the sentence ends before.
        """
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc[place]

    @property
    def following(self) -> str:
        """The word behind it in lower case, "" at the end of the sentence."""
        return self.doc[self.i + 1].lower_ if self.i + 1 < len(self.doc) else ""

    @property
    def preceding(self) -> str:
        """The word before it in lower case, "" at the start of the sentence."""
        return self.doc[self.i - 1].lower_ if self.i else ""

    def take_before(self, other: Token) -> None:
        """Hang on the word all that stands before it and hung on another."""
        for child in [c for c in other.children if c.i < self.i]:
            child.hang(self, child.dep_)

    def lift(self) -> None:
        """Make the word a root."""
        if self.head is not self:
            self.head.children.remove(self)
        self.head, self.dep_ = self, "ROOT"

    def hang(self, head: Token, label: str) -> None:
        """Hang the word, with all below it, on another head, which takes its place if it is below too; a word
        is never hung on itself.
        """
        if head is self:
            return
        if self.is_ancestor(head) and self.head is self:
            head.lift()
        elif self.is_ancestor(head):
            head.hang(self.head, self.dep_)
        if self.head is not self:
            self.head.children.remove(self)
        self.head, self.dep_ = head, label
        head.children.append(self)
        head.children.sort(key=lambda word: word.i)

    def is_ancestor(self, other: Token) -> bool:
        """Whether the other word hangs on this one, however far down."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False


@cache
def _label(number: int, strings: StringStore) -> str:
    """Return the label that spaCy keeps under a number."""
    return strings[number] if number else ""


class Doc(Sequence[Token]):
    """The words of one sentence; `known` keeps what functions have read off it as a whole."""

    __slots__ = ("known", "words")

    def __init__(
        self,
        texts: Sequence[str],
        tags: Sequence[str],
        kinds: Sequence[str],
        lemmas: Sequence[str],
        heads: Sequence[int],
        labels: Sequence[str],
    ) -> None:
        """Hang words on one another.

        Args:
            texts: the words, in order; the other lists are as long.
            tags: Penn Treebank tags.
            kinds: universal parts of speech.
            lemmas: the dictionary forms.
            heads: the index of each word's head; its own at a root.
            labels: what each word is to its head.
        """
        self.known: dict[Hashable, Any] = {}
        rows = zip(texts, tags, kinds, lemmas, labels, strict=True)
        self.words = [Token(self, i, *row) for i, row in enumerate(rows)]
        for word, head in zip(self.words, heads, strict=True):
            if head != word.i:
                word.head = self.words[head]
                word.head.children.append(word)

    def roots(self) -> list[Token]:
        """Return the words that hang on no other, punctuation aside; of a sentence read as one, its verb."""
        return [word for word in self.words if word.head is word and not word.is_punct]

    @classmethod
    def of(
        cls, parsed: spacy_tokens.Doc, texts: Sequence[str] | None = None, lemmas: Sequence[str] | None = None
    ) -> Doc:
        """Return the words of a sentence that spaCy parsed, under other texts and lemmas where given."""
        rows = parsed.to_array(["TAG", "POS", "DEP", "HEAD"])
        labels = [_label(number, parsed.vocab.strings) for number in rows[:, :3].ravel().tolist()]
        return cls(
            texts or [word.text for word in parsed],
            labels[0::3],
            labels[1::3],
            lemmas or [word.lemma_ for word in parsed],
            [place + away for place, away in enumerate(rows[:, 3].astype("int64").tolist())],
            labels[2::3],
        )

    def __iter__(self) -> Iterator[Token]:
        """Yield the words in order."""
        return iter(self.words)

    def __len__(self) -> int:
        """Count the words."""
        return len(self.words)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...

    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        """Return the word at an index, or the words of a slice."""
        return self.words[place]
