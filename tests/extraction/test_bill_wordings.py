"""What a bill without a title is called."""

import pytest

from graph.extraction.bill_wordings import tidied


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("criminal code bill, days", "criminal code bill"),
        ("gun laws three days", "gun laws"),
        ("dozen laws this autumn", "dozen laws"),
        ("draft bill, in 2019", "draft bill"),
        ("original act, of 1975", "original act of 1975"),
        ("bill, No. 13533", "bill No. 13533"),
        ("amnesty bill for those", "amnesty bill"),
        ("31 bills, among them one", "31 bills"),
        ("act on prices in the second reading procedure", "act on prices"),
        ("bill on jobs for further reading", "bill on jobs"),
        ("constitutional change with between 330 and 366 votes", "constitutional change"),
        ("water reform in general and in particular", "water reform"),
        ("last Thursday the parks bill", "parks bill"),
        ("bill to open up parks to hunters, as it did in 2009", "bill to open up parks to hunters"),
        (
            "law on polls within 180 days of an election, five days before",
            "law on polls within 180 days of an election",
        ),
    ],
)
def test_what_stands_around_a_name_is_left_out(words: str, name: str) -> None:
    assert tidied(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "bill this week",
        "proposal to raise the age of purchase to 20 years",
        "bill to keep the lights on",
        "bill on a minimum wage of nine euros an hour",
        "law to ban marches in one day",
    ],
)
def test_what_belongs_to_a_name_stays(words: str) -> None:
    assert tidied(words) == words
