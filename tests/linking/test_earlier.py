"""A collection as of a day is what the articles until then would have made, and costs what changed since."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.linking.assessment import assess, collect, preferred_names
from graph.linking.earlier import as_of
from graph.model import Account, Collection
from tests.benchmarks.generator import FIRST_DAY
from tests.benchmarks.generator import accounts as made_up
from tests.linking.test_adding import DAYS, accounts
from tests.strategies import calm


def until(collection: Collection, day: dt.date) -> Collection:
    """Everything that the articles until a day tell, weighed anew."""
    told = [one for one in collection.accounts if not one.article.published or one.article.published <= day]
    return Collection(tuple(told), assess(told), preferred_names(told))


@calm
@given(st.tuples(*(accounts(number) for number in range(5))), DAYS)
def test_as_all_until_then_weighed_anew(made: tuple[Account, ...], day: dt.date) -> None:
    undated = replace(made[0], article=replace(made[0].article, published=None))
    whole = collect([undated, *made[1:]])
    assert as_of(whole, day) == until(whole, day)


def test_day_by_day_where_many_articles_share_bills() -> None:
    whole = until(Collection(tuple(made_up(40))), dt.date.max)
    days = [FIRST_DAY + dt.timedelta(number) for number in range(0, 45, 5)]
    found = [as_of(whole, day) for day in days]
    assert found == [until(whole, day) for day in days]
    assert all(len(one.accounts) < len(more.accounts) for one, more in pairwise(found[:-1]))


def test_what_no_later_article_bears_on_is_not_weighed_again() -> None:
    """Ten articles to a bill, one a day: the assessments of the first bill stay those that were stored."""
    whole = until(Collection(tuple(made_up(30, of_a_bill=10))), dt.date.max)
    marked = replace(whole, assessments=tuple(replace(one, label="stored") for one in whole.assessments))
    then = as_of(marked, FIRST_DAY + dt.timedelta(25))
    again = {one.event for one in then.assessments if one.label != "stored"}
    bills = {event.bill for one in then.accounts for event in one.events if event.id in again}
    assert bills == {one.bills[0].id for one in whole.accounts[26:]}
