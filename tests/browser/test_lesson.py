"""The lesson opened from a folder with the network off: no request, keys, hostile texts, themes, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import hostile
import pytest
from harness import ROOT, Visit
from playwright.sync_api import expect

from graph.terms import Factuality
from graph.ui.lesson.page import lesson
from graph.ui.theme import STATUS_MARKS
from graph.views.library import Library, library

Open = Callable[..., Visit]
LEAST = 28  # pixels of a letter in the presenter
DRAWN = ('.lesson[data-ready=""]', ".timeline[data-drawn]", ".relations[data-drawn]", ".bill[data-drawn]")
SMALL_TEXT = """(least) => {
  const small = [];
  const walker = document.createTreeWalker(document.querySelector(".presenter"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode;
    if (data.trim() && parseFloat(getComputedStyle(parent).fontSize) < least) small.push(data);
  }
  return small;
}"""
INJECTED = """() => {
  document.body.append(Object.assign(document.createElement("script"), { textContent: "window.hit = 1" }));
  document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.hit = 1'>");
  return fetch("http://127.0.0.1:9/").then(() => "fetched", () => "refused");
}"""


COLOURS_ON_PAPER = """() => {
  dispatchEvent(new Event("beforeprint"));
  const back = (name) => getComputedStyle(document.querySelector(`.${name}`)).backgroundColor;
  const promised = getComputedStyle(document.querySelector(".lesson")).getPropertyValue("--status-promised");
  return { lesson: back("lesson"), bill: back("bill"), timeline: back("timeline"), promised };
}"""


@pytest.fixture(scope="module")
def file(small_shelf: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lesson about the bill with most events of the small store."""
    counts = {b: sum(small_shelf.bill_of(e) == b for e in small_shelf.assessments) for b in small_shelf.bills}
    out = tmp_path_factory.mktemp("stick") / "lesson.html"
    out.write_bytes(lesson(small_shelf, max(counts, key=lambda bill: counts[bill])))
    return out


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shelf = library(hostile.collection())
    out = tmp_path_factory.mktemp("stick") / "lesson.html"
    out.write_bytes(lesson(shelf, next(iter(shelf.bills))))
    return out


@pytest.fixture
def go(visit: Open) -> Open:
    """Open a lesson from its folder, with the network off, and wait until it is drawn."""

    def opened(file: Path, place: str = "", **settings: object) -> Visit:
        found = visit("about:blank", **settings)
        found.page.context.set_offline(True)
        found.page.goto(f"{file.as_uri()}{place}")
        for selector in DRAWN:
            found.drawn(selector)
        return found

    return opened


# ---- alone -------------------------------------------------------------------------------------------------


def test_it_opens_without_a_network_and_asks_for_nothing(go: Open, file: Path) -> None:
    opened = go(file)
    assert opened.requests == [file.as_uri()]
    assert opened.complaints == []
    assert opened.page.locator(".rail > li").count() > 5


def test_script_and_pictures_that_are_not_its_own_do_not_run(go: Open, file: Path) -> None:
    opened = go(file)
    assert opened.page.evaluate(INJECTED) == "refused"
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("window.hit") is None


def test_hostile_texts_are_words(go: Open, hostile_file: Path) -> None:
    opened = go(hostile_file)
    opened.page.locator(".timeline .mark").first.click(position={"x": 6, "y": 6}, force=True)
    opened.page.locator(".questions input").first.check()
    opened.page.get_by_role("button", name="Present step by step").click()
    for _ in range(6):
        opened.page.keyboard.press("PageDown")
    assert opened.page.evaluate("window.hit") is None
    assert [url for url in opened.requests if hostile.CANARY in url] == []
    strange = "img, iframe, script[src], link[rel=stylesheet], [onerror], [onload], a[href^='javascript']"
    assert opened.page.locator(strange).count() == 0
    assert "<script>window.hit=1</script>" in (opened.page.locator("#sentences").text_content() or "")
    assert opened.complaints == []


def test_a_source_is_a_link_that_tells_nobody_where_one_came_from(go: Open, file: Path) -> None:
    links = go(file).page.locator("#sentences a.url")
    assert links.count() > 2
    for link in links.all():
        assert link.get_attribute("rel") == "noreferrer noopener"
        assert link.text_content() == link.get_attribute("href")


# ---- evidence ----------------------------------------------------------------------------------------------


def test_a_mark_shows_its_sentence_beside_the_timeline(go: Open, file: Path) -> None:
    opened = go(file)
    mark = opened.page.locator("#time .mark").first
    mark.focus()
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator("#time .beside blockquote").first).to_be_visible()
    assert mark.get_attribute("aria-pressed") == "true"


def test_a_step_leads_to_its_evidence_and_so_does_its_address(go: Open, file: Path) -> None:
    opened = go(file)
    step = opened.page.locator(".rail h3 a").nth(2)
    name, place = step.text_content(), step.get_attribute("href")
    step.click()
    expect(opened.page.locator("#time .beside h3")).to_have_text(name or "")
    expect(opened.page.locator("#time .beside")).to_be_in_viewport()
    again = go(file, place or "")
    expect(again.page.locator("#time .beside h3")).to_have_text(name or "")
    assert again.page.locator('#time .mark[aria-pressed="true"]').count() == 1


def test_a_name_shows_what_it_takes_part_in(go: Open, file: Path) -> None:
    opened = go(file)
    opened.page.locator('.node.kind-person[aria-label*="acts in"]').first.dispatch_event("click")
    expect(opened.page.locator("#relations .beside h4")).to_have_text("Takes part in")
    assert opened.page.locator(".relations .node").count() <= 60


def test_a_sentence_is_found_from_its_step(go: Open, file: Path) -> None:
    opened = go(file)
    figure = opened.page.locator(".rail figure").nth(1)
    quote = figure.locator("blockquote").text_content()
    figure.get_by_role("link", name="Source").click()
    expect(opened.page.locator(":focus blockquote")).to_have_text(quote or "")
    expect(opened.page.locator(":focus")).to_be_in_viewport()


# ---- quiz --------------------------------------------------------------------------------------------------


def test_the_quiz_says_right_and_wrong_and_shows_the_sentence(go: Open, file: Path) -> None:
    opened = go(file)
    question = opened.page.locator(".questions > li").first
    answers = set()
    for choice in question.locator("input").all():
        choice.check()
        answers.add((question.locator(".verdict").text_content() or "")[0])
        expect(question.locator(".answer blockquote")).to_be_visible()
    assert answers == {"✓", "✗"}
    opened.page.get_by_role("button", name="Start the quiz again").click()
    assert opened.page.locator(".questions input:checked").count() == 0
    expect(question.locator(".verdict")).to_have_count(0)


# ---- keys --------------------------------------------------------------------------------------------------


def tab_to(opened: Visit, selector: str, most: int = 150) -> None:
    """Press Tab until what has the focus is one of these."""
    for _ in range(most):
        opened.page.keyboard.press("Tab")
        if opened.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"not reached by Tab: {selector}")


def test_everything_is_reached_by_keys_alone(go: Open, file: Path) -> None:
    opened = go(file)
    tab_to(opened, "#time .mark")
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator("#time .beside blockquote").first).to_be_visible()
    tab_to(opened, "#time .beside a")
    tab_to(opened, "#standing a")
    tab_to(opened, "#relations .node")
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator("#relations .beside h3")).to_be_visible()
    tab_to(opened, ".questions input")
    opened.page.keyboard.press("Space")
    expect(opened.page.locator(".verdict").first).to_be_visible()
    tab_to(opened, "#sentences a.url")
    tab_to(opened, "#sheet button")


# ---- presenter ---------------------------------------------------------------------------------------------


def test_the_presenter_goes_by_keys_alone(go: Open, file: Path) -> None:
    opened = go(file)
    for _ in range(3):
        opened.page.keyboard.press("Tab")
        if opened.page.locator(":focus").text_content() == "Present step by step":
            break
    opened.page.keyboard.press("Enter")
    slide = opened.page.locator(".slide")
    last = opened.page.locator(".rail > li").count() + 2 * opened.page.locator(".questions > li").count()
    seen = []
    for key in ("ArrowRight", "Space", "PageDown", "ArrowLeft", "PageUp", "End", "Space", "Home", "PageUp"):
        opened.page.keyboard.press(key)
        seen.append(int(slide.get_attribute("data-at") or -1))
    assert seen == [1, 2, 3, 2, 1, last, last, 0, 0]
    opened.page.keyboard.press("Escape")
    expect(opened.page.locator(".presenter")).to_be_hidden()
    expect(opened.page.get_by_role("button", name="Present step by step")).to_be_focused()


def test_every_slide_can_be_read_from_the_last_row(go: Open, file: Path) -> None:
    opened = go(file)
    opened.page.get_by_role("button", name="Present step by step").click()
    for _ in range(opened.page.locator(".rail > li").count() + 4):
        assert opened.page.evaluate(SMALL_TEXT, LEAST) == []
        opened.page.keyboard.press("PageDown")


def test_a_promise_is_told_by_word_and_shape_on_its_slide(go: Open, file: Path) -> None:
    opened = go(file)
    opened.page.get_by_role("button", name="Present step by step").click()
    status = opened.page.locator(".slide .top .status")
    for _ in range(opened.page.locator(".rail > li").count()):
        opened.page.keyboard.press("PageDown")
        if status.text_content() == "promised":
            break
    expect(status).to_have_text("promised")
    assert status.locator(".shape.hollow").count() == 1


def test_a_word_says_once_what_it_means(go: Open, file: Path) -> None:
    opened = go(file)
    for within in ("#time .legend", ".rail", ".marks"):
        word = opened.page.locator(f"{within} [data-meaning]").first
        word.locator("text, span").first.hover()
        shown = opened.page.locator(".meaning:visible")
        expect(shown).to_have_count(1)
        expect(shown).to_have_text(word.get_attribute("data-meaning") or "")


# ---- everybody ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious(go: Open, file: Path, dark: bool) -> None:
    opened = go(file, dark=dark)
    opened.page.locator("#time .mark").first.dispatch_event("click")
    opened.page.locator(".questions input").first.check()
    assert opened.findings() == []
    opened.page.get_by_role("button", name="Present step by step").click()
    opened.page.keyboard.press("PageDown")
    assert opened.findings() == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(go: Open, file: Path, width: int) -> None:
    opened = go(file, width=width)
    assert opened.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


# ---- from the explorer -------------------------------------------------------------------------------------


def test_the_page_of_a_bill_hands_out_the_file(
    serve: Callable[..., str], visit: Open, go: Open, small_store: Path, tmp_path: Path
) -> None:
    address = serve(ROOT / "app.py", "lesson", environment={"LAWPATH_STORE": str(small_store)})
    opened = visit(f"{address}/bill")
    opened.drawn(".bill[data-drawn]")
    with opened.page.expect_download() as waited:
        opened.page.get_by_role("button", name="Take it to class").click()
    waited.value.save_as(tmp_path / waited.value.suggested_filename)
    (kept,) = tmp_path.iterdir()
    assert kept.name.startswith("lesson-")
    assert go(kept).page.locator("h1").text_content() == opened.page.locator("h1").first.text_content()


# ---- paper -------------------------------------------------------------------------------------------------


def test_the_worksheet_prints_alone_with_its_key_on_another_page(go: Open, file: Path) -> None:
    opened = go(file)
    opened.page.evaluate("window.print = () => { window.printed = document.documentElement.dataset.print }")
    opened.page.get_by_role("button", name="Print the worksheet").first.click()
    assert opened.page.evaluate("window.printed") == "sheet"
    opened.page.emulate_media(media="print")
    for hidden in ("#steps", "#time", "#quiz", "header", "footer"):
        expect(opened.page.locator(f".lesson > {hidden}")).to_be_hidden()
    sheet, key = opened.page.locator(".page").all()
    expect(sheet.locator(".gap").first).to_be_visible()
    assert sheet.locator(".status, strong").count() == 0
    assert key.evaluate("one => getComputedStyle(one).breakBefore") == "page"
    assert key.locator("blockquote").count() >= opened.page.locator(".questions > li").count()


def test_paper_is_white_on_a_dark_screen(go: Open, file: Path) -> None:
    opened = go(file, dark=True)
    opened.page.emulate_media(media="print", color_scheme="dark")
    colours = opened.page.evaluate(COLOURS_ON_PAPER)
    assert colours["lesson"] == colours["bill"] == colours["timeline"] == "rgb(255, 255, 255)"
    assert colours["promised"] == STATUS_MARKS[Factuality.PROMISED].light
