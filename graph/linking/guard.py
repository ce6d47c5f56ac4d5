"""What breaks on one article, or never ends with it, costs that article alone: it is refused by its name.

A rule of ours may fail on a text that nobody thought of. Code in Python is stopped in the middle; a regular
expression at work in C only once it returns.
"""

from __future__ import annotations

import ctypes
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import UnreadError
from graph.model import Article

_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a rule that breaks on an unforeseen text raises."""
SECONDS, A_WORD = 120.0, 0.02
"""How long an article may be read, and how much longer for each of its words: some fifty times what the
slowest machine takes, so that no machine refuses what another one reads.
"""


class _OverdueError(Exception):
    """Raised in a thread that reads on and on."""


class _Alarm:
    """Raises an error in the thread that sets it, once some seconds have gone by."""

    def __init__(self, seconds: float) -> None:
        self._thread = threading.get_ident()
        self._lock, self._over = threading.Lock(), False
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def _ring(self) -> None:
        with self._lock:
            if not self._over:
                self._raise(ctypes.py_object(_OverdueError))

    def _raise(self, error: object) -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), error)

    def stop(self) -> None:
        """Raise nothing any more, not even what was on its way."""
        self._timer.cancel()
        with self._lock:
            self._over = True
            self._raise(None)


@contextmanager
def guarded(article: Article, seconds: float | None = None) -> Iterator[None]:
    """Refuse an article by its name where what is done within breaks on it or does not end.

    Args:
        article: what is read.
        seconds: how long at most; by the article's length where None.

    Raises:
        UnreadError: a rule breaks on this text, or takes too long over it.
    """
    limit = SECONDS + A_WORD * len(article.text.split()) if seconds is None else seconds
    try:
        alarm = _Alarm(limit)
        try:
            yield
        finally:
            alarm.stop()
    except _OverdueError as error:
        raise _refusal(article, f"a rule of the program is still at it after {limit:.0f} s:", error) from None
    except _FAULTS as error:
        raise _refusal(
            article, f"a rule of the program breaks on it: {type(error).__name__} in", error
        ) from error


def _refusal(article: Article, why: str, error: Exception) -> UnreadError:
    *_, last = traceback.extract_tb(error.__traceback__)
    return UnreadError(
        f"{why} {Path(last.filename).name}, line {last.lineno}",
        place=article.id,
        remedy="please report it with its text; the other articles are read",
    )
