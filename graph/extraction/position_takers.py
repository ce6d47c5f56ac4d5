"""Who is for or against a bill without deciding on it: a person who approves a bill does not pass it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import folded, states, word_class
from graph.extraction.nouns import state_named
from graph.extraction.scene import Found, Scene
from graph.extraction.tenses import class_of
from graph.language.roles import is_finite_past, is_infinitive
from graph.language.tree import Tree, children, first_conjunct, obliques

if TYPE_CHECKING:
    from graph.language.words import Token

_TAKES_POSITIONS = frozenset(("person", "party", "group", "organisation", "state", "official"))


def only_takes_a_position(scene: Scene, index: int, token: Token, found: Found) -> bool:
    """Whether the agent only takes a position: a person who approves a bill does not pass it; the article's
    own state does ("Chile approves divorce bill").
    """
    frame = found.frame
    if not frame.position or found.sort not in _TAKES_POSITIONS or found.sort in frame.by_agent:
        return False
    if _has_the_votes(found) or breaks_tie(token) or _joins_others(found) or _means_to_pass(found):
        return False
    if found.why in word_class("done_by_states") and (found.sort == "state" or _are_states(found)):
        return False  # "Hungary and France have ratified the treaty"
    own = scene.draft.country is not None and found.sort == "state" and not is_infinitive(found.clause)
    return not (own and _names_own_state(scene.draft.text.trees[index], found.agents[0], scene.draft.country))


def _are_states(found: Found) -> bool:
    """Whether who acts is states without their names: "ratified by 40 countries", "all member states"."""
    return found.sort == "group" and found.agents[0].lemma_.lower() in word_class("states_in_general")


def breaks_tie(vote: Token) -> bool:
    """Whether a vote is that of the one who decides: "the speaker cast the deciding vote"."""
    decides = any(child.lower_ in word_class("breaks_ties") for child in vote.children)
    return decides and vote.lemma_.lower() == "vote"


def _has_the_votes(found: Found) -> bool:
    """Whether a party or majority is told to have decided: "the ruling coalition passed the bill"."""
    verb, first = found.clause, found.agents[0]
    rules = first.lemma_.lower() in word_class("ruling") and not obliques(first)
    passes = found.why in word_class("passed_by_a_party") and (rules or found.sort == "party")
    done = is_finite_past(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")  # ", passed by the Greens"
    return (passes or (rules and found.why in ("approve", "reject"))) and done


def _means_to_pass(found: Found) -> bool:
    """Whether leaders or a party tell what they mean to get through: "Democrats aim to pass it by Friday"."""
    above = first_conjunct(found.clause).head
    meant = is_infinitive(found.clause) and class_of(above) in ("promised", "scheduled")
    return meant and found.why in word_class("passed_by_a_party")


def _joins_others(found: Found) -> bool:
    """Whether members are told to have decided together: "six Greens joined Labour in passing the bill"."""
    verb = found.clause
    beside = verb.dep_ == "advcl" and any(c.lower_ == "in" for c in children(verb, "mark"))
    joins = beside and verb.head.lemma_.lower() == "join" and is_finite_past(verb.head)
    return joins and found.why in word_class("passed_by_a_party") | {"approve", "reject"}


def _names_own_state(tree: Tree, token: Token, country: str | None) -> bool:
    """Whether a noun is the name of the article's own state, not of its capital."""
    capital = states().tables.get(country or "", {}).get("capital")
    return state_named(tree, token) == country and folded(token.text) != folded(capital or "")
