"""Where linking keeps what it knows: bills, actors and events as articles tell them, by what they share.

SQLite keeps it in a file beside a store, or in memory while all is linked at once. Nothing here is a source:
whatever is lost is made again from the articles. Values are pickled; on reading, only the records named in
`_KNOWN` are made, so that a file from somebody else can do no more than be wrong.
"""

from __future__ import annotations

import datetime as dt
import io
import pickle
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from graph import model, terms
from graph.linking.profiles import Profile
from graph.linking.tellings import Telling

_TABLES = """
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE thing (sort TEXT, id TEXT, article TEXT, place TEXT, block TEXT, node TEXT, value BLOB,
                    PRIMARY KEY (sort, id)) WITHOUT ROWID;
CREATE INDEX thing_article ON thing (sort, article);
CREATE INDEX thing_block ON thing (sort, block);
CREATE INDEX thing_node ON thing (sort, node);
CREATE TABLE found (sort TEXT, key TEXT, place TEXT, id TEXT,
                    PRIMARY KEY (sort, key, place, id)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Variant:
    """What some articles call an actor.

    Attributes:
        actor: names and kind, without an identifier.
        state: that the articles are about; None where unknown.
        own: the one record that a person judged, where it stands for that alone.
        first: place and identifier of its first record.
        beside: variants that some article has beside it, as another actor.
        bills: of which these articles tell, where who is meant depends on that ("the committee").
    """

    actor: model.Actor
    state: str | None
    own: str
    first: tuple[str, str] = ("", "")
    beside: frozenset[str] = frozenset()
    bills: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gist:
    """What linking needs of an article: its account without the sentences, its tellings, what is known of its
    bills, the state that it is about, and the nodes of its bills.
    """

    account: model.Account
    told: tuple[Telling, ...]
    profiles: Mapping[str, Profile]
    state: str | None = None
    bills: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that one article tells of, or a variant of actors.

    Attributes:
        place: sorts by the day of the article and its identifier.
        value: what is compared.
        posts, looks: what others find it by, and what it looks for in others.
    """

    id: str
    article: str
    place: str
    value: Any
    posts: frozenset[str] = frozenset()
    looks: frozenset[str] = frozenset()


_KNOWN = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (
        *(Thing, Gist, Variant, Profile, Telling, frozenset, set, dt.date, dt.datetime, dt.timezone),
        *(dt.timedelta, *(one for one in vars(model).values() if isinstance(one, type))),
        *(one for one in vars(terms).values() if isinstance(one, type)),
    )
}


class _Reader(pickle.Unpickler):
    """Makes the records of linking and nothing else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the class above has it
        if (module, name) not in _KNOWN:
            raise pickle.UnpicklingError(f"{module}.{name} is no record of linking")
        return _KNOWN[module, name]


Value = TypeVar("Value")


@dataclass(slots=True)
class Shelf:
    """Things by sort: `bill`, `actor`, `variant`, `event`, `gist`; each in a block, and as one of a node."""

    base: sqlite3.Connection
    lasting: bool
    _known: dict[tuple[str, str], Thing] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path | None = None) -> Shelf:
        """Open the file, or a new shelf in memory."""
        base = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
        if not base.execute("SELECT name FROM sqlite_master").fetchall():
            base.executescript(_TABLES)
        base.execute("BEGIN")
        return cls(base, path is not None)

    def close(self) -> None:
        """Close the file; what was not committed is forgotten."""
        self.base.close()

    def commit(self) -> None:
        """Make lasting what was changed."""
        self.base.execute("COMMIT")
        self.base.execute("BEGIN")

    def rollback(self) -> None:
        """Forget what was changed since the last `commit`."""
        self.base.execute("ROLLBACK")
        self.base.execute("BEGIN")
        self._known.clear()

    def state(self, name: str) -> str:
        """Return an entry of the shelf's state; empty where there is none."""
        return next((row[0] for row in self._rows("SELECT value FROM state WHERE name = ?", name)), "")

    def note(self, name: str, value: str) -> None:
        """Set an entry of the shelf's state."""
        self.base.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    # --- things

    def get(self, sort: str, identity: str) -> Thing | None:
        """Return a thing; None where there is none."""
        known = self._known.get((sort, identity))
        if known is None and self.lasting:
            rows = self._rows("SELECT value FROM thing WHERE sort = ? AND id = ?", sort, identity)
            for row in rows:
                known = self._known[sort, identity] = _Reader(io.BytesIO(row[0])).load()
        return known

    def put(self, sort: str, thing: Thing) -> None:
        """Put a new thing; it stands in no block yet."""
        self._known[sort, thing.id] = thing
        value = pickle.dumps(thing, protocol=5) if self.lasting else b""
        row = (sort, thing.id, thing.article, thing.place, "", "", value)
        self.base.execute("INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        posts = [(sort, key, thing.place, thing.id) for key in thing.posts]
        self.base.executemany("INSERT INTO found VALUES (?, ?, ?, ?)", posts)

    def drop(self, sort: str, identity: str) -> None:
        """Take a thing away."""
        thing = self.get(sort, identity)
        if thing is None:
            return
        del self._known[sort, identity]
        self.base.execute("DELETE FROM thing WHERE sort = ? AND id = ?", (sort, identity))
        posts = [(sort, key, thing.place, thing.id) for key in thing.posts]
        query = "DELETE FROM found WHERE sort = ? AND key = ? AND place = ? AND id = ?"
        self.base.executemany(query, posts)

    def settle(self, sort: str, identity: str, block: str, node: str) -> None:
        """Say in which block a thing stands, and which node it is of."""
        query = "UPDATE thing SET block = ?, node = ? WHERE sort = ? AND id = ?"
        self.base.execute(query, (block, node, sort, identity))

    def settled(self, sort: str, identity: str) -> tuple[str, str]:
        """Return the block and the node of a thing; empty where there is no such thing."""
        rows = self._rows("SELECT block, node FROM thing WHERE sort = ? AND id = ?", sort, identity)
        return (rows[0][0], rows[0][1]) if rows else ("", "")

    def node(self, sort: str, identity: str) -> str:
        """Return the node of a thing; empty where there is no such thing."""
        return self.settled(sort, identity)[1]

    # --- several

    def every(self, sort: str) -> list[Thing]:
        """Return all things of a sort."""
        found = (self.get(sort, one) for one in self._ids("SELECT id FROM thing WHERE sort = ?", sort))
        return [thing for thing in found if thing is not None]

    def of_article(self, sort: str, article: str) -> list[str]:
        """Return the things of an article."""
        return self._ids("SELECT id FROM thing WHERE sort = ? AND article = ? ORDER BY id", sort, article)

    def in_block(self, sort: str, block: str) -> list[str]:
        """Return the things in a block."""
        return self._ids("SELECT id FROM thing WHERE sort = ? AND block = ?", sort, block)

    def of_node(self, sort: str, node: str) -> list[str]:
        """Return the things that are one node."""
        return self._ids("SELECT id FROM thing WHERE sort = ? AND node = ? ORDER BY id", sort, node)

    def found(self, sort: str, keys: Iterable[str]) -> dict[str, None]:
        """Return the things that are found by any of some keys, in a fixed order."""
        query = "SELECT id FROM found WHERE sort = ? AND key = ?"
        return dict.fromkeys(row[0] for key in sorted(keys) for row in self._rows(query, sort, key))

    def keys(self, sort: str, start: str) -> list[str]:
        """Return the keys with a beginning that anything is found by."""
        query = "SELECT key FROM found WHERE sort = ? AND key > ? ORDER BY key LIMIT 1"
        kept, last = list[str](), start
        while (rows := self._rows(query, sort, last)) and rows[0][0].startswith(start):
            kept.append(last := rows[0][0])
        return kept

    def first(self, sort: str, key: str) -> tuple[str, str]:
        """Return place and identifier of the first thing found by a key; empty where there is none."""
        query = "SELECT place, id FROM found WHERE sort = ? AND key = ? ORDER BY place, id LIMIT 1"
        rows = self._rows(query, sort, key)
        return (rows[0][0], rows[0][1]) if rows else ("", "")

    def count(self, sort: str, key: str) -> int:
        """Return how many things are found by a key."""
        query = "SELECT count(*) FROM found WHERE sort = ? AND key = ?"
        return int(self._rows(query, sort, key)[0][0])

    def _ids(self, query: str, *values: str) -> list[str]:
        return [row[0] for row in self._rows(query, *values)]

    def _rows(self, query: str, *values: str) -> list[Any]:
        return self.base.execute(query, values).fetchall()
