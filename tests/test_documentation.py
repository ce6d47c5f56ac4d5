"""What is written about the program names what is there: commands, word lists, files behind links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.commands.register import COMMANDS
from graph.lexicons import ROOT

SCREENSHOTS = ROOT / "docs" / "screenshots"
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "data").glob("**/README.md")),
    ROOT / "docs" / "time.md",
    ROOT / "ontology" / "README.md",
    ROOT / "graph" / "language" / "training" / "README.md",
]


def test_every_command_is_in_the_readme() -> None:
    text = PAGES[0].read_text(encoding="utf-8")
    assert {name for name in COMMANDS if f"**{name}**" not in text} == set()


def test_every_command_line_in_the_readme_names_a_command() -> None:
    text = PAGES[0].read_text(encoding="utf-8")
    assert set(re.findall(r"^\$ python -m graph (\w+)", text, re.MULTILINE)) <= set(COMMANDS)


def test_every_word_list_has_its_line() -> None:
    folder = ROOT / "data" / "lexicon"
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(folder.glob("*.toml")) if f"| `{path.name}` |" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    pictures = SCREENSHOTS.is_dir()  # taken from running pages; may be missing meanwhile
    local = [link for link in links if "://" not in link and (pictures or "screenshots/" not in link)]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_the_query_of_the_readme_is_the_file() -> None:
    text = PAGES[0].read_text(encoding="utf-8")
    (shown,) = re.findall(r"```sparql\n(.*?)```", text, re.DOTALL)
    assert shown in (ROOT / "docs" / "promised.rq").read_text(encoding="utf-8")
