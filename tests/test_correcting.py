"""Correcting a store: by the library, by the command line, across builds, crashes and changed articles."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph import pipeline
from graph.__main__ import app
from graph.articles import read_inputs
from graph.checks.shapes import quick_check
from graph.errors import CorrectionError, StoreDamagedError, StoreError
from graph.linking.corrections.finding import target_of
from graph.linking.corrections.log import NAME, append
from graph.model import Article
from graph.pipeline import build, judge, remove
from graph.rdf.export import exported
from graph.rdf.store import Store
from graph.terms import Standing
from tests.linking.judging import judged, on, undone

ARTICLES = {
    "one.txt": """Parliament adopts the water bill
Parliament of Arkania adopted the water bill in its first reading on Saturday by 41 votes to 7. It must
be adopted in a second reading next week. President Ada Holm supports the bill.
""",
    "two.md": """---
title: A second vote
published: 2031-03-08
---

Parliament of Arkania passed the water bill in its second reading on Friday. President Ada Holm is expected
to sign it. Farmers cheered in Port Nor.
""",
}


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ready")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    read(folder)
    return folder


@pytest.fixture
def folder(ready: Path, tmp_path: Path) -> Path:
    """A folder with two articles and the store of them."""
    return Path(shutil.copytree(ready, tmp_path / "work"))


def read(folder: Path, *, rebuild: bool = False) -> pipeline.Report:
    import datetime as dt

    return build([folder / "articles"], folder / "store", published=dt.date(2031, 3, 2), rebuild=rebuild)


def content(folder: Path) -> bytes:
    with Store.read(folder / "store") as store:
        return exported(store, "nquads")[0]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], env={"LAWPATH_WHO": "Ana Díaz"})


def correct(folder: Path, *words: str) -> Result:
    return run("correct", words[0], *words[1:], "--store", folder / "store")


def claim(folder: Path, kind: str, article: str = "one") -> str:
    with Store.read(folder / "store") as store:
        account = store.account(article)
    events = {event.id for event in account.events if event.type == kind}
    return next(one.id for one in account.claims if one.event in events)


def change_three_things(folder: Path) -> None:
    with Store.open(folder / "store") as store:
        one, two = store.account("one"), store.account("two")
        done = judge(
            store,
            [
                judged("change", on(one, "first-reading"), ("outcome", "rejected")),
                judged("change", target_of(one, "article/one"), ("published", "2031-03-09")),
                judged("not-same", on(one, "second-reading"), other=on(two, "second-reading")),
            ],
        )
        assert [fate.standing for fate in done] == [Standing.APPLIED] * 3


def test_corrections_come_back_the_same_after_each_build_and_rebuild(folder: Path) -> None:
    before = content(folder)
    change_three_things(folder)
    corrected = content(folder)
    assert corrected != before
    assert read(folder).count("unchanged") == 2
    assert content(folder) == corrected
    read(folder, rebuild=True)
    assert content(folder) == corrected
    assert [f for f in quick_check(corrected, format="nquads") if f.severity == "violation"] == []


def test_undoing_all_gives_the_bytes_of_before(folder: Path) -> None:
    before = content(folder)
    change_three_things(folder)
    with Store.open(folder / "store") as store:
        judge(store, [undone(one) for one in pipeline.judgements_of(store)])
    assert content(folder) == before


def test_an_unchanged_article_gets_what_the_log_says_since(folder: Path) -> None:
    with Store.read(folder / "store") as store:
        wanted = judged("retract", on(store.account("one"), "first-reading"))
    append(folder / "store" / NAME, [wanted])  # as after a crash between the log and the store
    assert read(folder).count("unchanged") == 2
    with Store.read(folder / "store") as store:
        assert "first-reading" not in {event.type for event in store.account("one").events}


def test_what_cannot_be_carried_out_is_refused_and_nothing_is_written(folder: Path) -> None:
    before = content(folder)
    with Store.open(folder / "store") as store:
        target = on(store.account("one"), "first-reading")
        good, bad = (judged("change", target, ("bill", name)) for name in ("water bill", "tax bill"))
        with pytest.raises(CorrectionError, match="names no bill “tax bill”"):
            judge(store, [good, bad])
    assert content(folder) == before
    assert not (folder / "store" / NAME).exists()


def test_a_judgement_is_kept_where_the_store_cannot_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(folder / "store") as store:
        wanted = judged("retract", on(store.account("one"), "first-reading"))
        with monkeypatch.context() as patch:
            patch.setattr(store, "_flush", lambda: (_ for _ in ()).throw(StoreError("no space")))
            with pytest.raises(StoreError):
                judge(store, [wanted])
    read(folder)
    with Store.read(folder / "store") as store:
        assert store.account("one").corrections[0].standing is Standing.APPLIED


def test_a_paragraph_put_in_before_keeps_corrections_and_changed_words_list_them(folder: Path) -> None:
    change_three_things(folder)
    file = folder / "articles" / "one.txt"
    title, text = ARTICLES["one.txt"].split("\n", 1)
    file.write_text(f"{title}\nThe weather in Arkania was fine for once.\n\n{text}", encoding="utf-8")
    read(folder)
    with Store.read(folder / "store") as store:
        assert {one.standing for one in store.account("one").corrections} == {Standing.APPLIED}
    file.write_text(ARTICLES["one.txt"].replace("41 votes to 7", "40 votes to 8"), encoding="utf-8")
    read(folder)
    result = run("review", "--store", folder / "store", "--below", "0")
    assert "stale: change outcome → rejected" in result.stdout
    assert "the words no longer stand in the article" in result.stdout
    file.write_text(ARTICLES["one.txt"], encoding="utf-8")
    read(folder)
    assert run("review", "--store", folder / "store", "--below", "0").stdout == ""


def test_corrections_outlive_an_article_that_goes_and_comes_back(folder: Path) -> None:
    change_three_things(folder)
    corrected = content(folder)
    with Store.open(folder / "store") as store:
        assert remove(store, "one")
    assert "the store holds no article “one”" in run("review", "--store", folder / "store").stdout
    read(folder)
    assert content(folder) == corrected


def test_corrections_outlive_a_damaged_store(folder: Path) -> None:
    change_three_things(folder)
    corrected = content(folder)
    for current in (folder / "store").glob("quads-*/CURRENT"):
        current.write_bytes(b"MANIFEST-999999\n")
    with pytest.raises(StoreDamagedError, match="everything in the folder but corrections"):
        Store.open(folder / "store")
    for entry in (folder / "store").iterdir():
        if entry.name != NAME:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    read(folder)
    assert content(folder) == corrected


def test_the_stated_day_stays_known_beside_the_corrected_one(folder: Path) -> None:
    (file,) = [a for a in read_inputs([folder / "articles" / "one.txt"]) if isinstance(a, Article)]
    assert file.published is None
    change_three_things(folder)
    told = json.loads(run("events", "--store", folder / "store", "--format", "json").stdout)
    (reading,) = [e for e in told if e["type"] == "second-reading" and e["articles"] == ["one"]]
    assert (reading["start"], reading["end"]) == ("2031-03-10", "2031-03-16")


# --- the command line


def test_commands_change_what_tables_show(folder: Path) -> None:
    done = correct(
        folder,
        "change",
        claim(folder, "first-reading"),
        *("--set", "outcome=rejected", "--set", "votes=7:41", "--set", "window=2031-02-27"),
        *("--why", "the figures were swapped"),
    )
    assert done.exit_code == 0, done.output
    assert len(done.stdout.splitlines()) == 3
    table = run("events", "--store", folder / "store").stdout
    assert "27 Feb 2031" in table
    assert "rejected" in table
    assert correct(folder, "accept", claim(folder, "second-reading")).exit_code == 0
    (added,) = correct(
        folder,
        *("add", "--article", "two", "--quote", "Farmers cheered in Port Nor."),
        *("--type", "protest", "--status", "happened", "--set", "add=agent: Farmers (group)"),
        *("--why", "nobody read it"),
    ).stdout.splitlines()
    assert "Protest" in run("events", "--store", folder / "store").stdout
    listed = json.loads(run("correct", "list", "--store", folder / "store", "--format", "json").stdout)
    assert [one["standing"] for one in listed] == ["applied"] * 5
    undo = correct(folder, "undo", added.split(":")[0], "--why", "it is told elsewhere")
    assert undo.exit_code == 0, undo.output
    assert "Protest" not in run("events", "--store", folder / "store").stdout


def test_pairs_are_named_by_identifiers(folder: Path) -> None:
    events = json.loads(run("events", "--store", folder / "store", "--format", "json").stdout)
    by_type = {event["type"]: event["id"] for event in events}
    joined = correct(folder, "same", by_type["first-reading"], by_type["second-reading"], "--why", "one vote")
    assert joined.exit_code == 0, joined.output
    with Store.read(folder / "store") as store:
        holm = next(a.id for a in store.account("one").actors if a.name == "Ada Holm")
    apart = correct(folder, "not-same", f"{holm}@one", f"{holm}@two", "--why", "mother and daughter")
    assert apart.exit_code == 0, apart.output
    with Store.read(folder / "store") as store:
        holms = {a.id for one in store.collection().accounts for a in one.actors if a.name == "Ada Holm"}
    assert len(holms) == 2


def test_an_event_stands_for_all_its_tellings(folder: Path) -> None:
    events = json.loads(run("events", "--store", folder / "store", "--format", "json").stdout)
    (second,) = [event for event in events if event["type"] == "second-reading"]
    assert second["articles"] == ["one", "two"]
    changed = correct(
        folder, "change", second["id"], "--set", "type=third-reading", "--why", "it was the third"
    )
    assert changed.exit_code == 0, changed.output
    events = json.loads(run("events", "--store", folder / "store", "--format", "json").stdout)
    (third,) = [event for event in events if event["type"] == "third-reading"]
    assert third["articles"] == ["one", "two"]
    assert "second-reading" not in {event["type"] for event in events}
    bill = json.loads(run("bills", "--store", folder / "store", "--format", "json").stdout)[0]["id"]
    named = correct(folder, "change", bill, "--set", "name=Water Act", "--why", "its title")
    assert named.exit_code == 0, named.output
    assert "Third reading of the Water Act" in run("events", "--store", folder / "store").stdout


def test_review_gives_commands_that_work(folder: Path) -> None:
    records = json.loads(
        run("review", "--store", folder / "store", "--below", "1", "--format", "json").stdout
    )
    assert records
    for one in records:
        command = one["commands"][0].split()[3:]
        assert CliRunner().invoke(app, [*command[:-1], "Ana Díaz"]).exit_code == 0, command
    assert run("review", "--store", folder / "store", "--below", "1").stdout == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("accept", "claim/none"), "nothing with the identifier 'claim/none'"),
        (("undo", "correction/none", "--why", "x"), "there is no judgement 'correction/none'"),
        (("change", "one", "--set", "published=soon", "--why", "x"), "published cannot be 'soon'"),
        (("change", "one", "--set", "published", "--why", "x"), "is not FIELD=VALUE"),
        (("change", "one", "--set", "colour=red", "--why", "x"), "cannot change 'colour'"),
        (("retract", "one", "--why", "x"), "cannot be retracted"),
        (("accept", "one", "--why", "two\nlines"), "a judgement must say why"),
        (
            (
                "add",
                "--article",
                "one",
                "--quote",
                "It rained.",
                "--type",
                "debate",
                "--status",
                "happened",
                "--why",
                "x",
            ),
            "the words do not stand in the article",
        ),
        (("accept", "one@nowhere"), "nothing with the identifier"),
        (("same", "one", "two", "--why", "x"), "nothing else"),
    ],
)
def test_wrong_judgements_are_told_in_plain_words(folder: Path, words: tuple[str, ...], said: str) -> None:
    result = correct(folder, *words)
    assert result.exit_code in (1, 2)
    assert said in " ".join(result.output.replace("│", " ").split())
    assert "Traceback" not in result.output
    assert not (folder / "store" / NAME).exists()


def test_a_foreign_log_stops_the_build_by_its_line_and_nothing_else(folder: Path) -> None:
    before = content(folder)
    (folder / "store" / NAME).write_text("my holiday\n")
    for words in (
        ("build", folder / "articles", "--store", folder / "store"),
        ("review", "--store", folder / "store"),
        ("correct", "list", "--store", folder / "store"),
        ("correct", "accept", "one", "--store", folder / "store"),
    ):
        result = run(*words)
        assert result.exit_code == 1
        assert f"{NAME}, line 1: the file is no log of judgements" in result.stderr
    assert content(folder) == before


def test_a_log_may_lie_elsewhere(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "class.jsonl"
    done = correct(folder, "accept", claim(folder, "first-reading"), "--log", str(other))
    assert done.exit_code == 0, done.output
    assert other.exists()
    corrected = content(folder)
    words = ("build", folder / "articles", "--store", folder / "store", "--published", "2031-03-02")
    assert run(*words, "--log", other).exit_code == 0
    assert content(folder) == corrected
    assert not (folder / "store" / NAME).exists()


def test_review_asks_whether_two_may_be_one(tmp_path: Path) -> None:
    texts = (
        "President Ada Holm introduced the water bill.",
        "Senator Ben Holm opposes the water bill.",
        "Holm signed the water bill on Monday.",
    )
    (tmp_path / "articles").mkdir()
    for number, text in enumerate(texts):
        (tmp_path / "articles" / f"{number}.txt").write_text(f"A day\n{text}\n", encoding="utf-8")
    read(tmp_path)
    words = ("review", "--store", tmp_path / "store", "--below", "0")
    shown = run(*words).stdout
    assert "alike: Ada Holm [0]\n  several people have this surname" in shown
    assert "  and Holm [2]\n  “Holm signed the water bill on Monday.”" in shown
    (first, _) = json.loads(run(*words, "--format", "json").stdout)
    same, apart = (command.split()[3:-3] for command in first["commands"])
    assert (same[1], apart[1]) == ("same", "not-same")
    said = CliRunner().invoke(app, [*same, "Ana Díaz", "--why", "there is one President Holm"])
    assert said.exit_code == 0, said.output
    assert run(*words).stdout == ""
