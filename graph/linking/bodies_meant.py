"""The chamber that decided or debated what the article tells without saying who: the one that its sentence
names, the one told last to have done the like ("The Senate passed the Ports Bill. Also passed was …"), or the
only one named beside parliament as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.anaphors import is_counted, is_other_named
from graph.extraction.draft import Draft, EventMention
from graph.extraction.lexicon import word_class
from graph.extraction.scene import LAWMAKERS
from graph.language.roles import subjects
from graph.language.tree import children, prepositions
from graph.terms import READINGS, EventType, Factuality, Role

if TYPE_CHECKING:
    from graph.language.words import Token
    from graph.linking.coreference import Merged

_FAR = 3
"""Sentences back that a body is carried on, at most."""
_DECIDED = frozenset((*READINGS, EventType.PASSAGE, EventType.OVERRIDE))
_ELSEWHERE = frozenset(("to", "into", "from", "at", "before", "after"))
_PART_OF = frozenset(("compound", "nmod", "nmod:desc", "flat"))
_DONE = frozenset(("VBN", "VBD"))


def with_bodies(draft: Draft, events: Iterable[Merged]) -> None:
    """Add to events in which nobody acts the chamber that they go without saying were in."""
    events = list(events)
    told = sorted((m for event in events for m in event.mentions), key=lambda m: m.place)
    acting = [(m, keys[0]) for m in told if len(keys := _bodies(draft, m)) == 1]
    for event in events:
        if not _is_of_a_house(draft, event):
            continue
        for number, mention in enumerate(event.mentions):
            if (
                body := _named_there(draft, mention)
                or _told_before(acting, mention)
                or _alone(draft, mention)
            ):
                because = (*mention.because, f"in {draft.actors.referents[body].name}")
                parts = (*mention.parts, (body, Role.AGENT))
                event.mentions[number] = replace(mention, parts=parts, because=because)
                break


def _bodies(draft: Draft, mention: EventMention) -> list[str]:
    """Return the chambers that act in a mention."""
    return [key for key, role in mention.parts if role is Role.AGENT and _is_house(draft, key)]


def _is_house(draft: Draft, key: str) -> bool:
    referent = draft.actors.referents[key]
    return referent.sort in LAWMAKERS and not is_counted(referent.name)


def _is_of_a_house(draft: Draft, event: Merged) -> bool:
    """Whether a chamber acts in an event for which nobody is named, not "we passed it" nor what may come of
    something else.
    """
    decided = event.type in _DECIDED or (event.type is EventType.AMENDMENT and event.outcome is not None)
    if not (decided or event.type is EventType.DEBATE):
        return False
    if any(role is Role.AGENT for _, role in event.parts):
        return False
    if any(m.status is Factuality.CONDITIONAL for m in event.mentions):
        return False
    clauses = (draft.token(m.clause) for m in event.mentions)
    return not any(noun.lower_ in ("we", "i") for verb in clauses for noun in subjects(verb))


def _named_there(draft: Draft, mention: EventMention) -> str | None:
    """Return the one chamber that the sentence of a mention names."""
    index, found = mention.place[0], set[str]()
    clause = draft.token(mention.clause)
    if clause.dep_ == "acl:relcl" and any(c.lower_ == "where" for c in children(clause, "advmod")):
        there = draft.actors.resolve(index, clause.head)  # "goes to the Senate, where a vote is expected"
        return there.key if there is not None and _is_house(draft, there.key) else None
    for token in draft.tree(mention.place).doc:
        if token.pos_ not in ("NOUN", "PROPN") or _is_elsewhere(draft, index, token):
            continue
        referent = draft.actors.resolve(index, token)
        if referent is not None and _is_house(draft, referent.key):
            found.add(referent.key)
    return found.pop() if len(found) == 1 else None


def _is_elsewhere(draft: Draft, index: int, noun: Token) -> bool:
    """Whether a noun names members one by one ("Members of Parliament", "the Congress leader"), or where
    something goes or comes from.
    """
    singly = word_class("office_holders") | word_class("one_member")
    if noun.lemma_.lower() in singly or _ELSEWHERE & set(prepositions(noun)):
        return True
    if noun.dep_ not in _PART_OF:
        return False
    whole = draft.actors.resolve(index, noun.head)
    members = noun.head.lemma_.lower() in singly or (whole is not None and whole.sort == "person")
    return members or (noun.text[:1].isupper() and noun.head.text[:1].isupper())


def _told_before(acting: list[tuple[EventMention, str]], mention: EventMention) -> str | None:
    """Return the chamber that was told last to have done the like, not far before."""
    if mention.type not in _DECIDED:
        return None
    near = [
        key
        for m, key in acting
        if m.type is mention.type and m.place < mention.place and mention.place[0] - m.place[0] <= _FAR
    ]
    return near[-1] if near else None


def _alone(draft: Draft, mention: EventMention) -> str | None:
    """Return the only chamber that the article names, beside a parliament as a whole, where something was
    done to a bill: "Parliament's lower house sat on Monday. Two bills were passed".
    """
    if mention.type not in _DECIDED or draft.token(mention.place).tag_ not in _DONE:
        return None
    home = f"body:{draft.country}:"
    known = [key for key in draft.actors.referents if key.startswith(home) and _is_house(draft, key)]
    houses = [key for key in known if draft.actors.referents[key].sort == "chamber"]
    if len(houses) != 1 or len(known) != 2:
        return None
    return None if is_other_named(draft, draft.actors.referents[houses[0]]) else houses[0]
