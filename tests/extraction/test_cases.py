"""One phenomenon a file: `tests/cases/extraction/*.toml` gives a text and what must and must not be read."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from graph.articles import read_pasted
from graph.extraction.steps import RULES
from graph.linking.account import read_account
from graph.records import extraction_record

CASES = sorted((Path(__file__).parent.parent / "cases" / "extraction").glob("*.toml"))


def record_of(case: dict[str, Any]) -> dict[str, Any]:
    published = case.get("published")
    assert published is None or isinstance(published, dt.date)
    article = read_pasted(case["text"].strip(), title=case.get("title", ""), published=published)
    return extraction_record(read_account(article, RULES))


def fits(event: dict[str, Any], wanted: dict[str, Any]) -> bool:
    for key, value in wanted.items():
        if key in ("agent", "recipient", "affected"):
            names = [part["name"] for part in event["participants"] if part["role"] == key]
            if not any(value.lower() in name.lower() for name in names):
                return False
        elif key == "bill":
            if value.lower() not in (event["bill"] or "").lower():
                return False
        elif key == "votes":
            if any((event["votes"] or {}).get(k) != v for k, v in value.items()):
                return False
        elif event[key] != value:
            return False
    return True


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    record = record_of(case)
    told = "\n".join(
        f"  {e['type']} {e['status']} {e['outcome']} {e['start']}..{e['end']} "
        f"{e['participants']} {e['votes']}"
        for e in record["events"]
    )
    for wanted in case.get("event", []):
        found = [event for event in record["events"] if fits(event, wanted)]
        assert len(found) == 1, f"{case['name']}: {len(found)} events fit {wanted}\n{told}"
    for unwanted in case.get("absent", []):
        assert not any(fits(event, unwanted) for event in record["events"]), (
            f"{case['name']}: {unwanted}\n{told}"
        )
    if "bills" in case:
        names = sorted(bill["name"] for bill in record["bills"])
        assert names == sorted(case["bills"]), f"{case['name']}: {names}"
    for name in case.get("actors", []):
        assert name in [actor["name"] for actor in record["actors"]], f"{case['name']}: {record['actors']}"
    for name in case.get("no_actors", []):
        assert name not in [actor["name"] for actor in record["actors"]], case["name"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_quotes_stand_at_their_offsets(path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    text, title = case["text"].strip(), case.get("title", "")
    for event in record_of(case)["events"]:
        assert event["quotes"]
        for quote in event["evidence"]:
            part = title if quote["part"] == "title" else text
            assert part[quote["start"] : quote["end"]] == quote["text"]


def test_undated_articles_get_no_absolute_day() -> None:
    path = next(path for path in CASES if path.stem == "undated-article")
    record = record_of(tomllib.loads(path.read_text(encoding="utf-8")))
    assert record["events"]
    assert all(event["start"] is None and event["end"] is None for event in record["events"])
