"""What several tests share: where the project and, where present, the shared evaluation material stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.lexicons import ROOT

SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the evaluation corpus; tests that need it are skipped where it is missing."""
    if not (SHARED / "eval" / "gold").is_dir():
        pytest.skip("the shared evaluation corpus is not beside this checkout")
    return SHARED
