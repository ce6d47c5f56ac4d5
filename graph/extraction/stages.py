"""Stage events and other events: from frames that hold to event mentions with type, outcome and bill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention
from graph.extraction.echoes import in_committee, without_echoes
from graph.extraction.event_nouns import at_noun, people_of
from graph.extraction.general import tells_no_step
from graph.extraction.lexicon import actor_sorts, bill_words, states, status_words, word_class
from graph.extraction.nouns import is_purpose
from graph.extraction.position_takers import breaks_tie, only_takes_a_position
from graph.extraction.predicates import CARRIED, at_adjective, at_predicate
from graph.extraction.scene import LAWMAKERS, Found, Scene
from graph.extraction.tallies import find_tallies
from graph.extraction.undoing import is_told_of_another
from graph.extraction.undone import is_instead, is_law_without
from graph.extraction.verbs import at_verb, governed
from graph.extraction.voters import is_by_popular_vote
from graph.language.roles import agents, auxiliaries, is_infinitive, is_negated, patients, subjects
from graph.language.tree import children, lemma, obliques
from graph.terms import EventType, Factuality, Outcome, Role

if TYPE_CHECKING:
    from graph.language.words import Doc, Token

_TELLS = ("VERB", "AUX", "NOUN", "PROPN", "ADJ")
_DESCRIBES = frozenset((EventType.AMENDMENT, EventType.CONCILIATION, EventType.DRAFTING))
_DECIDED = frozenset((EventType.PASSAGE, EventType.OVERRIDE))
_OF_COMMITTEES = frozenset((EventType.REFERRAL, EventType.COMMITTEE))


def triggers(scene: Scene, lexicon: str, index: int) -> Iterator[tuple[Token, Found]]:
    """Yield the words of tree `index` at which a frame of a lexicon holds, in text order."""
    for token in _telling(scene.draft.text.trees[index].doc):
        found = None
        if token.pos_ in ("VERB", "AUX") or (token.tag_.startswith("VB") and token.dep_ != "amod"):
            found = at_verb(scene, lexicon, index, token)
            if found is not None and token.dep_ == "amod" and _only_describes(found.frame.type):
                found = None  # "the amended bill" tells of no amendment, "imprisoned leaders" of no arrest
        elif token.pos_ in ("NOUN", "PROPN"):
            found = at_noun(scene, lexicon, index, token)
            named = lexicon == "events" and children(token, "det")  # "was the last member state to ratify it"
            if found is None and children(token, "cop") and not named:
                found = at_verb(scene, lexicon, index, token)
        elif token.pos_ == "ADJ":
            found = at_adjective(scene, lexicon, index, token)
        if found is None:
            found = at_predicate(scene, lexicon, index, token)
        if found is None or _lacks_chambers(scene, found) or is_instead(token) or is_law_without(token):
            continue
        if not _is_recommended(scene, index, token, found) and not _is_asked(scene, index, token, found):
            yield token, found


def _telling(doc: Doc) -> list[Token]:
    """Return the words at which a frame can hold; small words tell nothing by themselves."""
    known = doc.known.get("telling")
    if known is None:
        known = doc.known["telling"] = [
            word
            for word in doc
            if word.children or word.pos_ in _TELLS or word.tag_.startswith("VB") or word.dep_ in CARRIED
        ]
    telling: list[Token] = known
    return telling


def _lacks_chambers(scene: Scene, found: Found) -> bool:
    """Whether chambers are said to agree where the article's state has one alone."""
    return found.frame.type is EventType.CONCILIATION and states().is_unicameral(scene.draft.country)


def _is_recommended(scene: Scene, index: int, token: Token, found: Found) -> bool:
    """Whether a decision is what a committee recommends, told by that: "recommended that it be passed", not
    "recommended that the House reject it".
    """
    above = token.head
    below = token.dep_ in ("ccomp", "xcomp", "advcl", "obj") and lemma(above) == "recommend"
    decides = found.frame.type in (EventType.PASSAGE, EventType.COMMITTEE) and above is not token
    decides = decides and found.sort not in ("chamber", "legislature")
    return below and decides and any(scene.sort(index, noun) == "committee" for noun in agents(above))


def _is_asked(scene: Scene, index: int, token: Token, found: Found) -> bool:
    """Whether a verb only says what a court is asked for: "asked the court | to strike down the law"."""
    judges = found.sort == "court" or found.frame.type is EventType.JUDICIAL_REVIEW
    if not judges or not is_infinitive(token):
        return False
    asking = token.head
    return asking.lemma_ in ("ask", "petition", "urge", "request", "beseech") and any(
        scene.sort(index, noun) == "court" for noun in children(asking, "obj", "iobj")
    )


def _only_describes(event_type: EventType) -> bool:
    return event_type in _DESCRIBES or not event_type.is_stage


def find_events(draft: Draft) -> Draft:
    """Return the draft with the mentions of stage events and other events."""
    scene, found = Scene(draft), list[EventMention]()
    for lexicon in ("stages", "events"):
        for index, tree in enumerate(draft.text.trees):
            if lexicon == "stages" and tree.kind == "caption":
                continue
            for token, match in triggers(scene, lexicon, index):
                found += _mentions(scene, index, token, match)
    told = [_by_the_voters(scene, _to_the_debate(draft, m), found) for m in without_echoes(draft, found)]
    return replace(draft, mentions=in_order(told))


def _to_the_debate(draft: Draft, mention: EventMention) -> EventMention:
    """Return a vote of Congress to advance a bill as one to go on to the debate of it, and a debate that
    figures tell to have been voted for as decided: "agreed to consider it by 318 votes to 16".
    """
    token = draft.token(mention.place)
    if mention.type is EventType.DEBATE and token.dep_ in ("xcomp", "advcl") and token.head.tag_ == "VBD":
        voted = token.head.lemma_ in ("agree", "decide", "vote") and mention.outcome is None
        counted = voted and find_tallies(draft.tree(mention.place).sentence.text)
        return replace(mention, outcome=Outcome.APPROVED) if counted else mention
    if mention.type is not EventType.PASSAGE or not mention.because[0].startswith("vote "):
        return mention
    aims = children(draft.token(mention.place), "xcomp", "advcl", "acl")
    told = {word for verb in aims for word in (lemma(verb), f"{lemma(verb)} {verb.following}")}
    if draft.country == "United States" and told & word_class("advances"):
        return replace(mention, type=EventType.DEBATE, outcome=mention.outcome or Outcome.APPROVED)
    return mention


def _by_the_voters(scene: Scene, mention: EventMention, found: Iterable[EventMention]) -> EventMention:
    """Return what nobody is told to have decided, and an earlier sentence says that voters so decided, as
    their decision: "the plan was rejected by 60 to 40 percent".
    """
    index, tree = mention.place[0], scene.draft.tree(mention.place)
    if mention.type is not EventType.PASSAGE or mention.outcome is None or mention.parts:
        return mention
    told = [m for m in found if m.type is EventType.REFERENDUM and m.place[0] < index]
    if not any(m.bill == mention.bill and m.outcome is mention.outcome for m in told):
        return mention
    if any(scene.sort(index, token) in LAWMAKERS for token in tree.doc if token.pos_ in ("NOUN", "PROPN")):
        return mention
    return replace(mention, type=EventType.REFERENDUM)


def in_order(mentions: list[EventMention]) -> tuple[EventMention, ...]:
    """Return mentions in text order."""
    return tuple(sorted(mentions, key=lambda m: (m.place, m.type, m.bill or 0)))


def _mentions(scene: Scene, index: int, token: Token, found: Found) -> Iterator[EventMention]:
    event_type, why = _type(scene.draft, found)
    if event_type is EventType.DRAFTING and is_purpose(token):
        event_type = EventType.ASSENT  # "goes to the Executive for its approval"
    if event_type is None or only_takes_a_position(scene, index, token, found):
        return
    if tells_no_step(scene.draft, index, token, found) or is_told_of_another(scene, index, token, found):
        return
    affected = (found.patient or people_of(scene, index, token)) if found.frame.acts_on == "people" else None
    below = scene.decided_below(index, token) if found.why == "vote" else ()
    about = found.bills or below or scene.implied_bills(index, token, found.clause) or (None,)
    for bill in about if event_type.is_stage else (None,):
        yield EventMention(
            place=(index, token.i),
            clause=(index, found.clause.i),
            type=event_type,
            because=(f"{why} “{found.why}”",),
            stage=_stage(scene, index, found, event_type),
            outcome=_outcome(found, event_type) or _as_judged(scene, index, found, event_type),
            bill=bill,
            parts=_parts(scene.draft, index, found, affected),
            needs_time=found.frame.needs_time,
            present=Factuality(found.frame.present) if found.frame.present else None,
            confidence=0.85 if found.bills and found.agents else 0.7,
        )


def _type(draft: Draft, found: Found) -> tuple[EventType | None, str]:
    """Return the type that the frame, the sort of agent and the country make, and why; None where none."""
    frame = found.frame
    bodies = (*found.agents, *found.recipients)
    if frame.type in _OF_COMMITTEES and any(_is_between_chambers(draft, noun) for noun in bodies):
        return EventType.CONCILIATION, f"{frame.name} between chambers"
    if frame.type is EventType.PASSAGE and in_committee(found.clause):
        return EventType.COMMITTEE, f"{frame.name} in committee"
    if frame.name == "postpone" and found.sort == "none" and _beside_a_court(found.clause):
        return EventType.JUDICIAL_REVIEW, f"{frame.name} beside a court"
    if frame.type is EventType.PASSAGE and found.sort in ("none", "state") and _by_referendum(found.clause):
        return EventType.REFERENDUM, f"{frame.name} in a referendum"
    by_agent = None if _is_deputy(found) or _has_it_passed(found) else frame.by_agent.get(found.sort)
    if by_agent == "-" and not (found.light and found.clause.lemma_.lower() in word_class("opens_a_debate")):
        return None, ""
    if by_agent == "-":
        return frame.type, frame.name
    if by_agent == "committee" and any(_is_between_chambers(draft, noun) for noun in bodies):
        return EventType.CONCILIATION, f"{frame.name} between chambers"
    if by_agent:
        return EventType(by_agent), f"{frame.name} by {found.sort}"
    near = [c for c in children(found.clause, "advcl") if {t.lower_ for t in children(c, "mark")} & {"after"}]
    near += [found.clause.head] if found.clause.dep_ == "conj" else []
    refused = any(verb.lemma_.lower() in word_class("refuses_a_bill") for verb in near)
    if frame.type is EventType.TRANSMISSION and refused:
        return EventType.RETURN, f"{frame.name} after a refusal"  # "was vetoed and sent back to parliament"
    start = found.clause.head if found.clause.dep_ == "conj" and frame.name == "postpone" else None
    if start is not None and {c.lower_ for c in children(start, "obj", "obl")} & {"effect", "force"}:
        return EventType.COMMENCEMENT, f"{frame.name} its start"  # "was due to take effect but was delayed"
    if by_country := frame.by_country.get(draft.country or ""):
        return EventType(by_country), f"{frame.name} in {draft.country}"
    return frame.type, frame.name + (f" by {found.sort}" if found.sort != "none" else "")


def _beside_a_court(clause: Token) -> bool:
    """Whether a court is told to have put off a law: "has been on hold since a judge blocked it"."""
    return any(actor_sorts().get(word.lemma_.lower()) == "court" for word in clause.subtree)


def _by_referendum(clause: Token) -> bool:
    """Whether what is decided is so by a referendum: "rejected the plan in a referendum"."""
    return any(is_by_popular_vote(word) for word in clause.subtree)


def _has_it_passed(found: Found) -> bool:
    """Whether a government has parliament pass a bill: "the government passed two bills", no cabinet."""
    governs = found.sort == "government" and found.agents[0].lemma_.lower() in word_class("governs")
    return governs and found.why == "pass"


def _is_deputy(found: Found) -> bool:
    """Whether who acts is a vice president, who breaks ties in a chamber and signs nothing."""
    acting = found.agents if found.sort == "head" else ()
    return any(child.lower_ == "vice" for noun in acting for child in children(noun, "compound"))


def _is_between_chambers(draft: Draft, committee: Token) -> bool:
    """Whether a committee is one of both chambers: "sent it to the mediation committee"."""
    kinds = {c.lemma_.lower() for c in children(committee, "amod", "compound")}
    joint = "joint" in kinds and draft.country in word_class("joint_between_chambers")
    houses = [n for mark, n in obliques(committee) if mark == "of" and n.lower_ in ("houses", "chambers")]
    if draft.country not in word_class("joint_examines"):
        joint |= any({"two", "both"} & {c.lower_ for c in noun.children} for noun in houses)
    return committee.lower_ == "committee" and (joint or bool(kinds & word_class("between_chambers")))


def _outcome(found: Found, event_type: EventType) -> Outcome | None:
    frame = found.frame
    if frame.outcome is None and event_type in _DECIDED and (ended := _how_it_ended(found)):
        return ended
    if found.why in ("vote", "override") and event_type in _DECIDED and _falls_short(found):
        return Outcome.REJECTED
    if found.why in frame.by_word:
        return Outcome(frame.by_word[found.why])
    if frame.by_prep:
        votes = [noun for noun in children(found.clause, "obj") if breaks_tie(noun)]
        beside = [pair for word in (found.clause, *votes) for pair in governed(word)]
        by = [noun for mark, noun in beside if mark == "by" and noun.lemma_.lower() == "majority"]
        beside = [(mark, noun) for mark, noun in beside if noun.lemma_.lower() not in ("want", "lack")]
        marks = {mark for mark, _ in (*beside, *(pair for noun in by for pair in governed(noun)))}
        marks |= {c.lower_ for below in children(found.clause, "advcl") for c in children(below, "mark")}
        told = next((Outcome(value) for mark, value in frame.by_prep.items() if mark in marks), None)
        return told or (Outcome.APPROVED if _voted_to(found.clause) else None)
    if event_type is EventType.ASSENT:
        return Outcome.POSTPONED if frame.outcome is Outcome.POSTPONED else Outcome.APPROVED
    if event_type is EventType.VETO:
        return None
    if event_type is EventType.JUDICIAL_REVIEW and frame.outcome is Outcome.POSTPONED:
        return None
    return frame.outcome


def _as_judged(scene: Scene, index: int, found: Found, event_type: EventType) -> Outcome | None:
    """Return what a court is told to have found of a bill: "ruled that it is consistent with the charter"."""
    verb = found.clause
    if event_type is not EventType.JUDICIAL_REVIEW or verb.pos_ != "VERB":
        return None
    said = [*children(verb, "ccomp", "xcomp"), *([verb.head] if verb.dep_ in ("parataxis", "ccomp") else [])]
    for word in said:
        told = word.lemma_.lower() in word_class("with_the_constitution")
        judged = told or word.lemma_.lower() in word_class("against_the_constitution")
        asked = {c.lower_ for c in children(word, "mark")} & {"if", "whether"}
        open_still = asked or auxiliaries(word)[:1] in (["would"], ["could"], ["may"])
        about = [
            n
            for n in (*subjects(word), *patients(verb))
            if scene.bills_of(index, n) or scene.about(index, n) or n.pos_ == "PRON"
        ]
        if judged and about and not open_still:
            return Outcome.APPROVED if told != is_negated(word) else Outcome.REJECTED
    return None


def _how_it_ended(found: Found) -> Outcome | None:
    """Return how the verb that carries a vote says that it ended: "the override attempt failed"."""
    verb = found.clause.lemma_.lower()
    if verb in word_class("comes_to_nothing"):
        return Outcome.REJECTED if verb not in word_class("stays_away") else None
    return Outcome.APPROVED if verb in word_class("is_won") and found.why != verb else None


def _falls_short(found: Found) -> bool:
    """Whether a vote is told to have missed its mark: "voted 57-43 for it, short of the 60 votes needed"."""
    behind = [word.lower_ for word in found.clause.doc[found.clause.i :]]
    short = {("short", "of"), ("shy", "of")} & set(pairwise(behind))
    of_veto = found.why == "vote" and bool({"veto", "override"} & set(behind))
    return bool(short) and bool(set(behind) & word_class("needed")) and not of_veto


def _voted_to(clause: Token) -> bool:
    """Whether a vote was for what an infinitive or its object tells: "voted to raise the retirement age",
    "voted a milder version".
    """
    texts = bill_words()["strong"] | word_class("versions")
    if clause.lemma_.lower() == "vote" and any(c.lemma_.lower() in texts for c in children(clause, "obj")):
        return True
    against = status_words()["governors"]["denied"] | status_words()["governors"]["cancelled"]
    return clause.pos_ == "VERB" and any(
        is_infinitive(verb) and verb.lemma_.lower() not in against for verb in children(clause, "xcomp")
    )


def _stage(scene: Scene, index: int, found: Found, event_type: EventType) -> str | None:
    """Return a finer stage of the vocabulary where the words tell one."""
    if event_type is EventType.TRANSMISSION:
        to_head = any(scene.sort(index, token) == "head" for token in found.recipients)
        return "presentment" if to_head else None
    if (
        event_type is EventType.DRAFTING
        and found.sort == "government"
        and found.frame.type is EventType.PASSAGE
    ):
        return "government-approval"
    return None


def _parts(draft: Draft, index: int, found: Found, affected: Token | None) -> tuple[tuple[str, Role], ...]:
    """Return the keys of the actors that take part, with their roles."""
    return (
        *draft.taking_part(index, found.agents),
        *draft.taking_part(index, found.recipients, Role.RECIPIENT),
        *draft.taking_part(index, [] if affected is None else [affected], Role.AFFECTED),
    )
