"""Members of a legislature called by their seat or party: "the Poole MP", "Labour MP Ann Lee"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.lexicon import Body, offices, word_class
from graph.extraction.nouns import bodies_named, own_bodies, sort_of
from graph.language.names import Name
from graph.language.tree import Tree, children, obliques

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


def person_named(tree: Tree, token: Token) -> Name | None:
    """Return the person's name that the noun is, or the name of who holds the office that it names."""
    name = tree.name_at(token)
    if name is not None and name.label == "PERSON":
        return name
    if person := member_beside_party(tree, token) or person_behind(tree, token):
        return person
    if name is not None or not token.children:
        return None
    titled = [n for t in children(token, "flat") if (n := tree.name_at(t))]
    if titled and titled[0].label == "PERSON":
        return titled[0]  # "Taoiseach NAME"
    if bodies_named(tree, token):
        return None
    beside = children(token, "appos", "flat", "compound", "nmod:desc", "nmod:unmarked")
    for of in children(token, "nmod"):  # "the President of the Assembly, NAME" hangs below Assembly
        beside += children(of, "appos")
    for child in beside:
        name = tree.name_at(child)
        before = child.dep_ == "compound" and child.i < token.i
        if name is not None and name.label == "PERSON" and not before:
            return name
    return None


def named_behind(tree: Tree, token: Token, sort: str) -> Token | None:
    """Return the party or body that an everyday word for a group is followed by: "its ally, the Movement
    Party", "the main opposition, the Greens".
    """
    if token.pos_ != "NOUN" or sort not in ("group", "party"):
        return None
    behind = [c for c in children(token, "appos") if c.i > token.i and c.text[:1].isupper()]
    return next((name for name in behind if sort_of(tree, name) in ("party", "group", "organisation")), None)


def house_by_members(tree: Tree, token: Token, country: str | None) -> tuple[Body, ...]:
    """Return the house that a plural names: "governments" in the Union, "French deputies"."""
    if country is None or token.tag_ != "NNS":
        return ()
    roles = {"upper_members", *(("members",) if token.lower_ == "deputies" else ())}
    return tuple(body for body in own_bodies(tree, token, country) if body.role in roles)


def is_resistance(token: Token) -> bool:
    """Whether "opposition" tells what somebody is moved by and nobody who acts: "failed due to opposition
    from bankers", "her opposition".
    """
    if token.lemma_.lower() != "opposition":
        return False
    owned = any(word.lower_ in ("my", "your", "his", "her") for word in children(token, "nmod:poss"))
    return owned or any(mark in ("from", "to") for mark, _ in obliques(token))


def is_the_opposition(token: Token, sort: str) -> bool:
    """Whether a noun means the opposition, or its members as a whole: "opposition MPs", no "two opposition
    senators".
    """
    if sort == "party" and token.lemma_.lower() == "opposition":
        return True
    before = {word.lower_ for word in token.doc[token.left_edge.i : token.i] if word.pos_ != "ADP"}
    members = token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in word_class("office_holders") | {
        "party"
    }
    return members and "opposition" in before and before <= {"opposition", "the", "other", "some", "all"}
