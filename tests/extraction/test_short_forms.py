"""Short forms that brackets tell behind a name lead to who or what bears the name."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.articles import read_pasted
from graph.linking.account import read_account
from graph.model import Account

DAY = dt.date(2026, 2, 6)


def read(text: str) -> Account:
    return read_account(read_pasted(text, title="", published=DAY))


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("The Workers' Party (WP) opposes the Ports Bill. The WP voted against it.", "Workers' Party", "WP"),
        (
            "The Foreign Ministry (MAE) welcomed the Ports Bill. MAE said the bill was a good one.",
            "Foreign Ministry",
            "MAE",
        ),
        (
            "Parties such as the Sarvia Unity Party (SUP, or Unity) opposed the Ports Bill. "
            "The SUP voted against it.",
            "Sarvia Unity Party",
            "SUP",
        ),
        (
            "The Harbour Safety Centre (HSC) opposes the Ports Bill. HSC says the bill harms sailors.",
            "Harbour Safety Centre",
            "HSC",
        ),
    ],
)
def test_a_short_form_in_brackets_is_a_name(text: str, name: str, short: str) -> None:
    actors = {actor.name: actor.aliases for actor in read(text).actors}
    assert short in actors[name]
    assert short not in actors


def test_brackets_behind_a_person_name_their_party() -> None:
    text = "Jane Holm (UPS) opposed the Ports Bill. The UPS said it would vote against the bill."
    names = {actor.name for actor in read(text).actors}
    assert {"Jane Holm", "UPS"} <= names


def test_a_bill_goes_by_its_short_form() -> None:
    text = "Parliament passed the Safety from Lies Bill (SALIA) on Monday. The president signed SALIA."
    (bill,) = read(text).bills
    assert bill.name == "Safety from Lies Bill"
    assert "SALIA" in bill.aliases
