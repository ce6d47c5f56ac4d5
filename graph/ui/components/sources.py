"""The scripts and style sheets of the drawings, as one text each.

Components v2 takes one script; the files beside this module are parts of it, joined in the order given here.
Each part declares functions and classes; only the last has an `export default`, the function that Streamlit
calls. The joined script needs nothing but a browser, so that a page without Streamlit (an offline lesson) can
embed it as a module and call the same function with `{data, parentElement, setStateValue, setTriggerValue}`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain
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
    "review",
    "bill",
    "table",
    "compare",
    "actor",
    "matrix",
    "present",
]

_FOLDER = Path(__file__).parent
_SCRIPTS: dict[Drawing, tuple[str, ...]] = {
    "timeline": (
        "drawing.js",
        "listening.js",
        "glossary.js",
        "timeline-time.js",
        "timeline-place.js",
        "timeline-draw.js",
        "timeline-strip.js",
        "timeline.js",
        "timeline-act.js",
    ),
    "relations": (
        "drawing.js",
        "listening.js",
        "glossary.js",
        "relations-place.js",
        "relations.js",
        "relations-act.js",
    ),
    "physics": ("drawing.js", "physics.js"),
    "cards": ("drawing.js", "glossary.js", "reading.js", "cards.js"),
    "links": ("drawing.js", "glossary.js", "reading.js", "links.js"),
    "evidence": ("drawing.js", "glossary.js", "reading.js", "evidence.js"),
    "article": ("drawing.js", "glossary.js", "reading.js", "article-pick.js", "article.js"),
    "review": ("drawing.js", "glossary.js", "reading.js", "review.js"),
    "bill": ("drawing.js", "glossary.js", "reading.js", "sections.js", "bill.js"),
    "table": ("drawing.js", "glossary.js", "reading.js", "fading.js", "table.js"),
    "actor": ("drawing.js", "glossary.js", "reading.js", "sections.js", "actor.js"),
    "compare": ("drawing.js", "glossary.js", "reading.js", "sections.js", "compare.js"),
    "matrix": ("drawing.js", "glossary.js", "reading.js", "fading.js", "matrix.js"),
    "present": ("drawing.js", "glossary.js", "reading.js", "slides.js", "present.js"),
}
_STYLES: dict[Drawing, tuple[str, ...]] = {
    drawing: tuple(sheet for part in parts if (_FOLDER / (sheet := part.replace(".js", ".css"))).is_file())
    for drawing, parts in _SCRIPTS.items()
}
"""Each part of a script has its style sheet beside it, if it wants one."""


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


def kit() -> tuple[str, str]:
    """Return script and style sheet of all drawings for a page that shows any of them.

    The script declares `drawings`, the functions that draw by name. What several drawings share comes first;
    the rest of each stands in a block of its own, so that equal names do not meet.
    """
    uses = Counter(chain.from_iterable(_SCRIPTS.values()))
    shared = tuple(name for name, count in uses.items() if count > 1)
    blocks = []
    for drawing, names in _SCRIPTS.items():
        own = _joined(tuple(name for name in names if name not in shared))
        declared = own.replace("\nexport default function ", "\nfunction ")
        blocks.append(f"{{\n{declared}\ndrawings.{drawing} = {drawing};\n}}")
    styles = tuple(dict.fromkeys(chain.from_iterable(_STYLES.values())))
    script = "\n".join((_joined(shared), "const drawings = {};", *blocks))
    return _bare(script), _bare(_joined(styles))


def _bare(source: str) -> str:
    """Return a script or style sheet without indentation and lines of comment; no text may go over a line."""
    lines = (line.strip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def part(name: str) -> str:
    """Return a script beside this module that belongs to no drawing."""
    return _joined((name,))


def page_style() -> str:
    """Return the style sheet of the whole page; the only one that reaches beyond our own drawings."""
    return _joined(("dress.css",))
