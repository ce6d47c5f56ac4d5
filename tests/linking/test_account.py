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
