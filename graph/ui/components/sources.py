"""The scripts and style sheets of the drawings, as one text each.

Components v2 takes one script; the files beside this module are parts of it, joined in the order given here.
Each part declares functions and classes; only the last has an `export default`, the function that Streamlit
calls. The joined script needs nothing but a browser, so that a page without Streamlit (an offline lesson) can
embed it as a module and call the same function with `{data, parentElement, setStateValue, setTriggerValue}`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

Drawing = Literal[
    "timeline",
    "relations",
    "physics",
    "cards",
    "links",
    "evidence",
    "article",
    "bill",
    "table",
    "compare",
    "actor",
]

_FOLDER = Path(__file__).parent
_SCRIPTS: dict[Drawing, tuple[str, ...]] = {
    "timeline": (
        "drawing.js",
        "timeline-time.js",
        "timeline-place.js",
        "timeline-draw.js",
        "timeline-strip.js",
        "timeline.js",
        "timeline-act.js",
    ),
    "relations": ("drawing.js", "relations-place.js", "relations.js", "relations-act.js"),
    "physics": ("drawing.js", "physics.js"),
    "cards": ("drawing.js", "reading.js", "cards.js"),
    "links": ("drawing.js", "reading.js", "links.js"),
    "evidence": ("drawing.js", "reading.js", "evidence.js"),
    "article": ("drawing.js", "reading.js", "article.js"),
    "bill": ("drawing.js", "reading.js", "sections.js", "bill.js"),
    "table": ("drawing.js", "reading.js", "table.js"),
    "actor": ("drawing.js", "reading.js", "sections.js", "actor.js"),
    "compare": ("drawing.js", "reading.js", "sections.js", "compare.js"),
}
_STYLES: dict[Drawing, tuple[str, ...]] = {
    "timeline": ("drawing.css", "timeline.css"),
    "relations": ("drawing.css", "relations.css"),
    "physics": ("drawing.css", "physics.css"),
    "cards": ("drawing.css", "reading.css", "cards.css"),
    "links": ("drawing.css", "reading.css", "links.css"),
    "evidence": ("drawing.css", "reading.css", "evidence.css"),
    "article": ("drawing.css", "reading.css", "article.css"),
    "bill": ("drawing.css", "reading.css", "sections.css", "bill.css"),
    "table": ("drawing.css", "reading.css", "table.css"),
    "actor": ("drawing.css", "reading.css", "sections.css", "actor.css"),
    "compare": ("drawing.css", "reading.css", "sections.css", "compare.css"),
}


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)


def script(drawing: Drawing) -> str:
    """Return the ES module of a drawing; its default export draws into a host element."""
    return _joined(_SCRIPTS[drawing])


def style(drawing: Drawing) -> str:
    """Return the style sheet of a drawing; every rule stands below its own class or is prefixed by it."""
    return _joined(_STYLES[drawing])


def together(drawings: Iterable[Drawing]) -> tuple[str, str]:
    """Return script and style sheet of several drawings, what they share only once.

    The script exports nothing: each drawing is a function that is named as the drawing.
    """
    wanted = list(drawings)
    scripts = tuple(dict.fromkeys(name for drawing in wanted for name in _SCRIPTS[drawing]))
    styles = tuple(dict.fromkeys(name for drawing in wanted for name in _STYLES[drawing]))
    return _joined(scripts).replace("\nexport default function ", "\nfunction "), _joined(styles)


def page_style() -> str:
    """Return the style sheet of the whole page; the only one that reaches beyond our own drawings."""
    return _joined(("dress.css",))
