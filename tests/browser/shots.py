"""Pictures of the pages for the README: `python -m tests.browser.shots docs/screenshots`, or `make shots`.

A second argument is the size of the screen, `390x844` for a phone. The store is built from the samples, so
that everybody gets the same pictures.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections import Counter
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))  # the browser tests are no package

import harness

from graph.pipeline import build
from graph.rdf.store import Store
from graph.terms import ActorKind, EventType, Factuality
from graph.ui.address import address, shown_in_article
from graph.views.library import Library, library

WIDTH, HEIGHT = 1280, 720
MOST_BYTES = 200_000
STORY = "amnesty"
PASTED = """Parliament adopts the water bill in first reading

The Parliament of Arkania adopted the water bill in its first reading on Friday by 41 votes to 7. It must be
adopted in a second reading next week, before President Ada Holm can sign it."""


def places(shelf: Library) -> dict[str, tuple[str, str]]:
    """Return the address of each picture and what must be drawn before it is taken."""
    bill = max(
        (b for b in shelf.bills if STORY in shelf.name(b).casefold()),
        key=lambda b: sum(shelf.bill_of(event) == b for event in shelf.assessments),
    )
    wanted = [(EventType.RELEASE, Factuality.PROMISED), (EventType.SECOND_READING, Factuality.HAPPENED)]
    event = next(
        event
        for kind, status in wanted
        for event, one in shelf.assessments.items()
        if (one.type, one.status) == (kind, status)
        and any(bill in {b.id for b in a.bills} for a in shelf.articles_of(event))
    )
    account, quote = next(
        (telling.account, quote)
        for telling in shelf.claims[event]
        for quote in telling.quotes
        if quote.part == "text"
    )
    return {
        "home": ("", ".cards[data-drawn]"),
        "bill": (address("bill", bill=bill), ".bill[data-drawn]"),
        "timeline": (address("timeline", bill=bill, event=event), ".evidence blockquote"),
        "people": (address("actor", actor=_busiest(shelf, bill)), ".actor[data-drawn]"),
        "relations": (address("relations", focus=bill), ".relations[data-drawn]"),
        "matrix": (address("relations", focus=bill, view="matrix"), ".matrix[data-drawn]"),
        "compare": (address("compare", bill=bill, show="both"), ".compare[data-drawn]"),
        "present": (address("present", bill=bill), ".present[data-drawn]"),
        "articles": (address("articles"), ".links[data-drawn]"),
        "article": (shown_in_article(account.article.id, quote.part, quote.start), ".article mark"),
        "review": (address("review"), ".review[data-drawn]"),
        "query": (address("query", ask="who-did-what", bill=bill), ".table[data-drawn]"),
        "export": (address("export"), "[data-testid=stCode]"),
        "add": (address("add"), "[data-testid=stTextArea]"),
    }


def _busiest(shelf: Library, bill: str) -> str:
    """Return the person that takes part in most events of a bill."""
    found = Counter(
        part.actor
        for event in shelf.assessments
        if shelf.bill_of(event) == bill
        for part in shelf.participants(event)
        if shelf.kind(part.actor) is ActorKind.PERSON
    )
    return min(found, key=lambda one: (-found[one], one))


def small(picture: bytes) -> bytes:
    """Return a PNG, with fewer colours where it would be too large otherwise."""
    if len(picture) <= MOST_BYTES:
        return picture
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (256, 128, 64):
        file = io.BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        if file.tell() <= MOST_BYTES:
            break
    return file.getvalue()


def prepare(page: Page, name: str) -> None:
    """Bring a page into the state that its picture shows."""
    if name == "add":
        page.get_by_label("Text of the article").fill(PASTED)
        page.get_by_label("Newspaper or site").fill("The Arkanian")
        page.get_by_role("heading", name="Add articles").click()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_timeout(2_000)  # until an opened article has come to rest at its sentence


def main(folder: Path, width: int = WIDTH, height: int = HEIGHT) -> None:
    """Write the pictures into a folder, of a screen of some pixels."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "store"
        build([harness.ROOT / "data" / "articles"], place)
        with Store.read(place) as store:
            shown = places(library(store.collection()))
        environment = {"LAWPATH_STORE": str(place)}
        with (
            harness.served(harness.ROOT / "app.py", environment=environment) as url,
            sync_playwright() as playwright,
        ):
            browser = harness.launch(playwright)
            for name, (path, drawn) in shown.items():
                context = browser.new_context(viewport={"width": width, "height": height})
                visit = harness.Visit(context.new_page())
                visit.page.goto(f"{url}/{path}")
                visit.drawn(drawn)
                prepare(visit.page, name)
                picture = small(visit.page.screenshot())
                (folder / f"{name}.png").write_bytes(picture)
                print(f"{folder / name}.png: {len(picture):,} bytes")
                context.close()
            browser.close()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python -m tests.browser.shots FOLDER [WIDTHxHEIGHT]")
    main(Path(sys.argv[1]), *map(int, "".join(sys.argv[2:]).split("x")) if sys.argv[2:] else ())
