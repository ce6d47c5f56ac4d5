"""Commands that keep stores: restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.commands.options import Folder
from graph.terminal import errors_told


def restore(
    file: Annotated[Path, typer.Argument(help="Made by `export --format nquads`.")],
    store: Folder,
    log: Annotated[
        Path | None,
        typer.Option("--log", help="Log of judgements to put beside it: the old corrections.jsonl."),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace what the store holds, in one step.")
    ] = False,
) -> None:
    """Make a store of an N-Quads export: the way back from a backup, and to another machine."""
    from graph.rdf.export import sorted_lines
    from graph.rdf.restoring import restore as restored

    with errors_told(), restored(file, store, log=log, replace=replace) as made:
        articles, statements = len(made.articles()), len(sorted_lines(made))
        typer.echo(f"restored {articles} article{'s' * (articles != 1)}, {statements} statements; {store}")
