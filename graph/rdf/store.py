"""The store on disk: pyoxigraph holds the quads, a ledger beside them says what is wholly saved.

::

    folder/
    ├── ledger.sqlite     what is saved, and which folder of quads is the current one
    ├── linking.sqlite    made by `graph.rdf.linked`
    └── quads-N/          RocksDB, opened by one writer at a time

One writer, any number of readers; a reader sees the store as it was when it opened it. No handle is shared
by processes: open the store again in a new one, never fork.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from graph.errors import StoreError, StoreInUseError
from graph.model import Account, Collection
from graph.rdf.digests import changed_total, total_of, triples_of
from graph.rdf.disk import compare, open_quads, prepare, snapshot, written
from graph.rdf.guard import check_query, unreadable
from graph.rdf.ledger import Ledger, Saved
from graph.rdf.reading import read_account, read_collection
from graph.rdf.saving import Extractor, alteration, filled, replacement, written_account
from graph.rdf.terms import ASSESSMENT, article_node, node
from graph.rdf.writing import assessment_quads
from graph.vocabulary import PREFIXES

Fill = Callable[[ox.Store], tuple[list[Saved], str]]
"""Fills quads; returns what the ledger notes of each article, and of what follows from all."""
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store:
    """An open store, made by `open`, `read`, `build` or `memory`; a context manager that closes it."""

    def __init__(self, path: Path | None, ledger: Ledger, quads: ox.Store, *, read_only: bool) -> None:
        """Take over an open ledger and open quads."""
        self.path, self.read_only = path, read_only
        self._ledger, self._quads = ledger, quads
        self._writing = threading.RLock()
        self._revision = ledger.revision  # of the snapshot, where it is one

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False) -> Self:
        """Open a store for reading and writing.

        Raises:
            StoreMissingError: there is none here, and `create` is not set.
            StoreInUseError: another process writes to it.
            StoreDamagedError: it does not open, or lacks what its ledger says is saved.
            SchemaError: an incompatible version wrote it.
            StoreError: the folder holds something else.
        """
        folder = Path(path)
        if create:
            prepare(folder)
        ledger = Ledger(folder, create=create)
        try:
            generation = ledger.generation
            quads = open_quads(folder, generation, create=create)
            if ledger.generation != generation:  # rebuilt between the two lines
                raise StoreInUseError("the store is being rebuilt", place=str(folder), remedy="try again")
            compare(folder, ledger, quads)
        except StoreError:
            ledger.close()
            raise
        store = cls(folder, ledger, quads, read_only=False)
        store._sweep()
        return store

    @classmethod
    def read(cls, path: Path | str) -> Self:
        """Open a store for reading, as it is now; it may be open elsewhere.

        Raises:
            StoreMissingError: there is none here.
            StoreDamagedError: it does not open, or lacks what its ledger says is saved.
            SchemaError: an incompatible version wrote it.
        """
        folder = Path(path)
        return cls(folder, *snapshot(folder), read_only=True)

    @classmethod
    def build(cls, path: Path | str, collection: Collection, *, extractor: Extractor = None) -> Self:
        """Write a whole collection into new quads, make them the current ones, and return the open store.

        Raises:
            StoreError: as `open` raises.
        """
        return cls.changed(path, lambda store: store.replace_everything(collection, extractor=extractor))

    @classmethod
    def changed(cls, path: Path | str, change: Callable[[Self], None]) -> Self:
        """Open a store, creating it where there is none, change it, and return it open; closed if that fails.

        Raises:
            StoreError: as `open` raises.
        """
        store = cls.open(path, create=True)
        try:
            change(store)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def memory(cls, collection: Collection | None = None, *, extractor: Extractor = None) -> Self:
        """Return a store that lives as long as this process, holding a collection."""
        store = cls(None, Ledger(None), ox.Store(), read_only=False)
        if collection is not None:
            saved, total = filled(store._quads, collection, extractor)
            store._ledger.restart(saved, 1, total)
        return store

    @staticmethod
    def revision_at(path: Path | str) -> int:
        """Return how often the store at this place has changed, without opening its quads.

        Raises:
            StoreMissingError: there is none here.
        """
        with closing(Ledger(Path(path))) as ledger:
            return ledger.revision

    def close(self) -> None:
        """Close the files; the store can be opened again elsewhere."""
        self._ledger.close()
        self.__dict__.pop("_quads", None)  # pyoxigraph closes its files with the last reference

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    # --- reading

    @property
    def revision(self) -> int:
        """A number that grows with every change; of the snapshot where the store is open for reading only."""
        return self._revision if self.read_only else self._ledger.revision

    @property
    def oxigraph(self) -> ox.Store:
        """The quads themselves, for hot paths; reading only."""
        return self._quads

    def articles(self) -> tuple[Saved, ...]:
        """Return the articles that are wholly saved, by identifier."""
        return tuple(one for one in self._ledger.articles() if one.content)

    def source(self, article: str) -> str:
        """Return the source digest of an article that is wholly saved; empty where there is none."""
        return self._ledger.sources([article]).get(article, "")

    def account(self, article: str) -> Account:
        """Return everything taken from one article.

        Raises:
            StoreError: the store does not hold it.
        """
        graph = article_node(article)
        found = list(self.quads(graph))
        if not found:
            raise StoreError(f"the store holds no article {article!r}", place=self._place)
        return read_account(found, graph)

    def collection(self) -> Collection:
        """Return everything in the store, in the order of `graph.rdf.order`."""
        return read_collection(self._quads)

    def quads(self, graph: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """Return the quads of one graph, or all."""
        return iter(self._quads.quads_for_pattern(None, None, None, graph))

    def nquads(self) -> bytes:
        """Return all quads as N-Quads, in no order."""
        found = self._quads.dump(format=ox.RdfFormat.N_QUADS)
        assert found is not None
        return found

    def query(self, text: str, *, trusted: bool = False) -> Answer:
        """Answer a SPARQL query over all graphs together; the prefixes of `graph.vocabulary` are known.

        A triple that stands in two graphs is met twice: write DISTINCT where that matters.

        Args:
            text: SELECT, ASK, CONSTRUCT or DESCRIBE.
            trusted: skip the limits on what a user may ask; for queries that belong to the program.

        Raises:
            QueryError: it is refused, or is no SPARQL.
        """
        if not trusted:
            check_query(text)
        try:
            return self._quads.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise unreadable(error, text) from error

    # --- writing

    def replace_everything(self, collection: Collection, *, extractor: Extractor = None) -> None:
        """Make the store hold a collection and nothing else, in one step, by a bulk load.

        Raises:
            StoreError: it could not be written; the store still has what it had.
            DamagedError: an account contradicts its own article.
        """
        self.renew(lambda quads: filled(quads, collection, extractor))

    def renew(self, fill: Fill) -> None:
        """Fill new quads and make them the current ones; until then, and after a crash, the old ones stay.

        Args:
            fill: writes to quads that are empty; returns what the ledger notes of each article, and of what
                follows from all.

        Raises:
            StoreError: it could not be written; the store still has what it had.
        """
        with self._writing:
            self._writable()
            assert self.path is not None
            generation = self._ledger.generation + 1
            fresh = self.path / f"quads-{generation}"
            quads = written(self.path, lambda: ox.Store(str(fresh)))
            saved, assessments = written(self.path, lambda: fill(quads))
            written(self.path, quads.flush)
            self._ledger.restart(saved, generation, assessments)
            self._quads = quads
            self._sweep()

    def replace(self, account: Account, *, extractor: Extractor = None) -> bool:
        """Write one article's account in place of what the store had of it; return whether anything changed.

        Raises:
            StoreError: it could not be written; the store still has all of the old or all of the new.
            DamagedError: the account contradicts its own article.
        """
        return bool(self.replace_all([account], extractor=extractor))

    def replace_all(self, accounts: Iterable[Account], *, extractor: Extractor = None) -> tuple[str, ...]:
        """Write accounts, each whole; return the identifiers of those that changed."""
        with self._writing:
            self._writable()
            wanted = {one.article.id: written_account(one, extractor) for one in accounts}
            known = self._ledger.contents(wanted)
            changed = {name: one for name, one in wanted.items() if known.get(name) != one.saved.content}
            if not changed:
                return ()
            self._ledger.begin(changed)
            for name, one in changed.items():
                self._put(article_node(name), one.triples)
            self._flush()
            self._ledger.finish(one.saved for one in changed.values())
            return tuple(sorted(changed))

    def replace_assessments(self, collection: Collection) -> bool:
        """Write what follows from all articles together; return whether anything changed."""
        triples = triples_of(assessment_quads(collection))
        total = total_of(triples.splitlines())
        return self._follow(total, lambda: self._put(ASSESSMENT, triples.decode()))

    def change_assessments(self, nodes: Iterable[str], quads: Iterable[ox.Quad]) -> bool:
        """Write what follows from all articles for some nodes in place of what was written of them; return
        whether anything changed.
        """
        look = self._quads.quads_for_pattern
        old = {quad for one in nodes for quad in look(node(one), None, None, ASSESSMENT)}
        wanted = set(quads)
        gone, new = triples_of(old - wanted).splitlines(), triples_of(wanted - old).splitlines()
        total = changed_total(self._ledger.state("assessments"), gone, new)
        return self._follow(total, lambda: self._update(alteration(ASSESSMENT, gone, new)))

    def _follow(self, total: str, write: Callable[[], None]) -> bool:
        with self._writing:
            self._writable()
            if total == self._ledger.state("assessments"):
                return False
            self._ledger.begin_assessments()
            write()
            self._flush()
            self._ledger.finish(assessments=total)
            return True

    @property
    def whole(self) -> bool:
        """Whether nothing that was begun was left unfinished."""
        return bool(self._ledger.state("assessments")) and not self._ledger.unfinished

    def remove(self, article: str) -> bool:
        """Take one article out; return whether it was there. Assessments stay until they are replaced."""
        with self._writing:
            self._writable()
            if not self._ledger.contents([article]):
                return False
            self._ledger.begin([article])
            self._drop(article_node(article))
            self._flush()
            self._ledger.finish(removed=[article])
            return True

    def _drop(self, graph: ox.NamedNode) -> None:
        self._update(f"DROP SILENT GRAPH {graph}")

    def _put(self, graph: ox.NamedNode, triples: str) -> None:
        self._update(replacement(graph, triples))

    def _update(self, update: str) -> None:
        written(self.path, lambda: self._quads.update(update))

    def _flush(self) -> None:
        written(self.path, self._quads.flush)

    def _writable(self) -> None:
        if self.read_only:
            raise StoreError("the store is open for reading only", place=self._place)

    def _sweep(self) -> None:
        """Remove folders of quads that are no longer the current one."""
        if self.path is None:
            return
        current = f"quads-{self._ledger.generation}"
        for old in self.path.glob("quads-*"):
            if old.name != current:
                # Where a reader still holds files of it (Windows), the next opening tries again.
                shutil.rmtree(old, ignore_errors=True)

    @property
    def _place(self) -> str:
        return str(self.path) if self.path else "the store in memory"
