"""What the store believes it holds: a small SQLite file beside the quads.

It says which folder of quads is the current one, which articles are wholly saved and with what content, and
how often the store has changed. Other processes may read it while one writes. A row without content belongs
to an article whose writing began and was not finished.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import SchemaError, StoreDamagedError, StoreError, StoreMissingError

FILE = "ledger.sqlite"
REBUILD = "delete everything in the folder but corrections.jsonl, and build the store again"
SCHEMA = 1
"""Raised whenever stores written before can no longer be read."""

_TABLES = """
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (id TEXT PRIMARY KEY, source TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX unfinished ON article (id) WHERE content = '';
INSERT INTO state VALUES ('schema', '{schema}'), ('generation', '1'), ('revision', '0'), ('assessments', '');
"""


@dataclass(frozen=True, slots=True)
class Saved:
    """One article in the store.

    Attributes:
        id: the article's identifier.
        source: digest of the article and of the version that read it; equal means nothing to do again.
        content: digest of everything taken from it; empty where its writing was not finished.
    """

    id: str
    source: str
    content: str


class Ledger:
    """The open ledger of one store."""

    def __init__(self, folder: Path | None, *, create: bool = False) -> None:
        """Open the ledger in a folder, or a new one in memory where that is None.

        Raises:
            StoreMissingError: there is none, and none is to be made.
            StoreDamagedError: it cannot be read.
            SchemaError: it was written by an incompatible version.
        """
        self.path = folder / FILE if folder else Path(":memory:")
        if folder and not create and not self.path.exists():
            raise StoreMissingError("there is no store here", place=str(folder), remedy="build one first")
        # Streamlit serves each visitor in a thread of its own; SQLite lets one in at a time.
        self._base = sqlite3.connect(self.path, timeout=10, isolation_level=None, check_same_thread=False)
        try:
            if (create or not folder) and not self._rows("SELECT name FROM sqlite_master"):
                self._base.executescript(f"BEGIN IMMEDIATE; {_TABLES.format(schema=SCHEMA)} COMMIT;")
            found = self.state("schema")
        except sqlite3.OperationalError as error:
            self._base.close()
            raise StoreError(f"the ledger cannot be opened: {error}", place=str(self.path)) from error
        except (sqlite3.DatabaseError, StoreDamagedError) as error:
            self._base.close()
            raise StoreDamagedError(
                f"the ledger cannot be read: {error}",
                place=str(self.path),
                remedy=REBUILD,
            ) from error
        if found != str(SCHEMA):
            self._base.close()
            raise SchemaError(
                f"the store was written in format {found}, this version reads {SCHEMA}",
                place=str(folder),
                remedy=REBUILD,
            )

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    @property
    def generation(self) -> int:
        """The number of the current folder of quads."""
        return int(self.state("generation"))

    @property
    def revision(self) -> int:
        """How often the store has changed."""
        return int(self.state("revision"))

    def state(self, key: str) -> str:
        """Return one entry of the store's state."""
        rows = self._rows("SELECT value FROM state WHERE key = ?", (key,))
        if not rows:
            raise StoreDamagedError(f"the ledger lacks its {key}", place=str(self.path))
        return str(rows[0][0])

    def articles(self) -> tuple[Saved, ...]:
        """Return every article, by identifier, also those whose writing was not finished."""
        return tuple(Saved(*row) for row in self._rows("SELECT id, source, content FROM article ORDER BY id"))

    def saved(self) -> Iterator[str]:
        """Yield the identifiers of the articles that are wholly saved, without holding them all."""
        for (identifier,) in self._base.execute("SELECT id FROM article WHERE content != ''"):
            yield identifier

    @property
    def unfinished(self) -> bool:
        """Whether the writing of an article began and was not finished."""
        return bool(self._rows("SELECT id FROM article WHERE content = '' LIMIT 1"))

    def sources(self, identifiers: Iterable[str]) -> dict[str, str]:
        """Return the source digest of each of these articles that is wholly saved."""
        query = "SELECT source FROM article WHERE id = ? AND content != ''"
        found = {identifier: self._rows(query, (identifier,)) for identifier in identifiers}
        return {identifier: rows[0][0] for identifier, rows in found.items() if rows}

    def contents(self, identifiers: Iterable[str]) -> dict[str, str]:
        """Return the content digest of each of these articles that the ledger knows."""
        found = {}
        for identifier in identifiers:
            for row in self._rows("SELECT content FROM article WHERE id = ?", (identifier,)):
                found[identifier] = str(row[0])
        return found

    def begin(self, identifiers: Iterable[str]) -> None:
        """Note that these articles are about to be written or removed; until `finish` they are unsaved."""
        with self._transaction():
            self._base.executemany(
                "INSERT OR REPLACE INTO article VALUES (?, '', '')",
                [(identifier,) for identifier in identifiers],
            )

    def finish(self, saved: Iterable[Saved] = (), removed: Iterable[str] = (), **state: str) -> None:
        """Note what is now in the store, and that it has changed."""
        with self._transaction():
            self._base.executemany(
                "INSERT OR REPLACE INTO article VALUES (?, ?, ?)",
                [(one.id, one.source, one.content) for one in saved],
            )
            self._base.executemany("DELETE FROM article WHERE id = ?", [(one,) for one in removed])
            self._set(revision=str(self.revision + 1), **state)

    def restart(self, saved: Iterable[Saved], generation: int, assessments: str) -> None:
        """Note that another folder of quads, with these articles and no others, is now the current one."""
        with self._transaction():
            self._base.execute("DELETE FROM article")
            self._base.executemany(
                "INSERT INTO article VALUES (?, ?, ?)", [(one.id, one.source, one.content) for one in saved]
            )
            self._set(generation=str(generation), revision=str(self.revision + 1), assessments=assessments)

    def begin_assessments(self) -> None:
        """Note that what follows from all articles is about to be written."""
        with self._transaction():
            self._set(assessments="")

    def _set(self, **state: str) -> None:
        self._base.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", sorted(state.items()))

    def _rows(self, query: str, values: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        return self._base.execute(query, values).fetchall()

    def _transaction(self) -> _Transaction:
        return _Transaction(self._base, str(self.path))


class _Transaction:
    """`BEGIN IMMEDIATE` to `COMMIT`; whatever fails inside rolls back."""

    def __init__(self, base: sqlite3.Connection, place: str) -> None:
        self._base, self._place = base, place

    def __enter__(self) -> None:
        try:
            self._base.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise StoreError(f"the ledger cannot be written: {error}", place=self._place) from error

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._base.execute("ROLLBACK")
            return
        try:
            self._base.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise StoreError(f"the ledger cannot be written: {error}", place=self._place) from error
