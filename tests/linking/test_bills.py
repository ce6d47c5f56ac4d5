"""Which bills of two articles are one: names, numbers, years, states, titles, and what refutes a match."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.linking.bills import weigh
from graph.linking.grouping import Grouping, grouped
from graph.linking.judged import NOTHING
from graph.linking.profiles import Profile, name_words, profile
from graph.model import Account, Article, Bill

DAY = dt.date(2031, 2, 10)


def known(name: str, *aliases: str, title: str = "", days: int = 0, **more: str) -> Profile:
    bill = Bill(name, name, aliases, more.get("number"), more.get("state"))
    return profile(bill, Account(Article(name, title, "x", DAY + dt.timedelta(days))))


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (known("amnesty bill"), known("Amnesty Law for Democratic Coexistence"), True),
        (known("AI Act"), known("law on artificial intelligence"), True),
        (known("$30 billion rail bill"), known("rail bill"), True),
        (known("rail bill", number="10378"), known("rail bill", number="10449"), False),
        (known("rail bill", number="12"), known("transport package", number="12"), True),
        (known("water bill", state="Kenya"), known("water bill", state="Ghana"), False),
        (known("rail bill"), known("spending bill"), False),
        (known("FY2030 budget act"), known("budget act for fiscal 2031"), False),
        (known("budget act"), known("budget act", days=500), False),
        (known("Sea Rescue Act"), known("Sea Rescue Act", days=900), True),
        (known("treaty with Ghana"), known("Ghana bill"), False),
        (known("bill which would close the mines", title="A mines bill"), known("mines bill"), True),
        (known("separate bill", title="A mines bill"), known("mines bill"), False),
        (known("final text", title="Parliament votes on pensions"), known("mines bill"), False),
        (known("basic school bill"), known("higher school bill"), False),
        (known("mines bill"), known("mines law", days=600), False),
        (known("mines bill"), known("Mines Act 2031", days=6000), True),
        (known("Safety in Old Iron Mines Act"), known("Safety in Old Iron Mines Act", days=4000), True),
        (known("bill C-64", number="64"), known("Milk Act", "Bill C-64", number="64", days=2500), False),
        (known("mines bill", "SB 5", number="5"), known("Senate Bill 5", number="5"), True),
        (known("mines bill", "SB 5", number="5"), known("House Bill 5", number="5"), False),
        (known("salt bill", "HB 9349", number="9349"), known("hill bill"), False),
        (known("Twenty bills"), known("Twenty Fifth Amendment"), False),
        (known("West African Gas Bill"), known("WA (Roads Accord) Bill"), False),
        (known("iron mines bill", state="Kenya"), known("Iron Mines Act", state="Kenya", days=450), True),
        (known("iron mines bill", state="Kenya"), known("Iron Mines Act", days=450), False),
        (
            known("National Service Bill"),
            known("law on call-up and military service", state="Peru", days=180),
            False,
        ),
    ],
)
def test_one_bill_or_two(one: Profile, two: Profile, same: bool) -> None:
    assert weigh(one, two).same is same
    assert weigh(two, one).score == weigh(one, two).score


def of(*bills: tuple[str, Profile]) -> Grouping:
    return grouped([(f"a{n}", [(name, one)]) for n, (name, one) in enumerate(bills)], NOTHING)


def test_a_bill_that_fits_two_others_joins_neither_and_is_listed() -> None:
    found = of(
        ("high", known("higher school bill")),
        ("basic", known("basic school bill")),
        ("which", known("school bill")),
    )
    assert len(found.groups) == 3
    assert {(d.one, d.other) for d in found.doubts.values()} >= {("basic", "which"), ("high", "which")}
    assert all(d.problem and d.reasons for d in found.doubts.values())


def test_of_an_article_the_bill_that_fits_best_is_taken() -> None:
    both = [("a law", known("law lowering the mines age of the young")), ("b law", known("mines law"))]
    found = grouped([("one", [("first", known("mines bill"))]), ("two", both)], NOTHING)
    assert found.names["b law"] == "first"
    assert found.names["a law"] == "a law"


def test_a_later_article_joins_what_stood_apart() -> None:
    found = of(
        ("old", known("10378", number="10378")),
        ("plain", known("mines bill")),
        ("both", known("mines bill", number="10378")),
    )
    assert len(found.groups) == 1


def test_the_bill_of_a_party_is_named_by_nothing() -> None:
    assert name_words("conservative bill", "Canada") == frozenset()
    assert name_words("conservative bill on cable tv", "Canada")
    assert name_words("labour reform", "Colombia") == {"labour"}


def test_one_word_of_a_title_is_no_question() -> None:
    unnamed = known("final text", title="Row over penalties for three members of the house")
    assert not weigh(unnamed, known("Crimes (Increased Penalties for Slavery Offences) Bill")).doubtful
    assert weigh(unnamed, known("slavery penalties bill")).doubtful
