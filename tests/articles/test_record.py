"""Laws of the stored text: as long as the input's, and different only where a character was replaced."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.articles.record import assemble, kept_url, storable
from graph.errors import NoTextError
from tests.articles.reading import PROSE, one

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


def replaceable(sign: str) -> bool:
    code = ord(sign)
    return (
        (unicodedata.category(sign) == "Cc" and sign not in "\n\t")
        or 0xD800 <= code <= 0xDFFF
        or code in (0xFFFE, 0xFFFF)
    )


@given(ANY_TEXT)
def test_stored_text_differs_only_where_a_character_was_replaced(text: str) -> None:
    stored, _ = storable(text)
    assert len(stored) == len(text)
    for before, after in zip(text, stored, strict=True):
        if before != after:
            assert replaceable(before)
            assert after in " \n\ufffd"
        else:
            assert not replaceable(before)


@given(ANY_TEXT)
def test_storing_again_changes_nothing(text: str) -> None:
    stored, _ = storable(text)
    assert storable(stored) == (stored, [])


@given(ANY_TEXT)
def test_json_keeps_the_text_code_point_for_code_point(text: str) -> None:
    article = one("a.json", json.dumps({"text": f"{PROSE} {text} voted."}))
    assert article.text == storable(f"{PROSE} {text} voted.")[0]
    article.text.encode()  # no surrogate is left


LINES = st.lists(
    st.sampled_from(
        [
            "Comments",
            "By Anna Berg",
            "Photo: Anna Berg/Getty Images",
            "© 2026 The Gate",
            "Share",
            "Parliament passed the bill.",
            "",
            "  ",
            "\tRead more: Water bill",
            "2026-02-07",
            "İstanbul voted",
            "\x0c",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(LINES, st.text(max_size=20))
def test_passages_lie_within_the_text_sorted_and_apart(lines: list[str], end: str) -> None:
    text = "\n".join(["Deputies met.", *lines, end])
    article = assemble(place="x", fallback="x", text=text)
    last = 0
    for passage in article.set_aside:
        assert last <= passage.start < passage.end <= len(article.text)
        words = article.text[passage.start : passage.end]
        assert words == words.strip()
        assert "\n" not in words
        last = passage.end


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_every_field_can_be_encoded(title: str, identifier: str, outlet: str) -> None:
    article = assemble(
        place="x",
        fallback="f",
        text="Deputies met.",
        title=title,
        identifier=identifier,
        outlet=outlet,
        url=title,
    )
    for words in (article.id, article.title, article.outlet or "", article.url or "", *article.notices):
        words.encode()
        assert "\n" not in words
    assert article.id


def test_replacements_are_counted_in_notices() -> None:
    article = one("a.json", '{"text": "A\\u0000 b\\ud800 c\\u0085 d"}')
    assert article.text == "A  b\ufffd c  d"
    assert article.notices == (
        "2 control characters replaced by spaces",
        "1 lone surrogate or noncharacters replaced by U+FFFD",
    )


def test_direction_marks_stay_and_are_told() -> None:
    article = one("a.json", json.dumps({"text": "Deputy \u202eeman\u202c spoke."}))
    assert "\u202e" in article.text
    assert article.notices == ("2 invisible direction marks kept in the text",)


def test_look_alikes_and_marks_are_kept() -> None:
    text = "Mаduro e" + "\u0301" * 100 + " spoke."
    assert one("a.json", json.dumps({"text": text})).text == text


def test_a_hundred_thousand_marks_are_kept_as_they_are() -> None:
    text = "Deputies " + "\u0301\u0323" * 50_000
    assert one("a.json", json.dumps({"text": text})).text == text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//gate.example/x",
        "/x",
        "http://",
        "https://[x",
        "https://gate.example/a b",
        "https://gate.example/\x00",
        "https://gate.example/" + "x" * 3000,
        "gate.example",
    ],
)
def test_other_addresses_are_dropped_with_a_notice(url: str) -> None:
    kept, notice = kept_url(url)
    assert kept is None
    assert notice is not None
    assert "address not kept" in notice


@pytest.mark.parametrize(
    "url", ["http://gate.example", " https://gate.example/a?b=[c]&d=%zz#e ", "HTTPS://g.example/é"]
)
def test_http_addresses_are_kept(url: str) -> None:
    assert kept_url(url) == (url.strip(), None)


def test_a_long_title_is_cut_with_a_notice() -> None:
    article = one("a.json", json.dumps({"title": "x" * 3000, "text": "Deputies met."}))
    assert len(article.title) == 1000
    assert any("title cut" in notice for notice in article.notices)


def test_a_title_is_one_line() -> None:
    assert (
        one("a.json", json.dumps({"title": " Water\r\n\tbill\x00 ", "text": "Deputies met."})).title
        == "Water bill"
    )


def test_without_letters_there_is_no_text() -> None:
    with pytest.raises(NoTextError, match="no article text"):
        assemble(place="x", fallback="x", text="123 … —")
