"""What the page of a bill says below its steps: promises and their fate, plans, contradictions."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.articles import read_inputs
from graph.lexicons import ROOT
from graph.linking.account import read_account
from graph.linking.assessment import collect
from graph.terms import EventType
from graph.ui.bill import bill_payload
from graph.views.library import Library, library
from tests.checks.procedure.stories import BILL, Told, collection
from tests.rdf import accounts


@pytest.fixture(scope="module")
def example() -> Library:
    """The two articles of docs/time.md."""
    return library(collect(read_account(article) for article in read_inputs([ROOT / "docs" / "example"])))


def test_a_promise_says_what_its_fate_means() -> None:
    water = library(accounts.collection())
    (promise,) = bill_payload(water, next(iter(water.bills)))["promises"]
    assert (promise["fate"], promise["word"]) == ("open", "open")
    assert promise["meaning"] == (
        "It was to be done by 11 Mar 2031; the articles about it do not reach further yet."
    )


def test_a_plan_that_was_overtaken_says_what_that_means(example: Library) -> None:
    (plan,) = bill_payload(example, next(iter(example.bills)))["plans"]
    assert (plan["word"], plan["meaning"]) == (
        "overtaken",
        "A later report gives another day, so that this one no longer counts.",
    )


def test_a_promise_about_no_bill_stands_with_the_bill_that_its_article_tells_of(example: Library) -> None:
    """As on the timeline: the release hangs on no step, and is what the law is about."""
    bill = next(iter(example.bills))
    assert [one.bill for one in example.promises] == [None]
    (release,) = bill_payload(example, bill)["promises"]
    assert release["word"] == "kept late by 6 days"
    assert "release of political prisoners" in release["text"]
    assert example.promises_beside("bill/other") == []


def test_reports_in_the_wrong_order_stand_side_by_side() -> None:
    told = (
        Told(EventType.ASSENT, last=dt.date(2029, 1, 1)),
        Told(
            EventType.PASSAGE,
            first=dt.date(2029, 1, 4),
            last=dt.date(2029, 1, 4),
            agents=("House of Representatives",),
        ),
        Told(EventType.PASSAGE, first=dt.date(2029, 1, 5), last=dt.date(2029, 1, 5), agents=("Senate",)),
    )
    ((first, second),) = bill_payload(library(collection("United States", told)), BILL)["disorder"]
    assert first["text"].endswith("(4 Jan 2029)")
    assert second["text"].endswith("(on or before 1 Jan 2029)")
    assert first["to"] != second["to"]
