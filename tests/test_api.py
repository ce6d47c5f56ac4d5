"""The public names of the package: all there, from their modules, and imported only when used."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import graph
from graph.lexicons import ROOT
from graph.pipeline import EXTRACTOR

HEAVY = ("spacy", "pandas", "streamlit", "rdflib", "pyoxigraph", "networkx", "trafilatura", "pyshacl")


def python(code: str) -> str:
    """Run code in a process of its own, with warnings as errors, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_all_is_sorted_and_without_doubles() -> None:
    assert graph.__all__ == sorted(set(graph.__all__))


def test_all_is_the_namespace() -> None:
    told = python(
        "import graph, types; [getattr(graph, name) for name in graph.__all__];"
        "print(*(n for n, v in vars(graph).items() if not n.startswith('_')"
        " and not isinstance(v, types.ModuleType) and n not in ('annotations', 'TYPE_CHECKING')))"
    )
    assert sorted(told.split()) == [name for name in graph.__all__ if name != "__version__"]


def test_checkers_and_programs_see_the_same_names() -> None:
    tree = ast.parse(Path(graph.__file__).read_text(encoding="utf-8"))
    seen = {
        node.module: sorted(alias.name for alias in node.names)
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom) and node.module
    }
    homes: dict[str, str] = vars(graph)["_HOMES"]
    assert seen == {home: sorted(names.split()) for home, names in homes.items()}


@pytest.mark.parametrize("name", graph.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    found = getattr(graph, name)
    assert name in dir(graph)
    if name != "__version__":
        assert found.__doc__
        assert found.__module__.startswith("graph.")


def test_no_name_hides_a_module() -> None:
    modules = {path.stem for path in (ROOT / "graph").iterdir() if path.stem[0] != "_"}
    assert modules & set(graph.__all__) == set()


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'colect'"):
        vars(graph)["__getattr__"]("colect")


def test_everything_can_be_imported_at_once() -> None:
    assert python("from graph import *; print(collect.__name__, Store.__name__)") == "collect Store\n"


RUN = "import runpy; sys.argv = ['graph', *{words}]; runpy.run_module('graph', run_name='__main__')"


@pytest.mark.parametrize(
    "start", ["import graph", RUN.format(words=["--help"]), RUN.format(words=["build", "--help"])]
)
def test_help_loads_nothing_heavy(start: str) -> None:
    told = python(
        f"import sys\ntry:\n    {start}\nexcept SystemExit as end:\n    assert not end.code\n"
        f"print('loaded:', *sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    assert told.splitlines()[-1] == "loaded:"


def test_the_version_is_stated_once_for_all() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert graph.__version__ == project["version"]
    assert EXTRACTOR.split()[1] == project["version"]
    assert f"## {graph.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_a_whole_way_by_public_names_alone(tmp_path: Path) -> None:
    article = graph.read_pasted("Vote\nThe Senate passed the water bill on Monday by 41 votes to 7.")
    collection = graph.collect([graph.read_account(article)])
    with graph.Store.build(tmp_path / "store", collection) as store:
        assert graph.export(store, "turtle", tmp_path / "all.ttl") > 0
    assert graph.check_shapes(tmp_path / "all.ttl") == ()
    (event,) = graph.library(collection).assessments.values()
    assert (event.type, event.status) == (graph.EventType.PASSAGE, graph.Factuality.HAPPENED)
    assert graph.tables(collection)["events"][0]["type"] == "passage"
    assert len(graph.open_dataset(tmp_path / "store")) > 0
