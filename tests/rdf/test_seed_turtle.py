"""What must hold on the article that the project began with, read back from its Turtle by other tools."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace, Node
from rdflib.compare import to_isomorphic

from graph.articles import read_inputs
from graph.checks.shapes import check_shapes, quick_check
from graph.linking.account import read_account
from graph.linking.assessment import collect
from graph.model import Article, Collection
from graph.rdf.export import export, exported
from graph.vocabulary import CONCEPTS, NS, PREFIXES

LP, OA, DCTERMS = Namespace(NS), Namespace(PREFIXES["oa"]), Namespace(PREFIXES["dcterms"])
FACT, OUTCOME = Namespace(CONCEPTS["lpf"]), Namespace(CONCEPTS["lpo"])
STANCE, KIND, CAPACITY = (Namespace(CONCEPTS[name]) for name in ("lpst", "lpp", "lpc"))
AHEAD = {FACT.required, FACT.conditional, FACT.scheduled}
STEPS = ("SecondReading", "Transmission", "Assent", "Publication", "Commencement")


@pytest.fixture(scope="module")
def seed(shared: Path) -> Article:
    (article,) = read_inputs(sorted((shared / "seed").glob("*.txt")))
    assert isinstance(article, Article)
    return article


@pytest.fixture(scope="module")
def dated(seed: Article) -> Collection:
    return collect([read_account(replace(seed, published=dt.date(2026, 2, 7)))])


@pytest.fixture(scope="module")
def turtle(dated: Collection) -> Graph:
    return Graph().parse(data=exported(dated, "turtle", vocabulary=False)[0], format="turtle")


@pytest.fixture(scope="module")
def undated(seed: Article) -> Graph:
    written = exported(collect([read_account(seed)]), "turtle", vocabulary=False)[0]
    return Graph().parse(data=written, format="turtle")


def only(graph: Graph, kind: str) -> Node:
    (event,) = graph.subjects(RDF.type, LP[kind])
    return event


def claims(graph: Graph, event: Node) -> list[Node]:
    return [claim for claim in graph.subjects(LP.about, event) if (claim, RDF.type, LP.Claim) in graph]


def said(graph: Graph, node: Node, *path: str) -> set[str]:
    """The values at the end of a path of properties, as text."""
    found = {node}
    for name in path:
        found = {value for one in found for value in graph.objects(one, LP[name])}
    return {str(value) for value in found}


def window(graph: Graph, node: Node) -> dict[str, str]:
    names = ("earliestBegin", "latestBegin", "earliestEnd", "latestEnd")
    return {name: str(day) for name in names if (day := graph.value(node, LP[name])) is not None}


def before(graph: Graph, event: Node) -> set[Node]:
    """Everything that an event follows, through any number of steps."""
    return {one for one in graph.transitive_objects(event, LP.follows) if one is not None} - {event}


def test_first_reading(turtle: Graph) -> None:
    event = only(turtle, "FirstReading")
    assert turtle.value(event, LP.status) == FACT.happened
    assert turtle.value(event, LP.outcome) == OUTCOME.approved
    assert said(turtle, event, "agent", "name") == {"National Assembly"}
    assert window(turtle, event) == {"latestEnd": "2026-02-06"}
    assert all(window(turtle, claim) == {} for claim in claims(turtle, event))


def test_the_meeting_is_one_day_after_it(turtle: Graph) -> None:
    (claim,) = claims(turtle, only(turtle, "Meeting"))
    assert turtle.value(claim, LP.anchor) == only(turtle, "FirstReading")
    assert (said(turtle, claim, "atLeast"), said(turtle, claim, "atMost")) == ({"1"}, {"1"})
    assert said(turtle, only(turtle, "Meeting"), "agent", "name") == {
        "Jorge Rodríguez",
        "relatives of the prisoners",
    }


def test_introduction_and_the_two_of_one_surname(turtle: Graph) -> None:
    event = only(turtle, "Introduction")
    assert turtle.value(event, LP.status) == FACT.happened
    assert said(turtle, event, "agent", "name") == {"Delcy Rodríguez"}
    tenures = {
        (*said(turtle, tenure, "holder", "name"), *said(turtle, tenure, "title"))
        for tenure in turtle.subjects(RDF.type, LP.Tenure)
    }
    assert {("Delcy Rodríguez", "interim president"), ("Jorge Rodríguez", "President")} <= tenures
    (speaker,) = [
        tenure
        for tenure in turtle.subjects(LP.title)
        if said(turtle, tenure, "holder", "name") == {"Jorge Rodríguez"}
    ]
    assert said(turtle, speaker, "organisation") == {"National Assembly"}
    (interim,) = turtle.subjects(LP.capacity, CAPACITY.acting)
    assert said(turtle, interim, "holder", "name") == {"Delcy Rodríguez"}


def test_second_reading_lies_ahead_next_week(turtle: Graph) -> None:
    event = only(turtle, "SecondReading")
    assert turtle.value(event, LP.status) in AHEAD
    assert window(turtle, event) == {"earliestBegin": "2026-02-09", "latestEnd": "2026-02-15"}
    assert turtle.value(event, LP.outcome) is None
    assert all(turtle.value(claim, LP.outcome) is None for claim in claims(turtle, event))


def test_what_follows_is_required_with_an_open_end(turtle: Graph) -> None:
    for kind in STEPS[1:]:
        event = only(turtle, kind)
        assert turtle.value(event, LP.status) in {FACT.required, FACT.conditional}
        assert window(turtle, event).keys() == {"earliestBegin"}
        assert window(turtle, event)["earliestBegin"] >= "2026-02-09"
    assert said(turtle, only(turtle, "Transmission"), "recipient", "name") == {"Delcy Rodríguez"}


def test_steps_follow_in_order(turtle: Graph) -> None:
    reading, sent, signed, printed, force = (only(turtle, kind) for kind in STEPS)
    assert before(turtle, printed) >= {reading, sent, signed}
    assert before(turtle, signed) >= {reading, sent}
    assert before(turtle, sent) >= {reading}
    assert before(turtle, force) >= {reading}


def test_entry_into_force_follows_publication(turtle: Graph) -> None:
    assert only(turtle, "Publication") in before(turtle, only(turtle, "Commencement"))


def test_release_is_promised_after_entry_into_force(turtle: Graph) -> None:
    event = only(turtle, "Release")
    assert turtle.value(event, LP.status) == FACT.promised
    found = window(turtle, event)
    assert (found["earliestBegin"], found["latestBegin"]) == ("2026-02-10", "2026-02-13")
    assert only(turtle, "Commencement") in before(turtle, event)
    promises = [claim for claim in claims(turtle, event) if (claim, LP.factuality, FACT.promised) in turtle]
    assert "Jorge Rodríguez" in {n for c in promises for n in said(turtle, c, "attributedTo", "name")}
    assert said(turtle, event, "affected", "name") == {"political prisoners"}


def test_scope_is_of_the_bill(turtle: Graph) -> None:
    (bill,) = turtle.subjects(RDF.type, LP.Bill)
    (covers,) = turtle.subjects(LP.kind, KIND.covers)
    (excludes,) = turtle.subjects(LP.kind, KIND.excludes)
    assert {turtle.value(one, LP.ofBill) for one in (covers, excludes)} == {bill}
    found = window(turtle, covers)
    assert (found["earliestBegin"], found["latestEnd"]) == ("1999-01-01", "2026-12-31")
    left_out = str(turtle.value(excludes, DCTERMS.description))
    for crime in ("murder", "drug trafficking", "severe human rights violations"):
        assert crime in left_out


def test_nothing_happened_in_1999(turtle: Graph) -> None:
    events = {
        event for claim in turtle.subjects(RDF.type, LP.Claim) for event in turtle.objects(claim, LP.about)
    }
    days = [day for event in events for day in window(turtle, event).values()]
    assert min(days) > "2025"


def test_positions(turtle: Graph) -> None:
    def holders(stance: str) -> set[str]:
        held = turtle.subjects(LP.stance, STANCE[stance])
        return {name for position in held for name in said(turtle, position, "holder", "name")}

    assert holders("support") == {"executive branch", "Venezuelan opposition", "United States of America"}
    assert holders("demand") == {"Venezuelan opposition", "human rights organizations"}


def test_support_that_is_there_already_is_a_fact(turtle: Graph) -> None:
    held = turtle.subjects(RDF.type, LP.Position)
    assert {turtle.value(position, LP.factuality) for position in held} <= {FACT.happened, FACT.ongoing}


def dates(graph: Graph) -> Iterator[tuple[Node, str]]:
    """Every node with a day in it, and the day."""
    for node, _, value in graph:
        if str(getattr(value, "datatype", "")).endswith("#date"):
            yield node, str(value)


def test_without_publication_only_the_caption_has_a_day(undated: Graph) -> None:
    protest, provisions = only(undated, "Protest"), set(undated.subjects(RDF.type, LP.Provision))
    told = {(node, day) for node, day in dates(undated) if node not in provisions}
    assert told == {(node, "2026-01-30") for node in (protest, *claims(undated, protest))}
    assert undated.value(None, DCTERMS.issued) is None
    (reading,) = claims(undated, only(undated, "SecondReading"))
    assert said(undated, reading, "expression") == {"next week"}


def test_without_publication_order_and_distances_are_kept(turtle: Graph, undated: Graph) -> None:
    assert set(undated.subject_objects(LP.follows)) == set(turtle.subject_objects(LP.follows))
    for name in ("anchor", "atLeast", "atMost"):
        assert set(turtle.subject_objects(LP[name])) <= set(undated.subject_objects(LP[name]))


def test_every_quote_stands_in_the_article_at_its_offsets(turtle: Graph, seed: Article) -> None:
    quotes = list(turtle.subjects(OA.exact))
    assert len(quotes) > 10
    for quote in quotes:
        exact, start, end = (turtle.value(quote, OA[name]) for name in ("exact", "start", "end"))
        part = seed.title if str(quote).rsplit("/", 1)[1].startswith("h") else seed.text
        assert part[int(str(start)) : int(str(end))] == str(exact)
    for told in (LP.Claim, LP.Position, LP.Tenure, LP.Provision):
        assert all(turtle.value(one, LP.evidence) in quotes for one in turtle.subjects(RDF.type, told))


def test_it_keeps_to_the_shapes_and_stays_small(dated: Collection) -> None:
    written, count = exported(dated, "turtle", vocabulary=True)
    assert count <= 500
    assert quick_check(written) == ()
    assert check_shapes(written) == ()


def test_three_readers_find_the_same(dated: Collection, turtle: Graph, tmp_path: Path) -> None:
    path = tmp_path / "seed.ttl"
    count = export(dated, "turtle", path, vocabulary=False)
    assert len(turtle) == count
    assert len(list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))) == count
    if shutil.which("rapper") is None:
        pytest.skip("rapper (raptor2-utils) is not installed")
    done = subprocess.run(
        ["rapper", "-q", "-i", "turtle", "-o", "ntriples", str(path)], capture_output=True, check=True
    )
    assert done.stderr == b""
    assert to_isomorphic(Graph().parse(data=done.stdout, format="nt")) == to_isomorphic(turtle)
