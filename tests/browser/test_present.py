"""Presenting in a real browser; what words mean; adding from an archive or by address."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import hostile
import pytest
from harness import DRAWN_LIMIT, ROOT, Visit
from playwright.sync_api import Locator, expect

from graph.rdf.store import Store

APP = ROOT / "app.py"
LEAST = 28  # pixels of a letter on a slide
Open = Callable[..., Visit]
SMALL_TEXT = """([root, least]) => {
  const small = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode;
    if (data.trim() && parseFloat(getComputedStyle(parent).fontSize) < least) small.push(data);
  }
  return small;
}"""


@pytest.fixture
def go(serve: Callable[..., str], visit: Open, small_store: Path) -> Open:
    """Open the page that presents and wait until it is drawn."""
    url = serve(APP, "small", environment={"LAWPATH_STORE": str(small_store), "LAWPATH_NETWORK": "1"})

    def opened(path: str = "present", **settings: object) -> Visit:
        found = visit(f"{url}/{path}", **settings)
        found.drawn(".present[data-drawn]" if path == "present" else "h1")
        calm(found)
        return found

    return opened


def calm(opened: Visit) -> None:
    opened.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(
        timeout=DRAWN_LIMIT
    )


def begin(opened: Visit) -> Locator:
    """Begin to present; return the slide."""
    opened.page.get_by_role("button", name="Present full screen").click()
    slide = opened.page.locator(".slide")
    expect(slide).to_be_visible()
    return slide


def row(opened: Visit, at: int) -> Locator:
    return opened.page.locator(".present .rows > li").nth(at)


def name(opened: Visit, at: int) -> str:
    return row(opened, at).locator(".name").inner_text()


# ---- presenting --------------------------------------------------------------------------------------------


def test_keys_go_through_the_steps_and_nothing_is_sent(go: Open) -> None:
    opened = go()
    steps = opened.page.locator(".present .rows > li:not(.out) .when").count()
    last = steps + 2 * (opened.page.locator(".present .rows > li:not(.out)").count() - steps)
    slide, asked, received = begin(opened), len(opened.requests), opened.received
    seen = []
    for key in ("ArrowRight", "Space", "PageDown", "ArrowLeft", "PageUp", "End", "Space", "Home", "PageUp"):
        opened.page.keyboard.press(key)
        seen.append(int(slide.get_attribute("data-at") or -1))
    assert seen == [1, 2, 3, 2, 1, last, last, 0, 0]
    for _ in range(last):
        opened.page.keyboard.press("PageDown")
        assert slide.evaluate("(root, least) => (" + SMALL_TEXT + ")([root, least])", LEAST) == []
    assert (len(opened.requests), opened.received) == (asked, received)
    opened.page.keyboard.press("Escape")
    expect(slide).to_be_hidden()
    expect(opened.page.get_by_role("button", name="Present full screen")).to_be_focused()


def test_a_promise_is_told_apart_without_colour(go: Open) -> None:
    opened = go()
    slide = begin(opened)
    for _ in range(opened.page.locator(".present .rows > li").count()):
        opened.page.keyboard.press("PageDown")
        if slide.locator(".top .status").inner_text() == "promised":
            break
    expect(slide.locator(".yet")).to_have_text("No article tells that it took place")
    assert slide.evaluate("one => getComputedStyle(one).borderLeftStyle") == "dashed"
    assert slide.locator(".top .shape.hollow").count() == 1
    assert slide.locator("blockquote").inner_text()


def test_a_plan_that_the_bill_has_gone_past_is_left_out_until_it_is_chosen(go: Open) -> None:
    opened = go()
    left_out = opened.page.locator(".present .rows > li.out")
    before = left_out.count()
    assert before
    assert all("No article tells" in one or "earlier plan" in one for one in left_out.all_inner_texts())
    left_out.first.get_by_role("checkbox").check()
    opened.page.reload()
    opened.drawn(".present[data-drawn]")
    expect(left_out).to_have_count(before - 1)


def test_the_answer_follows_its_question_with_the_sentence(go: Open) -> None:
    opened = go()
    slide = begin(opened)
    opened.page.keyboard.press("End")
    expect(slide.locator(".right")).to_be_visible()
    expect(slide.locator("blockquote")).to_be_visible()
    asked = slide.locator(".asked").inner_text()
    opened.page.keyboard.press("PageUp")
    assert slide.locator(".asked").inner_text() == asked
    assert slide.locator(".right").count() == 0


def test_notes_order_and_choice_outlive_steps_and_a_reload(go: Open) -> None:
    opened = go()
    first, second = name(opened, 0), name(opened, 1)
    row(opened, 0).get_by_role("button", name="Later").click()
    row(opened, 2).get_by_role("checkbox").uncheck()
    begin(opened)
    opened.page.keyboard.press("PageDown")
    expect(opened.page.locator(".slide h2")).to_have_text(second)
    opened.page.keyboard.press("n")
    opened.page.locator(".presenter textarea").fill("Ask: is it done? cr")
    opened.page.get_by_role("button", name="Next").click()
    expect(opened.page.locator(".presenter textarea")).to_have_value("")
    opened.page.keyboard.press("ArrowLeft")
    expect(opened.page.locator(".presenter textarea")).to_have_value("Ask: is it done? cr")
    opened.page.reload()
    opened.drawn(".present[data-drawn]")
    assert [name(opened, 0), name(opened, 1)] == [second, first]
    expect(row(opened, 0).locator("textarea")).to_have_value("Ask: is it done? cr")
    expect(row(opened, 2).get_by_role("checkbox")).not_to_be_checked()


def test_the_lesson_has_the_choice_and_the_notes(go: Open, visit: Open, tmp_path: Path) -> None:
    opened = go()
    opened.page.get_by_role("button", name="Choose none").click()
    for at in (1, 3):
        row(opened, at).get_by_role("checkbox").check()
    row(opened, 3).get_by_role("button", name="Note").click()
    row(opened, 3).locator("textarea").fill("Who says so?")
    wanted = [name(opened, at) for at in (1, 3)]
    with opened.page.expect_download(timeout=DRAWN_LIMIT) as waiting:
        opened.page.get_by_role("button", name="Make a lesson").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    lesson = visit(file.as_uri())
    assert lesson.drawn(".rail h3 a", 2).all_inner_texts() == wanted
    lesson.page.get_by_role("button", name="Present step by step").click()
    for key in ("End", "n"):
        lesson.page.keyboard.press(key)
    expect(lesson.page.locator(".presenter .note")).to_have_text("Who says so?")


@pytest.mark.parametrize(("dark", "width", "height"), [(False, 1280, 720), (True, 390, 844)])
def test_a_slide_is_accessible_and_no_wider_than_the_screen(
    go: Open, dark: bool, width: int, height: int
) -> None:
    opened = go(dark=dark, width=width, height=height)
    slide = begin(opened)
    for _ in range(3):
        opened.page.keyboard.press("PageDown")
        assert slide.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    opened.page.keyboard.press("n")
    assert opened.findings() == []


def test_hostile_texts_are_words_on_a_slide(
    serve: Callable[..., str], visit: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("hostile") / "store"
    Store.build(folder, hostile.collection()).close()
    opened = visit(f"{serve(APP, 'hostile', environment={'LAWPATH_STORE': str(folder)})}/present")
    opened.drawn(".present[data-drawn]")
    slide = begin(opened)
    opened.page.keyboard.press("PageDown")
    assert "onerror" in slide.inner_text()
    assert opened.page.evaluate("window.hit ?? null") is None
    assert [url for url in opened.requests if hostile.CANARY in url] == []


# ---- what words mean ---------------------------------------------------------------------------------------


def test_a_word_says_what_it_means_by_keyboard_alone(go: Open) -> None:
    opened = go()
    word = opened.page.locator('.present .rows [data-meaning][tabindex="0"]').first
    opened.page.locator(".present .rows input").first.focus()
    opened.page.keyboard.press("Tab")
    expect(word).to_be_focused()
    box = opened.page.locator(".present .meaning")
    expect(box).to_be_visible()
    assert box.inner_text() == word.get_attribute("data-meaning")
    assert word.get_attribute("aria-describedby") == box.get_attribute("id")
    opened.page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(word).to_be_focused()


def test_a_word_says_what_it_means_after_a_tap_within_the_screen(go: Open) -> None:
    opened = go(width=390, height=844)
    begin(opened)
    opened.page.keyboard.press("PageDown")
    opened.page.locator(".slide [data-meaning]").last.click()
    box = opened.page.locator(".presenter .meaning").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    opened.page.keyboard.press("Escape")
    expect(opened.page.locator(".presenter .meaning")).to_be_hidden()
    expect(opened.page.locator(".slide")).to_be_visible()


# ---- adding ------------------------------------------------------------------------------------------------


@pytest.fixture
def own(serve: Callable[..., str], small_store: Path, tmp_path: Path) -> str:
    """The address of the app over a store of this test alone, with the network allowed."""
    folder = tmp_path / "store"
    shutil.copytree(small_store, folder)
    return serve(APP, str(folder), environment={"LAWPATH_STORE": str(folder), "LAWPATH_NETWORK": "1"})


def test_an_archive_is_read_and_what_is_not_is_told(own: str, visit: Open) -> None:
    opened = visit(f"{own}/add")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("../news/good.txt", "Bill passed\nThe Senate passed the tax bill on 3 March 2031.")
        archive.writestr("inner.zip", b"PK")
        archive.writestr("bad.json", json.dumps({"title": "no text"}))
    opened.page.get_by_role("tab", name="Choose files").click()
    opened.page.locator("input[type=file]").set_input_files(
        [{"name": "news.zip", "mimeType": "application/zip", "buffer": made.getvalue()}]
    )
    opened.page.get_by_role("button", name="Read 1 article").click()
    opened.page.get_by_text("2 refused").wait_for(timeout=DRAWN_LIMIT)
    said = opened.page.locator(".links").first.text_content() or ""
    assert "news.zip: inner.zip" in said
    assert "news.zip: bad.json" in said


def test_an_address_of_this_machine_is_refused(own: str, visit: Open) -> None:
    opened = visit(f"{own}/add")
    opened.page.get_by_role("tab", name="From the web").click()
    opened.page.get_by_label("Addresses of articles").fill(
        f"{own}/add\nhttp://127.0.0.1/\nfile:///etc/passwd"
    )
    opened.page.get_by_role("button", name="Fetch").click()
    opened.page.get_by_text("There is no article in what you chose").wait_for(timeout=DRAWN_LIMIT)
    said = opened.drawn(".links[data-drawn]").first.text_content() or ""
    assert "Only the usual ports" in said
    assert "its own network, which is not asked" in said
    assert "Only web pages are fetched" in said
    assert opened.findings() == []
