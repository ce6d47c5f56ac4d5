"""The page of a person or body: offices, acts in time, promises, positions, votes, company, articles.

The payload is plain JSON; `to` is an address made by `graph.ui.address`, `status` a value of
`graph.terms.Factuality`, `kind` as in `graph.ui.theme.KIND_MARKS`; an empty list leaves a section out::

    {"offices": [{"text": "President, Arkania", "more": 2, "quote": "…", "where": "…", "to": "…"}],
     "acts": [{"heading": "What happened",
               "items": [{"text": "…", "status": "happened", "when": "3 Mar 2031", "detail": "",
                          "to": "…"}]}],
     "promises": [as in graph.ui.components.bill],
     "positions": [{"word": "opposes", "bill": "Water Bill", "bill_to": "…", "more": 0,
                    "quote": "…", "where": "…", "to": "…"}],
     "votes": [as in graph.ui.components.bill],
     "company": [{"heading": "…", "items": [{"text": "…", "kind": "person", "detail": "…", "to": "…"}]}],
     "articles": [{"text": "…", "when": "4 Mar 2031", "detail": "The Arkanian", "to": "…"}]}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn

_MOUNT = drawn("actor")


def actor(payload: Mapping[str, Any], *, key: str) -> None:
    """Draw the sections; a click on a link goes where it leads."""
    _MOUNT(key=key, data={"picture": dict(payload)})
