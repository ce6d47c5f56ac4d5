"""Everything that can go wrong and is told to the user.

::

    LawpathError
    ├── InputError              a file, or one record of it, is refused
    │   ├── FormatError         the name or the bytes are of no kind that we read
    │   ├── DamagedError        it is of a known kind but cannot be decoded or parsed
    │   ├── NoTextError         nothing in it is the running text of an article
    │   ├── LimitError          it is larger, deeper or more numerous than a documented limit
    │   ├── UnreadError         a rule of the program breaks on its text or does not end
    │   └── AddressError        an address is not asked, or does not answer with anything that we read
    ├── ResourceError           a file that belongs to the program is missing or wrong
    │   ├── ModelError          the language model cannot be loaded
    │   └── LexiconError        a lexicon, procedure or shape file breaks its own rules
    ├── StoreError              the store refuses
    │   ├── StoreMissingError   there is no store at this place
    │   ├── StoreInUseError     another process has it open
    │   ├── StoreDamagedError   it does not open, or disagrees with its ledger
    │   └── SchemaError         it was written by an incompatible version
    ├── CorrectionError         a judgement is refused, or does not fit what was read
    │   └── LogError            the log of judgements cannot be read or written
    ├── EngineError             work could not be shared out among processes or machines
    ├── QueryError              a SPARQL query is refused, too long or too slow
    └── ExportError             a file could not be written, or did not read back as written
"""

from __future__ import annotations

from collections.abc import Callable


class LawpathError(Exception):
    """What went wrong, where, and what the user can do about it.

    Args:
        problem: one sentence, without the place.
        place: file, and line or record in it, as a user would name it; empty where there is none.
        remedy: what to do; empty where nothing can be done.
    """

    def __init__(self, problem: str, *, place: str = "", remedy: str = "") -> None:
        """Keep the three parts; the message joins them."""
        self.problem, self.place, self.remedy = problem, place, remedy
        super().__init__(problem, place, remedy)

    def __reduce__(self) -> tuple[Callable[..., LawpathError], tuple[type[LawpathError], str, str, str]]:
        """Let an error travel between processes with all three parts."""
        return _again, (type(self), self.problem, self.place, self.remedy)

    def __str__(self) -> str:
        """Return `place: problem (remedy)`."""
        said = f"{self.place}: {self.problem}" if self.place else self.problem
        return f"{said} ({self.remedy})" if self.remedy else said


def _again(kind: type[LawpathError], problem: str, place: str, remedy: str) -> LawpathError:
    return kind(problem, place=place, remedy=remedy)


class InputError(LawpathError):
    """A file, or one record of it, is refused; the rest of the batch goes on."""


class FormatError(InputError):
    """The name or the bytes are of no kind that we read."""


class DamagedError(InputError):
    """It is of a known kind but cannot be decoded or parsed."""


class NoTextError(InputError):
    """Nothing in it is the running text of an article."""


class LimitError(InputError):
    """It is larger, deeper or more numerous than a documented limit."""


class UnreadError(InputError):
    """A rule of the program breaks on its text or does not end with it: a fault of ours, which costs the
    other articles nothing.
    """


class AddressError(InputError):
    """An address is not asked, or does not answer with anything that we read."""


class ResourceError(LawpathError):
    """A file that belongs to the program is missing or wrong."""


class ModelError(ResourceError):
    """The language model cannot be loaded."""


class LexiconError(ResourceError):
    """A lexicon, procedure or shape file breaks its own rules."""


class StoreError(LawpathError):
    """The store refuses."""


class StoreMissingError(StoreError):
    """There is no store at this place."""


class StoreInUseError(StoreError):
    """Another process has it open."""


class StoreDamagedError(StoreError):
    """It does not open, or disagrees with its ledger."""


class SchemaError(StoreError):
    """It was written by an incompatible version."""


class CorrectionError(LawpathError):
    """A judgement is refused, or does not fit what was read."""


class LogError(CorrectionError):
    """The log of judgements cannot be read or written."""


class EngineError(LawpathError):
    """Work could not be shared out among processes or machines."""


class QueryError(LawpathError):
    """A SPARQL query is refused, too long or too slow."""


class ExportError(LawpathError):
    """A file could not be written, or did not read back as written."""
