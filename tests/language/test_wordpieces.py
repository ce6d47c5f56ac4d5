"""Words cut into pieces of a vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction.detector import FOLDER
from graph.language.wordpieces import WordPieces

VOCABULARY = (FOLDER / "vocabulary.txt").read_text("utf-8").split("\n")


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces(FOLDER / "vocabulary.txt")


def words(pieces: WordPieces, text: str) -> list[str]:
    return [VOCABULARY[piece.id] for piece in pieces.cut(text, 1_000)]


def test_case_and_accents_are_folded_and_signs_stand_alone(pieces: WordPieces) -> None:
    assert words(pieces, "The Café's vote: 57-43.") == [
        *("the", "cafe", "'", "s", "vote", ":", "57", "-", "43", ".")
    ]
    assert words(pieces, "Cafe\u0301") == ["cafe"]


def test_rare_words_are_cut_and_keep_the_span_of_the_whole(pieces: WordPieces) -> None:
    text = "A gerrymandered map"
    found = pieces.cut(text, 1_000)
    assert [VOCABULARY[piece.id] for piece in found if piece.start == 2] == [
        "gerry",
        "##man",
        "##der",
        "##ed",
    ]
    assert {text[piece.start : piece.end] for piece in found} == {"A", "gerrymandered", "map"}


def test_unknown_signs_and_endless_words_are_one_unknown_piece(pieces: WordPieces) -> None:
    assert words(pieces, "\U0001f9ff") == ["[UNK]"]
    assert words(pieces, "a" * 5_000) == ["[UNK]"]


def test_marks_without_a_letter_are_nothing(pieces: WordPieces) -> None:
    assert pieces.cut("\u0301" * 100_000, 10) == []


def test_no_more_than_the_limit(pieces: WordPieces) -> None:
    assert len(pieces.cut("yes " * 500_000, 7)) == 7


def test_a_missing_vocabulary_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        WordPieces(tmp_path / "vocabulary.txt")
