"""Who promised what by when, and what became of it: `promises_of` finds them, `in_words` tells each in a
line.
"""

from __future__ import annotations

from graph.checks.promises.check import promises_of
from graph.checks.promises.records import Condition, Due, Fate, Promise, Told
from graph.checks.promises.wording import in_words

__all__ = ["Condition", "Due", "Fate", "Promise", "Told", "in_words", "promises_of"]
