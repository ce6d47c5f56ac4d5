"""The server as it runs: headers on real files, refusals, and sessions that do not disturb each other.

These tests start servers but need no browser, but for the last ones.
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import harness
import hostile
import pytest
from test_pages import DRAWN, hostile_paths

from graph.rdf.store import Store
from graph.ui.address import HOME
from graph.ui.guard import headers
from graph.ui.pages import pages
from tests.visitor import Visitor

APPS = Path(__file__).parent / "apps"
VIOLATIONS = """addEventListener("securitypolicyviolation", (event) => {
  (globalThis.violations ??= []).push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
});"""


WRITING = """() => {
  try {
    document.body.innerHTML = "<b>text</b>";
    return "written";
  } catch (error) {
    return error.name;
  }
}"""


@pytest.fixture(scope="module")
def explorer(small_store: Path) -> Iterator[str]:
    """The address of the explorer over the small store."""
    with harness.served(harness.ROOT / "app.py", environment={"LAWPATH_STORE": str(small_store)}) as url:
        yield url


@pytest.fixture(scope="module")
def breaking() -> Iterator[str]:
    """The address of a page that breaks where told to."""
    with harness.served(APPS / "breaking_demo.py") as url:
        yield url


def asked(
    url: str, path: str, *, method: str = "GET", given: dict[str, str] | None = None, body: bytes = b""
) -> tuple[int, dict[str, str]]:
    """Return status and headers of an answer."""
    with contextlib.closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)) as connection:
        connection.request(method, path, body=body or None, headers=given or {})
        answer = connection.getresponse()
        answer.read()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/timeline", 200),
        ("/favicon.png", 200),
        ("/_stcore/health", 200),
        ("/_stcore/host-config", 200),
        ("/media/nothing.txt", 404),
        ("/..%5cetc", 400),
    ],
)
def test_pages_files_and_errors_carry_the_headers(explorer: str, path: str, status: int) -> None:
    found, told = asked(explorer, path)
    assert found == status
    assert {name: told.get(name.lower()) for name in headers()} == headers()


@pytest.mark.parametrize("path", ["/", "/favicon.png", "/_stcore/health", "/_stcore/stream"])
def test_another_host_gets_nothing(explorer: str, path: str) -> None:
    assert asked(explorer, path, given={"Host": "evil.example"})[0] == 403


def test_an_upload_without_the_token_of_a_page_is_refused(explorer: str) -> None:
    assert asked(explorer, "/_stcore/upload_file/nobody/nothing", method="PUT", body=b"x")[0] == 403


def test_a_page_that_breaks_says_so_without_its_reason(breaking: str) -> None:
    async def told() -> tuple[list[str], str]:
        visitor = Visitor(breaking)
        await visitor.open(name="one", **{"break": "1"})
        await visitor.close()
        return list(visitor.complaints()), str(visitor.elements)

    (said,), drawn = asyncio.run(told())
    assert said.startswith("This page could not be drawn.")
    assert "secret" not in drawn
    assert "RuntimeError" not in drawn


def test_a_session_that_breaks_does_not_disturb_another(breaking: str) -> None:
    async def both() -> list[str]:
        calm, wild = Visitor(breaking), Visitor(breaking)
        await calm.open(name="calm")
        await wild.open(name="wild", **{"break": "1"})
        await asyncio.gather(*(visitor.go(name=name) for visitor, name in ((calm, "calm"), (wild, "wild"))))
        found = [calm.heading(), wild.heading(), *calm.complaints()]
        await calm.close()
        await wild.close()
        return found

    assert asyncio.run(both()) == ["Run 2 of calm", "Run 2 of wild"]


def test_each_session_sees_what_it_asked_for(explorer: str) -> None:
    async def all_at_once() -> set[tuple[str, str]]:
        paths = [name for name in pages() if name != HOME]
        visitors = {path: Visitor(explorer) for path in paths}
        await asyncio.gather(*(visitor.open(path) for path, visitor in visitors.items()))
        before = {(path, visitor.heading()) for path, visitor in visitors.items()}
        await asyncio.gather(*(visitor.go(path) for path, visitor in visitors.items()))
        after = {(path, visitor.heading()) for path, visitor in visitors.items()}
        for visitor in visitors.values():
            assert list(visitor.complaints()) == []
            await visitor.close()
        return before ^ after

    assert asyncio.run(all_at_once()) == set()


@pytest.mark.parametrize("path", ["" if name == HOME else name for name in pages()])
def test_no_page_breaks_the_policy(path: str, explorer: str, visit: Callable[..., harness.Visit]) -> None:
    opened = visit("about:blank")
    opened.page.add_init_script(VIOLATIONS)
    opened.page.goto(f"{explorer}/{path}")
    opened.drawn("h1")
    opened.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    assert opened.page.evaluate("globalThis.violations ?? []") == []
    assert opened.foreign == []


def test_the_policy_stops_markup_made_of_text(explorer: str, visit: Callable[..., harness.Visit]) -> None:
    opened = visit(explorer)
    opened.drawn("h1")
    told = opened.page.evaluate(WRITING)
    assert told == "TypeError"


def test_every_page_is_tried_with_hostile_texts(tmp_path: Path) -> None:
    Store.build(tmp_path / "store", hostile.collection()).close()
    tried = {path.removeprefix("./").partition("?")[0] for path, _ in hostile_paths(tmp_path / "store")}
    assert {HOME if path == "" else path for path in tried} == set(pages())
    assert {HOME if path == "" else path for path in DRAWN} == set(pages())
