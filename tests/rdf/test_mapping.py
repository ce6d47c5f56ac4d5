"""Records come back from quads as they went in, and the graph stays light."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, Quad, RdfFormat, Store, parse, serialize

from graph.errors import DamagedError, StoreDamagedError
from graph.model import Account, Collection, Quote
from graph.rdf.mapping import (
    account_in_order,
    account_quads,
    assessment_quads,
    collection_in_order,
    read_account,
    read_collection,
)
from graph.rdf.terms import article_node, local, node, stage_name, stage_node, term
from tests import strategies
from tests.rdf import rich
from tests.rdf.accounts import WATER, collection, water


@strategies.calm
@given(strategies.accounts())
def test_an_account_comes_back_as_it_went_in(account: Account) -> None:
    graph = article_node(account.article.id)
    assert read_account(account_quads(account), graph) == account_in_order(account)


@strategies.calm
@given(strategies.collections(), st.randoms(use_true_random=False))
def test_a_collection_comes_back_through_a_store_and_a_file_in_any_order(
    found: Collection, chance: random.Random
) -> None:
    quads = [*(q for a in found.accounts for q in account_quads(a)), *assessment_quads(found)]
    chance.shuffle(quads)
    store = Store()
    store.extend(quads)
    written = serialize(store, format=RdfFormat.N_QUADS)
    assert read_collection(parse(written, format=RdfFormat.N_QUADS)) == collection_in_order(found)


@strategies.calm
@given(strategies.collections())
def test_nothing_in_the_data_is_blank_and_every_quad_stands_once(found: Collection) -> None:
    quads = [*(q for a in found.accounts for q in account_quads(a)), *assessment_quads(found)]
    assert len(quads) == len(set(quads))
    assert not any(isinstance(part, BlankNode) for quad in quads for part in quad)


@strategies.calm
@given(strategies.accounts())
def test_bringing_into_order_twice_changes_nothing_more(account: Account) -> None:
    once = account_in_order(account)
    assert account_in_order(once) == once


@strategies.calm
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_identifier_makes_a_valid_address_and_comes_back(identifier: str) -> None:
    assert local(node(identifier)) == identifier
    assert stage_name(stage_node(identifier)) == identifier


def test_the_order_of_records_does_not_matter() -> None:
    account = water()
    turned = replace(account, claims=account.claims[::-1], events=account.events[::-1])
    assert set(account_quads(account)) == set(account_quads(turned))


def test_follows_come_back_nearest_first() -> None:
    found = collection()
    a, b, c = (one.event for one in found.assessments[:3])
    chain = {a: (), b: (a,), c: (b, a)}
    assessments = tuple(replace(one, follows=chain.get(one.event, ())) for one in found.assessments)
    read = read_collection(assessment_quads(Collection((), assessments, {})))
    assert {one.event: one.follows for one in read.assessments}[c] == (b, a)


def test_a_quote_that_does_not_stand_in_the_article_is_refused() -> None:
    account = water()
    claim = replace(account.claims[0], quotes=(Quote("text", 0, 5, "wrong"),))
    with pytest.raises(DamagedError, match=r"arkania-water.*does not stand in the text"):
        list(account_quads(replace(account, claims=(claim,))))


def test_half_a_character_is_refused_with_the_name_of_the_article() -> None:
    account = replace(water(), article=replace(WATER, outlet="bad \ud800"))
    with pytest.raises(DamagedError, match=r"arkania-water.*surrogate"):
        list(account_quads(account))


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_a_confidence_outside_its_range_is_refused(confidence: float) -> None:
    account = water()
    claim = replace(account.claims[0], confidence=confidence)
    with pytest.raises(DamagedError, match="confidence"):
        list(account_quads(replace(account, claims=(claim,))))


@pytest.mark.parametrize(
    "name",
    ["dcterms:identifier", "dcterms:title", "lp:text", "lp:factuality", "lp:because", "oa:exact", "oa:start"],
)
def test_a_graph_with_a_gap_is_damaged_not_read_with_a_gap(name: str) -> None:
    quads = [quad for quad in account_quads(water()) if quad.predicate != term(name)]
    with pytest.raises(StoreDamagedError):
        read_account(quads, article_node(WATER.id))


def test_a_day_that_is_none_is_damaged() -> None:
    quads = list(account_quads(water()))
    at = next(i for i, quad in enumerate(quads) if quad.predicate == term("dcterms:issued"))
    quads[at] = Quad(quads[at].subject, quads[at].predicate, Literal("2031-02-30"), quads[at].graph_name)
    with pytest.raises(StoreDamagedError, match="arkania-water"):
        read_account(quads, article_node(WATER.id))


def test_an_empty_graph_is_damaged() -> None:
    with pytest.raises(StoreDamagedError, match="holds no article"):
        read_account([], article_node("nothing"))


def test_an_event_costs_at_most_twenty_triples_all_in() -> None:
    found = rich.collection()
    quads = [*account_quads(found.accounts[0], extractor="0.1.0"), *assessment_quads(found)]
    triples = {(quad.subject, quad.predicate, quad.object) for quad in quads}
    assert len(triples) <= 500
    about = {term("lp:about"), term("lp:evidence")}
    own = {node(event.id) for event in found.accounts[0].events}
    own |= {s for s, p, o in triples if p in about and o in own}  # its claims
    own |= {o for s, p, o in triples if p in about and s in own}  # their evidence
    assert sum(s in own for s, _, _ in triples) / len(found.accounts[0].events) <= 20


def test_shuffled_quads_read_alike() -> None:
    quads = list(account_quads(water()))
    random.Random(7).shuffle(quads)
    assert read_account(quads, article_node(WATER.id)) == account_in_order(water())
