"""What pages give to the drawings: plain JSON whose links all lead somewhere."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from graph.articles import read_inputs
from graph.errors import FormatError, NoTextError
from graph.lexicons import ROOT
from graph.linking.account import read_account
from graph.linking.assessment import collect
from graph.model import Account
from graph.pipeline import Outcome
from graph.terms import ActorKind, EventType, Factuality, Role
from graph.ui.about import covers_payload, sides_payload
from graph.ui.address import parsed
from graph.ui.articles import article_payload, list_payload, mark_at, safe
from graph.ui.bill import bill_payload, ways_payload
from graph.ui.evidence import panel_of
from graph.ui.glossary import of_event_type, of_kind, of_role, of_status
from graph.ui.home import card_payload, found_payload
from graph.ui.intake import (
    given_payload,
    is_of_use,
    result_payload,
    summary,
    told,
    undated,
    uploaded,
    with_days,
)
from graph.ui.relations import list_payload as relations_list
from graph.ui.told import linked, promise_payload
from graph.views import overview
from graph.views.evidence import readings_of
from graph.views.library import Library, library
from graph.views.linked import multigraph
from graph.views.network import neighbourhood
from graph.wording import counted, words_in
from tests.rdf import accounts


@pytest.fixture(scope="module")
def water() -> Library:
    return library(accounts.collection())


def goals(payload: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Yield every `to` in a payload."""
    if isinstance(payload, dict):
        yield from ([payload["to"]] if payload.get("to") else [])
        payload = list(payload.values())
    if isinstance(payload, list):
        for part in payload:
            yield from goals(part)


def leads(shelf: Library, goal: str) -> bool:
    """Whether an address names a page, and everything it names is in the library."""
    found = parsed(goal)
    if found is None:
        return False
    told = dict(found[1])
    articles = {account.article.id for account in shelf.accounts.values()}
    known = {"bill": shelf.bills, "event": shelf.assessments, "article": articles, "actor": shelf.actors}
    in_middle = told.get("focus")
    return all(told[name] in found for name, found in known.items() if name in told) and (
        in_middle is None or in_middle in {*shelf.assessments, *shelf.actors, *shelf.bills}
    )


def test_every_link_of_every_payload_leads_somewhere(small_shelf: Library) -> None:
    shelf = small_shelf
    graph = multigraph(shelf)
    bills = list(shelf.bills)
    payloads = [
        *(card_payload(shelf, card) for card in overview.cards(shelf)),
        *(payload(shelf, bill) for bill in bills for payload in (bill_payload, covers_payload, ways_payload)),
        *(panel_of(shelf, one) for one in (*shelf.assessments, *shelf.actors, *bills)),
        *(article_payload(shelf, account) for account in shelf.accounts.values()),
        *(relations_list(shelf, neighbourhood(graph, bill)) for bill in bills),
        list_payload(shelf, list(shelf.accounts.values()), bills),
        found_payload(shelf, overview.search(shelf, "a", most=100)),
    ]
    found = [goal for payload in payloads for goal in goals(payload)]
    assert len(found) > 100
    assert [goal for goal in found if not leads(shelf, goal)] == []
    assert json.loads(json.dumps(payloads)) == payloads


def test_the_card_of_a_bill(water: Library) -> None:
    (card,) = overview.cards(water)
    payload = card_payload(water, card)
    assert payload["stands"] == "Passed on 3 Mar 2031; next: signature (promised, 4–11 Mar 2031)"
    steps = [step for track in payload["tracks"] for step in track["steps"]]
    assert [(step["name"], step["state"], step["status"]) for step in steps] == [
        ("Introduction", "done", None),
        ("Passage", "done", None),
        ("Signature", "due", "promised"),
        ("Entry into force", "not yet", None),
    ]
    assert [bool(step["to"]) for step in steps] == [True, True, True, False]
    latest, following = payload["lines"]
    assert latest["text"].startswith("“The Senate of Arkania adopted the Water Bill on 3 March")
    assert following["status"] == "promised"
    assert payload["articles"]["text"] == "1 article"


def test_the_panel_of_a_promise_says_on_whose_word_and_after_what(water: Library) -> None:
    event = next(e for e, a in water.assessments.items() if a.type is EventType.ASSENT)
    panel = panel_of(water, event)
    assert panel is not None
    facts = {fact["name"]: fact["value"] for fact in panel["facts"]}
    assert panel["status"] == "promised"
    assert facts["When"] == "4–11 Mar 2031"
    assert facts["Who"] == "Ilmar Tosk"
    assert facts["On the word of"] == "Ilmar Tosk"
    (sentence,) = panel["sentences"]
    assert sentence["quote"] == "President Ilmar Tosk promised to sign the law within a week."
    assert sentence["said"][0]["by"] == "in the words of Ilmar Tosk"
    assert panel_of(water, "event/none") is None
    assert panel_of(water, "a|acts in|b") is None


def test_the_panel_of_a_link_has_the_sentences_behind_it(water: Library) -> None:
    (edge, *_) = neighbourhood(multigraph(water), next(iter(water.bills)))["edges"]
    panel = panel_of(water, edge["id"])
    assert panel is not None
    assert panel["title"] == f"{water.name(edge['source'])} {edge['label']} {water.name(edge['target'])}"
    assert panel["sentences"]


def test_who_is_against_a_bill_stands_about_it(water: Library) -> None:
    (group,) = sides_payload(water, next(iter(water.bills)))
    assert group["heading"] == "Against it"
    assert [(item["text"], item["kind"]) for item in group["items"]] == [("Farmers' League", "organisation")]


def test_the_panel_of_an_event_tells_what_it_overtook_and_what_was_promised() -> None:
    accounts_read = [read_account(article) for article in read_inputs([ROOT / "docs" / "example"])]
    shelf = library(collect(accounts_read))
    (reading,) = [e for e, a in shelf.assessments.items() if a.type is EventType.SECOND_READING]
    panel = panel_of(shelf, reading)
    assert panel is not None
    (group,) = panel["groups"]
    assert group["heading"] == "Plans that were overtaken"
    assert group["items"][0]["text"].endswith("(The Example, 7 Feb 2026)")
    release = next(e for e, a in shelf.assessments.items() if a.status is Factuality.PROMISED)
    panel = panel_of(shelf, release)
    assert panel is not None
    assert panel["groups"][0]["items"][0]["text"].startswith("kept late by 6 days: Jorge Rodríguez promised")


def test_the_panel_of_a_step_ahead_tells_by_how_much_it_can_move() -> None:
    read = [read_account(article) for article in read_inputs([ROOT / "docs" / "example"])]
    shelf = library(collect(read), until=dt.date(2026, 2, 7))
    kinds = {a.type: e for e, a in shelf.assessments.items() if a.status is Factuality.REQUIRED}

    def room(kind: EventType) -> tuple[str, str]:
        panel = panel_of(shelf, kinds[kind])
        assert panel is not None
        (fact,) = [fact for fact in panel["facts"] if fact["name"] == "Can still move"]
        return fact["value"], fact["note"]

    assert room(EventType.SECOND_READING) == ("6 days to spare", "")
    assert room(EventType.ASSENT) == ("no last day", "Waits for: Second discussion")


def test_a_sentence_is_found_by_any_place_in_it(water: Library) -> None:
    (account,) = water.accounts.values()
    quote = next(iter(readings_of(water, next(iter(water.assessments))))).quote
    title = len(account.article.title) - 1
    assert mark_at(water, account, "title", str(title)) == "title:0"
    inside = account.article.text.index("adopted")
    assert mark_at(water, account, "text", str(inside)) == "text:0"
    assert quote.part == "title" or mark_at(water, account, "text", str(quote.start)) == f"text:{quote.start}"
    for wrong in (None, "", "-1", "1e3", "x", "9" * 30, str(len(account.article.text))):
        assert mark_at(water, account, "text", wrong) is None


def test_the_blocks_of_an_article_are_its_paragraphs(water: Library) -> None:
    (account,) = water.accounts.values()
    blocks = article_payload(water, account)["blocks"]
    assert [block["kind"] for block in blocks] == ["headline", "running", "share"]
    for block, whole in zip(blocks, [account.article.title, *account.article.text.split("\n")], strict=True):
        assert "".join(stretch["text"] for stretch in block["stretches"]) == whole


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/a?b=1#c", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https:///nowhere", False),
        ("https://news.example/a b", False),
        ("https://news.example/x) ![y](http://evil.example", False),
        ("https://[::1", False),
    ],
)
def test_only_plain_web_addresses_become_links(url: str, kept: bool) -> None:
    assert safe(url) is kept


def test_the_meaning_of_every_word_is_told_in_short() -> None:
    words = [of_event_type(kind).partition(": ")[2] for kind in EventType]
    words += [*map(of_status, Factuality), *map(of_role, Role), *map(of_kind, (*ActorKind, "bill", "event"))]
    assert all(words)
    assert [said for said in words if len(said.split()) > 30] == []


# ---- what someone gives to read ----------------------------------------------------------------------------


def test_an_error_reads_as_sentences() -> None:
    assert told(FormatError("the content is a picture", place="a.txt", remedy="save it as text")) == (
        "The content is a picture. Save it as text."
    )
    assert told(NoTextError("the file is empty")) == "The file is empty."


def test_files_are_taken_apart_and_days_put_in() -> None:
    given = uploaded(
        [
            ("a.txt", b"A bill\nThe Senate passed the bill."),
            ("b.md", b"---\npublished: 2031-03-01\n---\n# Another\nThe House passed it."),
            ("c.exe", b"MZ"),
        ]
    )
    assert undated(given) == [0]
    groups = {g["heading"]: g["items"] for g in given_payload(given)["groups"]}
    assert [item["before"] for item in groups["What is in them"]] == ["day unknown", "1 Mar 2031"]
    assert [item["text"] for item in groups["Not readable"]] == ["c.exe"]
    filled = with_days(given, {0: dt.date(2031, 3, 2), 1: dt.date(1999, 1, 1), 2: dt.date(1999, 1, 1)})
    assert [getattr(item, "published", "refused") for item in filled] == [
        dt.date(2031, 3, 2),
        dt.date(2031, 3, 1),
        "refused",
    ]
    assert with_days(given, {}) == given


def test_the_result_counts_what_came_out(water: Library) -> None:
    wrong = FormatError("no text", place="x.txt")
    given = [accounts.WATER, wrong]
    outcomes = [Outcome(accounts.WATER.id, "read", 4), Outcome("x.txt", "refused", problem="no text")]
    assert summary(water, given, outcomes) == "1 article read: 4 events, 1 bill; 1 refused."
    groups = {g["heading"]: g["items"] for g in result_payload(water, given, outcomes)["groups"]}
    assert list(groups) == ["Read", "Refused", "Bills they tell of"]
    assert groups["Read"][0]["detail"] == "4 events, 1 bill"
    assert is_of_use(water, given, outcomes)
    assert summary(water, [wrong], outcomes[1:]) == "1 refused."
    assert summary(water, [], []) == "There was nothing to read."
    assert (counted(1, "bill"), counted(0, "bill")) == ("1 bill", "0 bills")


def test_an_article_without_a_bill_is_told_apart() -> None:
    cat = replace(accounts.WATER, id="cat", title="My cat")
    shelf = library(collect([accounts.water(), Account(cat)]))
    given, outcomes = [accounts.WATER, cat], [Outcome("a", "read"), Outcome("cat", "read")]
    assert summary(shelf, given, outcomes) == "2 articles read: 4 events, 1 bill; no bill found in 1 of them."
    assert not is_of_use(shelf, given, outcomes)
    assert summary(shelf, given[1:], outcomes[1:]) == "1 article read: no bill found."
    groups = {g["heading"]: g["items"] for g in result_payload(shelf, given, outcomes)["groups"]}
    assert list(groups) == ["Read", "Read, but no bill found", "Bills they tell of"]
    assert groups["Read, but no bill found"][0]["detail"] == "0 events, no bill found"


def test_the_sentence_beside_a_day_or_figures_holds_them(small_shelf: Library) -> None:
    found = small_shelf.consistency
    links = [link for one in found.contradictions for link in one.links if link.quotes and link.article]
    links += [link for one in found.disagreements for link in one.sides if link.quotes and link.article]
    told = [(words_in(link.says)[0], linked(link)["quote"]) for link in links if words_in(link.says)]
    assert told
    assert not [(word, quote) for word, quote in told if word not in quote]


def test_a_promise_with_a_day_is_shown_by_the_sentence_that_names_it(small_shelf: Library) -> None:
    told = {
        (one.label, str(one.due.latest)): promise_payload(small_shelf, one)["quote"]
        for one in small_shelf.promises
        if one.due
    }
    assert "10 February" in told["Second reading of the amnesty law", "2026-02-10"]
