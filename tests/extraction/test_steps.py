"""Coverage of the ways in which news tells a step: `tests/cases/steps/TYPE.toml` lists sentences."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from graph.articles import read_pasted
from graph.extraction.draft import Draft
from graph.extraction.steps import RULES, read
from graph.terms import COARSER

STEPS = sorted((Path(__file__).parent.parent / "cases" / "steps").glob("*.toml"))


def draft_of(sentence: str) -> Draft:
    """Return what is read of a sentence after one that names what it is about."""
    topic = next((name for name in ("Water Act", "directive") if name in sentence), "Water Bill")
    name = "water directive" if topic == "directive" else topic
    text = f"The {name} has many critics. {sentence}"
    return read(read_pasted(text, title="", published=dt.date(2026, 2, 6)), RULES)


@pytest.mark.parametrize("path", STEPS, ids=lambda path: path.stem)
def test_every_way_to_tell_a_step_is_read(path: Path) -> None:
    table, missed = tomllib.loads(path.read_text(encoding="utf-8")), list[str]()
    for told in table["told"]:
        for sentence in told["sentences"]:
            mentions = draft_of(sentence).mentions
            found = {(str(m.type), COARSER.get(str(m.status), str(m.status))) for m in mentions}
            if (table["type"], told["status"]) not in found:
                missed.append(f"{told['status']}: {sentence} {sorted(found)}")
    assert missed == []
