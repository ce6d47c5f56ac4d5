"""CoNLL-U treebanks (https://universaldependencies.org/format.html) to spaCy's binary corpora.

spaCy splits raw text into words by itself, so each syntactic word gets its own stretch of the surface: of
"don't", a multiword token in Universal Dependencies, "do" and "n't".
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

Kind = TypeVar("Kind")

OPEN_GENRES = frozenset(
    {"academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"}
)
"""Genres of GUM whose texts are public domain, CC BY or CC BY-SA; the others forbid commercial use."""


@dataclass(frozen=True)
class Word:
    """One syntactic word: the columns of its row. `head` is the place of its head in the sentence, its own
    for the root.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    misc: str


@dataclass(frozen=True)
class Contraction:
    """A multiword token: its surface, how many words it is made of, and whether a space follows."""

    form: str
    length: int
    spaced: bool


@dataclass(frozen=True)
class TreeSentence:
    """A sentence with its words, and its multiword tokens by the place of their first word."""

    id: str
    words: tuple[Word, ...]
    contractions: Mapping[int, Contraction]


def read_treebank(path: Path) -> Iterator[list[TreeSentence]]:
    """Yield the documents of a CoNLL-U file, each a list of its sentences."""
    document = list[TreeSentence]()
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        if not block.strip():
            continue
        if re.search(r"^# newdoc\b", block, re.MULTILINE) and document:
            yield document
            document = []
        sentence = _sentence(block.strip("\n").split("\n"))
        if sentence.words:
            document.append(sentence)
    if document:
        yield document


def _sentence(lines: Sequence[str]) -> TreeSentence:
    identity, words, contractions = "", list[Word](), dict[int, Contraction]()
    for line in lines:
        if line.startswith("#"):
            name, _, content = line[1:].partition("=")
            identity = content.strip() if name.strip() == "sent_id" else identity
            continue
        number, form, lemma, upos, xpos, feats, head, relation, _, misc = line.split("\t")
        if "." in number:  # an empty node of the enhanced graph
            continue
        if "-" in number:
            first, last = (int(part) for part in number.split("-"))
            contractions[first - 1] = Contraction(form, last - first + 1, _spaced(misc))
            continue
        place = len(words)
        words.append(
            Word(
                form,
                lemma if lemma != "_" else form,
                upos,
                xpos if xpos != "_" else upos,
                feats if feats != "_" else "",
                int(head) - 1 if head != "0" else place,
                relation if relation != "root" else "ROOT",
                misc,
            )
        )
    return TreeSentence(identity, tuple(words), contractions)


def _spaced(misc: str) -> bool:
    return "SpaceAfter=No" not in misc


def surface(sentence: TreeSentence) -> tuple[list[str], list[bool]]:
    """Return the words as they stand in the text, and after which of them there is a space (after the last
    there always is, so that sentences can be joined).
    """
    words, spaces, place = list[str](), list[bool](), 0
    while place < len(sentence.words):
        contraction = sentence.contractions.get(place)
        if contraction is None:
            words.append(sentence.words[place].form)
            spaces.append(_spaced(sentence.words[place].misc))
            place += 1
            continue
        forms = [word.form for word in sentence.words[place : place + contraction.length]]
        words += _pieces(contraction.form, forms)
        spaces += [False] * (contraction.length - 1) + [contraction.spaced]
        place += contraction.length
    return words, [*spaces[:-1], True]


def _pieces(form: str, forms: list[str]) -> list[str]:
    """Cut a surface at the lengths of its words; "gonna" of "go" and "to" becomes "go" and "nna"."""
    if "".join(forms) == form or len(form) < len(forms):
        return forms
    pieces, start = list[str](), 0
    for left, part in zip(range(len(forms) - 1, 0, -1), forms, strict=False):
        end = start + min(len(part), max(1, len(form) - start - left))
        pieces.append(form[start:end])
        start = end
    return [*pieces, form[start:]]


def tree_doc(vocab: Vocab, sentences: Iterable[TreeSentence]) -> Doc:
    """Return some sentences as one document with tags, forms, lemmas and trees."""
    words, spaces, rows, heads = list[str](), list[bool](), list[Word](), list[int]()
    for sentence in sentences:
        heads += [len(rows) + word.head for word in sentence.words]
        rows += sentence.words
        forms, spaced = surface(sentence)
        words += forms
        spaces += spaced
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        tags=[row.xpos for row in rows],
        pos=[row.upos for row in rows],
        morphs=[row.feats for row in rows],
        lemmas=[row.lemma for row in rows],
        heads=heads,
        deps=[row.relation for row in rows],
    )


def groups(sentences: Sequence[Kind], chance: random.Random, most: int) -> Iterator[Sequence[Kind]]:
    """Cut a document into stretches of 1 to `most` sentences, so that the parser learns to split them."""
    start = 0
    while start < len(sentences):
        size = chance.randint(1, most) if most > 1 else 1
        yield sentences[start : start + size]
        start += size


def write_corpus(docs: Iterable[Doc], path: Path) -> int:
    """Write documents as one binary corpus; return the number of words."""
    corpus, count = DocBin(), 0
    for doc in docs:
        corpus.add(doc)
        count += len(doc)
    path.parent.mkdir(parents=True, exist_ok=True)
    corpus.to_disk(path)
    return count


def write_trees(
    documents: Iterable[Sequence[TreeSentence]], path: Path, vocab: Vocab, *, most: int = 12
) -> int:
    """Write documents of a treebank as one corpus; return the number of words.

    Args:
        documents: sentences by document.
        path: file to write.
        vocab: of the blank English pipeline.
        most: sentences that stand together at most; 1 keeps each alone.
    """
    chance = random.Random(0)
    found = (group for document in documents for group in groups(document, chance, most))
    return write_corpus((tree_doc(vocab, group) for group in found), path)


def gum_documents(folder: Path) -> dict[tuple[str, str], list[list[TreeSentence]]]:
    """Return the documents of a checkout of GUM's source repository by split (train, dev, test) and genre.

    Only the open genres are read. Splits are those of its `splits.md`; what it does not list is for training.
    """
    split, splits = "", dict[str, str]()
    for line in (folder / "splits.md").read_text(encoding="utf-8").splitlines():
        heading, item = re.match(r"## (\w+)", line), re.match(r"\s+\* (\S+)", line)
        if heading:
            split = heading[1]
        elif item and split:
            splits[item[1]] = split
    found = dict[tuple[str, str], list[list[TreeSentence]]]()
    for path in sorted((folder / "dep").glob("GUM_*.conllu")):
        genre = path.stem.split("_")[1]
        if genre in OPEN_GENRES:
            key = (splits.get(path.stem, "train"), genre)
            found.setdefault(key, []).extend(read_treebank(path))
    return found
