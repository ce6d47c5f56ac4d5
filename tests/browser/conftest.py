"""Fixtures of the browser tests: a browser, served apps, and pages that note what they ask for.

Without chromium the tests are skipped with the reason; with LAWPATH_REQUIRE_BROWSER=1 they fail instead.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import harness
import pytest
from playwright.sync_api import Browser, sync_playwright

APPS = Path(__file__).parent / "apps"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(
    scope="module"
)  # not longer: while it lives, nothing else in this thread can run an event loop
def browser() -> Iterator[Browser]:
    reason = harness.missing()
    if reason and os.environ.get("LAWPATH_REQUIRE_BROWSER") == "1":
        pytest.fail(f"browser tests are required, but there is {reason}")
    if reason:
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = harness.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def serve(browser: Browser) -> Iterator[Callable[..., str]]:
    """Return a function that serves a script (once a module) and returns its address."""
    addresses: dict[tuple[Path, tuple[str, ...]], str] = {}
    with contextlib.ExitStack() as running:

        def start(script: Path, *arguments: str, environment: dict[str, str] | None = None) -> str:
            key = (script, arguments)
            if key not in addresses:
                server = harness.served(script, *arguments, environment=environment)
                addresses[key] = running.enter_context(server)
            return addresses[key]

        yield start


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., harness.Visit]]:
    """Return a function that opens an address in a fresh browser profile."""
    with contextlib.ExitStack() as opened:

        def go(
            url: str,
            *,
            width: int = 1280,
            height: int = 720,
            dark: bool = False,
            forced_colors: bool = False,
            reduced_motion: bool = False,
            scale: float = 1,
        ) -> harness.Visit:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                forced_colors="active" if forced_colors else "none",
                reduced_motion="reduce" if reduced_motion else "no-preference",
                device_scale_factor=scale,
            )
            opened.callback(context.close)
            page = harness.Visit(context.new_page())
            page.watch()
            page.page.goto(url)
            return page

        yield go


@pytest.fixture
def demo(serve: Callable[..., str], visit: Callable[..., harness.Visit]) -> Callable[..., harness.Visit]:
    """Return a function that opens a drawing alone, with an invented story, in its final font."""

    def go(script: str, drawn: str, story: str, *, more: str = "", **settings: object) -> harness.Visit:
        opened = visit(f"{serve(APPS / script)}/?story={story}{more}", **settings)
        opened.drawn(drawn)
        opened.page.evaluate("document.fonts.ready.then(() => null)")
        return opened

    return go
