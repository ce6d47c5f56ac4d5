"""One node for what several articles mean, whatever the order in which they come."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import replace

import pytest

from graph.articles import read_pasted
from graph.linking.account import read_account
from graph.linking.assessment import collect
from graph.linking.likeness import same_body, same_person
from graph.model import Account, Actor, Collection
from graph.terms import ActorKind, EventType, Factuality

STORY = (
    (
        "2031-03-01",
        "First reading",
        "Parliament of Arkania adopted the water bill in its first reading on Saturday. It must be "
        "adopted in a second reading next week. The water bill was introduced by President Ada Holm.",
    ),
    (
        "2031-03-06",
        "Second reading",
        "Parliament approved the water bill in its second reading on Thursday. President Holm is "
        "expected to sign it.",
    ),
    (
        "2031-03-12",
        "Signed",
        "President Ada Holm signed the water bill on Tuesday. It was published in the Official Gazette.",
    ),
)


@pytest.fixture(scope="module")
def accounts() -> list[Account]:
    found = []
    for number, (day, title, text) in enumerate(STORY):
        article = read_pasted(text, title=title, published=dt.date.fromisoformat(day))
        found.append(
            read_account(
                type(article)(**{f: getattr(article, f) for f in article.__slots__} | {"id": f"n{number}"})
            )
        )
    return found


def of(collection: Collection, kind: EventType) -> list[tuple[Factuality, int]]:
    told = {c.event: set() for a in collection.accounts for c in a.claims}
    for account in collection.accounts:
        for claim in account.claims:
            told[claim.event].add(account.article.id)
    return [(a.status, len(told[a.event])) for a in collection.assessments if a.type is kind]


def test_a_plan_and_its_report_are_one_event_that_happened(accounts: list[Account]) -> None:
    collection = collect(accounts)
    assert of(collection, EventType.SECOND_READING) == [(Factuality.HAPPENED, 2)]
    assert of(collection, EventType.ASSENT) == [(Factuality.HAPPENED, 2)]
    assert of(collection, EventType.FIRST_READING) == [(Factuality.HAPPENED, 1)]


def test_bills_and_people_are_one(accounts: list[Account]) -> None:
    collection = collect(accounts)
    assert len({bill.id for account in collection.accounts for bill in account.bills}) == 1
    holms = {actor.id for a in collection.accounts for actor in a.actors if "Holm" in actor.name}
    assert len(holms) == 1


def test_the_order_of_the_articles_never_matters(accounts: list[Account]) -> None:
    first = collect(accounts)
    for order in itertools.permutations(accounts):
        assert collect(order) == first


def test_resolving_again_changes_nothing(accounts: list[Account]) -> None:
    first = collect(accounts)
    again = list(first.accounts)
    random.Random(7).shuffle(again)
    assert collect(again) == first


def test_adding_an_article_later_equals_reading_all_at_once(accounts: list[Account]) -> None:
    early = collect(accounts[:2])
    assert collect([*early.accounts, accounts[2]]) == collect(accounts)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("V. Zelensky", "Volodymyr Zelenskiy", True),
        ("Nicolás Maduro", "Nicolas Maduro", True),
        ("Delcy Rodríguez", "Jorge Rodríguez", False),
        ("Ada Holm", "Ada Brandt", False),
        ("Lula da Silva", "Luiz Inácio Lula da Silva", True),
        ("Labour MP Ada Holm", "Ada Holm", True),
        ("Ada Bo Holm", "Bo Lis Holm", False),
        ("Binyamin Netanyahu", "Benjamin Netanyahu", True),
    ],
)
def test_same_person(one: str, two: str, same: bool) -> None:
    assert same_person(one, two) is same
    assert same_person(two, one) is same


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Parliament", "Parliament of Arkania", True),
        ("Parliament of Arkania", "Parliament of Borduria", False),
        ("National Assembly", "Senate", False),
    ],
)
def test_same_body(one: str, two: str, same: bool) -> None:
    a, b = (Actor(name, name, ActorKind.LEGISLATURE) for name in (one, two))
    assert same_body(a, b, None, None) is same
    assert same_body(b, a, None, None) is same


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [("legislature", "National Assembly", True), ("Parliament", "National Assembly", False)],
)
def test_a_common_noun_means_the_one_legislature_of_a_state(one: str, two: str, same: bool) -> None:
    a, b = (Actor(name, name, ActorKind.LEGISLATURE) for name in (one, two))
    assert same_body(a, b, "Kenya", "Kenya") is same
    assert same_body(b, a, "Kenya", "Kenya") is same
    assert not same_body(a, b, None, None)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Federal Constitutional Court", "Federal Constitutional Court in Karlsruhe", True),
        ("Supreme Court", "Constitutional Court", False),
    ],
)
def test_a_court_may_be_named_with_its_seat(one: str, two: str, same: bool) -> None:
    a, b = (Actor(name, name, ActorKind.COURT) for name in (one, two))
    assert same_body(a, b, "Germany", "Germany") is same
    assert same_body(b, a, "Germany", "Germany") is same


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (("Chamber of Deputies", "chamber"), ("Senate", "chamber"), False),
        (("upper house",), ("Senate",), True),
        (("house", "upper"), ("Chamber of Deputies", "house"), False),
        (("male MPs",), ("MPs",), False),
    ],
)
def test_a_house_is_no_other_house(one: tuple[str, ...], two: tuple[str, ...], same: bool) -> None:
    a, b = (Actor(names[0], names[0], ActorKind.CHAMBER, names[1:]) for names in (one, two))
    assert same_body(a, b, "Italy", "Italy") is same
    assert same_body(b, a, "Italy", "Italy") is same


def test_a_parliament_is_no_assembly_of_other_states() -> None:
    a, b = (
        Actor(name, name, ActorKind.LEGISLATURE) for name in ("parliament", "NATO Parliamentary Assembly")
    )
    assert not same_body(a, b, "Ukraine", "Ukraine")
    assert not same_body(b, a, "Ukraine", "Ukraine")


def test_georgia_is_a_state_and_a_part_of_another() -> None:
    a = Actor("georgia", "Georgia", ActorKind.STATE)
    assert not same_body(a, a, "United States", "Georgia")
    assert same_body(a, a, "United States", "United States")
    assert same_body(a, a, "Georgia", "Ukraine")
    assert same_body(a, replace(a, name="Republic of Georgia"), None, "Russia")
