"""The log of judgements: a file to which lines are only ever added.

The first line names the format. Every line is written in one piece and forced to disk before a judgement
counts as made; one process writes at a time. A line that a crash cut short is set aside in a file beside the
log when the next judgement is written; all lines before it stand.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph.errors import CorrectionError, LogError
from graph.linking.corrections.judgements import Judgement, checked, judgement_of, line

NAME = "corrections.jsonl"
"""The log's name in the folder of a store."""
HEADING = b'{"format":"lawpath corrections","version":1}\n'
LINE = 65_536
"""Longest line in bytes: a judgement holds a sentence or two and a reason."""
_BEYOND = 1 << 30
"""A byte far behind the end of any log, which stands for the whole in Windows' locks."""
_BACKUP = "take the file from a backup, or move it away"


@dataclass(frozen=True, slots=True)
class Log:
    """What a log holds: its judgements in their order, and the beginning of a line that a crash cut short."""

    judgements: tuple[Judgement, ...] = ()
    torn: bytes = b""


def read_log(path: Path) -> Log:
    """Return what a log holds; nothing where there is none.

    Raises:
        LogError: it cannot be read, is no log, or a line of it is no judgement; the line is named.
    """
    try:
        with path.open("rb") as file:
            return _read(file, path)
    except FileNotFoundError:
        return Log()
    except OSError as error:
        raise LogError(f"the log cannot be read: {error.strerror}", place=str(path)) from error


def _read(file: BinaryIO, path: Path) -> Log:
    first = file.readline(len(HEADING) + 1)
    if HEADING.startswith(first) and first != HEADING:  # empty, or its very first writing was cut short
        return Log(torn=first)
    if first != HEADING:
        raise LogError("the file is no log of judgements", place=f"{path}, line 1", remedy=_BACKUP)
    found, number = dict[str, Judgement](), 1
    while written := file.readline(LINE + 1):
        number += 1
        place = f"{path}, line {number}"
        if len(written) > LINE:
            raise LogError(f"the line is longer than {LINE:,} bytes", place=place, remedy=_BACKUP)
        if not written.endswith(b"\n"):
            return Log(tuple(found.values()), written)
        judgement = _judgement(written, place)
        _check_undone(judgement, found, place)
        found[judgement.id] = judgement
    return Log(tuple(found.values()))


def _judgement(written: bytes, place: str) -> Judgement:
    try:
        return judgement_of(json.loads(written))
    except (ValueError, RecursionError) as error:
        raise LogError(f"the line is no JSON: {str(error)[:80]}", place=place, remedy=_BACKUP) from error
    except CorrectionError as error:
        raise LogError(error.problem, place=place, remedy=error.remedy or _BACKUP) from error


def _check_undone(judgement: Judgement, known: dict[str, Judgement], place: str) -> None:
    if judgement.id in known:
        raise LogError("the line says again what a line before it says", place=place, remedy=_BACKUP)
    if judgement.undoes is not None and judgement.undoes not in known:
        raise LogError(
            f"there is no judgement {judgement.undoes[:80]!r} before it that could be undone",
            place=place,
            remedy="`python -m graph correct list` lists them",
        )


def append(path: Path, judgements: Iterable[Judgement]) -> Log:
    """Add judgements at the end of a log, all of them or none, and return what it now holds.

    Raises:
        CorrectionError: a judgement breaks a rule, stands in the log already, or undoes one that does not.
        LogError: the log cannot be read or written, or another process writes to it.
    """
    wanted = [checked(judgement) for judgement in judgements]
    try:
        with _alone(path), path.open("r+b") as file:
            log = _read(file, path)
            known = {one.id: one for one in log.judgements}
            for judgement in wanted:
                _check_undone(judgement, known, "")
                known[judgement.id] = judgement
            lines = b"".join(line(judgement).encode() + b"\n" for judgement in wanted)
            if any(len(one) >= LINE for one in lines.splitlines()):
                raise CorrectionError(
                    f"a judgement is longer than {LINE:,} bytes", remedy="quote fewer words"
                )
            _write(file, path, log, lines)
            return Log(tuple(known.values()))
    except OSError as error:
        raise LogError(
            f"the log cannot be written: {error.strerror or error}",
            place=str(path),
            remedy="check the free space and the folder's permissions; nothing was lost",
        ) from error


def _write(file: BinaryIO, path: Path, log: Log, lines: bytes) -> None:
    end = file.seek(0, os.SEEK_END) - len(log.torn)
    if log.torn and end:
        aside = path.with_name(f"{path.name}.torn-{hashlib.sha256(log.torn).hexdigest()[:8]}")
        with aside.open("wb") as kept:
            kept.write(log.torn)
            kept.flush()
            os.fsync(kept.fileno())
    file.seek(end)
    file.truncate()
    file.write((b"" if end else HEADING) + lines)
    file.flush()
    os.fsync(file.fileno())
    _keep_name(path)


def _keep_name(path: Path) -> None:
    """Force the folder's entry of a new file to disk, where the system lets one."""
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep every other writer out; the lock goes with the process, however that ends.

    Raises:
        LogError: another process writes.
    """
    if not path.parent.is_dir():
        raise LogError("the folder is missing", place=str(path.parent), remedy="make it first")
    with path.open("ab") as file:
        try:
            if sys.platform == "win32":
                import msvcrt

                os.lseek(file.fileno(), _BEYOND, os.SEEK_SET)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise LogError(
                "another process writes to the log", place=str(path), remedy="try again when it is done"
            ) from error
        yield
