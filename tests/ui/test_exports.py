"""The export page: the same bytes as the command line, how they begin, and what the rules say."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.checks.shapes import Finding
from graph.model import Window
from graph.rdf.store import Store
from graph.ui import exports, shelf
from graph.ui.address import parsed
from graph.ui.exports import report_payload, size
from graph.views.exports import DATA_ONLY, EXPORTS
from graph.views.library import Library, library
from graph.vocabulary import article_id, iri
from tests.rdf import accounts
from tests.ui.conftest import Show, pictures, texts


def reports(shown: AppTest) -> list[dict[str, Any]]:
    """Return the lists of findings; the link to the page that presents is none."""
    return [one for one in pictures(shown, "links") if not one["groups"][0].get("row")]


def test_each_file_has_a_line_and_a_button(show: Show) -> None:
    shown = show("exports")
    assert not shown.exception
    assert [one.label for one in shown.download_button] == [*["Download"] * len(EXPORTS), "Lesson"]
    said = texts(shown)
    for one in EXPORTS.values():
        assert one.title in said
        assert one.purpose in said


def test_the_lesson_of_a_bill_leads_to_its_choice(show: Show, small_shelf: Library) -> None:
    bill = list(small_shelf.bills)[-1]
    shown = show("exports", bill=bill)
    goals = [g["items"][0]["to"] for p in pictures(shown, "links") for g in p["groups"] if g.get("row")]
    assert [parsed(goal) for goal in goals] == [("present", [("bill", bill)])]


@pytest.mark.parametrize("name", EXPORTS)
def test_the_page_gives_the_bytes_of_the_command_line(
    small_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("LAWPATH_STORE", str(small_store))
    out = tmp_path / EXPORTS[name].file
    words = ["export", "--store", str(small_store), "-o", str(out)]
    words += ["--data-only"] if name == DATA_ONLY else ["--format", name]
    assert CliRunner().invoke(app, words).exit_code == 0
    assert exports.file_of(shelf.version(), name).content == out.read_bytes()


@pytest.mark.parametrize("name", EXPORTS)
def test_each_file_can_be_looked_into(show: Show, name: str) -> None:
    shown = show("exports", look=name)
    (code,) = shown.code
    assert code.value.strip()
    assert EXPORTS[name].file in texts(shown)
    assert len(code.value.splitlines()) <= 42


def test_a_file_is_made_when_it_is_asked_for_and_once(
    show: Show, own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list[str]()
    true = exports.made

    def noted(store: Store, name: str) -> object:
        made.append(name)
        return true(store, name)

    monkeypatch.setattr(exports, "made", noted)
    monkeypatch.setenv("LAWPATH_STORE", str(own_store))
    show("exports", look="gexf")
    assert "turtle" not in made
    again = made.count("gexf")
    show("exports", look="gexf")
    assert made.count("gexf") == again


def test_the_page_says_that_good_data_conform(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.build(tmp_path / "good", accounts.collection()).close()
    monkeypatch.setenv("LAWPATH_STORE", str(tmp_path / "good"))
    shown = show("exports")
    assert "It conforms: none of the" in texts(shown)
    assert not shown.warning
    assert not reports(shown)


def test_the_page_lists_what_breaks_a_rule(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    water = accounts.water()
    claim = replace(
        water.claims[0],
        window=Window(dt.date(2031, 3, 9), None, None, dt.date(2031, 3, 1)),
    )
    broken = replace(water, claims=(claim, *water.claims[1:]))
    Store.build(tmp_path / "broken", replace(accounts.collection(), accounts=(broken,))).close()
    monkeypatch.setenv("LAWPATH_STORE", str(tmp_path / "broken"))
    shown = show("exports")
    assert "It does not conform" in shown.warning[0].value
    (report,) = reports(shown)
    assert report["groups"][0]["heading"].startswith("Faults")
    (item,) = [i for i in report["groups"][0]["items"] if i["text"].startswith("Its days are out of order")]
    assert "adopted the Water Bill" in item["detail"]
    assert item["to"].startswith("articles?article=arkania-water&at=")


def test_findings_lead_to_where_their_node_can_be_seen() -> None:
    whole: Library = library(accounts.collection())
    event, actor = next(iter(whole.assessments)), next(iter(whole.actors))
    nodes = {
        event: "timeline?",
        actor: "actor?",
        next(iter(whole.bills)): "bill?",
        whole.claims[event][0].said.id: "articles?",
        article_id(accounts.WATER.id): "articles?",
    }
    found = [Finding("warning", "Rule", iri(node), "A rule is broken.") for node in nodes]
    (group,) = report_payload(whole, found)["groups"]
    assert [
        str(item["to"]).startswith(start) for item, start in zip(group["items"], nodes.values(), strict=True)
    ] == [True] * 5
    (lost,) = report_payload(whole, [Finding("violation", "Rule", "https://a.example/x", "Broken.")])[
        "groups"
    ]
    assert lost["items"][0]["to"] is None


def test_sizes_in_words() -> None:
    assert [size(n) for n in (0, 999, 503_600, 2_067_748)] == ["1 kB", "1 kB", "504 kB", "2.1 MB"]
