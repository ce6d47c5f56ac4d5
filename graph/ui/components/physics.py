"""Free play with the same relations: pyvis's network model, drawn by the vis-network file of its wheel.

Of pyvis only the model is used. Its HTML page is never made: it loads scripts from elsewhere and lets a
crafted label run one. Identifiers become `n0`, `n1`, …, so that nothing an article says becomes a key; labels
and tips reach the page as text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import files
from pathlib import Path
from typing import Any

import streamlit as st

from graph.errors import ResourceError
from graph.terms import Factuality
from graph.ui.components.kit import drawn
from graph.ui.components.selection import selection
from graph.ui.theme import KIND_MARKS, STATUS_MARKS

MOST_NODES = 200
"""What the browser still moves smoothly; more are left out, the least linked first."""

_MOUNT = drawn("physics")


@cache
def vis_network() -> str:
    """Return the newest vis-network script inside the installed pyvis wheel.

    Raises:
        ResourceError: the wheel has none.
    """
    found = [file for file in files("pyvis") or () if file.match("lib/vis-*/vis-network.min.js")]
    if not found:
        raise ResourceError(
            "the drawing library is missing", place="pyvis", remedy="install the version of requirements.txt"
        )
    versions = {tuple(int(part) for part in file.parent.name[4:].split(".")): file for file in found}
    return Path(str(versions[max(versions)].locate())).read_text(encoding="utf-8")


@cache
def _library() -> Any:  # noqa: ANN401 - Streamlit's renderer has no public type
    """Return the component that brings the library; apart from the drawing, so that it is sent only once."""
    js = vis_network() + "\nexport default () => {};\n"
    return st.components.v2.component("lawpath_vis_network", js=js)


def _word(status: str | None) -> str:
    return STATUS_MARKS[Factuality(status)].word if status in set(Factuality) else "unknown"


def network_model(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return pyvis's nodes, edges and options for a payload of `relations`, as plain JSON.

    Each node keeps the payload's identifier as `origin`.
    """
    from pyvis.network import Network  # half a second; only those who open this view wait for it

    network = Network(directed=True)
    network.barnes_hut(
        gravity=-2500, central_gravity=0.4, spring_length=100, overlap=0.4
    )  # room for words between the marks
    ranked = sorted(
        payload["nodes"], key=lambda node: (node["id"] != payload["focus"], -node.get("degree", 0))
    )
    kept = ranked[:MOST_NODES]
    names = {node["id"]: f"n{at}" for at, node in enumerate(kept)}
    for node in kept:
        kind = node["kind"]
        said = [KIND_MARKS[kind].word if kind in KIND_MARKS else kind]
        said += [_word(node.get("status"))] if kind == "event" else []
        network.add_node(
            names[node["id"]],
            label=node["label"],
            title="\n".join([node["label"], ", ".join(said)]),
            shape="box" if kind == "bill" else "dot",
            size=26 if node["id"] == payload["focus"] else 15,
            kind=kind,
            status=node.get("status") if kind == "event" else None,
            origin=node["id"],
        )
    for at, edge in enumerate(payload["edges"]):
        if edge["source"] not in names or edge["target"] not in names:
            continue
        status = edge.get("status") if edge.get("status") in set(Factuality) else "unknown"
        network.add_edge(
            names[edge["source"]],
            names[edge["target"]],
            id=f"e{at}",
            title=f"{edge['label']}\n{_word(status)}",
            width=min(1 + edge.get("count", 1) // 2, 5),
            status=status,
            dashes=bool(STATUS_MARKS[Factuality(status)].dash),
        )
    options = json.loads(network.options.to_json())
    options.pop("configure", None)  # its panel writes into the page by itself
    return {"nodes": network.nodes, "edges": network.edges, "options": options}


def physics(
    payload: Mapping[str, Any], *, key: str, selected: str | None = None, height: int = 560
) -> str | None:
    """Draw the payload of `relations` for free play; return the id of the selected node, None where none is.

    `key`, `selected` and `height` are as in `relations`; `height` is in pixels.
    """
    agreed = selection(key, selected)
    with st.container(gap=None):
        _library()(key=f"{key} library")
        _MOUNT(
            key=key,
            data={
                "key": key,
                "model": network_model(payload),
                "opened": agreed.opened,
                "height": height,
            },
            on_selected_change=lambda: None,
        )
    return agreed.shown
