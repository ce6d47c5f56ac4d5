"""Each page over a small store: what it shows, what addresses choose, and what it says where nothing is."""

from __future__ import annotations

from typing import Any

import pytest

from graph.checks.procedure.states import State
from graph.ui.actor import busiest
from graph.ui.address import PAGES, parsed
from graph.ui.pages import pages
from graph.ui.relations import cell_panel
from graph.views import overview
from graph.views.library import Library
from graph.views.matrix import Column, Matrix, Row, cell_id
from graph.views.timeline import Choice, chosen
from tests.ui.conftest import Show, app, pictures, texts

MODULES = (
    "home",
    "bill",
    "timeline",
    "actor",
    "relations",
    "compare",
    "present",
    "articles",
    "query",
    "exports",
    "adding",
)


@pytest.fixture
def bill(small_shelf: Library) -> str:
    """The bill that most articles tell of."""
    return overview.cards(small_shelf)[0].bill


@pytest.mark.parametrize("module", MODULES)
def test_each_page_runs_and_has_one_title(show: Show, module: str) -> None:
    shown = show(module)
    assert not shown.exception
    assert len(shown.title) == 1
    assert not shown.error


def test_every_address_has_a_page(show: Show) -> None:
    assert tuple(pages()) == PAGES


def test_home_has_a_card_for_the_bill(show: Show, bill: str, small_shelf: Library) -> None:
    (picture,) = pictures(show("home"), "cards")
    (card,) = [one for one in picture["cards"] if one["bill"] == bill]
    assert card["stands"] == overview.where_it_stands(overview.card(small_shelf, bill))
    assert card["articles"]["text"] == f"{len(overview.card(small_shelf, bill).articles)} articles"


def test_home_searches_what_the_address_says(show: Show) -> None:
    (picture,) = pictures(show("home", q="amnesty"), "links")
    headings = [group["heading"] for group in picture["groups"]]
    assert headings[0] == "Bills"
    assert all("amnesty" in item["text"].casefold() for item in picture["groups"][0]["items"])
    nothing = show("home", q="zzz *no such*")
    assert not pictures(nothing, "links")
    assert "Nothing is called “zzz *no such*”." in texts(nothing)


def test_the_button_on_home_leads_to_the_page_that_adds(show: Show) -> None:
    shown = app().run()
    (button,) = [one for one in shown.button if one.label == "Add articles"]
    button.click().run()
    assert not shown.exception
    assert shown.title[0].value == "Add articles"


def test_the_bill_page_shows_the_steps_of_the_bill_of_the_address(
    show: Show, bill: str, small_shelf: Library
) -> None:
    shown = show("bill", bill=bill)
    (picture,) = pictures(shown, "bill")
    steps = {step["name"]: step for track in picture["tracks"] for step in track["steps"]}
    assert shown.title[0].value.casefold() == small_shelf.name(bill).casefold()
    assert {step["state"] for step in steps.values()} <= {state.value for state in State}
    assert steps["First discussion"]["state"] == "done"
    assert steps["First discussion"]["to"]


def test_the_bill_page_is_that_of_an_earlier_day(show: Show, bill: str) -> None:
    def left(**day: str) -> list[str]:
        (picture,) = pictures(show("bill", bill=bill, **day), "bill")
        return [step["name"] for step in picture["path"]]

    assert len(left(until="2026-02-07")) > len(left())


def test_a_day_before_the_first_article_says_what_to_do(show: Show, bill: str) -> None:
    shown = show("bill", bill=bill, until="1500-01-01")
    assert not pictures(shown, "bill")
    assert "Move **As reported until** to a later day." in texts(shown)


def test_the_timeline_shows_the_bill_and_the_event_of_the_address(
    show: Show, bill: str, small_shelf: Library
) -> None:
    event = next(e for e in small_shelf.assessments if small_shelf.bill_of(e) == bill)
    shown = show("timeline", bill=bill, event=event)
    (picture,) = pictures(shown, "timeline")
    assert event in {one["id"] for one in picture["events"]}
    (panel,) = pictures(shown, "evidence")
    assert panel["title"] == small_shelf.name(event)
    assert panel["sentences"]


def test_an_event_of_no_bill_stays_on_the_timeline_where_it_is_told(
    show: Show, bill: str, small_shelf: Library
) -> None:
    beside = next(a.event for a in chosen(small_shelf, Choice(bill=bill)) if not small_shelf.bill_of(a.event))
    before, after = show("timeline"), show("timeline", event=beside)
    assert after.title[0].value == before.title[0].value
    assert pictures(after, "evidence")[0]["title"] == small_shelf.name(beside)


def test_the_rows_of_the_table_lead_to_events_and_keep_the_filters(show: Show, bill: str) -> None:
    (picture,) = pictures(show("timeline", bill=bill, steps="1", event="event/none"), "table")
    goals = [parsed(row[0]["to"]) for row in picture["rows"]]
    assert len(goals) > 2
    for goal in goals:
        assert goal is not None
        assert goal[1][:2] == [("bill", bill), ("steps", "1")]
        assert goal[1][2][1].startswith("event/")


def test_timeline_filters_of_the_address_hold(show: Show, bill: str) -> None:
    everything = pictures(show("timeline", bill=bill), "timeline")[0]["events"]
    steps = pictures(show("timeline", bill=bill, status="happened", steps="1"), "timeline")[0]["events"]
    assert 0 < len(steps) < len(everything)
    assert {one["status"] for one in steps} == {"happened"}


def test_a_timeline_without_events_says_what_to_do(show: Show, bill: str) -> None:
    shown = show("timeline", bill=bill, to="1500-01-01", status="cancelled")
    assert not pictures(shown, "timeline")
    assert "Take one out under **Filters**" in texts(shown)


def test_as_reported_until_leaves_later_articles_out(show: Show, bill: str) -> None:
    early = pictures(show("timeline", bill=bill, until="2026-02-05"), "timeline")[0]["events"]
    late = pictures(show("timeline", bill=bill), "timeline")[0]["events"]
    assert 0 < len(early) < len(late)
    assert all(one["reported"] <= "2026-02-05" for one in early)


@pytest.mark.parametrize("module", MODULES)
def test_nonsense_in_the_address_is_no_error(show: Show, module: str) -> None:
    nonsense = dict.fromkeys(
        ("bill", "event", "actor", "focus", "to", "node", "open", "article", "at", "until", "from", "type"),
        "<script>alert(1)</script>",
    )
    shown = show(module, **nonsense, status="x", steps="x", by="x", view="x", look="x", q="")
    assert not shown.exception
    assert len(shown.title) == 1


def test_relations_show_the_focus_of_the_address_and_its_evidence(show: Show, small_shelf: Library) -> None:
    actor = next(
        a
        for a in small_shelf.actors
        if any(p.actor == a for e in small_shelf.assessments for p in small_shelf.participants(e))
    )
    shown = show("relations", focus=actor)
    (picture,) = pictures(shown, "relations")
    assert picture["focus"] == actor
    assert len(picture["nodes"]) > 1
    (panel,) = pictures(shown, "evidence")
    assert panel["title"] == small_shelf.name(actor)


def test_relations_as_a_list_lead_to_the_sentences_of_a_link(show: Show, bill: str) -> None:
    (listed,) = pictures(show("relations", focus=bill, view="list"), "links")
    (edge, *_) = pictures(show("relations", focus=bill), "relations")[0]["edges"]
    assert sum(len(group["items"]) for group in listed["groups"]) > 1
    (panel,) = pictures(show("relations", focus=bill, view="list", node=edge["id"]), "evidence")
    assert panel["sentences"]


def test_relations_show_the_way_between_two(show: Show, bill: str, small_shelf: Library) -> None:
    actor = next(
        p.actor
        for e in small_shelf.assessments
        if small_shelf.bill_of(e) == bill
        for p in small_shelf.participants(e)
    )
    (picture,) = pictures(show("relations", focus=actor, to=bill), "relations")
    assert {actor, bill} <= {node["id"] for node in picture["nodes"]}
    assert picture["edges"]


def test_a_cell_of_the_matrix_opens_the_sentences_of_its_event(show: Show, bill: str) -> None:
    (picture,) = pictures(show("relations", focus=bill, view="matrix"), "matrix")
    cells = [cell for row in picture["rows"] for cell in row["cells"] if cell]
    assert all(len(row["cells"]) == len(picture["columns"]) for row in picture["rows"])
    (panel,) = pictures(show("relations", focus=bill, view="matrix", node=cells[0]["id"]), "evidence")
    assert panel["sentences"]
    (other,) = pictures(show("relations", focus=bill, node=cells[0]["id"]), "evidence")
    assert other["kind"] == "bill"


def test_a_cell_of_several_events_lists_them_and_their_sentences(small_shelf: Library, bill: str) -> None:
    events = tuple(one for one in small_shelf.assessments.values() if small_shelf.bill_of(one.event) == bill)
    actor = next(iter(small_shelf.actors))
    made = Matrix((Column("vote", "Vote"),), (Row(actor, {"vote": events[:2]}),))
    panel = cell_panel(small_shelf, made, cell_id(actor, "vote"))
    assert panel is not None
    assert [item["text"] for item in panel["groups"][0]["items"]] == [one.label for one in events[:2]]
    assert len(panel["sentences"]) >= 1


def test_who_stands_out_counts_promises_only_when_asked(show: Show, small_shelf: Library) -> None:
    (told,) = pictures(show("relations", view="central"), "links")
    (more,) = pictures(show("relations", view="central", ahead="1"), "links")

    def links(picture: dict[str, Any]) -> dict[str, int]:
        items = [item for group in picture["groups"] for item in group["items"]]
        return {item["text"]: int(item["detail"].split()[0]) for item in items}

    assert all(links(more).get(name, count) >= count for name, count in links(told).items())
    assert sum(links(more).values()) > sum(links(told).values())
    assert all(len(group["items"]) > 1 for group in more["groups"])


def test_free_play_takes_the_same_relations(show: Show, bill: str) -> None:
    shown = show("relations", focus=bill, view="free")
    assert not shown.exception
    assert not pictures(shown, "relations")


def test_articles_are_listed_by_story_and_filtered(show: Show, small_shelf: Library) -> None:
    shown = show("articles")
    listed = pictures(shown, "links")[0]["groups"]
    assert sum(len(group["items"]) for group in listed) == len(small_shelf.accounts)
    one = next(iter(small_shelf.accounts.values())).article
    (kept,) = pictures(show("articles", outlet=one.outlet or ""), "links")
    assert all((one.outlet or "") in item["detail"] for group in kept["groups"] for item in group["items"])
    assert "No article fits" in texts(show("articles", q="zzzz"))


def test_an_article_opens_at_its_sentence(show: Show, small_shelf: Library) -> None:
    account = next(a for a in small_shelf.accounts.values() if a.claims)
    quote = next(q for claim in account.claims for q in claim.quotes if q.part == "text")
    shown = show("articles", article=account.article.id, at=str(quote.start))
    (picture,) = pictures(shown, "article")
    marks = [s for block in picture["blocks"] for s in block["stretches"] if s.get("readings")]
    assert any(quote.exact in mark["text"] for mark in marks)
    assert shown.title[0].value.replace("\\", "") == " ".join(account.article.title.split())


def test_an_unknown_article_is_said_and_the_list_is_there(show: Show) -> None:
    shown = show("articles", article="gone")
    assert "There is no such article here" in texts(shown)
    assert pictures(shown, "links")


@pytest.mark.parametrize(
    ("page", "name", "drawing", "title"),
    [
        ("bill", "bill", "bill", "No such bill"),
        ("present", "bill", "present", "No such bill"),
        ("compare", "bill", "compare", "No such bill"),
        ("timeline", "bill", "timeline", "No such bill"),
        ("timeline", "actor", "timeline", "No such person or body"),
        ("actor", "actor", "actor", "No such person or body"),
        ("relations", "focus", "relations", "No such name"),
    ],
)
def test_a_dead_link_is_said_and_opens_nothing_else(
    show: Show, small_shelf: Library, page: str, name: str, drawing: str, title: str
) -> None:
    shown = show(page, **{name: f"{name}/nope"})
    assert shown.title[0].value == title
    assert "the link may be cut short" in texts(shown)
    assert not pictures(shown, drawing)
    (box,) = shown.selectbox
    assert box.value is None
    known = overview.cards(small_shelf)[0].bill if name != "actor" else busiest(small_shelf)
    chosen = box.set_value(known).run()
    assert not chosen.exception
    assert (chosen.query_params[name], pictures(chosen, drawing) != []) == (known, True)


def test_an_event_that_there_is_not_is_said_beside_the_timeline(show: Show, bill: str) -> None:
    shown = show("timeline", bill=bill, event="event/nope")
    assert "There is no such event here" in texts(shown)
    assert pictures(shown, "timeline")


def test_all_bills_and_everybody_are_no_dead_links(show: Show) -> None:
    assert pictures(show("timeline", bill="all", actor="all"), "timeline")


def test_an_outlet_that_does_not_tell_is_said(show: Show, bill: str) -> None:
    assert "“The Nope” does not tell of this bill here" in texts(show("compare", bill=bill, a="The Nope"))
