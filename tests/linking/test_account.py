"""What an article amounts to: its actors, bills, events and claims."""

from __future__ import annotations

import datetime as dt

from graph.articles import read_pasted
from graph.linking.account import read_account

TWO_PARLIAMENTS = (
    "The US Senate and the US House passed a river bill. Members of Finland's Parliament were told. "
    "Then Parliament adopted it."
)


def test_bodies_called_by_one_name_alone_are_one_actor() -> None:
    account = read_account(read_pasted(TWO_PARLIAMENTS, title="", published=dt.date(2026, 2, 6)))
    names = [actor.name for actor in account.actors]
    assert names.count("Parliament") == 1


def test_an_office_is_of_no_state_told_before_an_article() -> None:
    text = (
        "A few weeks ago American forces captured the former president, Nico Holm. "
        "The French president, Ana Berg, signed the ports bill."
    )
    account = read_account(read_pasted(text, title="", published=dt.date(2026, 2, 6)))
    names = {actor.id: actor.name for actor in account.actors}
    told = {names[tenure.holder]: tenure.organisation for tenure in account.tenures}
    assert told == {"Nico Holm": None, "Ana Berg": "France"}
