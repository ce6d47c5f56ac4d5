"""Limits on SPARQL that users write.

Oxigraph's parser and planner have none of their own: some 4,700 nested brackets end the process, a chain of
400 patterns takes seconds to plan on an empty store, and SERVICE reaches out to the network. Time and rows
are limited where the query runs.
"""

from __future__ import annotations

import re

from graph.errors import QueryError

LONGEST = 10_000  # characters; the largest of our own queries has under 2,000
DEEPEST = 100  # brackets; the process ends at some 4,700
MOST_SIGNS = 200  # of each sign that nests or chains without brackets; the process ends at some 10,000
MOST_PATTERNS = 80  # statements and path steps; 200 take 0.4 s to plan, 400 take 4 s

_TOKENS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'  # long strings first
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'  # addresses: no blanks, so `?a < ?b` is none
    r"|#[^\n\r]*",
    re.DOTALL,
)


def check_query(text: str) -> None:
    """Refuse a query that could hang or end the process, or reach out of it.

    Raises:
        QueryError: it is too long, too deep or too large, or asks another server.
    """
    if len(text) > LONGEST:
        raise QueryError(f"the query has {len(text)} characters, at most {LONGEST} are answered")
    bare = _TOKENS.sub(" ", text)
    if re.search(r"(?<![\w?$:.-])SERVICE(?![\w:])", bare, re.IGNORECASE):
        raise QueryError("SERVICE asks another server; this store answers from its own data only")
    depth = deepest = 0
    for sign in bare:
        if sign in "({[":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in ")}]":
            depth -= 1
    if deepest > DEEPEST:
        raise QueryError(f"the query nests {deepest} brackets, at most {DEEPEST} are answered")
    for sign in ("!", "||", "&&", "+", "*", "-", "^"):
        if bare.count(sign) > MOST_SIGNS:
            raise QueryError(f"the query has more than {MOST_SIGNS} of {sign!r}")
    patterns = len(re.findall(r"[.;,/|](?=\s)|[/|]", bare))
    if patterns > MOST_PATTERNS:
        raise QueryError(f"the query has {patterns} patterns, at most {MOST_PATTERNS} are answered")
