"""Opening and writing the files of a store, with what can go wrong told in plain words.

pyoxigraph's own facts that this rests on (0.5.13): one update is atomic even under `kill -9`,
`remove_graph` and `extend` are two; nothing is forced to disk before `flush`; a second writer is refused by
RocksDB's lock.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from graph.errors import StoreDamagedError, StoreError, StoreInUseError
from graph.rdf.ledger import FILE, REBUILD, Ledger
from graph.rdf.terms import fresh_node
from graph.vocabulary import article_id

Result = TypeVar("Result")


def prepare(folder: Path) -> None:
    """Make the folder; refuse one that holds something else."""
    from graph.linking.corrections.log import NAME  # brings the readers of articles

    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = [entry.name for entry in folder.iterdir()] if not (folder / FILE).exists() else []
    except OSError as error:
        raise StoreError(f"the folder cannot be made: {error.strerror}", place=str(folder)) from error
    strange = [name for name in found if not name.startswith(NAME)]  # what outlives a store
    if strange:
        raise StoreError(
            f"the folder is no store and holds other files ({min(strange)})",
            place=str(folder),
            remedy="choose an empty folder",
        )


def open_quads(folder: Path, generation: int, *, create: bool) -> ox.Store:
    """Open one generation of quads for writing.

    Raises:
        StoreInUseError: another process has it open.
        StoreDamagedError: it is missing or does not open.
    """
    quads = folder / f"quads-{generation}"
    if not quads.exists() and not create:
        raise StoreDamagedError("the quads are missing", place=str(folder), remedy=REBUILD)
    return _opened(folder, lambda: ox.Store(str(quads)))


def snapshot(folder: Path) -> tuple[Ledger, ox.Store]:
    """Open a store for reading, as it is now, and compare its two halves.

    Raises:
        StoreMissingError: there is none here.
        StoreDamagedError: it does not open, or lacks what its ledger says is saved.
        SchemaError: an incompatible version wrote it.
    """
    attempts = 5
    for attempt in range(1, attempts + 1):
        ledger = Ledger(folder)
        try:
            quads = _read_quads(folder, ledger.generation)
            compare(folder, ledger, quads)
        except StoreDamagedError:
            # A writer that moves files while they are opened looks like damage; real damage stays.
            ledger.close()
            if attempt == attempts:
                raise
            time.sleep(0.05 * attempt)
        else:
            return ledger, quads
    raise AssertionError("unreachable")


def copied(folder: Path, place: Path) -> None:
    """Copy the quads of a store, as they are now, into a folder that does not exist yet.

    The copy is made of hard links where both are on one disk, so its size costs nothing.

    Raises:
        StoreError: the store does not open, or cannot be copied.
    """
    attempts = 3
    for attempt in range(1, attempts + 1):
        ledger, quads = snapshot(folder)
        ledger.close()
        try:
            quads.backup(str(place))
        except (OSError, RuntimeError) as error:  # a writer removed files while they were copied
            if attempt == attempts:
                raise StoreDamagedError(f"it could not be copied: {error}", place=str(folder)) from error
            time.sleep(0.05 * attempt)
        else:
            return


def _read_quads(folder: Path, generation: int) -> ox.Store:
    """Open one generation of quads for reading, as it is now.

    Raises:
        StoreDamagedError: it is missing or does not open.
    """
    return _opened(folder, lambda: ox.Store.read_only(str(folder / f"quads-{generation}")))


def _opened(folder: Path, open_them: Callable[[], ox.Store]) -> ox.Store:
    """Open quads; tell a lock held elsewhere from damage."""
    try:
        return open_them()
    except FileNotFoundError as error:
        raise StoreDamagedError("the quads are missing", place=str(folder), remedy=REBUILD) from error
    except OSError as error:
        if "LOCK" in str(error):
            raise StoreInUseError(
                "the store is in use by another process",
                place=str(folder),
                remedy="close the other program, or wait until it is done",
            ) from error
        raise StoreError(f"the store cannot be opened: {error}", place=str(folder)) from error
    except RuntimeError as error:  # RocksDB's "Corruption: …"
        raise StoreDamagedError(
            f"the quads do not open: {error}", place=str(folder), remedy=REBUILD
        ) from error


def written(folder: Path | None, write: Callable[[], Result]) -> Result:
    """Write; name the place and the remedy where the disk refuses."""
    try:
        return write()
    except (OSError, RuntimeError) as error:
        raise StoreError(
            f"the store could not be written: {error}",
            place=str(folder or "the store in memory"),
            remedy="free some space, open the store again and repeat",
        ) from error


def compare(folder: Path, ledger: Ledger, quads: ox.Store) -> None:
    """Check that every article that the ledger calls saved is there."""
    missing = [
        article
        for article in ledger.saved()
        if not quads.contains_named_graph(fresh_node(article_id(article)))
    ]
    if missing:
        raise StoreDamagedError(
            f"{len(missing)} saved articles are missing, the first {missing[0]!r}",
            place=str(folder),
            remedy=REBUILD,
        )
