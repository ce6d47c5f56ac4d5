"""Every rule fires on a graph broken for it, and on no other; both engines find the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.checks.shapes import Finding, check_shapes, findings, quick_check, rules
from graph.errors import DamagedError
from graph.rdf.export import exported
from graph.rdf.store import Store
from graph.vocabulary import PREFIXES
from tests.rdf import accounts, rich

BREAK = {
    "ArticleComplete": "DELETE { ?a dcterms:identifier ?i } WHERE { ?a dcterms:identifier ?i }",
    "ArticleOnePublicationDay": (
        "INSERT { ?a dcterms:issued '1931-01-01'^^xsd:date } WHERE { ?a dcterms:issued ?d }"
    ),
    "EvidenceComplete": "DELETE { ?v oa:start ?s } WHERE { ?v oa:start ?s }",
    "EvidenceAsLongAsItSays": "DELETE { ?v oa:end ?e } INSERT { ?v oa:end 9999 } WHERE { ?v oa:end ?e }",
    "EvidenceStandsInArticle": "DELETE { ?a lp:text ?t } INSERT { ?a lp:text '' } WHERE { ?a lp:text ?t }",
    "ClaimHasEvidence": "DELETE { ?c lp:evidence ?v } WHERE { ?c lp:evidence ?v ; lp:factuality ?f }",
    "ClaimComplete": "DELETE { ?c lp:because ?b } WHERE { ?c lp:because ?b }",
    "ClaimAboutOneEvent": "DELETE { ?c lp:about ?e } WHERE { ?c a lp:Claim ; lp:about ?e }",
    "ClaimOneFactuality": "INSERT { ?c lp:factuality lpf:sure } WHERE { ?c a lp:Claim }",
    "ClaimConfidence": "INSERT { ?c lp:confidence 1.5 } WHERE { ?c lp:confidence ?x }",
    "PositionComplete": "DELETE { ?p lp:holder ?h } WHERE { ?p a lp:Position ; lp:holder ?h }",
    "EventHasLabel": "INSERT { ?e rdfs:label 'another' } WHERE { ?e lp:status ?s }",
    "EventHasStatus": "DELETE { ?e lp:status ?s } WHERE { ?e lp:status ?s }",
    "EventOneStatus": "INSERT { ?e lp:status lpf:denied } WHERE { ?e lp:status ?s }",
    "EventIsClaimed": "DELETE { ?c a lp:Claim } WHERE { ?c a lp:Claim }",
    "EventHasKind": "DELETE { ?e a ?k } WHERE { ?e a ?k ; lp:status ?s }",
    "NoOutcomeAhead": "INSERT { ?e lp:outcome lpo:approved } WHERE { ?e lp:status lpf:promised }",
    "NothingFollowsItself": "INSERT { ?b lp:follows ?a } WHERE { ?a lp:follows ?b }",
    "StatusHasClaim": "INSERT { ?e lp:status lpf:denied } WHERE { ?e lp:status lpf:happened }",
    "StepHasBill": "DELETE { ?e lp:bill ?b } WHERE { ?e lp:bill ?b }",
    "ConditionNamed": (
        "DELETE { ?e lp:status ?s } INSERT { ?e lp:status lpf:conditional }"
        " WHERE { ?e a lp:Introduction ; lp:status ?s }"
    ),
    "PromiseHasSpeaker": (
        "DELETE { ?c lp:attributedTo ?a . ?p lp:announces ?e }"
        " WHERE { ?e lp:status lpf:promised . ?c lp:about ?e ; lp:attributedTo ?a . ?p lp:announces ?e }"
    ),
    "BoundsInOrder": "INSERT { ?e lp:latestEnd '1990-01-01'^^xsd:date } WHERE { ?e lp:earliestBegin ?d }",
    "BoundsOnce": "INSERT { ?e lp:latestEnd '2090-01-01'^^xsd:date } WHERE { ?e lp:latestEnd ?d }",
    "BoundsIfKeptInOrder": (
        "INSERT { ?e lp:earliestBeginIfKept '2031-02-02'^^xsd:date ;"
        " lp:latestEndIfKept '2031-02-01'^^xsd:date }"
        " WHERE { ?e a lp:Assent }"
    ),
    "BoundsIfKeptOnce": "INSERT { ?e lp:latestEndIfKept 'soon' , 'later' } WHERE { ?e a lp:Assent }",
    "DistanceHasAnchor": "DELETE { ?c lp:anchor ?a } WHERE { ?c lp:anchor ?a }",
    "FollowsFitsDays": (
        "DELETE { ?b lp:earliestBegin ?x } INSERT { ?b lp:earliestBegin '2031-12-01'^^xsd:date }"
        " WHERE { ?a lp:follows ?b . ?b lp:earliestBegin ?x }"
    ),
    "NotFromTheFuture": "DELETE { ?a dcterms:issued ?d } INSERT { ?a dcterms:issued '1999-01-01'^^xsd:date }"
    " WHERE { ?a dcterms:issued ?d }",
    "NotOverAlready": "DELETE { ?a dcterms:issued ?d } INSERT { ?a dcterms:issued '2050-01-01'^^xsd:date }"
    " WHERE { ?a dcterms:issued ?d }",
    "ActorHasName": "DELETE { ?a lp:name ?n } WHERE { ?a a lp:Person ; lp:name ?n }",
    "NameHasLabel": "DELETE { ?a rdfs:label ?n } WHERE { ?a lp:name ?m ; rdfs:label ?n }",
    "TenureComplete": "DELETE { ?t lp:capacity ?c } WHERE { ?t lp:capacity ?c }",
    "BillHasName": "DELETE { ?b a lp:Bill } WHERE { ?b a lp:Bill }",
    "ProvisionComplete": "INSERT { id:provision\\/x a lp:Provision } WHERE { ?a a lp:Article }",
    "VotesAreNumbers": "INSERT { ?e eli-dl:number_of_votes_against 'few' } WHERE { ?e a lp:Passage }",
    "MajorityWins": "INSERT { ?e eli-dl:number_of_votes_against 400 } WHERE { ?e a lp:Passage }",
    "NotBothSides": (
        "INSERT { id:position\\/x a lp:Position ; lp:holder ?h ; lp:about ?b ; lp:stance lpst:support }"
        " WHERE { ?p lp:holder ?h ; lp:about ?b ; lp:stance lpst:opposition }"
    ),
}


@cache
def good() -> bytes:
    return exported(accounts.collection(), "turtle", vocabulary=False)[0]


def broken(*shapes: str, strict: bool = True) -> bytes:
    """The small bill's graph after the changes that break these rules."""
    store = ox.Store()
    store.load(good(), format=ox.RdfFormat.TURTLE)
    for shape in shapes:
        before = set(store)
        store.update(BREAK[shape], prefixes=PREFIXES)
        assert not strict or set(store) != before, f"nothing was broken for {shape}"
    written = store.dump(format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    assert written is not None
    return written


def test_the_good_graphs_conform_by_pyshacl_and_by_queries() -> None:
    for collection in (accounts.collection(), rich.collection()):
        written = exported(collection, "turtle")[0]
        assert quick_check(written) == ()
        assert quick_check(exported(collection, "nquads")[0], format="nquads") == ()
    assert check_shapes(good()) == ()


@pytest.mark.parametrize("shape", [rule.shape for rule in rules()])
def test_each_rule_fires_on_a_graph_broken_for_it(shape: str) -> None:
    found = quick_check(broken(shape))
    mine = [finding for finding in found if finding.shape == shape]
    assert mine
    assert all(finding.message.endswith(".") and finding.node for finding in mine)


def test_pyshacl_finds_what_the_queries_find_whatever_is_broken() -> None:
    fired = set()
    for part in range(4):
        graph = broken(*list(BREAK)[part::4], strict=False)
        found = check_shapes(graph)
        assert found == quick_check(graph)
        fired |= {one.shape for one in found}
    assert len(fired) >= 0.85 * len(BREAK)  # a few changes get in each other's way


def test_a_finding_quotes_the_words_behind_it() -> None:
    found = [one for one in quick_check(broken("PromiseHasSpeaker")) if one.shape == "PromiseHasSpeaker"]
    assert [(one.severity, one.quote) for one in found] == [
        ("warning", "President Ilmar Tosk promised to sign the law within a week.")
    ]


def test_a_store_is_checked_through_its_own_queries() -> None:
    from graph.rdf.ontology import vocabulary

    store = Store.memory(accounts.collection())
    store.oxigraph.extend(ox.Quad(one.subject, one.predicate, one.object) for one in vocabulary())
    assert findings(lambda select: store.query(select, trusted=True)) == ()
    store.oxigraph.update(
        "DELETE { GRAPH ?g { ?e lp:bill ?b } } WHERE { GRAPH ?g { ?e lp:bill ?b } }", prefixes=PREFIXES
    )
    found = findings(lambda select: store.query(select, trusted=True))
    assert {one.shape for one in found} == {"StepHasBill"}


def test_rules_keep_to_what_every_engine_can_run() -> None:
    for rule in rules():
        assert not any(word in rule.select.upper() for word in ("VALUES", "MINUS", "SERVICE"))
        assert rule.select.count("?this") > 1


def test_no_graph_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(DamagedError, match="no turtle"):
        quick_check(b"this is no graph")
    with pytest.raises(DamagedError, match="nowhere"):
        check_shapes(tmp_path / "nowhere.ttl")


def test_findings_sort_with_violations_first() -> None:
    one, two = Finding("warning", "A", "n", "m"), Finding("violation", "B", "n", "m")
    assert sorted([one, two]) == [two, one]
