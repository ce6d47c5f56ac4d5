"""The same articles and judgements give the same bytes, whatever the hash seed, the order, the builds."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.commands.tables import Format
from graph.lexicons import ROOT
from graph.linking.corrections.anchoring import Anchor
from graph.linking.corrections.fields import Thing
from graph.linking.corrections.judgements import Judgement, Target
from graph.linking.corrections.log import NAME, append
from graph.rdf.store import Store
from graph.terms import Verdict

ARTICLES = {
    "one.txt": """Parliament adopts the water bill
Parliament of Arkania adopted the water bill in its first reading on Saturday by 41 votes to 7. It must
be adopted in a second reading next week. President Ada Holm supports the bill.
""",
    "two.md": """---
title: Arkania's water bill faces a second vote
published: 2031-03-05
---

The Parliament of Arkania will vote on the water bill in a second reading on Friday, Speaker Jon Vik said. The
opposition Green League rejects the bill. President Holm promised to sign it "the day after". The bill was
introduced by Environment Minister Mia Lund in January.
""",
    "three.json": json.dumps(
        {
            "id": "three",
            "title": "Holm signs",
            "published": "2031-03-12",
            "text": "President Ada Holm signed the water bill on Monday. Parliament passed it on Friday by"
            " 44 votes to 9, with three abstentions. It will come into force on 1 July, unless the court"
            " objects.",
        }
    ),
}


def _target(article: str, words: str, kind: str) -> Target:
    return Target(article, Thing.CLAIM, Anchor("text", words), (("type", kind),))


VOTE = _target("one", "It must\nbe adopted in a second reading next week.", "second-reading")
SIGNED = _target("three", "President Ada Holm signed the water bill on Monday.", "assent")
PASSED = _target(
    "three", "Parliament passed it on Friday by 44 votes to 9, with three abstentions.", "passage"
)
NOON = dt.datetime(2031, 3, 20, 12, tzinfo=dt.UTC)
JUDGEMENTS = (
    Judgement(Verdict.CHANGE, "Ana Díaz", NOON, "it says so", SIGNED, None, (("window", "2031-03-09"),)),
    Judgement(Verdict.SAME, "Ana Díaz", NOON, "one vote", VOTE, PASSED),
    Judgement(
        Verdict.CHANGE,
        "Ben",
        NOON,
        "a misprint",
        Target("two", Thing.ARTICLE),
        None,
        (("published", "2031-03-06"),),
    ),
)

RUN = """
import sys
from graph.__main__ import app
from graph.commands.tables import Format

def lawpath(*words):
    app(list(words), standalone_mode=False)

how, *inputs = sys.argv[1:]
for batch in [inputs] if how == "together" else [[one] for one in inputs]:
    lawpath("build", *batch, "--store", "store", "--published", "2031-03-02")
for format in Format:
    lawpath("export", "--store", "store", "--format", format.value, "-o", f"all.{format.value}")
lawpath("export", "--store", "store", "--data-only", "-o", "data.ttl")
lawpath("export", "--store", "store", "--format", "csv", "-o", "tables.zip")
for table in ("events", "actors", "bills"):
    lawpath(table, "--store", "store", "--format", "json", "-o", f"{table}.json")
"""


def digests(folder: Path, seed: int, how: str, names: list[str]) -> dict[str, str]:
    """Build and export in a process of its own; return the digest of each file that came out."""
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "store").mkdir()
    append(folder / "store" / NAME, JUDGEMENTS)
    subprocess.run(
        [sys.executable, "-W", "error", "-c", RUN, how, *names],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    made = [path for path in folder.iterdir() if path.is_file() and path.name not in ARTICLES]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(made)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reference")


@pytest.fixture(scope="module")
def reference(made: Path) -> dict[str, str]:
    return digests(made, 0, "together", ["one.txt", "two.md", "three.json"])


def test_every_format_came_out(reference: dict[str, str]) -> None:
    expected = {f"all.{format.value}" for format in Format} | {"data.ttl", "tables.zip"}
    assert reference.keys() == expected | {"events.json", "actors.json", "bills.json"}
    assert len(set(reference.values())) == len(reference)


def test_every_judgement_was_carried_out(reference: dict[str, str], made: Path) -> None:
    with Store.read(made / "store") as store:
        found = [one for account in store.collection().accounts for one in account.corrections]
    assert {one.id for one in found} == {one.id for one in JUDGEMENTS}
    assert [one.problem for one in found if one.problem] == []


@pytest.mark.parametrize(
    ("seed", "how", "names"),
    [
        (1, "together", ["three.json", "one.txt", "two.md"]),
        (2, "together", ["two.md", "three.json", "one.txt"]),
        (3, "together", ["."]),
        (1, "one by one", ["one.txt", "two.md", "three.json"]),
        (2, "one by one", ["three.json", "two.md", "one.txt"]),
    ],
)
def test_the_same_bytes_come_out(
    seed: int, how: str, names: list[str], reference: dict[str, str], tmp_path: Path
) -> None:
    assert digests(tmp_path, seed, how, names) == reference
