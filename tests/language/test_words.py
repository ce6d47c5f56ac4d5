from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.language.casing import recased
from graph.language.masks import masks
from graph.language.names import Name, after_offices, mended, surname, without_overlaps
from graph.language.pipeline import is_common


def masked(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.kind) for m in masks(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He introduced H.R. 3093 in May", [("H.R. 3093", "number")]),
        ("the House passed it 281-142 then", [("281-142", "tally")]),
        (
            "voted by 91 votes to 29, with one abstention, to pass it",
            [("by 91 votes to 29, with one abstention,", "tally")],
        ),
        ("Brandt, D-Calif., introduced it", [(", D-Calif.,", "party")]),
        ("a $124.2 billion plan", [("$124.2 billion", "sum")]),
        ("under the Clean Rivers Act 2024 it", [("Clean Rivers Act 2024", "title")]),
        ("The Act passed", []),
        ("the Law of Amnesty for the North", [("Law of Amnesty for the North", "title")]),
        ("Official Gazette No. 6990", []),
        ("Then the Salt Works Bill fell", [("Salt Works Bill", "title")]),
        ("the Constitution (127th) Amendment Bill", [("Constitution (127th) Amendment Bill", "title")]),
        ("the Fish Laws Amendment (FLA) Bill", [("Fish Laws Amendment (FLA) Bill", "title")]),
        ("the Police, Crime and Courts Bill", [("Police, Crime and Courts Bill", "title")]),
        ("the Marine Safety Bill, 2020", [("Marine Safety Bill, 2020", "title")]),
        ("made by the Lords to the Tax Bill", [("Tax Bill", "title")]),
        ("the Keep the Lights On Act", [("Keep the Lights On Act", "title")]),
        ("Senator Bill Harbour spoke", []),
        (
            "the Tax Bill, Heat Bill and Port Bill",
            [("Tax Bill", "title"), ("Heat Bill", "title"), ("Port Bill", "title")],
        ),
        ("LB574 and SJR 4 passed", [("LB574", "number"), ("SJR 4", "number")]),
        ("HB No. 12", [("HB No. 12", "number")]),
        ("the Port (Amendment) Bill (No. 3) 2022", [("Port (Amendment) Bill (No. 3) 2022", "title")]),
        ("Labor's Skippers' Safety Bill", [("Skippers' Safety Bill", "title")]),
        ("the Lords' Ferry Bill", [("Ferry Bill", "title")]),
        ("Enforcement Act of Court Ruling No. 748", [("Enforcement Act of Court Ruling No. 748", "title")]),
        ("called up House Bill 1980", [("House Bill 1980", "number")]),
        ("the Port Act 2010 (Amendment) Bill, 2018", [("Port Act 2010 (Amendment) Bill, 2018", "title")]),
        ("draft law No. 5670-d", [("draft law No. 5670-d", "number")]),
        ("Law No. 27.551", [("Law No. 27.551", "number")]),
        ("a vote (the third) today", [(" (the third)", "aside")]),
        (
            "The 22nd Amendment to the Constitution Bill passed.",
            [("22nd Amendment to the Constitution Bill", "title")],
        ),
        (
            "The Twenty-second Amendment to the Constitution Bill passed.",
            [("Twenty-second Amendment to the Constitution Bill", "title")],
        ),
        ("The Portfolio Committee on Justice on the Heat Bill met.", [("Heat Bill", "title")]),
        ("Law 70 of 2017 on wells was published.", [("Law 70 of 2017", "number")]),
        ("He tabled the 192-page bill.", [("192-page", "size")]),
        ("by left-wing members", [("left-wing", "size")]),
        ("Law 7.722, passed in 2007", [("Law 7.722", "number")]),
        ("Two hundred and seventy-three members", [("Two hundred and seventy-three", "count")]),
        ("three hundred of them", [("three hundred", "count")]),
        ("short of the two-thirds needed", [("two-thirds", "share")]),
        ("a three-fifths majority", [("three-fifths", "share")]),
        ("two-thirds of the members", []),
    ],
)
def test_masks(text: str, expected: list[tuple[str, str]]) -> None:
    assert masked(text) == expected


@given(st.text(alphabet=st.sampled_from("AaBill Act()0123-.,$ofthe "), max_size=120))
def test_masks_never_overlap(text: str) -> None:
    found = list(masks(text, 0, len(text)))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def _always(word: str) -> bool:
    return word in {"approves", "river", "bill", "throw", "out"}


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Senate Approves River Bill in Arkania", "Senate approves river bill in Arkania"),
        ("LORDS THROW OUT RIVER BILL", "Lords throw out river bill"),
        ("The Senate approves a bill", "The Senate approves a bill"),
    ],
)
def test_headlines_get_the_case_of_running_text(headline: str, expected: str) -> None:
    body = "In Arkania the Senate and the Lords met."
    assert recased(headline, body, _always) == expected


@given(st.text(max_size=80), st.text(max_size=80))
def test_recasing_keeps_every_offset(headline: str, body: str) -> None:
    assert len(recased(headline, body, lambda _: True)) == len(headline)


def tokens(text: str) -> list[tuple[str, int, int]]:
    found, start = [], 0
    for word in text.split(" "):
        found.append((word, start, start + len(word)))
        start += len(word) + 1
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Yoon Suk Yeol had sent it", ["Yoon Suk Yeol"]),
        ("Commission chief and Prime Minister Ursula von der Leyen said", ["Ursula von der Leyen"]),
        ("the president signed it", []),
        ("President Holm Monday signed", ["Holm"]),
        ("Speaker of the House", []),
    ],
)
def test_names_after_offices(text: str, expected: list[str]) -> None:
    assert [name.text for name in after_offices(tokens(text), text, lambda word: word == "new")] == expected


def test_a_person_that_begins_in_small_letters_stays_whole() -> None:
    text = "for van der Leyen spoke"
    tokens = [("for", 0, 3), ("van", 4, 7), ("der", 8, 11), ("Leyen", 12, 17), ("spoke", 18, 23)]
    assert [n.text for n in mended(tokens, [(1, 4, "PERSON")], text, is_common)] == ["van der Leyen"]


def test_surnames() -> None:
    assert surname("Ursula von der Leyen") == "Leyen"
    assert surname("Martin Holm Jr.") == "Holm"


def test_of_two_overlapping_names_the_known_one_stays() -> None:
    model, known = Name(0, 12, "x", "ORG"), Name(4, 9, "y", "PERSON", known=True)
    assert without_overlaps([model, known]) == [known]
