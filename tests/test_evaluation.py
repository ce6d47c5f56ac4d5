"""The score card, against figures worked out by hand and, where it is there, the judge's own script."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.articles import read_inputs
from graph.evaluation import overlap, same_name, score
from graph.linking.account import read_account
from graph.model import Article
from graph.records import extraction_record

GOLD: dict[str, Any] = {
    "article": "a",
    "bills": [{"name": "water bill", "aliases": ["water law"]}],
    "actors": [{"name": "Senate", "aliases": []}, {"name": "Ada Holm", "aliases": ["Holm"]}],
    "events": [
        {
            "type": "passage",
            "outcome": "approved",
            "status": "happened",
            "anchors": ["passed the water bill"],
            "bill": "water bill",
            "date": {"earliest": "2026-02-03", "latest": "2026-02-03"},
            "participants": [{"actor": "Senate", "role": "agent"}],
            "votes": {"for": 10, "against": 2, "abstain": None},
        },
        {
            "type": ["assent"],
            "outcome": None,
            "status": ["scheduled"],
            "anchors": ["will sign it"],
            "bill": "water bill",
        },
        {
            "type": "support",
            "outcome": None,
            "status": "happened",
            "anchors": ["Holm backs"],
            "bill": "water bill",
        },
    ],
}
FOUND: dict[str, Any] = {
    "bills": [{"name": "water law"}],
    "actors": [{"name": "the Senate"}, {"name": "House"}],
    "events": [
        {
            "type": "passage",
            "outcome": "approved",
            "status": "happened",
            "bill": "the water bill",
            "start": "2026-02-03",
            "end": "2026-02-03",
            "participants": [{"name": "Senate", "role": "agent"}, {"name": "House", "role": "agent"}],
            "votes": {"for": 10, "against": 2},
            "quotes": ["On Tuesday the Senate passed the water bill.", "Something else."],
        },
        {
            "type": "assent",
            "status": "expected",
            "outcome": None,
            "bill": "x",
            "quotes": ["He will sign it."],
        },
        {"type": "veto", "status": "happened", "quotes": ["No."]},
    ],
}


def test_figures_by_hand() -> None:
    card = score([GOLD], {"a": FOUND})
    stages, strict = card.tallies["stages"], card.tallies["strict stages"]
    assert (stages.hit, stages.gold, stages.system) == (2, 2, 3)
    assert strict.hit == 1
    assert (card.tallies["positions"].hit, card.tallies["positions"].gold) == (0, 1)
    parts = card.tallies["participants"]
    assert (parts.hit, parts.gold, parts.system) == (1, 1, 2)
    rates = {name: (rate.right, rate.of) for name, rate in card.rates.items()}
    assert rates["status"] == (2, 2)
    assert rates["bill"] == (1, 2)
    assert rates["date exact"] == (1, 1)
    assert rates["evidence"] == (2, 3)
    assert card.tallies["actors"].hit == 1
    assert card.tallies["bills"].hit == 1
    assert any("extra veto" in miss for miss in card.misses)


def test_an_article_without_a_record_counts_as_nothing_found() -> None:
    card = score([GOLD], {})
    assert card.tallies["stages"].recall == 0.0
    assert card.rates["status"].accuracy is None


@pytest.mark.parametrize(
    ("name", "names", "same"),
    [
        ("the Senate", ["Senate"], True),
        ("Senator Ada Holm", ["Ada Holm"], True),
        ("Holm", ["Ada Holm"], False),
        ("bill", ["water bill"], False),
        ("", ["x"], False),
    ],
)
def test_names(name: str, names: list[str], same: bool) -> None:
    assert same_name(name, names) is same


def test_overlap_counts_days() -> None:
    assert overlap((1, 7), (7, 7)) == pytest.approx(1 / 7)


def test_same_figures_as_the_judge(shared: Path, tmp_path: Path) -> None:
    gold, inputs = shared / "eval" / "gold", shared / "eval" / "articles"
    names = sorted(path.stem for path in gold.glob("*.json"))[:6]
    records = {}
    for article in read_inputs([inputs / f"{name}.json" for name in names]):
        assert isinstance(article, Article)
        records[article.id] = extraction_record(read_account(article))
    few = tmp_path / "gold"
    few.mkdir()
    for name in names:
        (few / f"{name}.json").write_text(
            (gold / f"{name}.json").read_text(encoding="utf-8"), encoding="utf-8"
        )
    lines = tmp_path / "system.jsonl"
    lines.write_text(
        "".join(json.dumps(record, default=str) + "\n" for record in records.values()), encoding="utf-8"
    )
    command = [sys.executable, "score.py", "--gold", str(few), "--system", str(lines), "--json"]
    judged = json.loads(
        subprocess.run(command, cwd=shared / "eval", capture_output=True, check=True, text=True).stdout
    )
    card = score([json.loads((few / f"{name}.json").read_text(encoding="utf-8")) for name in names], records)
    for name, tally in card.tallies.items():
        assert (tally.hit, tally.gold, tally.system) == tuple(
            judged[name][k] for k in ("hit", "gold", "system")
        ), name
    for name, rate in card.rates.items():
        assert (rate.right, rate.of) == (judged[name]["right"], judged[name]["of"]), name
