"""The lexicons in `data/lexicon/*.toml` and other files that belong to the program.

Lexicons are data: this module only finds and parses them; whoever uses one checks its words. Everybody needs
`ROOT`, few need a lexicon: what parses them is imported then.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.errors import LexiconError

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds `graph/`, `data/` and `ontology/`."""


@lru_cache(maxsize=32)
def load_lexicon(name: str) -> dict[str, Any]:
    """Return the parsed lexicon `data/lexicon/NAME.toml`.

    Raises:
        LexiconError: the file is missing or is no TOML.
    """
    path = ROOT / "data" / "lexicon" / f"{name}.toml"
    return load_toml(path)


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """Return eight hex digits that change with anything that decides what is read from an article: lexicons,
    the language model, the rules themselves.
    """
    import hashlib

    files = [*(ROOT / "data" / "lexicon").iterdir(), ROOT / "data" / "model" / "meta.json"]
    for package in ("language", "temporal", "extraction", "linking"):
        files += (ROOT / "graph" / package).rglob("*.py")
    digest = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file() and path.suffix != ".md"):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]


def load_toml(path: Path) -> dict[str, Any]:
    """Return a parsed TOML file that belongs to the program.

    Raises:
        LexiconError: the file is missing or is no TOML.
    """
    import tomllib

    place = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError as error:
        raise LexiconError("the file is missing", place=place, remedy="install the program again") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"not valid TOML: {error}", place=place) from error
