"""Bodies told by their place or their members: the council of a town, the board of supervisors of a county,
members of a committee.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.lexicon import actor_sorts, word_class
from graph.language.roles import is_infinitive
from graph.language.tree import children, obliques
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.tree import Tree
    from graph.language.words import Token
    from graph.model import Article

_NAMED = re.compile(
    r"\b(?:City|Town|County|Village|Borough|Metro|Municipal|Township|Parish) (?:Council|Commission)\b",
    re.IGNORECASE,
)


def is_local_body(token: Token, words: str) -> bool:
    """Whether a noun names a body that passes ordinances: "the Springfield City Council", "county
    commissioners", "the Board of Aldermen".

    Args:
        token: the noun.
        words: its phrase, in lower case.
    """
    word = token.lemma_.lower()
    if word in word_class("local_bodies"):
        return not word_class("local_places").isdisjoint(words.split())
    if word != "board":
        return False
    if words.split()[-2:-1] and words.split()[-2] in word_class("local_places"):
        return True  # "the Village Board"
    members = [noun.lower_ for mark, noun in obliques(token) if mark == "of"]
    return not word_class("local_members").isdisjoint(members)


def council_sort(token: Token, words: str) -> str:
    """Return what a council or commission is that is no government's and no committee: a court, a society
    ("the Council for Fair Trade") or who runs elections, else "".
    """
    if token.lemma_.lower() == "commission":
        agency = not word_class("commissions_of_state").isdisjoint(words.split())
        agency |= token.text == "Commission" and "rights" in words.split()  # of lawmakers in small letters
        return "organisation" if agency and word_class("houses").isdisjoint(words.split()) else ""
    if "constitutional" in words.split():
        return "court"
    behind = token.nbor() if token.i + 1 < len(token.doc) else token
    return "organisation" if token.text == "Council" and behind.lower_ == "for" else ""


def is_the_council(token: Token, article: Article) -> bool:
    """Whether "the council" or "council" is that of the town or county that an article names."""
    if token.lower_ != "council" or children(token, "amod", "compound", "nmod", "flat"):
        return False
    return bool(_NAMED.search(article.title) or _NAMED.search(article.text))


@lru_cache(maxsize=1)
def _congress_states() -> frozenset[str]:
    """Return the states with a party that is called the Congress for short."""
    listed = load_lexicon("parties")["party"]
    return frozenset(party["state"] for party in listed if party["name"].endswith(" Congress"))


def is_a_party_there(token: Token, country: str) -> bool:
    """Whether a word for a legislature is a party's name in a country: "the Congress" in India."""
    return token.text == "Congress" and country in _congress_states()


def are_a_camp(members: Token) -> bool:
    """Whether a word names members by their party: "Republicans", "Greens"."""
    return members.tag_ == "NNPS" and members.lower_ not in word_class("members")


def is_of_a_committee(members: Token) -> bool:
    """Whether members are those of a committee: "committee members", "lawmakers on the panel", "Greens on
    the panel".
    """
    if are_a_camp(members):
        whole = [noun for mark, noun in obliques(members) if mark == "on"]
    elif members.lower_ in word_class("members"):
        within = [noun for mark, noun in obliques(members) if mark in ("of", "on", "in")]
        whole = children(members, "compound") + within
    else:
        return False
    return any(actor_sorts().get(noun.lemma_.lower()) == "committee" for noun in whole)


def are_asked_to_act(colleagues: Token) -> bool:
    """Whether members are asked as colleagues to do something: "urged | his colleagues | to pass it"."""
    asked = colleagues.lemma_.lower() == "colleague" and colleagues.tag_ == "NNS"
    asked = asked and colleagues.dep_ in ("obj", "iobj", "obl") and not children(colleagues, "nmod", "amod")
    return asked and any(is_infinitive(verb) for verb in children(colleagues.head, "xcomp", "advcl"))


def is_named_for(body: Token, owner: Token) -> bool:
    """Whether an owner is part of the name of a party or body: "the Swiss People's Party"."""
    capitals = body.text[:1].isupper() and owner.text[:1].isupper()
    return capitals and owner.i + 2 == body.i and owner.lower_ in word_class("names_parties")


def is_title_of_person(tree: Tree, token: Token) -> bool:
    """Whether a word heads the phrase of a person whose title it is: "Senators Ana Holm and Tom Brandt"."""
    beside = [tree.name_at(child) for child in children(token, "flat")]
    return bool(beside) and any(name is not None and name.label == "PERSON" for name in beside)
