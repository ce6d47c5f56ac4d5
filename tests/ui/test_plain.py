"""Texts of articles where Streamlit reads Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ui.plain import literal
from tests import strategies

_UNSEEN = "\u2060"


def read_back(markdown: str) -> str:
    """Return what a Markdown reader shows of text in which every sign is escaped."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace(_UNSEEN, "")


@pytest.mark.parametrize(
    "text",
    [
        "![x](http://evil.example/x.png)",
        "[x](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "**bold** _it_ `code` ~~gone~~ # head | cell",
        "$x^2$ costs $5",
        "&lt;b&gt; &amp;",
        "http://evil.example/ and www.evil.example",
    ],
)
def test_every_sign_of_markdown_is_made_plain(text: str) -> None:
    made = literal(text)
    assert re.search(r"(?<!\\)[!-/:-@\[-`{-~](?<!\\)", made.replace("\\\\", "")) is None
    assert read_back(made) == text


@pytest.mark.parametrize("text", [":smile:", ":material/home:", ":red[word]", "a -> b", "<- -- <->", ">= <="])
def test_short_forms_of_streamlit_are_broken_up(text: str) -> None:
    made = literal(text)
    assert read_back(made) == text
    bare = made.replace("\\", "")
    assert not re.search(r":[\w+/-]+:", bare)
    assert not re.search(r"->|<-|--|>=|<=", bare)


def test_a_title_stays_on_one_line() -> None:
    assert literal("  one\n\n# two\tthree ") == "one \\# two three"


@strategies.calm
@given(st.text(max_size=60))
def test_nothing_else_is_changed(text: str) -> None:
    assert read_back(literal(text)) == " ".join(text.replace(_UNSEEN, "").split()) or _UNSEEN in text
