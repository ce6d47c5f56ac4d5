"""What must hold on the article that the project began with (kept beside the checkout, not in it)."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.articles import read_inputs
from graph.lexicons import ROOT
from graph.linking.account import read_account
from graph.linking.windows import begin, constraints
from graph.model import Article, Window
from graph.records import extraction_record
from graph.temporal.network import Point
from graph.terms import Factuality

Record = dict[str, Any]
AHEAD = {"scheduled", "required", "conditional", "expected"}


@pytest.fixture(scope="module")
def seed(shared: Path) -> Article:
    (article,) = read_inputs(sorted((shared / "seed").glob("*.txt")))
    assert isinstance(article, Article)
    return article


@pytest.fixture(scope="module")
def record(seed: Article) -> Record:
    return extraction_record(read_account(replace(seed, published=dt.date(2026, 2, 7))))


@pytest.fixture(scope="module")
def undated(seed: Article) -> Record:
    return extraction_record(read_account(seed))


def only(record: Record, kind: str) -> Record:
    (event,) = [event for event in record["events"] if event["type"] == kind]
    return dict(event)


def agents(event: Record, role: str = "agent") -> list[str]:
    return [part["name"] for part in event["participants"] if part["role"] == role]


def test_first_reading_happened_and_is_over_the_day_before(record: Record) -> None:
    event = only(record, "first-reading")
    assert (event["status"], event["outcome"]) == ("happened", "approved")
    assert agents(event) == ["National Assembly"]
    assert event["start"] is None
    assert event["end"] == "2026-02-06"


def test_the_meeting_is_one_day_after_the_first_reading(seed: Article) -> None:
    account = read_account(seed)
    kinds = {event.id: event.type for event in account.events}
    distances = [c.distance for c in account.claims if kinds[c.event] == "meeting" and c.distance]
    (apart,) = [d for d in distances if kinds.get(d.anchor) == "first-reading"]
    assert (apart.at_least, apart.at_most) == (1, 1)


def test_the_meeting_stays_one_day_after_whatever_the_day(seed: Article) -> None:
    account = read_account(seed)
    reading = next(event.id for event in account.events if event.type == "first-reading")
    for day in (dt.date(2026, 2, 3), dt.date(2025, 12, 31)):
        known = replace(
            account,
            claims=tuple(
                replace(claim, window=Window(earliest_begin=day, latest_end=day))
                if claim.event == reading
                else claim
                for claim in account.claims
            ),
        )
        meeting = only(extraction_record(known), "meeting")
        assert meeting["start"] == meeting["end"] == (day + dt.timedelta(days=1)).isoformat()


def test_the_two_of_one_surname_are_two_people(record: Record) -> None:
    named = [actor for actor in record["actors"] if "Rodríguez" in actor["name"]]
    assert sorted(actor["name"] for actor in named) == ["Delcy Rodríguez", "Jorge Rodríguez"]
    assert not {alias for actor in named for alias in actor["aliases"]} & {"Rodríguez"}
    (meeting,) = [event for event in record["events"] if event["type"] == "meeting"]
    assert set(agents(meeting)) == {"Jorge Rodríguez", "relatives of the prisoners"}


def test_introduction_by_the_interim_president(record: Record) -> None:
    event = only(record, "introduction")
    assert event["status"] == "happened"
    assert agents(event) == ["Delcy Rodríguez"]
    offices = {
        actor["name"]: [(o["title"], o["organisation"], o["capacity"]) for o in actor["offices"]]
        for actor in record["actors"]
    }
    assert ("interim president", "Venezuela", "acting") in offices["Delcy Rodríguez"]
    assert ("President", "National Assembly", "incumbent") in offices["Jorge Rodríguez"]


def test_second_reading_lies_ahead_next_week(record: Record) -> None:
    event = only(record, "second-reading")
    assert event["status"] in AHEAD
    assert (event["start"], event["end"]) == ("2026-02-09", "2026-02-15")
    assert event["outcome"] is None
    assert agents(event) == ["National Assembly"]


def test_what_follows_is_required_or_conditional_and_in_order(record: Record) -> None:
    steps = [only(record, kind) for kind in ("transmission", "assent", "publication", "commencement")]
    assert {step["status"] for step in steps} <= {"required", "conditional"}
    assert all(step["start"] >= "2026-02-09" and step["end"] is None for step in steps)
    assert agents(steps[0], "recipient") == ["Delcy Rodríguez"]


def test_later_steps_follow_earlier_ones(seed: Article) -> None:
    account = read_account(replace(seed, published=dt.date(2026, 2, 7)))
    by_type = {event.type: event.id for event in account.events}
    said = {(c.earlier, c.later) for c in constraints([account]) if c.layer == "procedure"}
    chain = ("second-reading", "transmission", "assent", "publication", "commencement")
    for earlier, later in itertools.pairwise(chain):
        assert (begin(by_type[earlier]), begin(by_type[later])) in said  # type: ignore[index]


def test_release_is_promised_after_entry_into_force(record: Record, seed: Article) -> None:
    event = only(record, "release")
    assert event["status"] == "promised"
    assert "Jorge Rodríguez" in event["according_to"]
    assert (event["start"], event["latest_begin"]) == ("2026-02-10", "2026-02-13")
    account = read_account(replace(seed, published=dt.date(2026, 2, 7)))
    kinds = {e.id: e.type for e in account.events}
    after = {kinds[a] for c in account.claims if kinds[c.event] == "release" for a in c.after}
    assert "commencement" in after


def test_scope_is_a_property_of_the_bill(record: Record) -> None:
    (bill,) = record["bills"]
    provisions = {p["kind"]: p for p in bill["provisions"]}
    assert (provisions["covers"]["from"], provisions["covers"]["to"]) == ("1999-01-01", "2026-12-31")
    for crime in ("murder", "drug trafficking", "severe human rights violations"):
        assert crime in provisions["excludes"]["text"]
    stages = [e for e in record["events"] if e["bill"]]
    assert all("Chávez" not in quote or "amnesty" in quote for e in stages for quote in e["quotes"])
    assert not any((e["start"] or "").startswith("1999") for e in record["events"])


def test_the_scope_and_the_history_are_no_events(record: Record) -> None:
    told = {quote for event in record["events"] for quote in event["quotes"]}
    assert not any(quote.startswith("The law covers events from 1999 to 2026") for quote in told)
    history = [e for e in record["events"] if any("Chavismo" in quote for quote in e["quotes"])]
    assert {event["type"] for event in history} <= {"statement"}  # that she said so
    assert all(agents(event) == ["Delcy Rodríguez"] for event in history)
    assert not any("Hugo Chávez" in part["name"] for e in record["events"] for part in e["participants"])


def test_only_the_years_that_the_law_covers_are_years_of_a_provision(record: Record) -> None:
    (bill,) = record["bills"]
    dated = {p["kind"] for p in bill["provisions"] if p["from"] or p["to"]}
    assert dated == {"covers"}


def test_positions(record: Record) -> None:
    held = {(event["type"], agents(event)[0]) for event in record["events"] if event["stage"] is None}
    assert {name for kind, name in held if kind == "support"} == {
        "executive branch",
        "Venezuelan opposition",
        "United States of America",
    }
    assert {name for kind, name in held if kind == "demand"} == {
        "Venezuelan opposition",
        "human rights organizations",
    }


def test_support_that_is_there_already_is_not_told_as_expected(record: Record) -> None:
    statuses = {
        (event["type"], agents(event)[0]): event["status"]
        for event in record["events"]
        if event["stage"] is None
    }
    assert {key: status for key, status in statuses.items() if not Factuality(status).is_fact} == {}


def test_without_publication_only_the_caption_has_a_day(undated: Record) -> None:
    days = {(e["type"], e["start"], e["end"]) for e in undated["events"] if e["start"] or e["end"]}
    assert days == {("protest", "2026-01-30", "2026-01-30")}
    assert only(undated, "second-reading")["date_text"] == "next week"


def test_without_publication_order_and_distances_are_kept(seed: Article) -> None:
    def order(article: Article) -> set[tuple[Point, Point]]:
        said = constraints([read_account(article)])
        return {(c.earlier, c.later) for c in said if c.earlier.node and "article/" not in str(c)}

    def apart(article: Article) -> set[tuple[str, str | None, int | None, int | None]]:
        account = read_account(article)
        kinds = {event.id: str(event.type) for event in account.events}
        return {
            (kinds[c.event], kinds.get(c.distance.anchor), c.distance.at_least, c.distance.at_most)
            for c in account.claims
            if c.distance
        }

    dated = replace(seed, published=dt.date(2026, 2, 7))
    assert order(dated) == order(seed)
    assert ("meeting", "first-reading", 1, 1) in apart(dated)
    assert apart(dated) <= apart(seed)
    assert ("second-reading", None, 1, 13) in apart(seed)  # next week, whichever week that is


def test_the_same_comes_out_next_week(
    seed: Article, undated: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 7 * 86_400)
    assert dt.date.today() > dt.date.fromtimestamp(now)
    assert extraction_record(read_account(seed)) == undated


def test_nothing_that_reads_an_article_knows_a_clock() -> None:
    clock = re.compile(r"\.(today|now|utcnow|localtime|gmtime|time_ns)\(|\btime\.time\(")
    parts = ("articles", "language", "temporal", "extraction", "linking", "checks", "rdf")
    read = [
        path
        for part in parts
        for path in (ROOT / "graph" / part).rglob("*.py")
        if "training" not in path.parts and path.name != "making.py"  # a person judges at some moment
    ]
    assert len(read) > 50
    assert [str(path) for path in read if clock.search(path.read_text(encoding="utf-8"))] == []


def test_every_quote_stands_in_the_article(record: Record, seed: Article) -> None:
    for event in record["events"]:
        for quote in event["evidence"]:
            assert seed.part(quote["part"])[quote["start"] : quote["end"]] == quote["text"]


def test_nothing_promised_counts_as_fact(record: Record) -> None:
    for kind in ("second-reading", "transmission", "assent", "publication", "commencement", "release"):
        assert not Factuality(only(record, kind)["status"]).is_fact
