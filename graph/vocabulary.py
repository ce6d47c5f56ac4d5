"""Namespaces, and identifiers minted from content.

The terms themselves are described in `ontology/lawpath.ttl`; here are only their addresses, as plain strings,
so that nothing outside `graph.rdf` needs an RDF library.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

BASE = "https://w3id.org/lawpath/"
"""The one place where the namespace stands. It is not registered; every other address is made from it."""

NS = BASE + "ns#"  # classes and properties
ID = BASE + "id/"  # everything minted from articles
CONCEPTS = {  # one concept scheme each
    "lps": BASE + "stage/",
    "lpf": BASE + "factuality/",
    "lpo": BASE + "outcome/",
    "lpp": BASE + "provision/",
    "lpc": BASE + "capacity/",
    "lpst": BASE + "stance/",
}
PREFIXES: dict[str, str] = {
    "lp": NS,
    **CONCEPTS,
    "id": ID,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "oa": "http://www.w3.org/ns/oa#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "loc": "http://id.loc.gov/datatypes/edtf/",
    "eli-dl": "http://data.europa.eu/eli/eli-draft-legislation-ontology#",
}


def camel(name: str) -> str:
    """Return the class name of a kebab-case type: `first-reading` -> `FirstReading`."""
    return "".join(part.capitalize() for part in name.split("-"))


def kebab(name: str) -> str:
    """Return the kebab-case type of a class name: `FirstReading` -> `first-reading`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


@lru_cache(maxsize=1 << 12)
def slug(text: str, longest: int = 48) -> str:
    """Return lower-case ASCII words joined by hyphens, at most `longest` characters, cut between words.

    Accents fall away (`Rodríguez` -> `rodriguez`); a text without any Latin letter or digit gives an empty
    slug.
    """
    plain = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    kept = ""
    for word in words:
        if len(kept) + len(word) + 1 > longest:
            break
        kept = f"{kept}-{word}" if kept else word
    return kept or (words[0][:longest] if words else "")


def digest(*parts: str) -> str:
    """Return ten hex digits of the SHA-256 of the parts; equal parts give equal digits on every machine."""
    import hashlib  # takes a while, and the process that answers a query does without

    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:10]


def mint(kind: str, name: str, *content: str) -> str:
    """Return a local identifier `kind/slug-of-name-digest`, unique to name and content.

    >>> mint("bill", "amnesty bill", "article/seed").startswith("bill/amnesty-bill-")
    True
    """
    readable = slug(name) or "unnamed"
    return f"{kind}/{readable}-{digest(kind, name, *content)}"


def article_id(identifier: str) -> str:
    """Return the local identifier of an article; different identifiers never share one."""
    readable = slug(identifier, longest=80)
    return f"article/{readable}" if readable == identifier else f"article/{readable}-{digest(identifier)}"


def iri(local: str) -> str:
    """Return the full address of a local identifier (`bill/…`, `event/…`)."""
    return ID + local


def local_id(address: str) -> str:
    """Return the local identifier of an address made by `iri`.

    Raises:
        ValueError: the address is not one of ours.
    """
    if not address.startswith(ID):
        raise ValueError(f"not an identifier of this vocabulary: {address}")
    return address[len(ID) :]
