"""The vocabulary in `ontology/lawpath.ttl`: its triples, and a glossary of its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from graph.errors import LexiconError
from graph.lexicons import ROOT
from graph.rdf.terms import term
from graph.vocabulary import NS, PREFIXES

PATH: Path = ROOT / "ontology" / "lawpath.ttl"


@dataclass(frozen=True, slots=True)
class Word:
    """One term of the vocabulary in plain words.

    Attributes:
        term: the prefixed name, such as `lp:FirstReading` or `lpf:promised`.
        label: what a page calls it.
        definition: one or two sentences for someone who has never met the word.
    """

    term: str
    label: str
    definition: str


@lru_cache(maxsize=1)
def vocabulary() -> tuple[ox.Triple, ...]:
    """Return the triples of the vocabulary.

    Raises:
        LexiconError: the file is missing or is no Turtle.
    """
    place = str(PATH.relative_to(ROOT))
    try:
        return tuple(
            ox.Triple(quad.subject, quad.predicate, quad.object)
            for quad in ox.parse(path=str(PATH), format=ox.RdfFormat.TURTLE)
        )
    except FileNotFoundError as error:
        raise LexiconError("the file is missing", place=place, remedy="install the program again") from error
    except SyntaxError as error:
        raise LexiconError(f"not valid Turtle: {error}", place=place) from error


@lru_cache(maxsize=1)
def glossary() -> dict[str, Word]:
    """Return the words of the vocabulary by prefixed name, sorted."""
    labels, definitions = dict[str, str](), dict[str, str]()
    for triple in vocabulary():
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.Literal):
            if triple.predicate in (term("rdfs:label"), term("skos:prefLabel")):
                labels[triple.subject.value] = triple.object.value
            elif triple.predicate == term("skos:definition"):
                definitions[triple.subject.value] = triple.object.value
    return {
        name: Word(name, label, definitions.get(address, ""))
        for name, address, label in sorted((compact(key), key, value) for key, value in labels.items())
    }


@lru_cache(maxsize=1)
def kinds_of_values() -> dict[str, str]:
    """Return for each property of ours whose values are nodes or days `@id` or the datatype's address."""
    found = dict[str, str]()
    for triple in vocabulary():
        if not isinstance(triple.subject, ox.NamedNode) or not triple.subject.value.startswith(NS):
            continue
        if triple.predicate == term("rdf:type") and triple.object == term("owl:ObjectProperty"):
            found[triple.subject.value] = "@id"
        elif triple.predicate == term("rdfs:range") and triple.object in (
            term("xsd:date"),
            term("xsd:decimal"),
        ):
            assert isinstance(triple.object, ox.NamedNode)
            found[triple.subject.value] = triple.object.value
    return dict(sorted(found.items()))


def compact(address: str) -> str:
    """Return the prefixed name of an address, or the address itself where no prefix fits."""
    for prefix, start in PREFIXES.items():
        if address.startswith(start) and address[len(start) :].replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{address[len(start) :]}"
    return address
