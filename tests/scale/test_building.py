"""A store that is built in parts is the store that one process builds, whoever works and whoever dies."""

from __future__ import annotations

import json
import signal
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.errors import EngineError, InputError
from graph.pipeline import Report, build
from graph.rdf.carried import extractors
from graph.rdf.store import Store
from graph.scale.building import build_in_parts
from graph.scale.engines import Run, dask, processes
from tests.scale.working import here, losing

STEPS = ("first reading", "second reading", "third reading")
TEXT = "Parliament of Arkania adopted the water bill in its {step} by {votes} votes to 7. {after}\n"
LATER = "President Ada Holm said she would sign it next week."


def article(step: str, votes: int, after: str = LATER) -> str:
    return TEXT.format(step=step, votes=votes, after=after)


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Files, lines, a zip; two articles that share a name, one that stands twice, one that is empty."""
    folder = tmp_path / "news"
    (folder / "more").mkdir(parents=True)
    for number, step in enumerate(STEPS):
        head = f"---\ntitle: The water bill\npublished: 2031-03-0{number + 1}\n---\n\n"
        (folder / f"day-{number}.md").write_text(head + article(step, 40 + number), encoding="utf-8")
    (folder / "more" / "day-1.txt").write_text("The bill again\n" + article("first reading", 50), "utf-8")
    records = [{"id": f"line-{n}", "text": article(STEPS[n % 3], 30 + n)} for n in range(6)]
    lines = "".join(json.dumps(record) + "\n" for record in [*records, records[0]])
    (folder / "part.jsonl").write_text(lines, encoding="utf-8")
    with zipfile.ZipFile(folder / "some.zip", "w") as archive:
        archive.writestr("empty.txt", "")
        archive.writestr("one.txt", "One\n" + article("second reading", 61))
        archive.writestr("two.txt", "Two\n" + article("third reading", 62))
    return folder


def held(folder: Path) -> tuple[Any, ...]:
    """Return all that a store holds: its lines, its ledger, the versions."""
    with Store.read(folder) as store:
        return sorted(store.nquads().splitlines()), store.articles(), extractors(store)


def told(report: Report) -> list[tuple[str, str, int, str, tuple[str, ...]]]:
    return [(one.place, one.result, one.events, one.problem, one.notices) for one in report.outcomes]


def test_the_parts_make_the_store_that_one_process_makes(inputs: Path, tmp_path: Path) -> None:
    serial = build([inputs], tmp_path / "serial")
    parts = build_in_parts([inputs], tmp_path / "parts", here)
    assert held(tmp_path / "parts") == held(tmp_path / "serial")
    assert told(parts) == told(serial)
    assert {"day-1", "day-1-2"} <= {one.place for one in parts.outcomes}
    assert not (tmp_path / "parts.parts").exists()


def test_only_what_changed_is_extracted(inputs: Path, tmp_path: Path) -> None:
    for folder in ("serial", "parts"):
        build([inputs], tmp_path / folder)
    (inputs / "new.txt").write_text("New\n" + article("first reading", 77), encoding="utf-8")
    (inputs / "day-0.md").write_text("A new text\n" + article("first reading", 99), encoding="utf-8")
    serial = build([inputs], tmp_path / "serial")
    parts = build_in_parts([inputs], tmp_path / "parts", here)
    assert parts.count("read") == 2
    assert told(parts) == told(serial)
    assert held(tmp_path / "parts") == held(tmp_path / "serial")


def test_a_rebuild_replaces_what_was_there(inputs: Path, tmp_path: Path) -> None:
    build([inputs], tmp_path / "store")
    report = build_in_parts([inputs / "day-0.md"], tmp_path / "store", here, rebuild=True)
    assert report.count("read") == 1
    with Store.read(tmp_path / "store") as store:
        assert [one.id for one in store.articles()] == ["day-0"]


class Interrupted(Exception):
    """Somebody pressed Ctrl+C."""


def stopping(after: int) -> Run:
    """Return an engine that stops for good after some parts; it counts what it extracts."""

    def run(job: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        for number, task in enumerate(tasks):
            if job.__name__ == "extracted" and number == after:
                raise Interrupted
            yield number, job(task)

    return run


def test_an_interrupted_build_goes_on_where_it_was(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([inputs], tmp_path / "serial")
    with pytest.raises(Interrupted):
        build_in_parts([inputs], tmp_path / "store", stopping(after=5))
    first, *_ = sorted((tmp_path / "store.parts").iterdir())
    first.write_bytes(first.read_bytes()[:-30])  # cut off, as by a full disk
    from graph.scale import parts

    read, again = parts.read_account, list[str]()
    monkeypatch.setattr(parts, "read_account", lambda one: again.append(one.id) or read(one))
    report = build_in_parts([inputs], tmp_path / "store", here)
    assert len(again) == report.count("read") - 4
    assert held(tmp_path / "store") == held(tmp_path / "serial")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
@pytest.mark.parametrize(
    ("engine", "after"),
    [(processes, True), (dask, False), (dask, True)],
    ids=["processes, after its part", "Dask, before its part", "Dask, after its part"],
)
def test_a_killed_worker_costs_nothing_but_time(
    engine: Callable[[int], AbstractContextManager[Run]], after: bool, inputs: Path, tmp_path: Path
) -> None:
    build([inputs], tmp_path / "serial")
    mark = tmp_path / "killed"
    with engine(2) as run:
        report = build_in_parts([inputs], tmp_path / "store", losing(run, mark, after=after))
    assert mark.exists()
    assert report.count("read") == 12
    assert held(tmp_path / "store") == held(tmp_path / "serial")


def test_any_address_of_fsspec_is_read(inputs: Path, tmp_path: Path) -> None:
    packed = tmp_path / "all.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted(inputs.glob("*.md")):
            archive.write(file, f"deep/{file.name}")
    parts = f"file://{tmp_path}/elsewhere"
    build(sorted(inputs.glob("*.md")), tmp_path / "serial")
    report = build_in_parts([f"zip://deep/*.md::file://{packed}"], tmp_path / "store", here, parts=parts)
    assert report.count("read") == 3
    assert held(tmp_path / "store") == held(tmp_path / "serial")
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("file:///nowhere/at/all", "no such file or folder"),
        ("nonsense://x", "Protocol not known"),
        ("s3://bucket/news", "s3fs"),
    ],
)
def test_an_address_that_cannot_be_read_is_told(address: str, problem: str, tmp_path: Path) -> None:
    report = build_in_parts([address], tmp_path / "store", here)
    assert [problem in one.problem for one in report.outcomes] == [True]


def test_a_file_that_changes_meanwhile_is_told_and_nothing_is_saved(inputs: Path, tmp_path: Path) -> None:
    def run(job: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        yield from here(job, tasks)
        (inputs / "day-0.md").write_text("Something else\n" + article("third reading", 9), encoding="utf-8")

    with pytest.raises(InputError, match=r"day-0\.md: it changed while it was read"):
        build_in_parts([inputs], tmp_path / "store", run)
    with Store.read(tmp_path / "store") as store:
        assert store.articles() == ()


def test_a_worker_of_another_version_is_refused(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.scale import parts

    monkeypatch.setattr(parts, "EXTRACTOR", "lawpath 0.0.9 00000000")
    with pytest.raises(EngineError, match="another version of the program"):
        build_in_parts([inputs], tmp_path / "store", here)


def test_a_server_needs_a_place_for_the_parts(inputs: Path) -> None:
    with pytest.raises(EngineError, match="--parts"):
        build_in_parts([inputs], Path("http://127.0.0.1:9"), here)


def test_the_command_builds_in_processes(inputs: Path, tmp_path: Path) -> None:
    words = [
        "build",
        str(inputs),
        "--store",
        str(tmp_path / "store"),
        "--engine",
        "processes",
        "--workers",
        "2",
    ]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 1  # something was refused
    assert result.stdout.startswith("12 read, 0 unchanged, 2 refused")
    build([inputs], tmp_path / "serial")
    assert held(tmp_path / "store") == held(tmp_path / "serial")


def test_a_missing_dask_is_told_with_its_remedy(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    words = ["build", str(inputs), "--store", str(tmp_path / "store"), "--engine", "dask"]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 1
    assert "Dask is not installed (pip install -r requirements-dask.txt" in result.stderr
    assert "--engine processes" in result.stderr


def test_a_scheduler_belongs_to_dask(inputs: Path, tmp_path: Path) -> None:
    words = ["build", str(inputs), "--store", str(tmp_path / "s"), "--scheduler", "tcp://127.0.0.1:9"]
    assert CliRunner().invoke(app, words).exit_code == 2
