"""A store on a server: Oxigraph's own, started here; and what is no server, or none that lets us in."""

from __future__ import annotations

import http.server
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner, Result

from graph.__main__ import app
from graph.errors import QueryError, StoreError
from graph.model import Collection
from graph.rdf.carried import extractors
from graph.rdf.mapping import collection_in_order
from graph.rdf.ontology import vocabulary
from graph.rdf.places import address_of
from graph.rdf.remote import RemoteStore, ask_server, open_store, read_store
from graph.rdf.server import Server
from graph.rdf.store import Store
from graph.rdf.terms import VOCABULARY
from tests.rdf import accounts
from tests.rdf.test_export import BOTH

FOREIGN = ox.NamedNode("https://example.org/mine")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def running() -> Iterator[str]:
    """The address of an empty server."""
    program = shutil.which("oxigraph")
    if program is None:
        pytest.skip("the oxigraph server (requirements-dev.txt) is not installed")
    address = f"127.0.0.1:{free_port()}"
    server = subprocess.Popen(
        [program, "serve", "--bind", address], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(600):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", int(address.rpartition(":")[2]))) == 0:
                    break
            time.sleep(0.05)
        yield f"http://{address}"
    finally:
        server.kill()
        server.wait()


@pytest.fixture
def address(running: str) -> str:
    """A server that holds nothing but a graph of somebody else."""
    server = Server(running)
    for row in server.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"):
        server.delete(row["g"])
    server.put(FOREIGN, b"<a:a> <a:b> <a:c> .\n")
    return running


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def lines(store: Store) -> list[bytes]:
    return sorted(store.nquads().splitlines())


def test_what_is_written_is_on_the_server_and_read_from_there(address: str) -> None:
    with RemoteStore.on(address) as store, Store.memory(BOTH, extractor="1") as here:
        assert store.articles() == ()
        assert set(store.replace_all(BOTH.accounts, extractor="1")) == {"arkania-water", "sarvia-pardon"}
        assert store.replace_assessments(BOTH)
        assert lines(store) == lines(here)
        with read_store(address) as again:
            assert lines(again) == lines(here)
            assert again.articles() == here.articles()
            assert extractors(again) == extractors(here)
            assert again.collection() == collection_in_order(BOTH)


def test_the_same_again_writes_nothing_and_a_change_replaces_the_whole_article(address: str) -> None:
    with open_store(address) as store:
        store.replace_all(BOTH.accounts)
    with open_store(address) as store:
        assert store.replace_all(BOTH.accounts) == ()
        assert store.replace(replace(accounts.water(), positions=()))
    with read_store(address) as store:
        assert store.account("arkania-water").positions == ()
        assert len(store.account("sarvia-pardon").positions) == 6


def test_what_others_keep_on_the_server_stays_and_is_not_taken_for_ours(address: str) -> None:
    with open_store(address) as store:
        store.replace(accounts.water())
        store.remove("arkania-water")
        assert lines(store) == []
    server = Server(address)
    assert server.ask(f"ASK {{ GRAPH {FOREIGN} {{ ?s ?p ?o }} }}")
    assert not server.ask('ASK { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), "arkania")) }')


def test_questions_find_the_classes_of_the_vocabulary(address: str) -> None:
    with open_store(address) as store:
        store.replace_all(BOTH.accounts)
    asked = f"SELECT (COUNT(*) AS ?n) {{ GRAPH {VOCABULARY} {{ ?s ?p ?o }} }}"
    assert ask_server(address, asked).rows == ((str(len(vocabulary())),),)


def test_queries_are_answered_over_all_articles_together(address: str) -> None:
    with open_store(address) as store:
        store.replace_all(BOTH.accounts)
        store.replace_assessments(BOTH)
    text = "SELECT DISTINCT ?n { ?c lp:factuality lpf:promised ; lp:attributedTo/lp:name ?n } ORDER BY ?n"
    assert ask_server(address, text).rows == (("Ilmar Tosk",), ("Petra Alven",))
    assert ask_server(address, text, most=1).cut
    assert ask_server(address, "ASK { ?e lp:status lpf:promised }").yes
    made = ask_server(address, "CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e lp:status ?s ; rdfs:label ?l }")
    assert made.turtle.count("rdfs:label") == len(BOTH.assessments)


@pytest.mark.parametrize("text", ["SELECT ?x WHERE { ?x ", "DROP ALL", "SELECT * { SERVICE <http://a/> {} }"])
def test_what_is_no_query_never_leaves(text: str) -> None:
    with pytest.raises(QueryError, match=r"line 1, column \d+"):
        ask_server("http://127.0.0.1:9", text)


def test_the_commands_work_on_a_server(address: str, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "Parliament adopts the water bill\nParliament of Arkania adopted the water bill in its first reading"
        " on Saturday by 41 votes to 7.\n",
        encoding="utf-8",
    )
    words = (tmp_path / "one.txt", "--store", address, "--published", "2031-03-02")
    assert run("build", *words).stdout.startswith("1 read, 0 unchanged, 0 refused")
    assert run("build", *words).stdout.startswith("0 read, 1 unchanged, 0 refused")
    assert "First reading of the water bill" in run("events", "--store", address).stdout
    assert "water bill" in run("bills", "--store", address).stdout
    assert "Parliament" in run("actors", "--store", address).stdout
    assert "First reading" in run("query", "timeline", "--store", address, "--set", "bill=water").stdout
    assert run("check", "shapes", "--store", address).exit_code == 0
    exported = run("export", "--store", address, "--format", "nquads", "-o", tmp_path / "all.nq")
    assert exported.exit_code == 0, exported.output
    folder = tmp_path / "store"
    assert run("build", tmp_path / "one.txt", "--store", folder, "--published", "2031-03-02").exit_code == 0
    run("export", "--store", folder, "--format", "nquads", "-o", tmp_path / "same.nq")
    assert (tmp_path / "all.nq").read_bytes() == (tmp_path / "same.nq").read_bytes()


def test_what_makes_no_sense_on_a_server_is_refused(address: str, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A title\nParliament met.", encoding="utf-8")
    rebuilt = run("build", tmp_path / "one.txt", "--store", address, "--rebuild")
    assert rebuilt.exit_code == 1
    assert "cannot be replaced in one step" in rebuilt.stderr
    assert run("serve", "--store", address).exit_code == 2


class _Answering(http.server.BaseHTTPRequestHandler):
    """Answers every request with the same status and words."""

    status, words = 200, b""

    def do_POST(self) -> None:
        """Answer."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(self.words)))
        self.end_headers()
        self.wfile.write(self.words)

    do_PUT = do_POST  # the names that http.server looks for

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("answer", "words", "problem"),
    [
        (401, b"", r"lets only those in who log in \(status 401\).*knows no passwords"),
        (404, b"", r"what answers is no SPARQL server \(query is not there"),
        (301, b"", r"answers with status 301"),
        (500, b"out of\n order", r"answers with status 500: out of order"),
        (200, b"<html>hello</html>", r"what answers is no SPARQL server"),
        (200, b'{"head": {}, "boolean": true}', r"rows were asked for"),
    ],
)
def test_what_answers_otherwise_is_told_in_plain_words(answer: int, words: bytes, problem: str) -> None:
    kind = type("Answering", (_Answering,), {"status": answer, "words": words})
    with http.server.HTTPServer(("127.0.0.1", 0), kind) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            address = f"http://127.0.0.1:{server.server_port}"
            with pytest.raises(StoreError, match=problem):
                open_store(address)
            told = run("events", "--store", address)
            assert told.exit_code == 1
            assert "Traceback" not in told.output
        finally:
            server.shutdown()


def test_nobody_there_is_told() -> None:
    with pytest.raises(StoreError, match=r"cannot be reached.*start it, or look at the address"):
        read_store(f"http://127.0.0.1:{free_port()}")
    with pytest.raises(StoreError, match="must name a host"):
        read_store("http://:80")
    with pytest.raises(StoreError, match="and no user"):
        read_store("http://me:secret@127.0.0.1:80")


def test_a_server_that_does_not_answer_in_time_is_told() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(StoreError, match=r"did not answer within 0\.2 seconds"):
            ask_server(f"http://127.0.0.1:{silent.getsockname()[1]}", "ASK { ?s ?p ?o }", seconds=0.2)


def test_an_answer_that_is_too_long_is_told(address: str) -> None:
    with pytest.raises(QueryError, match="more than 10 bytes"):
        Server(address).select("SELECT * { ?s ?p ?o }", most=10)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("http://127.0.0.1:7878", "http://127.0.0.1:7878"),
        (Path("http://127.0.0.1:7878/ds/"), "http://127.0.0.1:7878/ds"),
        (Path("https://example.org"), "https://example.org"),
        (Path("store"), None),
        ("http", None),
    ],
)
def test_addresses_are_told_from_folders(place: Path | str, found: str | None) -> None:
    assert address_of(place) == found


def test_an_empty_server_is_an_empty_store(address: str) -> None:
    with read_store(address) as store:
        assert store.collection() == Collection()
