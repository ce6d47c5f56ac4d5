"""The lesson as one HTML file that opens from a USB stick, asks for nothing and changes nothing.

Scripts, style sheet and story are packed (zlib, base 85), since the drawings alone would fill the 100 kB that
a lesson may have; the browser unpacks them. The Content-Security-Policy names the hash of each script and
style sheet, also of the unpacked ones, so that the browser runs nothing else, and lets nothing be loaded.
The same store gives the same bytes (with the same release of zlib).
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import zlib
from pathlib import Path

from graph.ui.components.sources import Drawing, part, together
from graph.ui.lesson.plan import Plan, planned, usual
from graph.ui.lesson.quiz import quiz
from graph.ui.lesson.story import Story, story_of
from graph.ui.theme import appearance, states
from graph.views.library import Library

_FOLDER = Path(__file__).parent
_DRAWINGS: tuple[Drawing, ...] = ("timeline", "relations", "bill")
_PARTS = ("lesson", "evidence", "quiz", "sheet")

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="data:,">
</head>
<body>
<main id="lesson"><p id="waiting">This lesson needs a browser of 2023 or later, with scripts.</p></main>
<script type="text/plain" id="style">{style}</script>
<script type="text/plain" id="code">{code}</script>
<script type="text/plain" id="story">{story}</script>
<script>{start}</script>
</body>
</html>
"""


def lesson(shelf: Library, bill: str, plan: Plan | None = None) -> bytes:
    """Return the lesson about a bill as an HTML file.

    Args:
        shelf: what there is.
        bill: its identifier.
        plan: the steps and questions that are shown, in order, with notes; the usual ones without notes if
            None.

    Raises:
        KeyError: no article names the bill.
    """
    story = Story(shelf, bill)
    told = story_of(story) | {"quiz": quiz(story), "states": states(), **appearance()}
    told = planned(story, told, plan) if plan else usual(told)
    start, code, style = _text("start.js"), _code(), _style()
    page = _PAGE.format(
        policy=_policy([start, code], style),
        title=html.escape(f"{told['title']} – a lesson"),
        style=_packed(style),
        code=_packed(code),
        story=_packed(json.dumps(told, separators=(",", ":"))),
        start=start,
    )
    return page.encode("utf-8", "xmlcharrefreplace")


def _policy(scripts: list[str], style: str) -> str:
    allowed = {
        "default-src": "'none'",
        "script-src": " ".join(map(_hash, scripts)),
        "style-src": _hash(style),
        "img-src": "data: blob:",  # the drawings save themselves as pictures
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _packed(text: str) -> str:
    """Return a text as zlib and base 85, with a comma for `<`, so that nothing in it can end its element."""
    return base64.b85encode(zlib.compress(text.encode(), 9)).decode().replace("<", ",")


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _code() -> str:
    """Return the script of the page: it declares `teach` and nothing else."""
    drawings, _ = together(_DRAWINGS)
    parts = "\n".join([part("slides.js"), *(_text(f"{name}.js") for name in _PARTS)])
    return f'"use strict";\nconst teach = (() => {{\n{drawings}\n{parts}\nreturn teach;\n}})();\n'


def _style() -> str:
    _, drawings = together(_DRAWINGS)
    return "\n".join((drawings, _text("lesson.css"), part("slides.css")))
