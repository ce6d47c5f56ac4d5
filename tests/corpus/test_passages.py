"""The marked passages keep their form, and the training reads every mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.articles import read_inputs
from graph.errors import FormatError
from graph.extraction.detector import FOLDER
from graph.language.wordpieces import WordPieces
from graph.lexicons import ROOT
from graph.model import Article
from graph.terms import STAGES, EventType, Factuality, Outcome, Stance
from graph.training.examples import OUTCOMES, STATUSES, TYPES, passage_examples
from graph.training.passages import Passage, passages_in, read_passages
from tests.corpus.checking import shared_sentences

CORPUS = ROOT / "data" / "corpus"
ONE = """== Kenya | agency | 2023-06-21
# MPs {passage happened approved|pass} water bill

NAIROBI - The bill {transmission/assent required -|now goes to} a president {support happened -|praising it}.

A second paragraph tells nothing.
"""


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return list(passages_in(CORPUS / "passages"))


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "some.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_file_is_read_and_every_type_is_told_often(passages: list[Passage]) -> None:
    told = [mark.types[0] for passage in passages for mark in passage.marks]
    assert len(passages) >= 1300
    assert {kind for kind in (*STAGES, *Stance) if told.count(kind) < 30} == set()


def test_marks_are_of_types_and_statuses_that_the_detector_knows(passages: list[Passage]) -> None:
    marks = [mark for passage in passages for mark in passage.marks]
    assert {kind for mark in marks for kind in mark.types} <= set(TYPES)
    assert {status for mark in marks for status in mark.statuses} <= set(STATUSES)
    assert not [mark for mark in marks if not 1 <= mark.end - mark.start <= 80]


def test_the_steps_of_a_type_are_numbered_without_gaps(passages: list[Passage]) -> None:
    for passage in passages:
        for kind in {mark.types[0] for mark in passage.marks}:
            told = {mark.number for mark in passage.marks if mark.types[0] is kind}
            assert told == set(range(1, len(told) + 1)), (passage.article.title, kind)


def test_no_passage_shares_a_long_sentence_with_another_or_with_an_article(passages: list[Passage]) -> None:
    articles = [article for article in read_inputs([CORPUS / "articles"]) if isinstance(article, Article)]
    assert shared_sentences([*articles, *(passage.article for passage in passages)]) == []


def test_a_passage_is_read_with_its_marks(tmp_path: Path) -> None:
    (passage,) = read_passages(written(tmp_path, ONE))
    article = passage.article
    assert article.title == "MPs pass water bill"
    assert article.text.endswith("praising it.\n\nA second paragraph tells nothing.")
    assert str(article.published) == "2023-06-21"
    told = [
        (article.part(mark.part)[mark.start : mark.end], mark.types, mark.statuses, mark.outcomes)
        for mark in passage.marks
    ]
    happened, required = (Factuality.HAPPENED,), (Factuality.REQUIRED,)
    assert told == [
        ("pass", (EventType.PASSAGE,), happened, (Outcome.APPROVED,)),
        ("now goes to", (EventType.TRANSMISSION, EventType.ASSENT), required, (None,)),
        ("praising it", (Stance.SUPPORT,), happened, (None,)),
    ]


def test_pieces_of_marked_words_are_labelled(tmp_path: Path) -> None:
    pieces = WordPieces(FOLDER / "vocabulary.txt")
    (example,) = passage_examples(read_passages(written(tmp_path, ONE)), pieces)
    headline, told, plain = example.reading.stretches
    assert example.reading.ids[0] == pieces.spare != pieces.start
    passed = TYPES.index("passage")
    labelled = [headline.start + n for n, piece in enumerate(headline.pieces) if piece.start == 4]
    assert [n for n in range(len(example.types)) if example.types[n, passed]] == labelled
    assert example.outcomes[labelled[0], OUTCOMES.index("approved")] == 1
    part = slice(told.start, told.start + len(told.pieces))
    assert example.types[part, TYPES.index("transmission")].sum() == 3  # "now goes to"
    assert example.statuses[part, STATUSES.index("required")].sum() == 3
    assert example.types[part, TYPES.index("assent")].sum() == 0  # accepted too: counts neither way
    assert example.counts[part, TYPES.index("assent")].sum() == len(told.pieces) - 3
    assert example.types[plain.start :].sum() == 0
    assert example.counts[plain.start : plain.start + len(plain.pieces)].all()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Nothing stands before this.\n", "no heading"),
        ("== Kenya | agency | 2023-13-21\nThe bill passed.\n", "names no day"),
        ("== Kenya | agency\nThe bill passed.\n", "heading"),
        ("== Kenya | agency | 2023-06-21\nIt {passing happened -|passed}.\n", "passing"),
        ("== Kenya | agency | 2023-06-21\nIt {passage happened|passed} and went on.\n", "brace"),
        ("== Kenya | agency | 2023-06-21\nIt {passage happened -|passed\n", "brace"),
    ],
)
def test_what_breaks_the_form_is_named_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(FormatError, match=problem) as caught:
        list(read_passages(written(tmp_path, text)))
    assert caught.value.place.startswith("some.txt:1")
