"""Parts of a collection: what is asked for, whole, and nothing that points outside."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pyoxigraph as ox
import pytest

from graph.checks.shapes import quick_check
from graph.linking.assessment import collect
from graph.rdf.carried import extractors
from graph.rdf.export import exported
from graph.rdf.store import Store
from graph.terms import EventType
from graph.views.excerpts import excerpt
from graph.views.library import Library, library
from graph.views.timeline import Choice
from graph.vocabulary import ID
from tests.rdf import accounts, rich

E = EventType


@pytest.fixture(scope="module")
def shelf() -> Library:
    """Two articles of two countries, linked and assessed by the program."""
    return library(collect([accounts.water(), rich.rich()]))


def identity(shelf: Library, name: str) -> str:
    (found,) = [one for one in (*shelf.actors, *shelf.bills) if shelf.name(one) == name]
    return found


def choices(shelf: Library) -> dict[str, Choice]:
    return {
        "bill": Choice(bill=identity(shelf, "Water Bill")),
        "actor": Choice(actor=identity(shelf, "Petra Alven")),
        "window": Choice(first=dt.date(2031, 3, 9), last=dt.date(2031, 3, 12)),
        "all": Choice(
            bill=identity(shelf, "Water Bill"),
            actor=identity(shelf, "Ilmar Tosk"),
            first=dt.date(2031, 3, 1),
            last=dt.date(2031, 3, 31),
        ),
    }


def triples(shelf: Library, choice: Choice) -> set[ox.Triple]:
    written = exported(excerpt(shelf, choice), "turtle", vocabulary=False)[0]
    return {quad.triple for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)}


@pytest.mark.parametrize("name", ["bill", "actor", "window", "all"])
def test_an_excerpt_says_nothing_that_the_whole_does_not(shelf: Library, name: str) -> None:
    whole = {
        quad.triple for quad in ox.parse(exported(shelf.collection, "turtle")[0], format=ox.RdfFormat.TURTLE)
    }
    part = triples(shelf, choices(shelf)[name])
    assert part
    assert part < whole


@pytest.mark.parametrize("name", ["bill", "actor", "window", "all"])
def test_nothing_in_an_excerpt_points_outside(shelf: Library, name: str) -> None:
    part = triples(shelf, choices(shelf)[name])
    described = {triple.subject for triple in part}
    assert {
        t.object for t in part if isinstance(t.object, ox.NamedNode) and t.object.value.startswith(ID)
    } <= (described)


@pytest.mark.parametrize("name", ["bill", "actor", "window", "all"])
def test_an_excerpt_breaks_no_rule_that_the_whole_keeps(shelf: Library, name: str) -> None:
    whole = set(quick_check(exported(shelf.collection, "turtle")[0]))
    found = set(quick_check(exported(excerpt(shelf, choices(shelf)[name]), "turtle")[0]))
    assert found <= whole
    assert not any(one.severity == "violation" for one in found)


def test_one_bill_brings_its_events_claims_positions_and_no_other_article(shelf: Library) -> None:
    part = excerpt(shelf, choices(shelf)["bill"])
    (account,) = part.accounts
    assert account.article == accounts.WATER
    assert {event.type for event in account.events} == {E.PASSAGE, E.INTRODUCTION, E.PROMISE, E.ASSENT}
    assert len(account.claims) == len(accounts.water().claims)
    assert len(account.positions) == 1
    assert "Farmers' League" in part.names.values()


def test_one_actor_brings_what_it_said_and_what_that_hangs_on(shelf: Library) -> None:
    petra = identity(shelf, "Petra Alven")
    part = excerpt(shelf, choices(shelf)["actor"])
    (account,) = part.accounts
    kept = {event.id for event in account.events}
    said = {claim.event for claim in shelf.accounts["article/sarvia-pardon"].claims if claim.source == petra}
    assert said
    assert said <= kept
    assert {one for claim in account.claims for one in claim.conditions} <= kept
    assert {tenure.holder for tenure in account.tenures} >= {petra}


def test_between_two_days_stands_what_may_lie_there(shelf: Library) -> None:
    part = excerpt(shelf, Choice(first=dt.date(2031, 1, 1), last=dt.date(2031, 1, 31)))
    types = {assessment.type for assessment in part.assessments}
    assert E.INTRODUCTION in types
    assert E.PASSAGE not in types
    assert all(not account.positions for account in part.accounts)


def test_links_to_events_left_out_are_cut(shelf: Library) -> None:
    part = excerpt(shelf, Choice(actor=identity(shelf, "Ona Vey")))
    (account,) = part.accounts
    assert [event.type for event in account.events] == [E.INTRODUCTION]
    assert [assessment.follows for assessment in part.assessments] == [()]


def test_a_person_in_office_alone_brings_the_office() -> None:
    alone = replace(accounts.water(), events=(), claims=(), positions=())
    shelf = library(collect([alone]))
    tosk = identity(shelf, "Ilmar Tosk")
    (account,) = excerpt(shelf, Choice(actor=tosk)).accounts
    assert [tenure.title for tenure in account.tenures] == ["President"]
    assert [actor.id for actor in account.actors] == [tosk]


def test_an_excerpt_as_a_store_keeps_the_version_that_read_each_article(shelf: Library) -> None:
    versions = {"arkania-water": "one", "sarvia-pardon": "two"}
    with Store.memory(shelf.collection, extractor=versions) as store:
        assert extractors(store) == versions
        assert (
            b'"two"' not in Store.memory(excerpt(shelf, choices(shelf)["bill"]), extractor=versions).nquads()
        )
