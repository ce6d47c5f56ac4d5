"""Events spoken of again by a general word, and the body that a reading goes without saying is in."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.draft import Draft, EventMention
from graph.extraction.lexicon import actor_sorts, states, word_class
from graph.extraction.referents import Referent
from graph.extraction.scene import LAWMAKERS, PANEL
from graph.extraction.tallies import find_tallies
from graph.language.roles import subjects
from graph.language.tree import children, obliques
from graph.lexicons import load_lexicon
from graph.terms import DECISIONS, LASTING, READINGS, STAGES, EventType, Outcome, Role

TOLD_BEFORE = ("in the committee told of before", "in the court told of before")
"""Why a step is that of a committee or a court which its sentence does not name."""
IN_THE_ONLY_BODY = "in the only body named"
"""Why a body acts that the sentence does not name."""
_FAR = 3
"""Sentences back that "the process" can reach."""
_DECIDED_BY_A_BODY = DECISIONS | {EventType.COMMITTEE, EventType.OVERRIDE, EventType.ASSENT, EventType.VETO}
_OF_NOBODY = frozenset((EventType.PASSAGE, EventType.DEBATE))
_OF_A_BODY = frozenset((*READINGS, EventType.PASSAGE, EventType.DEBATE, EventType.SITTING))
_IN_SESSION = frozenset((EventType.COMMITTEE, EventType.REFERRAL, EventType.JUDICIAL_REVIEW))
"""Steps that tell whose hearings are meant."""
_TOLD_OF = frozenset(("passage", "adoption", "approval", "enactment"))
_AGAIN = LASTING - STAGES
"""Kinds of events that "the process" can mean."""


def find_anaphors(draft: Draft) -> Draft:
    """Return the draft with "the process will begin" as a mention of the event last spoken of that can be
    one, and with "the passage" as that of what was passed.
    """
    found = [_of_what_was_passed(draft, mention) for mention in draft.mentions]
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


def _of_what_was_passed(draft: Draft, mention: EventMention) -> EventMention:
    """Return a passage told by "the passage" alone as that of the only bills told before to have been passed:
    "passed eight bills. They include the Ports Act. The passage followed".
    """
    noun = draft.token(mention.place)
    alone = mention.type is EventType.PASSAGE and noun.lemma_.lower() in _TOLD_OF
    if not alone or [c.lower_ for c in noun.children if c.dep_ != "cop"][:1] != ["the"] or obliques(noun):
        return mention
    index, passed = mention.place[0], EventType.PASSAGE
    told = {m.bill for m in draft.mentions if m.place[0] < index and (m.type is passed or m.type in READINGS)}
    return replace(mention, bill=told.pop()) if len(told) == 1 else mention


def _in_committee(draft: Draft, mention: EventMention, told: list[EventMention]) -> EventMention:
    """Return a decision of nobody, by as few as a committee has or told as "the vote", as that of the
    committee that decided right before; on another bill too where no floor has decided on any, a
    debate or a delay of nobody there as well.
    """
    if mention.type not in _OF_NOBODY or any(role is Role.AGENT for _, role in mention.parts):
        return mention
    token, tree = draft.token(mention.place), draft.tree(mention.place)
    if mention.because[0].startswith("to-the-f"):
        return mention  # "passed out of committee and heads to the floor"
    if {c.lower_ for c in children(token, "compound", "amod", "det")} & {"floor", "full", "plenary", "no"}:
        return mention  # "cleared the committee and awaits a floor vote"
    few = [t for t in find_tallies(tree.sentence.text) if t.is_pair and t.total <= PANEL]
    retold = token.lower_ == "vote" and any(c.lower_ == "the" for c in children(token, "det"))
    retold |= token.dep_ == "acl"  # "the version passed on Tuesday"
    away = mention.type is EventType.DEBATE or mention.outcome is Outcome.POSTPONED
    if not (few or retold or away):
        return mention
    before = [m for m in told if m.type in _DECIDED_BY_A_BODY and not _is_a_goal(draft, m)]
    whole = [m for m in before if m.type is not EventType.AMENDMENT]
    alone = {m.type for m in whole} == {EventType.COMMITTEE}  # no floor has decided on anything
    alone &= bool(_has_met(draft, mention, told) if away else few)
    near = [m for m in (whole if alone else before) if m.place[0] >= mention.place[0] - _FAR]
    last = max(near, key=lambda m: m.place, default=None)
    if last is None or last.type is not EventType.COMMITTEE:
        return mention
    again = last.bill == mention.bill and last.outcome is not None and (few or retold)
    alone = alone and any(role is Role.AGENT for _, role in last.parts)
    if not alone and not (again and mention.outcome in (None, last.outcome)):
        return mention
    because = (*mention.because, TOLD_BEFORE[0])
    parts = (*mention.parts, *(part for part in last.parts if part[1] is Role.AGENT))
    return replace(mention, type=EventType.COMMITTEE, because=because, parts=parts)


def _in_court(draft: Draft, mention: EventMention, told: list[EventMention]) -> EventMention:
    """Return a hearing of nobody as that of the court named in its sentence, or told of in the sentences
    before it, where no committee is: "The judges took up five petitions. The hearings ended on 23 April."
    """
    index = mention.place[0]
    heard = mention.type is EventType.COMMITTEE and draft.token(mention.place).lemma_.lower() == "hearing"
    if not heard or any(draft.actors.referents[key].sort == "committee" for key, _ in mention.parts):
        return mention
    if any(actor_sorts().get(word.lemma_.lower()) == "committee" for word in draft.tree(mention.place).doc):
        return mention
    others = [m for m in draft.mentions if m.place[0] == index and m.place != mention.place]
    near = [m for m in (*told, *others) if index - _FAR < m.place[0] <= index and m.type in _IN_SESSION]
    last = max(near, key=lambda m: m.place, default=None)
    court = any(draft.actors.referents[key].sort == "court" for key, _ in mention.parts)
    if not court and (last is None or last.type is not EventType.JUDICIAL_REVIEW):
        return mention
    because = (*mention.because, TOLD_BEFORE[1])
    return replace(mention, type=EventType.JUDICIAL_REVIEW, because=because)


def _is_a_goal(draft: Draft, mention: EventMention) -> bool:
    """Whether a step is what another is done for: "recommended the bill | for passage by the House"."""
    noun = draft.token(mention.place)
    return noun.pos_ == "NOUN" and any(c.lower_ == "for" for c in children(noun, "case"))


def _has_met(draft: Draft, mention: EventMention, told: list[EventMention]) -> bool:
    """Whether a committee that is named is told to have met and no house to have debated, before a step of
    the past in whose sentence no house is named: "The Rent Bill was deferred."
    """
    verb = draft.token(mention.clause)
    past = verb.tag_ == "VBD" or any(c.lower_ in ("was", "were") for c in children(verb, "aux:pass"))
    if not past or any(m.type is EventType.DEBATE for m in told):
        return False
    if any(actor_sorts().get(word.lemma_.lower()) in LAWMAKERS for word in draft.tree(mention.place).doc):
        return False
    acting = (
        key for m in told if m.type is EventType.COMMITTEE for key, role in m.parts if role is Role.AGENT
    )
    return any(" " in draft.actors.referents[key].name for key in acting)  # not "died in committee"


def is_counted(name: str) -> bool:
    """Whether a name is of so many members, who are no body: "only 138 lawmakers"."""
    first = name.lower().replace(",", "").split()[:2]
    numbers = load_lexicon("votes")["numbers"]
    return any(word.isdigit() or word.split("-")[0] in numbers for word in first)


def is_other_named(draft: Draft, body: Referent) -> bool:
    """Whether the other chamber is named, if only with its members: "Senate Democrats" beside "the House"."""
    table = states().tables.get(draft.country or "", {})
    chambers = [table.get(role, ()) for role in ("lower", "upper")]
    others = {name for names in chambers if body.name not in names for name in names if " " not in name}
    return any(word.text in others for tree in draft.text.trees for word in tree.doc)


def find_bodies(draft: Draft) -> Draft:
    """Return the draft with the committee last told of as agent of its vote told again, and the legislature
    as that of readings that name none, where the article knows just one.
    """
    told = list[EventMention]()
    for mention in draft.mentions:
        told.append(_in_court(draft, _in_committee(draft, mention, told), told))
    draft = replace(draft, mentions=tuple(told))
    draft.actors.all_named()
    bodies = [r for r in draft.actors.referents.values() if r.sort in ("legislature", "chamber")]
    bodies = [r for r in bodies if not is_counted(r.name)]
    if draft.country is not None:
        bodies = [r for r in bodies if r.key.startswith(f"body:{draft.country}:")] or bodies
    if len(bodies) != 1 or is_other_named(draft, bodies[0]):
        return draft
    body = bodies[0]

    def with_body(mention: EventMention) -> EventMention:
        if mention.type not in _OF_A_BODY or any(role is Role.AGENT for _, role in mention.parts):
            return mention
        return replace(
            mention,
            parts=(*mention.parts, (body.key, Role.AGENT)),
            because=(*mention.because, f"{IN_THE_ONLY_BODY}, {body.name}"),
        )

    return replace(draft, mentions=tuple(with_body(m) for m in draft.mentions))
