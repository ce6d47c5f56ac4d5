"""The command for the class room: lesson."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.commands.options import AsOf, Folder, bill_named, day, open_library
from graph.terminal import errors_told


def lesson(
    store: Folder,
    bill: Annotated[str, typer.Option(help="Name or identifier of a bill.")],
    out: Annotated[Path, typer.Option("-o", "--output", help="File to write, whole or not at all.")],
    as_of: AsOf = None,
) -> None:
    """Write one HTML file about a bill that works without a network: steps, timeline, quiz, worksheet."""
    from graph.rdf.files import written_whole

    with errors_told():
        shelf = open_library(store, day(as_of, "--as-of"))
        identity = str(bill_named(shelf, bill))
        from graph.ui.lesson.page import lesson as made  # loads Streamlit: not before the words are right

        content = made(shelf, identity)
        with written_whole(out) as file:
            file.write(content)
    typer.echo(f"wrote {out}: {shelf.name(identity)}, {round(len(content) / 1000)} kB")
