"""Members of a legislature called by their seat or party: "the Poole MP", "Labour MP Ann Lee"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.lexicon import offices, word_class
from graph.language.names import Name
from graph.language.tree import Tree, children

if TYPE_CHECKING:
    from graph.language.words import Token


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(title for titles in offices().values() for title in titles)


def member_beside_party(tree: Tree, party: Token) -> Name | None:
    """Return the person of whom a party or seat is read as a part of the name: "Labour MP Ann Lee"."""
    for title in children(party, "flat"):
        if title.lower_ in word_class("one_member"):
            behind = [*children(title, "flat"), *(c for c in children(party, "flat") if c.i > title.i)]
            names = (tree.name_at(child) for child in behind)
            return next((name for name in names if name is not None and name.label == "PERSON"), None)
    return None


def person_behind(tree: Tree, title: Token) -> Name | None:
    """Return the person named right behind an office, wherever the parser hung the two: "leader Ann Lee"."""
    if title.tag_ != "NN" or title.i + 1 == len(title.doc) or title.lower_ not in _titles():
        return None
    name = tree.name_at(title.nbor(1))
    return name if name is not None and name.label == "PERSON" else None


def is_member_told_again(token: Token) -> bool:
    """Whether "the Poole MP", "the senator" is one whom the article has named before."""
    title = next((c for c in children(token, "flat") if c.lower_ in word_class("one_member")), token)
    return (
        title.lower_ in word_class("one_member")
        and any(c.lower_ == "the" for c in children(token, "det"))
        and not children(token, "acl", "acl:relcl", "appos", "nmod", "nummod", "conj")
        and not (title is token and children(token, "flat"))
        and token.dep_ in ("nsubj", "obl:agent")
    )
