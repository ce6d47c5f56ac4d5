"""Correcting in the browser: accept, change, retract and undo, add, tell apart, review; what stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import hostile
import pytest
from harness import DRAWN_LIMIT, ROOT, Visit
from playwright.sync_api import Browser, Locator, Page, expect

from graph.pipeline import build
from graph.rdf.store import Store
from graph.ui.address import address

APP = ROOT / "app.py"
DAY = dt.date(2031, 3, 2)
ARTICLES = {
    "one.txt": """Parliament adopts the water bill
Parliament of Arkania adopted the water bill in its first reading on Saturday by 41 votes to 7.
Parliament of Arkania will debate the water bill on Monday. President Ada Holm supports the water bill.
The lights in the house burned until ten.
""",
    "two.txt": """A vote on the water bill
Parliament of Arkania adopted the water bill in its first reading on Saturday. The water bill was introduced
in January. Senator Ben Holm opposes the water bill.
""",
    "three.txt": """A signature
Holm signed the water bill on Monday.
""",
}
SELECT = """(words) => {
  const roots = [...document.querySelectorAll("*")].map((one) => one.shadowRoot);
  const root = roots.find((one) => one?.querySelector(".article"));
  for (const line of root.querySelectorAll(".words")) {
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      line.scrollIntoView({ block: "center" });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const chosen = root.getSelection?.() ?? document.getSelection();
      chosen.removeAllRanges();
      chosen.addRange(range);
      return;
    }
  }
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles and the store of them, to which all tests here write."""
    place = tmp_path_factory.mktemp("correcting")
    (place / "articles").mkdir()
    for name, text in ARTICLES.items():
        (place / "articles" / name).write_text(text, encoding="utf-8")
    build([place / "articles"], place / "store", published=DAY)
    return place


@pytest.fixture(scope="module")
def url(serve: Callable[..., str], folder: Path) -> str:
    return serve(APP, "correcting", environment={"LAWPATH_STORE": str(folder / "store")})


@pytest.fixture(scope="module")
def opened(browser: Browser, url: str) -> Iterator[Visit]:
    """One page that the tests share, so that the name is told once."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    shared = Visit(context.new_page())
    shared.watch()
    shared.page.goto(f"{url}/articles?article=one")
    yield shared
    context.close()


@pytest.fixture
def article(opened: Visit, url: str) -> Visit:
    """The first article, whole and calm."""
    if "article=one" not in opened.page.url or opened.page.get_by_role("dialog").count():
        opened.page.goto(f"{url}/articles?article=one")
    opened.drawn(".article[data-drawn]")
    calm(opened.page)
    return opened


def calm(page: Page) -> None:
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=DRAWN_LIMIT)


def choose(page: Page, words: str) -> Locator:
    """Choose the marked sentence with some words, and return what stands beside it."""
    page.locator(".article mark", has_text=words).first.click()
    note = page.locator(".article .note.chosen")
    note.wait_for()
    calm(page)
    return note


def signed(page: Page, why: str | None, save: str) -> None:
    """Say who and why in the dialog, save, and wait until it is done."""
    dialog = page.get_by_role("dialog")
    if not dialog.get_by_label("Your name").input_value():
        dialog.get_by_label("Your name").fill("Ana Díaz")
    if why:
        dialog.get_by_label("Why").fill(why)
    dialog.get_by_role("button", name=save).click()
    dialog.wait_for(state="detached", timeout=DRAWN_LIMIT)
    calm(page)


def claims(folder: Path, kind: str, article: str = "one") -> list[tuple[str, str, str]]:
    """Return event, first and last day of each claim on events of a kind."""
    with Store.read(folder / "store") as store:
        account = store.account(article)
    events = {event.id for event in account.events if event.type == kind}
    return [
        (one.event, str(one.window.start), str(one.window.end))
        for one in account.claims
        if one.event in events
    ]


def test_accepting_says_who_and_when_and_another_session_sees_it(
    article: Visit, url: str, visit: Callable[..., Visit]
) -> None:
    page = article.page
    note = choose(page, "by 41 votes to 7")
    assert article.findings() == []
    note.get_by_role("button", name="Accept: First reading").first.click()
    page.get_by_role("dialog").get_by_label("Why").wait_for()
    assert article.findings() == []
    signed(page, None, "Accept")
    expect(note.locator(".judged").first).to_contain_text("Ana Díaz accepted this on", timeout=DRAWN_LIMIT)
    other = visit(f"{url}/articles?article=one")
    expect(other.drawn(".article .judged").first).to_contain_text("Ana Díaz accepted this on")


def test_a_day_is_put_right_and_stays_after_everything_is_read_again(article: Visit, folder: Path) -> None:
    page = article.page
    choose(page, "will debate").get_by_role("button", name="Correct: Debate").first.click()
    dialog = page.get_by_role("dialog")
    for label in ("First possible day", "Last possible day"):
        field = dialog.get_by_test_id("stDateInput").filter(has_text=label)
        field.get_by_role("spinbutton").first.click()
        page.keyboard.type("20310305")
        page.keyboard.press("Tab")
        calm(page)
    signed(page, "the session was moved", "Save the correction")
    expect(page.locator(".article .note.chosen")).to_contain_text("5 Mar 2031", timeout=DRAWN_LIMIT)
    assert claims(folder, "debate")[0][1:] == ("2031-03-05", "2031-03-05")
    build([folder / "articles"], folder / "store", published=DAY, rebuild=True)
    assert claims(folder, "debate")[0][1:] == ("2031-03-05", "2031-03-05")
    page.reload()
    article.drawn(".article[data-drawn]")
    expect(page.locator(".article")).to_contain_text("changed the days to 5 Mar 2031", timeout=DRAWN_LIMIT)


def test_what_is_retracted_goes_and_comes_back_by_keys_alone(article: Visit) -> None:
    page = article.page
    page.locator(".article mark", has_text="Ada Holm supports").first.focus()
    page.keyboard.press("Enter")
    note = page.locator(".article .note.chosen")
    calm(page)
    note.get_by_role("button", name="Retract: Ada Holm supports").focus()
    page.keyboard.press("Enter")
    signed(page, "she only read it", "Retract")
    expect(page.locator(".article")).not_to_contain_text("Ada Holm supports water bill", timeout=DRAWN_LIMIT)
    expect(page.get_by_test_id("stMain")).to_contain_text("Ana Díaz took this out on")
    taken = page.get_by_test_id("stHorizontalBlock").filter(has_text="took this out")
    (taken if taken.count() else page).get_by_role("button", name="Undo", exact=True).first.click()
    signed(page, "she does support it", "Take it back")
    expect(page.locator(".article")).to_contain_text("Ada Holm supports water bill", timeout=DRAWN_LIMIT)


def test_selected_words_become_an_event(article: Visit, folder: Path) -> None:
    page = article.page
    page.evaluate(SELECT, "The lights in the house")
    page.get_by_role("button", name="Add an event told by the selected words").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("The lights in the house")
    for label, option in (("What happens", "Sitting"), ("How real is it", "happened")):
        dialog.get_by_role("combobox", name=label).click()
        page.keyboard.type(option)
        page.get_by_role("option", name=option).first.click()
        calm(page)
    signed(page, "nobody read it", "Add the event")
    added = page.locator(".article mark", has_text="The lights in the house")
    added.wait_for(timeout=DRAWN_LIMIT)
    assert added.text_content() == "The lights in the house"
    assert len(claims(folder, "sitting")) == 1


def test_one_event_of_two_articles_is_told_apart(article: Visit, folder: Path) -> None:
    page = article.page
    (before, *_), (there, *_) = claims(folder, "first-reading"), claims(folder, "first-reading", "two")
    assert before[0] == there[0]
    choose(page, "by 41 votes to 7").get_by_role("button", name="Same or not: First reading").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("One article means something else").click()
    calm(page)
    dialog.get_by_test_id("stRadio").get_by_text("A vote on the water bill").first.click()
    calm(page)
    assert article.findings() == []
    signed(page, "there were two votes", "Save")
    assert claims(folder, "first-reading")[0][0] != claims(folder, "first-reading", "two")[0][0]


def test_the_queue_is_worked_through(opened: Visit, url: str) -> None:
    page = opened.page
    page.goto(f"{url}/review")
    heading = opened.drawn(".review h2")
    calm(page)
    expect(heading).to_have_text("Are Ada Holm and Holm the same?")
    assert page.locator(".review .pair blockquote").all_text_contents()[1].startswith("Holm signed")
    page.get_by_role("button", name="Later").click()
    expect(heading).to_have_text("Are Ben Holm and Holm the same?", timeout=DRAWN_LIMIT)
    calm(page)
    page.get_by_role("button", name="Not the same").click()
    page.get_by_role("dialog").get_by_label("Why").wait_for()
    signed(page, "a senator signs no law", "Save")
    expect(page.get_by_test_id("stMain")).to_contain_text("They are told apart now.", timeout=DRAWN_LIMIT)
    expect(page.get_by_test_id("stMain")).not_to_contain_text("Are Ben Holm and Holm the same?")
    assert opened.findings() == []


@pytest.fixture(scope="module")
def hostile_url(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("hostile") / "store"
    Store.build(place, hostile.collection()).close()
    return serve(APP, "hostile", environment={"LAWPATH_STORE": str(place)})


@pytest.mark.parametrize("act", ["Correct", "Retract", "Same or not"])
def test_hostile_texts_are_plain_words_in_every_dialog(
    hostile_url: str, visit: Callable[..., Visit], act: str
) -> None:
    seen = visit(f"{hostile_url}/{address('articles', article='arkania-water')}")
    choose(seen.page, "41 votes").get_by_role("button", name=f"{act}: ").first.click()
    dialog = seen.page.get_by_role("dialog")
    dialog.get_by_label("Your name").wait_for(timeout=DRAWN_LIMIT)
    calm(seen.page)
    assert "onerror" in dialog.inner_text()
    assert seen.page.evaluate("window.hit ?? null") is None
    assert seen.foreign == []
    assert [asked for asked in seen.requests if hostile.CANARY in asked.partition("?")[0]] == []
    assert dialog.locator('img[src*="canary"], a[href^="javascript:"]').count() == 0
