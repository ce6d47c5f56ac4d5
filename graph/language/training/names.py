"""Corpora of names to spaCy's binary corpora with PERSON, ORG, PLACE and EVENT.

Where a corpus marks something that may or may not be a name of ours (a nationality, a work of art), the words
count as unknown (`UNSURE`): the recognizer learns neither that they are a name nor that they are none.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from graph.language.training.treebanks import groups, write_corpus

UNSURE = "?"
UNIVERSAL_NER = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "OTH": UNSURE}
"""Types of Universal NER, https://www.universalner.org/guidelines/."""
WIKIGOLD = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "MISC": UNSURE}
CROSSNER = {
    "politician": "PERSON",
    "person": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "PLACE",
    "location": "PLACE",
    "election": "EVENT",
    "event": "EVENT",
    "misc": UNSURE,
}
OURS = {label: label for label in ("PERSON", "ORG", "PLACE", "EVENT", UNSURE)}
_CLOSING = frozenset([*",.;:?!)]}%”…", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "’s"])
_OPENING = frozenset("([{$#“£€")
_QUOTES = frozenset({'"', "''", "``"})


@dataclass(frozen=True)
class NamedSentence:
    """A sentence as words with spaces, and its names as half-open ranges of words with the corpus's label."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: tuple[tuple[int, int, str], ...]
    id: str = ""


def spacing(words: Sequence[str], text: str = "") -> tuple[bool, ...]:
    """Return after which words there is a space: as in the text, or by the habits of English without one."""
    return _spacing_in(words, text) or _usual_spacing(words)


def _spacing_in(words: Sequence[str], text: str) -> tuple[bool, ...]:
    spaces, place = list[bool](), 0
    for word in words:
        found = text.find(word, place)
        if found < 0 or text[place:found].strip():
            return ()
        place = found + len(word)
        spaces.append(text[place : place + 1] == " ")
    return (*spaces[:-1], True)


def _usual_spacing(words: Sequence[str]) -> tuple[bool, ...]:
    spaces, quoted = [True] * len(words), False
    for index, word in enumerate(words):
        if index + 1 < len(words) and words[index + 1] in _CLOSING:
            spaces[index] = False
        if word in _OPENING:
            spaces[index] = False
        if word in _QUOTES:
            quoted = not quoted
            if quoted:
                spaces[index] = False
            elif index:
                spaces[index - 1] = False
    return (*spaces[:-1], True)


def ranges(tags: Iterable[str]) -> tuple[tuple[int, int, str], ...]:
    """Return the names of a sequence of IOB tags, of both schemes (IOB1 and IOB2)."""
    found = list[tuple[int, int, str]]()
    start, label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        scheme, _, kind = tag.partition("-")
        if scheme == "I" and kind == label:
            continue
        if label:
            found.append((start, index, label))
        start, label = index, kind if scheme in ("B", "I") else ""
    return tuple(found)


def read_iob2(path: Path) -> Iterator[list[NamedSentence]]:
    """Yield the documents of a file of Universal NER: number, word and tag by row, comments as in CoNLL-U."""
    document = list[NamedSentence]()
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        comments = dict(re.findall(r"^# (\w+)[^=\n]*= ?(.*)$", block, re.MULTILINE))
        rows = [line.split("\t") for line in block.split("\n") if re.match(r"\d+\t", line)]
        if re.search(r"^# newdoc\b", block, re.MULTILINE) and document:
            yield document
            document = []
        if rows:
            words = tuple(row[1] for row in rows)
            spaces = spacing(words, comments.get("text", "").strip())
            names = ranges(row[2] if row[2] not in ("B-O", "I-O") else "O" for row in rows)
            document.append(NamedSentence(words, spaces, names, comments.get("sent_id", "").strip()))
    if document:
        yield document


def read_columns(path: Path) -> list[NamedSentence]:
    """Return the sentences of a file with a word and, last, a tag by row (CrossNER, WikiGold)."""
    found = list[NamedSentence]()
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        rows = [line.split() for line in block.split("\n") if not line.startswith("-DOCSTART-")]
        rows = [row for row in rows if len(row) > 1]
        if rows:
            words = tuple(row[0] for row in rows)
            found.append(NamedSentence(words, spacing(words), ranges(row[-1] for row in rows)))
    return found


def named_doc(vocab: Vocab, sentences: Iterable[NamedSentence], labels: Mapping[str, str]) -> Doc:
    """Return some sentences as one document with names; labels without a counterpart of ours are no names."""
    words, spaces, starts = list[str](), list[bool](), list[bool | int | None]()
    marked = list[tuple[int, int, str]]()
    for sentence in sentences:
        marked += [
            (len(words) + start, len(words) + end, labels[label])
            for start, end, label in sentence.names
            if label in labels
        ]
        words += sentence.words
        spaces += sentence.spaces
        starts += [True] + [False] * (len(sentence.words) - 1)
    doc = Doc(vocab, words=words, spaces=spaces, sent_starts=starts)
    names = filter_spans([Span(doc, a, b, label=label) for a, b, label in marked if label != UNSURE])
    taken = {token.i for name in names for token in name}
    open_ones = [
        Span(doc, a, b) for a, b, label in marked if label == UNSURE and taken.isdisjoint(range(a, b))
    ]
    doc.set_ents(names, missing=filter_spans(open_ones), default="outside")
    return doc


def relabelled(
    documents: Iterable[Sequence[NamedSentence]], labels: Mapping[str, str]
) -> list[list[NamedSentence]]:
    """Return the documents with our labels; names without a counterpart of ours are left out."""

    def ours(sentence: NamedSentence) -> NamedSentence:
        names = tuple((a, b, labels[label]) for a, b, label in sentence.names if label in labels)
        return replace(sentence, names=names)

    return [[ours(sentence) for sentence in document] for document in documents]


def write_names(
    documents: Iterable[Sequence[NamedSentence]],
    path: Path,
    vocab: Vocab,
    labels: Mapping[str, str],
    *,
    most: int = 8,
) -> int:
    """Write documents with names as one corpus; return the number of words. `most` as in `write_trees`."""
    chance = random.Random(1)
    found = (group for document in documents for group in groups(document, chance, most))
    return write_corpus((named_doc(vocab, group, labels) for group in found), path)


def only(
    documents: Iterable[Sequence[NamedSentence]], wanted: Callable[[NamedSentence], bool]
) -> list[list[NamedSentence]]:
    """Return the documents with the wanted sentences alone."""
    return [[sentence for sentence in document if wanted(sentence)] for document in documents]
