"""Each named question on the small bill written by hand: the whole answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import QueryError
from graph.rdf.guard import check_query
from graph.rdf.questions import FOLDER, TOPICS, filled, question, questions
from graph.rdf.store import Store
from graph.rdf.worker import answer
from tests.rdf import accounts
from tests.rdf.asking import Asked, asking, copy_of

START, PASSAGE, SIGNING, PROMISE = (
    f"{word} of the Water Bill" for word in ("introduction", "passage", "assent", "promise")
)
ADOPTED = "The Senate of Arkania adopted the Water Bill on 3 March by 41 votes to 7."
INTRODUCED = "Senator Ona Vey had introduced it in January."
PROMISED = "President Ilmar Tosk promised to sign the law within a week."
TITLE = "Arkania's Senate backs the Water Bill"
JANUARY, THIRD, WEEK = ("2031-01-01", "2031-01-31"), ("2031-03-03",) * 2, ("2031-03-04", "2031-03-11")
ISSUED, HERALD = "2031-03-04", "The Arkanian"
NONE: tuple[str | None, ...] = (None, None)

ANSWERS: dict[str, list[tuple[str | None, ...]]] = {
    "timeline": [
        (START, "happened", *JANUARY),
        (PASSAGE, "happened", *THIRD),
        (SIGNING, "promised", *WEEK),
        (PROMISE, "happened", *NONE),
    ],
    "steps": [
        ("Water Bill", START, "happened", None, *JANUARY),
        ("Water Bill", PASSAGE, "happened", "approved", *THIRD),
        ("Water Bill", SIGNING, "promised", None, *WEEK),
    ],
    "where-it-stands": [("Water Bill", PASSAGE, "approved", "2031-03-03")],
    "became-law": [("Water Bill", "promised", *NONE)],
    "votes": [(PASSAGE, "approved", "41", "7", None, "85.4", "2031-03-03")],
    "between-readings": [],
    "what-it-covers": [],
    "before-entry-into-force": [(PASSAGE, "happened", SIGNING)],
    "did-not-happen": [],
    "promised": [(SIGNING, "Ilmar Tosk", "2031-03-04", None, "2031-03-11", PROMISED)],
    "not-yet-fact": [("promised", SIGNING, *WEEK)],
    "conditions": [(SIGNING, "promised", "after", PASSAGE, "happened", PROMISED)],
    "between-two-days": [
        (START, "happened", *JANUARY),
        (PASSAGE, "happened", *THIRD),
        (SIGNING, "promised", *WEEK),
    ],
    "no-date": [(PROMISE, "happened", PROMISED)],
    "vague-dates": [(START, "happened", "31", *JANUARY), (SIGNING, "promised", "8", *WEEK)],
    "time-words": [
        ("on 3 March", "2031-03-03", *THIRD, PASSAGE, HERALD, ADOPTED),
        ("within a week", None, *WEEK, SIGNING, HERALD, PROMISED),
    ],
    "reported-until": [
        (SIGNING, ISSUED, "promised"),
        (START, ISSUED, "happened"),
        (PASSAGE, ISSUED, "happened"),
        (PROMISE, ISSUED, "happened"),
    ],
    "publication-day": [(TITLE, ISSUED, "on 3 March", *THIRD, PASSAGE)],
    "before-the-bill": [],
    "who-did-what": [
        ("Ona Vey", "does it", START, "happened", *JANUARY),
        ("Senate of Arkania", "does it", PASSAGE, "happened", *THIRD),
        ("Ilmar Tosk", "does it", SIGNING, "promised", *WEEK),
        ("Ilmar Tosk", "does it", PROMISE, "happened", *NONE),
    ],
    "who-introduced": [("Water Bill", START, "happened", "Ona Vey", *NONE)],
    "offices": [("Ilmar Tosk", "President", "Arkania", "in office", HERALD)],
    "for-and-against": [
        ("Water Bill", "opposition", "Farmers' League", HERALD, "The Farmers' League opposes it.")
    ],
    "most-active": [("Ilmar Tosk", "1", "1"), ("Ona Vey", "1", "0"), ("Senate of Arkania", "1", "0")],
    "on-whose-word": [
        ("Ilmar Tosk", "promised", SIGNING, HERALD, PROMISED),
        ("Ilmar Tosk", "happened", PASSAGE, HERALD, TITLE),
    ],
    "who-said-what": [("Ilmar Tosk", PROMISE, *NONE, SIGNING, PROMISED)],
    "evidence": [
        (SIGNING, "promised", PROMISED, HERALD, ISSUED, "0.85", "rule: President Ilmar"),
        (START, "happened", INTRODUCED, HERALD, ISSUED, "0.85", "rule: Senator"),
        (PASSAGE, "happened", TITLE, HERALD, ISSUED, "0.85", "rule: Arkania's Senate"),
        (PASSAGE, "happened", ADOPTED, HERALD, ISSUED, "0.85", "rule: The Senate of"),
        (PROMISE, "happened", PROMISED, HERALD, ISSUED, "0.85", "rule: President Ilmar"),
    ],
    "several-outlets": [],
    "told-differently": [],
    "to-check-first": [
        ("0.85", SIGNING, "promised", "rule: President Ilmar", PROMISED, HERALD),
        ("0.85", START, "happened", "rule: Senator", INTRODUCED, HERALD),
        ("0.85", PASSAGE, "happened", "rule: Arkania's Senate", TITLE, HERALD),
        ("0.85", PASSAGE, "happened", "rule: The Senate of", ADOPTED, HERALD),
        ("0.85", PROMISE, "happened", "rule: President Ilmar", PROMISED, HERALD),
    ],
    "bills": [("Water Bill", None, "Arkania", "1", "4")],
    "articles": [(TITLE, HERALD, ISSUED, "5", "1")],
    "network": [
        ("Farmers' League", "opposition", "Water Bill", None),
        ("Ilmar Tosk", "does", SIGNING, "promised"),
        ("Ilmar Tosk", "does", PROMISE, "happened"),
        ("Ona Vey", "does", START, "happened"),
        ("Senate of Arkania", "does", PASSAGE, "happened"),
        (SIGNING, "comes after", PASSAGE, "promised"),
    ],
}
"""The answers without the identifiers, which stand in the last columns."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("water") / "store"
    Store.build(folder, accounts.collection()).close()
    return folder


@pytest.fixture(scope="module")
def asked(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asking(store, tmp_path_factory.mktemp("asked") / "quads")


def test_every_table_has_its_answer_here() -> None:
    assert {*ANSWERS, "eli-dl"} == set(questions())


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_about_the_small_bill(asked: Asked, name: str) -> None:
    found = [tuple(row.values()) for row in asked(name)]
    assert [row[: len(wanted)] for row, wanted in zip(found, ANSWERS[name], strict=True)] == ANSWERS[name]


@pytest.mark.parametrize("name", [n for n, q in questions().items() if q.parameters and n != "eli-dl"])
def test_a_value_that_fits_leaves_the_answer_and_another_empties_it(asked: Asked, name: str) -> None:
    account = accounts.water()
    known = {"bill": account.bills[0].id, "outlet": HERALD, "actor": account.actors[2].id}
    for parameter in question(name).parameters:
        if parameter.kind == "day":
            continue
        everything = [tuple(row.values()) for row in asked(name)]
        kept = [tuple(row.values()) for row in asked(name, **{parameter.name: known[parameter.kind]})]
        assert set(kept) <= set(everything)
        assert parameter.kind == "actor" or kept == everything
        assert asked(name, **{parameter.name: "another"}) == []


@pytest.mark.parametrize("name", [n for n, q in questions().items() if "?any = ?bill" in q.sparql])
def test_a_bill_that_is_named_is_looked_up_and_not_filtered_for(name: str) -> None:
    text = filled(question(name), {"bill": "bill/water"})
    assert "lp:bill ?bill ." in text or name == "network"
    assert ("?any" in text) is (name == "network")


def test_days_bound_the_answer_on_both_sides(asked: Asked) -> None:
    def named(**days: str) -> list[str | None]:
        return [row["what"] for row in asked("between-two-days", **days)]

    assert named(**{"from": "2031-02-01", "to": "2031-03-03"}) == [PASSAGE]
    assert named(**{"from": "2031-03-11"}) == [SIGNING]
    assert named(to="2031-01-01") == [START]
    assert asked("reported-until", until="2031-03-03") == []
    assert len(asked("reported-until", until="2031-03-04")) == 4


def test_the_bill_in_the_terms_of_eli_dl(store: Path, tmp_path: Path) -> None:
    copy = copy_of(store, tmp_path / "quads")
    turtle = answer(copy, filled(question("eli-dl"), {}), 100)["turtle"]
    assert turtle.count("a eli-dl:LegislativeActivity") == 2
    assert turtle.count("a eli-dl:ForeseenActivity") == 1
    assert "eli-dl:number_of_votes_favor 41" in turtle
    assert "eli-dl:occured_at_stage lps:chamber-passage" in turtle


@pytest.mark.parametrize("name", questions())
def test_each_file_is_in_form_and_can_be_asked_as_it_stands(name: str) -> None:
    one = question(name)
    assert one.topic in TOPICS
    assert one.title
    assert one.description.endswith(".")
    check_query(one.sparql)
    Store.memory().query(next(FOLDER.glob(f"??-{name}.rq")).read_text(encoding="utf-8"))
    assert "UNDEF" not in filled(one, {})


@pytest.mark.parametrize("evil", ['x" } DROP ALL #', "x> } #", "a\\", "b\n} UNION {", "' é ²", "UNDEF"])
def test_a_value_is_a_term_whatever_it_holds(asked: Asked, evil: str) -> None:
    assert asked("for-and-against", outlet=evil) == []
    assert asked("for-and-against", bill=evil, actor=evil) == []


def test_wrong_values_are_told() -> None:
    with pytest.raises(QueryError, match="no parameter 'cheese'"):
        filled(question("timeline"), {"cheese": "x"})
    with pytest.raises(QueryError, match="'tomorrow' is no day"):
        filled(question("reported-until"), {"until": "tomorrow"})
    with pytest.raises(QueryError, match="no question is called 'x'"):
        question("x")
