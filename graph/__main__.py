"""The command line: `python -m graph COMMAND`.

Results go to standard output (or `-o FILE`), messages to standard error. Exit code 0 is done, 1 something was
refused or failed (each named), 2 wrong usage. A command's module is imported when the command is called, and
heavy modules where they are used.
"""

from __future__ import annotations

import typer

from graph.commands.register import Commands

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: drawing boxes takes longer than most commands
)


@app.callback()
def main() -> None:
    """Read news of bills, keep the evidence, and show who did what and what is only promised."""


if __name__ == "__main__":
    app()
