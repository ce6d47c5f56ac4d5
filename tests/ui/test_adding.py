"""Adding articles, from what someone pastes or chooses to what stands in the store afterwards."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.articles import fetching
from graph.articles.fetching import Fetched, Web
from graph.articles.hosts import parts_of
from graph.errors import AddressError, InputError
from graph.model import Article
from graph.rdf.store import Store
from graph.ui import job
from graph.ui.adding import DAY_FIELDS
from graph.ui.job import Fetching, Job
from graph.ui.plain import literal
from tests.conftest import SMALL, STORY
from tests.ui.conftest import LIMIT, Show, pictures, texts

WATER = """Parliament adopts the water bill
Parliament of Arkania adopted the water bill in its first reading on Saturday by 41 votes to 7. It must
be adopted in a second reading next week.
"""


def choose(shown: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Choose files by name and content, beside those that are chosen already."""
    field = shown.file_uploader(key="files 0")
    for name, content in files:
        field.upload(name, content)
    return shown.run()


@pytest.fixture
def adding(own_store: Path) -> AppTest:
    """The page that adds, over a store that may be written to."""
    script = "import graph.ui.adding\ngraph.ui.adding.page()\n"
    return AppTest.from_string(script, default_timeout=LIMIT).run()


def press(shown: AppTest, label: str) -> AppTest:
    (button,) = [one for one in shown.button if one.label == label]
    return button.click().run()


def finished(shown: AppTest) -> AppTest:
    """Wait until the reading is over, and run the page again as its fragment would."""
    assert shown.session_state["adding job"].wait(LIMIT)
    return shown.run()


def result(shown: AppTest) -> dict[str, list[dict[str, str]]]:
    """Return the lists of the result by heading."""
    (picture,) = [
        p for p in pictures(shown, "links") if p["groups"] and p["groups"][0]["heading"] != "What is in them"
    ]
    return {group["heading"]: group["items"] for group in picture["groups"]}


def paste(shown: AppTest, text: str, **fields: object) -> AppTest:
    shown.text_area(key="paste text").input(text)
    for name, value in fields.items():
        if name == "day":
            shown.date_input(key="paste day").set_value(value)
        else:
            shown.text_input(key=f"paste {name}").input(str(value))
    shown = press(shown, "Read this article")
    asked = [one for one in shown.button if one.label == "Read it without a day"]
    return asked[0].click().run() if asked else shown


def test_a_pasted_text_is_read_and_leads_to_its_article(adding: AppTest, own_store: Path) -> None:
    shown = finished(paste(adding, WATER, outlet="The Herald", day=dt.date(2031, 3, 2)))
    assert not shown.exception
    assert shown.success[0].value.startswith("1 article read: ")
    (read,) = result(shown)["Read"]
    assert read["text"] == "Parliament adopts the water bill"
    assert read["before"] == "2 Mar 2031"
    assert read["to"].startswith("articles?article=pasted-")
    assert any("ater bill" in bill["text"] for bill in result(shown)["Bills they tell of"])
    with Store.read(own_store) as store:
        (found,) = [a.article for a in store.collection().accounts if a.article.outlet == "The Herald"]
    assert found.published == dt.date(2031, 3, 2)


def test_the_fields_are_empty_after_what_they_held_is_saved(adding: AppTest) -> None:
    shown = finished(paste(adding, WATER, title="A headline"))
    assert shown.text_area(key="paste text").value == ""
    assert shown.text_input(key="paste title").value == ""


def test_without_a_day_the_page_says_what_is_lost(adding: AppTest) -> None:
    assert "cannot be turned into dates" in texts(adding)
    shown = finished(paste(adding, WATER))
    (read,) = result(shown)["Read"]
    assert read["before"] == "day unknown"
    assert "stay without a date" in read["detail"]


def test_a_missing_day_is_asked_for_before_anything_is_read(adding: AppTest) -> None:
    adding.text_area(key="paste text").input(WATER)
    shown = press(adding, "Read this article")
    assert "When was it published?" in shown.warning[0].value
    assert "adding job" not in shown.session_state
    shown.date_input(key="paste day").set_value(dt.date(2031, 3, 2))
    assert not shown.run().warning
    shown = finished(press(shown, "Read this article"))
    assert result(shown)["Read"][0]["before"] == "2 Mar 2031"


def test_what_tells_of_no_bill_gets_no_green_tick(adding: AppTest) -> None:
    cat = b"---\npublished: 2031-03-02\n---\n# My cat\nMy cat likes fish. It sleeps all day on the sofa."
    french = (
        "---\npublished: 2031-03-02\n---\n# Le parlement adopte la loi\nLe parlement a adopté jeudi la loi"
        " sur le logement par 100 voix contre 30. Le président la signera la semaine prochaine."
    )
    shown = finished(
        press(choose(adding, ("cat.md", cat), ("french.md", french.encode())), "Read 2 articles")
    )
    assert not shown.success
    assert shown.warning[0].value.startswith("2 articles read: no bill found. Is it news about a bill")
    found = {item["text"]: item["detail"] for item in result(shown)["Read, but no bill found"]}
    assert found["My cat"] == "0 events, no bill found"
    assert "commonest English words" in found["Le parlement adopte la loi"]


def test_nothing_typed_is_lost_where_there_is_no_text(adding: AppTest) -> None:
    shown = paste(adding, " \n ", title="A headline", outlet="The Herald")
    assert "There is no article text" in shown.error[0].value.replace("\\", "")
    assert shown.text_input(key="paste title").value == "A headline"
    assert shown.text_input(key="paste outlet").value == "The Herald"
    assert "adding job" not in shown.session_state


def test_nothing_typed_is_lost_where_the_store_refuses(adding: AppTest, own_store: Path) -> None:
    with Store.open(own_store):
        shown = finished(paste(adding, WATER))
        assert "Nothing was saved" in shown.error[0].value.replace("\\", "")
        assert shown.text_area(key="paste text").value == WATER
    shown = finished(press(shown, "Try again"))
    assert shown.success[0].value.startswith("1 article read")
    assert shown.text_area(key="paste text").value == ""


def test_a_stopped_reading_saves_nothing_and_keeps_the_text(
    adding: AppTest, own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Store.revision_at(own_store)
    monkeypatch.setattr(Job, "start", lambda self: None)
    shown = paste(adding, WATER)
    work: Job = shown.session_state["adding job"]
    assert next(one for one in shown.button if one.label == "Read this article").disabled
    press(shown, "Stop")
    work._run()
    shown.run()
    assert "You stopped the reading" in shown.error[0].value.replace("\\", "")
    assert shown.text_area(key="paste text").value == WATER
    assert Store.revision_at(own_store) == before


def test_the_same_text_again_is_unchanged(adding: AppTest) -> None:
    shown = finished(paste(adding, WATER))
    shown = finished(paste(shown, WATER))
    assert shown.success[0].value == "1 already here."
    assert [item["text"] for item in result(shown)["Already here, unchanged"]] == [
        "Parliament adopts the water bill"
    ]


def test_files_are_read_refused_and_told_apart(adding: AppTest, own_store: Path) -> None:
    sample = (STORY / f"{SMALL[0]}.md").read_bytes()
    shown = choose(
        adding,
        (f"{SMALL[0]}.md", sample),
        ("water.txt", WATER.encode()),
        ("broken.json", b'{"text": '),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(40)),
    )
    assert not shown.exception
    (looked_at,) = pictures(shown, "links")
    found = {group["heading"]: [item["text"] for item in group["items"]] for group in looked_at["groups"]}
    assert len(found["What is in them"]) == 2
    assert found["Not readable"] == ["broken.json", "picture.txt"]
    (day,) = [field for field in shown.date_input if field.label == "Parliament adopts the water bill"]
    day.set_value(dt.date(2031, 3, 2))
    shown = finished(press(shown, "Read 2 articles"))
    assert shown.success[0].value.endswith("1 already here; 2 refused.")
    told = result(shown)
    assert [item["before"] for item in told["Read"]] == ["2 Mar 2031"]
    assert len(told["Already here, unchanged"]) == 1
    assert [item["text"] for item in told["Refused"]] == ["broken.json", "picture.txt"]
    assert all(item["detail"] and "to" not in item for item in told["Refused"])


def test_files_without_any_article_are_told_and_nothing_is_begun(adding: AppTest) -> None:
    shown = choose(adding, ("broken.json", b"["))
    assert "There is no article in what you chose" in texts(shown)
    assert not [
        one
        for one in shown.button
        if one.label.startswith("Read ") and "article" in one.label and one.label != "Read this article"
    ]
    assert "adding job" not in shown.session_state


def test_many_articles_without_a_day_share_one_field(adding: AppTest, own_store: Path) -> None:
    number = DAY_FIELDS + 1
    rows = "".join(f'"Bill {n} adopted","Parliament adopted bill {n} on Friday."\n' for n in range(number))
    shown = choose(adding, ("rows.csv", f"title,text\n{rows}".encode()))
    (field,) = [one for one in shown.date_input if str(number) in one.label]
    field.set_value(dt.date(2031, 3, 2))
    shown = finished(press(shown, f"Read {number} articles"))
    assert {item["before"] for item in result(shown)["Read"]} == {"2 Mar 2031"}


def zipped(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return made.getvalue()


def test_an_archive_is_read_and_each_refused_file_has_its_reason(adding: AppTest) -> None:
    content = zipped(water__txt=WATER, program__exe="MZ", inner__zip="PK", broken__json="{")
    shown = choose(adding, ("news.zip", content))
    (looked_at,) = pictures(shown, "links")
    found = {group["heading"]: group["items"] for group in looked_at["groups"]}
    assert [item["text"] for item in found["What is in them"]] == ["Parliament adopts the water bill"]
    reasons = {item["text"]: item["detail"] for item in found["Not readable"]}
    assert set(reasons) == {"news.zip: broken.json", "news.zip: inner.zip", "news.zip: program.exe"}
    assert "Unpack it first" in reasons["news.zip: inner.zip"]
    shown = finished(press(shown, "Read 1 article"))
    assert shown.success[0].value.startswith("1 article read")
    assert len(result(shown)["Refused"]) == 3


# ---- from the web ------------------------------------------------------------------------------------------

PAGE = b"<html><head><title>Water bill adopted</title></head><body><p>%s</p></body></html>" % WATER.encode()


def answers(url: str, web: Web) -> Fetched:
    """Stand for the internet: one page, and the refusals of the real one."""
    parts_of(url)
    if "home" in url:
        raise AddressError("this leads home", place=url, remedy="save the page")
    return Fetched("herald-water.html", PAGE, url)


@pytest.fixture
def online(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page that adds, where whoever started the program allows the network."""
    monkeypatch.setenv("LAWPATH_NETWORK", "1")
    monkeypatch.setattr(fetching, "fetch", answers)
    script = "import graph.ui.adding\ngraph.ui.adding.page()\n"
    return AppTest.from_string(script, default_timeout=LIMIT).run()


def fetched(shown: AppTest, *urls: str) -> AppTest:
    shown.text_area(key="addresses").input("\n".join(urls))
    press(shown, "Fetch")
    assert shown.session_state["adding fetching"].wait(LIMIT)
    return shown.run()


def test_nothing_is_fetched_unless_it_was_allowed(adding: AppTest) -> None:
    assert [tab.label for tab in adding.tabs] == ["Paste a text", "Choose files"]
    assert "started without a network" in texts(adding)


def test_an_article_is_read_from_its_address(online: AppTest, own_store: Path) -> None:
    shown = fetched(online, "https://herald.example/water", "http://home.example/", "nonsense")
    assert not shown.exception
    (looked_at,) = pictures(shown, "links")
    found = {group["heading"]: group["items"] for group in looked_at["groups"]}
    assert [item["text"] for item in found["What is in them"]] == ["Water bill adopted"]
    assert [item["text"] for item in found["Not readable"]] == ["http://home.example/", "nonsense"]
    (day,) = [field for field in shown.date_input if field.label == "Water bill adopted"]
    day.set_value(dt.date(2031, 3, 2))
    shown = finished(press(shown, "Read 1 article"))
    assert shown.success[0].value.endswith("2 refused.")
    assert shown.text_area(key="addresses").value == ""
    with Store.read(own_store) as store:
        urls = {account.article.url for account in store.collection().accounts}
    assert "https://herald.example/water" in urls


def test_no_address_and_too_many_are_told(online: AppTest) -> None:
    assert "Paste an address first" in texts(press(online, "Fetch"))
    online.text_area(key="addresses").input("\n".join(f"https://a.example/{n}" for n in range(99)))
    assert "At most" in texts(press(online, "Fetch"))


def test_a_stopped_fetching_keeps_what_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    work = Fetching(["https://herald.example/1", "https://herald.example/2"], Web())

    def stopping(url: str, web: Web) -> Fetched:
        if web.stopped and web.stopped.is_set():
            raise AddressError("you stopped before it was fetched")
        work.cancel()
        return Fetched("one.html", PAGE, url)

    monkeypatch.setattr(fetching, "fetch", stopping)
    work.start()
    assert work.wait(LIMIT)
    first, second = work.found
    assert isinstance(first, Article)
    assert isinstance(second, InputError)
    assert second.place == "https://herald.example/2"


def test_hostile_names_are_shown_as_text_only(adding: AppTest) -> None:
    picture = "![x](http://evil.example/x.png)"
    article = json.dumps({"title": picture, "text": "The Senate passed the bill."}).encode()
    shown = choose(adding, (f"{picture} <script>.json", b"["), ("one.json", article))
    (looked_at,) = pictures(shown, "links")
    assert [group["items"][0]["text"] for group in looked_at["groups"]] == [picture, "x.png) <script>.json"]
    assert "evil.example" not in texts(shown)
    labels = [field.label for field in shown.date_input]
    assert literal(picture) in labels
    assert picture not in labels


def test_the_first_article_makes_the_store(
    empty_store: Path, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWPATH_STORE", str(empty_store))
    script = "import graph.ui.adding\ngraph.ui.adding.page()\n"
    shown = AppTest.from_string(script, default_timeout=LIMIT).run()
    assert not shown.exception
    shown = finished(paste(shown, WATER))
    assert shown.success[0].value.startswith("1 article read")
    assert list(job.known_sources(empty_store))
