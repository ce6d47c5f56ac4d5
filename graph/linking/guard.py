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


_ARRIVES = 10_000
"""Steps of the interpreter within which an error that was sent to a thread is raised in it."""


class _OverdueError(BaseException):
    """Raised in a thread that reads on and on; no rule catches it by chance."""


class _Alarm:
    """Raises an error in the thread that sets it, once some seconds have gone by."""

    def __init__(self, seconds: float) -> None:
        self._thread = ctypes.c_ulong(threading.get_ident())
        self._lock, self._over, self._rung = threading.Lock(), False, False
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def _ring(self) -> None:
        with self._lock:
            if not self._over:
                self._rung = True
                error = ctypes.py_object(_OverdueError)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, error)

    def stop(self) -> None:
        """Raise nothing any more; what is on its way arrives here, since calling it back would leave the
        interpreter waiting for an error for ever.
        """
        self._timer.cancel()
        with self._lock:
            self._over = True
        for _ in range(_ARRIVES if self._rung else 0):
            pass


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


def _refusal(article: Article, why: str, error: BaseException) -> UnreadError:
    *_, last = traceback.extract_tb(error.__traceback__)
    return UnreadError(
        f"{why} {Path(last.filename).name}, line {last.lineno}",
        place=article.id,
        remedy="please report it with its text; the other articles are read",
    )
