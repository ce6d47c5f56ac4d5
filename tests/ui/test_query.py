"""The query page: questions and their fields, own queries, answers with links, errors with places."""

from __future__ import annotations

from graph.rdf.answers import Table
from graph.rdf.questions import questions
from graph.ui.answer import answer_payload, shown
from graph.views.library import Library
from graph.vocabulary import iri
from tests.ui.conftest import Show, pictures, texts


def test_the_first_question_is_answered_at_once(show: Show) -> None:
    shown_page = show("query")
    (picture,) = pictures(shown_page, "table")
    assert [column["name"] for column in picture["columns"]] == ["what", "status", "from", "to"]
    assert all(row[0]["to"].startswith("timeline?") for row in picture["rows"])
    assert next(iter(questions().values())).description in texts(shown_page)


def test_the_address_chooses_question_and_fields(show: Show, small_shelf: Library) -> None:
    actor = next(a for e in small_shelf.assessments for a in small_shelf.agents(e))
    (picture,) = pictures(show("query", ask="who-did-what", bill="all", actor=actor), "table")
    assert {row[0]["text"] for row in picture["rows"]} == {small_shelf.name(actor)}


def test_a_query_of_the_address_is_answered(show: Show) -> None:
    found = show("query", sparql="SELECT ?n { ?b a lp:Bill ; rdfs:label ?n } ORDER BY ?n LIMIT 1")
    (picture,) = pictures(found, "table")
    assert len(picture["rows"]) == 1
    assert "**1 row**" in texts(found)
    assert "Yes" in texts(show("query", sparql="ASK {}"))


def test_an_edited_query_goes_into_the_address(show: Show) -> None:
    found = show("query")
    found.text_area[0].set_value("ASK { ?a lp:nothing ?b }")
    next(button for button in found.button if button.label == "Run").click()
    found.run()
    assert found.query_params["sparql"] == "ASK { ?a lp:nothing ?b }"
    assert "No" in [one.value for one in found.subheader]


def test_errors_show_line_and_column(show: Show) -> None:
    found = show("query", sparql="SELECT * {\n ?a wrong:b ?c }")
    (error,) = found.error
    assert error.value.replace("\\", "").startswith("Line 2, column 12: the prefix wrong: is not known")
    assert found.code[0].value.splitlines() == ["2 |  ?a wrong:b ?c }", " " * 15 + "^"]
    assert not found.exception


def test_other_servers_are_refused_in_plain_words(show: Show) -> None:
    found = show("query", sparql="SELECT * { SERVICE <http://e.example/> { ?a ?b ?c } }")
    assert "asks another server" in found.error[0].value.replace("\\", "")


def test_nothing_found_says_what_to_do(show: Show) -> None:
    found = show("query", sparql="SELECT * { ?a lp:nothing ?b }")
    assert "Nothing fits." in texts(found)
    assert not pictures(found, "table")


def test_identifiers_lead_to_their_pages(small_shelf: Library) -> None:
    event, bill = next(iter(small_shelf.assessments)), next(iter(small_shelf.bills))
    account = next(a for a in small_shelf.accounts.values() if a.claims)
    (quote, *_) = account.claims[0].quotes
    letter = "h" if quote.part == "title" else "t"
    sentence = iri(f"article/{account.article.id}/{letter}{quote.start}-{quote.end}")
    assert shown(small_shelf, sentence)[0] == quote.exact
    assert (shown(small_shelf, iri(event))[1] or "").startswith("timeline?")
    assert (shown(small_shelf, iri(bill))[1] or "").startswith("bill?")
    assert shown(small_shelf, "https://w3id.org/lawpath/ns#Bill") == ("lp:Bill", None)
    assert shown(small_shelf, "javascript:alert(1)") == ("javascript:alert(1)", None)


def test_a_column_of_identifiers_folds_into_that_of_their_names(small_shelf: Library) -> None:
    bill = next(iter(small_shelf.bills))
    name = small_shelf.name(bill)
    found = Table("rows", ("name", "day", "n", "bill"), ((name, "2026-02-07", "12", iri(bill)),))
    picture = answer_payload(small_shelf, found)
    assert [column["name"] for column in picture["columns"]] == ["name", "day", "n"]
    (row,) = picture["rows"]
    assert row[0]["text"] == name
    assert row[0]["to"].startswith("bill?")
    assert row[1:] == [{"text": "7 Feb 2026", "sort": "2026-02-07"}, "12"]
    assert picture["columns"][2]["number"]


def test_texts_that_only_look_like_days_stay_texts(small_shelf: Library) -> None:
    picture = answer_payload(small_shelf, Table("rows", ("x",), (("2026-02-30",),)))
    assert picture["rows"] == [["2026-02-30"]]
