"""What stands between a browser and the pages: which hosts are served, and what a page may do.

Streamlit itself refuses websockets from unknown hosts; here everything is refused to them, so that a foreign
page cannot reach the program through a name of its own (DNS rebinding), and nothing is looked up outside to
find out whether an origin is this machine.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_NOT_SERVED = "This address is not served. Open the one that the program printed when it started."
_FAILED = "The server could not answer this. Load the page again; the reason stands where it was started."
_APOLOGY = (
    "This page could not be drawn. Load it again, or go to another page: nobody else is disturbed, and"
    " nothing that was saved is lost. The reason stands where the program was started."
)


@cache
def policy() -> str:
    """Return the Content Security Policy: only what this server sends, and text never as markup.

    The drawings reach the browser as scripts of its own making (`blob:`), Streamlit writes style sheets into
    the page, reads messages with some WebAssembly, and has short scripts that are named by their digests.
    Trusted Types keep every script from writing markup out of text (`innerHTML` and the like).
    https://www.w3.org/TR/CSP3/, https://www.w3.org/TR/trusted-types/
    """
    page = Path(get_static_dir()) / "index.html"
    inline = _INLINE.findall(page.read_text(encoding="utf-8"))
    digests = (base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in inline)
    named = " ".join(f"'sha256-{digest}'" for digest in digests)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {named}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        )
    )


@cache
def headers() -> dict[str, str]:
    """Return the headers that stand on every answer."""
    unused = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb")
    return {
        "Content-Security-Policy": policy(),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in unused),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def served(asked: Headers) -> bool:
    """Return whether a request is for a host of `server.allowedHosts`, and from a page of that same host."""
    host, origin = asked.get("host"), asked.get("origin")
    return is_host_allowed(host) and (origin is None or urlsplit(origin).netloc == host)


class Guard:
    """Refuses requests for other hosts and from other origins, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] == "http":
            send = _with_headers(send)
        if scope["type"] in ("http", "websocket") and not served(HTTPConnection(scope).headers):
            await refuse(scope, receive, send)
            return
        await self._app(scope, receive, send)


async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer that this host is not served; a websocket is closed before it opens."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await PlainTextResponse(_NOT_SERVED, status_code=403)(scope, receive, send)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(headers())
        await send(message)

    return sent


def failed(request: Request, error: Exception) -> Response:
    """Return the answer where the server itself failed; that one passes by the guard."""
    return PlainTextResponse(_FAILED, status_code=500, headers=headers())


def apologise(error: Exception) -> bool:
    """Say on the page that it could not be drawn; Streamlit has written the reason to its log.

    Returns:
        True: nothing else is shown.
    """
    st.error(_APOLOGY, icon=":material/error:")
    return True
