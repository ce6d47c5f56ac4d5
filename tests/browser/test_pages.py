"""The whole app in a real browser over a small store: pages, clicks, keys, addresses, hostile texts."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import hostile
import pytest
from harness import DRAWN_LIMIT, ROOT, Visit
from playwright.sync_api import Locator, expect

from graph.rdf.store import Store
from graph.ui.address import address
from graph.views import overview
from graph.views.exports import EXPORTS
from graph.views.library import Library, library

APP = ROOT / "app.py"
Open = Callable[..., Visit]

DRAWN = {
    "": ".cards[data-drawn]",
    "bill": ".bill[data-drawn]",
    "timeline": ".timeline[data-drawn]",
    "actor": ".actor[data-drawn]",
    "relations": ".relations[data-drawn]",
    "compare": ".compare[data-drawn]",
    "present": ".present[data-drawn]",
    "articles": ".links[data-drawn]",
    "review": ".review[data-drawn]",
    "query": ".table[data-drawn]",
    "export": "[data-testid=stCode]",
    "add": "[data-testid=stTextArea]",
}
"""What each page shows when it is whole, by path."""
FOCUSED = """() => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found ? [found.tagName.toLowerCase(), found.textContent.trim()] : [];
}"""
WIDER = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  return [document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth];
}"""
CALM = """() => {
  const ends = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
  return Promise.all(ends.map((one) => one.finished.catch(() => null))).then(() => null);
}"""


@pytest.fixture
def app(serve: Callable[..., str], small_store: Path) -> str:
    """The address of the app over the small store."""
    return serve(APP, "small", environment={"LAWPATH_STORE": str(small_store)})


@pytest.fixture
def go(app: str, visit: Open) -> Open:
    """Open a page of the app and wait until it is drawn and calm."""

    def opened(path: str = "", **settings: object) -> Visit:
        found = visit(f"{app}/{path}", **settings)
        if "article=" in path:
            found.drawn(".article[data-drawn]")
        else:
            found.drawn(DRAWN[path.partition("?")[0].removeprefix("./")])
        calm(found)
        return found

    return opened


def calm(opened: Visit) -> None:
    """Wait until the script has run and nothing moves."""
    opened.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(
        timeout=DRAWN_LIMIT
    )
    opened.page.evaluate(CALM)


def complaints(opened: Visit) -> list[str]:
    """Return what the console complained of; Streamlit itself looks for its server at two wrong places."""
    return [said for said in opened.complaints if "404 (Not Found)" not in said]


def parameters(opened: Visit) -> dict[str, list[str]]:
    return parse_qs(urlsplit(opened.page.url).query)


def marked(opened: Visit) -> Locator:
    """Return the chosen mark of the article, in sight."""
    mark = opened.drawn('.article mark[aria-pressed="true"]').first
    expect(mark).to_be_in_viewport(timeout=DRAWN_LIMIT)
    return mark


def tab_to(opened: Visit, wanted: Callable[[str, str], bool], most: int = 80) -> None:
    """Press Tab until the focused element (tag, text) is the wanted one."""
    seen = list[list[str]]()
    for _ in range(most):
        opened.page.keyboard.press("Tab")
        seen.append(opened.page.evaluate(FOCUSED))
        if seen[-1] and wanted(*seen[-1]):
            return
    raise AssertionError(f"not reached by Tab: {seen}")


# ---- every page --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", DRAWN)
def test_each_page_loads_without_an_error_or_a_foreign_request(go: Open, path: str) -> None:
    opened = go(path)
    assert opened.page.get_by_test_id("stException").count() == 0
    assert opened.page.get_by_test_id("stAlertContentError").count() == 0
    assert opened.page.locator("h1").count() == 1
    assert opened.foreign == []
    assert complaints(opened) == []


@pytest.mark.parametrize("path", DRAWN)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_each_page_is_accessible(go: Open, path: str, dark: bool) -> None:
    assert go(path, dark=dark).findings() == []


@pytest.mark.parametrize("path", DRAWN)
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_no_page_is_wider_than_the_screen(go: Open, path: str, width: int, height: int) -> None:
    opened = go(path, width=width, height=height)
    assert max(opened.page.evaluate(WIDER)) <= 0


def test_the_pages_are_linked_with_each_other(go: Open) -> None:
    opened = go()
    for path, name in [
        ("timeline", "Timeline"),
        ("articles", "Articles"),
        ("export", "Export"),
        ("", "Bills"),
    ]:
        opened.page.get_by_role("link", name=name, exact=True).click()
        opened.page.wait_for_url(lambda url, path=path: urlsplit(url).path == f"/{path}")
        opened.drawn(DRAWN[path])


# ---- from a fact to its sentence ---------------------------------------------------------------------------


def test_from_a_card_to_the_marked_sentence(go: Open) -> None:
    opened = go()
    line = opened.page.locator(".cards .line .said a").first
    words = (line.text_content() or "").strip("“”… ")
    line.click()
    assert words[:60] in (marked(opened).text_content() or "")
    assert parameters(opened).keys() >= {"article", "at"}


def test_from_any_mark_on_a_card_to_the_sentence_in_two_clicks(go: Open) -> None:
    opened = go()
    opened.page.locator(".cards .step.done a").last.click()
    opened.page.locator(".evidence .show").first.click(timeout=DRAWN_LIMIT)
    assert marked(opened).text_content()


def test_from_a_mark_of_the_timeline_to_the_marked_sentence(go: Open) -> None:
    opened = go("timeline")
    mark = opened.page.locator(".timeline [data-id]").first
    event = mark.get_attribute("data-id") or ""
    mark.click()
    quote = opened.drawn(".evidence blockquote").first.text_content() or ""
    assert parameters(opened)["event"] == [event]
    opened.page.locator(".evidence .show").first.click()
    assert (marked(opened).text_content() or "").count(quote[:80]) == 1


def test_from_a_row_of_the_table_to_its_evidence(go: Open, small_shelf: Library) -> None:
    opened = go("timeline")
    opened.page.locator(".table tbody a").nth(1).click()
    opened.drawn(".evidence blockquote")
    (event,) = parameters(opened)["event"]
    assert opened.page.locator(".evidence h2").text_content() == small_shelf.name(event)
    expect(opened.page.locator(".evidence h2")).to_be_in_viewport()


def test_from_the_relations_to_the_marked_sentence(go: Open) -> None:
    opened = go("relations")
    opened.page.locator(".relations .node").nth(1).click()
    opened.page.wait_for_url("**node=**")
    opened.page.locator(".evidence .show").first.click()
    assert marked(opened).text_content()


def test_over_the_matrix_to_the_evidence_by_keys_on_a_narrow_screen(app: str, visit: Open) -> None:
    opened = visit(f"{app}/relations?view=matrix", width=390, height=844)
    opened.drawn(".matrix[data-drawn]")
    calm(opened)
    assert max(opened.page.evaluate(WIDER)) <= 0
    assert opened.findings() == []
    first = opened.page.locator(".matrix td button").first
    first.focus()
    opened.page.keyboard.press("ArrowDown")
    named = opened.page.evaluate(FOCUSED)
    opened.page.keyboard.press("Enter")
    opened.drawn(".evidence blockquote")
    chosen = opened.page.locator('.matrix td button[aria-pressed="true"]')
    assert ["button", (chosen.text_content() or "").strip()] == named
    assert parameters(opened)["node"] == [chosen.get_attribute("data-id")]
    assert first.get_attribute("aria-pressed") == "false"


def test_the_neighbours_of_a_name_are_drawn_by_a_button_too(app: str, visit: Open) -> None:
    opened = visit(f"{app}/relations", width=390, height=844)
    opened.drawn(".relations[data-drawn]")
    calm(opened)
    name = opened.page.locator('.relations .node[aria-label*=", person"]').first.get_attribute("data-id")
    opened.page.goto(f"{opened.page.url.partition('?')[0]}?node={name}")
    opened.drawn(".relations[data-drawn]")
    opened.page.get_by_role("button", name="Draw its neighbours too").click()
    opened.page.wait_for_url("**open=**")
    opened.page.get_by_role("button", name="Put its neighbours away").click()
    opened.page.wait_for_url(lambda url: "open=" not in url)


def test_nothing_is_cut_on_a_phone_without_a_sign_that_it_goes_on(app: str, visit: Open) -> None:
    opened = visit(f"{app}/relations?view=matrix", width=390, height=844)
    frame = opened.drawn(".matrix .frame").first
    calm(opened)
    for button in opened.page.get_by_test_id("stButtonGroup").get_by_role("radio").all():
        box = button.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    expect(frame).to_have_class(re.compile("more-right"))
    frame.evaluate("frame => { frame.scrollLeft = frame.scrollWidth }")
    expect(frame).not_to_have_class(re.compile("more-right"))


def test_an_edge_of_free_play_is_drawn_from_what_is_installed(go: Open) -> None:
    opened = go("relations")
    opened.page.get_by_text("Free play").click()
    opened.drawn(".physics canvas")
    calm(opened)
    assert opened.foreign == []
    assert complaints(opened) == []


def test_from_home_to_the_marked_sentence_by_keys_alone(go: Open) -> None:
    opened = go()
    tab_to(opened, lambda tag, text: tag == "a" and text.startswith("“"))
    opened.page.keyboard.press("Enter")
    mark = marked(opened)
    expect(mark).to_be_focused()


def test_over_the_timeline_to_the_marked_sentence_by_keys_alone(go: Open, small_shelf: Library) -> None:
    (name, *_) = [card.name for card in overview.cards(small_shelf)]
    opened = go()
    tab_to(opened, lambda tag, text: tag == "a" and text.casefold() == name.casefold())
    opened.page.keyboard.press("Enter")
    opened.drawn(DRAWN["bill"])
    calm(opened)
    tab_to(opened, lambda tag, text: tag == "a" and text == "Timeline")
    opened.page.keyboard.press("Enter")
    opened.drawn(DRAWN["timeline"])
    calm(opened)
    tab_to(opened, lambda tag, text: tag == "g")
    opened.page.keyboard.press("Enter")
    opened.drawn(".evidence blockquote")
    tab_to(opened, lambda tag, text: text == "Show in article")
    opened.page.keyboard.press("Enter")
    expect(marked(opened)).to_be_focused()


# ---- addresses ---------------------------------------------------------------------------------------------


def test_a_deep_link_opens_what_it_names(go: Open, small_shelf: Library) -> None:
    event = next(iter(small_shelf.assessments))
    opened = go(address("timeline", bill=small_shelf.bill_of(event), event=event))
    assert opened.page.locator(".evidence h2").text_content() == small_shelf.name(event)
    account = next(a for a in small_shelf.accounts.values() if a.claims)
    quote = account.claims[0].quotes[0]
    part = "title" if quote.part == "title" else None
    opened = go(address("articles", article=account.article.id, part=part, at=str(quote.start)))
    assert quote.exact in (marked(opened).text_content() or "")


def test_back_leads_to_what_was_shown_before(go: Open) -> None:
    opened = go()
    opened.page.locator(".cards h3 a").first.click()
    opened.drawn(DRAWN["bill"])
    calm(opened)
    opened.page.locator(".links").get_by_role("link", name="Timeline").click()
    opened.drawn(DRAWN["timeline"])
    calm(opened)
    before = opened.page.url
    opened.page.locator(".timeline [data-id]").first.click()
    opened.drawn(".evidence blockquote")
    opened.page.locator(".evidence .show").first.click()
    marked(opened)
    opened.page.go_back()
    opened.drawn(".evidence blockquote")
    opened.page.go_back()
    expect(opened.page.locator(".evidence h2")).to_have_text("Nothing chosen yet", timeout=DRAWN_LIMIT)
    assert opened.page.url == before
    opened.page.go_back()
    opened.drawn(DRAWN["bill"])
    opened.page.go_back()
    opened.drawn(DRAWN[""])


def test_filters_stand_in_the_address_and_survive_a_reload(go: Open) -> None:
    opened = go("timeline")
    number = opened.page.locator(".timeline [data-id]").count()
    opened.page.get_by_role("button", name="Filters").click()
    opened.page.get_by_text("Only steps of the bill").click()
    opened.page.wait_for_url("**steps=1**")
    opened.page.reload()
    opened.drawn(DRAWN["timeline"])
    calm(opened)
    assert 0 < opened.page.locator(".timeline [data-id]").count() < number
    opened.page.get_by_role("button", name="Filters (1 on)").wait_for()


# ---- taking away and adding --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXPORTS)
def test_each_file_can_be_downloaded(go: Open, name: str) -> None:
    opened = go("export")
    at = list(EXPORTS).index(name)
    with opened.page.expect_download(timeout=DRAWN_LIMIT) as waiting:
        opened.page.get_by_role("button", name="Download").nth(at).click()
    assert waiting.value.suggested_filename == EXPORTS[name].file
    assert Path(waiting.value.path()).stat().st_size > 1000


def test_looking_into_another_file_changes_the_address(go: Open) -> None:
    opened = go("export")
    opened.page.get_by_role("combobox", name="Look inside").click()
    opened.page.get_by_role("option", name="N-Quads").click()
    opened.page.wait_for_url("**look=nquads**")
    expect(opened.page.get_by_test_id("stCode")).to_contain_text("<https://w3id.org/lawpath/")


@pytest.fixture
def own(serve: Callable[..., str], small_store: Path, tmp_path: Path) -> str:
    """The address of the app over a store of this test alone."""
    folder = tmp_path / "store"
    shutil.copytree(small_store, folder)
    return serve(APP, str(folder), environment={"LAWPATH_STORE": str(folder)})


def test_a_pasted_article_can_be_looked_at(own: str, visit: Open) -> None:
    opened = visit(f"{own}/add")
    page = opened.page
    page.get_by_label("Text of the article").fill(
        "Parliament adopts the water bill\nThe Parliament of Arkania adopted the water bill on Friday."
    )
    page.get_by_label("Newspaper or site").fill("The Herald")
    page.get_by_role("button", name="Read this article").click()
    page.get_by_role("button", name="Read it without a day").click()
    opened.drawn(".links[data-drawn]")
    calm(opened)
    assert opened.findings() == []
    page.get_by_role("link", name="Parliament adopts the water bill").click()
    expect(opened.drawn(".article mark").first).to_be_visible()
    assert "The Herald" in page.get_by_test_id("stMain").inner_text()


def test_files_that_cannot_be_read_are_told_and_the_rest_is_read(own: str, visit: Open) -> None:
    opened = visit(f"{own}/add")
    page = opened.page
    page.get_by_role("tab", name="Choose files").click()
    page.locator("input[type=file]").set_input_files(
        [
            {
                "name": "good.txt",
                "mimeType": "text/plain",
                "buffer": b"Bill passed\nThe Senate passed the tax bill.",
            },
            {"name": "bad.json", "mimeType": "application/json", "buffer": b'{"text": '},
        ]
    )
    page.get_by_role("button", name="Read 1 article").click()
    page.get_by_text("1 refused").wait_for(timeout=DRAWN_LIMIT)
    said = opened.page.locator(".links").first.text_content() or ""
    assert "bad.json" in said
    assert "Not valid JSON" in said
    assert page.get_by_test_id("stException").count() == 0


# ---- hostile texts -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "store"
    Store.build(folder, hostile.collection()).close()
    return folder


def hostile_paths(store: Path) -> list[tuple[str, str]]:
    """Return an address and what it draws, for everything that a page can show of the store."""
    with Store.read(store) as opened:
        shelf = library(opened.collection())
    (bill,), (account, _) = shelf.bills, shelf.accounts.values()
    event = next(iter(shelf.claims))
    (actor, *_) = shelf.agents(event)
    article = account.article.id
    return [
        ("", ".cards[data-drawn]"),
        (address("home", q="evil").removeprefix("./"), ".links[data-drawn]"),
        (address("home", q=hostile.ATTACKS[2]).removeprefix("./"), ".links[data-drawn]"),
        (address("timeline", bill=bill, event=event), ".evidence blockquote"),
        (address("timeline", actor=actor, by="bill"), ".timeline[data-drawn]"),
        (address("actor", actor=actor), ".actor[data-drawn]"),
        (address("compare", bill=bill), ".compare .event blockquote"),
        (address("relations", focus=bill), ".relations[data-drawn]"),
        (address("relations", focus=actor, to=bill), ".relations[data-drawn]"),
        (address("relations", focus=bill, view="list"), ".links[data-drawn]"),
        (address("relations", focus=bill, view="free"), ".physics canvas"),
        (address("relations", focus=bill, view="matrix"), ".matrix[data-drawn]"),
        ("articles", ".links[data-drawn]"),
        (address("articles", article=article, at="0"), ".article mark"),
        (address("query", ask="evidence", bill="all"), ".table[data-drawn]"),
        *((address("export", look=name), "[data-testid=stCode]") for name in EXPORTS),
        (address("bill", bill=bill), DRAWN["bill"]),
        (address("present", bill=bill), DRAWN["present"]),
        *((path, "h1") for path in DRAWN),
    ]


def test_hostile_texts_run_nothing_and_fetch_nothing(
    serve: Callable[..., str], visit: Open, hostile_store: Path
) -> None:
    url = serve(APP, "hostile", environment={"LAWPATH_STORE": str(hostile_store)})
    seen = 0
    for path, drawn in hostile_paths(hostile_store):
        opened = visit(f"{url}/{path}")
        opened.drawn(drawn)
        calm(opened)
        seen += "onerror" in opened.page.get_by_test_id("stMain").inner_text()
        unharmed(opened, path)
        opened.page.context.close()
    assert seen >= 10  # the attacks were on the page, as text


def unharmed(opened: Visit, path: str) -> None:
    assert opened.page.evaluate("window.hit ?? null") is None, path
    assert opened.foreign == [], path
    assert [url for url in opened.requests if hostile.CANARY in urlsplit(url).path] == [], path
    assert opened.page.get_by_test_id("stException").count() == 0, path
    assert opened.page.locator('a[href^="javascript:"], iframe[srcdoc], img[src*="canary"]').count() == 0, (
        path
    )


def test_a_hostile_article_that_someone_pastes_runs_nothing(own: str, visit: Open) -> None:
    opened = visit(f"{own}/add")
    page = opened.page
    page.get_by_label("Text of the article").fill(
        f"The Senate of Arkania passed the water bill. {hostile.EVIL}\n\nPresident Ada Holm will sign it."
    )
    page.get_by_label("Headline").fill(f"Passed {hostile.EVIL}")
    page.get_by_label("Newspaper or site").fill(f"Herald {hostile.ATTACKS[2]}")
    page.get_by_role("button", name="Read this article").click()
    page.get_by_role("button", name="Read it without a day").click()
    opened.drawn(".links[data-drawn]")
    calm(opened)
    unharmed(opened, "result")
    opened.page.locator(".links a").first.click()
    opened.drawn(".article[data-drawn]")
    calm(opened)
    unharmed(opened, "article")
