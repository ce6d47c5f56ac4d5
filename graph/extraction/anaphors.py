"""Events spoken of again by a general word, and the body that a reading goes without saying is in."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.draft import Draft, EventMention
from graph.extraction.lexicon import word_class
from graph.language.roles import subjects
from graph.language.tree import children
from graph.lexicons import load_lexicon
from graph.terms import LASTING, READINGS, STAGES, EventType, Role

_FAR = 3
"""Sentences back that "the process" can reach."""
_OF_A_BODY = frozenset((*READINGS, EventType.PASSAGE, EventType.DEBATE, EventType.SITTING))
_AGAIN = LASTING - STAGES
"""Kinds of events that "the process" can mean."""


def find_anaphors(draft: Draft) -> Draft:
    """Return the draft with "the process will begin" as a mention of the event last spoken of that can be
    one.
    """
    found = list(draft.mentions)
    taken = {mention.clause for mention in found}
    for index, tree in enumerate(draft.text.trees):
        for token in tree.doc:
            if (
                token.pos_ != "VERB"
                or token.lemma_.lower() not in word_class("courses")
                or (index, token.i) in taken
            ):
                continue
            general = [
                noun
                for noun in subjects(token)
                if noun.lemma_.lower() in word_class("general_events")
                and {c.lower_ for c in children(noun, "det")} & {"the", "this", "that"}
            ]
            before = [
                m
                for m in found
                if index - _FAR <= m.place[0] < index and not m.type.is_stage and m.type in _AGAIN
            ]
            if general and before:
                meant = max(before, key=lambda m: m.place)
                found.append(
                    replace(
                        meant,
                        place=(index, general[0].i),
                        clause=(index, token.i),
                        because=(f"“the {general[0].text}” = {meant.type}",),
                        confidence=0.6,
                    )
                )
    return replace(draft, mentions=tuple(sorted(found, key=lambda m: (m.place, m.type, m.bill or 0))))


def _is_counted(name: str) -> bool:
    """Whether a name is of so many members, who are no body: "only 138 lawmakers"."""
    first = name.lower().replace(",", "").split()[:2]
    return any(word.isdigit() or word in load_lexicon("votes")["numbers"] for word in first)


def find_bodies(draft: Draft) -> Draft:
    """Return the draft with the legislature as agent of readings that name none, where the article knows just
    one.
    """
    draft.actors.all_named()
    bodies = [r for r in draft.actors.referents.values() if r.sort in ("legislature", "chamber")]
    bodies = [r for r in bodies if not _is_counted(r.name)]
    if draft.country is not None:
        bodies = [r for r in bodies if r.key.startswith(f"body:{draft.country}:")] or bodies
    if len(bodies) != 1:
        return draft
    body = bodies[0]

    def with_body(mention: EventMention) -> EventMention:
        if mention.type not in _OF_A_BODY or any(role is Role.AGENT for _, role in mention.parts):
            return mention
        return replace(
            mention,
            parts=(*mention.parts, (body.key, Role.AGENT)),
            because=(*mention.because, f"in the only body named, {body.name}"),
        )

    return replace(draft, mentions=tuple(with_body(m) for m in draft.mentions))
