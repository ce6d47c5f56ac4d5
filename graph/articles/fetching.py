"""One web page from its address, for whoever allows it: checked, limited in time and size, followed by hand.

Only the address that was checked is connected to (see `hosts`), also after a redirect. No cookie is kept, no
proxy is used, nothing but the page itself is fetched.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from urllib.parse import quote, urljoin

from graph.articles import limits
from graph.articles.batch import read_bytes
from graph.articles.hosts import PORTS, Resolve, looked_up, parts_of, public_addresses
from graph.articles.source import shown
from graph.errors import AddressError, InputError
from graph.model import Article
from graph.vocabulary import slug

Connect = Callable[[str, int, float], socket.socket]
"""Connects to an IP address and a port within some seconds; raises OSError where nobody answers."""

_CHUNK = 1 << 16
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/json": ".json",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
_HEADERS = {
    "User-Agent": "Lawpath (reads one page that a person asked for)",
    "Accept": ", ".join(_KINDS),
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_LEADS_ON = (301, 302, 303, 307, 308)
_PATH_SIGNS = "/%:=&?~+!$,;'@()*[]"


def _connected(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


@dataclass(frozen=True, slots=True)
class Web:
    """The way to the internet.

    Attributes:
        resolve: looks up names.
        connect: connects to addresses that were checked.
        stopped: once set, nothing further is fetched.
    """

    resolve: Resolve = looked_up
    connect: Connect = _connected
    stopped: threading.Event | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: a name that ends in its kind, its bytes, and the address that answered."""

    name: str
    content: bytes
    url: str


def read_address(url: str, web: Web) -> Iterator[Article | InputError]:
    """Yield the articles at an address; whatever is refused is yielded as an error in its place."""
    place = shown(url.strip())
    try:
        page = fetch(url.strip(), web)
    except InputError as error:
        yield type(error)(error.problem, place=place, remedy=error.remedy)
        return
    for item in read_bytes(page.name, page.content):
        if isinstance(item, Article):
            yield item if item.url else replace(item, url=page.url)
        else:
            yield type(item)(item.problem, place=place, remedy=item.remedy)


def fetch(url: str, web: Web) -> Fetched:
    """Return the page at an address, after at most REDIRECTS others.

    Raises:
        AddressError: it is not asked, nobody answers, or the answer is no page; the place is the address that
            was asked last.
        LimitError: it is too large.
    """
    until = time.monotonic() + limits.FETCH_SECONDS
    for _ in range(limits.REDIRECTS + 1):
        found = _asked(url, web, until)
        if isinstance(found, Fetched):
            return found
        url = urljoin(url, found)
    raise AddressError("the address leads from one to the next without end", place=shown(url))


def _asked(url: str, web: Web, until: float) -> Fetched | str:
    """Return the page, or the address that it leads on to."""
    parts, place = parts_of(url), shown(url)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    addresses = public_addresses(host, port, web.resolve, place=place)
    try:
        with _line(addresses, port, web, until) as plain:
            line = _secured(plain, host) if parts.scheme == "https" else plain
            asked = http.client.HTTPConnection(host, port)
            asked.sock = line
            with closing(asked), _deadline(line, until):
                target = quote(parts.path or "/", safe=_PATH_SIGNS)
                target += f"?{quote(parts.query, safe=_PATH_SIGNS)}" if parts.query else ""
                asked.request("GET", target, headers=_HEADERS)
                with asked.getresponse() as answer:
                    if answer.status in _LEADS_ON and answer.getheader("Location"):
                        return answer.getheader("Location", "")
                    name = f"{slug(f'{host} {parts.path}', longest=80) or 'page'}{_kind(answer, place)}"
                    return Fetched(name, _content(answer, web, until, place), url)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unanswered(place, until, error) from error


def _secured(line: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(line, server_hostname=host)


def _unanswered(place: str, until: float, error: Exception) -> AddressError:
    if time.monotonic() >= until:
        problem = f"it took longer than {limits.FETCH_SECONDS} seconds"
    elif isinstance(error, ssl.SSLError):
        problem = "no safe connection to it can be made"
    else:
        problem = "nobody answers there as a web site does"
    return AddressError(problem, place=place, remedy="try again, or save the page and choose the file")


@contextmanager
def _line(addresses: list[str], port: int, web: Web, until: float) -> Iterator[socket.socket]:
    """Connect to the first of some checked addresses that answers.

    Raises:
        OSError: none of them does.
    """
    last: OSError = TimeoutError()
    for address in addresses:
        _go_on(web, until)
        try:
            line = web.connect(address, port, until - time.monotonic())
        except OSError as error:
            last = error
            continue
        with line:
            yield line
        return
    raise last


@contextmanager
def _deadline(line: socket.socket, until: float) -> Iterator[None]:
    """Cut a line when the time is up, however slowly it drips."""

    def cut() -> None:
        with suppress(OSError):  # it has ended meanwhile
            socket.socket.shutdown(line, socket.SHUT_RDWR)

    clock = threading.Timer(max(until - time.monotonic(), 0), cut)
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _go_on(web: Web, until: float) -> None:
    """Raise TimeoutError when the time is up, AddressError when someone stopped it."""
    if web.stopped is not None and web.stopped.is_set():
        raise AddressError("you stopped before it was fetched")
    if time.monotonic() >= until:
        raise TimeoutError


def _kind(answer: http.client.HTTPResponse, place: str) -> str:
    """Return the suffix that says how an answer is read.

    Raises:
        AddressError: it is no page, or of no kind that we read.
    """
    if answer.status != 200:
        said = http.client.responses.get(answer.status, "")
        raise AddressError(
            f"the site did not give the page: {answer.status} {said}".rstrip(),
            place=place,
            remedy="open it in the browser, save it and choose the file",
        )
    if answer.getheader("Content-Encoding", "identity").lower() not in ("", "identity"):
        raise AddressError(
            "the site sends it packed", place=place, remedy="save the page and choose the file"
        )
    told = answer.headers.get_content_type() if answer.getheader("Content-Type") else "nothing about its kind"
    if told not in _KINDS:
        raise AddressError(
            f"it is no article: the site says {told}", place=place, remedy="give the address of a web page"
        )
    return _KINDS[told]


def _content(answer: http.client.HTTPResponse, web: Web, until: float, place: str) -> bytes:
    """Return what came, in UTF-8 where the site says in which encoding it came.

    Raises:
        LimitError: it is too large.
    """
    made = bytearray()
    while chunk := answer.read1(_CHUNK):
        _go_on(web, until)
        made += chunk
        if len(made) > limits.HTML_BYTES:
            raise limits.beyond("the page is too large", "HTML_BYTES", place=place)
    _go_on(web, until)
    if answer.length:
        raise ConnectionError("the line broke off")
    told = answer.headers.get_content_charset()
    try:
        return bytes(made).decode(told).encode("utf-8-sig") if told and told != "utf-8" else bytes(made)
    except (LookupError, UnicodeDecodeError):
        return bytes(made)
