import datetime as dt
import html
import socket

import pytest

from graph.errors import DamagedError, FormatError, LimitError, NoTextError
from tests.articles.reading import PROSE, SENTENCE, articles, errors, one, read, refused


def rss(*items: str, head: str = "") -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return (
        f'{head}<rss version="2.0" {spaces}><channel><title>The Gate &amp; Co</title>{inside}</channel></rss>'
    )


def atom(*entries: str) -> str:
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Gate</title>{inside}</feed>'


def described(text: str) -> str:
    return f"<description>{html.escape(text)}</description>"


FULL = (
    "<title>Water bill &amp;amp; more</title><link>https://gate.example/w</link><guid>tag:w</guid>"
    f"<pubDate>Sat, 07 Feb 2026 10:00:00 GMT</pubDate>{described(f'<p>{PROSE}</p><p>It &amp; more.</p>')}"
)


def test_an_rss_item_is_an_article() -> None:
    article = one("gate.xml", rss(FULL))
    assert article.title == "Water bill & more"
    assert article.text == f"{PROSE}\nIt & more."
    assert article.published == dt.date(2026, 2, 7)
    assert article.outlet == "The Gate & Co"
    assert article.url == "https://gate.example/w"
    assert article.id.startswith("gate-")


def test_full_content_is_preferred_to_the_description() -> None:
    content = f"<content:encoded><![CDATA[<p>{PROSE}</p><p>{SENTENCE}</p>]]></content:encoded>"
    article = one("a.xml", rss(described(SENTENCE) + content))
    assert article.text == f"{PROSE}\n{SENTENCE}"
    assert article.notices == ()


def test_a_description_may_be_only_a_summary_which_is_told() -> None:
    assert any("summary" in notice for notice in one("a.xml", rss(FULL)).notices)


def test_an_atom_entry_is_an_article() -> None:
    entry = (
        '<id>tag:1</id><title type="html">Water &amp;lt;b&amp;gt;</title><link href="https://gate.example/a"/>'
        "<published>2026-02-07T10:00:00Z</published><updated>2026-02-09T10:00:00Z</updated>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        f"<p>{PROSE}</p><p>a &lt; b</p></div></content>"
    )
    article = one("a.atom", atom(entry))
    assert article.title == "Water <b>"
    assert article.text == f"{PROSE}\na < b"
    assert article.published == dt.date(2026, 2, 7)
    assert article.url == "https://gate.example/a"


def test_plain_text_content_is_kept_as_it_is() -> None:
    entry = '<id>tag:1</id><title>t</title><content type="text">One &lt;b&gt; met.\n  Two.</content>'
    assert one("a.xml", atom(entry)).text == "One <b> met.\n  Two."


def test_only_a_day_of_change_gives_no_publication_date() -> None:
    entry = (
        f"<id>tag:1</id><title>t</title><updated>2026-02-09T10:00:00Z</updated><summary>{SENTENCE}</summary>"
    )
    article = one("a.xml", atom(entry))
    assert article.published is None
    assert any("2026-02-09" in notice for notice in article.notices)


@pytest.mark.parametrize("words", ["1s", "Sunday", "2024-02-30", "now", "Sat, 30 Feb 2026 10:00:00 GMT"])
def test_no_date_is_guessed(words: str) -> None:
    article = one("a.xml", rss(f"<pubDate>{words}</pubDate>{described(SENTENCE)}"))
    assert article.published is None
    assert any(f"“{words}”" in notice for notice in article.notices)


def test_without_guid_and_date_the_identifier_is_stable() -> None:
    alone = one("a.xml", rss(described(SENTENCE)))
    beside = articles(read("a.xml", rss(FULL, described(SENTENCE))))[1]
    assert alone == beside
    assert alone.published is None
    assert alone.id != one("a.xml", rss(described(PROSE))).id


def test_the_order_of_items_does_not_change_identifiers() -> None:
    there = read("a.xml", rss(FULL, described(SENTENCE)))
    back = read("a.xml", rss(described(SENTENCE), FULL))
    assert {article.id for article in articles(there)} == {article.id for article in articles(back)}


def test_items_without_text_are_told_and_the_rest_is_read() -> None:
    items = read("a.xml", rss("<title>only</title>", FULL))
    assert len(articles(items)) == 1
    (error,) = errors(items)
    assert isinstance(error, NoTextError)
    assert error.place == "a.xml, item 1"


def test_scripts_leave_nothing_and_odd_addresses_are_dropped() -> None:
    evil = f"<p>{SENTENCE}</p><script>alert(1)</script><img src=x onerror=alert(1)><svg onload=x></svg>"
    article = one("a.xml", rss("<link>javascript:alert(1)</link>" + described(evil)))
    assert article.text == SENTENCE
    assert article.url is None
    assert any("javascript:alert(1)" in notice for notice in article.notices)


def bomb() -> str:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "ha">{levels}]>'


@pytest.mark.parametrize(
    "head",
    [
        bomb(),
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>',
        "<!DOCTYPE rss>",
    ],
)
def test_a_document_type_is_refused_without_network_or_expansion(
    head: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    error = refused("a.xml", rss("<title>&e9;</title>" + described(SENTENCE), head=head))
    assert isinstance(error, FormatError)
    assert "document type" in error.problem


@pytest.mark.parametrize("content", ["/etc/passwd", "http://127.0.0.1:9/feed", "file:///etc/passwd", "x"])
def test_a_name_or_an_address_is_never_opened(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert isinstance(refused("a.xml", content), DamagedError)


@pytest.mark.parametrize(
    "content", [rss(FULL)[:-10], rss(described(SENTENCE)).replace("water", "&nbsp;"), "<rss><b></rss>"]
)
def test_damaged_xml_is_told_with_its_line(content: str) -> None:
    error = refused("a.xml", content)
    assert isinstance(error, DamagedError)
    assert error.place == "a.xml, line 1"


def test_the_line_counts_what_stands_before_the_feed() -> None:
    assert refused("a.xml", '<?xml version="1.0"?>\n\n' + rss(FULL)[:-10]).place == "a.xml, line 3"


@pytest.mark.parametrize("content", ["<urlset><url/></urlset>", "<html><body>x</body></html>", "<svg/>"])
def test_other_xml_is_no_feed(content: str) -> None:
    assert isinstance(refused("a.xml", content), FormatError)


def test_a_feed_without_items_has_no_text() -> None:
    assert isinstance(refused("a.xml", rss()), NoTextError)


@pytest.mark.parametrize(
    ("content", "limit"),
    [
        (rss("<a>" * 300 + "</a>" * 300), "FEED_DEPTH"),
        (rss("<a/>" * 100_001), "FEED_ELEMENTS"),
        (
            rss().replace("<channel>", "<channel " + " ".join(f'a{n}="1"' for n in range(101)) + ">"),
            "FEED_ATTRIBUTES",
        ),
        (rss("<title>" + "x" * 10_001 + "</title>"), "FEED_FIELD_CHARACTERS"),
        (rss().replace("<channel>", f'<channel a="{"x" * 10_001}">'), "FEED_FIELD_CHARACTERS"),
        (rss("<!--" + "x" * 10_000_000 + "-->"), "FEED_BYTES"),
    ],
)
def test_feeds_beyond_a_limit_are_refused_by_its_name(content: str, limit: str) -> None:
    error = refused("a.xml", content)
    assert isinstance(error, LimitError)
    assert f"({limit})" in error.problem


def test_too_many_items_end_the_feed() -> None:
    items = read("a.xml", rss(*[described(f"Day {n}.") for n in range(5_001)]))
    assert len(articles(items)) == 5_000
    assert "FEED_ITEMS" in errors(items)[0].problem


def test_a_long_text_is_no_long_field() -> None:
    assert len(one("a.xml", rss(described("Deputies met. " * 20_000))).text) > 200_000


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "utf-8"])
def test_declared_encodings_are_read(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    assert one("a.xml", rss(described("José met."), head=head).encode(encoding)).text == "José met."


def test_a_feed_that_the_parser_stumbles_over_is_refused() -> None:
    content = atom(f"<id>x</id><summary>{SENTENCE}</summary>").replace(
        "<feed ", "<feed xmlns:a='b c' a:d='e' "
    )
    assert isinstance(refused("a.xml", content), DamagedError)
