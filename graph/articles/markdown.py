"""Markdown with YAML front matter: title, outlet, published, url, retold, language.

The stored text is the body as it stands, marks and all, without blank lines at its ends. Of YAML only the
node graph is composed (https://yaml.org/spec/1.2.2/#31-processes): every value stays the words that were
written, so nothing turns into a date, a number or an object on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.articles import limits
from graph.articles.decoding import decode
from graph.articles.plain import without_blank_edges
from graph.articles.record import assemble
from graph.articles.source import Source
from graph.errors import DamagedError, InputError
from graph.model import Article

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_HEADING = re.compile(r"# +(?P<words>[^\r\n]{1,1000}?)(?: +#+)?[ \t]*(?:\r?\n|\Z)")
_TRUE = frozenset({"true", "yes", "on"})


def read(source: Source) -> Iterator[Article | InputError]:
    """Yield the one article of a .md file.

    Raises:
        InputError: the front matter is no YAML, or the body has no text or too much.
    """
    text, notices = decode(source.content, place=source.place)
    fields: Mapping[str, str] = {}
    opening = _OPENING.match(text)
    if opening:
        block, body, found = _split(text, opening.end(), source.place)
        fields, notes = (
            _front_matter(block, source.place) if found else ({}, ("the front matter is not closed",))
        )
        notices = (*notices, *notes)
    else:
        body = text
    title, body = fields.get("title", ""), without_blank_edges(body)
    heading = _HEADING.match(body)
    if not title and heading:
        title, body = heading["words"], without_blank_edges(body[heading.end() :])
    yield assemble(
        place=source.place,
        fallback=source.stem,
        identifier=fields.get("id"),
        title=title,
        text=body,
        published=fields.get("published"),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        retold=fields.get("retold", "").lower() in _TRUE,
        notices=(*notices, *language_notice(fields.get("language"))),
    )


def language_notice(language: str | None) -> tuple[str, ...]:
    """Return the notice for an article in another language than English, if it says so."""
    if not language or re.match(r"en(?:g|glish)?(?:[-_]|$)", language.strip(), re.IGNORECASE):
        return ()
    return (f"the article says that its language is “{language.strip()[:40]}”; only English is understood",)


def _split(text: str, start: int, place: str) -> tuple[str, str, bool]:
    """Front matter, body, and whether there is front matter at all; an unclosed block is body."""
    closing = _CLOSING.search(text, start, start + limits.FRONT_MATTER_CHARACTERS)
    if closing:
        return text[start : closing.start()], text[closing.end() :], True
    if len(text) - start > limits.FRONT_MATTER_CHARACTERS and _CLOSING.search(text, start):
        raise limits.beyond(
            "the front matter is too long", "FRONT_MATTER_CHARACTERS", place=place, remedy="shorten it"
        )
    return "", text, False


def _front_matter(block: str, place: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The scalar fields of a YAML mapping as written, and notices.

    Raises:
        DamagedError: it is no YAML, or no mapping.
    """
    import yaml  # not needed for any other format

    if not block.strip():
        return {}, ()
    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 2}" if error.problem_mark else ""
        problem = f"the front matter is no YAML: {error.problem or error.context}"
        raise DamagedError(problem, place=place + line, remedy="put the value in quotation marks") from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise DamagedError(f"the front matter is no YAML: {error}", place=place) from error
    except RecursionError as error:
        raise DamagedError("the front matter is nested too deep", place=place) from error
    if not isinstance(root, yaml.MappingNode):
        raise DamagedError(
            "the front matter gives no fields", place=place, remedy="write `name: value` lines"
        )
    fields: dict[str, str] = {}
    notices = []
    for key, value in root.value:
        name = str(key.value).lower() if isinstance(key, yaml.ScalarNode) else ""
        if name in fields:
            notices.append(f"the field “{name}” stands twice; the last is used")
        if isinstance(value, yaml.ScalarNode):
            fields[name] = "" if value.tag == "tag:yaml.org,2002:null" else str(value.value)
        elif name in _FIELDS:
            notices.append(f"the field “{name}” is no single value; not used")
    return fields, tuple(notices)


_FIELDS = frozenset({"id", "title", "outlet", "published", "url", "retold", "language"})
