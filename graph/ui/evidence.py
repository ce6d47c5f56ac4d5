"""The evidence panel: what is known of an event, an actor, a bill or a link, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from graph import wording
from graph.checks.links import Link
from graph.checks.promises import Promise
from graph.checks.promises.wording import fate_in_words, promised_in_words
from graph.model import Assessment, Claim, Tenure
from graph.terms import Role
from graph.ui.address import address, shown_in_article
from graph.ui.components.evidence import evidence
from graph.ui.glossary import of_event_type, of_kind, of_role
from graph.ui.judging import NOBODY, announce, judged_in
from graph.ui.pairing import pair
from graph.ui.shelf import hindrance
from graph.ui.told import office, quote_linked, quote_told, sure, word_given
from graph.views import standing
from graph.views.evidence import Reading, readings_between, readings_of
from graph.views.library import Library
from graph.views.names import other_names, place
from graph.views.network import ends_of

_ROLES = {Role.AGENT: "Who", Role.RECIPIENT: "To whom", Role.AFFECTED: "Concerns"}
_OWN = "the article itself"
_NAMES = 6
"""Other names that are shown at most."""

Panel = dict[str, Any]


def _where(reading: Reading) -> str:
    told = [reading.outlet or reading.title or reading.article]
    return ", ".join([*told, wording.day(reading.published) if reading.published else "day unknown"])


def sentences(
    readings: Iterable[Reading], *, about: str = "", judged: Mapping[str, Sequence[str]] = NOBODY
) -> list[Panel]:
    """Return readings sentence by sentence, each with what was read from it.

    Args:
        readings: from `graph.views.evidence`, in their order.
        about: the event whose panel this is: its own name is not repeated beside each sentence.
        judged: who judged a record and why, by its identifier.
    """
    found = dict[tuple[str, str, int], Panel]()
    for one in readings:
        place = (one.article, one.quote.part, one.quote.start)
        panel = found.setdefault(
            place,
            {
                "quote": one.quote.exact,
                "where": _where(one),
                "to": shown_in_article(*place),
                "said": [],
                "how": [],
            },
        )
        says = one.says.removeprefix(about).lstrip(", ") if about else one.says
        by = f"in the words of {one.source}" if one.source else ""
        said: Panel = {"status": one.status.value, "says": says, "by": by}
        if one.record and one.record in judged:
            said["judged"] = judged[one.record]
        if said not in panel["said"]:
            panel["said"].append(said)
        rule = f"Why: {one.because}. {sure(one.confidence)}" if one.because else ""
        if rule and rule not in panel["how"]:
            panel["how"].append(rule)
    return list(found.values())


def _fact(name: str, value: str, note: str = "") -> Panel:
    return {"name": name, "value": value, "note": note}


def _voices(shelf: Library, event: str) -> str:
    """Return whose word an event rests on, the article's own first."""
    sources = dict.fromkeys(
        shelf.name(t.said.source) if t.said.source else _OWN
        for t in shelf.claims.get(event, ())
        if isinstance(t.said, Claim)
    )
    return ", ".join(sorted(sources, key=lambda name: name != _OWN))


def _time(shelf: Library, assessment: Assessment) -> list[Panel]:
    claims = [t.said for t in shelf.claims.get(assessment.event, ()) if isinstance(t.said, Claim)]
    words = list(dict.fromkeys(c.expression for c in claims if c.expression))
    distances = dict.fromkeys(
        wording.distance(c.distance, shelf.name(c.distance.anchor))
        for c in claims
        if c.distance is not None and c.distance.anchor in shelf.assessments
    )
    notes = [f"In the articles: “{'”, “'.join(words[:4])}”"] if words else []
    notes += list(distances)[:2]
    found = [_fact("When", wording.when(assessment.window), ". ".join(notes))]
    if assessment.if_kept is not None:
        found.append(_fact("If promises are kept", wording.when(assessment.if_kept)))
    conditions = dict.fromkeys(shelf.name(e) for c in claims for e in c.conditions if e in shelf.assessments)
    if conditions:
        found.append(_fact("Only after", "; ".join(conditions)))
    return found


def _doubts(shelf: Library, event: str) -> list[Panel]:
    """Return what speaks against an event as told: reports that contradict it, plans that it overtook, and
    what became of promises.
    """
    found = shelf.consistency
    between = [
        link for c in found.contradictions if event in c.events and len(c.articles) > 1 for link in c.links
    ]
    differing = [link for one in found.disagreements if one.event == event for link in one.sides]
    plans = [one.plan for one in found.superseded if event in one.plan.events]
    groups = (
        ("These cannot all be true", [*between, *differing]),
        ("Plans that were overtaken", plans),
    )
    panels = [
        {"heading": heading, "items": [_link(link) for link in dict.fromkeys(links) if link.quotes]}
        for heading, links in groups
    ]
    fates = [
        {
            "text": f"{fate_in_words(one)}: {promised_in_words(one, shelf.collection.names)}",
            "to": _told(shelf, one),
        }
        for one in shelf.promises
        if one.event == event
    ]
    panels.append({"heading": "Promises", "items": fates})
    return [panel for panel in panels if panel["items"]]


def _link(link: Link) -> Panel:
    assert link.article is not None
    quote = quote_linked(link)
    where = ", ".join(
        filter(None, (link.outlet or link.article, wording.day(link.published) if link.published else ""))
    )
    return {"text": f"{link.says} ({where})", "to": shown_in_article(link.article, quote.part, quote.start)}


def _told(shelf: Library, promise: Promise) -> str:
    told = word_given(shelf, promise)
    quote = quote_told(shelf, told)
    return shown_in_article(told.article, quote.part, quote.start)


def _room(shelf: Library, assessment: Assessment, bill: str | None) -> list[Panel]:
    """Return by how much the day of a step that must still come can move, and what it waits for."""
    if bill is None or not assessment.status.lies_ahead:
        return []
    found = standing.where(shelf, bill)
    steps = [step for step in found.path if step.told and step.told.id == assessment.event] if found else []
    return [
        _fact(
            "Can still move",
            standing.movable(step),
            f"Waits for: {', '.join(standing.name_of(found, name) for name in step.waits_for)}"
            if found and step.waits_for
            else "",
        )
        for step in steps
    ]


def of_event(shelf: Library, event: str) -> Panel:
    """Return the panel of an event."""
    assessment, bill = shelf.assessments[event], shelf.bill_of(event)
    facts = [*_time(shelf, assessment), *_room(shelf, assessment, bill)]
    for role, word in _ROLES.items():
        names = [shelf.name(p.actor) for p in shelf.participants(event) if p.role is role]
        if names:
            facts.append(_fact(word, ", ".join(names)) | {"meaning": of_role(role)})
    if assessment.outcome:
        facts.append(_fact("Outcome", wording.outcome(assessment.outcome)))
    if assessment.votes:
        facts.append(_fact("Votes", wording.votes(assessment.votes)))
    facts.append(_fact("On the word of", _voices(shelf, event) or _OWN))
    return {
        "title": assessment.label,
        "status": assessment.status.value,
        "kind": None,
        "about": of_event_type(assessment.type),
        "facts": facts,
        "sentences": sentences(readings_of(shelf, event), about=assessment.label, judged=judged_in(shelf)),
        "groups": _doubts(shelf, event),
        "actions": [
            {"text": "On the timeline", "to": address("timeline", bill=bill, event=event)},
            {"text": "Its relations", "to": address("relations", focus=event)},
        ],
    }


def listed(shelf: Library, events: Iterable[str]) -> list[Panel]:
    """Return events as a list of links, each with its status."""
    return [
        {
            "text": shelf.name(event),
            "to": address("timeline", bill=shelf.bill_of(event), event=event),
            "status": shelf.assessments[event].status.value,
        }
        for event in events
    ]


def of_actor(shelf: Library, actor: str) -> Panel:
    """Return the panel of an actor: offices, acts, positions."""
    held = [t.said for t in shelf.tenures.get(actor, ()) if isinstance(t.said, Tenure)]
    offices = {words.casefold(): words for words in map(office, held)}
    facts = (
        [_fact("Office" if len(offices) == 1 else "Offices", "; ".join(offices.values()))] if offices else []
    )
    others = other_names(shelf, actor)
    facts += [_fact("Also called", ", ".join(others[:_NAMES]))] if others else []
    takes_part = [e for e in shelf.assessments if actor in {p.actor for p in shelf.participants(e)}]
    acts = sorted(takes_part, key=lambda e: (str(shelf.assessments[e].window.start or "9999"), shelf.name(e)))
    return {
        "title": shelf.name(actor),
        "status": None,
        "kind": shelf.kind(actor).value,
        "about": of_kind(shelf.kind(actor)),
        "facts": facts,
        "sentences": sentences(readings_of(shelf, actor)),
        "groups": [{"heading": "Takes part in", "items": listed(shelf, acts)}] if acts else [],
        "actions": [
            {"text": "Offices, acts, votes, with whom", "to": address("actor", actor=actor)},
            {"text": "All its acts in time", "to": address("timeline", actor=actor)},
            {"text": "Put it in the middle", "to": address("relations", focus=actor)},
        ],
    }


def of_bill(shelf: Library, bill: str) -> Panel:
    """Return the panel of a bill: what it covers, who is for and against it."""
    state, others = place(shelf, bill), other_names(shelf, bill)
    numbers = [b.number for b in shelf.bills[bill] if b.number]
    facts = [_fact("Where", state)] if state else []
    facts += [_fact("Number", numbers[0])] if numbers else []
    facts += [_fact("Also called", ", ".join(others[:_NAMES]))] if others else []
    return {
        "title": wording.titled(shelf.name(bill)),
        "status": None,
        "kind": "bill",
        "about": "",
        "facts": facts,
        "sentences": sentences(readings_of(shelf, bill)),
        "groups": [],
        "actions": [
            {"text": "On the timeline", "to": address("timeline", bill=bill)},
            {"text": "Put it in the middle", "to": address("relations", focus=bill)},
        ],
    }


def of_link(shelf: Library, link: str) -> Panel | None:
    """Return the panel of a link between two nodes; None where it is none of this library."""
    ends = ends_of(link)
    if ends is None or not all(known(shelf, end) for end in (ends[0], ends[2])):
        return None
    source, label, target = ends
    found = readings_between(shelf, source, label, target)
    return {
        "title": f"{shelf.name(source)} {label} {shelf.name(target)}",
        "status": None,
        "kind": None,
        "about": "",
        "facts": [],
        "sentences": sentences(found),
        "groups": [],
        "actions": [],
    }


def known(shelf: Library, identity: str | None) -> bool:
    """Whether the library has an event, actor or bill of this identifier."""
    return identity in shelf.assessments or identity in shelf.actors or identity in shelf.bills


def panel_of(shelf: Library, identity: str | None) -> Panel | None:
    """Return the panel of an event, actor, bill or link; None for anything else."""
    if identity is None:
        return None
    if identity in shelf.assessments:
        return of_event(shelf, identity)
    if identity in shelf.actors:
        return of_actor(shelf, identity)
    if identity in shelf.bills:
        return of_bill(shelf, identity)
    return of_link(shelf, identity)


def draw(
    shelf: Library,
    identity: str | None,
    *,
    key: str,
    hint: str,
    lines: Sequence[str] = (),
    panel: Panel | None = None,
    acts: Sequence[Panel] = (),
) -> str | None:
    """Draw the panel of what is chosen; where nothing is, what to do and how to read the marks. Return which
    of the further acts the person asks for, None where none.

    Args:
        shelf: what there is.
        identity: of what is chosen.
        key: Streamlit's key; one a page.
        hint: what to do, shown where nothing is chosen.
        lines: further words on how to read the drawing.
        panel: what to show of it, where it is something of that page alone.
        acts: what else can be done with it on that page, as buttons.
    """
    shown = panel or panel_of(shelf, identity)
    if shown and not panel and known(shelf, identity) and not hindrance():
        shown["actions"].append({"text": "Same or not …", "act": "pair"})
    if shown:
        shown["actions"] += acts
    legend = {"title": "Nothing chosen yet", "hint": hint, "lines": list(lines)}
    act = evidence(shown or {"legend": legend}, key=key, turn=_turn(key, identity))
    announce()
    if act == "pair" and identity and not hindrance():
        pair(identity)
    return act if any(one["act"] == act for one in acts) else None


def _turn(key: str, identity: str | None) -> int:
    """Return how often another thing has been chosen on this page in this session."""
    memory = f"{key} turn"
    turn, before = st.session_state.get(memory, (0, identity))
    if before != identity:
        turn += 1
    st.session_state[memory] = (turn, identity)
    return int(turn)
