"""Words cut into the pieces that a BERT vocabulary knows (WordPiece, https://arxiv.org/abs/1609.08144).

The vocabulary is an uncased one: pieces are looked up in lower case and without accents.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*|[^\w\s]|_")
"""Letters and digits together, every other sign by itself."""
_LONGEST = 100
"""Characters of a word beyond which it is unknown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a word: its number in the vocabulary, and the span of the whole word in the text."""

    id: int
    start: int
    end: int


class WordPieces:
    """A vocabulary of word pieces."""

    def __init__(self, vocabulary: Path) -> None:
        """Read the vocabulary, a text file of one piece a line.

        Raises:
            FileNotFoundError: there is no such file.
        """
        from curated_tokenizers import WordPieceProcessor  # type: ignore[attr-defined]

        self._processor = WordPieceProcessor.from_file(str(vocabulary))
        self.start, self.separator, self.unknown, self.spare = (
            self._processor.get_initial(name) for name in ("[CLS]", "[SEP]", "[UNK]", "[unused0]")
        )
        self._ids = lru_cache(maxsize=50_000)(self._ids_of)

    def _ids_of(self, word: str) -> tuple[int, ...]:
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
        if not plain:
            return ()
        ids, _ = self._processor.encode(plain)
        known = len(plain) <= _LONGEST and min(ids) >= 0
        return tuple(ids) if known else (self.unknown,)

    def cut(self, text: str, limit: int) -> list[Piece]:
        """Return the first `limit` pieces of a text."""
        found = list[Piece]()
        for match in _WORD.finditer(text):
            if len(found) >= limit:
                break
            found += [Piece(id, *match.span()) for id in self._ids(match.group())]
        return found[:limit]
