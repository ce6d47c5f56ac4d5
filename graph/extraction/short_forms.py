"""Short forms in brackets behind a name, and what stands for the name from then on: "the Harbour Workers'
Union (HWU) … the HWU", "the Foreign Ministry (MAE)", "the Safety from Lies Bill (SALIA)".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extraction.lexicon import actor_sorts, folded, states
from graph.language.tree import Text, Tree

if TYPE_CHECKING:
    from graph.language.names import Name
    from graph.language.words import Token

_IN_BRACKETS = re.compile(r"\(([A-Z][\w&]{1,8})(?:[,;] [^()]*)?\)")
"""Alone or before another name: "(SUP, or Unity)"."""
_BETWEEN = frozenset(
    ("of", "and", "for", "the", "on", "in", "to", "de", "la", "-", "’s", "'s", "’", "'", "&")
)
"""Words of a name that give no letter to its initials."""
_LONG_FORM = "long form"

LongForm = tuple[int, "Tree", "Token"]
"""The tree of a name, its index, and the noun of the name."""


def read_short_forms(text: Text) -> None:
    """Note at each word that brackets told as the short form of a name where the name stands."""
    if "(" not in text.article.text:
        return
    known = dict[str, LongForm]()
    for index, tree in enumerate(text.trees):
        for found in _IN_BRACKETS.finditer(tree.sentence.text) if "(" in tree.sentence.text else ():
            short = found.group(1)
            if short not in known and sum(c.isupper() for c in short) > 1 and not _is_known(short):
                bracket = found.start() + tree.sentence.start
                named = _named_before(tree, short, bracket) or _body_before(tree, bracket)
                if named is not None:
                    known[short] = (index, tree, named)
    for tree in text.trees if known else ():
        for word in tree.doc:
            if (long := known.get(word.text)) is not None:
                word.known[_LONG_FORM] = long


def long_form(token: Token) -> LongForm | None:
    """Return where the name stands of which a word is the initials; None for other words."""
    found: LongForm | None = token.known.get(_LONG_FORM)
    return found


def _is_known(short: str) -> bool:
    """Whether initials are a word of the lexicons: "MPs", "USA"."""
    plain = folded(short)
    return bool({plain, plain.removesuffix("s")} & actor_sorts().keys()) or plain in states().by_name


def _named_before(tree: Tree, short: str, bracket: int) -> Token | None:
    """Return the noun of the name that ends before a bracket and has these initials."""
    words = [word for word in tree.doc if tree.spans[word.i][1] <= bracket]
    letters, first = [letter for letter in short if letter.isupper()], len(words)
    for word in reversed(words):
        if not letters:
            break
        if word.lower_ in _BETWEEN:
            continue
        if word.text[:1].upper() != letters.pop():
            return None
        first = word.i
    name = {word.i for word in words[first:]}
    tops = [word for word in words[first:] if word.head is word or word.head.i not in name]
    return tops[0] if tops and not letters else None


def _body_before(tree: Tree, bracket: int) -> Token | None:
    """Return the noun of the body or the bill whose name ends before a bracket, whatever its initials."""
    last = next((word for word in reversed(tree.doc.words) if tree.spans[word.i][1] <= bracket), None)
    if last is None:
        return None
    name = tree.name_at(last)
    if name is not None and name.label == "ORG" and " " in name.text:
        inside = {word.i for word in tree.tokens_in(name.start, name.end)}
        tops = (word for word in tree.doc if word.i in inside and word.head.i not in inside - {word.i})
        return next(tops, None)
    begins, ends = tree.spans[last.i]
    titled = any(mask.kind == "title" and mask.start < ends and begins < mask.end for mask in tree.masks)
    return last if titled else None


def are_initials(tree: Tree, name: Name) -> bool:
    """Whether what looks like a person's name is the initials of a body."""
    return any(long_form(word) is not None for word in tree.tokens_in(name.start, name.end))
