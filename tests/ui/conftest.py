"""Pages without a browser: each run as Streamlit runs it, over a small store of its own environment."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from graph.lexicons import ROOT

Show = Callable[..., AppTest]
LIMIT = 60  # seconds; reading an article loads the language model first


@pytest.fixture
def show(small_store: Path, monkeypatch: pytest.MonkeyPatch) -> Show:
    """Return a function that runs a page of `graph.ui` with some parameters in its address."""
    monkeypatch.setenv("LAWPATH_STORE", str(small_store))

    def run(module: str, **parameters: str | list[str]) -> AppTest:
        script = f"import graph.ui.{module}\ngraph.ui.{module}.page()\n"
        shown = AppTest.from_string(script, default_timeout=LIMIT)
        for name, value in parameters.items():
            shown.query_params[name] = value
        return shown.run()

    return run


@pytest.fixture
def own_store(small_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small store that a test may write to; the pages read it."""
    folder = tmp_path / "store"
    shutil.copytree(small_store, folder)
    monkeypatch.setenv("LAWPATH_STORE", str(folder))
    return folder


@pytest.fixture
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place where there is no store yet; the pages look for it there."""
    folder = tmp_path / "nothing"
    monkeypatch.setenv("LAWPATH_STORE", str(folder))
    return folder


def app() -> AppTest:
    """Return the whole app at its first page, not yet run."""
    return AppTest.from_file(ROOT / "graph" / "ui" / "explorer.py", default_timeout=LIMIT)


def pictures(shown: AppTest, name: str) -> list[dict[str, Any]]:
    """Return what the page gives to the drawings of a kind: "cards", "links", "evidence", …"""
    found = [one.proto for one in shown.get("bidi_component")]
    return [json.loads(one.json)["picture"] for one in found if one.component_name == f"lawpath_{name}"]


def texts(shown: AppTest) -> str:
    """Return what titles, messages and captions of the page say, one a line."""
    kinds = (shown.title, shown.text, shown.markdown, shown.caption, shown.subheader)
    messages = (shown.info, shown.warning, shown.error, shown.success)
    return "\n".join(str(one.value) for kind in (*kinds, *messages) for one in kind)
