"""Where there is no store, or none that can be read: what the pages offer and say."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.rdf.store import Store
from graph.ui import shelf
from tests.conftest import SMALL, STORY
from tests.ui.conftest import LIMIT, app, texts


def page(module: str) -> AppTest:
    script = f"import graph.ui.{module}\ngraph.ui.{module}.page()\n"
    return AppTest.from_string(script, default_timeout=LIMIT).run()


@pytest.mark.parametrize(
    "module", ["home", "timeline", "actor", "relations", "compare", "articles", "review", "exports"]
)
def test_without_a_store_each_page_offers_the_samples(empty_store: Path, module: str) -> None:
    shown = page(module)
    assert not shown.exception
    assert [title.value for title in shown.title if "Nothing" in title.value] == ["Nothing here yet"]
    assert {"Read the sample stories", "Add articles of my own"} <= {one.label for one in shown.button}
    assert not empty_store.exists()


def test_the_second_button_leads_to_the_page_that_adds(empty_store: Path) -> None:
    shown = app().run()
    (button,) = [one for one in shown.button if one.label == "Add articles of my own"]
    button.click().run()
    assert not shown.exception
    assert shown.title[0].value == "Add articles"


def test_the_samples_are_read_into_the_store(empty_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "SAMPLES", STORY / f"{SMALL[0]}.md")
    shown = page("home")
    next(one for one in shown.button if one.label == "Read the sample stories").click().run()
    assert shown.session_state["samples"].wait(LIMIT)
    shown.run()
    assert not shown.exception
    assert shown.title[0].value == "What happened to the bill?"
    with Store.read(empty_store) as store:
        assert [saved.id for saved in store.articles()] == [SMALL[0]]


def test_a_store_that_cannot_be_read_is_said_with_its_place(own_store: Path) -> None:
    (own_store / "ledger.sqlite").write_bytes(b"no database at all" * 100)
    shown = page("home")
    assert not shown.exception
    assert shown.title[0].value == "The store cannot be opened"
    assert shown.error[0].value
    assert shown.code[0].value == str(own_store)


def test_a_store_that_changes_is_read_again(own_store: Path) -> None:
    before = shelf.version()
    with Store.open(own_store) as store:
        assert store.remove(SMALL[0])
    assert shelf.version() != before
    state = shelf.current()
    assert state is not None
    assert SMALL[0] not in {a.article.id for a in shelf.collection(state).accounts}
    assert "5 of" not in texts(page("articles"))
