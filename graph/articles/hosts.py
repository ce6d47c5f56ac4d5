"""Which hosts may be asked for an article: those on the open internet, by the address that is really used.

A name may lead anywhere, and to somewhere else a moment later. So a name is looked up once, every address of
the answer is checked, and the connection goes to one of these, never to the name again (against server-side
request forgery and DNS rebinding). What belongs to this machine or its own network is never asked.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import SplitResult, urlsplit

from graph.articles import limits
from graph.errors import AddressError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
"""Looks up a host and a port: the addresses that answer to it. Raises OSError where there are none."""

PORTS = {"http": 80, "https": 443}
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses as an IPv6 network sees them (RFC 6052)."""
_OF_A_SITE = ipaddress.IPv6Network("fec0::/10")
"""Addresses of one site, given up by RFC 3879 and still in use here and there."""


def parts_of(url: str) -> SplitResult:
    """Return the parts of a web address.

    Raises:
        AddressError: it is no web address, holds a name or password, or asks for an unusual port.
    """
    if len(url) > limits.URL_CHARACTERS:
        raise AddressError("the address is too long", place=f"{url[:80]}…")
    if not url.isprintable() or any(sign.isspace() for sign in url):
        raise _no_address(url)
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname
    except ValueError as error:
        raise _no_address(url) from error
    if parts.scheme not in PORTS:
        raise AddressError(
            "only web pages are fetched", place=url, remedy="an address begins with http:// or https://"
        )
    if not host:
        raise _no_address(url)
    if parts.username is not None or parts.password is not None:
        raise AddressError("an address with a name or password in it is not asked", place=url)
    if port not in (None, *PORTS.values()):
        raise AddressError("only the usual ports of the web are asked, 80 and 443", place=url)
    return parts


def _no_address(url: str) -> AddressError:
    return AddressError("this is no web address", place=url, remedy="copy it from the browser, one a line")


def looked_up(host: str, port: int) -> list[str]:
    """Return the addresses of a host, as this machine looks them up.

    Raises:
        OSError: there are none.
    """
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def public_addresses(host: str, port: int, resolve: Resolve, *, place: str) -> list[str]:
    """Return the addresses of a host, once all of them are known to be public.

    Raises:
        AddressError: it has none, or one of them is not public.
    """
    try:
        found = list(dict.fromkeys(resolve(host.encode("idna").decode("ascii"), port)))
    except UnicodeError as error:
        raise _no_address(place) from error
    except OSError as error:
        raise AddressError(
            f"no computer is called “{host}”", place=place, remedy="check the address and the connection"
        ) from error
    if not found or not all(map(is_public, found)):
        raise AddressError(
            "this address leads to this computer or its own network, which is not asked",
            place=place,
            remedy="save the page in the browser and choose the file",
        )
    return found


def is_public(address: str) -> bool:
    """Whether an IP address, and every one wrapped in it, is one of the open internet.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        outer = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(
        one.is_global and not (one.is_multicast or one.is_reserved or one in _OF_A_SITE)
        for one in _wrapped(outer)
    )


def _wrapped(address: Address) -> Iterator[Address]:
    """Yield an address, or what it stands for where it only wraps others."""
    if isinstance(address, ipaddress.IPv4Address):
        yield address
    elif address in _TRANSLATED:
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    elif address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    else:
        yield address
        yield from filter(None, (address.sixtofour, *(address.teredo or ())))
