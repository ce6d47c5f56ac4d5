"""What several tests share: where the project and, where present, the shared evaluation material stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.lexicons import ROOT
from graph.rdf.store import Store
from graph.views.library import Library, library

SHARED = ROOT.parent / "shared"
STORY = ROOT / "data" / "articles" / "venezuela-amnesty-2026"
SMALL = (
    "2026-02-05-guacamaya",
    "2026-02-06-latina-noticias",
    "2026-02-07-nasha-niva",
    "2026-02-21-aporrea",
    "2026-02-24-wtop-ap",
)
"""Articles of one story, enough for every page to have something on it."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the evaluation corpus; tests that need it are skipped where it is missing."""
    if not (SHARED / "eval" / "gold").is_dir():
        pytest.skip("the shared evaluation corpus is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the articles of SMALL; read only, whoever writes copies it."""
    from graph.pipeline import build

    folder = tmp_path_factory.mktemp("small") / "store"
    report = build([STORY / f"{name}.md" for name in SMALL], folder)
    assert report.count("read") == len(SMALL)
    return folder


@pytest.fixture(scope="session")
def small_shelf(small_store: Path) -> Library:
    """The same, as the views have it."""
    with Store.read(small_store) as store:
        return library(store.collection())
