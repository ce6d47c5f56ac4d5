"""The word classes of `data/lexicon/stance.toml`, found in runs of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.lexicon import status_words
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

Entry = tuple[tuple[str, ...], frozenset[str]]
"""The lemmas after the first one, and the classes that the whole belongs to."""


@lru_cache(maxsize=1)
def _entries() -> Mapping[str, tuple[Entry, ...]]:
    """Return the entries of all classes by their first lemma."""
    table = defaultdict[str, dict[tuple[str, ...], set[str]]](lambda: defaultdict(set))
    for name, entries in load_lexicon("stance")["classes"].items():
        for entry in entries:
            first, *rest = entry.split()
            table[first][tuple(rest)].add(name)
    return {
        first: tuple((rest, frozenset(names)) for rest, names in sorted(found.items()))
        for first, found in table.items()
    }


@lru_cache(maxsize=1)
def act_words() -> dict[str, frozenset[str]]:
    """Return the words that tell what somebody does for or against what they are aimed at, by their list."""
    read = load_lexicon("stance")
    classes = read["classes"]
    found = {name: frozenset(listed) for name, listed in read["acts"].items()}
    found |= {name: frozenset(classes[name]) for name in ("ask", "commit", "state", "threaten", "judge")}
    return found | {
        "refusal": frozenset(read["targets"]["refusal"]),
        "denied": status_words()["governors"]["denied"],
    }


def classes_in(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Yield (first word, class) of every entry among the tokens, the classes of one word sorted."""
    table = _entries()
    forms = [(token.lemma_.lower(), token.lower_) for token in tokens]
    for place, (base, form) in enumerate(forms):
        entries = table.get(base, ())
        if form != base:
            entries = (*entries, *table.get(form, ()))
        names = set[str]()
        for rest, classes in entries:
            end = place + 1 + len(rest)
            if end <= len(forms) and all(
                word in pair for word, pair in zip(rest, forms[place + 1 : end], strict=True)
            ):
                names |= classes
        for name in sorted(names):
            yield tokens[place], name


def classes_of(token: Token) -> list[str]:
    """Return the classes that a word belongs to by itself."""
    return [name for _, name in classes_in([token])]
