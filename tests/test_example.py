"""What docs/time.md shows is what the program prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.lexicons import ROOT

PAGE = ROOT / "docs" / "time.md"


def shown() -> list[tuple[str, list[str]]]:
    """Return each command of the page with the lines that it is said to print."""
    blocks = re.findall(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    found = list[tuple[str, list[str]]]()
    for line in "".join(blocks).splitlines():
        if line.startswith("$ "):
            found.append((line.removeprefix("$ python -m graph "), []))
        else:
            found[-1][1].append(line)
    return found


def fits(told: str, printed: str) -> bool:
    """Whether a line is what the page shows of it: `…` at its end stands for the rest."""
    return printed.startswith(told[:-1].rstrip()) if told.endswith("…") else printed.rstrip() == told.rstrip()


def test_every_line_of_the_page_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    store = str(tmp_path / "example")
    for command, lines in shown():
        words = [store if word == "example" else word for word in shlex.split(command)]
        printed = CliRunner().invoke(app, words).stdout.splitlines()
        ahead = iter(printed)
        for line in filter(None, lines):
            if line == "…":
                continue
            told = line.replace("store: example", f"store: {store}")
            assert any(fits(told, one) for one in ahead), (command, line, printed)
