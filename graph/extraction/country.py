"""Which state an article is about: names, adjectives, bodies and parties weigh, the rarer the more.

"Sejm" tells Poland by itself; "Senate" is shared by a hundred legislatures and tells next to nothing. An
article about a bill on another country names that country often, but not that country's bodies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from graph.extraction.lexicon import folded, states, word_class
from graph.extraction.nouns import OWNING
from graph.language.tree import Text, Tree
from graph.lexicons import load_lexicon

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[\w.’'-]*\w)?")
_LONGEST = 5
"""Words of the longest names that are looked up."""
_OFTEN = 3
"""Mentions of one name beyond which more tell nothing new."""
_LEAST, _LEAD = 1.0, 1.15
"""A state needs this weight, and this many times the weight of the next one, or the article is of no known
state.
"""
_TELLING = 0.9
"""A state of this weight is told of."""
_WHOLE = 2.5
"""So many times the weight of a part's bodies have those of the whole where they act on the part."""
_OUTLET = 0.8
"""What the name of an outlet tells ("Jakarta Post"), and as much its address (".hu")."""
_AMERICAN = frozenset(
    (
        "house",
        "house of representatives",
        "senate",
        "congress",
        "sen",
        "rep",
        "capitol hill",
        "white house",
        "pentagon",
        "gop",
    )
)
"""Where nothing else tells, two of these mean the United States: other countries' news says which country."""


_OF_THE_UNION = re.compile(r"\b(?:directives?|trilogues?|MEPs?)\b")
"""Words of news on the Union, with or without its name."""
_OF_A_COMMITTEE = (["Committee"], ["Subcommittee"])
_PART_OF_A_NAME = (["Council"], ["Commission"], ["Ministers"])
"""What alone is a body of the Union, and in longer names of any state's: "Council of Ministers"."""


@lru_cache(maxsize=1)
def _party_states() -> dict[str, frozenset[str]]:
    """Return the states that have a party of each folded name or members' word."""
    found = defaultdict[str, set[str]](set)
    for entry in load_lexicon("parties")["party"]:
        for name in (entry["name"], *entry.get("also", ()), *entry.get("members", ())):
            found[folded(name)].add(entry["state"])
    return {name: frozenset(owners) for name, owners in found.items()}


def _beginning(name: str) -> str:
    """Return what the first word of a folded name begins with, up to an apostrophe or a full stop."""
    return name.partition(" ")[0].partition("'")[0].strip(".")


@lru_cache(maxsize=1)
def _domains() -> dict[str, str]:
    """Return the states by the ending of their web addresses."""
    return {entry["domain"]: state for state, entry in states().tables.items() if "domain" in entry}


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """Return the folded names that tell of a state."""
    table = states()
    return _AMERICAN.union(table.by_name, table.by_adjective, table.bodies, _party_states())


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """Return how the names begin that tell of a state."""
    return frozenset(_beginning(name) for name in _names())


@lru_cache(maxsize=1 << 10)
def _owners(name: str) -> frozenset[str]:
    """Return the states that have a body of a folded name."""
    return frozenset(body.state for body in states().bodies.get(name, ()) if body.role != "gazette")


def _body_weight(name: str, owners: int) -> float:
    """Return what the name of a body tells that so many states share; common words and two letters less."""
    if name in word_class("names_of_many_things"):
        return 0.1
    if len(name) <= 2:
        return 0.4
    return (
        3.0 if owners == 1 else 2.0 if owners == 2 else 1.0 if owners <= 5 else 0.4 if owners <= 30 else 0.1
    )


def _without_titles(tree: Tree) -> str:
    """Return a sentence without the titles of laws: the Rwanda Act is no law of Rwanda's."""
    text, offset = tree.sentence.text, tree.sentence.start
    for mask in tree.masks:
        if mask.kind == "title":
            text = text[: mask.start - offset] + "·" * (mask.end - mask.start) + text[mask.end - offset :]
    return text


def _is_within_a_name(words: list[str], at: int) -> bool:
    """Whether a word stands behind another of its name, or before "of"."""
    before = words[at - 1] if at else ""
    return before == "of" or (before[:1].isupper() and before != "The") or words[at + 1 : at + 2] == ["of"]


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the longest runs of one to five words that start with a capital and are a name of a state, a body
    or a party, each with whether a capital follows right behind ("Aden Holm").
    """
    known, beginnings, first = _names(), _beginnings(), 0
    found = list(_WORD.finditer(text))
    words = [match.group() for match in found]
    while first < len(words):
        last = first + 1
        if words[first][0].isupper() and _beginning(folded(words[first])) in beginnings:
            for end in range(min(len(words), first + _LONGEST), first, -1):
                if words[end : end + 1] in _OF_A_COMMITTEE:
                    continue  # the Administration Committee is no Administration's
                if words[first:end] in _PART_OF_A_NAME and _is_within_a_name(words, first):
                    continue
                run = OWNING.sub("", " ".join(words[first:end]))
                if folded(run) in known:
                    behind = text[found[end - 1].start() + len(run.rpartition(" ")[2]) :][:2]
                    yield run, behind[:1] == " " and behind[1:].isupper()
                    last = end
                    break
        first = last


def _counted(text: Text) -> Mapping[str, float]:
    """Return how often an article names each state, body and party, a headline's twice, what may be part of
    another name half.
    """
    found = defaultdict[str, float](float)
    for tree in text.trees:
        headline = tree.kind == "headline"
        shouted = headline and tree.sentence.text.isupper()
        for run, further in _runs(_without_titles(tree)):
            if not (shouted and folded(run) in _party_states()):  # "POT BILL PASSES"
                further &= folded(run) in states().by_name
                found[run] += 2 if headline else 0.5 if further else 1
    return found


def _of_outlet(text: Text) -> Iterator[str]:
    """Yield the states that the name of an article's outlet and its address tell of."""
    table = states()
    for run, _ in _runs(text.article.outlet or ""):
        state = table.by_name.get(folded(run)) or table.by_adjective.get(folded(run))
        if state is not None:
            yield state
    host = urlsplit(text.article.url or "").hostname or ""
    if (state := _domains().get(host.rpartition(".")[2])) is not None:
        yield state


def _weights(text: Text) -> tuple[dict[str, float], Mapping[str, float]]:
    """Return what speaks for each state in an article, and what of it the bodies that it names weigh."""
    table, weights, seen = states(), defaultdict[str, float](float), set[str]()
    bodies = defaultdict[str, float](float)
    for run, count in sorted(_counted(text).items()):
        key, often = folded(run), min(count, _OFTEN)
        if len(run) <= 3 and not run.isupper():
            continue  # "Act" is not the ACT
        seen.add(key)
        plain = key not in word_class("names_of_many_things")
        if plain and key in table.by_name:
            weights[table.by_name[key]] += often
        if key in table.by_adjective:
            weights[table.by_adjective[key]] += 1.2 * often
        owners = _owners(key)
        for state in owners:
            bodies[state] += _body_weight(key, len(owners)) * min(often, 2)
        belongs = _party_states().get(key, frozenset())
        for state in belongs:
            weights[state] += _body_weight(key, len(belongs)) * 0.3
    for state, weight in bodies.items():
        weights[state] += weight
    for outlet in _of_outlet(text):
        weights[outlet] += _OUTLET
        for state in weights:
            weights[state] += _OUTLET * (table.tables[state].get("part_of") == outlet)
    if len(seen & _AMERICAN) >= 2 and all(
        weight < _TELLING or "United States" in (state, table.tables[state].get("part_of"))
        for state, weight in weights.items()
    ):
        weights["United States"] += 1.0
    told = {word for tree in text.trees for word in _OF_THE_UNION.findall(tree.sentence.text)}
    weights["European Union"] += 0.8 * min(len(told), 2)
    return weights, bodies


def country_of(text: Text) -> str | None:
    """Return the state that an article is about; None where none leads clearly."""
    weights, bodies = _weights(text)
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < _LEAST:
        return None
    first = ranked[0][0]
    whole: str | None = states().tables[first].get("part_of")
    if whole is not None and bodies[whole] > max(0.6, _WHOLE * bodies[first]):
        return whole  # bodies of Spain decide on Catalonia
    if len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]:
        return None
    return first
