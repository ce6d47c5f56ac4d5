"""The vocabulary says in words what the closed lists hold, and the data use no other terms."""

from __future__ import annotations

import re
import shutil
import subprocess
from enum import StrEnum

import pyoxigraph as ox
import pytest
from rdflib import Graph

from graph.rdf.export import exported
from graph.rdf.ontology import PATH, glossary, vocabulary
from graph.rdf.terms import (
    ACTOR_CLASS,
    CAPACITY,
    EVENT_CLASS,
    EVENT_TYPE,
    FACTUALITY,
    OUTCOME,
    PROVISION,
    ROLE,
    STAGE_CLASSES,
    STANCE,
    stage_node,
    term,
)
from graph.terms import EventType
from graph.vocabulary import CONCEPTS, NS, PREFIXES, kebab
from tests.rdf import accounts, rich

SUBCLASS = term("rdfs:subClassOf")
SCHEMES = [
    ("lpf", FACTUALITY),
    ("lpo", OUTCOME),
    ("lpp", PROVISION),
    ("lpc", CAPACITY),
    ("lpst", STANCE),
]


def values(predicate: str) -> dict[str, set[str]]:
    """Values of one property by subject."""
    found: dict[str, set[str]] = {}
    for triple in vocabulary():
        if triple.predicate == term(predicate):
            found.setdefault(triple.subject.value, set()).add(triple.object.value)
    return found


def above(address: str) -> set[str]:
    """All classes above a class."""
    found: set[str] = set()
    ahead = {address}
    while ahead:
        found |= ahead
        ahead = {up for one in ahead for up in values("rdfs:subClassOf").get(one, set())} - found
    return found


@pytest.mark.parametrize(("prefix", "codes"), SCHEMES)
def test_each_scheme_holds_the_values_of_its_list(prefix: str, codes: dict[StrEnum, ox.NamedNode]) -> None:
    notations = {
        subject: notes
        for subject, notes in values("skos:notation").items()
        if subject.startswith(CONCEPTS[prefix])
    }
    assert notations == {address.value: {value.value} for value, address in codes.items()}


def test_each_kind_of_event_is_a_class_below_event_and_a_step_below_step() -> None:
    for kind, address in EVENT_CLASS.items():
        up = above(address.value)
        assert term("lp:Event").value in up, kind
        assert (term("lp:StageEvent").value in up) == kind.is_stage == (address in STAGE_CLASSES), kind
    below = {one for one in values("rdfs:subClassOf") if term("lp:Event").value in above(one)}
    assert below - {term("lp:Event").value, term("lp:StageEvent").value} == {
        address.value for address in EVENT_CLASS.values()
    }


def test_class_names_follow_the_types_but_for_the_one_that_is_taken() -> None:
    for address, kind in EVENT_TYPE.items():
        if kind is not EventType.COMMITTEE:
            assert kebab(address.value.removeprefix(NS)) == kind
    assert len(set(EVENT_CLASS.values()) | set(ACTOR_CLASS.values())) == len(EVENT_CLASS) + len(ACTOR_CLASS)


def test_each_kind_of_actor_and_each_role_is_there() -> None:
    for address in ACTOR_CLASS.values():
        assert term("lp:Actor").value in above(address.value)
    for address in ROLE.values():
        assert values("rdfs:subPropertyOf")[address.value] == {term("lp:hasActor").value}


def test_every_term_has_one_label_and_a_definition_in_plain_words() -> None:
    own = {t.subject.value for t in vocabulary() if t.predicate == term("rdf:type")}
    own = {one for one in own if one.startswith((NS, *(CONCEPTS[prefix] for prefix in CONCEPTS)))}
    schemes = {one.rstrip("/") for one in CONCEPTS.values()}
    words = glossary()
    assert len(words) == len(own - schemes)
    for word in words.values():
        assert word.label
        assert word.definition.endswith("."), word
        assert len(word.definition) <= 200, word
        assert not re.search(r"\b(RDF|node|triple|IRI|literal)\b", word.definition), word


def test_finer_stages_are_forty_and_stand_in_phases_in_order() -> None:
    position, broader = values("schema:position"), values("skos:broader")
    fine = {one for one in broader if one.startswith(CONCEPTS["lps"])}
    assert len(fine) == 40
    for one in fine:
        (phase,) = broader[one]
        assert int(*position[phase]) < int(*position[one]) < int(*position[phase]) + 100
        assert values("skos:notation")[one] == {one.removeprefix(CONCEPTS["lps"])}
    classes = {address.value for address in EVENT_CLASS.values()}
    assert {kind for kinds in values("lp:typicalClass").values() for kind in kinds} <= classes
    assert stage_node("committee-report").value in fine


def test_the_data_use_only_terms_that_the_vocabulary_has() -> None:
    known = {t.subject.value for t in vocabulary()}
    for collection in (accounts.collection(), rich.collection()):
        written = exported(collection, "nquads")[0]
        for quad in ox.parse(written, format=ox.RdfFormat.N_QUADS):
            for part in (quad.predicate, quad.object):
                if isinstance(part, ox.NamedNode) and part.value.startswith((NS, *CONCEPTS.values())):
                    assert part.value in known, part


def test_there_are_no_blank_nodes() -> None:
    assert not any(isinstance(part, ox.BlankNode) for triple in vocabulary() for part in triple)


def test_prefixes_are_those_of_the_program() -> None:
    declared = dict(re.findall(r"^@prefix ([\w-]*): <([^>]+)>", PATH.read_text(encoding="utf-8"), re.M))
    assert declared.items() <= PREFIXES.items()


@pytest.mark.parametrize("name", ["lawpath.ttl", "shapes.ttl"])
def test_three_parsers_count_the_same(name: str) -> None:
    path = PATH.parent / name
    count = sum(1 for _ in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    assert len(Graph().parse(path, format="turtle")) == count
    if shutil.which("rapper"):
        said = subprocess.run(
            ["rapper", "-i", "turtle", "-c", str(path)], capture_output=True, text=True, check=True
        )
        assert f"returned {count} triples" in said.stderr
