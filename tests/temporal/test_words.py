"""The lexicon of time words."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import LexiconError
from graph.temporal.words import LEXICON, words


def test_the_shipped_lexicon_is_whole() -> None:
    table = words()
    assert sorted(table.months.values()) == list(range(1, 13))
    assert sorted(table.weekdays.values()) == list(range(1, 8))
    lists = [*table.text.values(), *table.tense.values()]
    assert all(word == word.lower() for listed in lists for word in listed)


def test_a_missing_lexicon_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"gone\.toml.*restore"):
        words(tmp_path / "gone.toml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("january = 1", "january = 13"),
        ("[seasons]", "[saisons]"),
        ("easter = 50", "easter = 50\nday = [1, 1]"),
        ('morning = "TMO"', "morning = 5"),
        ("[months]", "[months"),
    ],
)
def test_a_broken_lexicon_is_refused(tmp_path: Path, old: str, new: str) -> None:
    text = LEXICON.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "time.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"time\.toml"):
        words(file)
