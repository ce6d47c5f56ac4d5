"""What the commands share: options, layouts of tables, and how a bill or a day is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.terminal import FAILED, output, table

if TYPE_CHECKING:
    from graph.views.library import Library

Inputs = Annotated[
    list[str],
    typer.Argument(help="Files, folders or addresses (s3://…): .txt .md .html .json .jsonl .csv .xml .zip"),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication (2026-02-07) for articles that state none."),
]
Folder = Annotated[
    Path, typer.Option("--store", help="Folder of the store, or http:// address of a SPARQL server.")
]
Out = Annotated[Path | None, typer.Option("-o", "--output", help="Write to this file, whole or not at all.")]
LogFile = Annotated[
    Path | None, typer.Option("--log", help="Log of judgements, instead of the one in the store's folder.")
]
AsOf = Annotated[str | None, typer.Option(metavar="DATE", help="Only what articles had told until this day.")]


class Layout(StrEnum):
    """How tables are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def day(text: str | None, option: str) -> dt.date | None:
    """Return the day that an option names; None where it is not given.

    Raises:
        typer.BadParameter: it is no day.
    """
    try:
        return None if text is None else dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is no day; write it like 2026-02-07", param_hint=option
        ) from error


def finish(refused: Sequence[str]) -> None:
    """End with the exit code of failure where anything was refused."""
    if refused:
        raise typer.Exit(FAILED)


def open_library(folder: Path, as_of: dt.date | None = None) -> Library:
    """Return what a store holds, as of a day where one is given."""
    from graph.rdf.remote import read_store
    from graph.views.library import library

    with read_store(folder) as store:
        return library(store.collection(), until=as_of)


def bill_named(shelf: Library, words: str | None) -> str | None:
    """Return the identifier of the bill that some words name.

    Raises:
        typer.BadParameter: none or several are named so.
    """
    return None if words is None else identity_named(shelf, "bill", words, "--bill")


def identity_named(shelf: Library, kind: str, words: str, option: str) -> str:
    """Return the identifier of the bill or actor (`kind`) that some words name.

    Raises:
        typer.BadParameter: none or several are named so.
    """
    from graph.views.overview import search

    if words in shelf.bills or words in shelf.actors:
        return words
    found = [hit for hit in search(shelf, words, most=1_000_000) if hit.page == kind]
    exact = [hit for hit in found if hit.name.casefold() == words.casefold()]
    chosen = exact if len(exact) == 1 else found
    if len(chosen) != 1:
        names = "; ".join(f"{hit.name} ({hit.identity})" for hit in found[:8]) or "none"
        raise typer.BadParameter(f"{len(found)} {kind}s are named {words!r}: {names}", param_hint=option)
    return chosen[0].identity


def print_rows(
    rows: Sequence[Mapping[str, Any]], columns: Sequence[str], layout: Layout, out: Path | None
) -> None:
    """Write rows as a table, as CSV or as JSON."""
    import json

    with output(out) as file:
        if layout is Layout.JSON:
            file.write(json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n")
        elif layout is Layout.CSV:
            from graph.rdf.csvfiles import csv_bytes

            file.write(csv_bytes(rows, columns).decode())
        else:
            file.write(table(rows, columns))
