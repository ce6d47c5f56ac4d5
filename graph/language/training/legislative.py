"""Names in articles about bills: those of the project's own corpus, and the same sentences with other names.

`data/corpus/names.jsonl` has, for each article that may be learnt from, what is a name and what is unsure. A
small corpus teaches its own names by heart; with the names swapped for others it teaches their surroundings.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language

from graph.articles import read_inputs
from graph.language.names import surname
from graph.language.sentences import cut
from graph.language.training.names import UNSURE, NamedSentence
from graph.lexicons import ROOT, load_lexicon
from graph.model import Article

NAMES = ROOT / "data" / "corpus" / "names.jsonl"
ARTICLES = (ROOT / "data" / "corpus" / "articles", *sorted((ROOT / "data" / "articles").iterdir()))
_BODIES = ("legislature", "lower", "upper", "courts")
_SWAPPED = 0.6
"""Share of organisations and of places that are swapped; persons always are."""
_LONGEST = 7
"""Words of a name that takes another's place."""

Words = tuple[str, ...]
Named = Sequence[NamedSentence]


def read_legislative(path: Path = NAMES, articles: Sequence[Path] = ARTICLES) -> list[list[NamedSentence]]:
    """Return the sentences of each article in the file of names; bylines and the like are left out."""
    pipeline = spacy.blank("en")
    marked = {
        told["article"]: told["names"]
        for told in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    }
    found = (article for article in read_inputs(articles) if isinstance(article, Article))
    return [
        list(_sentences(article, marked[article.id], pipeline)) for article in found if article.id in marked
    ]


def _sentences(
    article: Article, names: Sequence[tuple[str, int, str, str]], pipeline: Language
) -> Iterator[NamedSentence]:
    for part in ("title", "text"):
        text = article.part(part)
        for start, end in cut(text):
            if part == "text" and any(p.start < end and start < p.end for p in article.set_aside):
                continue
            doc = pipeline.make_doc(text[start:end])
            spans = (
                (doc.char_span(at - start, at - start + len(words), alignment_mode="expand"), label)
                for where, at, words, label in names
                if where == part and start <= at < end
            )
            yield NamedSentence(
                tuple(token.text for token in doc),
                tuple(bool(token.whitespace_) for token in doc),
                tuple((span.start, span.end, label) for span, label in spans if span),
                f"{article.id}-{part}-{start}",
            )


@dataclass(slots=True)
class Pool:
    """Names to put in the place of others: given names and surnames, bodies and places as often as found."""

    given: list[str] = field(default_factory=list)
    surnames: list[str] = field(default_factory=list)
    bodies: list[Words] = field(default_factory=list)
    acronyms: list[Words] = field(default_factory=list)
    places: list[Words] = field(default_factory=list)


def pool(documents: Iterable[Named]) -> Pool:
    """Return the names of documents whose labels are ours, and those of the lexicons."""
    found = Pool()
    for sentence in (sentence for document in documents for sentence in document):
        for start, end, label in sentence.names:
            words = sentence.words[start:end]
            if len(words) <= _LONGEST and words[0][0].isupper() and words[-1][0].isalpha():
                _add(found, words, label)
    for state in load_lexicon("states")["state"]:
        found.places += [tuple(state[key].split()) for key in ("name", "capital") if state.get(key)]
        found.bodies += [tuple(name.split()) for key in _BODIES for name in state.get(key, ()) if " " in name]
    for party in load_lexicon("parties")["party"]:
        for name in (party["name"], *party.get("also", ())):
            (found.bodies if " " in name else found.acronyms).append(tuple(name.split()))
    return found


def _add(found: Pool, words: Words, label: str) -> None:
    if label == "PERSON" and len(words) > 1 and all(word[0].isupper() for word in words):
        found.given.append(words[0])
        found.surnames.append(words[-1])
    elif label == "ORG":
        (found.bodies if len(words) > 1 else found.acronyms).append(words)
    elif label == "PLACE":
        found.places.append(words)


def swapped(document: Named, names: Pool, chance: random.Random) -> list[NamedSentence]:
    """Return a document with other names, the same one wherever a name stood."""
    instead = dict[tuple[str, Words], Words]()
    return [_with_others(sentence, names, chance, instead) for sentence in document]


def _with_others(
    sentence: NamedSentence, names: Pool, chance: random.Random, instead: dict[tuple[str, Words], Words]
) -> NamedSentence:
    words, spaces, marked, place = list[str](), list[bool](), list[tuple[int, int, str]](), 0
    for start, end, label in sorted(sentence.names):
        if start < place:
            continue
        words += sentence.words[place:start]
        spaces += sentence.spaces[place:start]
        other = _other(sentence.words[start:end], label, names, chance, instead)
        marked.append((len(words), len(words) + len(other), label))
        words += other
        spaces += [True] * (len(other) - 1) + [sentence.spaces[end - 1]]
        place = end
    words += sentence.words[place:]
    spaces += sentence.spaces[place:]
    return NamedSentence(tuple(words), tuple(spaces), tuple(marked), sentence.id)


def _other(
    words: Words, label: str, names: Pool, chance: random.Random, instead: dict[tuple[str, Words], Words]
) -> Words:
    """Return the name that stands for another in this document; a person's surname follows the full name."""
    if label in (UNSURE, "EVENT"):
        return words
    if (label, words) not in instead:
        if label == "PERSON":
            last = (surname(" ".join(words)),)
            new = instead.setdefault((label, last), (chance.choice(names.surnames),))
            instead[label, words] = new if len(words) == 1 else (chance.choice(names.given), *new)
        elif chance.random() > _SWAPPED:
            instead[label, words] = words
        elif label == "PLACE":
            instead[label, words] = chance.choice(names.places)
        else:
            instead[label, words] = chance.choice(names.bodies if len(words) > 1 else names.acronyms)
    return instead[label, words]
