"""Each named question on the sample stories: the same as the library of the views computes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from graph.lexicons import ROOT
from graph.model import Assessment, Claim, Position, Provision, Tenure
from graph.pipeline import build
from graph.rdf.store import Store
from graph.terms import STAGES, EventType, Factuality, Role
from graph.views.library import Library, library
from tests.rdf.asking import Asked, Row, asking

F, E = Factuality, EventType
FACTS = (F.HAPPENED, F.ONGOING)
AHEAD = (F.SCHEDULED, F.EXPECTED, F.PROMISED, F.REQUIRED, F.CONDITIONAL, F.POSSIBLE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "store"
    build([ROOT / "data" / "articles"], folder)
    return folder


@pytest.fixture(scope="module")
def asked(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asking(store, tmp_path_factory.mktemp("asked") / "quads")


@pytest.fixture(scope="module")
def shelf(store: Path) -> Library:
    with Store.read(store) as opened:
        return library(opened.collection())


@pytest.fixture(scope="module")
def bill(shelf: Library) -> str:
    """The bill with most events."""
    told = Counter(b for event in shelf.assessments for b in bills_of(shelf, event))
    return min(told, key=lambda b: (-told[b], b))


def bills_of(shelf: Library, event: str) -> set[str]:
    return {told.bill for told in shelf.events.get(event, ()) if told.bill}


def about(shelf: Library, bill: str) -> dict[str, Assessment]:
    return {e: one for e, one in shelf.assessments.items() if bill in bills_of(shelf, e)}


def claims(shelf: Library) -> list[tuple[str, Claim]]:
    """Return each claim with the identifier of its article."""
    return [(t.account.article.id, t.said) for told in shelf.claims.values() for t in told]  # type: ignore[misc]


def iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def events(rows: list[Row]) -> set[str | None]:
    return {row["event"] for row in rows}


def test_timeline(asked: Asked, shelf: Library, bill: str) -> None:
    rows = {row["event"]: row for row in asked("timeline", bill=bill)}
    wanted = about(shelf, bill)
    assert rows.keys() == wanted.keys()
    for event, one in wanted.items():
        assert rows[event]["what"] == one.label
        assert rows[event]["status"] == one.status.value
        assert rows[event]["from"] == iso(one.window.earliest_begin)
        assert rows[event]["to"] == iso(one.window.latest_end)


def test_steps(asked: Asked, shelf: Library, bill: str) -> None:
    rows = asked("steps", bill=bill)
    assert events(rows) == {e for e, one in about(shelf, bill).items() if one.type in STAGES}
    ahead = [row["status"] not in FACTS for row in rows]
    assert ahead == sorted(ahead)


def test_where_it_stands(asked: Asked, shelf: Library) -> None:
    latest = dict[str, dt.date]()
    for event, one in shelf.assessments.items():
        if one.type in STAGES and one.status is F.HAPPENED and one.window.latest_end:
            for bill in bills_of(shelf, event):
                latest[bill] = max(latest.get(bill, dt.date.min), one.window.latest_end)
    rows = asked("where-it-stands")
    assert {row["bill"]: row["to"] for row in rows} == {bill: iso(day) for bill, day in latest.items()}


def test_became_law(asked: Asked, shelf: Library) -> None:
    for row in asked("became-law"):
        found = about(shelf, str(row["bill"])).values()
        for column, kind in (("signature", E.ASSENT), ("entry_into_force", E.COMMENCEMENT)):
            wanted = {one.status.value for one in found if one.type is kind}
            assert set(filter(None, (row[column] or "").split(", "))) == wanted


def test_votes(asked: Asked, shelf: Library, bill: str) -> None:
    rows = {row["event"]: row for row in asked("votes", bill=bill)}
    for event, one in about(shelf, bill).items():
        told = one.status is F.HAPPENED and (one.outcome or (one.votes and one.votes.in_favour is not None))
        if told:
            assert rows[event]["in_favour"] == (
                str(one.votes.in_favour) if one.votes and one.votes.in_favour is not None else None
            )
    assert all(shelf.assessments[str(event)].status is F.HAPPENED for event in rows)


def test_between_readings(asked: Asked, shelf: Library) -> None:
    rows = asked("between-readings")
    assert rows
    for row in rows:
        a, b, c, d = (
            dt.date.fromisoformat(str(row[n])) for n in ("first_from", "first_to", "second_from", "second_to")
        )
        assert int(str(row["at_least"])) == max((c - b).days, 0)
        assert int(str(row["at_most"])) == (d - a).days


def test_what_it_covers(asked: Asked, shelf: Library) -> None:
    told = [t.said for found in shelf.provisions.values() for t in found]
    wanted = {(p.bill, p.text) for p in told if isinstance(p, Provision)}
    assert {(row["bill"], row["words"]) for row in asked("what-it-covers")} == wanted


def test_before_entry_into_force(asked: Asked, shelf: Library) -> None:
    found = {(row["event"], row["earlier"]) for row in asked("before-entry-into-force")}
    last = (E.ASSENT, E.PUBLICATION, E.COMMENCEMENT)
    for event, one in shelf.assessments.items():
        if one.type in last and bills_of(shelf, event):
            assert {(event, earlier) for earlier in one.follows} <= found


def test_did_not_happen(asked: Asked, shelf: Library) -> None:
    wanted = {
        claim.event
        for _, claim in claims(shelf)
        if claim.factuality is shelf.assessments[claim.event].status in (F.DENIED, F.CANCELLED)
    }
    assert events(asked("did-not-happen")) == wanted


def test_promised(asked: Asked, shelf: Library) -> None:
    wanted = {
        claim.event
        for _, claim in claims(shelf)
        if claim.factuality is shelf.assessments[claim.event].status is F.PROMISED
    }
    rows = asked("promised")
    assert events(rows) == wanted
    named = {shelf.name(claim.source) for _, claim in claims(shelf) if claim.source}
    assert {row["by"] for row in rows} - {None} <= named


def test_not_yet_fact(asked: Asked, shelf: Library) -> None:
    wanted = {event for event, one in shelf.assessments.items() if one.status in AHEAD}
    assert events(asked("not-yet-fact")) == wanted


def test_conditions(asked: Asked, shelf: Library) -> None:
    wanted = set()
    for _, claim in claims(shelf):
        ties = (("only if", claim.conditions), ("after", claim.after), ("before", claim.before))
        for tie, others in ties:
            wanted |= {(claim.event, tie, other) for other in others if other in shelf.assessments}
    assert {(row["event"], row["tie"], row["earlier"]) for row in asked("conditions")} == wanted


def test_between_two_days(asked: Asked, shelf: Library) -> None:
    first, last = dt.date(2026, 2, 9), dt.date(2026, 2, 15)
    wanted = {
        event
        for event, one in shelf.assessments.items()
        if (one.window.earliest_begin or one.window.latest_end)
        and (one.window.earliest_begin or dt.date.min) <= last
        and (one.window.latest_end or dt.date.max) >= first
    }
    rows = asked("between-two-days", **{"from": first.isoformat(), "to": last.isoformat()})
    assert events(rows) == wanted


def test_no_date(asked: Asked, shelf: Library) -> None:
    wanted = {
        event for event, one in shelf.assessments.items() if one.window.is_open and event in shelf.claims
    }
    assert events(asked("no-date")) == wanted


def test_vague_dates(asked: Asked, shelf: Library) -> None:
    rows = asked("vague-dates")
    wanted = set()
    for event, one in shelf.assessments.items():
        bounds = (one.window.earliest_begin, one.window.latest_end)
        if bounds != (None, None) and bounds[0] != bounds[1]:
            wanted.add(event)
    assert events(rows) == wanted
    widths = [int(row["days"]) for row in rows if row["days"]]
    assert widths == sorted(widths, reverse=True)


def test_time_words(asked: Asked, shelf: Library) -> None:
    wanted = {(claim.event, claim.expression) for _, claim in claims(shelf) if claim.expression}
    assert {(row["event"], row["words"]) for row in asked("time-words")} == wanted


def test_reported_until(asked: Asked, shelf: Library) -> None:
    until = dt.date(2026, 2, 6)
    rows = asked("reported-until", until=until.isoformat())
    told = {event: shelf.reported(event) for event in shelf.assessments}
    wanted = {event: iso(day) for event, day in told.items() if day and day <= until}
    assert {row["event"]: row["first_told"] for row in rows} == wanted


def test_publication_day(asked: Asked, shelf: Library) -> None:
    rows = asked("publication-day")
    assert {"Thursday"} <= {str(row["words"]) for row in rows}
    assert not [row for row in rows if "2026" in str(row["words"])]
    published = {identity: iso(a.article.published) for identity, a in shelf.accounts.items()}
    assert all(published[str(row["article"])] == row["issued"] for row in rows)


def test_before_the_bill(asked: Asked, shelf: Library) -> None:
    rows = asked("before-the-bill")
    assert rows
    for row in rows:
        one = shelf.assessments[str(row["event"])]
        assert one.type not in STAGES
        assert one.status is F.HAPPENED
        assert str(row["to"]) < str(row["introduced"])


def test_who_did_what(asked: Asked, shelf: Library) -> None:
    words = {Role.AGENT: "does it", Role.RECIPIENT: "receives it", Role.AFFECTED: "it is done to them"}
    wanted = {(e, p.actor, words[p.role]) for e in shelf.assessments for p in shelf.participants(e)}
    assert {(row["event"], row["actor"], row["part"]) for row in asked("who-did-what")} == wanted


def test_who_introduced(asked: Asked, shelf: Library) -> None:
    wanted = {
        (event, actor)
        for event, one in shelf.assessments.items()
        if one.type in (E.DRAFTING, E.INTRODUCTION) and bills_of(shelf, event)
        for actor in shelf.agents(event)
    }
    rows = asked("who-introduced")
    assert {(row["event"], row["actor"]) for row in rows} == wanted
    assert ("Delcy Rodríguez", "acting") in {(row["who"], row["capacity"]) for row in rows}


def test_offices(asked: Asked, shelf: Library) -> None:
    told = [t.said for found in shelf.tenures.values() for t in found]
    wanted = {(t.holder, t.title, t.organisation) for t in told if isinstance(t, Tenure)}
    assert {(row["actor"], row["office"], row["of"]) for row in asked("offices")} == wanted


def test_for_and_against(asked: Asked, shelf: Library) -> None:
    told = [t.said for found in shelf.positions.values() for t in found]
    wanted = {(p.holder, p.bill, p.stance.value) for p in told if isinstance(p, Position) and p.bill}
    rows = asked("for-and-against")
    assert {(row["actor"], row["bill"], row["stance"]) for row in rows} == wanted
    outlet = str(rows[0]["told_by"])
    assert {row["told_by"] for row in asked("for-and-against", outlet=outlet)} == {outlet}


def test_most_active(asked: Asked, shelf: Library) -> None:
    facts, others = Counter[str](), Counter[str]()
    for event, one in shelf.assessments.items():
        for actor in {p.actor for p in shelf.participants(event)}:
            (facts if one.status in FACTS else others)[actor] += 1
    rows = asked("most-active")
    for row in rows:
        assert (row["happened"], row["only_said"]) == tuple(
            str(c[str(row["actor"])]) for c in (facts, others)
        )
    assert len(rows) == len(facts.keys() | others.keys())


def test_on_whose_word(asked: Asked, shelf: Library) -> None:
    wanted = {(claim.source, claim.event) for _, claim in claims(shelf) if claim.source}
    assert {(row["actor"], row["event"]) for row in asked("on-whose-word")} == wanted


def test_who_said_what(asked: Asked, shelf: Library) -> None:
    wanted = {
        (event, actor)
        for event, one in shelf.assessments.items()
        if one.type in (E.STATEMENT, E.PROMISE) and event in shelf.claims
        for actor in shelf.agents(event)
    }
    assert {(row["event"], row["actor"]) for row in asked("who-said-what")} == wanted


def test_evidence(asked: Asked, shelf: Library, bill: str) -> None:
    wanted = {
        (claim.event, quote.exact)
        for _, claim in claims(shelf)
        if bill in bills_of(shelf, claim.event)
        for quote in claim.quotes
    }
    assert {(row["event"], row["quote"]) for row in asked("evidence", bill=bill)} == wanted


def outlets(shelf: Library, event: str) -> set[str]:
    return {a.article.outlet for a in shelf.articles_of(event) if a.article.outlet}


def test_several_outlets(asked: Asked, shelf: Library) -> None:
    wanted = {e: len(outlets(shelf, e)) for e in shelf.assessments if len(outlets(shelf, e)) > 1}
    assert {row["event"]: int(str(row["number"])) for row in asked("several-outlets")} == wanted


def test_told_differently(asked: Asked, shelf: Library) -> None:
    real = {row["event"] for row in asked("told-differently") if row["of"] == "how real"}
    wanted = set()
    for event, told in shelf.claims.items():
        pairs = {(t.account.article.outlet, t.said.factuality) for t in told if isinstance(t.said, Claim)}
        if any(a and b and a != b and f != g for a, f in pairs for b, g in pairs):
            wanted.add(event)
    assert real == wanted


def test_to_check_first(asked: Asked, shelf: Library) -> None:
    rows = asked("to-check-first")
    shares = [float(str(row["confidence"])) for row in rows]
    assert shares == sorted(shares)
    assert shares[0] == min(claim.confidence for _, claim in claims(shelf))
    assert len(rows) == 100


def test_bills(asked: Asked, shelf: Library) -> None:
    wanted = {
        b: len({a.article.id for a in shelf.accounts.values() if b in {x.id for x in a.bills}})
        for b in shelf.bills
    }
    assert {row["bill"]: int(str(row["articles"])) for row in asked("bills")} == wanted


def test_articles(asked: Asked, shelf: Library) -> None:
    rows = {str(row["article"]): row for row in asked("articles")}
    assert rows.keys() == shelf.accounts.keys()
    for identity, account in shelf.accounts.items():
        assert rows[identity]["claims"] == str(len(account.claims))
        assert rows[identity]["positions"] == str(len(account.positions))
        assert rows[identity]["issued"] == iso(account.article.published)


def test_network(asked: Asked, shelf: Library) -> None:
    rows = asked("network")
    parts = {(e, p.actor, p.role) for e in shelf.assessments for p in shelf.participants(e)}
    assert sum(row["link"] in ("does", "receives", "is affected by") for row in rows) == len(parts)
    follows = sum(len(one.follows) for one in shelf.assessments.values())
    assert sum(row["link"] == "comes after" for row in rows) == follows
