"""What a text is written in: letters at all, and English as far as its commonest words tell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    (
        *("the", "of", "and", "to", "that", "with", "from", "which", "been", "would", "it"),
        *("she", "they", "this", "their", "its", "who", "were", "said"),
    )
)
"""Common words that its neighbours do not share; `for`, `was` and `has` are Danish, Dutch and Spanish too."""
_FEWEST_WORDS = 20
"""Words of a text of which anything is said; headlines and lists may do without any of the common ones."""
_LEAST_ENGLISH = 0.03
"""Share of the common words below which a text is taken for another language. Of 474 English articles the one
with fewest, a list of hearings, has 0.095; French, German, Spanish and Dutch have up to 0.02."""
_LEAST_LETTERS = 0.7
"""Share of letters and their marks in a word with what hangs on it, figures apart: “[passed](https://a.example).”
has 0.8, and hardly any stretch between two spaces of a binary file has as many."""
_FEWEST_SIGNS = 40
"""Written characters of a text of which it is said; “Day 1000.” is a text."""
_LOOKED_AT = 20_000
"""Characters that are looked at; who writes more goes on as he began."""


def is_mostly_signs(text: str) -> bool:
    """Whether hardly a letter of a text of some length stands in a word: what is left of a binary file."""
    letters = in_words = written = 0
    for stretch in text[:_LOOKED_AT].split():
        kinds = Counter(unicodedata.category(one)[0] for one in stretch)
        own, signs = kinds["L"] + kinds["M"], kinds.total() - kinds["N"]
        letters, written = letters + own, written + kinds.total()
        in_words += own if own >= _LEAST_LETTERS * signs else 0
    return written >= _FEWEST_SIGNS and in_words * 4 < letters


def is_foreign(text: str) -> bool:
    """Whether a text of some length has next to none of the commonest English words."""
    words = _WORD.findall(text[:_LOOKED_AT].casefold())
    common = sum(word in _ENGLISH for word in words)
    return len(words) >= _FEWEST_WORDS and common < _LEAST_ENGLISH * len(words)
