"""Digests that say whether anything changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict

import pyoxigraph as ox

from graph.model import Article
from graph.rdf.order import article_in_order


def source_digest(article: Article, extractor: str | None) -> str:
    """Return a digest of an article as read and of the version that reads it.

    Equal to `Saved.source` where the store already holds what that version takes from this article. The order
    of passages and notices does not count: a store does not keep it.
    """
    written = json.dumps([asdict(article_in_order(article)), extractor], default=str, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def content_of(quads: Iterable[ox.Quad]) -> tuple[str, str]:
    """Return quads of one graph as N-Triples, and their digest, whatever their order."""
    written = triples_of(quads)
    digest = hashlib.sha256(b"\n".join(sorted(written.split(b"\n")))).hexdigest()
    return written.decode(), digest


def triples_of(quads: Iterable[ox.Quad]) -> bytes:
    """Return quads of one graph as N-Triples, one a line."""
    triples = (ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
    written = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    assert written is not None
    return written


def total_of(lines: Iterable[bytes]) -> str:
    """Return a digest of different triples, one in a line of N-Triples, that can be kept up without reading
    them all: the sum of the digests of the lines.
    """
    return changed_total("0", (), lines)


def changed_total(total: str, gone: Iterable[bytes], new: Iterable[bytes]) -> str:
    """Return the digest that `total_of` makes, once some of the lines are gone and others are new."""
    found = int(total, 16) + sum(map(_number, new)) - sum(map(_number, gone))
    return f"{found % _MODULUS:064x}"


def _number(line: bytes) -> int:
    return int.from_bytes(hashlib.sha256(line).digest())


_MODULUS = 1 << 256
