"""No text of an article is ever read as Markdown or HTML: the sources of the pages, looked through.

Streamlit's functions that read Markdown may be given words of ours: texts in the source, what `literal` made
plain, and expressions of such. What else is shown there stands in OURS, with the reason why it cannot be text
of an article.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.lexicons import ROOT

PAGES = sorted((ROOT / "graph" / "ui").rglob("*.py"))
SCRIPTS = sorted((ROOT / "graph" / "ui").rglob("*.js"))
_MARKDOWN = """
    badge button caption checkbox expander error header info link_button markdown metric page_link popover
    spinner subheader success tabs title toast toggle warning
    choose choose_day choose_some choose_step choose_view switched worded
"""
MARKDOWN = frozenset(_MARKDOWN.split())
"""Functions whose first argument is Markdown: Streamlit's, then ours that hand it on."""
NAMED = ("help", "label", "text")
"""Named arguments that are Markdown too."""
FORBIDDEN = frozenset({"write", "html", "iframe", "write_stream", "echo", "help"})
IN_SCRIPTS = re.compile(
    r"\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function"
    r"|createContextualFragment|DOMParser|srcdoc|setHTMLUnsafe|\.onerror\s*=|javascript:"
)
PLAIN_CALLS = frozenset({"literal", "len", "sum", "size", "_size", "counted"})
"""Functions whose result has no sign that Markdown reads."""
OURS = {
    "exports.py": {"one.title", "one.purpose", "EXPORTS[name].file", "found.holds"},  # our names of formats
    "choices.py": {"label", "help"},  # whoever calls these functions is looked at
    "compare.py": {"label"},  # one of two words
    "correcting.py": {"label"},  # what a button of ours says
    "adding.py": {"said"},  # numbers and nouns, by `summary`
    "timeline.py": {"_nothing(choice, until)"},  # one of three sentences
}
"""Expressions that hold words of our own, by module."""


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield calls by the name of the function or method."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
                yield name, node


def foreign(value: ast.expr, ours: set[str], local: dict[str, list[ast.expr]]) -> Iterator[str]:
    """Yield the parts of an expression that may hold text of an article."""
    said = ast.unparse(value)
    if said in ours or isinstance(value, ast.Constant):
        return
    parts: list[ast.expr]
    match value:
        case ast.JoinedStr(values=values):
            parts = [one.value if isinstance(one, ast.FormattedValue) else one for one in values]
        case ast.BinOp(left=left, op=ast.Add() | ast.Mult(), right=right):
            parts = [left, right]
        case ast.IfExp(body=body, orelse=orelse):
            parts = [body, orelse]
        case ast.BoolOp(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
            parts = values
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join"), args=[joined]):
            parts = [joined]
        case ast.Call(func=ast.Name(id=name)) if name in PLAIN_CALLS:
            parts = []
        case ast.BinOp(op=ast.Sub() | ast.Div()):
            parts = []  # numbers
        case ast.Subscript(value=ast.Name() as table):
            parts = [table]
        case ast.Dict(values=values):
            parts = values
        case ast.Name(id=name) if name.isupper():
            parts = []  # a constant of another module
        case ast.Name(id=name) if name in local:
            parts = local[name]
        case _:
            yield said
            return
    for part in parts:
        yield from foreign(part, ours, local)


def assigned(scope: ast.AST) -> dict[str, list[ast.expr]]:
    """Return what is assigned to each name in a module or function."""
    found = dict[str, list[ast.expr]]()
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found.setdefault(name, []).append(value)
            case ast.AugAssign(target=ast.Name(id=name), value=value):
                found.setdefault(name, []).append(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                found.setdefault(name, []).append(value)
    return found


def suspects(source: str, name: str) -> list[str]:
    """Return what a module gives to Markdown that may be text of an article, one line each."""
    tree, found = ast.parse(source), list[str]()
    outer = {key: values for key, values in assigned(tree).items() if key.isupper() or key.startswith("_")}
    scopes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for scope in scopes:
        local = {**outer, **assigned(scope)}
        for called, call in calls(scope):
            given = list(call.args[:1]) if called in MARKDOWN else []
            given += [k.value for k in call.keywords if k.arg in NAMED and called in {*MARKDOWN, "progress"}]
            for value in given:
                for said in foreign(value, OURS.get(name, set()), local):
                    found.append(f"{name}:{call.lineno}: {called}({said})")
    return sorted(set(found))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_only_words_of_our_own_are_read_as_markdown(path: Path) -> None:
    assert suspects(path.read_text(encoding="utf-8"), path.name) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nothing_that_reads_html_is_called(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    of_streamlit = [
        call.func.attr
        for _, call in calls(tree)
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in ("st", "st.components.v1")
    ]
    assert FORBIDDEN.intersection(of_streamlit) == set()
    assert "unsafe_allow_html" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_script_makes_markup_out_of_text(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [line.strip() for line in lines if IN_SCRIPTS.search(line) and not line.strip().startswith("//")]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "st.title(shelf.name(bill))",
        "st.caption(f'from {article.outlet}')",
        "st.warning('; '.join(article.notices))",
        "box.error(error.problem)",
        "said = article.title\n    st.markdown(said)",
        "st.markdown('**' + quote.exact)",
        "st.button(label=actor)",
        "st.toggle('x', help=claim.because)",
    ],
)
def test_text_of_an_article_would_be_found(line: str) -> None:
    assert suspects(f"def page():\n    {line}\n", "made.py")


@pytest.mark.parametrize(
    "line",
    [
        "st.title('The bills')",
        "st.title(literal(shelf.name(bill)) or 'All')",
        "st.caption(f'{len(kept)} of {len(accounts)} articles')",
        "said = 'one' if one else literal(two)\n    st.markdown(said)",
        "st.text(article.title)",
    ],
)
def test_words_of_our_own_are_let_through(line: str) -> None:
    assert suspects(f"def page():\n    {line}\n", "made.py") == []
