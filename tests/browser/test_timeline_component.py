"""The timeline in a real browser: what is drawn, what keys and pointer do, what hostile text does not."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Visit
from playwright.sync_api import Locator

from graph.terms import ActorKind, Factuality
from graph.ui.components.selection import Agreement, agree
from graph.ui.components.sources import script, style
from graph.ui.components.timeline import picture_of
from graph.ui.theme import BACKGROUNDS, KIND_MARKS, STATUS_MARKS, appearance

APPS = Path(__file__).parent / "apps"
Open = Callable[..., Visit]

COLLISIONS = """picture => {
  const frame = picture.getBoundingClientRect();
  const words = ".label, .meta, .count, .heading, .tick, .upper, .as-of text";
  const boxes = [...picture.querySelectorAll(words)].map(text => {
    const box = text.getBoundingClientRect();
    return {text: text.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom};
  });
  const found = [];
  boxes.forEach((a, at) => {
    const inside = a.left >= frame.left - 1 && a.right <= frame.right + 1 && a.bottom <= frame.bottom + 1;
    if (!inside) found.push(["cut", a.text]);
    for (const b of boxes.slice(at + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 4) found.push([a.text, b.text]); // boxes of letters hold some empty space
    }
  });
  return {number: boxes.length, found};
}"""


@pytest.fixture
def show(demo: Open) -> Open:
    """Open an invented story and wait until it is drawn with the final font."""

    def go(story: str = "story", **settings: object) -> Visit:
        return demo("timeline_demo.py", ".timeline[data-drawn]", story, **settings)

    return go


def picture(opened: Visit) -> Locator:
    return opened.page.locator(".timeline svg[viewBox]")


def mark(opened: Visit, identifier: str) -> Locator:
    return opened.page.locator(f'.timeline [data-id="{identifier}"]')


def ticks(opened: Visit) -> list[str]:
    return opened.page.locator(".timeline .axis text").all_text_contents()


# ---- the table of marks ------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("status", Factuality)
def test_colours_are_readable_as_text_on_light_and_dark(status: Factuality) -> None:
    look = STATUS_MARKS[status]
    assert min(contrast(look.light, back) for back in BACKGROUNDS["light"]) >= 4.5
    assert min(contrast(look.dark, back) for back in BACKGROUNDS["dark"]) >= 4.5


def test_each_status_and_kind_differs_without_colour() -> None:
    assert set(STATUS_MARKS) == set(Factuality)
    assert set(KIND_MARKS) == {*ActorKind, "bill", "event"}
    shapes = [(look.shape, look.solid, look.dash) for look in STATUS_MARKS.values()]
    assert len(set(shapes)) == len(shapes)
    bars = {
        (look.solid, look.dash, look.texture) for status, look in STATUS_MARKS.items() if status.lies_ahead
    }
    assert len(bars) == sum(status.lies_ahead for status in Factuality)
    assert {status for status, look in STATUS_MARKS.items() if look.solid} == {
        s for s in Factuality if s.is_fact
    }


# ---- who decides what is selected --------------------------------------------------------------------------


def test_a_new_drawing_shows_what_the_page_asks_for() -> None:
    assert agree(None, asked="a", fresh=True, click=None).opened == {"id": "a", "turn": 1}


def test_a_click_wins_and_sends_nothing_back() -> None:
    before = agree(None, asked="a", fresh=True, click=None)
    after = agree(before, asked="a", fresh=False, click=("b", 1))
    assert after.shown == "b"
    assert after.opened == before.opened
    settled = agree(after, asked="b", fresh=False, click=("b", 1))  # the page's address follows the click
    assert settled.shown == "b"
    assert settled.opened == before.opened


def test_the_page_wins_where_it_asks_for_something_new() -> None:
    before = Agreement(asked="a", sent="a", turn=1, heard=("b", 1), shown="b")
    after = agree(before, asked="c", fresh=False, click=("b", 1))
    assert (after.shown, after.opened) == ("c", {"id": "c", "turn": 2})
    assert agree(after, asked="c", fresh=False, click=("b", 2)).shown == "b"


def test_a_drawing_put_back_on_the_page_is_told_again() -> None:
    before = Agreement(asked="a", sent=None, turn=3, heard=("b", 1), shown="b")
    assert agree(before, asked="b", fresh=True, click=None).opened == {"id": "b", "turn": 4}


# ---- what is drawn -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 640, 390])
def test_no_label_is_cut_or_covers_another(show: Open, width: int) -> None:
    for story in ("story", "undated", "hundred", "crowd", "hostile"):
        opened = show(story, width=width)
        told = picture(opened).evaluate(COLLISIONS)
        assert told["number"] >= 10, story
        assert told["found"] == [], story
        opened.page.context.close()


def test_no_label_covers_another_on_the_way_into_a_crowd(show: Open) -> None:
    opened = show("crowd")
    most = 0
    opened.page.locator(".timeline .mark").first.focus()
    for _ in range(8):
        opened.page.keyboard.press("+")
        assert picture(opened).evaluate(COLLISIONS)["found"] == []
        tracks = picture(opened).evaluate(
            "p => [...p.querySelectorAll('.track')].map(t => t.querySelectorAll('.mark').length)"
        )
        most = max(most, *tracks)
    assert 1 < most <= 60


def test_many_tracks_of_a_few_marks_each_have_clusters_until_one_looks_closer(show: Open) -> None:
    opened = show("states")
    drawn = "p => [p.querySelectorAll('.cluster').length, p.querySelectorAll('.mark').length]"
    clusters, marks = picture(opened).evaluate(drawn)
    assert clusters >= 100
    assert marks < 700
    opened.page.locator(".timeline .mark").first.focus()
    for _ in range(5):
        opened.page.keyboard.press("+")
    assert picture(opened).evaluate(drawn)[0] < clusters / 2
    assert picture(opened).evaluate(COLLISIONS)["found"] == []


def test_only_a_known_day_is_drawn_as_a_point(show: Open) -> None:
    opened = show()
    assert mark(opened, "draft").locator(".shape").count() == 1
    assert mark(opened, "draft").locator(".span").count() == 0
    for window in ("first", "hearing", "second", "release", "force"):
        assert mark(opened, window).locator(".shape").count() == 0, window
        assert mark(opened, window).locator(".span").count() == 1, window


def test_what_has_not_happened_is_hollow_and_dashed(show: Open) -> None:
    opened = show()
    for ahead in ("second", "release", "assent", "force", "court"):
        assert mark(opened, ahead).locator(".span:not(.solid)").count() == 1, ahead
        assert mark(opened, ahead).locator(".edge").get_attribute("stroke-dasharray"), ahead
    assert mark(opened, "senate").locator(".shape.hollow").get_attribute("stroke-dasharray")
    assert mark(opened, "hearing").locator(".span.solid").count() == 1
    assert mark(opened, "deal").locator(".strike").count() >= 1
    assert mark(opened, "strike").locator(".strike").count() >= 1


def test_each_mark_says_what_it_is(show: Open) -> None:
    opened = show()
    assert mark(opened, "first").get_attribute("aria-label") == (
        "First reading of the harbour act, happened, approved, on or before 6 February 2026, "
        "by National Assembly, 3 articles"
    )
    assert mark(opened, "release").get_attribute("aria-label") == (
        "Release of the seized boats, promised, on or after 9 February 2026, "
        "if the promise is kept between 10 and 13 February 2026, "
        "by Ada Lindqvist, only after: Entry into force, 1 article"
    )


def test_a_far_outlier_waits_behind_a_chip(show: Open) -> None:
    opened = show()
    assert mark(opened, "old").count() == 0
    chip = opened.page.locator(".timeline .chip:visible")
    assert chip.text_content() == "‹ earlier: 1"
    chip.click()
    assert mark(opened, "old").count() == 1
    assert opened.page.locator(".timeline .chip:visible").count() == 0


def test_what_lies_around_the_bill_does_not_squeeze_its_steps(show: Open) -> None:
    opened = show("background")
    chip = opened.page.locator(".timeline .chip:visible")
    assert chip.text_content() == "‹ earlier: 5"
    chip.click()
    assert all(mark(opened, f"e{year}").count() == 1 for year in (2013, 2018, 2023, 2024, 2025))


def test_the_line_of_a_day_is_drawn_only_where_told(show: Open) -> None:
    assert show().page.locator(".timeline line.as-of").count() == 1
    assert show("hundred").page.locator(".timeline line.as-of").count() == 0


def test_events_without_a_day_stand_in_their_order_off_the_axis(show: Open) -> None:
    opened = show("undated")
    strip = opened.page.locator(".timeline .strip")
    order = strip.locator("[data-id]").evaluate_all("marks => marks.map(mark => mark.dataset.id)")
    assert order == ["u1", "u2", "u3", "u4", "u5", "u6"]
    assert strip.locator(".between").all_text_contents() == ["only then", "within 10 days", "1 day later"]
    assert "1 day later than: First reading" in (mark(opened, "u4").get_attribute("aria-label") or "")
    assert show("order").page.locator(".timeline .axis").count() == 0


def test_an_impossible_day_is_unknown(show: Open) -> None:
    label = mark(show("hostile"), "odd").get_attribute("aria-label") or ""
    assert "day unknown" in label


def test_nothing_to_show_is_said(show: Open) -> None:
    assert "Nothing to show" in (picture(show("empty")).text_content() or "")


# ---- keys, pointer, page -----------------------------------------------------------------------------------


def test_keys_go_from_mark_to_mark_and_select(show: Open) -> None:
    opened = show()
    keyboard = opened.page.keyboard
    opened.page.get_by_role("button", name="Print this page").focus()
    keyboard.press("Tab")
    keyboard.press("ArrowRight")
    keyboard.press("ArrowDown")
    focused = (
        "document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot.activeElement?.dataset.id"
    )
    below = opened.page.evaluate(focused)
    assert below in {"first", "hearing", "committee", "second"}
    keyboard.press("Enter")
    opened.says(f"Selected: {below}")
    assert opened.page.evaluate(focused) == below
    assert mark(opened, below).get_attribute("aria-pressed") == "true"


def test_keys_that_streamlit_owns_do_not_leave_a_mark(show: Open) -> None:
    opened = show()
    opened.page.evaluate(
        "window.heard = []; document.addEventListener('keydown', event => window.heard.push(event.key))"
    )
    mark(opened, "second").focus()
    for key in ("r", "c", "Escape", "+", "0", "Enter"):
        opened.page.keyboard.press(key)
    opened.page.keyboard.press("F9")
    assert opened.page.evaluate("window.heard") == ["F9"]


def test_arrow_keys_reach_what_lies_outside_the_view(show: Open) -> None:
    opened = show()
    mark(opened, "draft").focus()
    opened.page.keyboard.press("ArrowLeft")
    assert mark(opened, "old").count() == 1
    assert mark(opened, "old").evaluate("mark => mark.getRootNode().activeElement === mark")


def test_zoom_survives_a_click_and_another_widget(show: Open) -> None:
    opened = show()
    mark(opened, "second").focus()
    for _ in range(3):
        opened.page.keyboard.press("+")
    near = ticks(opened)
    mark(opened, "hearing").click()
    opened.says("Selected: hearing")
    assert ticks(opened) == near
    opened.page.get_by_text("Another widget").click()
    opened.says("The toggle is on")
    opened.says("Selected: hearing")
    assert ticks(opened) == near
    mark(opened, "hearing").focus()
    opened.page.keyboard.press("0")
    assert ticks(opened) != near


def test_a_click_costs_little(show: Open) -> None:
    opened = show("hundred")
    opened.page.locator(".timeline .mark").nth(3).click()
    opened.page.get_by_text(re.compile("Selected: e")).wait_for()
    before = opened.received
    opened.page.locator(".timeline .mark").nth(5).click()
    opened.page.wait_for_timeout(800)
    print(f"{opened.received - before} bytes a click")
    assert 0 < opened.received - before <= 5000


def test_the_page_can_select_by_address_and_later(show: Open) -> None:
    opened = show(more="&event=second")
    assert mark(opened, "second").get_attribute("aria-pressed") == "true"
    opened.says("Selected: second")
    mark(opened, "draft").click()
    opened.says("Selected: draft")
    opened.page.get_by_role("button", name="Select the hearing").click()
    opened.says("Selected: hearing")
    mark(opened, "hearing").and_(opened.page.locator('[aria-pressed="true"]')).wait_for()
    mark(opened, "draft").click()
    opened.says("Selected: draft")


def test_dragging_pans_and_selects_nothing(show: Open) -> None:
    opened = show()
    before = ticks(opened)
    box = mark(opened, "draft").bounding_box()
    assert box
    mouse = opened.page.mouse
    mouse.move(box["x"] + 5, box["y"] + 8)
    mouse.down()
    mouse.move(box["x"] + 160, box["y"] + 8, steps=5)
    mouse.up()
    opened.page.wait_for_timeout(200)
    assert ticks(opened) != before
    assert opened.page.get_by_text("Selected: None", exact=True).count() == 1


def test_a_crowd_on_one_day_opens_a_list(show: Open) -> None:
    opened = show("day")
    opened.page.locator(".timeline .cluster").focus()
    opened.page.keyboard.press("Enter")
    for _ in range(6):
        if opened.page.locator(".timeline .list").count():
            break
        opened.page.keyboard.press("Enter")
    assert opened.page.locator(".timeline .list button").count() == 91
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    opened.says("Selected: s1")


def test_a_tall_picture_scrolls_in_its_own_box_under_its_axis(show: Open) -> None:
    opened = show("hundred", more="&height=400")
    scroller = opened.page.locator(".timeline .scroller")
    assert scroller.evaluate("box => box.clientHeight") == 400
    scroller.evaluate("box => box.scrollTo(0, 300)")
    opened.page.wait_for_timeout(200)
    top = scroller.evaluate(
        """box => box.querySelector(".axis .tick").getBoundingClientRect().top
               - box.getBoundingClientRect().top"""
    )
    assert 0 <= top <= 60


# ---- files, print, lesson ----------------------------------------------------------------------------------


def test_the_saved_svg_stands_alone(show: Open, tmp_path: Path) -> None:
    opened = show("hostile")
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name="Save the picture as SVG").click()
    waiting.value.save_as(tmp_path / "picture.svg")
    text = (tmp_path / "picture.svg").read_text(encoding="utf-8")
    tree = ET.fromstring(text)
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    assert not list(tree.iter("{http://www.w3.org/2000/svg}script"))
    assert not [
        name for part in tree.iter() for name in part.attrib if name.startswith("on") or name.endswith("href")
    ]
    references = re.findall(
        r"url\(([^)]*)\)", " ".join(value for part in tree.iter() for value in part.attrib.values())
    )
    assert references
    assert all(reference.strip("\"'").startswith("#") for reference in references)
    assert "var(" not in " ".join(
        value for part in tree.iter() for name, value in part.attrib.items() if name != "data-id"
    )


def test_the_saved_png_is_one(show: Open, tmp_path: Path) -> None:
    opened = show()
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name="Save the picture as PNG").click()
    assert waiting.value.suggested_filename == "harbour-act.png"
    waiting.value.save_as(tmp_path / "picture.png")
    saved = (tmp_path / "picture.png").read_bytes()
    assert saved.startswith(b"\x89PNG")
    assert int.from_bytes(saved[16:20], "big") > 2000  # pixels: twice the width on the screen


def test_printing_redraws_in_dark_ink_and_comes_back(show: Open) -> None:
    opened = show(dark=True)
    before = picture(opened).get_attribute("viewBox")
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert (picture(opened).get_attribute("viewBox") or "").split()[2] == "1000"
    assert (
        opened.page.locator(".timeline").evaluate("root => getComputedStyle(root).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    assert picture(opened).evaluate(COLLISIONS)["found"] == []
    opened.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert picture(opened).get_attribute("viewBox") == before


def test_the_same_file_draws_in_a_page_of_its_own(
    visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(APPS))
    from payloads import undated

    told = {
        "key": "lesson",
        "picture": picture_of(undated()),
        "statuses": appearance()["statuses"],
        "opened": {"id": None, "turn": 0},
    }
    data = json.dumps(told).replace("<", "\\u003c")
    policy = "default-src 'none'; script-src 'nonce-lesson'; style-src 'nonce-lesson'; img-src blob:"
    start = (
        f"timeline({{data: {data}, parentElement: document.querySelector('#here'),"
        " setStateValue: (name, value) => document.title = value.id});"
    )
    page = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Lesson</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">'
        f'<style nonce="lesson">{style("timeline")}</style><main id="here"></main>'
        f'<script type="module" nonce="lesson">{script("timeline")}\n{start}</script></html>'
    )
    (tmp_path / "lesson.html").write_text(page, encoding="utf-8")
    assert len(page.encode()) < 100_000
    opened = visit((tmp_path / "lesson.html").as_uri())
    opened.drawn(".timeline[data-drawn]")
    assert picture(opened).evaluate(COLLISIONS)["found"] == []
    mark(opened, "u2").click()
    assert opened.page.title() == "u2"
    assert opened.complaints == []
    assert all(url.startswith("file:") for url in opened.requests)


# ---- hostile text, other people's settings -----------------------------------------------------------------


def test_hostile_text_stays_text(show: Open) -> None:
    opened = show("hostile")
    for at in range(picture(opened).locator(".mark").count()):
        picture(opened).locator(".mark").nth(at).focus()
    opened.page.locator(".timeline .mark").first.click()
    opened.page.wait_for_timeout(300)
    assert "owned" not in opened.page.title()
    assert (
        opened.page.locator(
            ".timeline script, .timeline img, .timeline svg svg, .timeline foreignObject"
        ).count()
        == 0
    )
    assert opened.foreign == []
    assert opened.complaints == []


@pytest.mark.parametrize("dark", [False, True])
def test_no_serious_findings_of_axe(show: Open, dark: bool) -> None:
    for story in ("undated", "crowd"):
        opened = show(story, dark=dark)
        opened.page.locator(".timeline .mark").first.focus()
        assert opened.findings() == [], story


def test_it_works_at_twice_the_size_in_forced_colours_and_without_motion(show: Open) -> None:
    opened = show("undated", width=640, height=360, scale=2, forced_colors=True, reduced_motion=True)
    assert picture(opened).evaluate(COLLISIONS)["found"] == []
    assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    ink = opened.page.locator(".timeline .label").first.evaluate("text => getComputedStyle(text).fill")
    colours = opened.page.locator(".timeline .shape").evaluate_all(
        "shapes => [...new Set(shapes.map(one => getComputedStyle(one).stroke))]"
    )
    assert colours == [ink]


def test_a_theme_changed_later_repaints(show: Open) -> None:
    opened = show()
    shade = "root => root.style.getPropertyValue('--status-happened')"
    light = opened.page.locator(".timeline").evaluate(shade)
    opened.page.emulate_media(color_scheme="dark")
    opened.page.locator(".timeline.dark").wait_for()
    assert opened.page.locator(".timeline").evaluate(shade) != light
