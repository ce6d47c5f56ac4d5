"""Accounts as N-Quads, and back: how extracted parts travel before they are linked.

What the graph does not keep (sentences without evidence, time expressions) does not travel; linking needs
none of it.
"""

from __future__ import annotations

import pyoxigraph as ox

from graph.model import Account
from graph.rdf.reading import read_collection
from graph.rdf.writing import account_quads


def lines_of(account: Account) -> bytes:
    """Return an account as N-Quads, one statement a line.

    Raises:
        DamagedError: the account contradicts its own article.
    """
    return ox.serialize(account_quads(account), format=ox.RdfFormat.N_QUADS) or b""


def accounts_in(lines: bytes) -> tuple[Account, ...]:
    """Return the accounts in some N-Quads, by article; comments are passed over.

    Raises:
        StoreDamagedError: a graph is none of ours, or a record lacks what it needs.
    """
    return read_collection(ox.parse(lines, format=ox.RdfFormat.N_QUADS)).accounts
