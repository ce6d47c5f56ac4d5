"""Serves an app on 127.0.0.1 and opens it in headless chromium, noting every request and complaint."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Playwright, Request

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path(os.environ.get("LAWPATH_CHROMIUM", "/usr/bin/chromium"))
START_LIMIT = 60  # seconds until a server must answer
DRAWN_LIMIT = 30_000  # milliseconds until marks must be drawn
ARGUMENTS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def missing() -> str:
    """Return why no browser test can run here, or an empty text."""
    return "" if CHROMIUM.exists() else f"no chromium at {CHROMIUM} (set LAWPATH_CHROMIUM, or install it)"


def launch(playwright: Playwright) -> Browser:
    """Return a headless chromium that can resolve no name but 127.0.0.1."""
    return playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@contextlib.contextmanager
def served(script: Path, *arguments: str, environment: dict[str, str] | None = None) -> Iterator[str]:
    """Run a Streamlit script from the project's root; yields its address without a slash at the end.

    Raises:
        RuntimeError: it ended or did not answer within START_LIMIT; the message has what it printed.
    """
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    options = {
        "server.port": str(port),
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *flags, "--", *arguments]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=log, stderr=subprocess.STDOUT)
        try:
            ends = time.monotonic() + START_LIMIT
            while not _answers(url):
                if server.poll() is not None or time.monotonic() > ends:
                    log.seek(0)
                    raise RuntimeError(f"{script.name} does not answer:\n{log.read()[-4000:]}")
                time.sleep(0.2)
            yield url
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@dataclass
class Visit:
    """One browser page, with what it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    received: int = 0  # bytes that came by websocket

    def watch(self) -> None:
        """Begin to note requests, errors and received bytes."""
        self.page.on("request", self._note_request)
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._note_frame))

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _note_frame(self, payload: str | bytes) -> None:
        self.received += len(payload)

    @property
    def foreign(self) -> list[str]:
        """Requests to any other host than the one served, and to none for a local file."""
        local = ("blob", "data", "file")
        parts = ((url, urlsplit(url)) for url in self.requests)
        return [url for url, part in parts if part.scheme not in local and part.hostname != "127.0.0.1"]

    def drawn(self, selector: str, number: int = 1) -> Locator:
        """Wait until at least so many elements are drawn, and return them."""
        found = self.page.locator(selector)
        found.nth(number - 1).wait_for(state="attached", timeout=DRAWN_LIMIT)
        return found

    def says(self, text: str) -> None:
        """Wait until the page says exactly this."""
        self.page.get_by_text(text, exact=True).wait_for()

    def findings(self, within: str | None = None) -> list[str]:
        """Return axe-core's serious and critical findings, one line each with the first element."""
        told: dict[str, Any] = Axe().run(self.page, context=within).response
        return [
            f"{rule['id']} ({rule['impact']}): {rule['help']}: {rule['nodes'][0]['html'][:200]}"
            for rule in told["violations"]
            if rule["impact"] in ("serious", "critical")
        ]
