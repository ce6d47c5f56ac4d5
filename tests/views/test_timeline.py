"""Which events a timeline shows, on which track, in which order."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from graph.model import Collection
from graph.terms import EventType, Factuality
from graph.views.library import Library, library
from graph.views.timeline import Choice, Tracks, chosen, in_known_order, table, timeline_payload
from tests.views.conftest import event_of
from tests.views.many import reported, shelf_of

E, F = EventType, Factuality


def kinds(shelf: Library, choice: Choice) -> list[EventType]:
    return [assessment.type for assessment in chosen(shelf, choice)]


def test_events_come_in_the_order_of_time_those_without_days_by_when_they_were_told(water: Library) -> None:
    assert kinds(water, Choice()) == [E.INTRODUCTION, E.PASSAGE, E.PROMISE, E.ASSENT]


@pytest.mark.parametrize(
    ("choice", "wanted"),
    [
        (Choice(bill="bill/none"), []),
        (Choice(statuses=frozenset((F.PROMISED,))), [E.ASSENT]),
        (Choice(types=frozenset((E.PASSAGE, E.PROMISE))), [E.PASSAGE, E.PROMISE]),
        (Choice(stages_only=True), [E.INTRODUCTION, E.PASSAGE, E.ASSENT]),
        (Choice(first=dt.date(2031, 3, 4)), [E.PROMISE, E.ASSENT]),
        (Choice(last=dt.date(2031, 3, 3)), [E.INTRODUCTION, E.PASSAGE, E.PROMISE]),
        (Choice(first=dt.date(2031, 1, 31), last=dt.date(2031, 1, 31)), [E.INTRODUCTION, E.PROMISE]),
        (Choice(actor="actor/none"), []),
    ],
)
def test_each_part_of_a_choice_leaves_out_the_rest(
    water: Library, choice: Choice, wanted: list[EventType]
) -> None:
    assert kinds(water, choice) == wanted


def test_an_actor_has_the_events_that_it_takes_part_in(water: Library) -> None:
    (tosk,) = [a for a in water.actors if water.name(a) == "Ilmar Tosk"]
    assert kinds(water, Choice(actor=tosk)) == [E.PROMISE, E.ASSENT]


def test_every_event_has_a_track_and_only_told_days(water: Library) -> None:
    (bill,) = water.bills
    payload = timeline_payload(water, Choice(bill=bill), as_of=dt.date(2031, 3, 5), title="Water Bill")
    tracks = [track["id"] for track in payload["tracks"]]
    assert tracks == ["Senate of Arkania", "Head of state", "Around the bill", "Not named"]
    marks = {event["type"]: event for event in payload["events"]}
    assert (marks["passage"]["start"], marks["passage"]["end"]) == ("2031-03-03", "2031-03-03")
    assert (marks["promise"]["start"], marks["promise"]["end"]) == (None, None)
    assert (marks["assent"]["status"], marks["assent"]["words"]) == ("promised", "within a week")
    assert marks["passage"]["label"] == "passage"
    assert payload["as_of"] == "2031-03-05"
    assert payload["undated_order"] == [event_of(water, E.PROMISE)]


def test_tracks_begin_with_a_capital_and_general_ones_come_last(small_shelf: Library) -> None:
    for by in ("institution", "actor", "bill", "place"):
        payload = timeline_payload(small_shelf, Choice(), by=by)
        labels = [track["label"] for track in payload["tracks"]]
        assert all(label[:1] == label[:1].upper() for label in labels)
        general = [
            label in ("Head of state", "In force", "Around the bill", "Not named", "Nobody named", "No bill")
            for label in labels
        ]
        assert general == sorted(general)
        assert {track["id"] for track in payload["tracks"]} == {event["track"] for event in payload["events"]}


def test_links_join_shown_events_only(small_shelf: Library, water: Library) -> None:
    shown = timeline_payload(water, Choice())
    (link,) = shown["links"]
    assert (link["source"], link["target"], link["kind"]) == (
        event_of(water, E.ASSENT),
        event_of(water, E.PASSAGE),
        "follows",
    )
    assert timeline_payload(water, Choice(types=frozenset((E.ASSENT,))))["links"] == []
    whole = timeline_payload(small_shelf, Choice())
    ids = {event["id"] for event in whole["events"]}
    assert all({link["source"], link["target"]} <= ids for link in whole["links"])


def test_known_order_puts_each_event_after_those_it_follows(small_shelf: Library) -> None:
    events = list(small_shelf.assessments.values())
    order = in_known_order(small_shelf, events)
    assert sorted(order) == sorted(small_shelf.assessments)
    for assessment in events:
        for earlier in assessment.follows:
            if earlier in order and assessment.event not in _all_before(small_shelf, earlier):
                assert order.index(earlier) < order.index(assessment.event)


def _all_before(shelf: Library, event: str) -> set[str]:
    found, left = set[str](), [event]
    while left:
        for earlier in shelf.assessments[left.pop()].follows:
            if earlier in shelf.assessments and earlier not in found:
                found.add(earlier)
                left.append(earlier)
    return found


def test_the_table_has_the_same_events_in_words(both: Collection) -> None:
    whole = library(both)
    rows = table(whole, Choice())
    assert [row["id"] for row in rows] == [a.event for a in chosen(whole, Choice())]
    passage = next(row for row in rows if row["type"] == "passage")
    assert passage["when"] == "3 Mar 2031"
    assert passage["votes"] == "41 for, 7 against"
    assert passage["outcome"] == "approved"
    assert passage["by"] == "Senate of Arkania"
    assert passage["articles"] == 2


def test_an_earlier_day_shows_no_event_told_later(small_shelf: Library) -> None:
    days = sorted({a.article.published for a in small_shelf.accounts.values() if a.article.published})
    numbers = [
        len(timeline_payload(library(small_shelf.collection, until=day), Choice())["events"]) for day in days
    ]
    assert numbers[0] > 0
    assert all(a <= b for a, b in itertools.pairwise(numbers))


def test_over_several_bills_tracks_of_one_name_are_told_apart() -> None:
    shelf = shelf_of(reported(1, "Arkania"), reported(2, "Borduria"), reported(3, None))

    def tracks(by: Tracks, bill: str | None = None) -> list[str]:
        payload = timeline_payload(shelf, Choice(bill=bill), by=by)
        return sorted(track["label"] for track in payload["tracks"])

    assert tracks("bill")[:2] == ["Budget (Arkania)", "Budget (Borduria)"]
    assert tracks("institution")[:2] == ["Senate (Arkania)", "Senate (Borduria)"]
    assert tracks("institution", "bill/budget-1") == ["Senate"]
    assert tracks("place") == ["Arkania", "Borduria", "State not named"]
