"""A build that is killed loses nothing that was saved, and the next one goes on; a killed query is told."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.errors import QueryError
from graph.lexicons import ROOT
from graph.rdf import answers
from graph.rdf.store import Store
from tests.rdf import accounts

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")

KILLED = """
import os, signal, sys
from graph.pipeline import build
from graph.rdf.store import Store
from pathlib import Path

put, turns = Store._put, iter(range(100))

def killed(store, graph, triples):
    if next(turns) == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    put(store, graph, triples)

Store._put = killed
build([Path(sys.argv[1])], Path(sys.argv[2]))
"""


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1, 5):
        (folder / f"article-{number}.md").write_text(
            f"---\ntitle: The water bill, day {number}\npublished: 2031-03-0{number}\n---\n\n"
            f"Parliament of Arkania adopted the water bill in its first reading by 4{number} votes to 7.\n",
            encoding="utf-8",
        )
    return folder


def test_a_build_killed_while_it_saves_is_finished_by_the_next(inputs: Path, tmp_path: Path) -> None:
    store, whole = tmp_path / "store", tmp_path / "whole"
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(inputs), str(store), "2"], cwd=ROOT, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    with Store.open(store) as opened:
        assert opened.articles() == ()
    for folder in (store, whole):
        assert CliRunner().invoke(app, ["build", str(inputs), "--store", str(folder)]).exit_code == 0
    with Store.read(store) as one, Store.read(whole) as other:
        assert sorted(one.nquads().splitlines()) == sorted(other.nquads().splitlines())
        assert one.articles() == other.articles()


def test_a_query_whose_process_is_killed_is_told_and_the_next_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "store"
    Store.build(folder, accounts.collection()).close()
    start = subprocess.Popen

    def killed(*given: object, **more: object) -> subprocess.Popen[bytes]:
        worker = start(*given, **more)  # type: ignore[call-overload]
        worker.send_signal(signal.SIGKILL)
        return worker

    with monkeypatch.context() as patch:
        patch.setattr(answers.subprocess, "Popen", killed)
        with pytest.raises(QueryError, match="ended the process that ran it"):
            answers.ask(folder, "ASK { ?s ?p ?o }", seconds=60)
    assert answers.ask(folder, "ASK { ?s ?p ?o }", seconds=60).yes
    assert [path.name for path in folder.glob("snapshot-*")] == []


def test_a_query_that_runs_too_long_leaves_no_copy(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    Store.build(folder, accounts.collection()).close()
    with pytest.raises(QueryError, match="ran longer than 0 seconds and was stopped"):
        answers.ask(folder, "ASK { ?s ?p ?o }", seconds=0)
    assert [path.name for path in folder.glob("snapshot-*")] == []
