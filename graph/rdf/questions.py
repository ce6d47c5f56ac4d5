"""The named questions: one file each in `graph/rdf/queries`, plain SPARQL with a head of comments.

A file is called after its place in the list and the question's name, `20-who-did-what.rq`.

::

    # Who did what?                       the title
    #
    # Everyone with a part in …           the description
    #
    # topic: People and bodies
    # parameter: bill (bill)              a name, and of which kind its values are

    SELECT … WHERE {
      VALUES ?bill { UNDEF }              where the value goes; a file as it stands asks about everything
      …

Prefixes are those of `graph.vocabulary`; they need not be written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from graph.errors import LexiconError, QueryError
from graph.rdf.terms import day, node, text

FOLDER = Path(__file__).parent / "queries"
TOPICS = ("The way of a bill", "Time", "People and bodies", "Who says so", "To work on with")
"""What the questions are about."""

Kind = Literal["bill", "actor", "outlet", "day"]

_HEAD = re.compile(
    r"# (?P<title>[^\n]+)\n#\n(?P<description>(?:# [^\n]+\n)+)#\n# topic: (?P<topic>[^\n]+)\n"
    r"(?P<parameters>(?:# parameter: [^\n]+\n)*)\n"
)
_OPEN = re.compile(r"VALUES \?(\w+) \{ UNDEF \}")
_ANY_BILL = re.compile(
    r"^( *)OPTIONAL \{ (\?\w+) lp:bill \?any \}\n *FILTER\(!BOUND\(\?bill\) \|\| \?any = \?bill\)\n",
    re.MULTILINE,
)
"""How a question says that it is about one bill where one is named, and about everything otherwise."""
_PARAMETER = re.compile(r"# parameter: (\w+) \((\w+)\)\n")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be narrowed to: a variable of the query, and of which kind its values are.

    Values of `bill` and `actor` are local identifiers, of `outlet` names, of `day` days such as 2026-02-07.
    """

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its SPARQL, which has one line of VALUES for each parameter."""

    name: str
    title: str
    description: str
    topic: str
    parameters: tuple[Parameter, ...]
    sparql: str


@lru_cache(maxsize=1)
def questions() -> Mapping[str, Question]:
    """Return the questions by name, in the order of their files.

    Raises:
        LexiconError: a file breaks the form above.
    """
    return {one.name: one for one in map(_question, sorted(FOLDER.glob("*.rq")))}


def question(name: str) -> Question:
    """Return the question of a name.

    Raises:
        QueryError: there is none.
    """
    try:
        return questions()[name]
    except KeyError as error:
        raise QueryError(
            f"no question is called {name!r}", remedy="`python -m graph questions` lists them"
        ) from error


def filled(asked: Question, values: Mapping[str, str]) -> str:
    """Return the SPARQL of a question with values in place; without the lines of those that have none.

    Values become terms as the RDF library writes them, so that nothing in them can act as SPARQL.

    Raises:
        QueryError: the question has no such parameter, or a day is none.
    """
    known = {parameter.name: parameter for parameter in asked.parameters}
    for name in values:
        if name not in known:
            takes = ", ".join(known) or "none"
            raise QueryError(f"{asked.name!r} has no parameter {name!r}", remedy=f"it takes: {takes}")
    terms = {name: _term(known[name], value) for name, value in values.items()}
    sparql = asked.sparql
    if "bill" in terms:
        sparql = _ANY_BILL.sub(r"\1\2 lp:bill ?bill .\n", sparql)  # begins with the bill, not with everything
    lines = list[str]()
    for line in sparql.splitlines(keepends=True):
        open_line = _OPEN.fullmatch(line.strip())
        if open_line is None:
            lines.append(line)
        elif open_line[1] in terms:
            lines.append(line.replace("UNDEF", terms[open_line[1]]))
    return "".join(lines)


def _term(parameter: Parameter, value: str) -> str:
    if parameter.kind in ("bill", "actor"):
        return str(node(value))
    if parameter.kind == "outlet":
        return str(text(value))
    try:
        return str(day(dt.date.fromisoformat(value)))
    except ValueError as error:
        raise QueryError(
            f"{value!r} is no day", place=parameter.name, remedy="write it like 2026-02-07"
        ) from error


def _question(path: Path) -> Question:
    written = path.read_text(encoding="utf-8")
    head = _HEAD.match(written)
    place = f"graph/rdf/queries/{path.name}"
    if head is None or head["topic"] not in TOPICS:
        raise LexiconError("the comments at its top are not as they have to be", place=place)
    sparql = written[head.end() :]
    parameters = list[Parameter]()
    for name, kind in _PARAMETER.findall(head["parameters"]):
        if kind not in get_args(Kind) or f"VALUES ?{name} {{ UNDEF }}" not in sparql:
            raise LexiconError(f"the parameter {name!r} has no line of VALUES, or no known kind", place=place)
        parameters.append(Parameter(name, kind))
    description = " ".join(line.removeprefix("# ") for line in head["description"].splitlines())
    name = path.stem.partition("-")[2]
    return Question(name, head["title"], description, head["topic"], tuple(parameters), sparql)
