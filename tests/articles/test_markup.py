import html

from hypothesis import example, given
from hypothesis import strategies as st

from graph.articles.markup import Raw, Tag, lines, tokens, without_mark_runs


def listed(page: str) -> list[str | Tag | Raw]:
    return list(tokens(page, "x"))


def test_tags_text_and_references() -> None:
    assert listed('<P Class="a &amp; b" x=1 y>a &lt; b</p >') == [
        Tag("p", False, (("class", "a & b"), ("x", "1"), ("y", ""))),
        "a < b",
        Tag("p", True, ()),
    ]


def test_a_closing_sign_inside_quotes_does_not_close_the_tag() -> None:
    assert listed("<a title='x > y'>z") == [Tag("a", False, (("title", "x > y"),)), "z"]


def test_comments_and_declarations_are_skipped() -> None:
    assert listed("a<!-- <b> -->b<!-->c<!doctype html>d<?php x ?>e") == ["a", "b", "c", "d", "e"]


def test_scripts_are_raw_up_to_their_end() -> None:
    assert listed("<script>if (a<b) '</div>'</SCRIPT >x") == [
        Tag("script", False, ()),
        Raw("script", "if (a<b) '</div>'"),
        Tag("script", True, ()),
        "x",
    ]


def test_signs_that_begin_no_tag_are_text() -> None:
    assert "".join(token for token in listed("1 < 2 <3 a<") if isinstance(token, str)) == "1 < 2 <3 a<"


def test_lines_are_blocks() -> None:
    page = "<h1>Water  bill</h1><p>It <b>pass</b>ed.<br>Twice.</p><script>x</script><ul><li>a<li>b</ul>"
    assert lines(tokens(page, "x")) == "Water bill\nIt passed.\nTwice.\na\nb"


@example("&#1")
@given(st.text(st.sampled_from("<>/!-=\"' ab&;#x1?\n"), max_size=60))
def test_any_markup_is_read_to_its_end(page: str) -> None:
    for token in tokens(page, "x"):
        assert token != ""


@given(st.text(max_size=40).filter(lambda text: "\r" not in text))
def test_escaped_text_comes_back(text: str) -> None:
    got = "".join(token for token in listed(html.escape(text)) if isinstance(token, str))
    assert got == html.unescape(html.escape(text))


@given(st.text(st.sampled_from("ae\u0301\u0323\u05b0"), max_size=200))
def test_no_run_of_marks_is_longer_than_the_limit(text: str) -> None:
    kept, cut = without_mark_runs(text)
    run = longest = 0
    for sign in kept:
        run = 0 if sign in "ae" else run + 1
        longest = max(longest, run)
    assert longest <= 30
    assert cut or kept == text
