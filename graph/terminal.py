"""What commands print: results to standard output or a file, messages and progress to standard error."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import typer

from graph.errors import LawpathError

DONE, FAILED = 0, 1


def message(text: str) -> None:
    """Print a message to standard error."""
    typer.echo(text, err=True)


@contextmanager
def errors_told() -> Iterator[None]:
    """Turn an error that is meant for users into its message and exit code 1.

    Raises:
        typer.Exit: after an error was told.
    """
    try:
        yield
    except LawpathError as error:
        message(f"error: {error}")
        raise typer.Exit(FAILED) from error
    except BrokenPipeError as error:  # the reader of a pipe has seen enough
        raise typer.Exit(FAILED) from error


@contextmanager
def output(path: Path | None) -> Iterator[IO[str]]:
    """Give standard output, or a file that is written whole or not at all."""
    if path is None:
        yield sys.stdout
        return
    import io

    from graph.rdf.files import written_whole

    text = io.StringIO(newline="\n")
    yield text
    with written_whole(path) as file:
        file.write(text.getvalue().encode("utf-8", "replace"))


def progress(text: str) -> None:
    """Show where a long command is, on one line of a terminal; nothing elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[2K{text[:100]}")
        sys.stderr.flush()


def bar(what: str, done: int, total: int, width: int = 30) -> str:
    """Return how far something is, as `extracting ████░░░░ 12 of 24`."""
    full = width * done // total if total else width
    return f"{what} {'█' * full}{'░' * (width - full)} {done:,} of {total:,}"


def progress_over() -> None:
    """Clear the line of `progress`."""
    progress("")


def json_line(record: Mapping[str, Any]) -> str:
    """Return a record as one line of JSON."""
    return json.dumps(record, ensure_ascii=False, default=str) + "\n"


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _plain(value: object) -> str:
    """Return a cell as one line without control characters, so that a text cannot steer the terminal."""
    text = (
        "" if value is None else "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    )
    return "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)


def table(rows: Sequence[Mapping[str, object]], columns: Sequence[str], widest: int = 48) -> str:
    """Return rows as an aligned table; longer cells are shortened with an ellipsis."""
    cells = [[_shortened(_plain(row.get(column)), widest) for column in columns] for row in rows]
    widths = [max([_width(c), *(_width(row[n]) for row in cells)]) for n, c in enumerate(columns)]
    lines = [_line(list(columns), widths), _line(["─" * width for width in widths], widths)]
    return "\n".join(lines + [_line(row, widths) for row in cells]) + "\n"


def _shortened(text: str, widest: int) -> str:
    return text if len(text) <= widest else text[: widest - 1] + "…"


def _line(cells: Iterable[str], widths: Sequence[int]) -> str:
    return "  ".join(
        cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
    ).rstrip()
