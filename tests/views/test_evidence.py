"""The sentences behind everything, and articles cut where their words were used."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Collection
from graph.terms import EventType, Factuality
from graph.views.evidence import marked, readings_between, readings_of
from graph.views.library import Library, library
from graph.views.linked import multigraph
from tests.rdf import accounts
from tests.views.conftest import event_of


def test_readings_of_an_event_are_its_sentences_with_what_was_read(water: Library) -> None:
    title, text = readings_of(water, event_of(water, EventType.PASSAGE))
    assert (title.quote.part, text.quote.part) == ("title", "text")
    assert text.quote.exact == "The Senate of Arkania adopted the Water Bill on 3 March by 41 votes to 7."
    assert text.says == "passage of the Water Bill, 3 Mar 2031, approved, 41 for, 7 against"
    assert (text.words, text.source, title.source) == ("on 3 March", None, "Ilmar Tosk")
    assert text.because == "rule: The Senate of"


def test_a_promise_stays_a_promise(water: Library) -> None:
    (reading,) = readings_of(water, event_of(water, EventType.ASSENT))
    assert (reading.status, reading.source) == (Factuality.PROMISED, "Ilmar Tosk")


def test_readings_of_people_are_offices_and_stances(water: Library) -> None:
    by_name = {water.name(actor): actor for actor in water.actors}
    (office,) = readings_of(water, by_name["Ilmar Tosk"])
    assert office.says == "Ilmar Tosk: President of Arkania (incumbent)"
    (stance,) = readings_of(water, by_name["Farmers' League"])
    assert stance.says == "Farmers' League opposes Water Bill"
    assert readings_of(water, "actor/none") == []


def test_readings_come_by_day_of_publication(both: Collection) -> None:
    whole = library(both)
    days = [reading.published for reading in readings_of(whole, event_of(whole, EventType.PASSAGE))]
    assert len(set(days)) == 2
    assert days == sorted(days, key=str)


def test_every_link_rests_on_a_sentence(small_shelf: Library, water: Library) -> None:
    for shelf in (water, small_shelf):
        for source, target, label in multigraph(shelf).edges(keys=True):
            assert readings_between(shelf, source, label, target), (source, label, target)


def test_a_stance_rests_on_the_sentences_about_it_only(water: Library) -> None:
    (bill,) = water.bills
    league = next(a for a in water.actors if water.name(a) == "Farmers' League")
    (reading,) = readings_between(water, league, "opposes", bill)
    assert reading.quote.exact == "The Farmers' League opposes it."
    assert readings_between(water, league, "supports", bill) == []


def test_the_stretches_of_an_article_are_the_article(small_shelf: Library, water: Library) -> None:
    used = 0
    for shelf in (small_shelf, water):
        for account in shelf.accounts.values():
            for part in ("title", "text"):
                found = marked(shelf, account, part)
                whole = account.article.part(part)
                assert "".join(stretch.text for stretch in found) == whole
                for stretch in found:
                    assert whole[stretch.start : stretch.start + len(stretch.text)] == stretch.text
                    used += bool(stretch.readings)
    assert used > 10


def test_what_is_no_running_text_is_told_apart(water: Library) -> None:
    (account,) = water.accounts.values()
    assert [s.text for s in marked(water, account, "text") if s.kind == "share"] == ["Share this"]


def test_quotes_that_overlap_make_one_stretch_with_the_readings_of_both() -> None:
    water = accounts.water()
    claim = water.claims[0]
    (quote,) = claim.quotes
    half = replace(quote, start=quote.start + 4, exact=quote.exact[4:])
    other = replace(water.claims[2], quotes=(half,))
    told = replace(water, claims=(claim, other))
    shelf = library(replace(accounts.collection(), accounts=(told,)))
    (first, *_) = [stretch for stretch in marked(shelf, told, "text") if stretch.readings]
    assert first.text == quote.exact
    assert len(first.readings) == 2
