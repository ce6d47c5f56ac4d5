"""Which state an article is about: names, adjectives, bodies and parties weigh, the rarer the more.

"Sejm" tells Poland by itself; "Senate" is shared by a hundred legislatures and tells next to nothing. An
article about a bill on another country names that country often, but not that country's bodies.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

from graph.extraction.lexicon import folded, states
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
_AMERICAN = frozenset(
    ("house", "senate", "congress", "sen", "rep", "capitol hill", "white house", "pentagon", "gop")
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
def _names() -> frozenset[str]:
    """Return the folded names that tell of a state."""
    table = states()
    return _AMERICAN.union(table.by_name, table.by_adjective, table.bodies, _party_states())


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """Return how the names begin that tell of a state."""
    return frozenset(_beginning(name) for name in _names())


def _body_weight(owners: int) -> float:
    """Return what the name of a body tells that so many states share."""
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


def _counted(text: Text) -> Counter[str]:
    """Return how often each run of one to five words stands in an article that starts with a capital and is a
    name of a state, a body or a party.
    """
    found, known, beginnings = Counter[str](), _names(), _beginnings()
    for tree in text.trees:
        words = _WORD.findall(_without_titles(tree))
        for first in range(len(words)):
            if not words[first][0].isupper() or _beginning(folded(words[first])) not in beginnings:
                continue
            for last in range(first + 1, min(len(words), first + _LONGEST) + 1):
                if words[last : last + 1] in _OF_A_COMMITTEE:
                    continue  # the Administration Committee is no Administration's
                if words[first:last] in _PART_OF_A_NAME and _is_within_a_name(words, first):
                    continue
                run = OWNING.sub("", " ".join(words[first:last]))
                if folded(run) not in known:
                    continue
                found[run] += 2 if tree.kind == "headline" else 1
    return found


def country_of(text: Text) -> str | None:
    """Return the state that an article is about; None where none leads clearly."""
    table, weights, seen = states(), defaultdict[str, float](float), set[str]()
    for run, count in sorted(_counted(text).items()):
        key, often = folded(run), min(count, _OFTEN)
        if len(run) <= 3 and not run.isupper():
            continue  # "Act" is not the ACT
        seen.add(key)
        if key in table.by_name:
            weights[table.by_name[key]] += often
        if key in table.by_adjective:
            weights[table.by_adjective[key]] += 1.2 * often
        owners = {body.state for body in table.bodies.get(key, ()) if body.role != "gazette"}
        for state in owners:
            weights[state] += _body_weight(len(owners)) * min(often, 2)
        belongs = _party_states().get(key, frozenset())
        for state in belongs:
            weights[state] += _body_weight(len(belongs)) * 0.3
    if len(seen & _AMERICAN) >= 2:
        weights["United States"] += 1.0
    told = {word for tree in text.trees for word in _OF_THE_UNION.findall(tree.sentence.text)}
    weights["European Union"] += 0.8 * min(len(told), 2)
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < _LEAST:
        return None
    if len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]:
        return None
    return ranked[0][0]
