"""One person or body: offices, acts in time, promises and their fate, positions, votes, with whom, in which
articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import streamlit as st

from graph import wording
from graph.model import Assessment, Position, Tenure
from graph.terms import ActorKind, Role
from graph.ui.address import address
from graph.ui.choices import choose
from graph.ui.components.actor import actor as drawing
from graph.ui.components.links import links
from graph.ui.plain import literal
from graph.ui.promised import promises_payload
from graph.ui.subject import as_of, choose_until, framed, no_such_actor
from graph.ui.theme import KIND_MARKS
from graph.ui.told import best_sentence, office, votes_payload
from graph.views.library import Library, Telling
from graph.views.names import apart, by_name, called, other_names
from graph.views.timeline import Choice, chosen
from graph.wording import STANCE_WORDS

_PASSIVE = {Role.RECIPIENT: "receives it", Role.AFFECTED: "is affected"}
_NAMES = 6
"""Other names that are shown at most."""
_EVENTS = 3
"""Shared events that are named beside somebody at most."""


def page() -> None:
    """Draw the page."""
    _, whole, shelf, until = as_of()
    if no_such_actor(whole):
        return
    actor = told_actor(whole) or busiest(whole)
    if actor is None:
        st.title("Nobody yet")
        st.text("None of the articles names a person or a body. Add articles that do.")
        return
    with framed(lambda: _choose(whole, actor), lambda: choose_until(whole, None, actor)) as title:
        with title:
            st.title(literal(wording.titled(whole.name(actor))))
            st.text(introduced(whole, actor))
        if actor not in shelf.actors:
            st.info("Until this day no article names them. Move **As reported until** to a later day.")
            return
        day = until.isoformat() if until else None
        ways = [
            {"text": "Timeline", "to": address("timeline", actor=actor, until=day)},
            {"text": "Relations", "to": address("relations", focus=actor, until=day)},
        ]
        links({"groups": [{"items": ways, "row": True}]}, key="ways")
        drawing(actor_payload(shelf, actor, day), key="actor")


def told_actor(shelf: Library) -> str | None:
    """Return the actor of the address, None where it names none that there is."""
    told = st.query_params.get("actor")
    return told if told in shelf.actors else None


def busiest(shelf: Library) -> str | None:
    """Return the person that takes part in most events, else the body; None where there is nobody."""
    taken = dict.fromkeys(sorted(shelf.actors), 0)
    for event in shelf.assessments:
        for one in {part.actor for part in shelf.participants(event)} & taken.keys():
            taken[one] += 1
    return max(taken, key=lambda one: (shelf.kind(one) is ActorKind.PERSON, taken[one]), default=None)


def _choose(shelf: Library, actor: str) -> None:
    choose(
        "Person or body",
        by_name(shelf, shelf.actors),
        name="actor",
        words=lambda one: called(shelf, one, KIND_MARKS[shelf.kind(one)].word),
        default=actor,
        always=True,
    )


def introduced(shelf: Library, actor: str) -> str:
    """Return what somebody is and other names in a line: "Person; also called …", "Chamber, Arkania"."""
    others = other_names(shelf, actor)
    named = f"; also called {', '.join(others[:_NAMES])}" if others else ""
    more = f" and {len(others) - _NAMES} more" if len(others) > _NAMES else ""
    kind = wording.titled(KIND_MARKS[shelf.kind(actor)].word)
    return f"{', '.join(filter(None, (kind, apart(shelf, actor))))}{named}{more}"


def actor_payload(shelf: Library, actor: str, until: str | None = None) -> dict[str, Any]:
    """Return the page of an actor as the drawing takes it; links to other actors keep the day."""
    acts = chosen(shelf, Choice(actor=actor))
    return {
        "offices": _offices(shelf, actor),
        "acts": [
            {"heading": heading, "items": [_act(shelf, actor, one) for one in found]}
            for heading, found in _by_reality(acts)
        ],
        "promises": promises_payload(shelf, (one for one in shelf.promises if actor in one.givers)),
        "positions": _positions(shelf, actor),
        "votes": votes_payload(shelf, Choice(actor=actor)),
        "company": [
            {"heading": heading, "items": company}
            for heading, found in _by_reality(acts, _COMPANY)
            if (company := _company(shelf, actor, found, until))
        ],
        "articles": _articles(shelf, actor),
    }


_ACTS = ("What happened", "What lies ahead", "What was denied, called off or left unclear")
_COMPANY = ("In what happened", "In what lies ahead", "In what was denied, called off or left unclear")


def _by_reality(
    acts: Iterable[Assessment], headings: tuple[str, str, str] = _ACTS
) -> list[tuple[str, list[Assessment]]]:
    """Return events by whether they took place, lie ahead, or neither; groups without any are left out."""
    groups = tuple[list[Assessment], list[Assessment], list[Assessment]](([], [], []))
    for one in acts:
        groups[0 if one.status.is_fact else 1 if one.status.lies_ahead else 2].append(one)
    return [(heading, found) for heading, found in zip(headings, groups, strict=True) if found]


def _offices(shelf: Library, actor: str) -> list[dict[str, Any]]:
    """Return the offices, those most articles tell first, each with the sentence that shows it best."""
    held = defaultdict[str, list[Telling]](list)
    for telling in shelf.tenures.get(actor, ()):
        if isinstance(telling.said, Tenure):
            held[office(telling.said).casefold()].append(telling)
    return [
        {"text": _titled(tellings[0]), "more": len(tellings) - 1, **best_sentence(tellings[0])}
        for _, tellings in sorted(held.items(), key=lambda item: -len(item[1]))
    ]


def _titled(telling: Telling) -> str:
    assert isinstance(telling.said, Tenure)
    return wording.titled(office(telling.said))


def _act(shelf: Library, actor: str, one: Assessment) -> dict[str, Any]:
    roles = [part.role for part in shelf.participants(one.event) if part.actor == actor]
    passive = [_PASSIVE[role] for role in roles if role is not Role.AGENT]
    return {
        "text": wording.titled(one.label),
        "status": one.status.value,
        "when": "" if one.window.is_open else wording.when(one.window),
        "detail": ", ".join(filter(None, (*passive, wording.outcome(one.outcome)))),
        "to": address("timeline", bill=shelf.bill_of(one.event), event=one.event),
    }


def _positions(shelf: Library, actor: str) -> list[dict[str, Any]]:
    """Return the positions by bill and stance, each with the sentence that shows it best."""
    held = defaultdict[tuple[str | None, str], list[Telling]](list)
    for telling in shelf.positions.get(actor, ()):
        said = telling.said
        if isinstance(said, Position) and said.holder == actor:
            held[said.bill, STANCE_WORDS[said.stance]].append(telling)
    return [
        {
            "word": word,
            "bill": wording.titled(shelf.name(bill)) if bill else "a bill that the sentence does not name",
            "bill_to": address("bill", bill=bill) if bill else None,
            "more": len(tellings) - 1,
            **best_sentence(tellings[0]),
        }
        for (bill, word), tellings in held.items()
    ]


def _company(shelf: Library, actor: str, acts: list[Assessment], until: str | None) -> list[dict[str, Any]]:
    """Return who takes part in the same events, those with most of them first, with the names of some."""
    shared = defaultdict[str, list[str]](list)
    for one in acts:
        for other in {part.actor for part in shelf.participants(one.event)} - {actor}:
            shared[other].append(one.label)
    ranked = sorted(shared, key=lambda other: (-len(shared[other]), shelf.name(other).casefold(), other))
    return [
        {
            "text": wording.titled(shelf.name(other)),
            "kind": shelf.kind(other).value,
            "detail": _counted(shared[other]),
            "to": address("actor", actor=other, until=until),
        }
        for other in ranked
    ]


def _counted(labels: list[str]) -> str:
    named = ", ".join(label[:1].lower() + label[1:] for label in labels[:_EVENTS])
    more = f" and {len(labels) - _EVENTS} more" if len(labels) > _EVENTS else ""
    return f"{'1 event' if len(labels) == 1 else f'{len(labels)} events'}: {named}{more}"


def _articles(shelf: Library, actor: str) -> list[dict[str, Any]]:
    """Return the articles that name an actor, by publication."""
    named = [a.article for a in shelf.accounts.values() if any(one.id == actor for one in a.actors)]
    return [
        {
            "text": article.title,
            "when": wording.day(article.published) if article.published else "day unknown",
            "detail": article.outlet or "",
            "to": address("articles", article=article.id),
        }
        for article in sorted(named, key=lambda one: (str(one.published or "9999"), one.id))
    ]
