"""Pages from their addresses: what is asked, what is refused, always against a server of this test."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph.articles import limits
from graph.articles.fetching import Fetched, Web, fetch, read_address
from graph.articles.hosts import is_public
from graph.errors import AddressError, InputError, LimitError
from graph.model import Article
from tests.articles.reading import PROSE

PUBLIC = "93.184.216.34"
PAGE = f"<html><head><title>Water bill passed</title></head><body><p>{PROSE}</p></body></html>".encode()


class Site(ThreadingHTTPServer):
    """A server on this machine; `answers` has for each path what it sends: status, headers, body."""

    answers: dict[str, tuple[int, dict[str, str], bytes]]

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.asked = {}, list[tuple[str, str | None]]()


class Handler(BaseHTTPRequestHandler):
    """Answers as its site says, and notes what it was asked."""

    server: Site

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Host"]))
        status, headers, body = self.server.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in (
            {"Content-Type": "text/html", "Content-Length": str(len(body))} | headers
        ).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield found
        found.shutdown()


@pytest.fixture
def web(site: Site) -> Web:
    """A web on which every name leads to one public address, behind which the site of this test stands."""
    return Web(resolve=lambda host, port: [PUBLIC], connect=to(site))


def to(site: Site) -> Callable[[str, int, float], socket.socket]:
    """Return what connects to the site, whatever public address is meant."""

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        assert is_public(address)
        return socket.create_connection(site.server_address[:2], timeout=seconds)

    return connect


def refused(url: str, web: Web) -> InputError:
    with pytest.raises(InputError) as found:
        fetch(url, web)
    return found.value


# ---- what is read ------------------------------------------------------------------------------------------


def test_a_page_becomes_an_article_with_its_address(site: Site, web: Web) -> None:
    site.answers["/news/water?id=1"] = (200, {}, PAGE)
    (article,) = read_address(" http://herald.example/news/water?id=1 ", web)
    assert isinstance(article, Article)
    assert article.url == "http://herald.example/news/water?id=1"
    assert article.id == "herald-example-news-water"
    assert PROSE in article.text
    assert site.asked == [("/news/water?id=1", "herald.example")]


def test_the_address_that_a_redirect_leads_to_is_kept(site: Site, web: Web) -> None:
    site.answers["/old"] = (301, {"Location": "/new"}, b"")
    site.answers["/new"] = (200, {}, PAGE)
    assert fetch("http://herald.example/old", web).url == "http://herald.example/new"


def test_the_encoding_that_the_site_tells_is_used(site: Site, web: Web) -> None:
    site.answers["/"] = (200, {"Content-Type": "text/html; charset=windows-1251"}, "Сенат".encode("cp1251"))
    assert fetch("http://herald.example", web).content.decode("utf-8-sig") == "Сенат"


@pytest.mark.parametrize(
    ("kind", "suffix"), [("text/plain", ".txt"), ("application/rss+xml", ".xml"), ("text/html", ".html")]
)
def test_the_kind_decides_how_it_is_read(site: Site, web: Web, kind: str, suffix: str) -> None:
    site.answers["/a"] = (200, {"Content-Type": f"{kind}; charset=utf-8"}, b"text")
    assert fetch("http://herald.example/a", web) == Fetched(
        f"herald-example-a{suffix}", b"text", "http://herald.example/a"
    )


# ---- what is not asked -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://herald.example/a",
        "gopher://herald.example",
        "javascript:alert(1)",
        "herald.example/a",
        "http://",
        "http://user:word@herald.example/",
        "http://herald.example:22/",
        "http://herald.example:99999/",
        "http://herald.example/a\r\nHost: other.example",
        "http://[::1/",
        f"http://herald.example/{'a' * 3000}",
    ],
)
def test_what_is_no_web_address_is_refused_before_anything_is_looked_up(url: str) -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        raise AssertionError(host)

    assert isinstance(refused(url, Web(resolve=resolve)), AddressError)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "no address",
    ],
)
def test_a_name_that_leads_home_is_refused_and_nobody_is_connected(address: str) -> None:
    def connect(address: str, port: int, seconds: float) -> socket.socket:
        raise AssertionError(address)

    error = refused(
        "http://home.example/", Web(resolve=lambda host, port: [PUBLIC, address], connect=connect)
    )
    assert "own network" in error.problem


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "0"])
def test_this_machine_is_refused_by_every_name_it_has(host: str) -> None:
    assert isinstance(refused(f"http://{host}/", Web()), AddressError)


def test_a_redirect_home_is_refused(site: Site) -> None:
    site.answers["/"] = (302, {"Location": "http://home.example/secret"}, b"")
    answers = {"herald.example": [PUBLIC], "home.example": ["192.168.0.1"]}
    web = Web(resolve=lambda host, port: answers[host], connect=to(site))
    assert "own network" in refused("http://herald.example/", web).problem
    assert [path for path, _ in site.asked] == ["/"]


def test_a_redirect_to_a_file_is_refused(site: Site, web: Web) -> None:
    site.answers["/"] = (302, {"Location": "file:///etc/passwd"}, b"")
    assert "only web pages" in refused("http://herald.example/", web).problem


def test_the_name_is_looked_up_once_and_the_checked_address_is_used(site: Site) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    used = list[str]()

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        used.append(address)
        return to(site)(address, port, seconds)

    site.answers["/"] = (200, {}, PAGE)
    assert fetch("http://rebinding.example/", Web(resolve=lambda host, port: next(answers), connect=connect))
    assert used == [PUBLIC]


def test_a_name_that_nobody_has_is_told() -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror

    assert (
        "no computer is called “none.example”"
        in refused("http://none.example/", Web(resolve=resolve)).problem
    )


# ---- what does not answer well -----------------------------------------------------------------------------


def test_addresses_that_lead_on_for_ever_are_left(site: Site, web: Web) -> None:
    site.answers["/"] = (302, {"Location": "/"}, b"")
    assert "without end" in refused("http://herald.example/", web).problem
    assert len(site.asked) == limits.REDIRECTS + 1


def test_a_page_that_is_too_large_is_refused(site: Site, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HTML_BYTES", 1_000)
    site.answers["/"] = (200, {}, b"a" * 2_000)
    error = refused("http://herald.example/", web)
    assert isinstance(error, LimitError)
    assert "HTML_BYTES" in error.problem


@pytest.mark.parametrize(
    ("status", "headers", "said"),
    [
        (404, {}, "404 Not Found"),
        (403, {}, "403 Forbidden"),
        (200, {"Content-Type": "application/pdf"}, "application/pdf"),
        (200, {"Content-Encoding": "br"}, "packed"),
        (200, {"Content-Length": "5000"}, "nobody answers"),
    ],
)
def test_what_is_no_page_is_told(
    site: Site, web: Web, status: int, headers: dict[str, str], said: str
) -> None:
    site.answers["/"] = (status, headers, PAGE)
    (error,) = read_address("http://herald.example/", web)
    assert isinstance(error, InputError)
    assert said in error.problem
    assert error.place == "http://herald.example/"
    assert error.remedy


def test_a_site_without_a_safe_connection_is_told(site: Site, web: Web) -> None:
    assert "no safe connection" in refused("https://herald.example/", web).problem


def test_a_line_that_drips_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FETCH_SECONDS", 1)
    ours, theirs = socket.socketpair()
    stop = threading.Event()

    def drip() -> None:
        theirs.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: ")
        while not stop.wait(0.1):
            try:
                theirs.sendall(b"a")
            except OSError:
                return

    dripping = threading.Thread(target=drip, daemon=True)
    dripping.start()
    web = Web(resolve=lambda host, port: [PUBLIC], connect=lambda address, port, seconds: ours)
    assert "longer than 1 seconds" in refused("http://herald.example/", web).problem
    stop.set()
    dripping.join()
    theirs.close()


def test_what_was_stopped_is_not_asked(site: Site, web: Web) -> None:
    stopped = threading.Event()
    stopped.set()
    found = Web(resolve=web.resolve, connect=web.connect, stopped=stopped)
    assert "you stopped" in refused("http://herald.example/", found).problem
    assert site.asked == []
