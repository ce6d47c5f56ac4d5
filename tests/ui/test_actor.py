"""The page of a person or body: what it tells of an actor, which actor, and until which day."""

from __future__ import annotations

import json

import pytest

from graph.model import Position, Tenure
from graph.terms import ActorKind, Capacity, Factuality
from graph.ui.about import sides_payload
from graph.ui.actor import actor_payload, busiest, introduced
from graph.ui.address import address, parsed
from graph.ui.evidence import of_actor
from graph.ui.home import found_payload
from graph.ui.told import office
from graph.views import overview
from graph.views.library import Library, library
from tests.rdf import accounts
from tests.ui.conftest import Show, pictures, texts
from tests.ui.test_payloads import goals, leads


@pytest.fixture(scope="module")
def water() -> Library:
    return library(accounts.collection())


def named(shelf: Library, name: str) -> str:
    (found,) = [one for one in shelf.actors if shelf.name(one) == name]
    return found


def test_the_page_is_that_of_the_actor_of_the_address(show: Show, small_shelf: Library) -> None:
    actor = sorted(small_shelf.actors)[-1]
    shown = show("actor", actor=actor)
    assert shown.title[0].value.replace("\\", "").casefold() == small_shelf.name(actor).casefold()
    assert texts(shown).count(introduced(small_shelf, actor)) == 1
    assert shown.selectbox(key="choose actor").value == actor


def test_without_an_address_it_is_the_person_with_most_acts(show: Show, small_shelf: Library) -> None:
    actor = busiest(small_shelf)
    assert actor is not None
    assert small_shelf.kind(actor) is ActorKind.PERSON
    assert show("actor").title[0].value == small_shelf.name(actor)


def test_choosing_another_puts_it_into_the_address(show: Show, small_shelf: Library) -> None:
    other = next(one for one in sorted(small_shelf.actors) if one != busiest(small_shelf))
    shown = show("actor").selectbox(key="choose actor").set_value(other).run()
    assert shown.query_params["actor"] == other
    assert shown.title[0].value.replace("\\", "").casefold() == small_shelf.name(other).casefold()


def test_the_timeline_of_an_actor_leads_to_the_page(show: Show, small_shelf: Library) -> None:
    actor = busiest(small_shelf) or ""
    (way,) = pictures(show("timeline", actor=actor), "links")[0]["groups"][0]["items"]
    assert parsed(way["to"]) == ("actor", [("actor", actor)])


def test_a_day_before_the_first_article_says_what_to_do(show: Show, small_shelf: Library) -> None:
    shown = show("actor", actor=busiest(small_shelf) or "", until="1500-01-01")
    assert not pictures(shown, "actor")
    assert "Move **As reported until** to a later day." in texts(shown)


def test_an_earlier_day_has_fewer_articles_and_keeps_the_day_in_its_links(
    show: Show, small_shelf: Library
) -> None:
    actor = max(
        small_shelf.actors,
        key=lambda one: sum(any(a.id == one for a in told.actors) for told in small_shelf.accounts.values()),
    )
    (late,) = pictures(show("actor", actor=actor), "actor")
    early_page = show("actor", actor=actor, until="2026-02-07")
    (early,) = pictures(early_page, "actor")
    assert 0 < len(early["articles"]) < len(late["articles"])
    ways = pictures(early_page, "links")[0]["groups"][0]["items"]
    told = [dict((parsed(way["to"]) or ("", []))[1]) for way in ways]
    assert {one.get("until") for one in told} == {"2026-02-07"}


def test_a_person_with_office_acts_and_a_promise(water: Library) -> None:
    payload = actor_payload(water, named(water, "Ilmar Tosk"))
    (office,) = payload["offices"]
    assert office["text"] == "President, Arkania"
    assert office["quote"].startswith("President Ilmar Tosk promised")
    acts = {group["heading"]: [one["status"] for one in group["items"]] for group in payload["acts"]}
    assert acts == {"What happened": ["happened"], "What lies ahead": ["promised"]}
    (promise,) = payload["promises"]
    assert (promise["word"], promise["text"]) == (
        "open",
        "Ilmar Tosk promised the assent of the Water Bill by 11 Mar 2031,"
        " after the passage of the Water Bill (met)",
    )
    assert payload["votes"] == payload["positions"] == payload["company"] == []


@pytest.mark.parametrize(
    ("title", "capacity", "body", "words"),
    [
        ("president", Capacity.ACTING, "Arkania", "acting president, Arkania"),
        ("interim president", Capacity.ACTING, None, "interim president"),
        ("president of Arkania", Capacity.INCUMBENT, "Arkania", "president of Arkania"),
        ("Speaker", Capacity.FORMER, "Senate", "former Speaker, Senate"),
    ],
)
def test_an_office_names_its_capacity_and_body_once(
    title: str, capacity: Capacity, body: str | None, words: str
) -> None:
    assert office(Tenure("tenure/x", "actor/x", title, body, capacity, ())) == words


def test_a_body_with_a_vote(water: Library) -> None:
    (vote,) = actor_payload(water, named(water, "Senate of Arkania"))["votes"]
    assert [(bar["word"], bar["count"]) for bar in vote["bars"]] == [("for", 41), ("against", 7)]


def test_a_position_stands_with_its_bill_and_sentence(water: Library) -> None:
    (position,) = actor_payload(water, named(water, "Farmers' League"))["positions"]
    assert (position["word"], position["bill"]) == ("opposes", "Water Bill")
    assert position["quote"] == "The Farmers' League opposes it."


def test_positions_are_those_held_not_those_told_of_others(small_shelf: Library) -> None:
    for actor in small_shelf.actors:
        told = actor_payload(small_shelf, actor)["positions"]
        held = [
            telling.said
            for telling in small_shelf.positions.get(actor, ())
            if isinstance(telling.said, Position) and telling.said.holder == actor
        ]
        assert sum(1 + one["more"] for one in told) == len(held)


def test_every_act_stands_in_the_group_of_its_status(small_shelf: Library) -> None:
    for actor in small_shelf.actors:
        groups = actor_payload(small_shelf, actor)["acts"]
        for group in groups:
            statuses = {Factuality(one["status"]) for one in group["items"]}
            if group["heading"] == "What happened":
                assert all(one.is_fact for one in statuses)
            elif group["heading"] == "What lies ahead":
                assert all(one.lies_ahead for one in statuses)
            else:
                assert not any(one.is_fact or one.lies_ahead for one in statuses)
        shown = sum(len(group["items"]) for group in groups)
        takes_part = [e for e in small_shelf.assessments if actor in _parts(small_shelf, e)]
        assert shown == len(takes_part)


def _parts(shelf: Library, event: str) -> set[str]:
    return {part.actor for part in shelf.participants(event)}


def test_company_is_mutual(small_shelf: Library) -> None:
    def company(actor: str) -> set[str]:
        groups = actor_payload(small_shelf, actor)["company"]
        return {dict((parsed(i["to"]) or ("", []))[1])["actor"] for g in groups for i in g["items"]}

    met = {actor: company(actor) for actor in small_shelf.actors}
    assert any(met.values())
    assert all(one in met[other] for one, others in met.items() for other in others)


def test_every_link_leads_somewhere(small_shelf: Library) -> None:
    payloads = [actor_payload(small_shelf, actor) for actor in small_shelf.actors]
    found = [goal for payload in payloads for goal in goals(payload)]
    assert len(found) > 50
    assert [goal for goal in found if not leads(small_shelf, goal)] == []
    assert json.loads(json.dumps(payloads)) == payloads


def test_search_evidence_and_sides_lead_to_the_page(water: Library) -> None:
    league = named(water, "Farmers' League")
    goal = address("actor", actor=league)
    assert goal in goals(found_payload(water, overview.search(water, "league")))
    assert goal in goals(of_actor(water, league)["actions"])
    assert goal in goals(sides_payload(water, next(iter(water.bills))))
