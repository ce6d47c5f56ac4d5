"""The relations and the free drawing in a real browser."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Visit
from playwright.sync_api import Locator

from graph.ui.components.physics import network_model, vis_network

APPS = Path(__file__).parent / "apps"
Open = Callable[..., Visit]

COLLISIONS = """picture => {
  const boxes = [...picture.querySelectorAll(".label tspan, .edge-label")].map(text => {
    const box = text.getBoundingClientRect();
    return {text: text.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom,
            owner: text.closest("[data-id], [data-edge]")};
  });
  const found = [];
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) {
      if (a.owner === b.owner) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 4) found.push([a.text, b.text]); // boxes of letters hold some empty space
    }
  });
  return {number: boxes.length, found};
}"""
PLACES = (
    "picture => [...picture.querySelectorAll('.node')].map(n => [n.dataset.id, n.getAttribute('transform')])"
)


@pytest.fixture
def show(demo: Open) -> Open:
    """Open an invented web and wait until it is drawn with the final font."""

    def go(story: str = "story", **settings: object) -> Visit:
        return demo("relations_demo.py", ".relations[data-drawn]", story, **settings)

    return go


def picture(opened: Visit) -> Locator:
    return opened.page.locator(".relations .scroller > svg")


def node(opened: Visit, identifier: str) -> Locator:
    return opened.page.locator(f'.relations [data-id="{identifier}"]')


def has_focus(mark: Locator) -> bool:
    return bool(mark.evaluate("mark => mark.getRootNode().activeElement === mark"))


# ---- what is drawn -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
def test_no_label_covers_another(show: Open, width: int) -> None:
    for story in ("story", "sixty", "hostile"):
        opened = show(story, width=width)
        told = picture(opened).evaluate(COLLISIONS)
        assert told["number"] >= 10, story
        assert told["found"] == [], story
        opened.page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_all_names_are_inside_the_frame_at_first(show: Open, width: int) -> None:
    for story in ("story", "sixty", "hostile"):
        opened = show(story, width=width)
        outside = picture(opened).evaluate(
            """picture => {
              const frame = picture.getBoundingClientRect();
              return [...picture.querySelectorAll(".label tspan")].filter(text => {
                const box = text.getBoundingClientRect();
                return box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom;
              }).map(text => text.textContent);
            }"""
        )
        assert outside == [], story


def test_the_picture_is_the_same_on_every_visit(show: Open) -> None:
    first, again = (picture(show("sixty")).evaluate(PLACES) for _ in range(2))
    assert len(first) == 60
    assert first == again


def test_never_more_than_sixty_and_the_rest_is_told(show: Open) -> None:
    opened = show("ninety")
    assert picture(opened).locator(".node").count() == 60
    assert (opened.page.locator(".hidden-count").text_content() or "").startswith("37 more neighbours")
    assert node(opened, "act").count() == 1


def test_what_a_phone_leaves_out_can_be_drawn_by_a_tap(show: Open) -> None:
    opened = show("sixty", width=390)
    assert picture(opened).locator(".node").count() == 20
    opened.page.get_by_role("button", name="Draw 40 more").click()
    assert picture(opened).locator(".node").count() == 60
    opened.page.get_by_role("button", name="Draw fewer").click()
    assert picture(opened).locator(".node").count() == 20


def test_parallel_edges_are_one_line_with_a_count(show: Open) -> None:
    opened = show()
    key = '["act","ada"]'
    bundle = opened.page.locator(f".relations [data-edge='{key}']")
    assert bundle.count() == 1
    assert bundle.locator(".edge-label").text_content() == "introduces +1"
    pair = opened.page.locator(""".relations [data-edge='["ada","blue"]'] .line""")
    assert pair.get_attribute("marker-start")
    assert pair.get_attribute("marker-end")


def test_each_node_says_what_it_is(show: Open) -> None:
    label = node(show(), "ada").get_attribute("aria-label") or ""
    assert label.startswith("Ada Lindqvist, person. ")
    assert "introduces → Harbour act (happened)" in label
    assert "Blue Coast Party: criticises (happened)" in label


def test_one_name_and_none_are_no_errors(show: Open) -> None:
    assert picture(show("alone")).locator(".node").count() == 1
    assert "Nothing to show" in (picture(show("empty")).text_content() or "")


# ---- legend, search, keys, pointer -------------------------------------------------------------------------


def test_the_legend_filters_kinds_and_statuses(show: Open) -> None:
    opened = show()
    everything = picture(opened).locator(".node").count()
    events = opened.page.get_by_role("button", name="event: 3")
    events.click()
    assert events.get_attribute("aria-pressed") == "false"
    assert picture(opened).locator(".node").count() == everything - 3
    opened.page.get_by_role("button", name="event: 3").click()
    lines = picture(opened).locator(".edge").count()
    opened.page.get_by_role("button", name="promised: 2").click()
    assert picture(opened).locator(".edge").count() == lines - 2


def test_the_search_leads_to_a_name(show: Open) -> None:
    opened = show()
    opened.page.get_by_role("searchbox").fill("blue coast")
    assert picture(opened).locator(".node.dim").count() == 11
    opened.page.keyboard.press("Enter")
    assert has_focus(node(opened, "blue"))


def test_keys_walk_select_expand_and_pin(show: Open) -> None:
    opened = show()
    keyboard = opened.page.keyboard
    opened.page.get_by_role("button", name="Print this page").focus()
    keyboard.press("Tab")
    assert has_focus(node(opened, "act"))
    keyboard.press("ArrowLeft")
    assert not has_focus(node(opened, "act"))
    keyboard.press("Home")
    assert has_focus(node(opened, "act"))
    keyboard.press("Enter")
    opened.says("Selected: act")
    assert has_focus(node(opened, "act"))
    node(opened, "ada").focus()
    keyboard.press("e")
    opened.says("Expanded: ada")
    keyboard.press("p")
    assert "pinned" in (node(opened, "ada").get_attribute("class") or "")
    before = node(opened, "ada").get_attribute("transform")
    keyboard.press("Shift+ArrowUp")
    assert node(opened, "ada").get_attribute("transform") != before


def test_keys_that_streamlit_owns_do_not_leave_the_drawing(show: Open) -> None:
    opened = show()
    opened.page.evaluate(
        "window.heard = []; document.addEventListener('keydown', e => window.heard.push(e.key))"
    )
    node(opened, "ada").focus()
    for key in ("r", "c", "Escape", "e", "+", "0"):
        opened.page.keyboard.press(key)
    opened.page.get_by_role("searchbox").focus()
    for key in ("r", "c", "Escape"):
        opened.page.keyboard.press(key)
    node(opened, "ada").focus()
    opened.page.keyboard.press("F9")
    assert opened.page.evaluate("window.heard") == ["F9"]


def test_double_click_asks_for_neighbours(show: Open) -> None:
    opened = show()
    node(opened, "ada").dblclick()
    opened.says("Expanded: ada")


def test_a_dragged_node_is_pinned_and_stays_after_a_click(show: Open) -> None:
    opened = show()
    box = node(opened, "blue").bounding_box()
    assert box
    mouse = opened.page.mouse
    mouse.move(box["x"] + box["width"] / 2, box["y"] + 12)
    mouse.down()
    mouse.move(box["x"] + box["width"] / 2 + 60, box["y"] - 40, steps=4)
    mouse.up()
    opened.page.locator(".relations .pinned").wait_for()
    moved = node(opened, "blue").get_attribute("transform")
    opened.page.keyboard.press("Escape")
    node(opened, "court").click()
    opened.says("Selected: court")
    opened.page.get_by_text("Another widget").click()
    opened.says("The toggle is on")
    assert node(opened, "blue").get_attribute("transform") == moved
    assert opened.page.get_by_text("Selected: court", exact=True).count() == 1


def test_zoom_survives_a_click(show: Open) -> None:
    opened = show()
    node(opened, "act").focus()
    opened.page.keyboard.press("+")
    near = picture(opened).locator(".layer").get_attribute("transform")
    opened.page.keyboard.press("Enter")
    opened.says("Selected: act")
    assert picture(opened).locator(".layer").get_attribute("transform") == near
    opened.page.keyboard.press("0")
    assert picture(opened).locator(".layer").get_attribute("transform") != near


def test_the_page_can_select_by_address(show: Open) -> None:
    opened = show(more="&node=ada")
    assert node(opened, "ada").get_attribute("aria-pressed") == "true"
    opened.says("Selected: ada")


def test_the_saved_svg_holds_the_whole_picture(show: Open, tmp_path: Path) -> None:
    opened = show("sixty", width=390)
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name="Save the picture as SVG").click()
    waiting.value.save_as(tmp_path / "web.svg")
    tree = ET.fromstring((tmp_path / "web.svg").read_text(encoding="utf-8"))
    texts = ["".join(part.itertext()) for part in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert "Harbour act" in texts
    assert len(texts) >= 60
    assert float(tree.get("width") or 0) > 390


# ---- hostile text, other people's settings -----------------------------------------------------------------


def test_hostile_text_stays_text(show: Open) -> None:
    opened = show("hostile")
    for at in range(picture(opened).locator(".node").count()):
        picture(opened).locator(".node").nth(at).focus()
    opened.page.wait_for_timeout(200)
    assert "owned" not in opened.page.title()
    assert opened.page.locator(".relations script, .relations img, .relations foreignObject").count() == 0
    assert opened.foreign == []
    assert opened.complaints == []


@pytest.mark.parametrize("dark", [False, True])
def test_no_serious_findings_of_axe(show: Open, dark: bool) -> None:
    for story in ("story", "ninety"):
        opened = show(story, dark=dark)
        node(opened, "act").focus()
        assert opened.findings() == [], story


def test_it_works_at_twice_the_size_in_forced_colours(show: Open) -> None:
    opened = show(width=640, height=360, scale=2, forced_colors=True)
    assert picture(opened).evaluate(COLLISIONS)["found"] == []
    assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


# ---- free play ---------------------------------------------------------------------------------------------


@pytest.fixture
def play(demo: Open) -> Open:
    def go(story: str, **settings: object) -> Visit:
        return demo("physics_demo.py", ".physics[data-drawn]", story, **settings)

    return go


def test_the_model_uses_no_identifier_of_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(APPS))
    from payloads import relation_webs

    told = relation_webs("hostile")
    model = network_model(told)
    assert [one["id"] for one in model["nodes"]] == [f"n{at}" for at in range(len(told["nodes"]))]
    assert {one["origin"] for one in model["nodes"]} == {one["id"] for one in told["nodes"]}
    ends = {end for edge in model["edges"] for end in (edge["from"], edge["to"])}
    assert ends <= {one["id"] for one in model["nodes"]}
    assert "configure" not in model["options"]
    assert len(network_model(relation_webs("ninety"))["nodes"]) == 90


def test_the_library_comes_from_the_wheel() -> None:
    assert "vis.js" in vis_network()[:2000]


def test_free_play_draws_from_here_only_and_selects_by_key(play: Open) -> None:
    opened = play("story")
    frame = opened.page.locator(".physics .frame")
    assert "12 names" in (frame.get_attribute("aria-label") or "")
    frame.focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("Enter")
    opened.page.get_by_text("Selected: ada", exact=True).wait_for()
    assert opened.foreign == []
    assert opened.complaints == []


def test_hostile_text_stays_text_in_free_play(play: Open) -> None:
    opened = play("hostile", reduced_motion=True)
    frame = opened.page.locator(".physics .frame")
    frame.focus()
    opened.page.keyboard.press("ArrowRight")  # brings the first name into the middle
    box = frame.bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    opened.page.mouse.move(middle[0] - 3, middle[1] - 3)
    opened.page.mouse.move(*middle)
    tip = opened.page.locator(".physics .vis-tooltip")
    tip.wait_for()
    assert "<img src=x onerror" in (tip.text_content() or "")
    assert tip.locator("img, script, svg").count() == 0
    assert "owned" not in opened.page.title()
    assert opened.foreign == []
    assert opened.complaints == []


@pytest.mark.parametrize("dark", [False, True])
def test_no_serious_findings_of_axe_in_free_play(play: Open, dark: bool) -> None:
    assert play("story", dark=dark).findings() == []
