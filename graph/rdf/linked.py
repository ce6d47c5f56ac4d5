"""What linking knows of the articles of a store, in a file beside its quads: made from them, and made anew
whenever it is missing, of another version, or not in step with the store.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from graph.errors import StoreError
from graph.linking.assessment import assess
from graph.linking.region import Region
from graph.linking.shelf import Shelf, Thing
from graph.model import Account, Collection
from graph.rdf.store import Store
from graph.rdf.terms import ASSESSMENT, node, term
from graph.rdf.wikidata import ITEM, item_of
from graph.rdf.writing import assessment_quads

FILE = "linking.sqlite"


@contextmanager
def shelf_of(store: Store, version: str, *, anew: bool = False) -> Iterator[tuple[Shelf, bool]]:
    """Open the shelf of a store in a folder, empty or in step with it, and say which: whether it is in step.

    What is put on it lasts if nothing is raised; it is then taken to be in step with the store. Of a store
    without a folder it lives in memory and is empty.

    Args:
        store: open for writing.
        version: of the rules; a shelf of others is made anew.
        anew: make it anew in any case.
    """
    if store.path is None:
        yield Shelf.open(), False
        return
    path = store.path / FILE
    shelf = _opened(path)
    try:
        standing = f"{version} {store.revision}"
        in_step = not anew and store.whole and shelf.state("standing") == standing
        if not in_step:
            shelf.close()
            path.unlink()
            shelf = _opened(path)
        yield shelf, in_step
        keep(shelf, store, version)
    finally:
        shelf.close()


def keep(shelf: Shelf, store: Store, version: str) -> None:
    """Make lasting what is on a shelf, which is in step with the store now."""
    shelf.note("standing", f"{version} {store.revision}")
    shelf.commit()


def _opened(path: Path) -> Shelf:
    try:
        return Shelf.open(path)
    except sqlite3.OperationalError as error:
        raise StoreError(f"the links cannot be opened: {error}", place=str(path)) from error
    except sqlite3.DatabaseError:
        path.unlink()  # damaged; nothing in it is a source
        return Shelf.open(path)


def note_names(shelf: Shelf, collection: Collection) -> None:
    """Note the preferred names of everything, which tells later what was renamed."""
    for identity, name in collection.names.items():
        shelf.put("name", Thing(identity, "", "", name))


def stored(store: Store, article: str) -> Account | None:
    """Return the account of an article; None where the store has none."""
    try:
        return store.account(article)
    except StoreError:
        return None


def write_region(store: Store, shelf: Shelf, found: Region) -> None:
    """Write what follows for the nodes of a region, and nothing else."""
    names = {one: found.names[one] for one in found.parts}
    quads = [*assessment_quads(Collection((), assess(found.accounts, found.names), names))]
    for actor in (one for one in found.parts if one.startswith("actor/")):
        variants = (shelf.get("variant", one) for one in shelf.of_node("variant", actor))
        kind = min(one.value.actor.kind for one in variants if one)
        start = f"home {actor} "
        homes = {key[len(start) :]: shelf.count("event", key) for key in shelf.keys("event", start)}
        item = item_of(names[actor], kind, homes)
        if item is not None:
            quads.append(ox.Quad(node(actor), term("skos:exactMatch"), ox.NamedNode(ITEM + item), ASSESSMENT))
    store.change_assessments(found.events | found.parts | found.gone, quads)
