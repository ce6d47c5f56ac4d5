import datetime as dt
import socket

import pytest

from graph.errors import DamagedError, LimitError, NoTextError
from tests.articles.reading import PROSE, SENTENCE, aside, one, refused

BODY = "".join(f"<p>{number}. {PROSE}</p>" for number in ("First", "Second", "Third"))
TEXT = "\n".join(f"{number}. {PROSE}" for number in ("First", "Second", "Third"))


def page(
    body: str = f"<article>{BODY}</article>", head: str = "<title>Water bill passed - The Gate</title>"
) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def linked(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


FULL = (
    meta("og:title", "Water bill passed")
    + meta("og:site_name", "The Gate")
    + meta("article:published_time", "2026-02-07T10:00:00Z")
    + meta("article:modified_time", "2026-02-09T10:00:00Z")
    + '<link rel="canonical" href="https://gate.example/water">'
)


def test_text_title_outlet_address_and_date_are_read() -> None:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav>"
    foot = "<footer>Imprint and terms of use</footer>"
    article = one(
        "water.html", page(f"{menu}<article><h1>Water bill passed</h1>{BODY}</article>{foot}", FULL)
    )
    assert article.id == "water"
    assert article.title == "Water bill passed"
    assert article.outlet == "The Gate"
    assert article.url == "https://gate.example/water"
    assert article.published == dt.date(2026, 2, 7)
    for line in TEXT.split("\n"):
        assert line in article.text
    assert "Imprint" not in article.text
    assert "Home" not in article.text


def test_how_much_of_the_page_was_kept_is_told() -> None:
    assert any("characters of text" in notice for notice in one("a.html", page()).notices)


def test_a_heading_repeated_in_the_text_is_set_aside() -> None:
    article = one("a.html", page(f"<article><h1>Water bill passed</h1>{BODY}</article>", FULL))
    assert article.text.startswith("Water bill passed\n")
    assert aside(article) == [("other", "Water bill passed")]


@pytest.mark.parametrize(
    "head",
    [
        meta("article:published_time", "2026-02-07T10:00:00Z"),
        '<meta name="parsely-pub-date" content="2026-02-07">',
        '<meta name="DC.date.issued" content="7 February 2026">',
        '<meta itemprop="datePublished" content="2026-02-07">',
        linked('{"@type": "NewsArticle", "datePublished": "2026-02-07T23:00:00-05:00"}'),
        linked('[{"@type": "WebPage"}, {"@type": ["Thing", "Article"], "datePublished": "2026-02-07"}]'),
        linked('{"@graph": [{"@type": "ReportageNewsArticle", "datePublished": "2026-02-07"}]}'),
    ],
)
def test_dates_in_explicit_metadata_are_read(head: str) -> None:
    assert one("a.html", page(head=head)).published == dt.date(2026, 2, 7)


@pytest.mark.parametrize(
    "element",
    [
        '<time pubdate datetime="2026-02-07">a while ago</time>',
        '<time itemprop="datePublished" datetime="2026-02-07T10:00">a while ago</time>',
        '<time class="entry-date published" datetime="2026-02-07">7.2.</time>',
        '<span itemprop="datePublished">February 7, 2026</span>',
    ],
)
def test_marked_times_are_read(element: str) -> None:
    assert one("a.html", page(f"<article>{element}{BODY}</article>")).published == dt.date(2026, 2, 7)


@pytest.mark.parametrize(
    "head",
    [
        "",
        meta("article:modified_time", "2026-02-07"),
        meta("article:published_time", "2024-02-30T25:61"),
        meta("article:published_time", "May"),
        meta("article:published_time", "yesterday"),
        '<link rel="canonical" href="https://gate.example/2026/02/07/water">',
        linked('{"@type": "Event", "datePublished": "2026-02-07"}'),
        linked('{"@type": "NewsArticle", "dateModified": "2026-02-07"}'),
        "<!-- published 2026-02-07 -->",
    ],
)
@pytest.mark.parametrize(
    "element",
    [
        "",
        '<time datetime="2026-02-07">the sitting</time>',
        '<time class="updated" datetime="2026-02-07">x</time>',
        "<p>Published on the web by the clerk. Copyright 2026. February 7, 2026.</p>",
    ],
)
def test_no_date_is_guessed(head: str, element: str) -> None:
    assert one("2026-02-07.html", page(f"<article>{element}{BODY}</article>", head)).published is None


def test_an_impossible_date_is_quoted() -> None:
    article = one("a.html", page(head=meta("article:published_time", "2024-02-30T25:61")))
    assert any("“2024-02-30T25:61”" in notice for notice in article.notices)


def test_dates_that_differ_are_told() -> None:
    head = meta("article:published_time", "2026-02-07") + linked(
        '{"@type": "NewsArticle", "datePublished": "2026-02-06"}'
    )
    article = one("a.html", page(head=head))
    assert article.published == dt.date(2026, 2, 6)
    assert any("2026-02-06 and also 2026-02-07" in notice for notice in article.notices)


def test_title_falls_back_to_headline_heading_and_window() -> None:
    assert one("a.html", page(head=linked('{"@type": "NewsArticle", "headline": "H"}'))).title == "H"
    assert one("a.html", page(f"<article><h1>One</h1>{BODY}</article>")).title == "One"
    head = "<title>Water bill passed | The Gate</title>" + meta("og:site_name", "The Gate")
    assert one("a.html", page(head=head)).title == "Water bill passed"


def test_broken_linked_data_is_told() -> None:
    article = one("a.html", page(head=linked("{oops")))
    assert any("JSON-LD" in notice for notice in article.notices)


def test_scripts_and_handlers_leave_nothing_but_text() -> None:
    evil = (
        f"<p onclick='alert(1)'>{SENTENCE}</p><script>alert(document.cookie)</script>"
        f"<p>&lt;img src=x onerror=alert(1)&gt; {SENTENCE}</p><a href='javascript:alert(1)'>more</a>"
    )
    article = one(
        "a.html", page(f"<article>{BODY}{evil}</article>", '<link rel="canonical" href="javascript:x">')
    )
    assert "<img src=x onerror=alert(1)>" in article.text
    assert "cookie" not in article.text
    assert article.url is None
    assert any("address not kept" in notice for notice in article.notices)


@pytest.mark.parametrize("depth", [300, 5_000])
def test_deep_nesting_loses_no_text_and_is_told(depth: int) -> None:
    article = one("a.html", page("<div>" * depth + BODY + "</div>" * depth))
    assert article.text == TEXT
    assert any("nested too deep" in notice for notice in article.notices)


def test_unclosed_tags_lose_no_text() -> None:
    article = one("a.html", page("".join(f"<b>{number} " for number in range(2_000)) + SENTENCE))
    assert SENTENCE in article.text
    assert "1999" in article.text


def test_without_an_article_there_is_no_text() -> None:
    error = refused("a.html", page("<ul><li>Home<li>News<li>Sport</ul>"))
    assert isinstance(error, NoTextError)
    assert error.place == "a.html"


@pytest.mark.parametrize(
    "content", ["<html></html>", "<!-- nothing -->", "<p>", "<", "<script>x</script>", "&nbsp;"]
)
def test_pages_without_words_are_refused(content: str) -> None:
    assert isinstance(refused("a.html", content), NoTextError)


def test_a_fragment_is_read() -> None:
    assert SENTENCE in one("a.html", f"<p>{SENTENCE}</p><p>{PROSE}</p>").text


@pytest.mark.parametrize(
    ("body", "limit"),
    [
        ("<b x" * 100_000, "HTML_ATTRIBUTES"),
        ("<b>" * 100_000, "HTML_TAGS"),
        ("<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x</p>", "HTML_ATTRIBUTES"),
        ("<p x='<b' " + " ".join(f"a{n}='>'" for n in range(1_000)) + ">x</p>", "HTML_ATTRIBUTES"),
        (("<p " + " ".join(f"a{n}" for n in range(190)) + ">x</p>") * 1_000, "HTML_ALL_ATTRIBUTES"),
        ("<a href=x>x</a>" * 6_000, "HTML_LINKS"),
        ("x" * 5_000_000, "HTML_BYTES"),
    ],
)
def test_pages_beyond_a_limit_are_refused_by_its_name(body: str, limit: str) -> None:
    error = refused("a.html", page(body))
    assert isinstance(error, LimitError)
    assert f"({limit})" in error.problem


@pytest.mark.parametrize(
    "filling",
    [
        "<" * 200_000,
        "<!--" * 100_000,
        "<a" * 100_000,
        "&" * 200_000,
        '<a b="' * 100_000,
        "</" * 100_000,
        "<!" * 100_000,
    ],
)
def test_broken_markup_ends_in_an_answer(filling: str) -> None:
    article = one("a.html", page(f"<article>{BODY}</article>{'' if filling[1:2] == 'a' else filling}"))
    assert article.text.startswith("First.")


def test_runs_of_combining_marks_are_cut_and_told() -> None:
    article = one("a.html", page(f"<article>{BODY}<p>{SENTENCE} e{'&#769;&#803;' * 5_000}</p></article>"))
    assert len(article.text) < len(TEXT) + 400
    assert any("combining marks cut in 1 place" in notice for notice in article.notices)


def test_declared_encodings_are_read() -> None:
    head = '<meta charset="iso-8859-2">'
    content = page(f"<article>{BODY}<p>Gołąb spoke. {SENTENCE}</p></article>", head).encode("iso8859-2")
    article = one("a.html", content)
    assert "Gołąb spoke." in article.text
    assert any("iso8859-2" in notice for notice in article.notices)


def test_xhtml_with_a_declaration_is_read() -> None:
    head = '<?xml version="1.0" encoding="utf-8"?>'
    assert one("a.htm", head + page()).text == TEXT


def test_external_things_are_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    doctype = '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd">'
    head = '<base href="http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/x.css">'
    content = f'{doctype}<html><head>{head}</head><body><article>{BODY}<img src="http://127.0.0.1:9/x"></article></body></html>'
    assert one("a.html", content).text == TEXT


def test_nothing_is_written_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    refused("a.html", page("<p>Menu</p>"))
    assert capfd.readouterr() == ("", "")


def test_a_tree_that_cannot_be_built_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import lxml.html

    def fail(*arguments: object, **options: object) -> None:
        raise ValueError("no tree")

    monkeypatch.setattr(lxml.html, "document_fromstring", fail)
    assert isinstance(refused("a.html", page()), DamagedError)


def test_an_extraction_that_fails_falls_back_to_the_longer_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*arguments: object, **options: object) -> None:
        raise AttributeError("no text")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    article = one("a.html", page())
    assert article.text == TEXT
    assert any("no article was recognised" in notice for notice in article.notices)
