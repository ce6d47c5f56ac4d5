"""Limits on SPARQL that users write, and where in the text a query goes wrong.

Oxigraph's parser and planner have no limits of their own: some 4,700 nested brackets end the process, a chain
of 400 patterns takes seconds to plan on an empty store, and SERVICE reaches out to the network. Time, memory
and rows are limited where the query runs (`graph.rdf.worker`).
"""

from __future__ import annotations

import re

from graph.errors import QueryError
from graph.vocabulary import PREFIXES

LONGEST = 10_000  # characters; the largest of our own queries has under 2,000
DEEPEST = 100  # brackets; the process ends at some 4,700
MOST_SIGNS = 200  # of each sign that nests or chains without brackets; the process ends at some 10,000
MOST_PATTERNS = 80  # statements and path steps; 200 take 0.4 s to plan, 400 take 4 s

_TOKENS = re.compile(
    r'(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""'  # long strings first
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*')"
    r'|(?P<address><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)'
    r"|(?P<comment>#[^\n\r]*)",
    re.DOTALL,
)
# `?a <?b)#>` is a comparison to the parser, `<urn:b#>` an address; one that could hide nothing is taken as
# an address.
_WHOLE = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")  # no expression has two slashes
_HIDING = re.compile(r"['#]|service", re.IGNORECASE)
# The parser needs no blank before a word: `1SERVICE` and `.SERVICE` ask another server too.
_SERVICE = re.compile(r"(?P<name>[?$]\w*|(?<!\w)[\w-]*:[\w-]*)?service(?P<rest>\w*)", re.IGNORECASE)
_CLASSES = re.compile(r"\[[^\]]*\]")  # of characters, in what the parser expected
_EXPECTED = re.compile(r'"([^"\s\w])"|\b([A-Z]{3,})\b')
_CHANGES = re.compile(
    r"\s*((PREFIX\s+[\w-]*:|BASE)\s+)*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)


def place(text: str, at: int) -> str:
    """Return a place in a text as a reader counts: `line 3, column 7`."""
    line = text.count("\n", 0, at) + 1
    return f"line {line}, column {at - text.rfind(chr(10), 0, at)}"


def check_query(text: str) -> None:
    """Refuse a query that could hang or end the process, or reach out of it.

    Raises:
        QueryError: it is too long, too deep or too large, asks another server, or holds an unclear address.
    """
    if len(text) > LONGEST:
        raise QueryError(f"the query has {len(text)} characters, at most {LONGEST} are answered")
    bare = _TOKENS.sub(lambda found: _blank(text, found), text)  # as long as the text, so that places hold
    for found in _SERVICE.finditer(bare):
        if found["name"] is None:
            raise QueryError(
                "SERVICE asks another server; this store answers from its own data only",
                place=place(text, found.start()),
            )
    depth = 0
    for at, sign in enumerate(bare):
        depth += (sign in "({[") - (sign in ")}]")
        if depth > DEEPEST:
            raise QueryError(
                f"the query nests more than {DEEPEST} brackets", place=place(text, at), remedy="nest fewer"
            )
    for sign in ("!", "||", "&&", "+", "*", "-", "^"):
        if bare.count(sign) > MOST_SIGNS:
            raise QueryError(f"the query has more than {MOST_SIGNS} of {sign!r}")
    patterns = len(re.findall(r"[;,/|]|\.(?!\d)", bare))
    if patterns > MOST_PATTERNS:
        raise QueryError(f"the query has {patterns} patterns, at most {MOST_PATTERNS} are answered")


def _blank(text: str, token: re.Match[str]) -> str:
    """Return blanks in place of a token that holds no part of the query.

    Raises:
        QueryError: it may be an address or a comparison, and one reading would hide a part of the query.
    """
    address = token["address"]
    if address and not _WHOLE.match(address) and _HIDING.search(address):
        raise QueryError(
            f"it is unclear whether {address[:40]} is an address or a comparison",
            place=place(text, token.start()),
            remedy="write the address whole, with ://, or a blank after the sign <",
        )
    return " " * len(token.group())


def unreadable(error: SyntaxError, text: str) -> QueryError:
    """Return the parser's complaint in plain words, with the place where it stopped."""
    found = _PLACE.match(str(error.msg or error))
    if found is None:
        return QueryError(f"the query cannot be read: {error.msg or error}")
    line, column, told = int(found[1]), int(found[2]), found[3]
    before = text.split("\n")[line - 1][: column - 1].strip()
    problem, remedy = _in_words(told, before, changes=bool(_CHANGES.match(_TOKENS.sub(" ", text))))
    return QueryError(problem, place=f"line {line}, column {column}", remedy=remedy)


def _in_words(told: str, before: str, *, changes: bool) -> tuple[str, str]:
    """Return what is wrong and what to do, from what the parser told and the line up to its place."""
    if changes:
        return "the store can be asked, not changed", "begin with SELECT, ASK, CONSTRUCT or DESCRIBE"
    if "Prefix not found" in told:
        known = ", ".join(f"{name}:" for name in PREFIXES)
        name = re.search(r"[\w-]*:(?=[^\s:]*$)", before)
        which = f"the prefix {name.group()}" if name else "a prefix"
        return f"{which} is not known", f"known without PREFIX: {known}"
    if "IRI parsing failed" in told:
        return "the address in <…> is not valid", "an address is whole and has no blanks"
    if "unbound" in told or "not bound" in told:
        return (
            "SELECT names a variable that the groups do not give",
            "add it to GROUP BY, or wrap it: SAMPLE(?x)",
        )
    expected = {sign or word for sign, word in _EXPECTED.findall(_CLASSES.sub("", told))}
    wanted = " ".join(sorted(expected - {"SERVICE", "LATERAL", "VERSION", "~"})[:8])
    after = f" after “{before[-30:]}”" if before else ""
    return f"the query cannot be read{after}", f"here may stand: {wanted}" if wanted else ""
