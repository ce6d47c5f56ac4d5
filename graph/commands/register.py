"""Which commands there are, where each is, and what the list of commands says of it.

Making the options of all commands takes longer than most commands, so each is made when it is called.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup
from typer.main import get_command

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

COMMANDS = {
    "extract": ("reading", "Print what each article says: one JSON line an article."),
    "dates": ("reading", "Print the time expressions of each article as TIMEX3 with bounds in days."),
    "build": ("reading", "Read articles into a store: extract, correct, link, assess, save."),
    "events": ("tables", "Print the events of a store in the order of time, each merged over all articles."),
    "actors": ("tables", "Print the actors of a store with their offices, those in most events first."),
    "bills": ("tables", "Print the bills of a store."),
    "network": (
        "tables",
        "Print who and which bills stand out among all relations, and who belongs together.",
    ),
    "check": ("checking", "Print findings with quotes; exit code 1 where something is wrong."),
    "correct": ("correcting", "Judge what was read; every judgement is kept and can be undone."),
    "review": (
        "correcting",
        "Print what a person should look at, each with its sentences and commands to judge it.",
    ),
    "questions": ("tables", "List the named questions that `query` answers, or print the SPARQL of one."),
    "query": (
        "tables",
        "Answer a SPARQL query or a named question over a store, read-only, with a time limit.",
    ),
    "export": ("tables", "Write a store to one file, the same bytes for the same content."),
    "restore": (
        "keeping",
        "Make a store of an N-Quads export: the way back from a backup, and to another machine.",
    ),
    "lesson": ("teaching", "Write one HTML file about a bill that works without a network."),
    "evaluate": (
        "reading",
        "Print the score card: precision, recall and F1 of extraction against annotations.",
    ),
    "serve": ("serving", "Open the explorer in the browser."),
}
"""Module and summary of each command. The module has a function of its name, or an `app` of further commands;
the summary is how its documentation begins."""


def made(name: str) -> Command:
    """Return a command, or a group of commands, with its options."""
    module = import_module(f"graph.commands.{COMMANDS[name][0]}")
    function = getattr(module, name, None)
    if function is None:
        return get_command(module.app)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name)(function)
    return get_command(alone)


class Commands(TyperGroup):
    """All commands, each made when it is asked for."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Return the names in the order of the list."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Return one command; where there is none of that name, all are made, so that near ones are named."""
        for name in [cmd_name] if cmd_name in COMMANDS else COMMANDS:
            self.commands.setdefault(name, made(name))
        return self.commands.get(cmd_name)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the list without making any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])
