"""Tokens and sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.temporal.tokens import END, Line


@given(st.text(max_size=200))
def test_tokens_cover_all_but_white_space(text: str) -> None:
    line = Line(text)
    assert "".join(token.text for token in line.tokens) == "".join(text.split())
    for token in line.tokens:
        assert text[token.start : token.end] == token.text
    assert line[len(line)] is END
    assert line[-1] is END


def test_sentences() -> None:
    line = Line(
        'Sen. J. Doe of the U.S. left at 8 p.m. on Jan. 5. "It passed," he said. Why?\nA caption\nNo. 5'
    )
    firsts = [
        token.text
        for before, token in zip([END, *line.tokens], line.tokens, strict=False)
        if token.sentence != before.sentence
    ]
    assert firsts == ["Sen", '"', "Why", "A", "No"]


def test_kinds() -> None:
    kinds = [(token.text, token.kind) for token in Line("2026-02-07 8:14 21,500 12th H.R. 1.5 don’t").tokens]
    assert kinds == [
        ("2026-02-07", "date"),
        ("8:14", "clock"),
        ("21,500", "number"),
        ("12", "number"),
        ("th", "word"),
        ("H.R.", "word"),
        ("1.5", "number"),
        ("don", "word"),
        ("’", "mark"),
        ("t", "word"),
    ]
