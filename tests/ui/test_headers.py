"""The guard before the pages: who is served, and what stands on every answer."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import Message
from starlette.websockets import WebSocket
from streamlit import config
from typer.testing import CliRunner

from graph.__main__ import app
from graph.lexicons import ROOT
from graph.ui.guard import Guard, failed, headers, policy

HOST = "127.0.0.1"
HERE = {"host": f"{HOST}:8501"}


def broken(request: Request) -> Response:
    raise ZeroDivisionError


def fine(request: Request) -> Response:
    return PlainTextResponse("fine")


async def stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.close()


APP = Starlette(
    routes=[Route("/broken", broken), Route("/fine", fine), WebSocketRoute("/stream", stream)],
    middleware=[Middleware(Guard)],
    exception_handlers={500: failed},
)


@pytest.fixture(autouse=True)
def allowed() -> Iterator[None]:
    """Serve the hosts that the settings of the project name."""
    before = config.get_option("server.allowedHosts")
    config.set_option("server.allowedHosts", ["localhost", HOST])
    yield
    config.set_option("server.allowedHosts", before)


def asked(path: str, given: dict[str, str], kind: str = "http") -> list[Message]:
    """Return what the server sends (ASGI) when a path is asked for with some headers."""
    sent = list[Message]()
    scope: dict[str, Any] = {
        "type": kind,
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        "subprotocols": [],
    }

    async def receive() -> Message:
        return {"type": f"{kind}.connect" if kind == "websocket" else "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        try:
            await APP(scope, receive, send)
        except ZeroDivisionError:
            return

    asyncio.run(run())
    return sent


def answered(path: str, given: dict[str, str]) -> tuple[int, dict[str, str], str]:
    """Return status, headers and text of an answer."""
    start, body = asked(path, given)
    told = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], told, body["body"].decode()


@pytest.mark.parametrize(("path", "status"), [("/fine", 200), ("/nowhere", 404), ("/broken", 500)])
def test_every_answer_carries_the_headers(path: str, status: int) -> None:
    found, told, _ = answered(path, HERE)
    assert found == status
    assert {name: told.get(name.lower()) for name in headers()} == headers()


def test_a_failure_is_told_without_its_traceback() -> None:
    _, _, said = answered("/broken", HERE)
    assert "ZeroDivisionError" not in said
    assert said.startswith("The server could not answer this.")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "user@127.0.0.1", ""])
def test_other_hosts_are_refused(host: str) -> None:
    status, told, said = answered("/fine", {"host": host})
    assert status == 403
    assert said.startswith("This address is not served.")
    assert told["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999"])
def test_pages_of_other_origins_are_refused(origin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.net_util.get_external_ip", lambda: pytest.fail("asked the network"))
    assert answered("/fine", {**HERE, "origin": origin})[0] == 403
    assert asked("/stream", {**HERE, "origin": origin}, "websocket") == [
        {"type": "websocket.close", "code": 1008}
    ]


def test_a_page_of_this_origin_is_served() -> None:
    own = {**HERE, "origin": f"http://{HOST}:8501"}
    assert answered("/fine", own)[0] == 200
    assert asked("/stream", own, "websocket")[0]["type"] == "websocket.accept"


def test_a_websocket_for_another_host_is_closed_before_it_opens() -> None:
    assert asked("/stream", {"host": "evil.example"}, "websocket") == [
        {"type": "websocket.close", "code": 1008}
    ]


def test_the_policy_lets_nothing_foreign_in() -> None:
    rules = {name: sources for name, *sources in map(str.split, policy().split(";"))}
    assert rules["default-src"] == ["'none'"]
    assert rules["frame-ancestors"] == ["'none'"]
    assert rules["require-trusted-types-for"] == ["'script'"]
    scripts = [one for one in rules["script-src"] if not one.startswith("'sha256-")]
    assert scripts == ["'self'", "blob:", "'wasm-unsafe-eval'"]
    sources = [source for found in rules.values() for source in found if "wasm" not in source]
    assert not [source for source in sources if "*" in source or "//" in source or "eval" in source]


def test_the_settings_keep_the_server_to_this_machine() -> None:
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert told["server"]["address"] == HOST
    assert told["server"]["allowedHosts"] == ["localhost", HOST]
    assert told["server"]["maxUploadSize"] <= 20
    assert told["browser"]["gatherUsageStats"] is False
    assert told["client"]["showErrorDetails"] == "none"
    assert told["logger"]["hideWelcomeMessage"] is True  # with it come offers to programmers, over the page


@pytest.mark.parametrize(
    ("given", "address", "hosts"),
    [
        ([], HOST, ["localhost", HOST]),
        (
            ["--host", "0.0.0.0", "--allow-host", "room-7.local"],
            "0.0.0.0",
            ["localhost", HOST, "room-7.local"],
        ),
    ],
)
def test_serve_stays_on_this_machine_unless_told(
    given: list[str], address: str, hosts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = list[list[str]]()

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        ran.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    told = CliRunner().invoke(app, ["serve", "--no-browser", *given])
    assert told.exit_code == 0
    assert f"http://{hosts[-1]}:8501" in told.output
    (command,) = ran
    options = list(pairwise(command))
    assert [value for name, value in options if name == "--server.address"] == [address]
    assert [value for name, value in options if name == "--server.allowedHosts"] == hosts
    assert ("--browser.serverAddress", hosts[-1]) in options


@pytest.mark.parametrize(("given", "allowed"), [([], "0"), (["--allow-network"], "1")])
def test_the_network_is_off_unless_it_is_allowed(
    given: list[str], allowed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = list[dict[str, str]]()

    def run(command: list[str], env: dict[str, str], **_: object) -> subprocess.CompletedProcess[bytes]:
        ran.append(env)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setenv("LAWPATH_NETWORK", "1")
    assert CliRunner().invoke(app, ["serve", "--no-browser", *given]).exit_code == 0
    assert [environment["LAWPATH_NETWORK"] for environment in ran] == [allowed]
