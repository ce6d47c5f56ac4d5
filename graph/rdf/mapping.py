"""Claims to triples and back.

`account_quads` and `assessment_quads` write, `read_account` and `read_collection` read; what is read equals
what was written, brought into the order of `collection_in_order`.
"""

from __future__ import annotations

from graph.rdf.order import account_in_order, collection_in_order
from graph.rdf.reading import read_account, read_collection
from graph.rdf.writing import account_quads, assessment_quads

__all__ = [
    "account_in_order",
    "account_quads",
    "assessment_quads",
    "collection_in_order",
    "read_account",
    "read_collection",
]
