"""Queries of users run in a process of their own: what it may, what it may not, and how it ends."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from graph.errors import QueryError, StoreMissingError
from graph.lexicons import ROOT
from graph.rdf import answers
from graph.rdf.answers import ask
from graph.rdf.store import Store
from tests.rdf import accounts

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("water") / "store"
    Store.build(folder, accounts.collection()).close()
    return folder


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and what it was asked."""
    hits = list[str]()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            hits.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_GET = do_POST

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sparql", hits
    server.shutdown()
    server.server_close()


def test_the_three_kinds_of_answers(store: Path) -> None:
    rows = ask(
        store, "SELECT ?name ?number { ?b a lp:Bill ; lp:name ?name OPTIONAL { ?b lp:number ?number } }"
    )
    assert (rows.kind, rows.columns, rows.rows) == ("rows", ("name", "number"), (("Water Bill", None),))
    assert ask(store, "ASK { ?e a lp:Assent }").yes
    assert not ask(store, "ASK { ?e a lp:Veto }").yes
    graph = ask(store, "CONSTRUCT { ?b rdfs:label ?name } WHERE { ?b a lp:Bill ; lp:name ?name }")
    assert graph.kind == "triples"
    assert graph.turtle.endswith('rdfs:label "Water Bill" .\n')
    assert "@prefix oa:" not in graph.turtle


def test_the_vocabulary_can_be_asked_with_the_data(store: Path) -> None:
    found = ask(store, "SELECT DISTINCT ?word { ?e a/rdfs:label ?word ; a/rdfs:subClassOf lp:StageEvent }")
    assert {row[0] for row in found.rows} == {"introduction", "vote on the bill", "signature"}


def test_a_runaway_is_stopped_and_leaves_nothing_behind(store: Path) -> None:
    before = sorted(path.name for path in store.iterdir())
    with pytest.raises(QueryError, match="longer than 2 seconds and was stopped"):
        ask(store, RUNAWAY, seconds=2)
    assert sorted(path.name for path in store.iterdir()) == before
    assert ask(store, "ASK {}").yes


def test_a_query_that_ends_its_process_ends_nothing_else(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "check_query", lambda text: None)
    with pytest.raises(QueryError, match="nests too deep, and ended the process"):
        ask(store, "ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_no_server_is_asked_even_where_the_guard_overlooks_it(
    store: Path, canary: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, hits = canary
    text = f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}"
    with pytest.raises(OSError, match="404"):
        list(Store.memory().query(text, trusted=True))  # type: ignore[arg-type]
    assert hits  # so it would, without the limits
    hits.clear()
    monkeypatch.setattr(answers, "check_query", lambda text: None)
    with pytest.raises(QueryError, match="reaches beyond the store"):
        ask(store, text)
    assert hits == []


def test_no_file_is_read(store: Path, tmp_path: Path) -> None:
    (tmp_path / "x.nt").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    file = (tmp_path / "x.nt").as_uri()
    assert ask(store, f"SELECT * FROM <{file}> {{ <urn:a> ?p ?o }}").rows == ()
    with pytest.raises(QueryError, match="can be asked, not changed"):
        ask(store, f"LOAD <{file}>")


def test_the_store_stays_as_it_is(store: Path) -> None:
    with Store.read(store) as opened:
        before = sorted(opened.nquads().splitlines())
    ask(store, "SELECT * { ?s ?p ?o }")
    for change in ("DELETE WHERE { ?s ?p ?o }", "INSERT DATA { <urn:a> <urn:b> 1 }", "CLEAR ALL"):
        with pytest.raises(QueryError):
            ask(store, change)
    with Store.read(store) as opened:
        assert sorted(opened.nquads().splitlines()) == before


def test_rows_are_cut_and_the_answer_says_so(store: Path) -> None:
    found = ask(store, "SELECT * { ?s ?p ?o }", most=7)
    assert len(found.rows) == 7
    assert found.cut
    assert not ask(store, "SELECT * { ?s a lp:Bill }", most=1).cut
    assert ask(store, "CONSTRUCT WHERE { ?s ?p ?o }", most=7).cut


def test_long_cells_are_cut_too(store: Path) -> None:
    doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(21))
    found = ask(store, f'SELECT ?x21 {{ VALUES ?n {{ 1 2 3 4 5 }} BIND("ab" AS ?x0) {doubled} }}')
    assert found.cut
    assert len(found.rows) == 1  # of four million characters


def test_the_store_may_be_open_for_writing_elsewhere(tmp_path: Path) -> None:
    with Store.build(tmp_path / "s", accounts.collection()):
        assert ask(tmp_path / "s", "ASK { ?b a lp:Bill }").yes


def test_a_store_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError):
        ask(tmp_path / "nowhere", "ASK {}")


def test_a_script_needs_no_main_guard(store: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        f"from pathlib import Path\nimport graph\nprint(graph.ask(Path({str(store)!r}), 'ASK {{}}').yes)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("True\n", "")
