"""Correcting without a browser: forms, what they save, who may, and what is said where it cannot be done."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.linking.corrections.log import NAME, read_log
from graph.linking.corrections.making import made, on_one, told
from graph.linking.corrections.reviewing import doubts
from graph.model import Account, Claim, Correction
from graph.pipeline import build, judge
from graph.rdf.store import Store
from graph.terms import Standing, Verdict
from graph.ui.articles import article_payload
from graph.ui.judging import carry_out, said
from graph.ui.pairing import candidates, tellings
from graph.ui.shelf import READ_ONLY, hindrance
from graph.views.library import Library, library
from tests.ui.conftest import LIMIT, pictures, texts

TEXTS = {
    "one": "Parliament of Arkania adopted the water bill in its first reading on Saturday by 41 votes to 7."
    " President Ada Holm introduced the water bill.",
    "two": "Parliament of Arkania adopted the water bill in its first reading on Saturday."
    " Senator Ben Holm opposes the water bill.",
    "three": "Holm signed the water bill on Monday.",
}


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("arkania")
    for name, text in TEXTS.items():
        (place / f"{name}.txt").write_text(f"The water bill\n{text}\n", encoding="utf-8")
    build([place / f"{name}.txt" for name in TEXTS], place / "store", published=dt.date(2031, 3, 10))
    return place / "store"


@pytest.fixture
def store(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that one test may write to; the pages read it."""
    folder = Path(shutil.copytree(made_once, tmp_path / "store"))
    monkeypatch.setenv("LAWPATH_STORE", str(folder))
    return folder


def shelf_of(store: Path) -> Library:
    with Store.read(store) as opened:
        return library(opened.collection())


def account(store: Path, article: str = "one") -> Account:
    with Store.read(store) as opened:
        return opened.account(article)


def claim(store: Path, kind: str, article: str = "one") -> Claim:
    found = account(store, article)
    events = {event.id for event in found.events if event.type == kind}
    return next(one for one in found.claims if one.event in events)


def form(name: str, record: str) -> AppTest:
    """Return a form of `graph.ui.correcting` on a record of the first article, not yet run."""
    script = f"""
from graph.ui import correcting
from graph.ui.shelf import opened
account = opened()[1].accounts["article/one"]
correcting.{name}(correcting.Chosen(account, ("{record}",), "what it says"))
"""
    return AppTest.from_string(script, default_timeout=LIMIT)


def sign(shown: AppTest, why: str = "it says so") -> None:
    shown.text_input[-2].set_value("Ana Díaz")
    shown.text_input[-1].set_value(why)


def test_only_what_is_changed_is_saved(store: Path) -> None:
    shown = form("change_form", claim(store, "first-reading").id).run()
    sign(shown)
    shown.button[0].click().run()
    assert "Nothing is changed yet." in texts(shown)
    shown.selectbox[1].set_value("promised")
    shown.date_input[0].set_value(dt.date(2031, 2, 27))
    shown.date_input[1].set_value(dt.date(2031, 2, 28))
    shown.number_input[0].set_value(40)
    shown.button[0].click().run()
    saved = [one.fields[0] for one in read_log(store / NAME).judgements]
    assert saved == [("status", "promised"), ("window", "2031-02-27/2031-02-28"), ("votes", "40:7")]
    found = claim(store, "first-reading")
    assert (found.factuality, found.window.end) == ("promised", dt.date(2031, 2, 28))


def test_who_takes_part_is_changed_by_name(store: Path) -> None:
    shown = form("change_form", claim(store, "introduction").id).run()
    assert shown.multiselect[0].value == ["Ada Holm"]
    shown.multiselect[0].set_value(["Parliament of Arkania"])
    sign(shown)
    shown.button[0].click().run()
    saved = [one.fields[0] for one in read_log(store / NAME).judgements]
    assert saved == [("remove", "agent: Ada Holm"), ("add", "agent: Parliament of Arkania")]


def test_an_article_gets_another_day(store: Path) -> None:
    script = """
from graph.ui import correcting
from graph.ui.shelf import opened
correcting.publish_form(opened()[1].accounts["article/one"])
"""
    shown = AppTest.from_string(script, default_timeout=LIMIT).run()
    assert shown.date_input[0].value == dt.date(2031, 3, 10)
    shown.date_input[0].set_value(dt.date(2031, 3, 3))
    sign(shown)
    shown.button[0].click().run()
    assert account(store).article.published == dt.date(2031, 3, 3)
    assert claim(store, "first-reading").window.end == dt.date(2031, 3, 1)


REMOVING = """
from graph.ui import removing
from graph.ui.shelf import opened
found = opened()[1].accounts.get("article/three")
if found:
    removing.ask_to_remove(found)
"""


def test_an_article_is_removed_with_what_only_it_tells(store: Path) -> None:
    signed = claim(store, "assent", "three").event
    shown = AppTest.from_string(REMOVING, default_timeout=LIMIT).run()
    assert signed in shelf_of(store).assessments
    shown = shown.button[0].click().run()
    assert not shown.exception
    left = shelf_of(store)
    assert set(left.accounts) == {f"article/{name}" for name in TEXTS if name != "three"}
    assert signed not in left.assessments
    assert shown.session_state["judging done"].startswith("Removed: ")


def test_an_article_stays_where_the_store_refuses(store: Path) -> None:
    shown = AppTest.from_string(REMOVING, default_timeout=LIMIT).run()
    with Store.open(store):
        shown = shown.button[0].click().run()
    assert "nothing was changed" in texts(shown)
    assert "article/three" in shelf_of(store).accounts


def test_name_and_reason_are_needed(store: Path) -> None:
    shown = form("retract_form", claim(store, "first-reading").id).run()
    shown.button[0].click().run()
    assert "Say who you are and why" in texts(shown)
    assert not (store / NAME).exists()
    sign(shown)
    shown.button[0].click().run()
    assert [one.verdict for one in read_log(store / NAME).judgements] == [Verdict.RETRACT]
    assert "first-reading" not in {event.type for event in account(store).events}


def judged_with(store: Path, verdict: Verdict, record: str, *values: tuple[str, str]) -> Correction:
    with Store.open(store) as opened:
        subject = told(opened.collection().accounts, f"{record}@one")
        (fate, *_) = judge(opened, on_one(verdict, subject, "Ben", "he was there", values))
    return fate


def test_a_judgement_is_told_in_one_sentence(store: Path) -> None:
    fate = judged_with(store, Verdict.CHANGE, claim(store, "first-reading").id, ("outcome", "rejected"))
    words = said(fate)
    assert words.startswith("Ben changed the outcome to rejected on ")
    assert words.endswith(": he was there")


def test_a_judgement_is_listed_and_taken_back(store: Path) -> None:
    fate = judged_with(store, Verdict.ACCEPT, claim(store, "first-reading").id)
    shown = page("articles", article="one")
    assert "1 judgement on this article" in texts(shown)
    assert said(fate) in texts(shown)
    (picture,) = pictures(shown, "article")
    notes = [n for b in picture["blocks"] for s in b["stretches"] for n in s.get("readings", ())]
    assert {mark["id"] for note in notes for mark in note["judged"]} == {fate.id}
    script = f"from graph.ui import correcting\ncorrecting.undo_form({fate.id!r}, 'x')\n"
    undoing = AppTest.from_string(script, default_timeout=LIMIT).run()
    sign(undoing)
    undoing.button[0].click().run()
    assert account(store).corrections == ()


def page(module: str, **parameters: str) -> AppTest:
    script = f"import graph.ui.{module}\ngraph.ui.{module}.page()\n"
    shown = AppTest.from_string(script, default_timeout=LIMIT)
    for name, value in parameters.items():
        shown.query_params[name] = value
    return shown.run()


def test_a_program_for_reading_only_has_no_controls_and_says_why(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(READ_ONLY, "1")
    shown = page("articles", article="one")
    assert "nothing can be added or corrected here" in texts(shown)
    assert shown.button == []
    (picture,) = pictures(shown, "article")
    assert picture["judge"] is False
    adding = page("adding")
    assert "nothing can be added or corrected here" in texts(adding)
    assert adding.text_area == []
    queue = page("review")
    assert "nothing can be added or corrected here" in texts(queue)
    assert [one.label for one in queue.button] == []
    assert pictures(queue, "review")


def test_a_store_that_cannot_be_written_is_told(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: Path(path).name != "ledger.sqlite")
    assert hindrance() == "The store cannot be written to, so nothing can be added or corrected here."


def test_another_writer_is_waited_out_in_plain_words(store: Path) -> None:
    with Store.open(store):
        problem = carry_out(lambda accounts: [], "done")
    assert problem.startswith("Another program writes to the store just now.")


def test_what_somebody_else_changed_meanwhile_is_refused(store: Path) -> None:
    before = read_log(store / NAME).judgements
    problem = carry_out(lambda them: on_one(Verdict.ACCEPT, told(them, "claim/gone"), "A", "b", ()), "")
    assert problem.startswith("The store holds nothing with the identifier")
    assert problem.endswith("Nothing was changed.")
    assert read_log(store / NAME).judgements == before


# --- the queue


def test_the_queue_asks_about_pairs_and_names_both_sentences(store: Path) -> None:
    shown = page("review")
    (picture,) = pictures(shown, "review")
    assert picture["heading"] == "Are Ada Holm and Holm the same?"
    assert [side["quote"] for side in picture["sides"]][1] == "Holm signed the water bill on Monday."
    assert [one.label for one in shown.button] == ["Same", "Not the same", "Later"]
    shown.button[2].click().run()
    (picture,) = pictures(shown, "review")
    assert picture["heading"] == "Are Ben Holm and Holm the same?"
    assert "1 of them put off" in texts(shown)


def test_a_judgement_that_no_longer_fits_comes_first(store: Path) -> None:
    judged_with(store, Verdict.CHANGE, claim(store, "first-reading").id, ("votes", "40:8"))
    place = store.parent / "one.txt"
    changed = TEXTS["one"].replace("41 votes to 7", "40 votes to 8")
    place.write_text(f"The water bill\n{changed}\n", encoding="utf-8")
    build([place], store, published=dt.date(2031, 3, 10))
    assert [one.standing for one in account(store).corrections] == [Standing.STALE]
    shown = page("review")
    (picture,) = pictures(shown, "review")
    assert picture["heading"].startswith("Ben changed the votes to 40:8 on ")
    assert "the words no longer stand in the article" in picture["reason"]
    assert [one.label for one in shown.button] == ["Take it back", "Later"]
    listed = page("articles", article="one")
    assert "1 no longer applied" in texts(listed)


def test_a_reading_can_be_accepted_and_the_empty_queue_says_so(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.ui.review.doubts", lambda whole, log: doubts(whole, log, below=1)[2:])
    number = len(doubts(shelf_of(store).collection, (), below=1)) - 2
    shown = page("review")
    assert f"{number} to look at" in texts(shown)
    assert [one.label for one in shown.button] == ["Accept", "Correct …", "Retract …", "Later"]
    shown.text_input[0].set_value("Ana Díaz").run()
    shown.button[0].click().run()
    assert f"{number - 1} to look at" in texts(shown)
    assert [one.who for one in read_log(store / NAME).judgements] == ["Ana Díaz"]
    monkeypatch.setattr("graph.ui.review.doubts", lambda whole, log: ())
    with Store.open(store) as opened:
        judge(opened, [made(Verdict.UNDO, "A", "b", undoes=read_log(store / NAME).judgements[0].id)])
    empty = page("review")
    assert "Nothing waits for you" in texts(empty)
    assert pictures(empty, "review") == []


# --- what may be the same


def test_what_is_told_by_two_articles_can_be_told_apart(store: Path) -> None:
    shelf = shelf_of(store)
    event = claim(store, "first-reading").event
    assert [one.article for one in tellings(shelf, event)] == ["one", "two"]
    script = f"""
from graph.ui import pairing
from graph.ui.shelf import opened
pairing.pair_form(opened()[1], {event!r})
"""
    shown = AppTest.from_string(script, default_timeout=LIMIT).run()
    shown.get("button_group")[0].set_value(["apart"]).run()
    shown.radio[0].set_value("two")
    sign(shown, "there were two votes")
    shown.button[0].click().run()
    assert [one.verdict for one in read_log(store / NAME).judgements] == [Verdict.NOT_SAME]
    assert claim(store, "first-reading").event != claim(store, "first-reading", "two").event


def test_another_is_said_to_be_the_same(store: Path) -> None:
    shelf = shelf_of(store)
    (ada,) = (one for one in shelf.actors if shelf.name(one) == "Ada Holm")
    named = [shelf.name(one) for one in candidates(shelf, ada)]
    assert named[:2] == ["Ben Holm", "Holm"]
    script = f"""
from graph.ui import pairing
from graph.ui.shelf import opened
pairing.pair_form(opened()[1], {ada!r})
"""
    shown = AppTest.from_string(script, default_timeout=LIMIT).run()
    shown.selectbox[0].set_value(candidates(shelf, ada)[1])
    sign(shown)
    shown.button[0].click().run()
    assert "Holm" not in {shelf_of(store).name(one) for one in shelf_of(store).actors}
    assert article_payload(shelf_of(store), account(store), judge=True)["judge"] is True
