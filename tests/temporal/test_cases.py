"""Each phenomenon of time expressions, by the case files in tests/cases/time."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from graph.model import TimeExpression
from graph.temporal import find_expressions

FOLDER = Path(__file__).parent.parent / "cases" / "time"


def cases() -> list[Any]:
    found = []
    for file in sorted(FOLDER.glob("*.toml")):
        read = tomllib.loads(file.read_text(encoding="utf-8"))
        for number, case in enumerate(read["case"], 1):
            found.append(pytest.param(read.get("published"), case, id=f"{file.stem}-{number}"))
    return found


def row(expression: TimeExpression) -> list[str]:
    days = ("" if day is None else day.isoformat() for day in (expression.earliest, expression.latest))
    return [expression.text, expression.type, expression.value, *days]


@pytest.mark.parametrize(("published", "case"), cases())
def test_case(published: dt.date | None, case: dict[str, Any]) -> None:
    found = find_expressions(
        case["text"],
        part="title" if case.get("title") else "text",
        published=published,
        month_first=case.get("month_first"),
    )
    assert [row(expression) for expression in found] == case["expect"]


def test_there_are_cases() -> None:
    assert len(cases()) > 50
